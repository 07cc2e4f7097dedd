// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/protected_pair.h"
#include "yiwen/result.h"

namespace yiwen {

// The pairs of lib/classify/data/protected_pairs.tsv, longest words first.
[[nodiscard]] std::span<const ProtectedPair> protected_pairs();

// Whether a word counts only where it is all that changed: one character is a part of other words, and so is a word of
// an alphabet.
[[nodiscard]] bool is_only_whole(std::u32string_view chars);

// The pairs of a table in that form, longest words first; `file` is named in errors, with the line: damaged. What
// stands behind the two words may be left out: the pair is then a critical term. REQUIRES: table is valid UTF-8
[[nodiscard]] Result<std::vector<ProtectedPair>> parse_protected_pairs(std::string_view table, const std::string& file);

}  // namespace yiwen
