// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "classify/places.h"

namespace yiwen {

// The row with the mark of a point in a list (二、) apart from the words that the other side has instead of it, where
// it has such: a list that was made running text has no marks, and they were no words.
[[nodiscard]] std::optional<DiffedRow> with_list_marks_apart(std::span<const PrintedWitness> witnesses,
                                                             const DiffedRow& row);

// • …: whether the sentence is a point of a list, set off by a bullet. Such a point says in short what a story tells
// below it, and needs no full stop.
[[nodiscard]] bool has_bullet(const PrintedWitness& printed, const Sentence& sentence);

}  // namespace yiwen
