// SPDX-License-Identifier: Apache-2.0
#include "extract/table_rows.h"

#include <cstddef>

namespace yiwen {

namespace {

// The longest cell of a table of data, in bytes: some 80 characters. Longer ones hold paragraphs.
constexpr std::size_t kLongestCell = 240;

bool is_data(const std::vector<TableRow>& rows) {
  std::size_t with_cells = 0;
  for (const TableRow& row : rows) {
    if (row.size() > 1) ++with_cells;
    for (const TableCell& cell : row) {
      std::size_t size = 0;
      for (const auto& [text, paragraph] : cell.paragraphs) size += text.size();
      if (size > kLongestCell) return false;
    }
  }
  return rows.size() > 1 && with_cells * 2 >= rows.size();
}

}  // namespace

void add_table(const std::vector<TableRow>& rows, MarkedTextWriter& out) {
  const bool data = is_data(rows);
  bool behind_row = false;
  for (const TableRow& row : rows) {
    std::string line;
    for (const TableCell& cell : row) {
      if (data && !line.empty()) line += '\t';
      bool first = true;
      for (const auto& [text, paragraph] : cell.paragraphs) {
        if (!data) {
          out.add(text, paragraph);
          continue;
        }
        if (!first) line += ' ';
        first = false;
        line += text;
      }
    }
    if (data) out.add(line, {.range = {}, .kind = BlockKind::body, .same_block = behind_row});
    behind_row = true;
  }
}

}  // namespace yiwen
