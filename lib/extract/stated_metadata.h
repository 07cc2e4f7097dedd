// SPDX-License-Identifier: Apache-2.0
//
// What the head of a page says of it: <title>, <meta>, linked data.
#pragma once

#include <string>
#include <string_view>

#include "extract/html_tree.h"
#include "yiwen/document.h"

namespace yiwen {

// Every field as the page states it, with the white space around it and the name of the site behind the title taken
// off.
[[nodiscard]] Metadata stated_metadata(const HtmlTree& page);

// The title without the names of site and channel behind it: 标题_频道_某某网 -> 标题.
[[nodiscard]] std::string without_site_name(std::string_view title);

}  // namespace yiwen
