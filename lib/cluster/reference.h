// SPDX-License-Identifier: Apache-2.0
//
// A witness with the weights of its sentences and an index of its unit pairs: what other witnesses are matched against.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "cluster/passage.h"
#include "cluster/rarity.h"
#include "cluster/witness.h"

namespace yiwen {

class Reference {
 public:
  Reference(const Witness& witness, const Rarity& rarity);

  [[nodiscard]] const Witness& witness() const { return *witness_; }
  [[nodiscard]] WeighedSentence sentence(std::uint32_t index) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(weights_.size()); }

  struct Candidate {
    std::uint32_t sentence = 0;
    float shared = 0;  // weight of the shared pairs, in whatever order they stand
  };
  // Sentences of this witness that share enough with these stretches of `other` to be worth a comparison, and `least`
  // at the least, best first. The more is asked for, the less is looked at: what a text repeats in every sentence (a
  // name, a post) finds no sentence by itself where it weighs less than that.
  [[nodiscard]] std::vector<Candidate> candidates(const WeighedSentence& other, std::span<const UnitRange> stretches,
                                                  float least = 0) const;
  // The same for all of `other`.
  [[nodiscard]] std::vector<Candidate> candidates(const WeighedSentence& other, float least = 0) const;

 private:
  // A pair of units of another sentence, and the sentences of this witness that have it.
  struct SharedPair {
    float weight = 0;
    std::span<const std::uint32_t> sentences;
    bool common = false;  // those that have no other pairs of the sentence but common ones share too little
  };
  [[nodiscard]] std::vector<SharedPair> shared_pairs(const WeighedSentence& other, std::span<const UnitRange> stretches,
                                                     float least) const;

  const Witness* witness_;
  std::vector<std::vector<float>> weights_;
  std::vector<std::vector<char>> breaks_;
  std::vector<std::vector<PairAt>> pairs_;
  std::vector<float> totals_;
  struct Run {
    std::uint32_t begin = 0, end = 0;
  };
  std::unordered_map<std::uint64_t, Run> sentences_with_;  // by unit pair, where they stand below; looked up only
  std::vector<std::uint32_t> sentences_;                   // ascending for each pair
};

}  // namespace yiwen
