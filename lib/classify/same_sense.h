// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yiwen {

// Whether the two words stand in one group of lib/classify/data/same_sense.txt, and so may stand for one another.
[[nodiscard]] bool have_one_sense(std::u32string_view word, std::u32string_view other);

}  // namespace yiwen
