// SPDX-License-Identifier: Apache-2.0
//
// What metadata is written with, whatever line it stands in: labels, separators, names of people and of outlets.
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/folded_text.h"

namespace yiwen {

// Longest values, in characters. Lists of four outlets or of four names with titles stay below.
inline constexpr std::size_t kLongestNames = 30;
inline constexpr std::size_t kLongestTitle = 80;
inline constexpr std::size_t kLongestOutletName = 14;

// `count` labels are words of headlines too (评论:…): only a number makes them metadata.
enum class Label { none, title, date, outlet, author, editor, other, count };

struct LabelMatch {
  Label label = Label::none;
  std::size_t end = 0;  // behind the label and its colon
  bool colon = false;
};

// The label that stands at this place of folded text.
[[nodiscard]] LabelMatch match_label(std::u32string_view text, std::size_t at);

[[nodiscard]] bool is_separator(char32_t c);
[[nodiscard]] bool holds_stop(std::u32string_view value);
[[nodiscard]] std::u32string_view without_blanks(std::u32string_view value);

// Names of people: two to four Han characters each, or capitalised words. `text`: what was folded.
[[nodiscard]] bool are_names(std::string_view text, const FoldedText& folded, std::size_t begin, std::size_t end);

// Whether the words may be the name of an outlet or a list of such names: short, and ending as such names end.
[[nodiscard]] bool is_outlet_name(std::u32string_view folded);

}  // namespace yiwen
