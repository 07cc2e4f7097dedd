// SPDX-License-Identifier: Apache-2.0
//
// Which sentences of one witness carry which sentences of a reference witness.
//
// Local evidence proposes (passage.h), the neighbours decide: a short enumerator (第三是要抓企业 / 三要抓企业) or a half
// rewritten clause is linked where the sentences before and after it are linked in the same order, and a set phrase that
// both texts use in unlike places is not. Then the relation of the two texts as a whole decides once more: texts that
// share nothing but such phrases have no links at all.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "cluster/passage.h"
#include "cluster/rarity.h"
#include "cluster/witness.h"

namespace yiwen {

// A witness with the weights of its sentences and an index of its unit pairs.
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
  // Sentences of this witness that share enough with `other` to be worth a comparison, best first.
  [[nodiscard]] std::vector<Candidate> candidates(const WeighedSentence& other) const;

 private:
  const Witness* witness_;
  std::vector<std::vector<float>> weights_;
  std::vector<std::vector<char>> breaks_;
  std::vector<float> totals_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> sentences_with_;  // by unit pair; looked up only
};

// How a link came to be accepted.
enum class Ground : std::uint8_t {
  content,   // by what the two passages share
  context,   // by less than that, between neighbours that are linked
  echo,      // a further passage that condenses or repeats one that is linked already: a heading, a second copy
};

struct SentenceLink {
  std::uint32_t left = 0;   // sentence of the reference
  std::uint32_t right = 0;  // sentence of the other witness
  Link link;
  float support = 0;        // from linked neighbours
  Ground ground = Ground::content;
};

// How two texts are related as wholes.
struct PairMatch {
  std::vector<SentenceLink> links;  // by right sentence, then by place in it
  float cover_right = 0;            // share of the other witness's weight that is linked, [0, 1]
  float shared_phrases = 0;         // weight of what looked alike and was not linked, for "related"
};

// Words of each sentence that are linked already, to a reference before.
using Claims = std::vector<std::vector<UnitRange>>;

// Links words of the other witness that are not claimed yet.
[[nodiscard]] PairMatch match_pair(const Reference& reference, const Reference& other, const Claims& claims);

// Passages that one witness carries twice: headings that condense a sentence below them, sentences printed again.
// A heading is linked to the sentence below it, a copy to the first one; only what is not claimed yet.
[[nodiscard]] std::vector<SentenceLink> match_within(const Reference& reference, const Claims& claims);

}  // namespace yiwen
