// SPDX-License-Identifier: Apache-2.0
//
// The title of the page, where it has one.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/page_parts.h"

namespace yiwen {

struct TitleReading {
  std::size_t part = 0;                         // index of the part that holds it
  TextRange<SourceText> title;                  // without the name of the site behind it
  std::optional<TextRange<SourceText>> outlet;  // the name of the site behind it: 标题_某某网
};

// Puts headings together that were wrapped inside a word or an open quotation.
void join_wrapped_headings(std::string_view text, std::vector<PagePart>& parts);

// A page may have none (a live blog, a bare text): then nothing, rather than something wrong. A line
// above it that holds it and more, or that is a label of the page, becomes navigation.
[[nodiscard]] std::optional<TitleReading> find_title(std::vector<PagePart>& parts);

}  // namespace yiwen
