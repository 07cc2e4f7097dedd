// SPDX-License-Identifier: Apache-2.0
#include "base/words_by_role.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::Optional;

TEST(WordsByRole, TheLinesOfARoleAreOneListInTheOrderOfTheFile) {
  const WordsByRole words("# a remark\nsaid\t说\t表示\n\ndenied\t否认\nsaid\t称\n");
  EXPECT_THAT(words.of("said"), ElementsAre(U"说", U"表示", U"称"));
  EXPECT_THAT(words.of("denied"), ElementsAre(U"否认"));
}

TEST(WordsByRole, BlanksInsideAWordAreLeftOutAsInFoldedText) {
  EXPECT_THAT(WordsByRole("harmless\tnot only\n").of("harmless"), ElementsAre(U"notonly"));
}

TEST(WordsByRole, TheFirstRoleThatHasAWordIsItsRole) {
  const WordsByRole words("said\t说\t称\nclaimed\t声称\t称\n");
  EXPECT_THAT(words.role_of(U"称"), Optional(Eq("said")));
  EXPECT_THAT(words.role_of(U"声称"), Optional(Eq("claimed")));
  EXPECT_EQ(words.role_of(U"声"), std::nullopt);
}

TEST(WordsByRole, ARoleThatTheFileLacksIsAFault) {
  EXPECT_THROW(static_cast<void>(WordsByRole("said\t说\n").of("sayd")), std::out_of_range);
}

TEST(WordsByRole, TextsAreHeldAgainstTheBeginTheEndTheWholeAndAnyPlace) {
  const Words words{U"表示", U"指出"};
  EXPECT_TRUE(is_one_of(U"指出", words));
  EXPECT_FALSE(is_one_of(U"指出问题", words));
  EXPECT_TRUE(begins_with_one_of(U"指出问题", words));
  EXPECT_FALSE(begins_with_one_of(U"他指出", words));
  EXPECT_TRUE(ends_with_one_of(U"他指出", words));
  EXPECT_FALSE(ends_with_one_of(U"他指出问题", words));
  EXPECT_TRUE(holds_one_of(U"他指出问题", words));
  EXPECT_FALSE(holds_one_of(U"他指了出来", words));
}

}  // namespace
}  // namespace yiwen
