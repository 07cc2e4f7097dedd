// SPDX-License-Identifier: Apache-2.0
//
// The short lists of words that single rules look for: data/rule_words.tsv.
#pragma once

#include <string_view>

#include "base/words_by_role.h"

namespace yiwen {

// The words of a role of that file, which live as long as the program. Throws std::out_of_range where it has no such
// role.
[[nodiscard]] const Words& rule_words(std::string_view role);

}  // namespace yiwen
