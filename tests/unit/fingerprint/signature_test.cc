// SPDX-License-Identifier: Apache-2.0
#include "fingerprint/signature.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "fingerprint/similarity.h"

namespace yiwen {
namespace {

// The definition in the header, one value at a time.
Signature slow_signature(ShingleView shingles) {
  std::uint64_t state = kSignatureSeed;
  const auto draw = [&state] {
    state += 0x9E3779B97F4A7C15U;
    std::uint64_t x = state;
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9U;
    x ^= x >> 27;
    x *= 0x94D049BB133111EBU;
    x ^= x >> 31;
    return static_cast<std::uint32_t>(x >> 32);
  };
  Signature signature;
  for (std::uint32_t& minimum : signature) {
    const std::uint32_t a = draw() | 1U;
    const std::uint32_t b = draw();
    minimum = 0xFFFFFFFFU;
    for (const Shingle shingle : shingles) minimum = std::min(minimum, a * shingle + b);
  }
  return signature;
}

ShingleSet random_set(std::size_t size, std::mt19937& random) {
  ShingleSet set(size);
  for (Shingle& shingle : set) shingle = static_cast<Shingle>(random());
  std::ranges::sort(set);
  return set;
}

TEST(Signature, IsTheSameAsItsScalarTwin) {
  std::mt19937 random(1);
  for (std::size_t size = 0; size < 100; ++size) {
    const ShingleSet set = random_set(size, random);
    ASSERT_EQ(signature(set), slow_signature(set)) << size;
  }
}

TEST(Signature, DependsOnTheSetOnly) {
  std::mt19937 random(2);
  ShingleSet set = random_set(50, random);
  const Signature expected = signature(set);
  for (int round = 0; round < 20; ++round) {
    std::ranges::shuffle(set, random);
    set.push_back(set[random() % set.size()]);
    ASSERT_EQ(signature(set), expected);
  }
}

TEST(Signature, StaysWhatItWasWhenStored) {
  const Signature stored = signature(shingles(U"实行法治，依法治国", 3));
  EXPECT_EQ(stored[0], 871055068U);
  EXPECT_EQ(stored[1], 1658838242U);
  EXPECT_EQ(stored[127], 1679208506U);
}

TEST(Signature, OfAnEmptySetAgreesWithNothing) {
  const Signature empty = signature({});
  EXPECT_EQ(estimated_jaccard(empty, empty), 0);
  EXPECT_EQ(estimated_jaccard(empty, signature(shingles(U"法治", 2))), 0);
}

// Shingles of Chinese text are no random numbers; the estimate must be as good on them.
TEST(Signature, EstimatesJaccardOfHanTextWithTheExpectedError) {
  std::mt19937 random(3);
  double squares = 0;
  double bias = 0;
  double expected_squares = 0;
  int count = 0;
  for (int round = 0; round < 2000; ++round) {
    std::u32string left;
    for (int i = 0; i < 40; ++i) left.push_back(0x4E00 + static_cast<char32_t>(random() % 500));
    std::u32string right = left;
    for (std::size_t edits = random() % 8; edits > 0; --edits) {
      right[random() % right.size()] = 0x4E00 + static_cast<char32_t>(random() % 500);
    }
    const ShingleSet a = shingles(left, 3);
    const ShingleSet b = shingles(right, 3);
    const double exact = jaccard(a, b);
    const double error = estimated_jaccard(signature(a), signature(b)) - exact;
    squares += error * error;
    bias += error;
    expected_squares += exact * (1 - exact) / kSignatureSize;
    ++count;
  }
  EXPECT_LT(std::abs(bias / count), 0.003);
  EXPECT_LT(squares, 1.15 * expected_squares);
  EXPECT_GT(squares, 0.85 * expected_squares);
}

}  // namespace
}  // namespace yiwen
