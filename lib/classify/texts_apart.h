// SPDX-License-Identifier: Apache-2.0
//
// Texts that have the sentences of the base and are none of its reprints: the next issue of a report that comes out by
// the day or by the month, and another dispatch that repeats what readers must know again.
#pragma once

#include <span>
#include <vector>

#include "align/align.h"
#include "classify/classify.h"
#include "classify/places.h"

namespace yiwen {

// Which witnesses are so; their standings are changed to `related`, with the reason.
[[nodiscard]] std::vector<char> set_texts_apart(std::span<const PrintedWitness> witnesses,
                                                std::span<const DiffedRow> rows, std::uint32_t base,
                                                std::vector<Standing>& standings);

// The rows without the cells of texts that were set apart: what those say otherwise is no finding. A row of such a text
// keeps the cells of the text itself.
class RowsOfOneText {
 public:
  // REQUIRES: `rows` outlives it
  RowsOfOneText(std::span<const DiffedRow> rows, std::span<const char> apart);

  [[nodiscard]] std::span<const DiffedRow> rows() const { return rows_; }

 private:
  std::vector<Row> trimmed_;  // never grows behind the constructor: `rows_` points into it
  std::vector<DiffedRow> rows_;
};

}  // namespace yiwen
