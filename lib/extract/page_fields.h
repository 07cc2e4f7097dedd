// SPDX-License-Identifier: Apache-2.0
//
// What the elements of a page that are named for it, and the lines around its title, say of the story: date, outlet,
// author, editor.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/html_tree.h"
#include "extract/marked_text.h"
#include "extract/story_place.h"
#include "extract/story_title.h"
#include "yiwen/document.h"

namespace yiwen {

// A page that has been read. A view: all of it must outlive this.
struct ReadPage {
  const HtmlTree& page;
  const Metadata& stated;
  const StoryPlace& place;
  const StoryTitle& title;
  const std::vector<std::optional<BlockKind>>& kinds;  // by piece
};

// Those below the title come first. piece_at: where each piece begins in the text.
[[nodiscard]] std::vector<MarkedField> page_fields(const ReadPage& read, const std::vector<std::uint32_t>& piece_at);

}  // namespace yiwen
