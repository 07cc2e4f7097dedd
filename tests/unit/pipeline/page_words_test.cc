// SPDX-License-Identifier: Apache-2.0
//
// What pages put into the sentences of a story.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/pipeline/compared_texts.h"
#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

const std::vector<std::string> kSentences = {
    "湖畔书院昨天下午揭牌，首批学员六十三人，来自沿湖的五个乡镇。",
    "书院由旧粮仓改建，保留了原来的木梁和青砖，工期前后十四个月。",
    "院长汪以恒介绍，课程分古琴、刻印和造船三门，每门都由老匠人带徒。",
    "学员每周上课两天，学费由镇里和书院各出一半，材料自己准备。",
    "沿湖还有四座粮仓空着，镇里打算分批修缮，明年春天先动工两座。",
    "附近的茶馆老板说，周末的客人比往常多了三成，停车也要排队。",
};

std::string story(const std::string& put_in = "", std::size_t before = 0) {
  std::string text = "湖畔书院揭牌\n\n";
  for (std::size_t i = 0; i < kSentences.size(); ++i)
    text += (i == before ? put_in : "") + kSentences[i] + (i % 3 == 2 ? "\n\n" : "");
  return text;
}

constexpr const char* kAd = "（推广）乌石岭老酒，买二送一，电话400-600-0000";

TEST(PageWords, AreShownWithTheirBrackets) {
  const Report report = report_against_first({story(), story(kAd, 1)});
  EXPECT_THAT(loud_and_minor(report), ElementsAre("drift page-words minor: words of the page, not of the text"));
  ASSERT_EQ(report.findings[0].readings.size(), 2u);
  EXPECT_EQ(report.findings[0].readings[1].text, kAd);
}

TEST(PageWords, OfTheBaseAreNoClauseThatOthersLeftOut) {
  EXPECT_THAT(loud_and_minor(report_against_first({story(kAd, 1), story()})),
              ElementsAre("drift page-words minor: words of the page, not of the text"));
}

TEST(PageWords, AtTheEndsOfAParagraphAreNoWordsThatOthersLost) {
  EXPECT_THAT(loud_and_minor(report_against_first({story(), story(kAd, 3)})),
              ElementsAre("drift page-words minor: words of the page, not of the text"));
  std::string behind = story();
  behind.insert(behind.find("\n\n" + kSentences[3]), kAd);
  EXPECT_THAT(loud_and_minor(report_against_first({story(), behind})),
              ElementsAre("addition added-passage minor: words of the page, not of the text"));
}

TEST(PageWords, NotesBelowTheTextAreNoPassageThatWasLost) {
  const std::string notes = "注1：粮仓建于一九五六年，可储粮三百吨。\n注2：见镇志第十二卷，第四十页。\n";
  EXPECT_THAT(loud_and_minor(report_against_first({story() + notes, story()})),
              ElementsAre("omission dropped-passage minor: notes below the text"));
  EXPECT_THAT(loud_and_minor(report_against_first({story(), story() + notes})),
              ElementsAre("addition added-passage minor: notes below the text"));
}

TEST(PageWords, ThatTwoTextsHaveInOtherPlacesAreNotLost) {
  // One of the two stands in a paragraph that the base does not have.
  std::string base = story(), excerpt = story();
  base.erase(base.find(kSentences[2]), kSentences[2].size());
  excerpt.erase(excerpt.find(kSentences[3]));
  const std::string first = "据镇里统计，去年来湖畔过夜的游客有四万七千人，比前年多出一成二，多半是为了听琴。";
  const std::string second = "为这件事，镇里今年拿出三十万元，补贴末班船的油钱。";
  excerpt.insert(excerpt.find(kSentences[0]), first + kAd + second + "\n\n");
  EXPECT_THAT(loud_and_minor(report_against_first({base, story(kAd, 4), excerpt})),
              Contains("addition added-passage minor: words of the page, not of the text +1"));
}

}  // namespace
}  // namespace yiwen
