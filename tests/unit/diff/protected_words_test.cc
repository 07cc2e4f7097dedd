// SPDX-License-Identifier: Apache-2.0
#include "diff/protected_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "normalize/normalize.h"
#include "unit/diff/generated_readings.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "kind:word" for every protected word of a text.
std::vector<std::string> found(std::string_view text) {
  static constexpr const char* kNames[] = {"number", "date", "post", "name"};
  const auto folded = normalize(text);
  std::vector<std::string> out;
  for (const auto& word : find_protected(folded, {0, static_cast<std::uint32_t>(folded.chars.size())})) {
    out.push_back(std::string(kNames[static_cast<int>(word.kind)]) + ":" + to_utf8(folded.slice(word.range)));
  }
  return out;
}

TEST(ProtectedWords, ANumberKeepsItsScaleAndUnit) {
  EXPECT_THAT(found("达到41.7万亿元"), ElementsAre("number:41.7万亿元"));
  EXPECT_THAT(found("提高0.5个百分点"), ElementsAre("number:0.5个百分点"));
  EXPECT_THAT(found("有300多款产品"), ElementsAre("number:300多款"));
  EXPECT_THAT(found("占35%和3‰"), ElementsAre("number:35%", "number:3‰"));
  EXPECT_THAT(found("共500种"), ElementsAre("number:500种"));
}

TEST(ProtectedWords, ADateIsOneWord) {
  EXPECT_THAT(found("在2026年3月5日召开"), ElementsAre("date:2026年3月5日"));
  EXPECT_THAT(found("上午9时30分开始"), ElementsAre("date:上午9时30分"));
  EXPECT_THAT(found("到2030年，增长5%"), ElementsAre("date:2030年", "number:5%"));
}

TEST(ProtectedWords, ThePostWithMostCharactersCounts) {
  EXPECT_THAT(found("担任副省长"), ElementsAre("post:副省长"));
  EXPECT_THAT(found("任国务院总理"), ElementsAre("post:总理"));
}

TEST(ProtectedWords, ANameStandsBehindAPost) {
  EXPECT_THAT(found("部长李乐成表示"), ElementsAre("post:部长", "name:李乐成"));
  EXPECT_THAT(found("副市长王强指出"), ElementsAre("post:副市长", "name:王强"));
}

TEST(ProtectedWords, ANameStandsBetweenWordsThatTellAPerson) {
  EXPECT_THAT(found("座谈会由李强主持"), ElementsAre("name:李强"));
  EXPECT_THAT(found("代表团在王毅陪同下参观"), ElementsAre("name:王毅"));
  EXPECT_THAT(found("双方代表与周明轩举行了会谈"), ElementsAre("name:周明轩"));
  EXPECT_THAT(found("据郭永航介绍"), ElementsAre("name:郭永航"));
  EXPECT_THAT(found("大会授予林秀兰称号"), ElementsAre("name:林秀兰"));
  EXPECT_THAT(found("警方拘捕了黄伟文"), ElementsAre("name:黄伟文"));
  EXPECT_THAT(found("晚会由萧志远和周涛共同主持"), ElementsAre("name:萧志远", "name:周涛"));
}

TEST(ProtectedWords, ANameStandsBeforeATitle) {
  EXPECT_THAT(found("研究由李兰娟院士完成"), ElementsAre("name:李兰娟"));
  EXPECT_THAT(found("金牌教练到任"), IsEmpty());
}

TEST(ProtectedWords, NamesStandInAList) {
  EXPECT_THAT(found("李强、王毅、张军参加会见"), ElementsAre("name:李强", "name:王毅", "name:张军"));
  EXPECT_THAT(found("市长王强、李明辉和赵刚出席"), ElementsAre("post:市长", "name:王强", "name:李明辉", "name:赵刚"));
  EXPECT_THAT(found("江苏、安徽参加试点"), IsEmpty());
  EXPECT_THAT(found("白菜、黄瓜等降价"), IsEmpty());
}

TEST(ProtectedWords, WhatOnlyBeginsLikeANameIsNone) {
  EXPECT_THAT(found("会议由高层主持"), IsEmpty());
  EXPECT_THAT(found("演习由解放军率领"), IsEmpty());
  EXPECT_THAT(found("项目由江苏省牵头"), IsEmpty());
  EXPECT_THAT(found("由陈家村举行"), IsEmpty());
  EXPECT_THAT(found("双方在会谈中与韩方会谈"), IsEmpty());
}

TEST(ProtectedWords, ANameThatIsHiddenEndsWithItsSign) {
  EXPECT_THAT(found("被告人刘某当庭认罪"), ElementsAre("name:刘某"));
  EXPECT_THAT(found("村民李某某报警"), ElementsAre("name:李某某"));
}

TEST(ProtectedWords, ANameStandsAtTheBeginBeforeAVerbOfSaying) {
  EXPECT_THAT(found("李樂成表示，很好"), ElementsAre("name:李乐成"));
  EXPECT_THAT(found("王强说，很好"), ElementsAre("name:王强"));
}

TEST(ProtectedWords, ACommonWordBehindAPostIsNoName) {
  EXPECT_THAT(found("总书记高度重视"), ElementsAre("post:总书记"));
  EXPECT_THAT(found("总经理全面介绍"), ElementsAre("post:总经理"));
  EXPECT_THAT(found("主席单位代表"), ElementsAre("post:主席"));
  EXPECT_THAT(found("部长向记者介绍"), ElementsAre("post:部长"));
  EXPECT_THAT(found("部长曾表示"), ElementsAre("post:部长"));
  EXPECT_THAT(found("部长于3月5日出席"), ElementsAre("post:部长", "date:3月5日"));
}

TEST(ProtectedWords, ANameOfTwoEndsWhereAnotherWordBegins) {
  EXPECT_THAT(found("部长王强和省长李明"), ElementsAre("post:部长", "name:王强", "post:省长", "name:李明"));
  EXPECT_THAT(found("市长王强会见客人"), ElementsAre("post:市长", "name:王强"));
  EXPECT_THAT(found("市长李和平会见客人"), ElementsAre("post:市长", "name:李和平"));
  EXPECT_THAT(found("市长李和平表示"), ElementsAre("post:市长", "name:李和平"));
}

TEST(ProtectedWords, ACommonWordBeforeAVerbOfSayingIsNoName) {
  EXPECT_THAT(found("有关方面指出"), IsEmpty());
  EXPECT_THAT(found("港口开工"), IsEmpty());
}

TEST(ProtectedWords, ARankBeforeAnOfficeBelongsToIt) {
  EXPECT_THAT(found("大学副校长穆清源说"), ElementsAre("post:副校长", "name:穆清源"));
  EXPECT_THAT(found("常务副馆长到任"), ElementsAre("post:常务副馆长"));
  EXPECT_THAT(found("水库管理处处长到任"), ElementsAre("post:处长"));
  EXPECT_THAT(found("聘为副教授"), ElementsAre("post:副教授"));
}

TEST(ProtectedWords, AWordThatBeginsLikeAnOfficeIsNone) {
  EXPECT_THAT(found("全会长期坚持"), IsEmpty());
  EXPECT_THAT(found("南京市长江大桥"), IsEmpty());
  EXPECT_THAT(found("完成主任务"), IsEmpty());
  EXPECT_THAT(found("任局长期间"), ElementsAre("post:局长"));
}

TEST(ProtectedWords, ANameStandsBehindWhatAPersonIsCalled) {
  EXPECT_THAT(found("总工程师邵明礼到现场"), ElementsAre("post:总工程师", "name:邵明礼"));
  EXPECT_THAT(found("村民罗有福突发胸痛"), ElementsAre("name:罗有福"));
  EXPECT_THAT(found("专家鲁振邦带着团队"), ElementsAre("name:鲁振邦"));
  EXPECT_THAT(found("老师欧阳文静坚信"), ElementsAre("name:欧阳文静"));
  EXPECT_THAT(found("记者赖晓东报道"), ElementsAre("name:赖晓东"));
  EXPECT_THAT(found("石门村村医马秀莲说"), ElementsAre("name:马秀莲"));
  EXPECT_THAT(found("一名机手高声说"), IsEmpty());
  EXPECT_THAT(found("当地人常常说"), IsEmpty());
}

TEST(ProtectedWords, ANameEndsAtTheNextMark) {
  EXPECT_THAT(found("局长李明、王刚出席"), ElementsAre("post:局长", "name:李明", "name:王刚"));
  EXPECT_THAT(found("馆长，高大的展厅"), ElementsAre("post:馆长"));
}

TEST(ProtectedWords, CommonWordsBehindATitleAreNoNames) {
  EXPECT_THAT(found("专家高度重视"), IsEmpty());
  EXPECT_THAT(found("居民楼加装了电梯"), IsEmpty());
  EXPECT_THAT(found("工人高兴地说"), IsEmpty());
  EXPECT_THAT(found("教授严肃指出"), IsEmpty());
  EXPECT_THAT(found("局长曾多次访问"), ElementsAre("post:局长"));
  EXPECT_THAT(found("记者向局长提问"), ElementsAre("post:局长"));
  EXPECT_THAT(found("记者从会上了解到"), IsEmpty());
  EXPECT_THAT(found("母亲常说"), IsEmpty());
  EXPECT_THAT(found("代表应邀参观"), IsEmpty());
}

TEST(ProtectedWords, BodiesThatSpeakAreNoNames) {
  for (const auto* text :
       {"韩方表示，支持", "全会指出，要", "安理会表示，支持", "管委会介绍，已建成", "路透社称，已达成"}) {
    EXPECT_THAT(found(text), IsEmpty()) << text;
  }
}

TEST(FindNames, CollectsWhatATextCallsItsPeople) {
  const auto names = find_names(normalize("院长杜怀山今年五十三岁。杜怀山说，很好。灯亮了，杜怀山送走客人。"));
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(to_utf8(names[0]), "杜怀山");
}

TEST(ProtectedWords, StandInOrderAndNeverOverlap) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    GeneratedReadings generated(seed);
    const auto text = normalize(generated.joined(generated.sentence(60)));
    std::uint32_t at = 0;
    for (const auto& word : find_protected(text, {0, static_cast<std::uint32_t>(text.chars.size())})) {
      ASSERT_LE(at, word.range.begin) << "seed " << seed;
      ASSERT_LT(word.range.begin, word.range.end) << "seed " << seed;
      at = word.range.end;
    }
    ASSERT_LE(at, text.chars.size());
  }
}

}  // namespace
}  // namespace yiwen
