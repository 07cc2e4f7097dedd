// SPDX-License-Identifier: Apache-2.0
//
// Lists of other stories and the headings above them.
#pragma once

#include <vector>

#include "extract/page_parts.h"

namespace yiwen {

// Marks, in parts that are still body or heading, the headings of such lists and the entries under them.
void mark_related_links(std::vector<PagePart>& parts);

}  // namespace yiwen
