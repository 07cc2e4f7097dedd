// SPDX-License-Identifier: Apache-2.0
#include "dedup/bucket_sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>

namespace yiwen {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

// Numbers below `size`, some of them much more often than others.
std::vector<Pair> made_pairs(std::mt19937_64& random, std::size_t count, std::uint32_t size) {
  std::vector<Pair> pairs;
  while (pairs.size() < count) {
    const auto number = [&] { return static_cast<std::uint32_t>(random() % (random() % 3 == 0 ? 5 : size) % size); };
    pairs.emplace_back(number(), number());
  }
  return pairs;
}

TEST(BucketSort, SortsAsAnySortDoes) {
  std::mt19937_64 random(1);
  for (const std::size_t count : {0UL, 1UL, 95UL, 4095UL, 4096UL, 60000UL}) {
    for (const std::uint32_t size : {1U, 2U, 300U, 70000U, 4000000000U}) {
      const auto pairs = made_pairs(random, count, size);
      auto expected = pairs;
      std::ranges::sort(expected);
      const auto key = [&](const Pair& pair) { return pair_sort_key(pair.first, pair.second, size); };
      for (const unsigned threads : {1U, 3U}) {
        auto sorted = pairs;
        sort_in_buckets(sorted, key, std::less<>(), threads);
        EXPECT_EQ(sorted, expected) << count << " pairs below " << size;

        std::vector<std::vector<Pair>> pieces(7);
        for (std::size_t i = 0; i < pairs.size(); ++i) pieces[i * i % 7].push_back(pairs[i]);
        const auto merged = sorted_in_buckets(std::move(pieces), key, std::less<>(), threads);
        EXPECT_TRUE(std::ranges::equal(merged.all(), expected)) << count << " pairs below " << size;
      }
    }
  }
}

// Higher bits of the key are not looked at.
TEST(BucketSort, SortsByDigitsAsAnyStableSortDoes) {
  std::mt19937_64 random(3);
  for (const std::size_t count : {0UL, 1UL, 2UL, 300UL, 20000UL}) {
    for (const unsigned bits : {1U, 10U, 11U, 12U, 23U, 35U, 42U}) {
      auto sorted = made_pairs(random, count, 4000000000U);
      auto expected = sorted;
      const auto key = [](const Pair& pair) { return std::uint64_t{pair.first} << 10 | pair.second % 1024; };
      std::ranges::stable_sort(expected, {}, [&](const Pair& pair) { return key(pair) % (std::uint64_t{1} << bits); });
      sort_by_digits(sorted, key, bits);
      EXPECT_EQ(sorted, expected) << count << " pairs by " << bits << " bits";
    }
  }
}

TEST(BucketSort, TheKeyOfAPairRisesWithThePair) {
  std::mt19937_64 random(2);
  for (const std::uint32_t size : {1U, 2U, 3U, 1024U, 1025U, 4294967295U}) {
    auto pairs = made_pairs(random, 500, size);
    std::ranges::sort(pairs);
    for (std::size_t i = 1; i < pairs.size(); ++i) {
      EXPECT_LE(pair_sort_key(pairs[i - 1].first, pairs[i - 1].second, size),
                pair_sort_key(pairs[i].first, pairs[i].second, size));
    }
  }
}

}  // namespace
}  // namespace yiwen
