// SPDX-License-Identifier: Apache-2.0
//
// docs/variants.md is executable: every row of its tables is compared and judged by the code that makes reports.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "normalize/normalize.h"
#include "unit/classify/two_readings.h"
#include "yiwen/report.h"

namespace yiwen {
namespace {

struct PageRow {
  std::string left, right, kind, severity, layer;
  int line = 0;
};

std::vector<std::string> cells_of(const std::string& line) {
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
std::vector<PageRow> rows_of_page() {
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

TEST(VariantsPage, SaysOfEveryExampleWhatTheCodeSays) {
  for (const auto& row : rows_of_page()) {
    SCOPED_TRACE("docs/variants.md:" + std::to_string(row.line) + "\n  " + row.left + "\n  " + row.right);
    const TwoReadings readings(row.left, row.right);
    if (row.kind == "–") {
      EXPECT_EQ(readings.findings.size(), 0u) << readings.findings.front().kind;
      EXPECT_EQ(row.severity, "folded");
      EXPECT_EQ(row.layer, to_string(first_equal_layer(row.left, row.right)));
      continue;
    }
    EXPECT_EQ(readings.findings.size(), 1u);
    if (readings.findings.empty()) continue;
    const auto& finding = readings.findings.front();
    EXPECT_EQ(row.kind, finding.kind);
    EXPECT_EQ(row.severity, to_string(finding.severity));
    EXPECT_EQ(row.layer, to_string(finding.layer));
  }
}

TEST(VariantsPage, HasAnExampleOfEveryKindThatTheRulesGive) {
  std::set<std::string> kinds;
  for (const auto& row : rows_of_page()) kinds.insert(row.kind);
  for (const char* kind :
       {"corruption", "number", "policy-term", "term", "negation", "post", "name", "degree", "transposed", "regional",
        "quotation", "scope", "order", "deletion", "insertion", "wording", "dropped-clause"}) {
    EXPECT_TRUE(kinds.contains(kind)) << kind;
  }
}

}  // namespace
}  // namespace yiwen
