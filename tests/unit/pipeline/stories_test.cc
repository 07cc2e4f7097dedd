// SPDX-License-Identifier: Apache-2.0
#include "pipeline/stories.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string sentence(std::mt19937_64& random, std::size_t chars) {
  std::string text;
  for (std::size_t i = 0; i < chars; ++i) {
    const std::uint64_t c = 0x4E00 + random() % 0x1000;
    text += static_cast<char>(0xE0 | c >> 12);
    text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
  return text + "。";
}

std::vector<std::string> story(std::mt19937_64& random, std::size_t sentences) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < sentences; ++i) all.push_back(sentence(random, 15 + random() % 30));
  return all;
}

std::string joined(const std::vector<std::string>& sentences, std::size_t from = 0, std::size_t count = 1000) {
  std::string text;
  for (std::size_t i = from; i < std::min(sentences.size(), from + count); ++i) text += sentences[i];
  return text;
}

std::vector<std::vector<std::uint32_t>> stories(const std::vector<std::string>& texts, unsigned threads = 1) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  return find_stories(views, threads);
}

TEST(Stories, AreFoundThroughCutsAndEdits) {
  std::mt19937_64 random(1);
  const auto one = story(random, 20);
  const auto two = story(random, 20);
  std::vector<std::string> edited = one;
  for (std::size_t i = 0; i < edited.size(); i += 2) edited[i].replace(9, 6, "中文");
  EXPECT_THAT(stories({joined(one), joined(two), joined(edited), joined(two, 0, 9), joined(one, 12)}),
              ElementsAre(ElementsAre(0, 2, 4), ElementsAre(1, 3)));
}

TEST(Stories, TraditionalTextTellsTheSameStory) {
  EXPECT_THAT(
      stories({"中国经济持续发展，产业体系不断完善。各地认真落实有关要求。",
               "中國經濟持續發展,產業(yè)體系不斷完善.各地認真落實有關要求.", "另一篇文章说的是完全不同的一件事情。"}),
      ElementsAre(ElementsAre(0, 1)));
}

TEST(Stories, AFooterOnManyPagesIsNoStory) {
  std::mt19937_64 random(2);
  const auto footer = joined(story(random, 3));
  std::vector<std::string> pages;
  for (int i = 0; i < 200; ++i) pages.push_back(joined(story(random, 4)) + footer);
  EXPECT_THAT(stories(pages), IsEmpty());
}

TEST(Stories, ADigestDoesNotJoinTheStoriesItHolds) {
  std::mt19937_64 random(3);
  std::vector<std::string> texts;
  std::string digest;
  for (int i = 0; i < 4; ++i) {
    const auto one = story(random, 12);
    texts.push_back(joined(one));
    texts.push_back(joined(one, 1));
    digest += joined(one);
  }
  texts.push_back(digest);
  for (const auto& group : stories(texts)) EXPECT_LE(group.back() - group.front(), 1U);
}

TEST(Stories, AnExcerptOfAnyTextOfTheStoryBelongsToIt) {
  std::mt19937_64 random(5);
  const auto shared = joined(story(random, 8));
  const auto end = story(random, 8);
  const std::string longest = joined(story(random, 12)) + shared;
  const std::string other = shared + joined(end);
  const std::string excerpt = joined(end, 4) + joined(story(random, 2));  // nothing of the longest
  EXPECT_THAT(stories({longest, other, excerpt, joined(story(random, 9))}), ElementsAre(ElementsAre(0, 1, 2)));
}

TEST(Stories, DoNotDependOnTheThreads) {
  std::mt19937_64 random(4);
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) {
    const auto one = story(random, 10);
    for (std::size_t copy = 0; copy < random() % 4; ++copy)
      texts.push_back(joined(one, random() % 4, 5 + random() % 5));
  }
  const auto once = stories(texts, 1);
  EXPECT_GT(once.size(), 10U);
  EXPECT_EQ(once, stories(texts, 4));
}

TEST(Stories, EmptyTextsAreNoStory) { EXPECT_THAT(stories({"", "", "。。。", "\n"}), IsEmpty()); }

}  // namespace
}  // namespace yiwen
