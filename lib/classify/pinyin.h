// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace yiwen {

// Both characters are read alike, tones aside (竣 and 峻: jun), by the common reading of each.
[[nodiscard]] bool sound_alike(char32_t left, char32_t right);

}  // namespace yiwen
