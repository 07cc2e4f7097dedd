// SPDX-License-Identifier: Apache-2.0
//
// Which pieces of a page are its story. What stands between title and story, and in it, is the story's, unless a name,
// a list of links or the words say otherwise. What stands above and below is the page's, unless it says who wrote or
// edited the story. The words of each piece are read by the room's own rules (page_parts.cc) in the end; here only what
// markup knows is decided.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/html_tree.h"
#include "extract/story_place.h"
#include "extract/story_title.h"
#include "yiwen/document.h"

namespace yiwen {

// Pieces above the title, and below the story, in which the line of date, source and editor may stand.
inline constexpr std::uint32_t kReachAboveTitle = 12;
inline constexpr std::uint32_t kReachBelowStory = 12;

// By piece; nothing where the words decide.
[[nodiscard]] std::vector<std::optional<BlockKind>> piece_kinds(const HtmlTree& page, const StoryPlace& place,
                                                                const StoryTitle& title);

// Whether the line of the title's date may stand there.
[[nodiscard]] bool is_near_below_title(std::uint32_t piece, const StoryPlace& place, const StoryTitle& title);

}  // namespace yiwen
