// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace yiwen {

// The common reading of the character, tones and the dots of ü aside (竣: jun); empty where none is known.
[[nodiscard]] std::string_view reading_of(char32_t c);

// The syllable is a reading of the character, if not the most common one (重: zhong and chong).
[[nodiscard]] bool may_be_read(char32_t c, std::string_view syllable);

// Both characters are read alike, tones aside (竣 and 峻: jun), by the common reading of each.
[[nodiscard]] bool sound_alike(char32_t left, char32_t right);

}  // namespace yiwen
