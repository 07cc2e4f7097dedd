// SPDX-License-Identifier: Apache-2.0
#include "extract/page_words.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "extract/dates.h"
#include "extract/folded_text.h"
#include "extract/word_seam.h"

namespace yiwen {
namespace {

std::string folded(std::string_view text) {
  return to_utf8(fold_for_cues(text, {0, static_cast<std::uint32_t>(text.size())}).chars);
}

TEST(FoldedText, FoldsScriptWidthCaseAndPinyin) {
  EXPECT_EQ(folded("責任編輯：ＡＢc"), "责任编辑:abc");
  EXPECT_EQ(folded("聯(lián)系我們  首頁"), "联系我们 首页");
  EXPECT_EQ(folded("留言規則 友情鏈接 運勢 軟體"), "留言规则 友情链接 运势 软体");
  EXPECT_EQ(folded("人工智能(AI)"), "人工智能(ai)");
}

TEST(FoldedText, MapsBackToTheText) {
  const std::string text = "聯(lián)系我們";
  const FoldedText out = fold_for_cues(text, {0, static_cast<std::uint32_t>(text.size())});
  const auto range = out.source(0, 2);
  EXPECT_EQ(text.substr(range.begin, range.size()), "聯(lián)系");
}

TEST(WordTable, FindsTheLongestWord) {
  const WordTable table{U"编辑", U"责任编辑", U"责任"};
  EXPECT_EQ(table.match(U"责任编辑:某", 0), 4U);
  EXPECT_EQ(table.match(U"责任:某", 0), 2U);
  EXPECT_EQ(table.match(U"某", 0), 0U);
  EXPECT_EQ(table.match(U"某", 1), 0U);
  EXPECT_EQ(table.match_spaced(U"", 0), 0U);
}

TEST(WordTable, MatchesWholeLatinWordsOnly) {
  const WordTable table{U"ap", U"news"};
  EXPECT_EQ(table.match(U"apple", 0), 0U);
  EXPECT_EQ(table.match(U"ap news", 0), 2U);
  EXPECT_FALSE(table.occurs_in(U"newsroom"));
}

TEST(WordTable, SeesWordsWithBlanksInThem) {
  const WordTable table{U"编辑"};
  EXPECT_EQ(table.match_spaced(U"编 辑:某", 0), 3U);
  EXPECT_EQ(table.match_spaced(U"编写", 0), 0U);
}

TEST(Dates, ReadTheFormsThatPagesPrint) {
  for (const std::u32string_view date :
       {U"2025-03-04", U"2025/3/4 9:15", U"2025年3月4日 09:15:20", U"2025年3月4日 星期二", U"二〇二五年三月四日",
        U"march 4, 2025 at 9:15 am", U"tuesday, 4 march 2025", U"2025-03-04t09:15:20+08:00"}) {
    const DateMatch match = match_date(date, 0);
    EXPECT_TRUE(match.has_date) << to_utf8(date);
    EXPECT_EQ(match.size, date.size()) << to_utf8(date);
  }
}

TEST(Dates, AreNotReadIntoNumbers) {
  for (const std::u32string_view text :
       {U"2025年基础研究", U"3月4日,大会", U"13023518", U"41.7万亿元", U"86-010-87765777"})
    EXPECT_FALSE(match_date(text, 0).has_date) << to_utf8(text);
}

TEST(WordSeam, FindsWordsOfTheDictionaryAcrossABreak) {
  EXPECT_TRUE(splits_word("把规划切", "实转化为行动"));
  EXPECT_TRUE(splits_word("努力開", "創新局面"));
  EXPECT_TRUE(splits_word("这是发展的必由之", "路、必然选择"));
  EXPECT_FALSE(splits_word("取得显著成效", "港务局今天宣布"));
  EXPECT_FALSE(splits_word("the com", "mittee"));
  EXPECT_FALSE(splits_word("", "路"));
}

}  // namespace
}  // namespace yiwen
