// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yiwen {

// Words that only carry speech along: who counts, who thinks, whom one thanks. A report of a speech leaves them out, and
// nobody misses them. REQUIRES: folded text
[[nodiscard]] bool is_scaffolding(std::u32string_view words);

}  // namespace yiwen
