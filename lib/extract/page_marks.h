// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/paragraph.h"

namespace yiwen {

// The line that stands at the head or foot of each printed page, and in a text copied from there between two halves of
// a sentence: — 2 —, 第2页/共3页, 要闻 西临日报 2025年10月20日 3, Page 2 of 3.
[[nodiscard]] bool is_page_mark(const Paragraph& paragraph);

// (下转第三版), ▶上接A1版: where a story goes on, or comes from, in the paper. How many of the folded characters it
// takes at the begin of the paragraph, and at its end; 0 where there is none.
[[nodiscard]] std::size_t leading_pointer(std::u32string_view folded);
[[nodiscard]] std::size_t trailing_pointer(std::u32string_view folded);

}  // namespace yiwen
