// SPDX-License-Identifier: Apache-2.0
//
// Sorting of long arrays on several threads: spread over buckets whose order is the order of the keys, then each bucket
// by itself, where it fits the cache. The result is the same for any number of threads as long as equal elements are
// not told apart.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/parallel.h"

namespace yiwen {

inline constexpr std::size_t kSortBuckets = 256;

// `bucket(item)` is in [0, kSortBuckets) and does not fall while the order of `less` rises.
template <class T, class Bucket, class Less>
void sort_in_buckets(std::vector<T>& items, Bucket bucket, Less less, unsigned threads) {
  constexpr std::size_t kSmall = 4096;  // not worth a second array
  if (items.size() < kSmall) {
    std::sort(items.begin(), items.end(), less);
    return;
  }
  std::array<std::size_t, kSortBuckets + 1> begin{};
  for (const T& item : items) ++begin[bucket(item) + 1];
  for (std::size_t b = 0; b < kSortBuckets; ++b) begin[b + 1] += begin[b];
  std::vector<T> spread(items.size());
  std::array<std::size_t, kSortBuckets> at{};
  std::copy_n(begin.begin(), kSortBuckets, at.begin());
  for (const T& item : items) spread[at[bucket(item)]++] = item;
  items.swap(spread);
  parallel_for(kSortBuckets, threads, [&](std::size_t b) {
    std::sort(items.begin() + static_cast<std::ptrdiff_t>(begin[b]),
              items.begin() + static_cast<std::ptrdiff_t>(begin[b + 1]), less);
  });
}

// The same for items that lie in pieces, which are given up: one array of all of them.
template <class T, class Bucket, class Less>
std::vector<T> sorted_in_buckets(std::vector<std::vector<T>> pieces, Bucket bucket, Less less, unsigned threads) {
  std::array<std::size_t, kSortBuckets + 1> begin{};
  for (const auto& piece : pieces) {
    for (const T& item : piece) ++begin[bucket(item) + 1];
  }
  for (std::size_t b = 0; b < kSortBuckets; ++b) begin[b + 1] += begin[b];
  std::vector<T> items(begin.back());
  std::array<std::size_t, kSortBuckets> at{};
  std::copy_n(begin.begin(), kSortBuckets, at.begin());
  for (auto& piece : pieces) {
    for (const T& item : piece) items[at[bucket(item)]++] = item;
    std::vector<T>().swap(piece);
  }
  parallel_for(kSortBuckets, threads, [&](std::size_t b) {
    std::sort(items.begin() + static_cast<std::ptrdiff_t>(begin[b]),
              items.begin() + static_cast<std::ptrdiff_t>(begin[b + 1]), less);
  });
  return items;
}

}  // namespace yiwen
