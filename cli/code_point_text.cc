// SPDX-License-Identifier: Apache-2.0
#include "cli/code_point_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace yiwen::cli {

CodePointText::CodePointText(std::string_view text) : text_(text) {
  for (std::uint32_t byte = 0; byte < text.size();) {
    byte_at_.push_back(byte);
    if (next_code_point(text, byte) == U'\n') line_breaks_.push_back(static_cast<std::uint32_t>(byte_at_.size() - 1));
  }
  byte_at_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::string_view CodePointText::slice(CodePointRange range) const {
  const auto byte = [&](std::uint32_t at) { return byte_at_[std::min<std::size_t>(at, byte_at_.size() - 1)]; };
  return text_.substr(byte(range.begin), byte(range.end) - byte(range.begin));
}

std::uint32_t CodePointText::line_of(std::uint32_t at) const {
  const auto before = std::lower_bound(line_breaks_.begin(), line_breaks_.end(), at);
  return static_cast<std::uint32_t>(before - line_breaks_.begin()) + 1;
}

CodePointRange CodePointText::in_code_points(TextRange<SourceText> range) const {
  const auto count = [&](std::uint32_t byte) {
    return static_cast<std::uint32_t>(std::lower_bound(byte_at_.begin(), byte_at_.end(), byte) - byte_at_.begin());
  };
  return {count(range.begin), count(range.end)};
}

}  // namespace yiwen::cli
