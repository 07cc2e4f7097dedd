// SPDX-License-Identifier: Apache-2.0
//
// Text -> lines, and which of them are one paragraph that was wrapped at a fixed column.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "yiwen/text_range.h"

namespace yiwen {

struct Line {
  TextRange<SourceText> range;      // without the white space around it and the markdown mark before it; never empty
  std::uint32_t blank_lines = 0;    // above it
  std::uint32_t indent = 0;         // in columns: an ideographic space counts two
  std::uint32_t columns = 0;        // of the text: a wide character counts two
  std::uint32_t characters = 0;     // of the text
  std::uint32_t heading_level = 0;  // of a markdown heading, 1 to 6; 0 for none
  bool list_item = false;
};

// Lines with something in them besides white space, markdown marks and thematic breaks (---).
// REQUIRES: text is valid UTF-8
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

// continues[i]: line i goes on where line i - 1 was wrapped, or is a number alone in the middle of a sentence, or what
// stands behind one.
[[nodiscard]] std::vector<bool> wrapped_lines(std::string_view text, const std::vector<Line>& lines);

}  // namespace yiwen
