// SPDX-License-Identifier: Apache-2.0
//
// Sentences of all witnesses -> clusters of matching passages.
//
// A star around the fullest member, never bare connected components: the witnesses are taken in order of how much of the
// common text they carry, the base first. Each is the reference in turn; every other witness is matched against it, and
// each linked passage joins the cluster of the reference's sentence. Passages that no earlier reference had open
// clusters around later ones. So every member has a verified link to a member that stands nearer to the base, and the
// result does not depend on the order of the inputs.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cluster/sentence_link.h"
#include "cluster/witness.h"

namespace yiwen {

struct Member {
  Passage passage;
  std::uint32_t linked_to = 0;  // index of the member that verifies this one; itself for the first
  Link link;                    // left: that member, right: this one
  float support = 0;            // of the link, from linked neighbours
  Ground ground = Ground::content;
};

struct Cluster {
  std::vector<Member> members;  // the reference's sentence first, then in the order in which they joined
};

struct Clustering {
  std::vector<Cluster> clusters;                  // by reference, then by its sentence
  std::vector<std::vector<float>> shared;         // [i][j]: share of witness j's weight linked to i, [0, 1]
  std::vector<std::vector<float>> shared_phrases; // [i][j]: weight of likeness that was not linked
};

// `order`: the witnesses as references, the base first; each witness once. `threads`: of match_pair calls.
[[nodiscard]] Clustering cluster(std::span<const Witness> witnesses, const std::vector<std::uint32_t>& order, unsigned threads);

}  // namespace yiwen
