// SPDX-License-Identifier: Apache-2.0
#include "dedup/near_sentences.h"

#include <gtest/gtest.h>

#include <numeric>

#include "dedup/article_match.h"
#include "dedup/folded_shingles.h"
#include "dedup/near_check.h"
#include "fingerprint/similarity.h"
#include "unit/dedup/made_articles.h"

namespace yiwen {
namespace {

struct Made {
  ArticleCorpus corpus;
  SentenceGroups groups;
};

Made grouped(const std::vector<std::string>& texts) {
  ArticleCorpus corpus = corpus_of(texts);
  std::vector<std::uint32_t> all(corpus.size());
  std::iota(all.begin(), all.end(), 0U);
  SentenceGroups groups(corpus, all, 1);
  return {std::move(corpus), std::move(groups)};
}

// Articles of which each is followed by copies with words replaced, left out and put in.
std::vector<std::string> edited_articles(std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  std::vector<std::string> texts;
  while (texts.size() < count) {
    auto article = made_article(random, 8);
    for (std::size_t copy = 0; copy < 1 + random() % 3; ++copy) {
      texts.push_back(text_of(article));
      for (auto& sentence : article) {
        const std::size_t at = random() % (sentence.size() - 3);
        if (random() % 2 == 0) sentence.replace(at, 2, made_sentence(random, random() % 5));
      }
      for (auto& sentence : article) {
        if (sentence.size() < 8) sentence = made_sentence(random, 9);
      }
    }
  }
  return texts;
}

// The slow obvious twin.
std::vector<NearPair> every_pair(const Made& made) {
  std::vector<NearPair> pairs;
  ShingleSet a, b;
  for (std::uint32_t left = 0; left < made.groups.size(); ++left) {
    const auto first = made.groups.first(left);
    const auto left_chars = made.corpus.sentence_chars(first.article, first.sentence);
    for (std::uint32_t right = left + 1; right < made.groups.size(); ++right) {
      const auto second = made.groups.first(right);
      const auto right_chars = made.corpus.sentence_chars(second.article, second.sentence);
      if (std::min(left_chars.size(), right_chars.size()) < kLeastNear) continue;
      const std::uint32_t k = std::min(left_chars.size(), right_chars.size()) < kShortChars ? 2 : 3;
      folded_shingles(left_chars, k, a);
      folded_shingles(right_chars, k, b);
      if (jaccard(a, b) >= kSentenceJaccard) pairs.push_back({left, right});
    }
  }
  return pairs;
}

TEST(NearSentences, AreAllThatComparingEachTwoFinds) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const Made made = grouped(edited_articles(seed, 60));
    const auto expected = every_pair(made);
    EXPECT_GT(expected.size(), 50U);
    EXPECT_EQ(find_near_sentences(made.corpus, made.groups, {}).value().pairs, expected);
  }
}

TEST(NearSentences, DependNeitherOnPassesNorOnThreads) {
  const Made made = grouped(edited_articles(4, 80));
  const auto once = find_near_sentences(made.corpus, made.groups, {}).value();
  const auto in_passes = find_near_sentences(made.corpus, made.groups, {.threads = 3, .posting_bytes = 4096}).value();
  EXPECT_EQ(once.pairs, in_passes.pairs);
  EXPECT_EQ(once.postings, in_passes.postings);
}

TEST(NearSentences, AFormFilledInAThousandTimesIsBoundedAndCounted) {
  std::mt19937_64 random(5);
  std::vector<std::string> texts;
  for (int i = 0; i < 1500; ++i) texts.push_back("责任编辑王小" + to_utf8(made_sentence(random, 4)) + "。");
  const Made made = grouped(texts);
  const auto near = find_near_sentences(made.corpus, made.groups, {}).value();
  EXPECT_GT(near.skipped_lists, 0U);
  EXPECT_GT(near.skipped_pairs, 100000U);
  EXPECT_LT(near.candidates, 200000U);
  std::vector<ArticleLink> links;
  link_near_sentences(made.groups, near, 2, links);
  EXPECT_TRUE(links.empty());
}

// Enough other sentences that the budget reaches them.
TEST(NearSentences, FormsAreComparedAsFarAsTheBudgetGoesAndProposeNothing) {
  std::mt19937_64 random(7);
  std::vector<std::string> texts;
  for (int i = 0; i < 560; ++i) texts.push_back("责任编辑王小" + to_utf8(made_sentence(random, 2)) + "。");
  for (int i = 0; i < 2000; ++i) texts.push_back(text_of(made_article(random, 6)));
  const Made made = grouped(texts);
  ASSERT_GT(kFormPairs * made.groups.size(), 560U * 560U / 2U);
  const auto near = find_near_sentences(made.corpus, made.groups, {}).value();
  EXPECT_EQ(near.skipped_pairs, 0U);
  EXPECT_GT(std::ranges::count(near.is_form, 1), 500);
  const auto check = check_near_sentences(made.corpus, made.groups, near, 100000, 1);
  EXPECT_GT(check.forms.all, 10000U);
  EXPECT_EQ(check.recall(), 1.0);
  std::vector<ArticleLink> links;
  link_near_sentences(made.groups, near, 2, links);
  for (const ArticleLink& link : links) EXPECT_FALSE(link.left < 560 && link.right < 560);
}

// One sentence that three hundred articles have, each with another word in it, says little of any two of them.
TEST(NearSentences, ASentenceThatIsLikeManyProposesLittle) {
  std::mt19937_64 random(8);
  const auto common = made_sentence(random, 40);
  std::vector<std::string> few, many;
  for (int i = 0; i < 300; ++i) {
    auto sentence = common;
    sentence.replace(20, 2, made_sentence(random, 2));
    many.push_back(to_utf8(sentence) + "。" + text_of(made_article(random, 12)));
    if (i < 4) few.push_back(many.back());
  }
  const auto proposed = [](const std::vector<std::string>& texts) {
    const Made made = grouped(texts);
    std::vector<ArticleLink> links;
    link_near_sentences(made.groups, find_near_sentences(made.corpus, made.groups, {}).value(), 1, links);
    merge_links(made.corpus, links, 1);
    return links.size();
  };
  EXPECT_EQ(proposed(few), 6U);
  EXPECT_EQ(proposed(many), 0U);
}

TEST(NearSentences, TextsOfOneCharacterAreNotCompared) {
  std::vector<std::string> texts;
  for (std::size_t i = 10; i < 150; ++i) texts.push_back(to_utf8(std::u32string(i, U'啊')) + "。");
  const Made made = grouped(texts);
  EXPECT_TRUE(find_near_sentences(made.corpus, made.groups, {}).value().pairs.empty());
}

TEST(NearSentences, TheSelfCheckCountsWhatIsMissing) {
  const Made made = grouped(edited_articles(6, 60));
  auto near = find_near_sentences(made.corpus, made.groups, {}).value();
  EXPECT_EQ(check_near_sentences(made.corpus, made.groups, near, 100000, 2).recall(), 1.0);
  // A join that had lost every second pair must be found out.
  std::vector<NearPair> half;
  for (std::size_t i = 0; i < near.pairs.size(); i += 2) half.push_back(near.pairs[i]);
  near.pairs = half;
  EXPECT_NEAR(check_near_sentences(made.corpus, made.groups, near, 100000, 1).recall(), 0.5, 0.01);
}

}  // namespace
}  // namespace yiwen
