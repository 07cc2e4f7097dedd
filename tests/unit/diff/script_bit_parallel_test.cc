// SPDX-License-Identifier: Apache-2.0
//
// The two bit-parallel engines and dtl, which share no code, against each other.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "diff/bit_parallel.h"

namespace yiwen {
namespace {

using Sequence = std::vector<std::uint32_t>;

Sequence random_tokens(std::size_t size, std::uint32_t alphabet, std::mt19937& random) {
  Sequence tokens(size);
  for (std::uint32_t& token : tokens) token = static_cast<std::uint32_t>(random() % alphabet);
  return tokens;
}

void expect_replays(const std::vector<EditRun>& runs, const Sequence& left, const Sequence& right) {
  std::uint32_t left_at = 0;
  std::uint32_t right_at = 0;
  for (const EditRun& run : runs) {
    ASSERT_EQ(run.left.begin - left_at, run.right.begin - right_at);
    ASSERT_TRUE(std::equal(left.begin() + left_at, left.begin() + run.left.begin, right.begin() + right_at));
    left_at = run.left.end;
    right_at = run.right.end;
  }
  ASSERT_TRUE(std::equal(left.begin() + left_at, left.end(), right.begin() + right_at, right.end()));
}

std::uint64_t length(const std::vector<EditRun>& runs) { return Script{.runs = runs, .approximate = false}.length(); }

TEST(BitParallel, AgreesWithDtlWhetherItKeepsAllRowsOrHalves) {
  std::mt19937 random(1);
  for (int round = 0; round < 400; ++round) {
    const std::uint32_t alphabet = 1U + static_cast<std::uint32_t>(random() % (round % 2 == 0 ? 3 : 300));
    const Sequence left = random_tokens(1 + random() % 600, alphabet, random);
    const Sequence right = random_tokens(1 + random() % 600, alphabet, random);
    const std::uint64_t expected = dtl_script(left, right).length();
    const Renamed tokens = renamed(left, right);
    for (const std::uint64_t stored_cells : {std::uint64_t{0}, std::uint64_t{5000}, kStoredCells}) {
      std::vector<EditRun> runs;
      BitParallel(tokens.absent, stored_cells).solve(tokens.left, tokens.right, {}, runs);
      expect_replays(runs, left, right);
      ASSERT_EQ(length(runs), expected);
    }
    if (left.size() > kFewTokens) continue;
    const std::vector<EditRun> runs = few_words_script(left, right);
    expect_replays(runs, left, right);
    ASSERT_EQ(length(runs), expected);
  }
}

TEST(BitParallel, ServesManyBlocksInTurn) {
  std::mt19937 random(2);
  const Sequence left = random_tokens(3000, 50, random);
  const Sequence right = random_tokens(3000, 50, random);
  const Renamed tokens = renamed(left, right);
  BitParallel reused(tokens.absent);
  for (std::size_t begin = 0; begin < 3000; begin += 500) {
    const TokenSpan left_block = TokenSpan(tokens.left).subspan(begin, 500);
    const TokenSpan right_block = TokenSpan(tokens.right).subspan(begin, 300);
    std::vector<EditRun> runs;
    std::vector<EditRun> expected;
    reused.solve(left_block, right_block, {}, runs);
    BitParallel(tokens.absent).solve(left_block, right_block, {}, expected);
    ASSERT_EQ(runs, expected);
  }
}

TEST(Renamed, GivesEqualTokensEqualNamesAndStrangersOne) {
  std::mt19937 random(3);
  // Enough distinct tokens to grow the table several times, some of them far apart.
  Sequence left(20'000);
  for (std::uint32_t& token : left) token = static_cast<std::uint32_t>(random() % 10'000) * 65'536U;
  Sequence right = left;
  std::ranges::shuffle(right, random);
  right.insert(right.end(), {7, 8, 7});
  const Renamed tokens = renamed(left, right);
  ASSERT_EQ(tokens.left.size(), left.size());
  ASSERT_EQ(tokens.right.size(), right.size());
  std::vector<std::uint32_t> token_of(tokens.absent, 1);
  for (std::size_t i = 0; i < left.size(); ++i) {
    ASSERT_LT(tokens.left[i], tokens.absent);
    std::uint32_t& token = token_of[tokens.left[i]];
    ASSERT_TRUE(token == 1 || token == left[i]);
    token = left[i];
  }
  for (std::size_t i = 0; i < left.size(); ++i) ASSERT_EQ(token_of[tokens.right[i]], right[i]);
  for (std::size_t i = left.size(); i < right.size(); ++i) ASSERT_EQ(tokens.right[i], tokens.absent);
}

}  // namespace
}  // namespace yiwen
