// SPDX-License-Identifier: Apache-2.0
#include "cluster/claims.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "unit/cluster/printed_texts.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Claims, HoldsNothingAtFirst) {
  const PrintedTexts texts({page({"渔民出海。", "码头全部采用电动岸桥。"})});
  const Claims claims(texts.witnesses[0]);
  EXPECT_THAT(claims.open(), ElementsAre(0, 1));
  EXPECT_THAT(claims.of(0), IsEmpty());
  EXPECT_THAT(claims.left_of(0), ElementsAre(UnitRange{0, 4}));
}

TEST(Claims, ClosesASentenceOfWhichOneUnitIsLeft) {
  const PrintedTexts texts({page({"渔民出海。", "码头全部采用电动岸桥。"})});
  Claims claims(texts.witnesses[0]);
  claims.add(0, {0, 3});
  EXPECT_THAT(claims.left_of(0), IsEmpty());
  EXPECT_THAT(claims.open(), ElementsAre(1));
}

// Whatever is claimed: what is left is what no claim holds, in stretches of two units and more.
TEST(Claims, LeavesWhatNoClaimHolds) {
  const PrintedTexts texts(
      {page({"渔民出海。", "码头全部采用电动岸桥和无人驾驶集卡。", "年吞吐能力达到三百万标准箱。"})});
  const auto& witness = texts.witnesses[0];
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    Claims claims(witness);
    std::vector<std::vector<char>> held;
    for (const auto& units : witness.units) held.emplace_back(units.size(), 0);
    for (int round = 0; round < 6; ++round) {
      const auto sentence = below(static_cast<std::uint32_t>(held.size()));
      const auto begin = below(witness.units[sentence].size());
      const auto end = begin + 1 + below(witness.units[sentence].size() - begin);
      claims.add(sentence, {begin, end});
      for (auto u = begin; u < end; ++u) held[sentence][u] = 1;
      std::vector<std::uint32_t> open;
      for (std::uint32_t s = 0; s < held.size(); ++s) {
        std::vector<UnitRange> left;
        for (std::uint32_t u = 0, from = 0; u <= held[s].size(); ++u) {
          if (u < held[s].size() && held[s][u] == 0) continue;
          if (u - from >= 2) left.push_back({from, u});
          from = u + 1;
        }
        ASSERT_EQ(std::vector<UnitRange>(claims.left_of(s).begin(), claims.left_of(s).end()), left) << "seed " << seed;
        if (!left.empty()) open.push_back(s);
      }
      ASSERT_EQ(claims.open(), open) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace yiwen
