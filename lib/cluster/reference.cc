// SPDX-License-Identifier: Apache-2.0
#include "cluster/reference.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace yiwen {

namespace {

constexpr std::size_t kMaxCandidates = 16;     // per sentence, best first by shared weight; a merged sentence, which
constexpr std::size_t kUnitsPerCandidate = 4;  // matches many, has one more for every so many units
constexpr float kLeastShared = 3.0F;           // weight below which a pair is not compared at all

}  // namespace

Reference::Reference(const Witness& witness, const Rarity& rarity) : witness_(&witness) {
  for (std::uint32_t s = 0; s < witness.units.size(); ++s) {
    const auto& ids = witness.units[s].ids;
    weights_.push_back(rarity.weights(witness.units[s]));
    totals_.push_back(std::accumulate(weights_.back().begin(), weights_.back().end(), 0.0F));
    auto& breaks = breaks_.emplace_back(ids.size() + 1, 1);
    for (std::size_t k = 1; k < ids.size(); ++k) {
      breaks[k] = witness.normal->clause_begins(witness.units[s].ranges[k].begin);
    }
    const auto& pairs = pairs_.emplace_back(sorted_pairs(ids));
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      if (k == 0 || pairs[k].key != pairs[k - 1].key) sentences_with_[pairs[k].key].push_back(s);
    }
  }
}

WeighedSentence Reference::sentence(std::uint32_t index) const {
  return {witness_->units[index].ids, weights_[index], totals_[index], breaks_[index], pairs_[index]};
}

std::vector<Reference::Candidate> Reference::candidates(const WeighedSentence& other) const {
  const UnitRange all{0, static_cast<std::uint32_t>(other.ids.size())};
  return candidates(other, {&all, 1});
}

std::vector<Reference::Candidate> Reference::candidates(const WeighedSentence& other,
                                                        std::span<const UnitRange> stretches) const {
  // One sum a sentence, all zero between two calls: a call costs the pairs it meets, not the sentences there are.
  thread_local std::vector<float> shared;
  if (shared.size() < size()) shared.resize(size(), 0.0F);
  std::vector<Candidate> candidates;
  for (const auto stretch : stretches) {
    for (std::uint32_t k = stretch.begin; k + 1 < stretch.end; ++k) {
      const auto found = sentences_with_.find(pair_key(other.ids[k], other.ids[k + 1]));
      if (found == sentences_with_.end() || other.weights[k] <= 0) continue;
      for (const std::uint32_t s : found->second) {
        if (shared[s] == 0) candidates.push_back({s, 0});
        shared[s] += other.weights[k];
      }
    }
  }
  for (auto& candidate : candidates) candidate.shared = std::exchange(shared[candidate.sentence], 0.0F);
  std::erase_if(candidates, [](const Candidate& c) { return c.shared < kLeastShared; });
  const std::size_t kept = std::min(candidates.size(), std::max(kMaxCandidates, other.ids.size() / kUnitsPerCandidate));
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept), candidates.end(),
                    [](const Candidate& a, const Candidate& b) {
                      return a.shared != b.shared ? a.shared > b.shared : a.sentence < b.sentence;
                    });
  candidates.resize(kept);
  return candidates;
}

}  // namespace yiwen
