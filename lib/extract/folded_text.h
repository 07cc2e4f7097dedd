// SPDX-License-Identifier: Apache-2.0
//
// A piece of text folded so that the words of a page's furniture can be looked up in it: one script, one width, one
// case. It serves look-up alone; what is compared between reprints is folded by the normalize room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/text_range.h"

namespace yiwen {

// Folded characters with the place each came from. Full-width ASCII is narrow, capitals are small, the traditional
// characters that cues use are simplified, a run of white space is one blank, pinyin in brackets is gone.
struct FoldedText {
  std::u32string chars;
  std::vector<std::uint32_t> at;  // at[i]: the byte of the text where chars[i] begins; one more for the end

  [[nodiscard]] std::size_t size() const { return chars.size(); }
  [[nodiscard]] bool empty() const { return chars.empty(); }
  // The bytes of [begin, end), without the blanks around it. REQUIRES: begin <= end <= size()
  [[nodiscard]] TextRange<SourceText> source(std::size_t begin, std::size_t end) const;
};

// REQUIRES: range lies in text, on code point boundaries
[[nodiscard]] FoldedText fold_for_cues(std::string_view text, TextRange<SourceText> range);

}  // namespace yiwen
