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

}  // namespace yiwen
