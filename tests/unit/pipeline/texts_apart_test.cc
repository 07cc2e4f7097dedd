// SPDX-License-Identifier: Apache-2.0
//
// Texts with the sentences of the base that are none of its reprints.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "report/reasons.h"
#include "unit/pipeline/compared_texts.h"
#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

// The daily board of a harbour: the same sentences, each day with other numbers.
std::string board(const std::array<int, 12>& numbers) {
  const auto n = [&](std::size_t i) { return std::to_string(numbers[i]); };
  return "澜湾港昨日进港货轮" + n(0) + "艘，其中远洋货轮" + n(1) + "艘，近海货轮" + n(2) +
         "艘，没有货轮滞留锚地。\n\n"
         "当日卸下粮食" +
         n(3) + "吨，卸下木材" + n(4) + "立方米，装船外运的罐头" + n(5) + "箱，比前一日增加" + n(6) +
         "箱。\n\n码头上待运的集装箱现有" + n(7) + "个，其中冷藏箱" + n(8) + "个，本周累计吊装集装箱" + n(9) +
         "个。\n\n港务局值班室昨日接到求助电话" + n(10) + "个，派出拖轮" + n(11) + "次，均已处理完毕。\n";
}

constexpr std::array<int, 12> kMonday = {31, 12, 19, 4200, 860, 1500, 40, 2950, 310, 7700, 18, 6};

TEST(TextsApart, AnotherIssueOfAReportIsNoReprintWithEveryNumberWrong) {
  const auto report =
      report_against_first({board(kMonday), board({28, 9, 17, 3900, 815, 1440, 25, 3012, 298, 8150, 21, 4})});
  EXPECT_EQ(report.documents[1].relation, Relation::related);
  EXPECT_THAT(report.documents[1].relation_why, HasSubstr("another issue"));
  EXPECT_TRUE(translated_reason(report.documents[1].relation_why, Language::zh_hans));
  EXPECT_THAT(loud_and_minor(report), IsEmpty());
}

TEST(TextsApart, AReprintMayHaveSomeNumbersWrong) {
  auto numbers = kMonday;
  numbers[0] = 13, numbers[3] = 2400, numbers[7] = 2590, numbers[10] = 81;
  const auto report = report_against_first({board(kMonday), board(numbers)});
  EXPECT_EQ(report.documents[1].relation, Relation::reprint);
  EXPECT_EQ(loud_and_minor(report).size(), 4u);
  EXPECT_THAT(loud_and_minor(report), Each(StartsWith("drift number critical")));
}

TEST(TextsApart, OfOneDayEveryOtherNumberIsWrong) {
  const std::string day = "澜湾港3月5日发布货运情况。\n\n";
  const auto report = report_against_first(
      {day + board(kMonday), day + board({28, 9, 17, 3900, 815, 1440, 25, 3012, 298, 8150, 21, 4})});
  EXPECT_EQ(report.documents[1].relation, Relation::reprint);
  EXPECT_GE(loud_and_minor(report).size(), 10u);
}

TEST(TextsApart, AThirdTextIsStillComparedWithTheBase) {
  auto numbers = kMonday;
  numbers[4] = 680;
  const auto report = report_against_first(
      {board(kMonday), board({28, 9, 17, 3900, 815, 1440, 25, 3012, 298, 8150, 21, 4}), board(numbers)});
  EXPECT_EQ(report.documents[2].relation, Relation::reprint);
  ASSERT_EQ(loud_and_minor(report).size(), 1u);
  for (const auto& reading : report.findings.front().readings) {
    for (const auto& member : reading.members) EXPECT_NE(member.document, 1u);
  }
}

const std::string kBackground =
    "旧灯塔建于清末，两次毁于台风，又两次在原处重建，塔身的石料取自对岸的采石场。\n\n"
    "塔上的铜钟铸于一八九一年，雾天每隔两分钟敲一次，方圆十里的渔船都听得见。\n";

TEST(TextsApart, AnotherDispatchMayRepeatWhatReadersMustKnow) {
  const std::string reopening =
      "海岛通讯社石浦5月6日电（记者林默）澜湾港务局6日宣布，旧灯塔修缮完毕，从下周起向游人开放。\n\n"
      "港务局副局长说，登塔的石阶换了新的，塔顶的灯仍旧每晚点亮，守塔人的小屋改成了书屋。\n\n"
      "开放的头一个月不收门票，每天最多接待三百人，雨天和大雾天停止登塔。\n\n";
  const std::string closing =
      "海岛通讯社石浦11月20日电（记者沈怀瑾）澜湾港务局20日宣布，旧灯塔因台风受损，不再向游人开放。\n\n"
      "据介绍，塔身西侧裂开一道两米长的缝，工程师正在查看地基，何时修好还说不准。\n\n"
      "岛上的小学生给守塔人写了信，希望春天以前能再到塔上看一次日出和归来的渔船。\n\n";
  const auto report = report_against_first({reopening + kBackground, closing + kBackground});
  EXPECT_EQ(report.documents[1].relation, Relation::related);
  EXPECT_THAT(report.documents[1].relation_why, StartsWith("another dispatch"));
  EXPECT_TRUE(translated_reason(report.documents[1].relation_why, Language::zh_hans));
  EXPECT_THAT(loud_and_minor(report), IsEmpty());
  // The same dispatch under another day is a reprint, and the day is wrong.
  std::string misdated = reopening;
  misdated.replace(misdated.find("5月6日电"), std::string("5月6日电").size(), "5月8日电");
  EXPECT_THAT(loud_and_minor(report_against_first({reopening + kBackground, misdated + kBackground})),
              Contains(StartsWith("drift number critical")));
}

TEST(TextsApart, NobodyMissesAFullStopInATextThatIsNoReprint) {
  const std::string story =
      "旧灯塔建于清末，两次毁于台风，又两次在原处重建，塔身的石料取自对岸的采石场。\n\n"
      "塔上的铜钟铸于一八九一年，雾天每隔两分钟敲一次，方圆十里的渔船都听得见。\n";
  const std::string other =
      "渔业大会昨天在县城闭幕，代表们表决通过了休渔期的新办法，从明年春天开始实行。\n\n"
      "大会还听取了盐场修复工程的报告，认为进度比原来预想的要快，经费也有节余。\n\n"
      "闭幕之后代表们乘渡船去看了新修的盐池和正在打桩的第三座码头，晚上在镇上听了一场旧戏";
  EXPECT_THAT(loud_and_minor(report_against_first({story, other})), IsEmpty());
}

}  // namespace
}  // namespace yiwen
