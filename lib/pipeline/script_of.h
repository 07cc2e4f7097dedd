// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yiwen {

// "Hant", "Hans", "mixed" or "none": by the characters that only one of the two scripts writes. Japanese is "none".
[[nodiscard]] const char* script_of(std::string_view text);

}  // namespace yiwen
