// SPDX-License-Identifier: Apache-2.0
#include "cluster/remainder.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>

#include "cluster/rarity.h"

namespace yiwen {

namespace {

// A stretch of a sentence as a sentence of its own.
struct PartOfSentence {
  PartOfSentence(const WeighedSentence& whole, UnitRange range)
      : ids(whole.ids.subspan(range.begin, range.size())), pairs(sorted_pairs(ids)) {
    const auto weights = whole.weights.subspan(range.begin, range.size() - 1);
    sentence = {ids, weights, std::accumulate(weights.begin(), weights.end(), 0.0F),
                whole.breaks.subspan(range.begin, range.size() + 1), pairs};
  }
  PartOfSentence(const PartOfSentence&) = delete;
  PartOfSentence& operator=(const PartOfSentence&) = delete;

  std::span<const std::uint32_t> ids;
  std::vector<PairAt> pairs;
  WeighedSentence sentence;
};

}  // namespace

std::optional<Link> link_remainder(const WeighedSentence& left, const WeighedSentence& whole, UnitRange stretch) {
  const PartOfSentence part(whole, stretch);
  const WeighedSentence& right = part.sentence;
  auto link = link_passages(left, right);
  if (!link) return {};
  float shared = 0;
  UnitRange words = link->right;
  for (std::uint32_t k = 0; k + 1 < right.ids.size(); ++k) {
    const PairAt pair{pair_key(right.ids[k], right.ids[k + 1]), 0};
    const auto same = std::lower_bound(left.pairs.begin(), left.pairs.end(), pair);
    if (same == left.pairs.end() || same->key != pair.key) continue;
    shared += right.weights[k];
    words = {std::min(words.begin, k), std::max(words.end, k + 2)};
  }
  const float loose = std::min(1.0F, shared / right.total);
  if (loose > link->local) {
    link->local = link->local_right = loose;
    link->score = std::max(link->score, shared);
    link->right = words;
  }
  link->right = {link->right.begin + stretch.begin, link->right.end + stretch.begin};
  return link;
}

}  // namespace yiwen
