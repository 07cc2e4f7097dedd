// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yiwen {

struct RegionalWord {
  std::u32string mainland;   // what is compared
  std::uint32_t length = 0;  // of the word that was found, in characters
};

// The regional word that begins the folded text, the longest of several; nothing where none does.
// The words are lib/normalize/data/region.tsv.
[[nodiscard]] std::optional<RegionalWord> regional_word_at(std::u32string_view text);

}  // namespace yiwen
