// SPDX-License-Identifier: Apache-2.0
//
// Words behind which a point is no full stop, and words that show that it was one.
#pragma once

#include <string_view>

namespace yiwen {

[[nodiscard]] bool is_abbreviation(std::u32string_view word);  // Mr, Dr, etc: without its point, any case
[[nodiscard]] bool precedes_number(std::u32string_view word);  // No. 5, Fig. 2: an abbreviation before a number only
[[nodiscard]] bool begins_sentence_word(std::u32string_view text);  // The, However: a new sentence behind "U.S."
[[nodiscard]] bool is_continuer(std::u32string_view text);          // 的, 等, 然后: goes on behind a quotation

}  // namespace yiwen
