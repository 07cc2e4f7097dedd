// SPDX-License-Identifier: Apache-2.0
//
// How a bound on memory is shared out. What must be there grows with the sentences: 28 bytes for each and 20 for each
// distinct one. The rest is for what may lie in files and be brought in part by part; the fewer, the more parts.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

#include "dedup/near_sentences.h"

namespace yiwen {

class MemoryPlan {
 public:
  MemoryPlan() = default;
  // Bytes in all; 0: as many as it takes.
  explicit MemoryPlan(std::uint64_t bytes) : bytes_(bytes) {}

  [[nodiscard]] bool is_bounded() const { return bytes_ > 0; }
  // Of articles and characters as they are read.
  [[nodiscard]] std::uint64_t read_bytes() const { return bytes_ / kReadPart; }
  // Of pages of files.
  [[nodiscard]] std::uint64_t page_bytes() const { return bytes_ / kPagesPart; }
  // Sentences that are sorted at once.
  [[nodiscard]] std::size_t sorted_sentences(std::uint64_t sentences) const {
    return is_bounded() ? rest(sentences, 0) / kSortedBytes : SIZE_MAX;
  }
  // Of the join of edited sentences: postings, and pairs beside them.
  [[nodiscard]] std::size_t posting_bytes(std::uint64_t sentences, std::uint64_t distinct) const {
    return is_bounded() ? rest(sentences, distinct) / kPostingPart : kPostingBytes;
  }
  // A power of two: what is found may depend on it, so it is the same for bounds that are nearly alike.
  [[nodiscard]] std::size_t count_bytes(std::uint64_t sentences, std::uint64_t distinct) const {
    return is_bounded() ? std::min(std::bit_floor(rest(sentences, distinct) / kCountPart), kCountBytes) : kCountBytes;
  }

 private:
  // One in so many bytes of all; ranges 2 to 4 and 8 to 64. Characters are looked at in any order while pairs are
  // compared, so half of the memory is theirs and the tables'.
  static constexpr std::uint64_t kReadPart = 2;
  static constexpr std::uint64_t kPagesPart = 16;
  // One in so many bytes of the rest; range 3 to 8. Pairs with the forms of a pass are beside the postings: under 8 GB
  // a million articles need 6.6 with postings that are there twice, so that there is room for a corpus with more forms.
  static constexpr std::uint64_t kPostingPart = 4;
  static constexpr std::uint64_t kCountPart = 4;
  // However much must be there: with less, a run would never end.
  static constexpr std::uint64_t kLeastRestPart = 8;
  static constexpr std::uint64_t kLeastRest = 1 << 20;
  // Bytes of a sentence, of a distinct one, and of one that is sorted.
  static constexpr std::uint64_t kSentenceBytes = 28;
  static constexpr std::uint64_t kDistinctBytes = 20;
  static constexpr std::uint64_t kSortedBytes = 32;

  // What is left when all is there that must be.
  [[nodiscard]] std::uint64_t rest(std::uint64_t sentences, std::uint64_t distinct) const {
    const std::uint64_t taken =
        page_bytes() + std::max(read_bytes(), sentences * kSentenceBytes) + distinct * kDistinctBytes;
    return std::max({kLeastRest, bytes_ / kLeastRestPart, bytes_ - std::min(bytes_, taken)});
  }

  std::uint64_t bytes_ = 0;
};

}  // namespace yiwen
