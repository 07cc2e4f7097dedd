// SPDX-License-Identifier: Apache-2.0
//
// The words of a witness as it prints them.
#pragma once

#include <string>

#include "classify/places.h"

namespace yiwen {

[[nodiscard]] std::string printed_text(const PrintedWitness& witness, TextRange<Normal> words);

// The same for a reason: on one line, and behind mojibake that was taken back what it meant.
[[nodiscard]] std::string quoted_text(const PrintedWitness& witness, TextRange<Normal> words);

// Where words are missing that another witness has: behind the closing marks that stand before them there, “顶流”∧ for
// “顶流”，昨天…. REQUIRES: at is empty, and lies in the cell
[[nodiscard]] CodePointRange printed_without(const PrintedWitness& witness, TextRange<Normal> at,
                                             TextRange<Normal> cell, const PrintedWitness& other,
                                             TextRange<Normal> missing);

}  // namespace yiwen
