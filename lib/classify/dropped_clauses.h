// SPDX-License-Identifier: Apache-2.0
//
// A clause of a sentence that another text lacks: whether it is lost, or says what its text says in another place.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "classify/places.h"
#include "diff/reading_diff.h"

namespace yiwen {

// 他认为，… → …他说: what was left out stands elsewhere in the sentence, in other words. `edits` lead from left to
// right.
[[nodiscard]] bool is_put_in_elsewhere(const NormalText& left, const NormalText& right, const std::vector<Edit>& edits,
                                       const Edit& gone);

// Where the words of a clause stand in a sentence beside those of the cell: a quotation that was put before its
// speaker.
[[nodiscard]] std::optional<TextRange<Normal>> clause_beside(const PrintedWitness& printed, const Cell& cell,
                                                             std::u32string_view words);

// The finding that cell `c` of the row lacks the clause `edit.left` of the reference. It is minor where the cell need
// not have it: who speaks and when, if the text says so nearby, what a headline leaves out, the head of a dispatch.
// REQUIRES: edit.right is empty
[[nodiscard]] Finding omitted_clause(std::span<const PrintedWitness> witnesses, const DiffedRow& row, std::size_t c,
                                     const Edit& edit);

}  // namespace yiwen
