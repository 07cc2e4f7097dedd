// SPDX-License-Identifier: Apache-2.0
//
// Two readings of one passage, compared and judged as the rows of a report are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "classify/places.h"
#include "diff/protected_words.h"
#include "unit/classify/printed_text.h"

namespace yiwen {

class TwoReadings {
 public:
  // The days of which the texts are, where they say so.
  using Days = std::pair<std::optional<std::uint32_t>, std::optional<std::uint32_t>>;

  TwoReadings(std::string left, std::string right, Days days = {}) : left_(std::move(left)), right_(std::move(right)) {
    row_.cells = {whole_text(0, left_), whole_text(1, right_)};
    DiffedRow row{&row_, 0, {{}, diff_readings(left_.normal, row_.cells[0].range, right_.normal, row_.cells[1].range)}};
    std::vector<PrintedWitness> printed{left_.printed(), right_.printed()};
    printed[0].day = days.first;
    printed[1].day = days.second;
    findings = find_places(printed, row, {find_names(left_.normal), find_names(right_.normal)});
    diff = row.diffs[1];
  }
  TwoReadings(const TwoReadings&) = delete;
  TwoReadings& operator=(const TwoReadings&) = delete;

  std::vector<Finding> findings;
  ReadingDiff diff;

 private:
  // The whole text as one cell.
  [[nodiscard]] Cell whole_text(std::uint32_t number, const PrintedText& text) const {
    const TextRange<Normal> all{0, text.size()};
    const TextRange<Normal> reference{0, left_.size()};
    Cell cell;
    cell.witness = number;
    cell.range = cell.shared = all;
    cell.reference_range = cell.reference_shared = reference;
    return cell;
  }

  PrintedText left_, right_;
  Row row_;
};

}  // namespace yiwen
