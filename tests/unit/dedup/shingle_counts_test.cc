// SPDX-License-Identifier: Apache-2.0
#include "dedup/shingle_counts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <span>
#include <vector>

namespace yiwen {
namespace {

// Blocks of any size; no two shingles meet in a table of 2^18 slots.
std::vector<std::vector<Shingle>> made_blocks(std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  std::vector<std::vector<Shingle>> blocks(count);
  for (auto& block : blocks) {
    const std::size_t size = random() % 4 == 0 ? 0 : random() % 3000;
    while (block.size() < size) {
      const std::uint64_t place = random() % 2 == 0 ? random() % 20 : random() % (1 << 18);
      block.push_back(static_cast<Shingle>(place << 14 | random() % 2));
    }
  }
  return blocks;
}

TEST(ShingleCounts, AreThoseOfEachShingleInOrder) {
  for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 60U}) {
    const auto counted = made_blocks(1, count);
    const auto asked = made_blocks(2, count + 3);
    std::map<Shingle, std::uint16_t> expected;  // by place
    for (const auto& block : counted) {
      for (const Shingle shingle : block) ++expected[shingle >> 14];
    }
    for (const unsigned threads : {1U, 3U}) {
      ShingleCounts counts(1 << 18, 1 << 30);
      counts.add(counted.size(), threads, [&](std::size_t block, std::vector<Shingle>& out) { out = counted[block]; });
      std::vector<int> used(asked.size());
      counts.look_up(
          asked.size(), threads, [&](std::size_t block, std::vector<Shingle>& out) { out = asked[block]; },
          [&](std::size_t block, std::span<const Shingle> shingles, std::span<const std::uint16_t> found) {
            ++used[block];
            EXPECT_TRUE(std::ranges::equal(shingles, asked[block]));
            ASSERT_EQ(found.size(), shingles.size());
            for (std::size_t i = 0; i < found.size(); ++i) {
              const auto at = expected.find(shingles[i] >> 14);
              EXPECT_EQ(found[i], at == expected.end() ? 0 : at->second);
            }
          });
      EXPECT_EQ(used, std::vector<int>(asked.size(), 1));
      const CommonShingles common = counts.above(5, threads);
      for (Shingle place = 0; place < 1 << 18; ++place) {
        const auto at = expected.find(place);
        EXPECT_EQ(common.contains(place << 14), at != expected.end() && at->second > 5);
      }
    }
  }
}

TEST(ShingleCounts, EndWhereTheyAreFull) {
  ShingleCounts counts(1, 1);
  counts.add(2, 2,
             [](std::size_t block, std::vector<Shingle>& out) { out.assign(70'000, static_cast<Shingle>(block)); });
  counts.look_up(
      1, 1,
      [](std::size_t, std::vector<Shingle>& out) {
        out = {7, 0x7FFF'0000};
      },
      [](std::size_t, std::span<const Shingle>, std::span<const std::uint16_t> found) {
        EXPECT_EQ(found[0], ShingleCounts::kFull);
        EXPECT_EQ(found[1], 0);
      });
}

}  // namespace
}  // namespace yiwen
