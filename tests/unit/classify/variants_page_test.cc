// SPDX-License-Identifier: Apache-2.0
//
// docs/variants.md is executable: every row of its tables is compared and judged by the code that makes reports.
#include "unit/classify/variants_page.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "normalize/normalize.h"
#include "unit/classify/two_readings.h"
#include "yiwen/report.h"

namespace yiwen {
namespace {

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
