// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "yiwen/text_range.h"

namespace yiwen {

// Which code point of a text begins at a byte. Built in one pass, asked in constant time.
// Keeps a view: the text must outlive it.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  // REQUIRES: at <= text.size(), the begin of a code point
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const;
  [[nodiscard]] TextRange<CodePoints> operator()(TextRange<SourceText> range) const { return {at(range.begin), at(range.end)}; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_block_;  // code points that begin before byte 64 k
};

}  // namespace yiwen
