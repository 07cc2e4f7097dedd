// SPDX-License-Identifier: Apache-2.0
#include "classify/garbled_words.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "unit/classify/two_readings.h"

namespace yiwen {
namespace {

// The bytes of the text read as Latin-1.
std::string garbled(std::string_view text) {
  std::u32string read;
  for (const char byte : text) read += static_cast<unsigned char>(byte);
  return to_utf8(read);
}

constexpr const char* kKind = "corruption";

TEST(GarbledWords, OfOneSideAreOneFindingAStretch) {
  const std::string clean = "本市新建的医院将于明年三月投入使用。";
  const std::string damaged = "本市新建的" + garbled("医院将于明年") + "三月投入使用。";
  for (const bool left : {true, false}) {
    const TwoReadings readings(left ? damaged : clean, left ? clean : damaged);
    ASSERT_EQ(readings.findings.size(), 1U);
    EXPECT_EQ(readings.findings[0].kind, kKind);
    EXPECT_EQ(readings.findings[0].severity, Severity::major);
    ASSERT_EQ(readings.findings[0].readings.size(), 2U);
    EXPECT_EQ(readings.findings[0].readings[left ? 1 : 0].text, "医院将于明年");
  }
}

TEST(GarbledWords, ThatSayAnotherNumberAreJudgedByTheNumber) {
  const TwoReadings readings("其中儿童医院有床位四百张。", "其中" + garbled("儿童医院有床位三百张") + "。");
  ASSERT_EQ(readings.findings.size(), 2U);
  EXPECT_EQ(readings.findings[0].kind, kKind);
  EXPECT_EQ(readings.findings[1].kind, "number");
  EXPECT_EQ(readings.findings[1].severity, Severity::critical);
  EXPECT_TRUE(readings.findings[1].why.ends_with("(三百)")) << readings.findings[1].why;
}

TEST(GarbledWords, OfBothSidesDifferInNothing) {
  const std::string damaged = "本市新建的" + garbled("医院") + "将投入使用。";
  EXPECT_TRUE(TwoReadings(damaged, damaged).findings.empty());
}

Finding damage_of(std::uint32_t witness, std::uint32_t begin) {
  Finding finding;
  finding.kind = kKind;
  finding.severity = Severity::major;
  finding.readings = {{"三月", {{0, {begin, begin + 2}}, {1, {begin, begin + 2}}}},
                      {"涓夋湀", {{witness, {begin, begin + 3}}}}};
  return finding;
}

TEST(GarbledWords, OfATextThatIsDamagedThroughoutAreOneFinding) {
  std::vector<Finding> few, many;
  for (std::uint32_t i = 0; i < 3; ++i) few.push_back(damage_of(2, 10 * i));
  for (std::uint32_t i = 0; i < 20; ++i) many.push_back(damage_of(2, 10 * i));
  Finding beside = damage_of(2, 5), elsewhere = damage_of(2, 7);
  beside.kind = elsewhere.kind = "wording";
  beside.severity = elsewhere.severity = Severity::minor;
  elsewhere.cluster = 7;
  many.insert(many.end(), {beside, elsewhere, damage_of(3, 0)});
  gather_damage(few);
  EXPECT_EQ(few.size(), 3U);
  gather_damage(many);
  ASSERT_EQ(many.size(), 3U);
  EXPECT_EQ(many[0].more.size(), 19U);
  EXPECT_EQ(many[0].more.front(), (Place{2, {10, 13}}));
  EXPECT_EQ(many[0].readings.size(), 2U);
  EXPECT_EQ(many[1].kind, "wording");
  EXPECT_EQ(many[1].cluster, 7U);
  EXPECT_TRUE(many[2].more.empty());
}

}  // namespace
}  // namespace yiwen
