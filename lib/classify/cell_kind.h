// SPDX-License-Identifier: Apache-2.0
//
// What a cell is on its page.
#pragma once

#include "classify/classify.h"

namespace yiwen {

[[nodiscard]] bool is_byline(const PrintedWitness& printed, const Cell& cell);
[[nodiscard]] bool is_title_or_caption(const PrintedWitness& printed, const Cell& cell);

}  // namespace yiwen
