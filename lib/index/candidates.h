// SPDX-License-Identifier: Apache-2.0
//
// Which of many texts may be the same passage: a few candidates a text instead of all pairs. Three lanes propose them:
//
//   equal        the same comparison characters
//   jaccard      sets of shingles that share most of what they hold: the same sentence, edited
//   containment  the smaller set lies in the larger: the same sentence cut in half, merged or condensed
//
// Every pair of the lanes jaccard and containment has been checked on the exact sets, so a lane never gives a pair
// below its threshold; only recall differs between the methods, and it is measured.
//
// Laws: the pairs depend on the texts, not on their order (a pair of ids stands for the same two texts under any order)
// nor on the number of threads; work is bounded, and what a bound left out is counted.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "fingerprint/fingerprint.h"

namespace yiwen {

enum class Lane : std::uint8_t { equal, jaccard, containment };

// Indices of two texts, left < right, and the first lane that proposed them.
struct CandidatePair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  Lane lane = Lane::equal;

  friend auto operator<=>(const CandidatePair&, const CandidatePair&) = default;
};

enum class JaccardMethod : std::uint8_t {
  automatic,  // exact up to exact_texts distinct texts, MinHash beyond
  exact,      // prefix filter: every pair
  minhash,    // banded signatures: nearly every pair, sooner when there are many texts
};

// Two texts become candidates where all `rows` minima of one of the `bands` agree. REQUIRES: bands * rows <= 128
struct BandShape {
  std::uint32_t bands = 32;
  std::uint32_t rows = 4;
};

struct CandidateOptions {
  // Least Jaccard similarity of lane jaccard, (0, 1]. Lower finds heavier rewriting and costs more: the prefix that
  // must be searched grows. 0.5 keeps a sentence of 20 characters with two words replaced.
  double min_jaccard = 0.5;
  // Least share of the smaller set in the larger one for lane containment, (0, 1]. It must lie well above min_jaccard:
  // sentences of one template contain one another easily.
  double min_containment = 0.8;
  // Smaller sets are contained somewhere by accident; 6 shingles are 8 characters by 3-grams, 7 by 2-grams.
  std::uint32_t min_contained_shingles = 6;

  JaccardMethod method = JaccardMethod::automatic;
  std::uint32_t exact_texts = 100'000;
  BandShape shape = {};

  // More texts than this behind one shingle or in one band bucket are not paired with each other: they are split by a
  // further minimum, and what is still more is joined to its largest members only. 100 to 10 000.
  std::uint32_t bucket_cap = 1000;

  // MinHash only: for this many texts the exact neighbours are searched too, to measure recall. 0 for none.
  std::uint32_t self_check_texts = 1000;
};

struct CandidateCounts {
  std::uint32_t texts = 0;                      // all that came
  std::uint32_t empty = 0;                      // of them without a character
  std::uint32_t distinct = 0;                   // groups of equal texts that are left; only one of each is searched for
  JaccardMethod method = JaccardMethod::exact;  // the one that was used
  std::uint64_t equal_pairs = 0;
  std::uint64_t jaccard_pairs = 0;
  std::uint64_t containment_pairs = 0;
  std::uint64_t compared = 0;       // pairs of sets that were compared exactly
  std::uint64_t capped_lists = 0;   // lists of texts longer than bucket_cap
  std::uint64_t skipped_pairs = 0;  // at most so many pairs were not compared because of that
  // MinHash only: of the pairs that an exact search of a sample found, how many were proposed. Texts with more than
  // bucket_cap neighbours are not asked: what the cap leaves out is in skipped_pairs.
  std::uint64_t check_expected = 0;
  std::uint64_t check_found = 0;

  friend bool operator==(const CandidateCounts&, const CandidateCounts&) = default;
};

struct Candidates {
  std::vector<CandidatePair> pairs;  // ascending, each pair of texts once
  CandidateCounts counts;
};

// Equal texts are joined to the first of them, and only that one has pairs of the other lanes.
// REQUIRES: fewer than 2^32 texts, fewer than 2^32 shingles in all
[[nodiscard]] Candidates find_candidates(std::span<const Fingerprint> texts, const CandidateOptions& options = {});

}  // namespace yiwen
