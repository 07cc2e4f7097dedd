// SPDX-License-Identifier: Apache-2.0
//
// Units of measure: which can be turned into one another, and by what factor.
#pragma once

#include <string>
#include <string_view>

namespace yiwen {

struct Measure {
  std::u32string word;
  std::u32string of;  // the unit that it is a multiple of, its own word where there is none
  double factor = 1;
};

// The unit that the folded text begins with, the longest; nothing where it begins with none.
[[nodiscard]] const Measure* measure_at_begin(std::u32string_view text);

}  // namespace yiwen
