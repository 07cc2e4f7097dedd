// SPDX-License-Identifier: Apache-2.0
//
// Tables of Office documents and how they read as text: a table of data row by row, a layout cell by cell.
#pragma once

#include <string>
#include <vector>

#include "extract/marked_text.h"

namespace yiwen {

struct TableCell {
  std::vector<std::pair<std::string, MarkedParagraph>> paragraphs;
};
using TableRow = std::vector<TableCell>;

// A row is one paragraph with tabs between its cells where every cell of the table is short; else each paragraph of
// each cell is one.
void add_table(const std::vector<TableRow>& rows, MarkedTextWriter& out);

}  // namespace yiwen
