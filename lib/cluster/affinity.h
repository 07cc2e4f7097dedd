// SPDX-License-Identifier: Apache-2.0
//
// How much each text agrees with the others, sentence by sentence: what of theirs it has, what of its own they have,
// and what it has more than once. The base text is chosen by it.
//
// What one text alone has is judged by what it speaks of. A passage in the words of the story was left out by the
// others: they lack it. A comment, an advertisement or another story on the page is an addition: nobody lacks it, and
// it makes the text that has it less like the others.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "cluster/witness.h"
#include "index/candidates.h"

namespace yiwen {

struct TextAffinity {
  // Over all other texts, the mean of two shares: how much of what they carry this text has, and how much of what this
  // text carries they have. 1 for a text that lacks and adds nothing.
  double agreement = 0;
  double closest = 0;  // the same with the one text that shares most
  // Shares of the text, in units: what it alone has and the others left out, what it alone has and put in, and further
  // copies of what it has already.
  double kept = 0;
  double added = 0;
  double repeated = 0;
  std::uint32_t units = 0;  // of all its sentences that were looked at, further copies left out
};

// A sentence of the first of two texts and one of the second that are like and not equal.
struct NearSentences {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
};

struct Affinity {
  std::vector<TextAffinity> texts;  // one a witness
  std::vector<NearSentences> near;  // of two texts only: of three, the majority tells which reading is the odd one
  CandidateCounts counts;           // what the index did, and what it left out
};

// Law: a text's figures depend on the texts, not on their order.
[[nodiscard]] Affinity find_affinity(std::span<const Witness> witnesses, unsigned threads = 1);

}  // namespace yiwen
