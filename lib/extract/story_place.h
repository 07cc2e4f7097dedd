// SPDX-License-Identifier: Apache-2.0
//
// Where on a page its story stands. Running text (long, with stops and commas, not in links) gives weight to all the
// elements around it. From the root the way goes down as long as one child has nearly all the weight, or holds most of
// it and is named as the places of stories are. What a name calls a menu, a comment or a footer gives no weight, but a
// name alone proves nothing: an element that holds most of the page's running text is the story whatever its name says.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/html_tree.h"
#include "yiwen/document.h"

namespace yiwen {

struct StoryPlace {
  std::uint32_t begin = 0, end = 0;             // pieces
  std::vector<std::optional<BlockKind>> noise;  // by element: what the names around it call it, where they are believed
};

[[nodiscard]] StoryPlace find_story(const HtmlTree& page);

}  // namespace yiwen
