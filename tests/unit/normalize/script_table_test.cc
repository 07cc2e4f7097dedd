// SPDX-License-Identifier: Apache-2.0
//
// The quirks of OpenCC's dictionaries that lib/normalize/script_table.cc answers for.
#include "normalize/script_table.h"

#include <gtest/gtest.h>

namespace yiwen {
namespace {

char32_t fold(char32_t c) { return ScriptTable::instance().fold(c); }

TEST(ScriptTable, TakesTheCommonOneOfSeveralSimplifiedForms) {
  EXPECT_EQ(fold(U'乾'), U'干');
  EXPECT_EQ(fold(U'餘'), U'余');
  EXPECT_EQ(fold(U'馀'), U'余');
}

TEST(ScriptTable, KnowsThatOpenCcLeavesOutZhuo) {
  EXPECT_EQ(fold(U'著'), U'着');
  EXPECT_EQ(fold(U'着'), U'着');
}

TEST(ScriptTable, FollowsTheVariantsOfHongKongAndTaiwan) {
  EXPECT_EQ(fold(U'衞'), U'卫');
  EXPECT_EQ(fold(U'裡'), U'里');
  EXPECT_EQ(fold(U'群'), fold(U'羣'));
  EXPECT_EQ(fold(U'啟'), fold(U'啓'));
  EXPECT_EQ(fold(U'溫'), fold(U'温'));
}

TEST(ScriptTable, FoldsVariantsThatSimplifiedTextMayKeep) {
  EXPECT_EQ(fold(U'逕'), fold(U'径'));
  EXPECT_EQ(fold(U'搧'), fold(U'扇'));
  EXPECT_EQ(fold(U'貍'), fold(U'狸'));
  EXPECT_EQ(fold(U'遶'), fold(U'绕'));
  EXPECT_EQ(fold(U'劄'), fold(U'札'));
}

TEST(ScriptTable, FoldsToAFixedPoint) {
  for (char32_t c = 0; c < 0x34000; ++c) ASSERT_EQ(fold(fold(c)), fold(c)) << static_cast<unsigned>(c);
}

TEST(ScriptTable, LeavesOtherScriptsAndDigitsAlone) {
  for (const char32_t c : {U'a', U'7', U'あ', U'가', U'é', char32_t{0x10FFFF}}) EXPECT_EQ(fold(c), c);
}

TEST(ScriptTable, FoldsCharactersOutsideTheBasicPlane) { EXPECT_EQ(fold(U'𫔮'), U'𫔮'); }

}  // namespace
}  // namespace yiwen
