// SPDX-License-Identifier: Apache-2.0
//
// Decoded text -> blocks (paragraphs, headings, captions, bylines, noise) and what the text says of itself.
// Law: the blocks, in order, are the text: between two of them stands white space only.
#pragma once

#include <string_view>

#include "yiwen/document.h"

namespace yiwen {

// REQUIRES: text is valid UTF-8
[[nodiscard]] Article extract(std::string_view text);

}  // namespace yiwen
