// SPDX-License-Identifier: Apache-2.0
//
// What a code point is, for rooms that read text. Answers come from ICU's character database.
#pragma once

namespace yiwen {

[[nodiscard]] bool is_han(char32_t c);     // script Han: ideographs of every block, 〇 and 々 among them
[[nodiscard]] bool is_word(char32_t c);    // letter or number (general category L* or N*): it carries the text
[[nodiscard]] bool is_latin(char32_t c);   // letter of script Latin
[[nodiscard]] bool is_circled_number(char32_t c);  // ① to ⑳
[[nodiscard]] bool is_digit(char32_t c);   // decimal digit, of any width
[[nodiscard]] bool is_space(char32_t c);   // white space, the ideographic and no-break spaces among them
[[nodiscard]] bool is_line_break(char32_t c);
[[nodiscard]] bool is_invisible(char32_t c);  // zero-width and formatting characters, bidirectional controls among them
[[nodiscard]] bool is_private_use(char32_t c);
// The mark that a presentation form for vertical lines stands for (︒: 。); any other character itself.
[[nodiscard]] char32_t horizontal_mark(char32_t c);
[[nodiscard]] bool is_unassigned(char32_t c);   // no character yet, or never to be one

}  // namespace yiwen
