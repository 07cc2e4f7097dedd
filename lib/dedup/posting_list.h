// SPDX-License-Identifier: Apache-2.0
//
// Which pairs of the sentences in the list of a shingle may be near, by what the postings say alone: most of them are
// not, and are refused without a look at the sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "dedup/shingle_posting.h"

namespace yiwen {

// The postings of one shingle.
using PostingList = std::vector<ShinglePosting>;

// Calls body(list) for the postings of each shingle. REQUIRES: they are by shingle
template <class Body>
void each_list(std::span<const ShinglePosting> postings, Body body) {
  while (!postings.empty()) {
    std::size_t size = 1;
    while (size < postings.size() && postings[size].shingle() == postings.front().shingle()) ++size;
    body(postings.first(size));
    postings = postings.subspan(size);
  }
}

// The places of those of `others` whose sentences may have a Jaccard similarity of kSentenceJaccard with that of `one`;
// `places` has room for all of them. Gives how many they are. What stands before the shingle in the order of rarity may
// be shared in another list, and is found there. REQUIRES: all are of one shingle, and the others by size
std::size_t find_like(const ShinglePosting& one, std::span<const ShinglePosting> others, std::uint32_t* places);

// A second picture of a set: each bit is the parity of how many of its shingles fall on it, so it does not fill up. Its
// bits come from another part of the hash.
[[nodiscard]] constexpr std::uint64_t sketched(Shingle shingle) { return std::uint64_t{1} << (shingle >> 26); }

// Range 100 to 5,000. A story that is reprinted five hundred times, each time with another edit in the same sentence,
// is no form yet; of a hundred thousand articles 3,000 end with the name of an editor.
inline constexpr std::uint32_t kCrowdedList = 512;

// Whether sentences of the list are compared with more than kCrowdedList others each; the shingle occurs more often
// than that then, by any count of the sentences with which others are compared. REQUIRES: its short sentences are
// first
[[nodiscard]] inline bool is_crowded(std::span<const ShinglePosting> list, std::uint32_t k) {
  return list.size() > kCrowdedList && (k != 2 || !list[kCrowdedList].is_long());
}

// Leaves out postings of k-grams that propose no pair, by the sizes that the others of their shingle can reach, so that
// they need not be sorted; most are such. Crowded lists stay whole.
void drop_alone(PostingList& postings, std::uint32_t k);

// The pairs that lists of k-grams propose; by 2-grams two long sentences are not compared.
class PairProposals {
 public:
  // `sketches`: of each text.
  PairProposals(std::uint32_t k, std::span<const std::uint64_t> sketches) : k_(k), sketches_(sketches) {}

  // REQUIRES: the list is not crowded, its short sentences are first, and both they and the long ones are by size
  void add(std::span<const ShinglePosting> list);
  // All that were proposed, in any order; each as often as a list proposed it.
  [[nodiscard]] std::vector<NearPair> take();

 private:
  // By the postings two sentences may be near; their sketches lie anywhere in memory.
  struct Candidate {
    NearPair pair;
    std::uint32_t most_differ = 0;  // bits of the sketches
  };

  void add(const ShinglePosting& one, std::span<const ShinglePosting> others);
  void add_among(std::span<const ShinglePosting> list);
  void weigh();

  std::uint32_t k_;
  std::span<const std::uint64_t> sketches_;
  std::vector<Candidate> waiting_;
  std::vector<NearPair> pairs_;
};

}  // namespace yiwen
