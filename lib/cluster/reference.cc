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
// Sums of floats in another order differ by less than this share of ten thousand units.
constexpr double kSurelyLess = 0.999;
// Looks into a list that a search in it costs, about: whether a sentence is in one of some thousand takes ten.
constexpr std::size_t kSearchCost = 10;

}  // namespace

Reference::Reference(const Witness& witness, const Rarity& rarity) : witness_(&witness) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> standing;  // each pair in each sentence that has it
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
      if (k == 0 || pairs[k].key != pairs[k - 1].key) standing.emplace_back(pairs[k].key, s);
    }
  }
  std::sort(standing.begin(), standing.end());
  sentences_with_.reserve(standing.size());
  sentences_.reserve(standing.size());
  for (const auto& [pair, s] : standing) {
    const auto at = static_cast<std::uint32_t>(sentences_.size());
    sentences_with_.try_emplace(pair, Run{at, at}).first->second.end = at + 1;
    sentences_.push_back(s);
  }
}

WeighedSentence Reference::sentence(std::uint32_t index) const {
  return {witness_->units[index].ids, weights_[index], totals_[index], breaks_[index], pairs_[index]};
}

std::vector<Reference::SharedPair> Reference::shared_pairs(const WeighedSentence& other,
                                                           std::span<const UnitRange> stretches, float least) const {
  std::vector<SharedPair> pairs;
  for (const auto stretch : stretches) {
    for (std::uint32_t k = stretch.begin; k + 1 < stretch.end; ++k) {
      const auto found = sentences_with_.find(pair_key(other.ids[k], other.ids[k + 1]));
      if (found == sentences_with_.end() || other.weights[k] <= 0) continue;
      const auto [begin, end] = found->second;
      pairs.push_back({other.weights[k], std::span(sentences_).subspan(begin, end - begin)});
    }
  }
  std::vector<SharedPair*> commonest_first;
  commonest_first.reserve(pairs.size());
  for (auto& pair : pairs) commonest_first.push_back(&pair);
  std::stable_sort(commonest_first.begin(), commonest_first.end(),
                   [](const auto* a, const auto* b) { return a->sentences.size() > b->sentences.size(); });
  double weight = 0;
  for (auto* pair : commonest_first) {
    weight += pair->weight;
    pair->common = weight < kSurelyLess * least;
    if (!pair->common) break;
  }
  return pairs;
}

std::vector<Reference::Candidate> Reference::candidates(const WeighedSentence& other, float least) const {
  const UnitRange all{0, static_cast<std::uint32_t>(other.ids.size())};
  return candidates(other, {&all, 1}, least);
}

std::vector<Reference::Candidate> Reference::candidates(const WeighedSentence& other,
                                                        std::span<const UnitRange> stretches, float least) const {
  least = std::max(least, kLeastShared);
  const auto pairs = shared_pairs(other, stretches, least);
  // One entry a sentence, all kUnseen between two calls: a call costs the pairs it meets, not the sentences there are.
  constexpr float kUnseen = -1;
  thread_local std::vector<float> shared;
  if (shared.size() < size()) shared.resize(size(), kUnseen);
  std::vector<Candidate> candidates;
  for (const auto& pair : pairs) {
    if (pair.common) continue;
    for (const std::uint32_t s : pair.sentences) {
      if (shared[s] == kUnseen) candidates.push_back({s, 0});
      shared[s] = 0;
    }
  }
  for (const auto& [weight, sentences, common] : pairs) {
    const bool few = candidates.size() * kSearchCost < sentences.size();
    if (common && few) {
      for (const auto& candidate : candidates) {
        if (std::binary_search(sentences.begin(), sentences.end(), candidate.sentence))
          shared[candidate.sentence] += weight;
      }
    } else {
      for (const std::uint32_t s : sentences) {
        if (shared[s] != kUnseen) shared[s] += weight;
      }
    }
  }
  for (auto& candidate : candidates) candidate.shared = std::exchange(shared[candidate.sentence], kUnseen);
  std::erase_if(candidates, [&](const Candidate& c) { return c.shared < least; });
  const std::size_t kept = std::min(candidates.size(), std::max(kMaxCandidates, other.ids.size() / kUnitsPerCandidate));
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept), candidates.end(),
                    [](const Candidate& a, const Candidate& b) {
                      return a.shared != b.shared ? a.shared > b.shared : a.sentence < b.sentence;
                    });
  candidates.resize(kept);
  return candidates;
}

}  // namespace yiwen
