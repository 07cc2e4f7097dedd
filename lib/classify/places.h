// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "classify/classify.h"
#include "diff/reading_diff.h"
#include "yiwen/protected_pair.h"

namespace yiwen {

// A row with the diff of each of its cells against the reference's. diffs[0] is empty.
struct DiffedRow {
  const Row* row = nullptr;
  std::uint32_t index = 0;  // of the row in the alignment
  std::vector<ReadingDiff> diffs;
};

// The names of its people that each witness gives, sorted: see find_names. One entry a witness, or none at all.
using NamesOfWitnesses = std::vector<std::vector<std::u32string>>;

// The places of one row where its readings differ: one finding a place, its readings grouped across all cells. A clause
// that a witness lacks is an omission of its own.
[[nodiscard]] std::vector<Finding> find_places(std::span<const PrintedWitness> witnesses, const DiffedRow& row,
                                               const NamesOfWitnesses& names = {},
                                               std::span<const ProtectedPair> own_pairs = {});

// A place outside the rows, such as a title.
struct TextOfWitness {
  std::uint32_t witness = 0;
  TextRange<Normal> range;
};

// Both texts differ in what desks write differently by region or by their own style alone: words of another region, a
// number in another notation.
[[nodiscard]] bool differ_in_style_alone(std::span<const PrintedWitness> witnesses, TextOfWitness left,
                                         TextOfWitness right, std::span<const ProtectedPair> own_pairs = {});

}  // namespace yiwen
