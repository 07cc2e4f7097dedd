// SPDX-License-Identifier: Apache-2.0
//
// What a text says of itself: title, date, outlet, author, editor, wherever a paragraph or the head of one states it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/paragraph.h"

namespace yiwen {

struct MetadataReading {
  std::optional<TextRange<SourceText>> title;  // behind a label
  std::optional<TextRange<SourceText>> outlet;
  std::optional<TextRange<SourceText>> date;
  std::optional<TextRange<SourceText>> byline;
  std::optional<TextRange<SourceText>> editor;
  bool written = false;    // a label calls the date the day of signing
  bool published = false;  // a label calls it another day
  bool signature = false;  // (张三) under a text: whose text it is depends on where it stands
  std::uint32_t end = 0;   // byte behind the metadata; before the end of the paragraph where a sentence is glued to it
};

// Nothing where the paragraph is not metadata and does not begin with metadata.
[[nodiscard]] std::optional<MetadataReading> read_metadata(std::string_view text, const Paragraph& paragraph);

}  // namespace yiwen
