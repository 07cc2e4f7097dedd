// SPDX-License-Identifier: Apache-2.0
#include "dedup/sort_few.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace yiwen {
namespace {

TEST(SortFew, LeavesEachNumberOnceInOrder) {
  std::mt19937_64 random(1);
  for (std::size_t count = 0; count <= kFew + 20; ++count) {
    for (const std::uint64_t below : {std::uint64_t{1}, std::uint64_t{50}, std::uint64_t{1} << 48, INT64_MAX + 1UL}) {
      std::vector<std::uint64_t> numbers(count);
      for (std::uint64_t& number : numbers) number = random() % below;
      const std::set<std::uint64_t> expected(numbers.begin(), numbers.end());
      sort_few(numbers);
      EXPECT_EQ(numbers, std::vector(expected.begin(), expected.end())) << count << " below " << below;
    }
  }
}

}  // namespace
}  // namespace yiwen
