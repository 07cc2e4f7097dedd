// SPDX-License-Identifier: Apache-2.0
#include "index/expected_recall.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace yiwen {

double expected_recall(BandShape shape, double jaccard) {
  return 1 - std::pow(1 - std::pow(jaccard, shape.rows), shape.bands);
}

std::vector<RecallByLength> expected_recall_by_length(BandShape shape) {
  std::vector<RecallByLength> table;
  for (const std::uint32_t chars : {10U, 15U, 20U, 25U, 35U, 50U, 80U}) {
    const std::uint32_t k = chars < kShortChars ? 2 : 3;
    const std::uint32_t shingles = chars - k + 1;
    for (const std::uint32_t edited : {1U, 2U, 4U}) {
      RecallByLength row{.chars = chars, .edited = edited};
      const std::uint32_t places = chars - edited + 1;
      for (std::uint32_t begin = 0; begin < places; ++begin) {
        // The shingles that touch the stretch [begin, begin + edited), all assumed to be distinct.
        const std::uint32_t first = begin < k - 1 ? 0 : begin - (k - 1);
        const std::uint32_t last = std::min(begin + edited - 1, shingles - 1);
        const std::uint32_t lost = last - first + 1;
        const double jaccard = static_cast<double>(shingles - lost) / static_cast<double>(shingles + lost);
        row.jaccard += jaccard / places;
        row.recall += expected_recall(shape, jaccard) / places;
      }
      table.push_back(row);
    }
  }
  return table;
}

std::string said_of_recall(const CandidateCounts& counts, BandShape shape) {
  if (counts.method != JaccardMethod::minhash) return {};
  constexpr std::uint32_t kChars = 15, kWord = 2;
  double sentences = 0;
  for (const auto& row : expected_recall_by_length(shape)) {
    if (row.chars == kChars && row.edited == kWord) sentences = row.recall;
  }
  return fmt::format(
      "candidates: by MinHash, which is expected to find {:.1f} % of the pairs of similarity 0.5 and {:.1f} % of the "
      "sentences of {} characters with a word replaced; of a sample it found {} of {}",
      100 * expected_recall(shape, 0.5), 100 * sentences, kChars, counts.check_found, counts.check_expected);
}

}  // namespace yiwen
