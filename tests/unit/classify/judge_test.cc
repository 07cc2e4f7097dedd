// SPDX-License-Identifier: Apache-2.0
//
// The verdicts on pairs of sentences: what must be loud, and what must not. docs/variants.md explains the rules with
// more examples, which are checked as well.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "classify/change.h"
#include "normalize/normalize.h"
#include "unit/classify/two_readings.h"
#include "unit/diff/generated_readings.h"

namespace yiwen {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

// "severity kind" of every finding between two sentences.
std::vector<std::string> verdicts(const std::string& left, const std::string& right) {
  std::vector<std::string> out;
  for (const auto& finding : TwoReadings(left, right).findings) {
    out.push_back(std::string(to_string(finding.severity)) + " " + finding.kind);
  }
  return out;
}

struct Example {
  const char* left;
  const char* right;
  const char* verdict;
};

void expect(const std::vector<Example>& examples) {
  for (const auto& example : examples) {
    EXPECT_THAT(verdicts(example.left, example.right), ElementsAre(example.verdict)) << example.left << "\n"
                                                                                     << example.right;
    // A difference is as grave seen from the other side; only what is missing has another name.
    const auto back = verdicts(example.right, example.left);
    if (std::string(example.verdict).starts_with("critical"))
      EXPECT_THAT(back, ElementsAre(example.verdict)) << "swapped: " << example.left;
  }
}

// A passage is read once for all of its differences, and each rule looks only around one of them.
TEST(Judge, EachDifferenceOfALongSentenceIsJudgedAsInAShortOne) {
  const std::vector<Example> examples = {
      {"水路货运量达到6.82亿吨，", "水路货运量达到6.28亿吨，", "critical number"},
      {"全程用了10年3个月12天左右，", "全程用了10年3个月12天，", "minor degree"},
      {"产量增加到300吨，", "产量增加了300吨，", "critical number"},
      {"整修持续三天，", "整修持续三周，", "critical number"},
      {"收购价为5万美元，", "收购价为5万欧元，", "critical number"},
      {"刑期是三年六个月，", "刑期是三年，", "critical number"},
      {"省长王强出席会议，", "省长汪强出席会议，", "critical name"},
      {"双方同意延期，", "双方不同意延期，", "critical negation"},
      {"志愿者收集意见，", "志愿者搜集意见，", "minor wording"},
  };
  const std::string filler = "江面上的船一艘接着一艘慢慢地驶过那座老桥边的旧码头和沿岸的树林，";
  std::string left, right;
  std::vector<std::string> expected;
  for (int round = 0; round < 3; ++round) {
    for (const auto& example : examples) {
      left += filler + example.left;
      right += filler + example.right;
      expected.emplace_back(example.verdict);
    }
  }
  EXPECT_EQ(verdicts(left + filler, right + filler), expected);
}

TEST(Judge, AUnitIsToldByTheCaseOfItsLetters) {
  expect({{"网速达到200MBps左右。", "网速达到200Mbps左右。", "critical number"},
          {"每秒下载100MB数据。", "每秒下载100Mb数据。", "critical number"},
          {"设备功率为5MW左右。", "设备功率为5mW左右。", "critical number"},
          {"每秒下载100MB数据。", "每秒下载100mb数据。", "minor number"},
          {"存储1000MB数据。", "存储1GB数据。", "minor number"}});
  EXPECT_THAT(verdicts("网速达到200Mbps左右。", "网速达到200 MBPS左右。"), IsEmpty());
  EXPECT_THAT(verdicts("售价100GBP左右。", "售价100gbp左右。"), IsEmpty());
}

TEST(Judge, ARateIsSaidInTwoWays) {
  expect({{"均价为8000元/平方米左右。", "均价为每平方米8000元左右。", "minor number"},
          {"补助100元/人/天。", "补助每人每天100元。", "minor number"},
          {"利率下调0.25个百分点。", "利率下调25个基点。", "minor number"},
          {"利率下调0.25个百分点。", "利率下调50个基点。", "critical number"}});
}

TEST(Judge, APaperOfTheNextDaySaysYesterday) {
  expect({{"今天，大桥通车了。", "昨天，大桥通车了。", "minor wording"},
          {"昨日上午大桥通车。", "今日上午大桥通车。", "minor wording"},
          {"今晚女排夺冠。", "昨晚女排夺冠。", "minor wording"},
          {"今天，大桥通车了。", "后天，大桥通车了。", "major term"}});
}

TEST(Judge, ADayIsCountedFromTheDayOfThePaper) {
  const auto severity = [](const char* left, const char* right, TwoReadings::Days days) {
    const auto findings = TwoReadings(left, right, days).findings;
    return findings.size() == 1 ? std::string(to_string(findings.front().severity)) : "";
  };
  EXPECT_EQ(severity("今天，大桥通车了。", "昨天，大桥通车了。", {20260228, 20260301}), "minor");
  EXPECT_EQ(severity("昨天，大桥通车了。", "今天，大桥通车了。", {20260301, 20260228}), "minor");
  EXPECT_EQ(severity("今天，大桥通车了。", "前天，大桥通车了。", {20260305, 20260307}), "minor");
  EXPECT_EQ(severity("今天，大桥通车了。", "昨天，大桥通车了。", {20260305, 20260305}), "major");
  EXPECT_EQ(severity("今天，大桥通车了。", "昨天，大桥通车了。", {20260306, 20260305}), "major");
}

TEST(Judge, WordsThatSayNearlyTheSameAreNoMisprint) {
  expect({{"用户交纳物业费和水电费。", "用户缴纳物业费和水电费。", "minor wording"},
          {"他们做了两年的试验。", "他们做了两年的实验。", "minor wording"},
          {"设立自贸试验区。", "设立自贸实验区。", "major term"},
          {"志愿者收集居民的意见。", "志愿者搜集居民的意见。", "minor wording"},
          {"他是一名退役军人。", "他是一名退伍军人。", "minor wording"}});
}

TEST(Judge, AnItemThatAListLostIsTold) {
  expect({{"活动在北京、上海、广州同时举行。", "活动在北京、广州同时举行。", "major name"},
          {"药品由卫健委、医保局、药监局采购。", "药品由卫健委、药监局采购。", "major name"},
          {"此次召回大众、丰田、本田三个品牌。", "此次召回大众、本田三个品牌。", "major name"},
          {"李强、王毅、张军参加会见。", "李强、张军参加会见。", "major name"},
          {"峰会邀请巴西和印度的代表。", "峰会邀请巴西的代表。", "major name"},
          {"活动在北京、上海、广州等地举行。", "活动在北京、广州等地举行。", "major name"},
          {"活动在北京、上海、广州等地举行。", "活动在北京、上海等地举行。", "minor deletion"},
          {"课上讲数学、物理、化学知识。", "课上讲数学、化学知识。", "major name"},
          {"课上讲数学、物理、化学等知识。", "课上讲数学、物理等知识。", "minor deletion"},
          {"课上讲数学和物理知识。", "课上讲物理知识。", "minor deletion"},
          {"会后要全面、系统、深入地总结。", "会后要全面、深入地总结。", "minor deletion"}});
}

TEST(Judge, WhatLimitsAClaimIsMissed) {
  expect({{"全市排查出重大隐患二十处。", "全市排查出隐患二十处。", "major degree"},
          {"患者的病情基本稳定。", "患者的病情稳定。", "major degree"},
          {"单位可依法解除合同。", "单位可解除合同。", "major degree"},
          {"他生前多次向学校捐款。", "他多次向学校捐款。", "major degree"},
          {"这种病可以治愈。", "这种病难以治愈。", "critical degree"},
          {"该企业涉嫌垄断市场。", "该企业被认定垄断市场。", "major degree"},
          {"They allegedly paid bribes.", "They paid bribes.", "major degree"},
          {"他两度获得冠军。", "他获得冠军。", "major number"},
          {"名誉主席何志平颁奖。", "主席何志平颁奖。", "critical post"},
          {"已故作家陈忠实的手稿展出。", "作家陈忠实的手稿展出。", "major post"},
          {"这是重大成就。", "这是成就。", "minor deletion"},
          {"要坚持基本原则。", "要坚持原则。", "minor deletion"},
          {"法院依法公开开庭。", "法院公开开庭。", "minor deletion"}});
}

TEST(Judge, AnotherNameInLettersIsTold) {
  expect({{"The court sentenced Robert Hayes to five years.", "The court sentenced Robert Hughes to five years.",
           "major name"},
          {"The ferry left the harbour before noon.", "The ferry left the port before noon.", "minor wording"},
          {"The board of Harbour Companies met.", "The board of Harbour Cos met.", "minor wording"},
          {"He said Robert Hayes would go.", "He said Robert Hayes will go.", "minor wording"},
          {"Firm Posts Record Gain In March Sales", "Firm Posts Record Rise In March Sales", "minor wording"}});
}

TEST(Judge, OneOfTheTitlesOfAPersonMayBeLeftOut) {
  expect({{"全国政协委员、作家李明辉提出建议。", "作家李明辉提出建议。", "minor deletion"}});
}

TEST(Judge, AQuestionThatDeniesIsADenial) {
  expect({{"邻县有什么资格插手这件事？", "邻县没有资格插手这件事。", "minor wording"},
          {"邻县有什么问题要解决？", "邻县没有问题要解决。", "critical negation"}});
}

TEST(Judge, AQuotedTermThatMovedWasNotReworded) {
  const std::string frame = "全县第四次水利会议于3月8日（周日）上午10时";
  EXPECT_THAT(
      verdicts(
          frame + "，在文化中心报告厅举行记者会，邀请县水利局局长穆青禾就「水库加固和乡村道路」相关问题回答记者提问。",
          frame + "举行「水库加固和乡村道路」记者会，县水利局局长穆青禾出席并回答记者提问。"),
      Not(Contains("major quotation")));
}

TEST(Judge, AVerbWithItsObjectNamesNothing) {
  expect({{"谈渔业问题：老码头是镇上的根。", "并直指海塘：老码头是镇上的根。", "minor wording"}});
}

TEST(Judge, ANegationAloneDeniesWhateverWordItMakes) {
  expect({{"患者对青霉素过敏，换了药。", "患者对青霉素不过敏，换了药。", "critical negation"},
          {"产量增长很快，不断提高。", "产量增长很快，提高。", "minor deletion"}});
}

TEST(Judge, AMarkOfRankStandsInTheClauseOfItsPost) {
  expect({{"前不久，他当选主任。", "不久，他当选主任。", "minor deletion"},
          {"前国务院办公室主任到任。", "国务院办公室主任到任。", "critical post"}});
}

TEST(Judge, AnotherBodyIsTold) {
  expect({{"省教育厅下发了通知。", "省卫健委下发了通知。", "major name"},
          {"通知由人民银行印发。", "通知由证监会印发。", "critical term"},
          {"有关部门介入调查。", "市场监管局介入调查。", "minor wording"}});
}

TEST(Judge, WhatSaysWhichOfAKindIsMissed) {
  expect({{"进口汽车的关税提高了。", "汽车的关税提高了。", "major degree"},
          {"新规对小微企业免税。", "新规对企业免税。", "major degree"},
          {"他自称是公司的股东。", "他是公司的股东。", "major degree"},
          {"规模以上企业增加了。", "规上企业增加了。", "minor wording"}});
}

TEST(Judge, ItemsOfAListMayStandInAnyOrder) {
  expect({{"苹果、梨、桃等价格下降。", "桃、梨、苹果等价格下降。", "minor order"},
          {"恒泰公司起诉宏远公司。", "宏远公司起诉恒泰公司。", "major order"}});
}

TEST(Judge, WhoDoesItMayBeLeftToWhatStandsBefore) {
  expect({{"随后，李强来到社区看望居民。", "随后，来到社区看望居民。", "minor deletion"},
          {"会后，李强会见了企业家代表。", "会后，会见了企业家代表。", "minor deletion"},
          {"会后，李强和王毅会见了代表。", "会后，王毅会见了代表。", "major name"},
          {"市长李强来到社区。", "市长来到社区。", "major name"}});
}

TEST(Judge, TwoWaysToCallOnePersonAreNoOtherName) {
  expect({{"李强主持召开会议。", "李市长主持召开会议。", "minor wording"},
          {"老张在这里工作多年。", "张师傅在这里工作多年。", "minor wording"},
          {"行政长官发表报告。", "特首发表报告。", "minor wording"}});
}

TEST(Judge, AnotherPersonWithoutATitleIsTold) {
  expect({{"考察组由陈志远率队前往。", "考察组由陈志达率队前往。", "critical name"},
          {"他与马云龙共同创办公司。", "他与马云飞共同创办公司。", "critical name"},
          {"网络由李兰娟院士团队建成。", "网络由李兰芳院士团队建成。", "critical name"},
          {"他们看好吴雨欣夺取金牌。", "他们看好吴雨晴夺取金牌。", "major name"},
          {"失踪多年的吴秀英找到了。", "失踪多年的吴秀珍找到了。", "major name"},
          {"罗文成指出，粮价平稳。罗文成指出，菜价下降。", "罗文成指出，粮价平稳。罗文成表示，菜价下降。",
           "minor wording"},
          {"比赛中金奖牌共三枚。", "比赛中金奖杯共三枚。", "minor wording"},
          {"这张照片拍得好。", "这张相片拍得好。", "minor wording"},
          {"樊振东连扳三局取胜。", "樊振东连追三局取胜。", "minor wording"},
          {"他向前走了几步。", "他向前跑了几步。", "minor wording"}});
}

TEST(Judge, AnotherValueIsCritical) {
  expect({{"会上说，预计今年水稻面积比去年增加6万亩，为稳粮价出力。",
           "会上说，县里还要把水管一直铺到9万亩，为稳粮价出力。", "major number"},
          {"工业增加值41.7万亿元。", "工业增加值47.1万亿元。", "critical number"},
          {"增长5.9%左右。", "增长5.09%左右。", "critical number"},
          {"总投资86亿元。", "总投资86万元。", "critical number"},
          {"3月5日上午开幕。", "3月15日上午开幕。", "critical number"},
          {"制定十五五规划纲要。", "制定十四五规划纲要。", "critical number"},
          {"共有二十六家企业参加。", "共有二十八家企业参加。", "critical number"},
          {"十家企业参加。", "十一家企业参加。", "critical number"},
          {"第十届大会开幕。", "第十一届大会开幕。", "critical number"},
          {"第三季度回升。", "第二季度回升。", "critical number"},
          {"周三开庭审理此案。", "周四开庭审理此案。", "critical number"},
          {"占比三分之一，比去年高。", "占比三分之二，比去年高。", "critical number"},
          {"合格率达百分之六十二点五。", "合格率达百分之六十五点二。", "critical number"},
          {"火灾发生在22:30左右。", "火灾发生在22:50左右。", "critical number"},
          {"火灾发生在22:30左右。", "火灾发生在上午十时三十分左右。", "critical number"},
          {"会议上午10时开始。", "会议下午10时开始。", "critical number"},
          {"管道全长5公里。", "管道全长5英里。", "critical number"},
          {"赔偿300美元。", "赔偿300港元。", "critical number"},
          {"Prices rose 7.2 percent in May.", "Prices rose 7.5 per cent in May.", "critical number"},
          {"Prices rose 7.2 percent in May.", "Prices rose 7.2 percentage points in May.", "critical number"},
          {"It opens on 14 January in Leeds.", "It opens on January 15 in Leeds.", "critical number"},
          {"It opens on 14 January in Leeds.", "It opens on 14 June in Leeds.", "critical number"},
          {"The trial begins on Monday.", "The trial begins on Tuesday.", "critical number"},
          {"The deal is worth 5 million dollars.", "The deal is worth 5 billion dollars.", "critical number"},
          {"Three people were killed.", "Four people were killed.", "critical number"},
          {"売上は３億円だった。", "売上は３万円だった。", "critical number"},
          {"会議は月曜日に開かれた。", "会議は火曜日に開かれた。", "critical number"},
          {"회의는 1월 14일에 열렸다.", "회의는 1월 15일에 열렸다.", "critical number"},
          {"매출은 3억 원이다.", "매출은 3만 원이다.", "critical number"}});
}

TEST(Judge, TheSameValueInAnotherFormIsMinor) {
  expect({{"工业增加值41.7万亿元。", "工业增加值417000亿元。", "minor number"},
          {"二〇二六年开工。", "2026年开工。", "minor number"},
          {"共有26家企业参加。", "共有二十六家企业参加。", "minor number"},
          {"20余万人参观。", "20万余人参观。", "minor order"}});
}

TEST(Judge, AWordThatMustNotBeTakenForAnotherIsGrave) {
  expect({{"打造法治化营商环境。", "打造法制化营商环境。", "critical policy-term"},
          {"依法保障公民权利。", "依法保障公民权力。", "critical term"},
          {"产量比去年增长。", "产量比去年下降。", "critical term"},
          {"大会致辞全文。", "大会辞职全文。", "critical term"},
          {"会议制定了办法。", "会议制订了办法。", "major term"},
          {"出口额创新高。", "进口额创新高。", "critical term"}});
}

TEST(Judge, ANegationOnOneSideIsCritical) {
  expect({{"现在符合条件。", "现在不符合条件。", "critical negation"},
          {"旧船可以进港。", "旧船不可以进港。", "critical negation"},
          {"工程已完工。", "工程未完工。", "critical negation"},
          {"创新不能急功近利。", "创新急功近利。", "critical negation"},
          {"线路不会靠债务建设。", "线路靠债务建设。", "critical negation"},
          {"船队尚未出港。", "船队出港。", "critical negation"},
          {"货主可以取货。", "货主不能取货。", "critical negation"},
          {"港区不再收费。", "港区收费。", "critical negation"}});
}

TEST(Judge, ANegationCountsWhereItsWordsLookLikeAnother) {
  expect({{"他只写下两个字：同意。", "他只写下两个字：不同意。", "critical negation"},
          {"省里已经同意增加编制。", "省里已经不同意增加编制。", "critical negation"}});
}

TEST(Judge, AWordThatOnlyLooksLikeANegationIsNot) {
  for (const auto& [left, right] :
       {std::pair("产量增长。", "产量不断增长。"), std::pair("船来得多。", "船来得非常多。"),
        std::pair("码头忙碌。", "码头无比忙碌。"), std::pair("各地区情况。", "各不同地区情况。"),
        std::pair("问他能来。", "问他能不能来。"), std::pair("年轻人参加。", "不少年轻人参加。")}) {
    for (const auto& verdict : verdicts(left, right)) EXPECT_THAT(verdict, ::testing::StartsWith("minor")) << right;
  }
}

TEST(Judge, AnotherNameOrPostIsCritical) {
  expect({{"部长李乐成表示满意。", "部长李乐戍表示满意。", "critical name"},
          {"市长王强会见客人。", "市长王刚会见客人。", "critical name"},
          {"副省长王强出席仪式。", "省长王强出席仪式。", "critical post"},
          {"原部长王强出席仪式。", "部长王强出席仪式。", "critical post"},
          {"水库管理处处长到任。", "水库管理处原处长到任。", "critical post"},
          {"大学校长到任。", "大学副校长到任。", "critical post"},
          {"博物馆馆长到任。", "博物馆副馆长到任。", "critical post"},
          {"聘请教授三人。", "聘请副教授三人。", "critical post"}});
}

TEST(Judge, ANameIsKnownFromElsewhereInTheText) {
  expect({{"院长杜怀山今年五十三岁。灯亮了，杜怀山送走客人。", "院长杜怀山今年五十三岁。灯亮了，杜怀平送走客人。",
           "critical name"},
          {"省长阎锡林到会。以阎锡林为首。", "省长阎锡林到会。以锡林为首。", "critical name"},
          {"村民罗有福突发胸痛。", "村民罗有林突发胸痛。", "critical name"}});
}

TEST(Judge, TheSameChangeInACommonWordIsNone) {
  for (const auto& [left, right] :
       {std::pair("专家高度评价这座桥。", "专家高调评价这座桥。"), std::pair("市民常来看船。", "市民常去看船。"),
        std::pair("局长曾到码头。", "局长曾去码头。"), std::pair("记者向他提问。", "记者向她提问。")}) {
    for (const auto& verdict : verdicts(left, right)) EXPECT_THAT(verdict, ::testing::StartsWith("minor")) << right;
  }
}

TEST(Judge, WordsBehindAPostAreNoNames) {
  for (const auto& [left, right] : {std::pair("总书记高度重视这项工作。", "总书记高度关注这项工作。"),
                                    std::pair("部长王强和省长李明出席。", "部长王强与省长李明出席。"),
                                    std::pair("市长王强会见了客人。", "市长王强接见了客人。"),
                                    std::pair("总经理全面介绍了情况。", "总经理全面阐述了情况。")}) {
    for (const auto& verdict : verdicts(left, right))
      EXPECT_THAT(verdict, ::testing::StartsWith("minor")) << left << " / " << right;
  }
}

TEST(Judge, AnotherDegreeIsGrave) {
  expect({{"企业必须停产。", "企业可以停产。", "critical term"},
          {"企业应当停产。", "企业可以停产。", "critical term"},
          {"码头首次通航。", "码头再次通航。", "critical term"},
          {"全部货物到港。", "部分货物到港。", "critical term"},
          {"市里拟建新港。", "市里已建新港。", "major degree"},
          {"疑似泄漏事故。", "泄漏事故。", "major degree"}});
}

// Both halves of 是…的 → 比…高 are seen; the half beside the number is the grave one.
TEST(Judge, TimesAndTimesMoreAreNotTheSame) {
  EXPECT_THAT(verdicts("效率是单独作用时的3.4倍。", "效率比单独作用时高3.4倍。"),
              ::testing::Contains("critical number"));
  EXPECT_THAT(verdicts("效率是单独作用时的3.4倍。", "效率为单独作用时的3.4倍。"), ElementsAre("minor wording"));
}

TEST(Judge, ANumberIsComparedWholeWhereOneNumeralOfItCame) {
  expect({{"前後開了四場聽證會。", "前後開了十四場聽證會。", "critical number"},
          {"共有二十六人到场。", "共有六人到场。", "critical number"},
          {"判处有期徒刑三年，缓刑四年。", "判处有期徒刑三年，缓刑十四年。", "critical number"}});
}

TEST(Judge, AHedgeOfANumberSaysTheSameBeforeAndBehindIt) {
  for (const auto& [left, right] :
       {std::pair("约300人参加。", "300人左右参加。"), std::pair("300多人参加。", "超过300人参加。"),
        std::pair("至少300人参加。", "不少于300人参加。"), std::pair("三个月内完成。", "三个月之内完成。"),
        std::pair("约1小时25分到达。", "1小时25分左右到达。"), std::pair("估计有20吨。", "估计约20吨。"),
        std::pair("高达300人参加。", "达300人参加。"), std::pair("增加到5万人。", "增至5万人。")}) {
    for (const auto& verdict : verdicts(left, right)) EXPECT_THAT(verdict, ::testing::StartsWith("minor")) << right;
  }
}

TEST(Judge, WhatOnlySpeaksWithMoreOrLessEmphasisIsNoOtherDegree) {
  for (const auto& [left, right] :
       {std::pair("研究十分严谨。", "研究严谨。"), std::pair("进一步提高水平。", "提高水平。"),
        std::pair("广泛开展活动。", "开展活动。"), std::pair("将于下周启动。", "于下周启动。"),
        std::pair("工程已经完成。", "工程完成。"), std::pair("他曾表示支持。", "他表示支持。"),
        std::pair("他曾多次获奖。", "他多次获奖。")}) {
    for (const auto& verdict : verdicts(left, right)) EXPECT_THAT(verdict, ::testing::StartsWith("minor")) << right;
  }
}

TEST(Judge, PartiesThatChangedPlacesAreTold) {
  expect({{"恒泰公司曾于去年起诉宏远公司。", "宏远公司曾于去年起诉恒泰公司。", "major order"},
          {"张丽华打伤了王建国。", "王建国打伤了张丽华。", "major order"},
          {"农业用地转为建设用地。", "建设用地转为农业用地。", "major order"}});
  for (const auto& [left, right] :
       {std::pair("北京和上海都下雨。", "上海和北京都下雨。"), std::pair("学生、家长到场。", "家长、学生到场。"),
        std::pair("既降低成本又提高效率。", "既提高效率又降低成本。"),
        std::pair("海关会同公安查处。", "公安会同海关查处。")}) {
    for (const auto& verdict : verdicts(left, right)) EXPECT_THAT(verdict, ::testing::StartsWith("minor")) << right;
  }
}

// A desk reads the reason beside the two texts: it must find the words there.
TEST(Judge, AReasonQuotesTheWordsAsTheyArePrinted) {
  EXPECT_EQ(TwoReadings("依法保障公民權利。", "依法保障公民权力。").findings.at(0).why,
            "protected pair 權利/权力: a right / power");
  EXPECT_EQ(TwoReadings("他用ＡＩ製圖。", "他用APP製圖。").findings.at(0).why, "ＡＩ → APP");
}

TEST(Judge, TwoCharactersThatChangedPlacesAreASlip) {
  expect({{"奥巴马访问港口。", "奥马巴访问港口。", "major transposed"},
          {"耐心来自资金，也来自制度。", "耐心来自金资，也来自制度。", "major transposed"},
          {"关键是划清界线，守住底线。", "关键是清划界线，守住底线。", "major transposed"},
          {"还有自发赶来的村民。", "还有发自赶来的村民。", "major transposed"}});
}

TEST(Judge, AWordSpelledInTwoWaysIsOneBesideAnotherChange) {
  EXPECT_THAT(verdicts("另据有报导称，一艘渔船撞上了礁石。", "问：有报道称，渔船撞上了礁石。"),
              ElementsAre("minor wording", "minor regional", "minor deletion"));
  EXPECT_THAT(verdicts("他在岛上甚么都可以想。", "他在岛上什么都能够想。"),
              ElementsAre("minor regional", "minor wording"));
}

TEST(Judge, WhoseItIsAndWhoItIsAreNotTheSame) {
  expect({{"县长陆叙川秘书昨天到了岛上。", "县长秘书陆叙川昨天到了岛上。", "major post"},
          {"县长陆叙川昨天到了岛上。", "陆叙川县长昨天到了岛上。", "minor order"}});
}

TEST(Judge, AShortNameIsDefinedAndNotCited) {
  expect({{"The board asked for a stay order (“TSO”) against the harbour.",
           "The board asked for a stay order against the harbour.", "minor deletion"},
          {"The board asked for a “stay” order against the harbour.",
           "The board asked for a order against the harbour.", "major quotation"}});
}

TEST(Judge, AProtectedPairIsToldWhereItStands) {
  EXPECT_THAT(verdicts("今晚上，一个人在码头边上等船。", "今早晨，一小我在码头边上等船。"),
              ElementsAre("critical term", "minor wording"));
}

TEST(Judge, AFormalNumeralIsTheNumeral) {
  expect({{"盐池占全岛的四分之一。", "盐池占全岛的四分之壹。", "minor number"},
          {"石墙高约一米。", "石墙高约壹米。", "minor number"},
          {"石墙高约一米。", "石墙高约三米。", "critical number"}});
}

TEST(Judge, WordsThatSayTheSameBothWaysAreNoSlip) {
  expect({{"两岸相互帮助。", "两岸互相帮助。", "minor order"}, {"这条线路很长。", "这条路线很长。", "minor order"}});
}

TEST(Judge, AnotherSourceOfWhatIsSaidIsMajor) {
  expect({{"有关负责人表示，工程已经开工。", "知情人士表示，工程已经开工。", "major attribution"},
          {"据新华社报道，工程已经开工。", "据人民日报报道，工程已经开工。", "major attribution"},
          {"王强表示，工程已经开工。", "李明表示，工程已经开工。", "major attribution"},
          {"记者了解到，工程已经开工。", "笔者了解到，工程已经开工。", "minor wording"}});
}

TEST(Judge, AClauseForATermIsNoQuotation) {
  expect({{"他回答说，关于这个新的办法我们大家已经研究过多次了。", "他回答说，《白皮书》已经研究过多次了。",
           "minor wording"}});
}

TEST(Judge, PointsThatAreCountedInAnotherWayAreOnePlace) {
  expect({{"第一，抓企业。", "一是抓企业。", "minor wording"}});
}

TEST(Judge, AClauseToldAnewIsNoRewordingOfTheTermThatItHolds) {
  EXPECT_THAT(
      verdicts(
          "渔业局局长周远山本周在县里第三场“渔家恳谈”里说,近五年平均捕获量达到1.18万吨,去年鱼虾捕获量越过1.2万吨关口。",
          "“老船长满载而归那天”远山:今年老船长满载而归那天鱼虾捕获量1.2万吨关口。"),
      Not(Contains("major quotation")));
}

TEST(Judge, AQuotedTermKeepsItsWording) { expect({{"整治“内卷式”竞争。", "整治“内耗式”竞争。", "major quotation"}}); }

TEST(Judge, WhatDesksDoEveryDayIsMinor) {
  expect({{"去年成绩不小。", "过去一年成绩不小。", "minor wording"},
          {"我国港口发展很快。", "中国港口发展很快。", "minor regional"},
          {"推出人形机器人300多款产品。", "推出300多款人形机器人产品。", "minor order"},
          {"港口发展得很快。", "港口发展很快。", "minor deletion"},
          {"港口发展很快。", "港口发展得很快。", "minor insertion"},
          {"林默介绍说，码头很忙。", "林默指出，码头很忙。", "minor wording"}});
}

TEST(Judge, WhatIsFoldedAwayIsNoFinding) {
  for (const auto& [left, right] :
       {std::pair("「產業」體系，41.7％。", "“产业”体系,41.7%。"), std::pair("产业(chǎn)发展。", "产业发展。"),
        std::pair("网络資訊服务。", "网络信息服务。"), std::pair("臺灣同胞。", "台湾同胞。")}) {
    EXPECT_THAT(verdicts(left, right), IsEmpty()) << left;
  }
}

TEST(Judge, MojibakeIsCorruptionAndNotAWording) {
  expect({{"为之惊艳不已。", "为之惊\xEE\x80\x80不已。", "major corruption"}});
}

TEST(Judge, AClauseThatIsLeftOutIsAnOmission) {
  expect({{"港口开工，货物堆满码头，船舶进港。", "港口开工，船舶进港。", "major dropped-clause"}});
}

TEST(Judge, WhatIsCountedMayStandInAnyOrderAndNotChangePlaces) {
  expect(
      {{"昨日以41票赞成、9票反对、2票弃权通过拨款。", "昨日以41票反对、9票赞成、2票弃权通过拨款。", "critical number"},
       {"昨日以41票赞成、9票反对、2票弃权通过拨款。", "昨日以9票反对、41票赞成、2票弃权通过拨款。", "minor order"},
       {"公司有男职工120人、女职工85人。", "公司有男职工85人、女职工120人。", "critical number"},
       {"公司有男职工120人、女职工85人。", "公司有女职工85人、男职工120人。", "minor order"},
       {"收盘时报46.35元，上涨2.18%，成交活跃。", "收盘时涨2.18%，报46.35元，成交活跃。", "minor order"},
       {"恒曜新材（股票代码：688917）7月14日晚间发布公告。", "7月14日晚间，恒曜新材（股票代码：688917）发布公告。",
        "minor order"}});
}

TEST(Judge, ADenialIsHeardBehindTheWordsBeforeIt) {
  expect({{"对此但尚未作出决定。", "对此并已作出决定。", "critical negation"},
          {"病人切勿自行服药。", "病人可自行服药。", "critical negation"},
          {"症状少数可发展为重症。", "症状不会发展为重症。", "critical negation"},
          {"国内目前尚无获批的疫苗。", "国内目前没有获批的疫苗。", "minor wording"}});
}

TEST(Judge, AMarkBeforeAPostOrCallingIsMissed) {
  expect({{"渠务署助理署长梁国栋说。", "渠务署署长梁国栋说。", "critical post"},
          {"总教练郭振国认为很好。", "教练郭振国认为很好。", "critical post"}});
}

TEST(Judge, ABodyIsNotAnotherThatIsCalledAlike) {
  expect({{"市疾病预防控制中心通报了情况。", "市妇幼保健中心通报了情况。", "major name"},
          {"市疾病预防控制中心通报了情况。", "市疾控中心通报了情况。", "minor wording"},
          {"据中国游泳协会介绍，比赛延期。", "据国际泳联介绍，比赛延期。", "major attribution"},
          {"据中国游泳协会介绍，比赛延期。", "据中国泳协介绍，比赛延期。", "minor wording"},
          {"伤者被送往医院。", "伤者被转送医院。", "minor wording"}});
}

TEST(Judge, WhoSuesAndWhoIsSuedAreToldWhereTheVerbMoved) {
  const TwoReadings readings("公司因纠纷被韩国客户起诉，金额较大。", "公司因纠纷起诉韩国客户，金额较大。");
  EXPECT_TRUE(std::any_of(readings.findings.begin(), readings.findings.end(),
                          [](const Finding& f) { return f.kind == "order" && f.severity == Severity::critical; }));
}

TEST(Judge, AnItemOfWhomARuleSpeaksIsMissed) {
  expect({{"不得委托社会组织或者个人实施检查。", "不得委托社会组织实施检查。", "major name"},
          {"禁止货车、客车驶入。", "禁止货车驶入。", "major name"},
          {"不得重复检查、多头检查。", "不得重复、多头检查。", "minor deletion"}});
}

TEST(Judge, WhatAPenaltyBeginsWithSaysWhatItIs) {
  expect({{"判处有期徒刑十一年六个月，并处罚金。", "判处死刑，缓期二年执行，并处罚金。", "critical term"},
          {"判处有期徒刑十一年六个月，并处罚金。", "判处有期徒刑11年6个月，并处罚金。", "minor number"}});
}

TEST(Judge, ARankIsNoPointOfASpeech) {
  expect({{"载客量第二高的路线。", "载客量第三高的路线。", "critical number"},
          {"载客量第二高的路线。", "载客量最高的路线。", "critical number"},
          {"第二，支持企业。", "第三，支持企业。", "minor wording"}});
}

TEST(Judge, AYearOfTheRepublicAndASpanInPartsAreValues) {
  expect({{"新法自115年1月1日起施行。", "新法自2026年1月1日起施行。", "minor number"},
          {"决定执行有期徒刑十二年六个月。", "决定执行有期徒刑十四年。", "critical number"}});
  for (const auto& verdict : verdicts("造成1人死亡、38人受伤。", "造成1死38伤。"))
    EXPECT_THAT(verdict, StartsWith("minor"));
}

TEST(Judge, WordsBetweenTwoQuotationsAreNoneOfThem) {
  expect({{"\"This is not a blank check,\" the mayor said. \"It ends here.\"",
           "\"This is not a blank check,\" she said. \"It ends here.\"", "minor wording"}});
}

TEST(Judge, AnExceptionInEnglishIsMissed) {
  expect({{"All members except Lindqvist agreed to wait.", "All members agreed to wait.", "major scope"}});
}

TEST(Judge, WordsOfTheTitleOfADocumentAreMissed) {
  expect({{"《北川市涉企检查管理暂行办法》同时废止。", "《北川市涉企检查管理办法》同时废止。", "major quotation"}});
}

TEST(Judge, WordsThatMovedInTheirSentenceAreOneMinorFinding) {
  expect(
      {{"他說，新的碼頭明年三月開工，後年完成。", "新的碼頭明年三月開工，後年完成，他說。", "minor moved-words"},
       {"大学教授王强在接受采访时表示，工程全部完成，明天通车。",
        "工程全部完成，明天通车，大学教授王强在接受采访时表示。", "minor moved-words"},
       {"“The old pier kept us all busy for forty years,” said Nora Tibbs, a retired welder.",
        "Nora Tibbs, a retired welder, said: “The old pier kept us all busy for forty years.”", "minor moved-words"}});
}

// A noun in place of another says something else, where no table has the two and all around them was copied.
TEST(Judge, AnotherWordThatNamesSomethingIsMissed) {
  expect({{"检查组当天询问了仓库保管员和装卸工。", "检查组当天询问了仓库保管员和值班员。", "major wording"},
          {"这批展品来自河阳的一座窑址。", "这批展品来自河阳的一座渡口。", "major wording"},
          {"专家从岩芯里提取了花粉样品。", "专家从岩芯里提取了火山灰样品。", "major wording"},
          {"新规要求出租车安装计价器。", "新规要求出租车安装行车记录仪。", "major wording"},
          {"海峡两端各设一座灯塔为船导航。", "海峡两端各设一座浮标为船导航。", "major wording"}});
}

// What is done and how is put in other words every day, and so are some nouns; what was written anew is no copy.
TEST(Judge, WordsThatAreCommonlyPutForOneAnotherAreQuiet) {
  expect({{"工程队连夜推进清淤工作。", "工程队连夜开展清淤工作。", "minor wording"},
          {"他们的演出深受欢迎。", "他们的演出备受好评。", "minor wording"},
          {"孩子的父亲昨天到了学校。", "孩子的爸爸昨天到了学校。", "minor wording"},
          {"这家企业去年迁到河阳。", "该厂去年迁到河阳。", "minor wording"},
          {"海边有灯塔。", "海边有浮标。", "minor wording"}});
}

TEST(Judge, AClauseThatOnlySaysThatReportersLearntIsScaffolding) {
  expect({{"记者了解到，外墙保温改造已经完成招标，下月进场施工。", "外墙保温改造已经完成招标，下月进场施工。",
           "minor dropped-clause"}});
}

// A place that one character spoils is told by the side that has it whole; what becomes a word of its own is no slip.
TEST(Judge, AMisspeltPlaceIsNoOtherWord) {
  expect({{"检修队昨晚赶到阜新抢修。", "检修队昨晚赶到埠新抢修。", "major name"},
          {"检修队昨晚赶到埠新抢修。", "检修队昨晚赶到阜新抢修。", "major name"},
          {"中国的灯塔有千余座。", "我国的灯塔有千余座。", "minor regional"}});
}

// One side tells a name of the other, a dot tells a foreign one, and what follows tells that of a firm.
TEST(Judge, ANameIsToldByWhatStandsBesideIt) {
  expect({{"检查组昨天约谈了田富贵，核实了台账。", "检查组昨天约谈了田富贤，核实了台账。", "major name"},
          {"解说员埃玛·贝文随后登台。", "解说员埃玛·贝恩随后登台。", "critical name"},
          {"解说员埃玛·贝恩称，雪很大。", "解说员埃玛·贝恩说，雪很大。", "minor wording"},
          // 荣 ends a name, and begins none with a word behind it.
          {"作家季万荣回忆，那年雪很大。", "作家季万荣忆述，那年雪很大。", "minor wording"},
          {"朗泰药业上半年扭亏。", "朗秦药业上半年扭亏。", "major term"},
          {"测量船驶抵永屏礁附近。", "测量船驶抵永坪礁附近。", "major term"}});
}

TEST(Judge, TheMoneyBeforeANumberIsNotAnother) {
  expect({{"捐款为新台币三百万元。", "捐款为人民币三百万元。", "critical term"},
          {"捐款为新台币三百万元。", "捐款为新台币300万元。", "minor number"}});
}

// What counts the points of a speech begins a clause; in the midst of one it says which.
TEST(Judge, AnOrdinalInTheMidstOfAClauseIsNoPointOfASpeech) {
  expect({{"乐团演奏贝多芬第五交响曲。", "乐团演奏贝多芬第九交响曲。", "critical number"},
          {"第五，乐团要下乡演出。", "第四，乐团要下乡演出。", "minor wording"}});
}

TEST(Judge, OneOfTwoThingsThatAreJoinedIsMissed) {
  expect({{"码头存放着木材和水泥。", "码头存放着木材。", "major name"},
          {"抓紧清淤和加固堤岸。", "抓紧清淤堤岸。", "minor deletion"}});
}

// The law: every change has a verdict with a kind and a reason, whatever the words.
TEST(Judge, IsTotal) {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    GeneratedReadings generated(seed);
    const auto pieces = generated.sentence(4 + generated.below(25));
    const auto left = generated.joined(pieces), right = generated.joined(generated.changed(pieces));
    const TwoReadings readings(left, right);
    // Words that moved are one finding of two edits.
    const auto moved =
        static_cast<std::size_t>(std::count_if(readings.findings.begin(), readings.findings.end(),
                                               [](const Finding& f) { return f.type == FindingType::move; }));
    // Parties or numbers that changed places are one finding of two edits or more.
    const bool exchanged = std::any_of(readings.findings.begin(), readings.findings.end(), [](const Finding& f) {
      if (f.kind == "order" && f.severity == Severity::major) return true;
      if (f.readings.size() != 2) return false;
      auto here = normalize(f.readings[0].text).chars, there = normalize(f.readings[1].text).chars;
      std::sort(here.begin(), here.end());
      std::sort(there.begin(), there.end());
      return here == there;
    });
    if (exchanged) {
      EXPECT_LE(readings.findings.size() + moved, readings.diff.edits.size()) << left << "\n" << right;
    } else {
      EXPECT_EQ(readings.findings.size() + moved, readings.diff.edits.size()) << left << "\n" << right;
    }
    for (const auto& finding : readings.findings) {
      EXPECT_FALSE(finding.kind.empty());
      EXPECT_FALSE(finding.why.empty());
      EXPECT_GT(finding.severity, Severity::folded) << left << "\n"
                                                    << right << "\n"
                                                    << finding.kind << ": " << finding.why;
      if (finding.type == FindingType::drift) EXPECT_EQ(finding.readings.size(), 2u);
      if (finding.type == FindingType::omission)
        EXPECT_TRUE(finding.place && finding.place->range.empty() && finding.other);
    }
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace yiwen
