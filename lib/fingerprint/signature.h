// SPDX-License-Identifier: Apache-2.0
//
// MinHash (Broder 1997): 128 minima of a shingle set under 128 hash functions. Two sets agree in a minimum with
// the probability of their Jaccard similarity, so signatures propose what an exact comparison then decides.
// Law: a signature depends on the set of shingles and on the seed only.
#pragma once

#include <array>
#include <cstdint>

#include "fingerprint/fingerprint.h"

namespace yiwen {

inline constexpr std::size_t kSignatureSize = 128;

// minima[i] = min over the shingles x of (a[i] * x + b[i]) mod 2^32. The coefficients a[0], b[0], a[1], b[1], ... are
// the upper halves of successive outputs of splitmix64 from kSignatureSeed, the a made odd. All ones for an empty set;
// an empty set agrees with nothing.
using Signature = std::array<std::uint32_t, kSignatureSize>;

inline constexpr std::uint64_t kSignatureSeed = 0x796977656E20'0001;  // "yiwen ", version 1

[[nodiscard]] Signature signature(ShingleView shingles);

// Share of equal minima, [0, 1]: the Jaccard similarity with a standard error of sqrt(J (1 - J) / 128), 0.044 at one
// half. 0 where either is the signature of an empty set.
[[nodiscard]] double estimated_jaccard(const Signature& left, const Signature& right);

}  // namespace yiwen
