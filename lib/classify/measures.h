// SPDX-License-Identifier: Apache-2.0
//
// Units of measure: which can be turned into one another, and by what factor.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace yiwen {

struct Measure {
  std::u32string word;
  std::u32string of;  // the unit that it is a multiple of, its own word where there is none
  double factor = 1;
};

// The unit that the folded text begins with, the longest; nothing where it begins with none. `ends`: whether a word can
// end before that character of the text; a unit of an alphabet (m) is not the begin of a longer word (mm).
[[nodiscard]] const Measure* measure_at_begin(std::u32string_view text, const std::function<bool(std::size_t)>& ends);

// Characters of the longest unit.
[[nodiscard]] std::size_t longest_measure();

// The units of money that the sign may stand for with which the folded text ends: $ for several, us$ for one.
[[nodiscard]] std::span<const std::u32string> money_at_end(std::u32string_view text);

}  // namespace yiwen
