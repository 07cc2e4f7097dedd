// SPDX-License-Identifier: Apache-2.0
//
// A few texts, compared against the first of them, and the findings as short strings.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "yiwen/yiwen.h"

namespace yiwen {

[[nodiscard]] inline Report report_against_first(const std::vector<std::string>& texts) {
  std::vector<Document> documents;
  for (const auto& text : texts) {
    Document document;
    document.id = "text" + std::to_string(documents.size());
    document.source = document.id + ".txt";
    document.bytes = text;
    documents.push_back(std::move(document));
  }
  auto report = compare(std::move(documents), {.base = "text0", .threads = 1});
  EXPECT_TRUE(report.ok());
  return std::move(report).value();
}

// "type kind severity: why +places", those that are folded left out; the places are those besides the first.
[[nodiscard]] inline std::vector<std::string> loud_and_minor(const Report& report) {
  std::vector<std::string> findings;
  for (const auto& f : report.findings) {
    if (f.severity > Severity::folded)
      findings.push_back(std::string(to_string(f.type)) + " " + f.kind + " " + to_string(f.severity) + ": " + f.why +
                         (f.more.empty() ? "" : " +" + std::to_string(f.more.size())));
  }
  return findings;
}

}  // namespace yiwen
