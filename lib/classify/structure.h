// SPDX-License-Identifier: Apache-2.0
//
// Findings about whole sentences and passages: left out, added, moved, printed twice, cut off.
#pragma once

#include <span>
#include <vector>

#include "classify/classify.h"
#include "classify/places.h"

namespace yiwen {

// Passages that a witness left out, by the standing of the witness: what an excerpt leaves out is its nature.
[[nodiscard]] std::vector<Finding> find_omissions(std::span<const PrintedWitness> witnesses, const Alignment& alignment,
                                                  std::span<const Standing> standings);

// Passages that only one witness has. `base` adds nothing to itself.
[[nodiscard]] std::vector<Finding> find_additions(std::span<const PrintedWitness> witnesses, const Alignment& alignment,
                                                  std::span<const Standing> standings, std::uint32_t base);

[[nodiscard]] std::vector<Finding> find_moves(std::span<const PrintedWitness> witnesses, const Alignment& alignment,
                                              std::uint32_t base);

// Passages printed twice in one witness by mistake; not a form of thanks said twice, nor a heading and its sentence,
// nor a sentence that the base has twice too.
[[nodiscard]] std::vector<Finding> find_duplicates(std::span<const PrintedWitness> witnesses,
                                                   std::span<const DiffedRow> rows, std::uint32_t base);

// Sentences that a column break cuts, paragraphs that lost their head or tail, columns out of order. `pieces` gets the
// sentences that are nothing but a piece of one that is cut: nobody added them.
[[nodiscard]] std::vector<Finding> find_cuts(std::span<const PrintedWitness> witnesses, std::span<const DiffedRow> rows,
                                             const Alignment& alignment, std::vector<Place>& pieces);

}  // namespace yiwen
