// SPDX-License-Identifier: Apache-2.0
//
// A row of the report cut into columns for parallel segmentation: in each column every witness has a piece of its text,
// and the pieces of one witness, one behind the other, are its text in the row, whatever the findings say.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "yiwen/report.h"

namespace yiwen {

// The text of one witness in a row: its members, joined. A sentence that a witness parted, or says twice, has more than
// one.
struct Strand {
  std::uint32_t document = 0;
  std::vector<CodePointRange> members;  // in order, none overlapping another

  [[nodiscard]] std::uint32_t length() const;
  // The part of the text from one offset in the strand to another, as ranges of the document.
  [[nodiscard]] std::vector<CodePointRange> slice(CodePointRange part) const;
};

struct Column {
  std::optional<std::uint32_t> finding;  // index into Report::findings; none: what stands between two findings
  std::vector<CodePointRange> parts;     // by strand, offsets in it
};

struct SegmentedRow {
  std::vector<Strand> strands;  // by document
  std::vector<Column> columns;  // what stands between findings and findings in turn, beginning and ending between
};

// Cuts the row at those of the findings that stand in one order in all its witnesses. Of findings that overlap one
// another the first (the gravest) names the column. `findings`: indices of drifts of this cluster, ascending.
[[nodiscard]] SegmentedRow segmented_row(const Report& report, std::uint32_t cluster,
                                         const std::vector<std::uint32_t>& findings);

}  // namespace yiwen
