// SPDX-License-Identifier: Apache-2.0
//
// A page as its reader sees it: what is hidden is gone, and a headline broken for its looks is one.
#pragma once

#include <string_view>

#include "extract/html_tree.h"

namespace yiwen {

// An element that hides most of the running text is shown by a program of the page; boxes hidden inside of it stay
// hidden.
void drop_hidden(HtmlTree& page);

// A headline that is broken into lines for its looks is one again: pieces of one block, one under the other, that
// together are what the head calls the page.
void join_title_lines(HtmlTree& page, std::string_view stated_title);

}  // namespace yiwen
