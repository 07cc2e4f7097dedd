// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/paragraph.h"

namespace yiwen {

// The line that stands at the head or foot of each printed page, and in a text copied from there between two halves of
// a sentence: — 2 —, 第2页/共3页, 要闻 西临日报 2025年10月20日 3, Page 2 of 3.
[[nodiscard]] bool is_page_mark(const Paragraph& paragraph);

}  // namespace yiwen
