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

}  // namespace
}  // namespace yiwen
