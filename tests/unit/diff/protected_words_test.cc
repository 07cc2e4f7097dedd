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
  for (const auto& word : find_protected(folded.chars)) {
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
  EXPECT_THAT(found("上午9时30分开始"), ElementsAre("date:9时30分"));
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

TEST(ProtectedWords, StandInOrderAndNeverOverlap) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    GeneratedReadings generated(seed);
    const auto text = normalize(generated.joined(generated.sentence(60)));
    std::uint32_t at = 0;
    for (const auto& word : find_protected(text.chars)) {
      ASSERT_LE(at, word.range.begin) << "seed " << seed;
      ASSERT_LT(word.range.begin, word.range.end) << "seed " << seed;
      at = word.range.end;
    }
    ASSERT_LE(at, text.chars.size());
  }
}

}  // namespace
}  // namespace yiwen
