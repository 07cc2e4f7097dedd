// SPDX-License-Identifier: Apache-2.0
//
// How much a shared pair of neighbouring units says. A pair that one text uses in many of its sentences (我们, 产业体系 in
// a speech on industry) says little about which sentence is meant; a pair that it uses once says much.
//
//   weight = ln(kSentences / df), df = the number of sentences of one text that hold the pair, in the text with most
//
// df is taken within single texts, not over all: a passage that five hundred reprints carry is as rare as it was in the
// first of them.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "cluster/witness.h"

namespace yiwen {

[[nodiscard]] constexpr std::uint64_t pair_key(std::uint32_t first, std::uint32_t second) {
  return static_cast<std::uint64_t>(first) << 32 | second;
}

class Rarity {
 public:
  explicit Rarity(std::span<const Witness> witnesses, unsigned threads = 1);

  // Weights of the pairs (0,1), (1,2) ... of a sentence: one fewer than it has units.
  [[nodiscard]] std::vector<float> weights(const Units& units) const;
  [[nodiscard]] float weight(std::uint64_t pair) const;

 private:
  std::unordered_map<std::uint64_t, float> weight_;  // of pairs with df > 1; looked up only, never iterated
};

}  // namespace yiwen
