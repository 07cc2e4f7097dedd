// SPDX-License-Identifier: Apache-2.0
//
// The examples of docs/variants.md.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace yiwen {

struct PageRow {
  std::string left, right, kind, severity, layer;
  int line = 0;
};

inline std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::size_t begin = 1;
  for (auto end = line.find('|', begin); end != std::string::npos; end = line.find('|', begin)) {
    auto cell = line.substr(begin, end - begin);
    cell.erase(0, cell.find_first_not_of(' '));
    cell.erase(cell.find_last_not_of(' ') + 1);
    cells.push_back(cell);
    begin = end + 1;
  }
  return cells;
}

// The rows of the tables with the five columns.
inline std::vector<PageRow> rows_of_page() {
  std::ifstream page(YIWEN_SOURCE_DIR "/docs/variants.md");
  std::vector<PageRow> rows;
  std::string line;
  bool in_table = false;
  for (int number = 1; std::getline(page, line); ++number) {
    if (!line.starts_with('|')) {
      in_table = false;
      continue;
    }
    const auto cells = cells_of(line);
    if (cells == std::vector<std::string>{"left", "right", "kind", "severity", "layer"}) {
      in_table = true;
    } else if (in_table && !line.starts_with("|---")) {
      EXPECT_EQ(cells.size(), 5u) << "docs/variants.md:" << number;
      if (cells.size() == 5) rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], number});
    }
  }
  return rows;
}

}  // namespace yiwen
