// SPDX-License-Identifier: Apache-2.0
//
// Takes from a page what would make a parser of HTML slow, and nothing that a reader sees.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yiwen {

// Elements that may be open at once. Browsers flatten deeper ones too (Chromium at 512); pages that people write stay
// below 60. Range 64..2000: the time of the parser grows with the product of depth and size.
inline constexpr std::uint32_t kDeepestHtml = 512;

struct TamedHtml {
  std::string html;
  // Offset kept_at[i] of the html was at offset from_at[i] of the page; both ascend, and between two of them offsets
  // advance alike.
  std::vector<std::uint32_t> kept_at;
  std::vector<std::uint32_t> from_at;
  std::uint32_t flattened = 0;  // elements that were taken out because they lay too deep

  // REQUIRES: at <= html.size()
  [[nodiscard]] std::uint32_t origin(std::uint32_t at) const;
};

// REQUIRES: page is valid UTF-8 of less than 2^32 bytes
[[nodiscard]] TamedHtml tame_html(std::string_view page, std::uint32_t deepest = kDeepestHtml);

}  // namespace yiwen
