// SPDX-License-Identifier: Apache-2.0
//
// The times of a live blog. Some pages print the time of an entry on a line of its own above it, others before its
// first word: 06:45 | 学校今天停课。 Either way it opens the entry.
#pragma once

#include <string_view>
#include <vector>

#include "extract/paragraph.h"

namespace yiwen {

// Joins each time of day that stands alone to the entry below it, where the text has enough of them to be a live blog:
// one alone says when the page was printed. REQUIRES: the paragraphs were made from text
[[nodiscard]] std::vector<Paragraph> join_entry_times(std::string_view text, std::vector<Paragraph> paragraphs);

}  // namespace yiwen
