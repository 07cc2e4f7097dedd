// SPDX-License-Identifier: Apache-2.0
#include "fingerprint/similarity.h"

#include <algorithm>
#include <cmath>

namespace yiwen {
namespace {

// A product such as 0.8 * 10 must not round to 8.000000000000002 and ask for a ninth shingle.
constexpr double kRounding = 1e-9;

std::uint32_t at_least(double product) { return static_cast<std::uint32_t>(std::ceil(product - kRounding)); }

}  // namespace

std::uint32_t shared_shingles(ShingleView left, ShingleView right) {
  std::uint32_t shared = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  // Without branches on the comparison: which side is behind is not predictable.
  while (i < left.size() && j < right.size()) {
    const Shingle a = left[i];
    const Shingle b = right[j];
    shared += a == b ? 1U : 0U;
    i += a <= b ? 1U : 0U;
    j += b <= a ? 1U : 0U;
  }
  return shared;
}

std::optional<std::uint32_t> shared_shingles_at_least(ShingleView left, ShingleView right, std::uint32_t wanted) {
  if (std::min(left.size(), right.size()) < wanted) return std::nullopt;
  // Shingles that one side may still hold alone before the other could not reach `wanted` any more.
  std::size_t left_spare = left.size() - wanted;
  std::size_t right_spare = right.size() - wanted;
  std::uint32_t shared = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < left.size() && j < right.size()) {
    if (left[i] == right[j]) {
      ++shared, ++i, ++j;
    } else if (left[i] < right[j]) {
      if (left_spare-- == 0) return std::nullopt;
      ++i;
    } else {
      if (right_spare-- == 0) return std::nullopt;
      ++j;
    }
  }
  if (shared < wanted) return std::nullopt;
  return shared;
}

double jaccard(ShingleView left, ShingleView right) {
  if (left.empty() || right.empty()) return 0;
  const std::uint32_t shared = shared_shingles(left, right);
  return static_cast<double>(shared) / static_cast<double>(left.size() + right.size() - shared);
}

double containment(ShingleView left, ShingleView right) {
  if (left.empty() || right.empty()) return 0;
  return static_cast<double>(shared_shingles(left, right)) / static_cast<double>(std::min(left.size(), right.size()));
}

std::uint32_t shared_for_jaccard(std::size_t left, std::size_t right, double similarity) {
  return at_least(similarity / (1 + similarity) * static_cast<double>(left + right));
}

std::uint32_t shared_for_containment(std::size_t smaller, double similarity) {
  return at_least(similarity * static_cast<double>(smaller));
}

ComparedSets compared_sets(const Fingerprint& left, const Fingerprint& right) {
  if (left.is_short() || right.is_short()) return {left.bigrams, right.bigrams};
  return {left.trigrams, right.trigrams};
}

}  // namespace yiwen
