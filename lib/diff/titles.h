// SPDX-License-Identifier: Apache-2.0
//
// What stands before a name: an office that a person holds (副省长), or what a person is called (教授, 村民).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yiwen {

struct Title {
  std::uint32_t length = 0;  // characters
  bool office = false;       // a post that one is named to; otherwise a trade, a rank, a kinship

  friend bool operator==(const Title&, const Title&) = default;
};

// The longest title that begins at `at`, with 副 or 常务副 before it. Lists: lib/diff/data/offices.txt and
// callings.txt. REQUIRES: `text` is folded
[[nodiscard]] std::optional<Title> title_at(std::u32string_view text, std::size_t at);

[[nodiscard]] bool ends_with_title(std::u32string_view text);

}  // namespace yiwen
