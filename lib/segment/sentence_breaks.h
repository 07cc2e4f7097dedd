// SPDX-License-Identifier: Apache-2.0
//
// Where the sentences of one paragraph end.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "yiwen/document.h"

namespace yiwen {

// The sentences of the paragraph, in order, without the white space between them. A paragraph without a letter or digit
// has none. Marks inside damaged spots end nothing.
// REQUIRES: paragraph lies in text, on code point boundaries; damage is in order
[[nodiscard]] std::vector<TextRange<SourceText>> sentence_ranges(std::string_view text, TextRange<SourceText> paragraph,
                                                                 std::span<const Damage> damage);

// Whether the text ends with a full stop, question or exclamation mark or ellipsis, closing quotes and brackets behind
// it set aside.
[[nodiscard]] bool ends_with_stop(std::string_view text);

}  // namespace yiwen
