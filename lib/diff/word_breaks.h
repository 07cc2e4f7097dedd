// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace yiwen {

// breaks[i]: a word begins at character i of the folded text (breaks[size] is set too). ICU's dictionary of Chinese
// words decides; it is asked for the folded, simplified form, so that both readings of a passage are cut alike.
[[nodiscard]] std::vector<char> word_breaks(std::u32string_view text);

}  // namespace yiwen
