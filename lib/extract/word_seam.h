// SPDX-License-Identifier: Apache-2.0
//
// Whether a break in a text fell inside a word: 开|创新局面.
#pragma once

#include <string_view>

namespace yiwen {

// Whether left and right, put together, have a word across the seam, by ICU's dictionary where words are not spaced.
// White space at the seam counts as nothing. REQUIRES: both are valid UTF-8
[[nodiscard]] bool splits_word(std::string_view left, std::string_view right);

}  // namespace yiwen
