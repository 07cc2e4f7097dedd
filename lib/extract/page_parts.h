// SPDX-License-Identifier: Apache-2.0
//
// Which paragraph of a page is the story and which is the page around it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/metadata.h"
#include "extract/paragraph.h"
#include "yiwen/document.h"

namespace yiwen {

// One paragraph with what it was found to be.
struct PagePart {
  Paragraph paragraph;
  std::optional<MetadataReading> metadata;
  BlockKind kind = BlockKind::body;
  bool in_head = false;         // above the first paragraph of running text
  bool in_tail = false;         // below the last
  bool above_trail = false;     // above the way to the page: 首页 > 社会
  bool behind_closing = false;  // below the line that closes the story
  bool among_comments = false;  // at or below the line that heads what readers say
};

// The parts of the page in order. No part is a title yet, unless its markup says so: see title.h.
// REQUIRES: text is valid UTF-8; the paragraphs were made from it
[[nodiscard]] std::vector<PagePart> page_parts(std::string_view text, std::vector<Paragraph> paragraphs);

}  // namespace yiwen
