// SPDX-License-Identifier: Apache-2.0
#include "fingerprint/fingerprint.h"

#include <algorithm>
#include <cassert>

#include "base/hash.h"

namespace yiwen {
namespace {

constexpr std::uint32_t kCodePointBits = 21;

// Up to three code points of 21 bits and their number fill a word, so no two shingles meet before the last step, which
// is the finaliser of splitmix64 (Steele, Lea and Flood 2014) cut to its upper half.
Shingle mixed(std::uint64_t packed, std::uint32_t k) {
  std::uint64_t x = packed + 0x9E3779B97F4A7C15U * (k + 1);
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9U;
  x = (x ^ x >> 27) * 0x94D049BB133111EBU;
  return static_cast<Shingle>((x ^ x >> 31) >> 32);
}

}  // namespace

ShingleSet shingles(std::u32string_view chars, std::uint32_t k) {
  assert(1 <= k && k <= 3);
  if (chars.empty()) return {};
  k = std::min(k, static_cast<std::uint32_t>(std::min<std::size_t>(chars.size(), 3)));
  const std::uint64_t window = (std::uint64_t{1} << kCodePointBits * k) - 1;
  ShingleSet set;
  set.reserve(chars.size() - k + 1);
  std::uint64_t packed = 0;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    packed = (packed << kCodePointBits | chars[i]) & window;
    if (i + 1 >= k) set.push_back(mixed(packed, k));
  }
  std::ranges::sort(set);
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

Fingerprint fingerprint(std::u32string_view chars) {
  return {.text_hash = hash64(chars, kFingerprintVersion),
          .chars = static_cast<std::uint32_t>(chars.size()),
          .bigrams = shingles(chars, 2),
          .trigrams = shingles(chars, 3)};
}

}  // namespace yiwen
