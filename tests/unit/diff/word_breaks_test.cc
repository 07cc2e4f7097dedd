// SPDX-License-Identifier: Apache-2.0
//
// What the fence around ICU's dictionary of Chinese words lets through. The quirks named at the head of
// lib/diff/word_breaks.cc are pinned here: a new ICU that behaves otherwise is seen at once.
#include "diff/word_breaks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "base/utf8.h"

namespace yiwen {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Not;

std::vector<std::string> words(std::u32string_view text) {
  const auto breaks = word_breaks(text);
  std::vector<std::string> out;
  for (std::size_t begin = 0, at = 1; at <= text.size(); ++at) {
    if (!breaks[at]) continue;
    out.push_back(to_utf8(text.substr(begin, at - begin)));
    begin = at;
  }
  return out;
}

TEST(WordBreaks, BeginAndEndAreBreaks) {
  for (const std::u32string text : {U"", U"港", U"港口", U"abc"}) {
    const auto breaks = word_breaks(text);
    ASSERT_EQ(breaks.size(), text.size() + 1);
    EXPECT_TRUE(breaks.front());
    EXPECT_TRUE(breaks.back());
  }
}

TEST(WordBreaks, CutChineseAtTheWordsOfTheDictionary) {
  EXPECT_THAT(words(U"中国工业增加值"), ElementsAre("中国", "工业", "增加", "值"));
  EXPECT_THAT(words(U"坚持法治"), ElementsAre("坚持", "法治"));
}

// The reason why breaks only widen an edit and never decide what differs.
TEST(WordBreaks, TheDictionaryDoesNotKnowNames) { EXPECT_THAT(words(U"部长李乐成表示"), Not(Contains("李乐成"))); }

TEST(WordBreaks, CountCharactersAndNotUtf16Units) {
  const std::u32string text = U"𠮷𠮷ab𠮷港口";
  const auto breaks = word_breaks(text);
  ASSERT_EQ(breaks.size(), text.size() + 1);
  EXPECT_TRUE(breaks[2]) << "before the letters";
  EXPECT_FALSE(breaks[3]) << "between the letters";
  EXPECT_TRUE(breaks[4]) << "behind the letters";
}

// One iterator is kept for each thread and given new text: the text before must leave no trace.
TEST(WordBreaks, DoNotDependOnTheTextBefore) {
  const std::u32string text = U"中国工业体系进一步巩固";
  const auto first = word_breaks(text);
  (void)word_breaks(U"先放一段完全不同而且更长的文字在这里，看看会不会留下什么痕迹");
  EXPECT_EQ(word_breaks(text), first);
  (void)word_breaks(U"");
  EXPECT_EQ(word_breaks(text), first);
}

TEST(WordBreaks, AreTheSameInEveryThread) {
  const std::u32string text = U"中国工业体系进一步巩固，法治化营商环境持续优化";
  const auto expected = word_breaks(text);
  std::vector<std::vector<char>> seen(4);
  std::vector<std::thread> threads;
  for (auto& breaks : seen) {
    threads.emplace_back([&breaks, &text] {
      for (int round = 0; round < 20; ++round) breaks = word_breaks(text);
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_THAT(seen, Each(expected));
}

}  // namespace
}  // namespace yiwen
