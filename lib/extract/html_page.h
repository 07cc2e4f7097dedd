// SPDX-License-Identifier: Apache-2.0
//
// A page -> its text, with what the markup says of every paragraph: which are the story, which the page around it.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/html_guard.h"
#include "extract/marked_text.h"
#include "yiwen/result.h"

namespace yiwen {

// Larger pages are refused. A saved page with all its pictures inside has 20 MB at most; the parser takes ten times
// the memory of the page.
inline constexpr std::uint64_t kLargestHtml = 32u << 20;

struct HtmlLimits {
  std::uint64_t max_bytes = kLargestHtml;
  std::uint32_t max_depth = kDeepestHtml;
};

// Fails (over_limit) where the page is larger than allowed. The error names no file.
// REQUIRES: page is valid UTF-8 without NUL
[[nodiscard]] Result<MarkedText> read_html(std::string_view page, const HtmlLimits& limits = {});

}  // namespace yiwen
