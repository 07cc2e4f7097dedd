// SPDX-License-Identifier: Apache-2.0
//
// Lists of other stories and the headings above them.
#pragma once

#include <vector>

#include "extract/page_parts.h"

namespace yiwen {

// 【上一篇】某某大消息！怎么看？ The way to the next story, which may be said in sentences.
[[nodiscard]] bool is_pointer(const Paragraph& paragraph);

// 网友评论(3条), 2 comments, or without a number: what follows is what readers say of the story, to the end of the
// page.
enum class CommentsHeading { none, bare, counted };
[[nodiscard]] CommentsHeading comments_heading(const Paragraph& paragraph);

// The heading of such a list, with nothing else in its line; and a line that may stand in one: headlines, perhaps
// several run together, that ask and exclaim but hold no sentence.
[[nodiscard]] bool heads_links(const Paragraph& paragraph);
[[nodiscard]] bool may_be_links(const Paragraph& paragraph);

// Marks, in parts that are still body or heading, the headings of such lists and the entries under them.
void mark_related_links(std::vector<PagePart>& parts);

}  // namespace yiwen
