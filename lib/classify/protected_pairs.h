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

// Every two words of lib/classify/data/exclusive_words.tsv that exclude one another and of which the text has one,
// longest first.
[[nodiscard]] std::vector<const ProtectedPair*> exclusive_words_in(std::u32string_view text);

// Every two words that stand in one field of that file, and so say the same, of which the text has one.
[[nodiscard]] std::vector<const ProtectedPair*> words_of_one_sense_in(std::u32string_view text);

// The pairs of a table in that form, longest words first; `file` is named in errors, with the line: damaged. What
// stands behind the two words may be left out: the pair is then a critical term. REQUIRES: table is valid UTF-8
[[nodiscard]] Result<std::vector<ProtectedPair>> parse_protected_pairs(std::string_view table, const std::string& file);

}  // namespace yiwen
