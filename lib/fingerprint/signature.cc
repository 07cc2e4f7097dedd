// SPDX-License-Identifier: Apache-2.0
//
// The loop over 128 independent minima is what costs. It is written with the vector types that g++ and clang share, so
// that a block of minima and coefficients stays in registers at any optimisation level. target_clones builds it twice,
// for processors with AVX2 and for all others, and the loader picks: one program, the same results.
#include "fingerprint/signature.h"

#include <algorithm>
#include <cstring>

namespace yiwen {
namespace {

// Eight minima: a register of AVX2, two of SSE2.
using Lanes [[gnu::vector_size(32)]] = std::uint32_t;
constexpr std::size_t kLanes = 8;
struct Coefficients {
  Lanes a[kSignatureSize / kLanes];
  Lanes b[kSignatureSize / kLanes];
};

Coefficients drawn() {
  std::uint64_t state = kSignatureSeed;
  const auto next = [&state] {
    std::uint64_t x = state += 0x9E3779B97F4A7C15U;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9U;
    x = (x ^ x >> 27) * 0x94D049BB133111EBU;
    return static_cast<std::uint32_t>((x ^ x >> 31) >> 32);
  };
  Coefficients drawn{};
  for (std::size_t i = 0; i < kSignatureSize; ++i) {
    drawn.a[i / kLanes][i % kLanes] = next() | 1U;
    drawn.b[i / kLanes][i % kLanes] = next();
  }
  return drawn;
}

// Registers of minima at a time: with their coefficients 12 of the 16 of AVX2. Written out by name, for an array the
// compiler would leave in memory.
constexpr std::size_t kBlock = 4;

// Which clone it is, is asked before the runtime of ThreadSanitizer has begun: that has the one.
#if defined(__x86_64__) && !defined(__SANITIZE_THREAD__)
[[gnu::target_clones("avx2", "default")]]
#endif
void minima(const Coefficients& coefficients, const Shingle* shingles, std::size_t count, Lanes* out) {
  static_assert(kSignatureSize % (kBlock * kLanes) == 0);
  for (std::size_t block = 0; block < kSignatureSize; block += kBlock * kLanes) {
    const Lanes* const a = &coefficients.a[block / kLanes];
    const Lanes* const b = &coefficients.b[block / kLanes];
    const Lanes a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3];
    const Lanes b0 = b[0], b1 = b[1], b2 = b[2], b3 = b[3];
    Lanes least0 = ~Lanes{}, least1 = least0, least2 = least0, least3 = least0;
    for (std::size_t s = 0; s < count; ++s) {
      const std::uint32_t x = shingles[s];
      const Lanes hash0 = a0 * x + b0, hash1 = a1 * x + b1, hash2 = a2 * x + b2, hash3 = a3 * x + b3;
      least0 = hash0 < least0 ? hash0 : least0;
      least1 = hash1 < least1 ? hash1 : least1;
      least2 = hash2 < least2 ? hash2 : least2;
      least3 = hash3 < least3 ? hash3 : least3;
    }
    Lanes* const to = out + block / kLanes;
    to[0] = least0, to[1] = least1, to[2] = least2, to[3] = least3;
  }
}

bool is_empty(const Signature& signature) {
  return std::ranges::all_of(signature, [](std::uint32_t minimum) { return minimum == 0xFFFFFFFFU; });
}

}  // namespace

Signature signature(ShingleView shingles) {
  static const Coefficients kCoefficients = drawn();
  Lanes least[kSignatureSize / kLanes];
  minima(kCoefficients, shingles.data(), shingles.size(), least);
  Signature signature;
  static_assert(sizeof signature == sizeof least);
  std::memcpy(signature.data(), least, sizeof least);
  return signature;
}

double estimated_jaccard(const Signature& left, const Signature& right) {
  if (is_empty(left) || is_empty(right)) return 0;
  std::uint32_t equal = 0;
  for (std::size_t i = 0; i < kSignatureSize; ++i) equal += left[i] == right[i] ? 1U : 0U;
  return static_cast<double>(equal) / static_cast<double>(kSignatureSize);
}

}  // namespace yiwen
