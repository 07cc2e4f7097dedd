// SPDX-License-Identifier: Apache-2.0
//
// Which words of a witness are linked already, to a reference before, and what each sentence has besides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cluster/witness.h"

namespace yiwen {

// The stretches of a sentence of so many units that no claim holds, as far as a pair of units fits into them.
[[nodiscard]] std::vector<UnitRange> unclaimed(std::vector<UnitRange> claims, std::size_t units);

class Claims {
 public:
  explicit Claims(const Witness& witness);

  void add(std::uint32_t sentence, UnitRange words);

  [[nodiscard]] const std::vector<UnitRange>& of(std::uint32_t sentence) const { return claimed_[sentence]; }
  // The stretches of it that are left, as unclaimed() gives them.
  [[nodiscard]] std::span<const UnitRange> left_of(std::uint32_t sentence) const { return left_[sentence]; }
  // The sentences that have any left, ascending. Of most texts of a story none has once one text of it was the
  // reference.
  [[nodiscard]] const std::vector<std::uint32_t>& open() const { return open_; }

 private:
  std::vector<std::uint32_t> units_;  // by sentence: how many; and so on
  std::vector<std::vector<UnitRange>> claimed_;
  std::vector<std::vector<UnitRange>> left_;
  std::vector<std::uint32_t> open_;
};

}  // namespace yiwen
