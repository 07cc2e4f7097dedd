// SPDX-License-Identifier: Apache-2.0
//
// Many sets of shingles, with each shingle renamed to its rank by rarity. Two sets that share much share one of their
// rarest shingles (Chaudhuri, Ganti and Kaushik 2006), and lists of rare shingles are short: that is why rank 0 is the
// rarest.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "fingerprint/fingerprint.h"

namespace yiwen {

class RankedSets {
 public:
  // REQUIRES: the sets are in ascending order of size
  explicit RankedSets(std::span<const ShingleView> sets);

  [[nodiscard]] std::uint32_t sets() const { return static_cast<std::uint32_t>(set_begin_.size() - 1); }
  [[nodiscard]] std::uint32_t ranks() const { return static_cast<std::uint32_t>(list_begin_.size() - 1); }

  // The ranks of a set, rarest first.
  [[nodiscard]] std::span<const std::uint32_t> ranks_of(std::uint32_t set) const {
    return std::span(ranks_).subspan(set_begin_[set], set_begin_[set + 1] - set_begin_[set]);
  }
  // The sets that hold the shingle of this rank, ascending.
  [[nodiscard]] std::span<const std::uint32_t> sets_with(std::uint32_t rank) const {
    return std::span(lists_).subspan(list_begin_[rank], list_begin_[rank + 1] - list_begin_[rank]);
  }

 private:
  std::vector<std::uint32_t> ranks_;
  std::vector<std::uint32_t> set_begin_;
  std::vector<std::uint32_t> lists_;
  std::vector<std::uint32_t> list_begin_;
};

}  // namespace yiwen
