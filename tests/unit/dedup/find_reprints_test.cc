// SPDX-License-Identifier: Apache-2.0
#include "dedup/find_reprints.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "unit/dedup/made_articles.h"

namespace yiwen {
namespace {

using Groups = std::set<std::set<std::string>>;

Groups groups_of(const std::vector<std::string>& texts, unsigned threads) {
  ArticleCorpus corpus = corpus_of(texts);
  StageClock clock;
  Groups groups;
  const Result<Reprints> reprints = find_reprints(corpus, {.threads = threads}, clock);  // fails for folders only
  for (const ArticleCluster& cluster : reprints.value().clusters) {
    std::set<std::string> group{texts[cluster.anchor]};
    for (const ArticleMember& member : cluster.members) group.insert(texts[member.article]);
    groups.insert(group);
  }
  return groups;
}

TEST(FindReprints, DependNeitherOnTheOrderNorOnTheThreads) {
  std::mt19937_64 random(1);
  std::vector<std::string> texts;
  for (int story = 0; story < 30; ++story) {
    auto article = made_article(random, 12);
    for (std::size_t copy = 0; copy < random() % 5; ++copy) {
      texts.push_back(text_of(article, random() % 3, 8 + random() % 5));
      article[random() % article.size()] = made_sentence(random, 25);
    }
  }
  const Groups once = groups_of(texts, 1);
  EXPECT_GT(once.size(), 10U);
  EXPECT_EQ(once, groups_of(texts, 3));
  std::vector<std::string> shuffled = texts;
  std::shuffle(shuffled.begin(), shuffled.end(), random);
  EXPECT_EQ(once, groups_of(shuffled, 2));
}

TEST(FindReprints, AStoryOfManyReprintsIsOneCluster) {
  std::mt19937_64 random(2);
  const auto article = made_article(random, 30);
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) {
    auto reprint = article;
    reprint[random() % reprint.size()] = made_sentence(random, 20);
    reprint.erase(reprint.begin() + static_cast<std::ptrdiff_t>(random() % reprint.size()));
    texts.push_back(text_of(reprint));
  }
  const Groups groups = groups_of(texts, 2);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups.begin()->size(), std::set<std::string>(texts.begin(), texts.end()).size());
}

TEST(FindReprints, HalvesOfATextThatWasPrintedItselfJoinIt) {
  std::mt19937_64 random(3);
  const auto article = made_article(random, 20);
  const auto groups =
      groups_of({text_of(article), text_of(article) + "完", text_of(article, 0, 8), text_of(article, 12)}, 1);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups.begin()->size(), 4U);
}

TEST(FindReprints, StoriesInADigestStayApart) {
  std::mt19937_64 random(4);
  std::vector<std::string> texts;
  std::string digest;
  for (int story = 0; story < 2; ++story) {
    const auto article = made_article(random, 10);
    texts.push_back(text_of(article));
    texts.push_back(text_of(article, 1));
    digest += text_of(article, 0, 4);
  }
  texts.push_back(digest);
  for (const auto& group : groups_of(texts, 1)) {
    EXPECT_FALSE(group.contains(texts[0]) && group.contains(texts[2]));
  }
}

}  // namespace
}  // namespace yiwen
