// SPDX-License-Identifier: Apache-2.0
#include "dedup/sentence_groups.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include "unit/dedup/made_articles.h"

namespace yiwen {
namespace {

// More articles than one thread takes at once, of few sentences, which some have twice.
ArticleCorpus repeating_corpus(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<std::string> texts;
  for (int article = 0; article < 2500; ++article) {
    std::vector<std::u32string> sentences;
    for (std::size_t s = 0; s < 1 + random() % 5; ++s) {
      std::mt19937_64 of_sentence(random() % 3000 * (random() % 2));
      sentences.push_back(made_sentence(of_sentence, 12));
    }
    texts.push_back(text_of(sentences));
  }
  return corpus_of(texts);
}

std::vector<std::uint32_t> every_third_left_out(const ArticleCorpus& corpus) {
  std::vector<std::uint32_t> of(corpus.size());
  std::iota(of.begin(), of.end(), 0U);
  std::erase_if(of, [](std::uint32_t article) { return article % 3 == 1; });
  return of;
}

TEST(SentenceGroups, AreThoseOfAMap) {
  ArticleCorpus corpus = repeating_corpus(1);
  const auto of = every_third_left_out(corpus);
  // The slow obvious twin.
  std::map<std::u16string_view, std::uint32_t> numbers;
  std::vector<SentenceGroups::Occurrence> first;
  std::vector<std::vector<std::uint32_t>> articles;
  for (const std::uint32_t article : of) {
    for (std::uint32_t s = 0; s < corpus.sentence_count(article); ++s) {
      const auto [at, is_new] =
          numbers.try_emplace(corpus.sentence_chars(article, s), static_cast<std::uint32_t>(numbers.size()));
      if (is_new) first.push_back({article, s}), articles.emplace_back();
      auto& own = articles[at->second];
      if (own.empty() || own.back() != article) own.push_back(article);
    }
  }
  for (const std::size_t at_once : {std::size_t{700}, SIZE_MAX}) {
    for (const unsigned threads : {1U, 3U}) {
      const SentenceGroups groups(corpus, of, threads, at_once);
      ASSERT_EQ(groups.size(), numbers.size());
      for (std::uint32_t text = 0; text < groups.size(); ++text) {
        EXPECT_EQ(groups.first(text).article, first[text].article);
        EXPECT_EQ(groups.first(text).sentence, first[text].sentence);
        EXPECT_TRUE(std::ranges::equal(groups.articles(text), articles[text]));
      }
      for (const std::uint32_t article : of) {
        const auto sentences = corpus.sentences(article);
        for (std::uint32_t s = 0; s < sentences.size(); ++s) {
          EXPECT_EQ(sentences[s].text, numbers.at(corpus.sentence_chars(article, s)));
        }
      }
    }
  }
}

}  // namespace
}  // namespace yiwen
