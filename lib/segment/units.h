// SPDX-License-Identifier: Apache-2.0
//
// The units that are matched and diffed: one Han character, kana or hangul syllable; one word of an alphabet; one
// number with its point, colon and percent sign. A unit is never cut in two, so 41.7 and 47.1 differ as wholes.
#pragma once

#include <cstdint>
#include <vector>

#include "yiwen/document.h"

namespace yiwen {

struct Units {
  // Equal ids mean equal text: the code point of a unit of one character, otherwise a hash with the top bit set.
  std::vector<std::uint32_t> ids;
  std::vector<TextRange<Normal>> ranges;  // ascending; together they are the range that was cut

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ids.size()); }
};

// REQUIRES: range.end <= normal.chars.size()
[[nodiscard]] Units cut_into_units(const NormalText& normal, TextRange<Normal> range);

// begins[i]: a unit begins with character i of the range; one more entry for its end.
// REQUIRES: range.end <= normal.chars.size()
[[nodiscard]] std::vector<char> unit_begins(const NormalText& normal, TextRange<Normal> range);

// How much text a range is, in Han characters: a word of an alphabet or a number counts as two, because Chinese says it in
// two. Thresholds on the length of a passage mean this, so that they mean the same in every script.
[[nodiscard]] std::uint32_t text_length(const NormalText& normal, TextRange<Normal> range);

}  // namespace yiwen
