// SPDX-License-Identifier: Apache-2.0
//
// Where a person's name of two or three characters (four with a surname of two) begins and ends. No dictionary knows
// names; a surname, the words around it, and that the characters behind it are no word of the language tell one.
#pragma once

#include <cstdint>
#include <string_view>

namespace yiwen {

// The length of the name that stands directly behind a title; 0 where none does. `rest`: folded text from there to the
// end of the clause, or some twelve characters of it.
[[nodiscard]] std::uint32_t name_behind_title(std::u32string_view rest);

// The length of the name that begins a clause, or stands in it behind the last character of what persons are called
// (村医|马秀莲), and directly before a verb of saying; 0 where none does. `rest`: the clause from there on.
[[nodiscard]] std::uint32_t name_before_saying(std::u32string_view rest, bool begins_clause);

// Whether the folded word is a surname.
[[nodiscard]] bool is_surname(std::u32string_view word);

// Whether what persons are called ends with this character: 员, 师, 手.
[[nodiscard]] bool ends_calling(char32_t c);

}  // namespace yiwen
