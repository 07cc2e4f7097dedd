// SPDX-License-Identifier: Apache-2.0
#include "extract/office_text.h"

#include <fmt/format.h>

namespace yiwen {

MarkedText OfficeText::finish() && {
  if (changes_ > 0) out_.notes().push_back(fmt::format("tracked changes, taken as accepted: {}", changes_));
  return std::move(out_).finish();
}

void begin_next_line(MarkedParagraph& paragraph) {
  paragraph.same_block = true;
  if (paragraph.kind == BlockKind::title) paragraph.kind.reset();
}

}  // namespace yiwen
