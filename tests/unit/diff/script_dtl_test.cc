// SPDX-License-Identifier: Apache-2.0
//
// Pins the quirks of dtl that dtl_script.cc is a fence around.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "diff/script_engines.h"

namespace yiwen {
namespace {

using Sequence = std::vector<std::uint32_t>;

Sequence random_tokens(std::size_t size, std::uint32_t alphabet, std::mt19937& random) {
  Sequence tokens(size);
  for (std::uint32_t& token : tokens) token = static_cast<std::uint32_t>(random() % alphabet);
  return tokens;
}

TEST(DtlScript, ReadsItsIndicesFromOne) {
  const std::vector<EditRun> first_goes = {{{0, 1}, {0, 0}}};
  const std::vector<EditRun> last_comes = {{{2, 2}, {2, 3}}};
  EXPECT_EQ(dtl_script(Sequence{9, 1, 2}, Sequence{1, 2}).runs, first_goes);
  EXPECT_EQ(dtl_script(Sequence{1, 2}, Sequence{1, 2, 9}).runs, last_comes);
}

TEST(DtlScript, JoinsInterleavedDeletionsAndInsertionsToOneRun) {
  const std::vector<EditRun> expected = {{{1, 4}, {1, 5}}};
  EXPECT_EQ(dtl_script(Sequence{0, 1, 2, 3, 9}, Sequence{0, 4, 5, 6, 7, 9}).runs, expected);
}

TEST(DtlScript, TakesEmptySides) {
  EXPECT_TRUE(dtl_script(Sequence{}, Sequence{}).runs.empty());
  EXPECT_EQ(dtl_script(Sequence{1, 2}, Sequence{}).length(), 2U);
  EXPECT_EQ(dtl_script(Sequence{}, Sequence{1, 2, 3}).length(), 3U);
}

TEST(DtlScript, IsExactUpToItsBound) {
  std::mt19937 random(3);
  for (int round = 0; round < 4; ++round) {
    const Sequence left = random_tokens(1413, 3000, random);
    const Sequence right = random_tokens(1413, round % 2 == 0 ? 3000 : 60, random);
    ASSERT_LT((left.size() + 1) * (right.size() + 1), kDtlExactCells);
    const Script by_dtl = dtl_script(left, right);
    EXPECT_FALSE(by_dtl.approximate);
    EXPECT_EQ(by_dtl.length(), bit_parallel_script(left, right).length());
  }
}

TEST(DtlScript, BeyondItsBoundTheScriptReplaysAndSaysThatItMayBeLonger) {
  std::mt19937 random(4);
  const Sequence left = random_tokens(5000, 3000, random);
  Sequence right(left.begin() + 2500, left.end());
  right.insert(right.end(), left.begin(), left.begin() + 2500);
  for (std::size_t i = 0; i < right.size(); i += 50) right[i] = 3000;
  const Script by_dtl = dtl_script(left, right);
  const Script shortest = bit_parallel_script(left, right);
  EXPECT_TRUE(by_dtl.approximate);
  EXPECT_FALSE(shortest.approximate);
  EXPECT_GT(by_dtl.length(), shortest.length());

  std::uint32_t left_at = 0;
  std::uint32_t right_at = 0;
  for (const EditRun& run : by_dtl.runs) {
    ASSERT_EQ(run.left.begin - left_at, run.right.begin - right_at);
    ASSERT_TRUE(std::equal(left.begin() + left_at, left.begin() + run.left.begin, right.begin() + right_at));
    left_at = run.left.end;
    right_at = run.right.end;
  }
  ASSERT_TRUE(std::equal(left.begin() + left_at, left.end(), right.begin() + right_at, right.end()));
}

}  // namespace
}  // namespace yiwen
