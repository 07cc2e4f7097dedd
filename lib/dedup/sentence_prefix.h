// SPDX-License-Identifier: Apache-2.0
//
// The rarest shingles of a sentence that stand in others too: two sets that are alike share one of them (prefix
// filter). Most sentences have few, and many none, so that little needs to be stored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "dedup/shingle_posting.h"

namespace yiwen {

// A text of one character repeated, or of one word: its set says nothing of it. Characters a shingle; range 3 to 8.
inline constexpr std::size_t kCharsAShingle = 4;

class SentencePrefix {
 public:
  // By k-grams. `sketches`: of each text, filled by put.
  SentencePrefix(std::uint32_t k, std::span<std::uint64_t> sketches) : k_(k), sketches_(sketches) {}

  struct Sentence {
    std::uint32_t text = 0;
    std::uint32_t chars = 0;                // how many
    std::span<const Shingle> shingles;      // in order, repeated ones too
    std::span<const std::uint16_t> counts;  // of each of them in the corpus
    bool counted = true;                    // the sentence is one of those that were counted
  };
  // Adds its postings.
  void put(const Sentence& sentence, std::vector<ShinglePosting>& postings);

 private:
  std::uint32_t k_;
  std::span<std::uint64_t> sketches_;
  std::vector<std::uint64_t> shared_;  // count and shingle
};

}  // namespace yiwen
