// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yiwen {

// Whether the word stands in lib/classify/data/predicates.txt: it says what is done, how or when, and names nothing.
[[nodiscard]] bool is_predicate(std::u32string_view word);

}  // namespace yiwen
