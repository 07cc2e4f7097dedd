// SPDX-License-Identifier: Apache-2.0
//
// A page as its reader sees it: what is hidden is gone, and a headline broken for its looks is one.
#pragma once

#include <string>
#include <string_view>

#include "extract/html_tree.h"

namespace yiwen {

// An element that hides most of the running text is shown by a program of the page; boxes hidden inside of it stay
// hidden.
void drop_hidden(HtmlTree& page);

// A headline that is broken into lines or paragraphs for its looks is one again: pieces one under the other that
// together are what the page is said to be called. Whether the page shows that at all.
bool join_title_lines(HtmlTree& page, std::string_view stated_title);

// 标题：…… in a table of values, as stands above the documents of authorities; empty for none.
[[nodiscard]] std::string labelled_title(const HtmlTree& page);

}  // namespace yiwen
