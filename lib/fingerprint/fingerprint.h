// SPDX-License-Identifier: Apache-2.0
//
// A text as the set of its shingles (overlapping k-grams of comparison characters), each a 32-bit hash.
// Law: a fingerprint depends on the text alone; what is computed from a set depends on the set alone.
//
// Three characters discriminate, two survive more edits: a text of 20 characters that lost one word keeps half of its
// 2-grams and a third of its 3-grams. So texts are compared by 3-grams, and by 2-grams where one of the two is short.
// Both sets are kept for every text, else a sentence of 19 characters would share nothing with the one of 21 it was cut
// from.
//
// 32 bits: two sets of 40 shingles share a hash by accident once in 2.7 million comparisons, and nothing is decided on
// shingles alone. Half the memory of 64 bits, and the MinHash minima are 32 bits anyway.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace yiwen {

// Changes whenever a stored shingle, text hash or signature would no longer be computed alike.
inline constexpr std::uint32_t kFingerprintVersion = 1;

using Shingle = std::uint32_t;
using ShingleSet = std::vector<Shingle>;       // ascending, no value twice
using ShingleView = std::span<const Shingle>;  // of a ShingleSet

// The shingles of k characters; the whole text as one shingle where it is shorter than k. Empty for an empty text
// alone. REQUIRES: 1 <= k <= 3
[[nodiscard]] ShingleSet shingles(std::u32string_view chars, std::uint32_t k);

// Texts of fewer comparison characters are short: they are compared by 2-grams.
// Range 10 to 40. At 20 characters one replaced word of two leaves J = 0.64 by 3-grams, below that it soon falls under
// 0.5.
inline constexpr std::uint32_t kShortChars = 20;

struct Fingerprint {
  std::uint64_t text_hash = 0;  // of all characters in order
  std::uint32_t chars = 0;      // 0: an empty text, which resembles nothing, not even another empty text
  ShingleSet bigrams;
  ShingleSet trigrams;

  [[nodiscard]] bool empty() const { return chars == 0; }
  [[nodiscard]] bool is_short() const { return chars < kShortChars; }

  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

// REQUIRES: chars.size() < 2^32
[[nodiscard]] Fingerprint fingerprint(std::u32string_view chars);

}  // namespace yiwen
