// SPDX-License-Identifier: Apache-2.0
//
// Where a person's name of two or three characters (four with a surname of two) begins and ends. No dictionary knows
// names; a surname, the words around it, and that the characters behind it are no word of the language tell one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace yiwen {

// The length of the name that stands directly behind a title; 0 where none does. `rest`: folded text from there to the
// end of the clause, or some twelve characters of it.
[[nodiscard]] std::uint32_t name_behind_title(std::u32string_view rest);

// The length of the name that begins a clause, or stands in it behind the last character of what persons are called
// (村医|马秀莲), and directly before a verb of saying; 0 where none does. `rest`: the clause from there on.
[[nodiscard]] std::uint32_t name_before_saying(std::u32string_view rest, bool begins_clause);

// The length of the name that stands in a clause between words that tell a person: 由|李强|主持, 会见了|周明轩,
// 李兰娟|院士; 0 where none does. `at`: where it would begin.
[[nodiscard]] std::uint32_t name_among_words(std::u32string_view clause, std::size_t at);

// The length of the name that begins a clause of a list of names: 李强、王毅和|张军; 0 where it is none. `behind_name`:
// another name stands directly before the clause; `next`: the clause behind it.
[[nodiscard]] std::uint32_t name_in_list(std::u32string_view clause, bool behind_name, std::u32string_view next);

// A surname with two characters behind it that make no word with it: a name would stand so, but rare words too, and the
// more so where the two are a word by themselves.
struct UnknownName {
  std::uint32_t length = 0;
  bool given_is_word = false;
};
[[nodiscard]] std::optional<UnknownName> unknown_name_at(std::u32string_view clause, std::size_t at);

// Whether the words could be a name by themselves: a surname with one character or two, which is no word as a whole.
[[nodiscard]] bool could_be_name(std::u32string_view words);

// Whether the words are a surname and two characters that may be given: enough for what stands where a name stood.
[[nodiscard]] bool has_form_of_name(std::u32string_view words);

// Whether a surname that is a common word too (高, 常) and two characters could be a name: the two make no word with
// it.
[[nodiscard]] bool may_be_name_of_common_surname(std::u32string_view words);

// 居民|楼|加装, 学生|房: behind what people are called stands where they live more often than somebody of that surname.
[[nodiscard]] bool is_dwelling(std::u32string_view text, std::size_t at);

// Whether the folded word is a surname.
[[nodiscard]] bool is_surname(std::u32string_view word);
[[nodiscard]] bool begins_with_surname(std::u32string_view text);

// Whether what persons are called ends with this character: 员, 师, 手.
[[nodiscard]] bool ends_calling(char32_t c);

}  // namespace yiwen
