// SPDX-License-Identifier: Apache-2.0
#include "cluster/affinity.h"

#include <algorithm>
#include <numeric>

#include "fingerprint/fingerprint.h"

namespace yiwen {

namespace {

// Sentences of fewer units are formulae and enumerators; they say nothing of how full a text is.
constexpr std::uint32_t kLeastUnits = 8;

struct SentenceOf {
  std::uint32_t witness = 0;
  std::uint32_t sentence = 0;
};

}  // namespace

Affinity find_affinity(std::span<const Witness> witnesses) {
  std::vector<SentenceOf> sentences;
  std::vector<Fingerprint> fingerprints;
  std::vector<double> units(witnesses.size(), 0);
  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    const auto& witness = witnesses[w];
    for (std::uint32_t s = 0; s < witness.sentences.size(); ++s) {
      if (witness.units[s].size() < kLeastUnits) continue;
      units[w] += witness.units[s].size();
      sentences.push_back({w, s});
      fingerprints.push_back(fingerprint(witness.normal->slice(witness.sentences[s].normal)));
    }
  }
  const auto candidates = find_candidates(fingerprints);

  // Equal sentences are paired with the first of them only: whoever is paired with one of a group is paired with all.
  std::vector<std::uint32_t> group(sentences.size());
  std::iota(group.begin(), group.end(), 0u);
  for (const auto& pair : candidates.pairs) {
    if (pair.lane == Lane::equal) group[pair.right] = group[pair.left];
  }
  std::vector<std::vector<std::uint32_t>> members(sentences.size()), partners(sentences.size());
  for (std::uint32_t k = 0; k < sentences.size(); ++k) members[group[k]].push_back(k);
  for (const auto& pair : candidates.pairs) {
    if (pair.lane == Lane::equal) continue;
    partners[group[pair.left]].push_back(group[pair.right]);
    partners[group[pair.right]].push_back(group[pair.left]);
  }

  // mutual[w]: over all other texts, the share of w that they have and the share of them that w has. common[w]: the share
  // of w that any other text has. Their product is high for the text that has much of what all have, and little else: a
  // page on which the story is one of three, or a digest, carries less of it or much besides.
  std::vector<double> mutual(witnesses.size(), 0), common(witnesses.size(), 0);
  std::vector<char> has(witnesses.size());
  for (std::uint32_t k = 0; k < sentences.size(); ++k) {
    std::fill(has.begin(), has.end(), 0);
    for (const auto m : members[group[k]]) has[sentences[m].witness] = 1;
    for (const auto partner : partners[group[k]]) {
      for (const auto m : members[partner]) has[sentences[m].witness] = 1;
    }
    const auto owner = sentences[k].witness;
    has[owner] = 0;
    const double share = witnesses[owner].units[sentences[k].sentence].size() / units[owner];
    if (std::find(has.begin(), has.end(), 1) != has.end()) common[owner] += share;
    for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
      if (!has[w]) continue;
      mutual[owner] += share;
      mutual[w] += share;
    }
  }

  Affinity affinity;
  affinity.counts = candidates.counts;
  affinity.order.resize(witnesses.size());
  std::iota(affinity.order.begin(), affinity.order.end(), 0u);
  std::stable_sort(affinity.order.begin(), affinity.order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const double left = mutual[a] * common[a], right = mutual[b] * common[b];
    return left != right ? left > right : units[a] > units[b];
  });
  return affinity;
}

}  // namespace yiwen
