// SPDX-License-Identifier: Apache-2.0
//
// The loop over 128 independent minima is what costs; it is written so that the compiler keeps a block of minima and
// coefficients in vector registers. target_clones builds it twice, for processors with AVX2 and for all others, and the
// loader picks: one program, the same results. This file is compiled with -O3 because g++ 12 does not vectorise at -O2.
#include "fingerprint/signature.h"

#include <algorithm>

namespace yiwen {
namespace {

struct Coefficients {
  std::array<std::uint32_t, kSignatureSize> a{};
  std::array<std::uint32_t, kSignatureSize> b{};
};

constexpr Coefficients drawn() {
  Coefficients drawn;
  std::uint64_t state = kSignatureSeed;
  const auto next = [&state] {
    std::uint64_t x = state += 0x9E3779B97F4A7C15U;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9U;
    x = (x ^ x >> 27) * 0x94D049BB133111EBU;
    return static_cast<std::uint32_t>((x ^ x >> 31) >> 32);
  };
  for (std::size_t i = 0; i < kSignatureSize; ++i) {
    drawn.a[i] = next() | 1U;
    drawn.b[i] = next();
  }
  return drawn;
}

constexpr Coefficients kCoefficients = drawn();

// Minima that share the vector registers at a time: with their coefficients 12 of the 16 of AVX2.
constexpr std::size_t kBlock = 32;

#if defined(__x86_64__)
__attribute__((target_clones("avx2", "default")))
#endif
void minima(const Shingle* shingles, std::size_t count, std::uint32_t* out) {
  for (std::size_t block = 0; block < kSignatureSize; block += kBlock) {
    std::uint32_t a[kBlock];
    std::uint32_t b[kBlock];
    std::uint32_t least[kBlock];
    for (std::size_t i = 0; i < kBlock; ++i) {
      a[i] = kCoefficients.a[block + i];
      b[i] = kCoefficients.b[block + i];
      least[i] = 0xFFFFFFFFU;
    }
    for (std::size_t s = 0; s < count; ++s) {
      for (std::size_t i = 0; i < kBlock; ++i) least[i] = std::min(least[i], a[i] * shingles[s] + b[i]);
    }
    for (std::size_t i = 0; i < kBlock; ++i) out[block + i] = least[i];
  }
}

bool is_empty(const Signature& signature) {
  return std::ranges::all_of(signature, [](std::uint32_t minimum) { return minimum == 0xFFFFFFFFU; });
}

}  // namespace

Signature signature(ShingleView shingles) {
  Signature signature;
  minima(shingles.data(), shingles.size(), signature.data());
  return signature;
}

double estimated_jaccard(const Signature& left, const Signature& right) {
  if (is_empty(left) || is_empty(right)) return 0;
  std::uint32_t equal = 0;
  for (std::size_t i = 0; i < kSignatureSize; ++i) equal += left[i] == right[i] ? 1U : 0U;
  return static_cast<double>(equal) / static_cast<double>(kSignatureSize);
}

}  // namespace yiwen
