// SPDX-License-Identifier: Apache-2.0
//
// What a cell lacks of the begin or the end of its reference, told from the edits between the two.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "align/align.h"
#include "diff/reading_diff.h"

namespace yiwen {

// `lost` is exactly what is gone, `edits` whole edits, which may take in the rest of a word or name that was cut in
// two: 厅长汪毓|秀. Both empty where nothing is gone.
struct Lost {
  TextRange<Normal> lost;
  TextRange<Normal> edits;
};

// `edits` lead from the words `reference` of `left` to words of `right`.
[[nodiscard]] Lost lost_head(const std::vector<Edit>& edits, const NormalText& left, TextRange<Normal> reference,
                             const NormalText& right);
[[nodiscard]] Lost lost_tail(const std::vector<Edit>& edits, const NormalText& left, TextRange<Normal> reference,
                             const NormalText& right);

// Where the reference has what stands at `at` in the cell; nothing inside an edit.
[[nodiscard]] std::optional<std::uint32_t> in_reference(const ReadingDiff& diff, const Cell& cell, std::uint32_t at);

}  // namespace yiwen
