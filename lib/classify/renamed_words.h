// SPDX-License-Identifier: Apache-2.0
//
// Words that are folded to one for comparison and are printed otherwise: 软体 for 软件, AI for 人工智能. They match,
// and an editor still has to see them.
#pragma once

#include <span>
#include <vector>

#include "classify/classify.h"
#include "classify/places.h"

namespace yiwen {

// For each witness, whether it is written in traditional characters.
[[nodiscard]] std::vector<char> are_traditional(std::span<const PrintedWitness> witnesses);

// One finding a word of the row's reference that another cell prints in other words, where nothing else differs.
// Folded where a conversion between the scripts explains it, because such a one exchanges the words of the regions too;
// minor between texts in one script, and for an abbreviation in an alphabet, which no conversion exchanges.
[[nodiscard]] std::vector<Finding> find_renamed(std::span<const PrintedWitness> witnesses, const DiffedRow& row,
                                                std::span<const char> traditional);

// The same words when script is folded, but not the words of regions.
[[nodiscard]] bool same_but_for_script(std::string_view left, std::string_view right);

// One of the two is written in Latin letters.
[[nodiscard]] bool one_is_latin(std::string_view left, std::string_view right);

}  // namespace yiwen
