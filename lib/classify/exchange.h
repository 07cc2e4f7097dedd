// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yiwen {

// Whether two phrases are the same but for two parties of them that changed places: 甲起诉乙, 乙起诉甲. Parties of a
// list (甲和乙) and those that do a thing together (甲会同乙) may stand in either order.
[[nodiscard]] bool is_exchange(std::u32string_view left, std::u32string_view right);

}  // namespace yiwen
