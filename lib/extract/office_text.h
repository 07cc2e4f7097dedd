// SPDX-License-Identifier: Apache-2.0
//
// The text of a Word or OpenDocument file while it is being read: what both kinds put down in the same way.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/marked_text.h"
#include "extract/table_rows.h"

namespace yiwen {

class OfficeText {
 public:
  void add(std::string_view words, const MarkedParagraph& paragraph) { out_.add(words, paragraph); }
  void add(const std::vector<TableRow>& rows) { add_table(rows, out_); }

  // A paragraph of the style of titles: the first of them is the title.
  void call_title(MarkedParagraph& paragraph) {
    if (!has_title_) paragraph.kind = BlockKind::title;
    has_title_ = true;
  }

  // One more change that was tracked. All are taken as accepted.
  void count_change() { ++changes_; }

  [[nodiscard]] Metadata& stated() { return out_.stated(); }
  [[nodiscard]] MarkedText finish() &&;

 private:
  MarkedTextWriter out_;
  bool has_title_ = false;
  std::size_t changes_ = 0;
};

// What stands behind a line break in a paragraph: of its form, but no title, and in the same block.
void begin_next_line(MarkedParagraph& paragraph);

}  // namespace yiwen
