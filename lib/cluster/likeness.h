// SPDX-License-Identifier: Apache-2.0
//
// Which sentences of all texts are like, and how much of a sentence each text has.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cluster/witness.h"
#include "fingerprint/fingerprint.h"
#include "index/candidates.h"

namespace yiwen {

// Sentences of fewer units are formulae and enumerators; they say nothing of how full a text is.
inline constexpr std::uint32_t kLeastLikenessUnits = 8;

class Likeness {
 public:
  struct Place {
    std::uint32_t witness = 0;
    std::uint32_t sentence = 0;
  };

  // Asks the index for pairs of like sentences over all witnesses. Cost: that of find_candidates.
  explicit Likeness(std::span<const Witness> witnesses, unsigned threads = 1);

  // The sentences that are long enough to say something, by witness, then in order.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }
  [[nodiscard]] Place place(std::uint32_t k) const { return places_[k]; }
  [[nodiscard]] const ShingleSet& pairs_of_characters(std::uint32_t k) const { return fingerprints_[k].bigrams; }

  // The sentences equal to it, itself among them, ascending.
  [[nodiscard]] const std::vector<std::uint32_t>& equals(std::uint32_t k) const { return members_[group_[k]]; }
  // Those of which it shares much and not all: one of each group of equal ones, ascending.
  [[nodiscard]] const std::vector<std::uint32_t>& near(std::uint32_t k) const { return partners_[group_[k]]; }

  // The share of the sentence, in pairs of characters, that each witness has in sentences equal or near to it, [0, 1].
  // The same for all equal sentences. `shares` is filled. REQUIRES: it has one entry a witness
  void shares_in_witnesses(std::uint32_t k, std::vector<double>& shares) const;
  // The share of sentence k that stands in sentence other.
  [[nodiscard]] double share_in(std::uint32_t k, std::uint32_t other) const;

  [[nodiscard]] const CandidateCounts& counts() const { return counts_; }

 private:
  std::vector<Place> places_;
  std::vector<Fingerprint> fingerprints_;
  std::vector<std::uint32_t> group_;                  // the first of the equal sentences
  std::vector<std::vector<std::uint32_t>> members_;   // by that first one
  std::vector<std::vector<std::uint32_t>> partners_;  // likewise
  CandidateCounts counts_;
};

}  // namespace yiwen
