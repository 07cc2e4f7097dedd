// SPDX-License-Identifier: Apache-2.0
#include "cluster/rarity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "unit/cluster/printed_texts.h"

namespace yiwen {
namespace {

using ::testing::Each;
using ::testing::Ge;
using ::testing::SizeIs;

std::uint64_t pair_of(char32_t first, char32_t second) { return pair_key(first, second); }

TEST(Rarity, APairThatEverySentenceHasWeighsLessThanOneThatStandsOnce) {
  const PrintedTexts texts({page({"我们造船。", "我们造桥。", "我们造林。", "渔民出海。"})});
  const Rarity rarity(texts.witnesses);
  EXPECT_LT(rarity.weight(pair_of(U'我', U'们')), rarity.weight(pair_of(U'渔', U'民')));
  EXPECT_FLOAT_EQ(rarity.weight(pair_of(U'渔', U'民')), rarity.weight(pair_of(U'没', U'有')))
      << "once is as rare as never";
}

TEST(Rarity, CountsSentencesAndNotOccurrences) {
  const PrintedTexts texts({page({"我们我们我们我们造船。", "渔民出海。"})});
  const Rarity rarity(texts.witnesses);
  EXPECT_FLOAT_EQ(rarity.weight(pair_of(U'我', U'们')), rarity.weight(pair_of(U'渔', U'民')));
}

TEST(Rarity, APassageThatManyReprintsCarryStaysAsRareAsInOne) {
  const PrintedTexts one({page(story())});
  PrintedTexts many;
  for (int copy = 0; copy < 20; ++copy) many.add(page(story()));
  const Rarity rarity_of_one(one.witnesses), rarity_of_many(many.witnesses);
  for (const auto& units : one.witnesses[0].units)
    EXPECT_EQ(rarity_of_one.weights(units), rarity_of_many.weights(units));
}

TEST(Rarity, TakesTheTextThatHasMostOfAPair) {
  PrintedTexts texts({page({"我们造船。"})});
  texts.add(page({"我们造桥。", "我们造林。", "我们造路。"}));
  const PrintedTexts second({page({"我们造桥。", "我们造林。", "我们造路。"})});
  EXPECT_FLOAT_EQ(Rarity(texts.witnesses).weight(pair_of(U'我', U'们')),
                  Rarity(second.witnesses).weight(pair_of(U'我', U'们')));
}

TEST(Rarity, GivesOneWeightFewerThanUnitsAndNoneBelowNothing) {
  std::vector<std::string> paragraphs(400, "我们造船。");
  const PrintedTexts texts({page(paragraphs)});
  const Rarity rarity(texts.witnesses);
  for (const auto& units : texts.witnesses[0].units) {
    EXPECT_THAT(rarity.weights(units), SizeIs(units.size() - 1));
    EXPECT_THAT(rarity.weights(units), Each(Ge(0.0F)));
  }
  EXPECT_GT(rarity.weight(pair_of(U'我', U'们')), 0.0F) << "a pair that is everywhere still keeps the order of a chain";
  EXPECT_THAT(rarity.weights({}), SizeIs(0));
}

}  // namespace
}  // namespace yiwen
