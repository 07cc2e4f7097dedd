// SPDX-License-Identifier: Apache-2.0
//
// Word and OpenDocument files -> their text: paragraphs, headings, rows of tables, footnotes at the end. What was
// deleted under tracking is gone, what was put in stays.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/marked_text.h"
#include "yiwen/result.h"

namespace yiwen {

// What one part of such a file may come to once unpacked. A book of a million characters has some 50 MB of markup, and
// the tree of it takes four times that.
inline constexpr std::uint64_t kLargestOfficePart = 128ull << 20;

// Both fail (damaged, unsupported, over_limit) where the bytes are no such file, or one that is encrypted or too large.
// The errors name no file.
[[nodiscard]] Result<MarkedText> read_docx(std::string_view bytes);
[[nodiscard]] Result<MarkedText> read_odt(std::string_view bytes);

}  // namespace yiwen
