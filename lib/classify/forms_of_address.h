// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yiwen {

// Whether both phrases name one person with one title, one by the surname alone: 顾院长, 院长顾怀山. REQUIRES: folded
// text
[[nodiscard]] bool are_one_person(std::u32string_view left, std::u32string_view right);

}  // namespace yiwen
