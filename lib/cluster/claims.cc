// SPDX-License-Identifier: Apache-2.0
#include "cluster/claims.h"

#include <algorithm>

namespace yiwen {

std::vector<UnitRange> unclaimed(std::vector<UnitRange> claims, std::size_t units) {
  std::sort(claims.begin(), claims.end());
  std::vector<UnitRange> stretches;
  std::uint32_t begin = 0;
  for (const auto claim : claims) {
    if (claim.begin > begin) stretches.push_back({begin, claim.begin});
    begin = std::max(begin, claim.end);
  }
  if (begin < units) stretches.push_back({begin, static_cast<std::uint32_t>(units)});
  std::erase_if(stretches, [](UnitRange stretch) { return stretch.size() < 2; });
  return stretches;
}

Claims::Claims(const Witness& witness) : claimed_(witness.sentences.size()) {
  for (const auto& units : witness.units) {
    left_.push_back(unclaimed({}, units.size()));
    if (!left_.back().empty()) open_.push_back(static_cast<std::uint32_t>(units_.size()));
    units_.push_back(units.size());
  }
}

void Claims::add(std::uint32_t sentence, UnitRange words) {
  claimed_[sentence].push_back(words);
  left_[sentence] = unclaimed(claimed_[sentence], units_[sentence]);
  if (left_[sentence].empty()) std::erase(open_, sentence);
}

}  // namespace yiwen
