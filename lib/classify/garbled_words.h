// SPDX-License-Identifier: Apache-2.0
//
// Mojibake that was taken back: its words are known and compared, and who reads the text cannot read them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "classify/places.h"
#include "diff/reading_diff.h"
#include "yiwen/document.h"
#include "yiwen/report.h"

namespace yiwen {

// The mojibake that was taken back and that the place touches; null where there is none.
[[nodiscard]] const Damage* garbled_in(const PrintedWitness& witness, TextRange<SourceText> place);
[[nodiscard]] const Damage* garbled_in(const PrintedWitness& witness, TextRange<Normal> words);

// The edit changes no word, and one side of it cannot be read.
[[nodiscard]] bool is_garbled_alone(const PrintedWitness& left, const PrintedWitness& right, const Edit& edit);

// The row with an edit, of equal words, for each mojibake of one side that was taken back, where it has such: the first
// of its words that differ in nothing else.
[[nodiscard]] std::optional<DiffedRow> with_garbled(std::span<const PrintedWitness> witnesses, const DiffedRow& row);

// Of a text that is damaged throughout, the damage is one finding: the first, with the places of the others. Of slight
// differences in the same passages it cannot be told whether they are any.
void gather_damage(std::vector<Finding>& findings);

}  // namespace yiwen
