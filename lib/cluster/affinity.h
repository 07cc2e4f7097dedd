// SPDX-License-Identifier: Apache-2.0
//
// Which text is the fullest: the one that carries most of what the others carry, with least that is only its own.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cluster/witness.h"
#include "index/candidates.h"

namespace yiwen {

struct Affinity {
  std::vector<std::uint32_t> order;   // the witnesses, the fullest first; of equals the longer one, then the given order
  CandidateCounts counts;             // what the index did, and what it left out
};

// Asks the index for pairs of like sentences over all witnesses and adds up, for each text, the share of it that each
// other has and the share of each other that it has. Cost: that of find_candidates.
[[nodiscard]] Affinity find_affinity(std::span<const Witness> witnesses);

}  // namespace yiwen
