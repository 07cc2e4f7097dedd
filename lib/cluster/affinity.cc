// SPDX-License-Identifier: Apache-2.0
#include "cluster/affinity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "fingerprint/fingerprint.h"

namespace yiwen {

namespace {

// Sentences of fewer units are formulae and enumerators; they say nothing of how full a text is.
constexpr std::uint32_t kLeastUnits = 8;
// So many sentences that a text alone has, between sentences that others have too, are of the common text: the others
// left them out. A longer stretch is a story of its own on the same page. Range 3-10.
constexpr std::uint32_t kInside = 6;

// Sums of shares that differ by less are the same: they were added in another order.
constexpr double kSame = 1e-9;

struct SentenceOf {
  std::uint32_t witness = 0;
  std::uint32_t sentence = 0;
};

}  // namespace

Affinity find_affinity(std::span<const Witness> witnesses) {
  std::vector<SentenceOf> sentences;
  std::vector<Fingerprint> fingerprints;
  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    const auto& witness = witnesses[w];
    for (std::uint32_t s = 0; s < witness.sentences.size(); ++s) {
      if (witness.units[s].size() < kLeastUnits) continue;
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

  // A sentence that a text has twice makes it no fuller.
  std::vector<double> units(witnesses.size(), 0);
  std::vector<std::uint32_t> own(sentences.size(), 0);
  for (const auto& equal : members) {
    for (std::size_t m = 0; m < equal.size(); ++m) {
      const auto [w, s] = sentences[equal[m]];
      if (m > 0 && sentences[equal[m - 1]].witness == w) continue;
      own[equal[m]] = witnesses[w].units[s].size();
      units[w] += own[equal[m]];
    }
  }

  // mutual[w]: over all other texts, the share of w that they have and the share of them that w has. common[w]: the share
  // of w that any other text has, or left out between what it has. Their product is high for the text that has much of
  // what all have, and little else: a page on which the story is one of three, or a digest, carries less of it or much
  // besides. Of two texts there is no such majority; there the longer one is the fuller.
  std::vector<double> mutual(witnesses.size(), 0), common(witnesses.size(), 0), pending(witnesses.size(), 0);
  std::vector<std::uint32_t> last_common(witnesses.size(), 0);
  std::vector<char> has(witnesses.size());
  for (std::uint32_t k = 0; k < sentences.size(); ++k) {
    std::fill(has.begin(), has.end(), 0);
    for (const auto m : members[group[k]]) has[sentences[m].witness] = 1;
    for (const auto partner : partners[group[k]]) {
      for (const auto m : members[partner]) has[sentences[m].witness] = 1;
    }
    const auto [owner, sentence] = sentences[k];
    has[owner] = 0;
    const double share = own[k] / units[owner];
    if (std::find(has.begin(), has.end(), 1) != has.end()) {
      if (common[owner] > 0 && sentence - last_common[owner] <= kInside + 1) common[owner] += pending[owner];
      common[owner] += share;
      pending[owner] = 0;
      last_common[owner] = sentence;
    } else {
      pending[owner] += share;
    }
    for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
      if (!has[w]) continue;
      mutual[owner] += share;
      mutual[w] += share;
    }
  }
  if (witnesses.size() == 2) std::fill(common.begin(), common.end(), 1);

  Affinity affinity;
  affinity.counts = candidates.counts;
  affinity.order.resize(witnesses.size());
  std::iota(affinity.order.begin(), affinity.order.end(), 0u);
  std::stable_sort(affinity.order.begin(), affinity.order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const double left = mutual[a] * common[a], right = mutual[b] * common[b];
    if (std::abs(left - right) > kSame * std::max(left, right)) return left > right;
    return units[a] > units[b];
  });
  return affinity;
}

}  // namespace yiwen
