// SPDX-License-Identifier: Apache-2.0
//
// How many columns of a terminal a text takes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yiwen {

// Two for a wide or full-width character, none for a combining mark, one for any other; ambiguous ones count one, as
// terminals do unless they are told otherwise.
[[nodiscard]] unsigned display_columns(std::string_view text);

// The longest begin of the text that takes at most `columns`, with … at its end where something was cut off.
[[nodiscard]] std::string clipped(std::string_view text, unsigned columns);

// The text and spaces up to `columns`, clipped where it is longer.
[[nodiscard]] std::string padded(std::string_view text, unsigned columns);

// Lines of at most `columns`: broken at a space of a script that has them, and anywhere between two wide characters but
// not in front of closing punctuation. REQUIRES: columns >= 4
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, unsigned columns);

}  // namespace yiwen
