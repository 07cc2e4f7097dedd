// SPDX-License-Identifier: Apache-2.0
//
// Sorting of long arrays on several threads: spread over buckets by the leading bits of a key, those over finer ones,
// until what is left is a handful. Each array is cut into chunks that are counted and spread at once, so that nothing
// but the adding of the counts is done by one thread. The result is the same for any number of threads as long as
// equal elements are not told apart. And of short arrays by digits, on one.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "base/unset_array.h"

namespace yiwen {

// Into which an array is spread first, for the threads.
inline constexpr int kSpreadBits = 8;
inline constexpr std::size_t kSortBuckets = std::size_t{1} << kSpreadBits;

// A key for pairs of numbers below `size`: in their order, and spread over its leading bits.
[[nodiscard]] constexpr std::uint64_t pair_sort_key(std::uint32_t first, std::uint32_t second, std::uint32_t size) {
  return (std::uint64_t{first} << 32 | second) << std::countl_zero((std::max(size, 1U) - 1U) | 1U);
}

namespace bucket_sort {

// Below this a comparing sort is as quick. Items; range 16 to 64.
inline constexpr std::size_t kHandful = 32;
// Into so many buckets at most: their counts and the line that each is writing must stay near. Bits; range 8 to 12.
inline constexpr int kMostBits = 11;

using Counts = std::array<std::size_t, kSortBuckets>;

// Sorts in place, or, where `over`, into `other`; either array is written to. REQUIRES: other has room for `size`
template <class T, class Key, class Less>
void sort_piece(T* items, T* other, std::size_t size, bool over, const Key& key, const Less& less) {
  constexpr int kKeyBits = 64;
  int known = 0;  // leading bits of the key that are the same for all
  if (size > kHandful) {
    // Bits that are the same for all of these part nothing.
    std::uint64_t differ = 0;
    for (std::size_t i = 1; i < size; ++i) differ |= key(items[i]) ^ key(items[0]);
    known = std::countl_zero(differ);
  }
  if (size <= kHandful || known == kKeyBits) {
    std::sort(items, items + size, less);
    if (over) std::copy_n(items, size, other);
    return;
  }
  // Buckets of a handful at one stroke, or of whatever as many as there may be leave.
  const int wanted = static_cast<int>(std::bit_width(size / (kHandful / 2)));
  const int bits = std::min({wanted, kMostBits, kKeyBits - known});
  const auto digit = [&](const T& item) { return (key(item) << known) >> (kKeyBits - bits); };
  const std::size_t buckets = std::size_t{1} << bits;
  std::array<std::size_t, std::size_t{1} << kMostBits> at;
  std::fill_n(at.begin(), buckets, 0);
  for (std::size_t i = 0; i < size; ++i) ++at[digit(items[i])];
  std::size_t sum = 0;
  for (std::size_t b = 0; b < buckets; ++b) sum += std::exchange(at[b], sum);
  for (std::size_t i = 0; i < size; ++i) other[at[digit(items[i])]++] = items[i];
  for (std::size_t b = 0, begin = 0; b < buckets; begin = at[b++]) {
    sort_piece(other + begin, items + begin, at[b] - begin, !over, key, less);
  }
}

// Spreads the chunks over `out` by the first eight bits; gives where each bucket begins, and the end.
template <class T, class Key>
std::array<std::size_t, kSortBuckets + 1> spread(std::span<const std::span<const T>> chunks, T* out, const Key& key,
                                                 unsigned threads) {
  const auto digit = [&](const T& item) { return static_cast<std::size_t>(key(item) >> (64 - kSpreadBits)); };
  std::vector<Counts> at(chunks.size());
  parallel_for(chunks.size(), threads, [&](std::size_t c) {
    for (const T& item : chunks[c]) ++at[c][digit(item)];
  });
  std::array<std::size_t, kSortBuckets + 1> begin{};
  std::size_t sum = 0;
  for (std::size_t b = 0; b < kSortBuckets; ++b) {
    begin[b] = sum;
    for (Counts& of_chunk : at) sum += std::exchange(of_chunk[b], sum);
  }
  begin[kSortBuckets] = sum;
  parallel_for(chunks.size(), threads, [&](std::size_t c) {
    for (const T& item : chunks[c]) out[at[c][digit(item)]++] = item;
  });
  return begin;
}

}  // namespace bucket_sort

// `key(item)` does not fall while the order of `less` rises. Its leading bits should differ; where they do not, the
// sort is slower and no less right.
template <class T, class Key, class Less>
void sort_in_buckets(std::vector<T>& items, Key key, Less less, unsigned threads) {
  static_assert(std::is_trivially_destructible_v<T>);
  constexpr std::size_t kSmall = 4096;  // not worth a second array
  if (items.size() < kSmall) {
    std::sort(items.begin(), items.end(), less);
    return;
  }
  constexpr std::size_t kChunks = 64;
  std::vector<std::span<const T>> chunks;
  const std::span<const T> all(items);
  const std::size_t step = all.size() / kChunks + 1;
  for (std::size_t i = 0; i < all.size(); i += step) chunks.push_back(all.subspan(i, std::min(step, all.size() - i)));
  UnsetArray<T> other(items.size());
  const auto begin = bucket_sort::spread<T>(chunks, other.data(), key, threads);
  parallel_for(kSortBuckets, threads, [&](std::size_t b) {
    const std::size_t size = begin[b + 1] - begin[b];
    bucket_sort::sort_piece(other.data() + begin[b], items.data() + begin[b], size, true, key, less);
  });
}

// The same for items that lie in pieces, which are given up.
template <class T, class Key, class Less>
[[nodiscard]] UnsetArray<T> sorted_in_buckets(std::vector<std::vector<T>> pieces, Key key, Less less,
                                              unsigned threads) {
  static_assert(std::is_trivially_destructible_v<T>);
  const std::vector<std::span<const T>> chunks(pieces.begin(), pieces.end());
  std::size_t all = 0;
  for (const auto& chunk : chunks) all += chunk.size();
  UnsetArray<T> sorted(all);
  const auto begin = bucket_sort::spread<T>(chunks, sorted.data(), key, threads);
  pieces = {};
  parallel_for(kSortBuckets, threads, [&](std::size_t b) {
    const std::size_t size = begin[b + 1] - begin[b];
    UnsetArray<T> scratch(size);
    bucket_sort::sort_piece(sorted.data() + begin[b], scratch.data(), size, false, key, less);
  });
  return sorted;
}

// For what lies in the cache: by the lowest so many bits of the key, the last digit first, so that equal keys stay in
// order and nothing depends on how they are spread. A pass for each eleven bits.
template <class T, class Key>
void sort_by_digits(std::vector<T>& items, Key key, unsigned bits) {
  constexpr auto kMost = static_cast<unsigned>(bucket_sort::kMostBits);
  const unsigned passes = (bits + kMost - 1) / kMost;
  std::vector<T> other(items.size());
  for (unsigned pass = 0, from = 0; pass < passes; ++pass) {
    const unsigned width = (bits - from) / (passes - pass);
    const std::uint64_t mask = (std::uint64_t{1} << width) - 1;
    const auto digit = [&](const T& item) { return static_cast<std::size_t>(key(item) >> from & mask); };
    std::array<std::uint32_t, std::size_t{1} << kMost> at{};
    for (const T& item : items) ++at[digit(item)];
    std::uint32_t sum = 0;
    for (std::uint32_t& of_digit : at) sum += std::exchange(of_digit, sum);
    for (const T& item : items) other[at[digit(item)]++] = item;
    items.swap(other);
    from += width;
  }
}

}  // namespace yiwen
