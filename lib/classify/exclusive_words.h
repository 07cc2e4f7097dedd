// SPDX-License-Identifier: Apache-2.0
//
// Words of one kind: those that exclude one another, and those that say the same. Both are told for the words of two
// texts, so that a kind costs as much as it has words, and not as it has pairs of them.
#pragma once

#include <string_view>
#include <vector>

#include "yiwen/protected_pair.h"

namespace yiwen {

// A word of `left` and one of `right` that exclude each other (lib/classify/data/exclusive_words.tsv,
// exclusive_verbs.tsv), longest first, then in the order of the tables.
[[nodiscard]] std::vector<ProtectedPair> exclusive_words(std::u32string_view left, std::u32string_view right);

// A word of `left` and another of `right` that stand in one field of exclusive_words.tsv, and so say the same.
[[nodiscard]] std::vector<ProtectedPair> words_of_one_sense(std::u32string_view left, std::u32string_view right);

}  // namespace yiwen
