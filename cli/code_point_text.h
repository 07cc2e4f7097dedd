// SPDX-License-Identifier: Apache-2.0
//
// The text of a document in a finished report, cut where the report's ranges say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/report.h"

namespace yiwen::cli {

class CodePointText {
 public:
  // REQUIRES: text is valid UTF-8 and outlives this
  explicit CodePointText(std::string_view text);

  // The bytes of the range; what lies behind the end of the text is left out.
  [[nodiscard]] std::string_view slice(CodePointRange range) const;
  // The line, counted from 1, on which the code point stands.
  [[nodiscard]] std::uint32_t line_of(std::uint32_t at) const;
  // The same range of the text, in code points. REQUIRES: it does not cut a code point
  [[nodiscard]] CodePointRange in_code_points(TextRange<SourceText> range) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> byte_at_;      // of every code point, and of the end
  std::vector<std::uint32_t> line_breaks_;  // code points that end a line, ascending
};

}  // namespace yiwen::cli
