// SPDX-License-Identifier: Apache-2.0
#include "dedup/article_match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dedup/find_reprints.h"
#include "unit/dedup/made_articles.h"

namespace yiwen {
namespace {

// The first text against the second.
ArticleMatch matched(const std::string& anchor, const std::string& other) {
  ArticleCorpus corpus = corpus_of({anchor, other});
  StageClock clock;
  const Reprints reprints = find_reprints(corpus, {}, clock).value();
  return AnchorArticle(corpus, *reprints.standing, 0).compare(1);
}

TEST(ArticleMatch, ASentenceBrokenInTwoOrMergedIsFound) {
  std::mt19937_64 random(1);
  auto article = made_article(random, 6);
  article[2] = made_sentence(random, 40);
  auto broken = article;
  broken[2].insert(20, U"\n");
  for (const auto& [left, right] : {std::pair(article, broken), std::pair(broken, article)}) {
    const ArticleMatch match = matched(text_of(left), text_of(right));
    EXPECT_TRUE(match.linked);
    EXPECT_GT(match.cover_anchor, 0.98);
    EXPECT_GT(match.cover_other, 0.98);
    EXPECT_EQ(match.relation, ArticleRelation::near_copy);
  }
}

TEST(ArticleMatch, ASentenceThatChangedMuchIsFoundBetweenItsNeighbours) {
  std::mt19937_64 random(2);
  auto article = made_article(random, 5);
  article[2] = made_sentence(random, 30);
  auto other = article;
  for (std::size_t at : {4U, 14U, 24U}) other[2].replace(at, 2, made_sentence(random, 3));
  const ArticleMatch match = matched(text_of(article), text_of(other));
  ASSERT_EQ(match.matches.size(), 5U);
  EXPECT_EQ(match.matches[2].kind, SentenceMatch::Kind::between);
}

TEST(ArticleMatch, CopiesInsideOneTextAreMatchedInTheirOrder) {
  std::mt19937_64 random(3);
  auto article = made_article(random, 4);
  article.push_back(article[1]);
  const ArticleMatch match = matched(text_of(article), text_of(article) + "完");
  std::vector<std::uint32_t> lefts;
  for (const SentenceMatch& m : match.matches) lefts.push_back(m.left);
  EXPECT_THAT(lefts, ::testing::ElementsAre(0, 1, 2, 3, 4));
}

TEST(ArticleMatch, AFormFilledInAnewDoesNotLink) {
  const std::string form = "全市今日最高气温%1摄氏度最低气温%2摄氏度。空气质量指数为%3首要污染物为细颗粒物。";
  const auto filled = [&](std::string_view a, std::string_view b, std::string_view c) {
    std::string text = form;
    for (const auto& [mark, value] : {std::pair("%1", a), std::pair("%2", b), std::pair("%3", c)}) {
      text.replace(text.find(mark), 2, value);
    }
    return text;
  };
  const ArticleMatch match = matched(filled("31", "22", "85"), filled("17", "9", "120"));
  EXPECT_FALSE(match.linked);
  for (const SentenceMatch& m : match.matches) EXPECT_EQ(m.kind, SentenceMatch::Kind::template_only);
}

TEST(ArticleMatch, CoverageIsThePartThatIsCarried) {
  std::mt19937_64 random(4);
  for (int round = 0; round < 50; ++round) {
    const auto article = made_article(random, 10 + random() % 20);
    const std::size_t kept = 4 + random() % (article.size() - 6);
    const ArticleMatch match = matched(text_of(article), text_of(article, 0, kept));
    double all = 0, carried = 0;
    for (std::size_t s = 0; s < article.size(); ++s) {
      all += static_cast<double>(article[s].size());
      if (s < kept) carried += static_cast<double>(article[s].size());
    }
    EXPECT_NEAR(match.cover_anchor, carried / all, 0.02);
    EXPECT_EQ(match.cover_other, 1.0);
  }
}

TEST(ArticleMatch, TextsOfOneSentenceRepeatedAreComparedInLinearTime) {
  std::string many, more;
  for (int i = 0; i < 30000; ++i) {
    many += "图书馆十二日上午重新向读者开放。";
    more += "图书馆十二日上午重新向读者开放。图书馆下午关门。";
  }
  EXPECT_TRUE(matched(more, many).linked);
}

}  // namespace
}  // namespace yiwen
