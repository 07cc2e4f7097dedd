// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace yiwen {

// Folded text with every word of lib/classify/data/regional_words.tsv put into its first form: two texts that differ in
// regional wording alone become equal.
[[nodiscard]] std::u32string in_one_region(std::u32string_view folded);

// The same with lib/classify/data/word_forms.tsv, for words that are spelled in two ways.
[[nodiscard]] std::u32string in_one_spelling(std::u32string_view folded);

// The same with alike_words.tsv, for words that read alike and say nearly the same.
[[nodiscard]] std::u32string in_one_sense(std::u32string_view folded);

}  // namespace yiwen
