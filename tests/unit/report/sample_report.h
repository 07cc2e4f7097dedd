// SPDX-License-Identifier: Apache-2.0
//
// A finished report made by hand: one story in five witnesses with every type of finding and every severity. Places are
// named by quoting the text, so that a case reads without counting characters.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/report.h"

namespace yiwen {

class ReportBuilder {
 public:
  Report report;

  // The text gets one sentence mark a line.
  std::uint32_t add_document(std::string id, std::string script, std::string text);

  // The `occurrence`-th place of a quote in a text, counting from 1. REQUIRES: it stands there
  [[nodiscard]] Place find(std::uint32_t document, std::string_view quote, int occurrence = 1) const;
  // The empty place behind a quote.
  [[nodiscard]] Place behind(std::uint32_t document, std::string_view quote, int occurrence = 1) const;
  // The part `word` inside the place of `anchor`: "法治" in "坚持法治化".
  [[nodiscard]] Place inside(std::uint32_t document, std::string_view anchor, std::string_view word) const;

  std::uint32_t add_cluster(std::vector<ClusterMember> members);
  // Gives it its id and a key; severity, why and the rest are the caller's.
  Finding& add_finding(Finding finding);
  // A reading whose text is what stands at its first place.
  [[nodiscard]] Reading reading(std::vector<Place> places) const;
};

[[nodiscard]] Report sample_report();

// Two texts of `code_points` each that differ in one sentence of `differ_every`: for the size of pages.
struct LargeReport {
  std::uint32_t code_points = 100'000;
  std::uint32_t differ_every = 7;
};
[[nodiscard]] Report large_report(LargeReport size);

}  // namespace yiwen
