// SPDX-License-Identifier: Apache-2.0
//
// What a picture shows, told by where the line stands.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/html_tree.h"

namespace yiwen {

// Whether each piece is the caption of a picture above it: it says what the picture is called, shares a small box with
// it, or stands in the middle right below it. Pieces outside of [begin, end) are none.
[[nodiscard]] std::vector<bool> picture_captions(const HtmlTree& page, std::uint32_t begin, std::uint32_t end);

}  // namespace yiwen
