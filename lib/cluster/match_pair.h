// SPDX-License-Identifier: Apache-2.0
//
// Which sentences of one witness carry which sentences of a reference witness.
//
// Local evidence proposes (passage.h), the neighbours decide: a short enumerator (第三是要抓企业 / 三要抓企业) or a half
// rewritten clause is linked where the sentences before and after it are linked in the same order, and a set phrase that
// both texts use in unlike places is not. Then the relation of the two texts as a whole decides once more: texts that
// share nothing but such phrases have no links at all.
#pragma once

#include <vector>

#include "cluster/claims.h"
#include "cluster/reference.h"
#include "cluster/sentence_link.h"

namespace yiwen {

// How two texts are related as wholes.
struct PairMatch {
  std::vector<SentenceLink> links;  // by right sentence, then by place in it
  float cover_right = 0;            // share of the other witness's weight that is linked, [0, 1]
  float shared_phrases = 0;         // weight of what looked alike and was not linked, for "related"
};

// Links words of the other witness that are not claimed yet. `kin`: an earlier reference shares passages with both, so
// that they are reprints of one another whatever little is left to link.
[[nodiscard]] PairMatch match_pair(const Reference& reference, const Reference& other, const Claims& claims,
                                   bool kin = false);

}  // namespace yiwen
