// SPDX-License-Identifier: Apache-2.0
//
// What desks do to the dispatch of an agency: heads and credits of their own, persons called in other ways, another
// headline.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/pipeline/compared_texts.h"
#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

std::vector<std::string> findings(const std::vector<std::string>& texts) {
  return loud_and_minor(report_against_first(texts));
}

// A story of a lighthouse with one sentence of the test among the others.
std::string story(const std::string& sentence) {
  return "灯塔\n\n澜湾港务局昨天把旧灯塔的钥匙交给了博物馆，守塔的人从此不必每晚上楼点灯。\n\n" + sentence +
         "\n\n旧灯塔建于清末，两次毁于台风，又两次在原处重建，塔身的石料取自对岸的采石场。\n";
}

TEST(Dispatches, OnePersonCalledBySurnameOrInFullIsNoOtherPerson) {
  const auto brief = story("仪式开始前顾副局长绕塔走了一周，说塔上的铜钟要留在原处。");
  const auto full = story("仪式开始前副局长顾怀山绕塔走了一周，说塔上的铜钟要留在原处。");
  EXPECT_THAT(findings({brief, full}), Each(StartsWith("drift wording minor")));
  EXPECT_THAT(findings({full, brief}), Each(StartsWith("drift wording minor")));
  const auto another = story("仪式开始前副局长陈怀山绕塔走了一周，说塔上的铜钟要留在原处。");
  EXPECT_THAT(findings({brief, another}), Contains(HasSubstr("name")));
}

TEST(Dispatches, FormerBelongsToThePostAndNotToTheName) {
  EXPECT_THAT(findings({story("由于顾前校长已九十高龄，医护人员没有让他登上灯塔的最高一层。"),
                        story("顾怀山前校长已九十高龄，医护人员没有让他登上灯塔的最高一层。")}),
              Each(AllOf(HasSubstr("minor"), Not(HasSubstr("name")))));
}

TEST(Dispatches, AHeadlineInOtherWordsIsNoOtherReadingOfASentence) {
  const std::string body =
      "\n\n澜湾港务局昨天把旧灯塔的钥匙交给了澜湾博物馆，守塔的人从此不必每晚上楼点灯。\n\n旧灯塔建于清末，两次毁于台风"
      "，"
      "又两次在原处重建，塔身的石料取自对岸的采石场。\n";
  const auto said =
      findings({"澜湾港务局把旧灯塔交给博物馆" + body, "守塔人撤离，旧灯塔的钥匙交给了澜湾博物馆" + body});
  EXPECT_THAT(said, Each(StartsWith("drift title")));
}

TEST(Dispatches, AHeadlineMadeOfPiecesOfItsSentenceSaysNothingElse) {
  const std::string body =
      "渔业局局长周远山3月8日在全县第二次恳谈会上说,近3年全县鱼虾平均产量达到1.18亿斤,去年鱼虾产量越过1."
      "2亿斤大关是有道理的,"
      "今年县政府工作计划写明的1.2亿斤上下的全年目标大家加把劲是能够做到的。渔业局要把捕捞和养殖一道办好,不误农时。\n";
  EXPECT_THAT(findings({body, "渔业局局长周远山:今年鱼虾产量1.2亿斤上下的全年目标大家加把劲能做到\n\n" + body}),
              IsEmpty());
  EXPECT_THAT(findings({body, "渔业局局长周远山:明年鱼虾产量1.2亿斤上下的全年目标大家加把劲能做到\n\n" + body}),
              ElementsAre(HasSubstr("critical")));
}

TEST(Dispatches, NoTermReachesFromOneClauseIntoTheNext) {
  const std::string boats = "5月份，沿海渔船出海两千次，比上月多了一成。", fish = "5月份，沿海渔港卸下带鱼八百吨。",
                    ports = "5月份，沿海盐场恢复晒盐，工人比去年多。";
  auto shorter = boats;
  shorter.replace(shorter.find("月份"), std::string("月份").size(), "月");
  EXPECT_THAT(findings({story(boats + fish + ports), story(shorter + fish + ports)}),
              Each(StartsWith("drift deletion minor")));
}

TEST(Dispatches, PointsAboveAStoryAreNoCopiesAndHaveNoFullStops) {
  const std::string second =
      "The keeper called the rescue an exceptional effort of forty rowers, who had been at sea since dawn, with "
      "roughly "
      "150 lanterns and 189 ropes laid out along the quay for them";
  const std::string body =
      "HARWICK: The old lighthouse of the island was handed over to the museum on Thursday, after ninety years of "
      "service.\n\n" +
      second +
      ".\n\nThe lamp will burn again on the first night of the year, and visitors may climb the tower in spring.\n";
  const std::string points =
      "  • The lamp will burn again on the first night of the year, as it did before the storm\n  • " + second + "\n\n";
  EXPECT_THAT(findings({"Lighthouse handed over\n\n" + body, "Lighthouse handed over\n\n" + points + body}),
              Each(StartsWith("addition")));
}

TEST(Dispatches, AHeadlineLeavesOutWhatItLikes) {
  const std::string said =
      "港务局长周远山昨天在全市渔业会上指出，今年是远洋捕捞的大年，两港来往的日程已经摆在桌上，眼下要紧的是备好船和人手"
      "。";
  const std::string rest =
      "旧灯塔建于清末，两次毁于台风，又两次在原处重建，塔身的石料取自对岸的采石场。\n\n"
      "守塔的人从此不必每晚上楼点灯，钥匙已经交给了博物馆。\n";
  EXPECT_THAT(
      findings({"渔业会议召开\n\n" + said + "\n\n" + rest, "今年是远洋捕捞的大年 要紧的是备好船和人手\n\n" + rest}),
      AllOf(Each(Not(HasSubstr("dropped-clause major"))), Contains(HasSubstr("dropped-sentence"))));
}

TEST(Dispatches, ALeadThatTellsTheEndsOfTwoSentencesIsNoCopy) {
  const std::string first = "记者从澜湾港务局了解到，三号码头的吊机疑似被雷击中，正在清查损失和评估风险。",
                    second = "为确保过往船只安全，经会商决定，原定周五举行的开港仪式将推迟进行。",
                    rest = "\n\n旧灯塔建于清末，两次毁于台风，又两次在原处重建，塔身的石料取自对岸的采石场。\n";
  const std::string lead = "原定周五举行的开港仪式将推迟进行。三号码头的吊机疑似被雷击中，正在清查损失和评估风险。\n\n";
  EXPECT_THAT(findings({"开港仪式推迟\n\n" + first + second + rest, "开港仪式推迟\n\n" + lead + first + second + rest}),
              Each(AllOf(Not(HasSubstr("printed-twice")), Not(HasSubstr("missing")))));
}

TEST(Dispatches, AHeadlineOfTwoLinesIsTheSameInOne) {
  const std::string body =
      "\n\n澜湾港务局昨天把旧灯塔的钥匙交给了博物馆，守塔的人从此不必每晚上楼点灯。\n\n"
      "旧灯塔建于清末，两次毁于台风，又两次在原处重建，塔身的石料取自对岸的采石场。\n";
  const std::string one = "澜湾港务局交出旧灯塔的钥匙 守塔人不再每晚上楼" + body,
                    two = "澜湾港务局交出旧灯塔的钥匙\n\n守塔人不再每晚上楼" + body;
  for (const auto& texts : {std::vector{one, two}, std::vector{two, one}})
    EXPECT_THAT(findings(texts), Not(Contains(HasSubstr("title"))));
  EXPECT_THAT(findings({one, "澜湾港务局交出旧灯塔的钥匙" + body}), Contains(HasSubstr("title critical")));
}

TEST(Dispatches, WhoGivesNoticeMayBeNamedInShort) {
  const std::string body =
      "\n\n本公司从四月起启用三号盐池，原有的两座盐池轮流停晒，工人的排班照旧，工资不受停晒的影响。\n\n"
      "盐池的堤岸去年秋天加高了半米，经得住十年一遇的大潮，验收的记录放在公司的门房里供人查看。\n";
  const std::string full = "澜湾海盐股份有限公司关于启用三号盐池的公告";
  for (const std::string other : {"澜湾海盐：关于启用三号盐池的公告", "海盐股份：关于启用三号盐池的公告"})
    EXPECT_THAT(findings({full + body, other + body}), Each(HasSubstr("minor"))) << other;
  for (const std::string other : {"澜湾海盐：关于停用三号盐池的公告", "赤岩海盐：关于启用三号盐池的公告",
                                  "澜湾盐股份有限公司关于启用三号盐池的公告"})
    EXPECT_THAT(findings({full + body, other + body}), Contains(StartsWith("drift title critical"))) << other;
}

TEST(Dispatches, ATitleMayNameWhoSpeaks) {
  const std::string body =
      "\n\n各位盐工，各位乡亲，今天我们站在老盐场的门口，门上的锁是我父亲那一辈人亲手挂上去的。\n\n"
      "锁打开了，路还长着，池堤要一寸一寸地补，盐船要一条一条地修，谁家的孩子愿意学，我就教谁。\n";
  const std::string title = "在老盐场开工那天的讲话";
  const auto named = "顾怀山：" + title + body;
  for (const auto& texts : {std::vector{named, title + "\n\n（2031年3月5日）\n\n顾怀山" + body},
                            std::vector{title + "\n\n（2031年3月5日）\n\n顾怀山" + body, named}})
    EXPECT_THAT(findings(texts), Not(Contains(HasSubstr("critical"))));
  EXPECT_THAT(findings({named, title + "\n\n（2031年3月5日）\n\n叶小舟" + body}),
              Contains(StartsWith("drift title critical")));
}

TEST(Dispatches, WhoSpeaksMayBeNamedOnceForTwoSentences) {
  const std::string named = "副局长顾怀山昨天绕塔走了一周，塔上的铜钟由他亲手擦过。";
  const std::string said = "塔上的铜钟要留在原处，来登塔的游人逢年过节可以敲三下。";
  for (const std::string clause : {"顾怀山在交接仪式上介绍，", "顾怀山说，", "顾怀山说，1987年，"}) {
    const auto with = story(named + "1987年换过一回钟绳。" + clause + said),
               without = story(named + "1987年换过一回钟绳。" + said);
    EXPECT_THAT(findings({with, without}), Each(HasSubstr("minor"))) << clause;
  }
  EXPECT_THAT(findings({story(named + "渔会会长叶小舟在交接仪式上介绍，" + said), story(named + said)}),
              Contains(HasSubstr("major")));
}

TEST(Dispatches, AClauseThatOneTextHasAloneIsToldOnce) {
  const auto alone = story("石匠们在塔基下找到一枚铜钱，钱上的字已经磨平，馆方打算把它交给大学鉴定。");
  const auto other = story("石匠们在塔基下找到一枚铜钱，馆方打算把它交给大学鉴定。");
  EXPECT_THAT(findings({alone, other, other, other}),
              ElementsAre("drift deletion major: no other text has this clause of the sentence: 钱上的字已经磨平"));
  EXPECT_THAT(findings({alone, other, alone}),
              ElementsAre("omission dropped-clause major: a clause of a sentence that is otherwise kept"));
}

TEST(Dispatches, WordOfAMediumIsTheHeadOfAReport) {
  EXPECT_THAT(findings({story("澜湾新闻网消息：石匠们在塔基下找到一枚铜钱，馆方打算把它交给大学鉴定。"),
                        story("石匠们在塔基下找到一枚铜钱，馆方打算把它交给大学鉴定。")}),
              ElementsAre("omission dropped-clause minor: the head of a report by wire"));
}

TEST(Dispatches, WhoSpeaksMayBeNamedInTheSentenceBefore) {
  const auto named = story("馆长顾怀山说，铜钱是清末的。顾怀山指出，塔基下还可能埋着别的东西，石匠们会继续挖掘。");
  EXPECT_THAT(findings({named, story("馆长顾怀山说，铜钱是清末的。塔基下还可能埋着别的东西，石匠们会继续挖掘。")}),
              ElementsAre("omission dropped-clause minor: who speaks is named before"));
}

TEST(Dispatches, ATitleThatIsGivenInShortLosesNoClause) {
  EXPECT_THAT(findings({story("馆长顾怀山表示，《澜湾灯塔，和守塔的人们》系统梳理了两百年来的守塔记录。"),
                        story("馆长顾怀山说，这本书系统梳理了两百年来的守塔记录。")}),
              Each(AllOf(StartsWith("drift"), HasSubstr("minor"))));
}

TEST(Dispatches, OneOpenEndAmongThreeParagraphsIsACut) {
  const std::string begin =
      "港务局昨天把旧灯塔的钥匙交给了博物馆，守塔的人从此不必每晚上楼点灯。\n\n塔身的石料取自对岸的采石场，两次毁于台风"
      "，"
      "又两次在原处重建。\n\n馆长顾怀山说，塔上的铜钟要留在原处，每年只敲一次，";
  EXPECT_THAT(
      findings({begin + "好让渔民记得台风来的那一夜。\n\n开放参观的日子还没有定。", begin.substr(0, begin.size() - 3)}),
      Contains(StartsWith("truncation tail-missing critical")));
}

TEST(Dispatches, TheHourOfAPageIsNoOtherDay) {
  const auto dated = [](const std::string& date) {
    return "旧灯塔移交博物馆\n\n" + date +
           "\n\n港务局昨天把旧灯塔的钥匙交给了博物馆，守塔的人从此不必每晚上楼点灯。\n\n"
           "塔身的石料取自对岸的采石场，两次毁于台风，又两次在原处重建。\n";
  };
  EXPECT_THAT(findings({dated("2025年03月04日 08:30"), dated("2025-03-04 11:02:17")}), ElementsAre());
  EXPECT_THAT(findings({dated("2025年03月04日 08:30"), dated("2025-03-05")}),
              ElementsAre(StartsWith("drift date-line minor")));
}

TEST(Dispatches, AnAdvertiserInThePlaceOfTheCountryIsGrave) {
  const auto wire = story("馆长顾怀山说，这座塔是中国最早的灯塔之一，每年有两万人登塔。");
  const auto mirror = story("馆长顾怀山说，这座塔是金沙娱乐城最早的灯塔之一，每年有两万人登塔。");
  const std::string why = "drift name critical: an advertiser in the place of a name: ";
  EXPECT_THAT(findings({wire, mirror}), ElementsAre(why + "中国 → 金沙娱乐城"));
  EXPECT_THAT(findings({mirror, wire}), ElementsAre(why + "金沙娱乐城 → 中国"));
  EXPECT_THAT(findings({story("馆长顾怀山说，这座塔是澳门最早的灯塔之一，每年有两万人登塔。"),
                        story("馆长顾怀山说，这座塔是赌城最早的灯塔之一，每年有两万人登塔。")}),
              Not(Contains(HasSubstr("advertiser"))));
}

TEST(Dispatches, WhatFollowsWhereTheBaseBreaksOffIsPartOfTheCut) {
  const std::string begin =
      "港务局昨天把旧灯塔的钥匙交给了博物馆，守塔的人从此不必每晚上楼点灯。\n\n塔身的石料取自对岸的采石场，两次毁于台风"
      "，"
      "又两次在原处重建。\n\n馆长顾怀山说，塔上的铜钟要留在原处，每年只敲一次，";
  const std::string more = begin + "好让渔民记得台风来的那一夜，平日由";
  EXPECT_THAT(findings({begin.substr(0, begin.size() - 3), more + "守塔人看管，平日禁止触摸。", more}),
              Contains("drift insertion minor: follows where the text breaks off"));
}

TEST(Dispatches, TheNameThatAProgramGaveAPageIsNoWordOfTheText) {
  const std::string sentence = "澜湾港务局昨天把旧灯塔的钥匙交给了博物馆，守塔的人从此不必每晚上楼点灯。";
  const std::string rest = "\n\n塔身的石料取自对岸的采石场，两次毁于台风，又两次在原处重建。\n";
  EXPECT_THAT(findings({sentence + rest, "7f3kq9x2ab lanwan.example旧灯塔/k3m9p2x7q" + sentence + rest}),
              Each(StartsWith("drift page-words minor")));
}

TEST(Dispatches, ADayMayStandElsewhereInTheSentence) {
  const std::string why = "omission dropped-clause minor: the day is said in another place of the sentence";
  const auto first = story("2025年3月4日，石匠们在塔基下找到一枚铜钱，馆方表示打算把它交给大学鉴定。");
  EXPECT_THAT(findings({first, story("石匠们在塔基下找到一枚铜钱，馆方4日表示打算把它交给大学鉴定。")}), Contains(why));
  EXPECT_THAT(findings({first, story("石匠们在塔基下找到一枚铜钱，馆方表示打算把它交给大学鉴定。")}),
              Contains(StartsWith("omission dropped-clause major")));
}

TEST(Dispatches, ASourceThatOneDeskNamesAloneIsNotLeftOutByTheOthers) {
  const auto credited = story("据《澜湾日报》报道，石匠们在塔基下找到一枚铜钱，馆方打算把它交给大学鉴定。");
  const auto plain = story("石匠们在塔基下找到一枚铜钱，馆方打算把它交给大学鉴定。");
  EXPECT_THAT(findings({credited, plain, plain}), ElementsAre(StartsWith("drift attribution minor")));
}

TEST(Dispatches, WhatTheLeadSaysInShortIsNotPrintedTwice) {
  const std::string quoted =
      "\n\n馆长顾怀山说，塔身的石料取自对岸的采石场。如果风停，铜钟当晚就会运到码头，先过磅，再装船。\n";
  const std::string lead = "澜湾港务局昨天把旧灯塔的钥匙交给了博物馆。";
  EXPECT_THAT(findings({lead + quoted, lead + "如果风停，铜钟当晚就会运到码头。" + quoted}),
              Not(Contains(StartsWith("duplicate"))));
}

}  // namespace
}  // namespace yiwen
