// SPDX-License-Identifier: Apache-2.0
#include "dedup/sort_few.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace yiwen {
namespace {

// Two registers of AVX2, so that neither waits for the other.
using Lanes [[gnu::vector_size(32)]] = std::int64_t;
constexpr std::size_t kLanes = 4;
constexpr std::size_t kBlock = 2 * kLanes;
static_assert(kFew % kBlock == 0);
using Few = std::array<std::int64_t, kFew>;

// How many of the first `count` numbers are less, of each of those and of what is behind them up to the end of a block.
// Which clone it is, is asked before the runtime of ThreadSanitizer has begun: that has the one.
#if defined(__x86_64__) && !defined(__SANITIZE_THREAD__)
[[gnu::target_clones("avx2", "default")]]
#endif
void count_less(const Few& numbers, std::size_t count, Few& less) {
  for (std::size_t block = 0; block < count; block += kBlock) {
    Lanes one;
    Lanes other;
    std::memcpy(&one, &numbers[block], sizeof one);
    std::memcpy(&other, &numbers[block + kLanes], sizeof other);
    Lanes less_than_one{};
    Lanes less_than_other{};
    for (std::size_t i = 0; i < count; ++i) {
      less_than_one -= numbers[i] < one;
      less_than_other -= numbers[i] < other;
    }
    std::memcpy(&less[block], &less_than_one, sizeof less_than_one);
    std::memcpy(&less[block + kLanes], &less_than_other, sizeof less_than_other);
  }
}

}  // namespace

void sort_few(std::vector<std::uint64_t>& numbers) {
  const std::size_t count = numbers.size();
  if (count > kFew) {
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return;
  }
  Few unsorted{};
  Few less;
  std::ranges::copy(numbers, unsorted.begin());
  count_less(unsorted, count, less);
  // Equal numbers have one place, and those behind it stay empty.
  constexpr std::uint64_t kEmpty = UINT64_MAX;
  std::ranges::fill(numbers, kEmpty);
  for (std::size_t i = 0; i < count; ++i) {
    numbers[static_cast<std::size_t>(less[i])] = static_cast<std::uint64_t>(unsorted[i]);
  }
  std::erase(numbers, kEmpty);
}

}  // namespace yiwen
