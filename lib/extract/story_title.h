// SPDX-License-Identifier: Apache-2.0
//
// Which piece of a page is its title: the one that the <title> or og:title repeats; else a heading near the story.
// Where the head names the site or the section alone: the one in which the way to the page ends, the line beside the
// date, the heading right above the story. Else none, and what the head says becomes the first paragraph.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/html_tree.h"
#include "extract/story_place.h"
#include "yiwen/document.h"

namespace yiwen {

struct StoryTitle {
  std::optional<std::uint32_t> piece;
  std::u32string words;              // of it, without marks
  std::uint32_t text_begin = 0;      // the piece behind the title, where it stands in the story
  std::uint32_t first_sentence = 0;  // the first running text behind both
};

[[nodiscard]] StoryTitle find_title(const HtmlTree& page, const Metadata& stated, const StoryPlace& place);

}  // namespace yiwen
