// SPDX-License-Identifier: Apache-2.0
//
// Word files from before 2007 (.doc) -> their text. The program antiword reads them.
#pragma once

#include <string_view>

#include "base/child_process.h"
#include "extract/marked_text.h"
#include "yiwen/result.h"

namespace yiwen {

// Fails: not_found (antiword is not installed), damaged (no such file, or one that is encrypted), over_limit (time,
// memory, size). The error names no file.
[[nodiscard]] Result<MarkedText> read_old_word(std::string_view bytes, const ChildLimits& limits = {});

// What antiword prints, put back into paragraphs, lines and rows. REQUIRES: printed without folding lines (-w 0)
[[nodiscard]] MarkedText text_of_antiword(std::string_view printed);

}  // namespace yiwen
