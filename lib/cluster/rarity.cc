// SPDX-License-Identifier: Apache-2.0
#include "cluster/rarity.h"

#include <algorithm>
#include <cmath>

#include "base/parallel.h"

namespace yiwen {

namespace {

// A text of this many sentences is what weights are calibrated on: a pair that stands once weighs ln 300 = 5.7, one that
// stands in ten sentences 3.4. Range 100-1000; the thresholds in passage.h and align_pair.cc scale with its logarithm.
constexpr float kSentences = 300.0F;
// No pair says nothing: one that stands in every sentence still keeps the order of a chain. Range 0.1-1.
constexpr float kLeastWeight = 0.3F;

}  // namespace

Rarity::Rarity(std::span<const Witness> witnesses, unsigned threads) {
  struct Weighed {
    std::uint64_t pair = 0;
    float weight = 0;
  };
  std::vector<std::vector<Weighed>> of_witness(witnesses.size());
  parallel_for(witnesses.size(), threads, [&](std::size_t w) {
    std::vector<std::uint64_t> pairs;
    for (const auto& units : witnesses[w].units) {
      const auto first = static_cast<std::ptrdiff_t>(pairs.size());
      for (std::uint32_t k = 0; k + 1 < units.size(); ++k) pairs.push_back(pair_key(units.ids[k], units.ids[k + 1]));
      std::sort(pairs.begin() + first, pairs.end());
      pairs.erase(std::unique(pairs.begin() + first, pairs.end()), pairs.end());
    }
    std::sort(pairs.begin(), pairs.end());
    for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
      while (end < pairs.size() && pairs[end] == pairs[begin]) ++end;
      if (end - begin == 1) continue;
      const float weight = std::max(kLeastWeight, std::log(kSentences / static_cast<float>(end - begin)));
      of_witness[w].push_back({pairs[begin], weight});
    }
  });
  for (const auto& weighed : of_witness) {
    for (const auto& [pair, weight] : weighed) {
      const auto [at, inserted] = weight_.emplace(pair, weight);
      if (!inserted) at->second = std::min(at->second, weight);
    }
  }
}

float Rarity::weight(std::uint64_t pair) const {
  static const float kRarest = std::log(kSentences);
  const auto found = weight_.find(pair);
  return found == weight_.end() ? kRarest : found->second;
}

std::vector<float> Rarity::weights(const Units& units) const {
  std::vector<float> weights;
  for (std::uint32_t k = 0; k + 1 < units.size(); ++k) weights.push_back(weight(pair_key(units.ids[k], units.ids[k + 1])));
  return weights;
}

}  // namespace yiwen
