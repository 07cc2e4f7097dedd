// SPDX-License-Identifier: Apache-2.0
//
// What banded MinHash finds, computed beforehand: the figures to print beside a result.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/candidates.h"

namespace yiwen {

// Probability that a pair of this Jaccard similarity agrees in a whole band: 1 - (1 - J^rows)^bands.
[[nodiscard]] double expected_recall(BandShape shape, double jaccard);

// Recall for texts of `chars` characters in which one stretch of `edited` characters was replaced somewhere.
struct RecallByLength {
  std::uint32_t chars = 0;
  std::uint32_t edited = 0;
  double jaccard = 0;  // on average over the places where the stretch may stand
  double recall = 0;
};

// For lengths from 10 to 80 characters and edits of one character, one word (2) and two words (4, adjacent).
[[nodiscard]] std::vector<RecallByLength> expected_recall_by_length(BandShape shape);

// What a result by MinHash must say of itself: the recall that is expected, and that of the sample. Empty for an exact
// search.
[[nodiscard]] std::string said_of_recall(const CandidateCounts& counts, BandShape shape = {});

}  // namespace yiwen
