// SPDX-License-Identifier: Apache-2.0
//
// How much two sets of shingles share, exactly, by merging them.
#pragma once

#include <cstdint>
#include <optional>

#include "fingerprint/fingerprint.h"

namespace yiwen {

// Shingles in both sets.
[[nodiscard]] std::uint32_t shared_shingles(ShingleView left, ShingleView right);

// The same where it is at least `wanted`; nothing, and sooner, where it is less.
[[nodiscard]] std::optional<std::uint32_t> shared_shingles_at_least(ShingleView left, ShingleView right,
                                                                    std::uint32_t wanted);

// Shared over all, [0, 1]. 0 where either set is empty: empty texts do not match.
[[nodiscard]] double jaccard(ShingleView left, ShingleView right);

// Shared over the smaller set, [0, 1]: 1 where one text holds all shingles of the other. 0 where either is empty.
[[nodiscard]] double containment(ShingleView left, ShingleView right);

// How many shingles sets of these sizes must share to reach the Jaccard similarity. REQUIRES: 0 < similarity <= 1
[[nodiscard]] std::uint32_t shared_for_jaccard(std::size_t left, std::size_t right, double similarity);

// The same for containment of the smaller. REQUIRES: 0 < similarity <= 1
[[nodiscard]] std::uint32_t shared_for_containment(std::size_t smaller, double similarity);

// The sets by which the two texts are compared: 2-grams where either is short, else 3-grams.
struct ComparedSets {
  ShingleView left;
  ShingleView right;
};
[[nodiscard]] ComparedSets compared_sets(const Fingerprint& left, const Fingerprint& right);

}  // namespace yiwen
