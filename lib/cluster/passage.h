// SPDX-License-Identifier: Apache-2.0
//
// The exact decision whether two sentences hold the same passage, and which part of each it is.
//
// The best co-linear chain of shared unit pairs, each weighted by its rarity, with a small price on what the chain skips:
//
//   李樂成表示，中國工業增加值41.7萬億元，對經濟增長的貢獻率為35%
//              2025年，…全年工業增加值41.7萬億元，對經濟增長的貢獻率35%
//                          |------------------------------|
//
// Coverage is the chain's weight over the weight of the lighter sentence: a sentence that another one merged with seven
// more, or condensed, keeps its coverage, while any ratio over both sides falls. Where both sides are long and share a
// clause only, the local coverage tells how much of that clause it is. Cost: s log s for s pairs of places where both hold
// the same pair; of sentences that are edited copies, about as many as they have units.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "cluster/witness.h"

namespace yiwen {

struct Link {
  float score = 0;     // weight of the chain, about 5 a pair of units
  float coverage = 0;  // of the lighter sentence, [0, 1]
  float cover_left = 0;
  float cover_right = 0;
  float local = 0;     // of the clauses that the chain touches, on the side where they are lighter, [0, 1]
  float local_right = 0;
  UnitRange left;      // from the first to the last unit of the chain
  UnitRange right;
  bool equal = false;  // unit for unit the same
};

// A pair of neighbouring units and the place of its first.
struct PairAt {
  std::uint64_t key = 0;  // pair_key
  std::uint32_t at = 0;

  friend auto operator<=>(const PairAt&, const PairAt&) = default;
};

struct WeighedSentence {
  std::span<const std::uint32_t> ids;
  std::span<const float> weights;  // of the pairs; one fewer than ids
  float total = 0;                 // of weights
  std::span<const char> breaks;    // breaks[i]: a clause begins with unit i; one more than ids
  std::span<const PairAt> pairs;   // all, ascending
};

[[nodiscard]] std::vector<PairAt> sorted_pairs(std::span<const std::uint32_t> ids);

// Nothing where no pair is shared (and the sentences are not one and the same single unit).
[[nodiscard]] std::optional<Link> link_passages(const WeighedSentence& left, const WeighedSentence& right);

}  // namespace yiwen
