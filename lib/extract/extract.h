// SPDX-License-Identifier: Apache-2.0
//
// Decoded text -> blocks (paragraphs, headings, captions, bylines, noise) and what the text says of itself.
// Law: the blocks, in order, are the text: outside of them stand only white space, invisible characters, the markdown
// marks before a line (#, -, *, +, >) and lines of nothing but such marks and = _ ~ (thematic breaks).
#pragma once

#include <string_view>

#include "extract/marked_text.h"
#include "yiwen/document.h"

namespace yiwen {

// REQUIRES: text is valid UTF-8
[[nodiscard]] Article extract(std::string_view text);

// The same where markup has parted the text: what it says of a paragraph stands, the words say the rest.
[[nodiscard]] Article extract(const MarkedText& text);

}  // namespace yiwen
