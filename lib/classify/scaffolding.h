// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yiwen {

// Words that only carry speech along: who counts, who thinks, whom one thanks. A report of a speech leaves them out, and
// nobody misses them. REQUIRES: folded text
[[nodiscard]] bool is_scaffolding(std::u32string_view words);

// 新华社北京1月14日电（记者李明）: a desk takes it off or writes its own; it is no begin of a sentence. REQUIRES:
// folded text
// 某社记者李明摄: who took the picture.
[[nodiscard]] bool is_picture_credit(std::u32string_view words);

[[nodiscard]] bool is_dateline(std::u32string_view words);

}  // namespace yiwen
