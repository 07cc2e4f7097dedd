// SPDX-License-Identifier: Apache-2.0
//
// Text -> paragraphs, and what can be said of each from its shape alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/folded_text.h"
#include "extract/marked_text.h"
#include "yiwen/document.h"
#include "yiwen/text_range.h"

namespace yiwen {

struct Paragraph {
  TextRange<SourceText> range;      // without the white space around it and the markdown mark before it
  std::uint32_t blank_lines = 0;    // above it; 0 where it stands right under the paragraph before
  std::uint32_t heading_level = 0;  // of a markdown heading, 1 to 6; 0 for none
  bool list_item = false;           // behind a markdown bullet
  std::optional<BlockKind> marked;  // where the markup of its file decides what it is
  FoldedText folded;

  double width = 0;         // in ideographs: a Han character is 1, a Latin letter 1/2
  std::uint32_t words = 0;  // letters, digits, Han characters
  std::uint32_t stops = 0;  // 。！？ and the full stops of other scripts, wherever they stand
  std::uint32_t marks = 0;  // those of them that are ！ or ？, which headlines have too
  std::uint32_t commas = 0;
  bool ends_with_stop = false;  // closing quotes and brackets behind it set aside
  bool ends_with_colon = false;
  bool links_only = false;  // links or images of markdown and nothing else
};

// REQUIRES: text is valid UTF-8
[[nodiscard]] std::vector<Paragraph> split_paragraphs(std::string_view text);

// The paragraphs as the markup parts them.
[[nodiscard]] std::vector<Paragraph> marked_paragraphs(const MarkedText& text);

// What its shape says of a piece of text. REQUIRES: range lies in text, on code point boundaries
[[nodiscard]] Paragraph describe_paragraph(std::string_view text, TextRange<SourceText> range);

// Whether it is running text: has full stops, and the length of a sentence.
[[nodiscard]] bool is_prose(const Paragraph& paragraph);
// The same where no line has a stop: a clause with a comma.
[[nodiscard]] bool is_unstopped_prose(const Paragraph& paragraph);

// Whether it may be a heading, a title, an entry of a list: short, and no sentence in it ends.
[[nodiscard]] bool is_title_like(const Paragraph& paragraph);
// The same for the head of a page, where no running text is near and titles may be long.
[[nodiscard]] bool is_title_like_at_head(const Paragraph& paragraph);

}  // namespace yiwen
