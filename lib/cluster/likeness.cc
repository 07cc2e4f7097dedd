// SPDX-License-Identifier: Apache-2.0
#include "cluster/likeness.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <span>

#include "base/parallel.h"
#include "fingerprint/similarity.h"

namespace yiwen {

namespace {

constexpr std::size_t kBits = 64;  // of a mask

// Sets the bits of those shingles of `whole` that are in `part`. Without branches: whether one is, is not predictable.
void mark_shared(ShingleView whole, ShingleView part, std::span<std::uint64_t> marks) {
  for (std::size_t i = 0, j = 0; i < whole.size() && j < part.size();) {
    const auto mine = whole[i], theirs = part[j];
    marks[i / kBits] |= std::uint64_t{mine == theirs} << i % kBits;
    i += mine <= theirs ? 1 : 0;
    j += theirs <= mine ? 1 : 0;
  }
}

}  // namespace

Likeness::Likeness(std::span<const Witness> witnesses, unsigned threads) {
  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    const auto& witness = witnesses[w];
    for (std::uint32_t s = 0; s < witness.sentences.size(); ++s) {
      if (witness.units[s].size() < kLeastLikenessUnits) continue;
      places_.push_back({w, s});
    }
  }
  fingerprints_.resize(places_.size());
  parallel_for(places_.size(), threads, [&](std::size_t k) {
    const auto& witness = witnesses[places_[k].witness];
    fingerprints_[k] = fingerprint(witness.normal->slice(witness.sentences[places_[k].sentence].normal));
  });
  const auto candidates = find_candidates(fingerprints_);
  counts_ = candidates.counts;

  // Equal sentences are paired with the first of them only: whoever is paired with one of a group is paired with all.
  group_.resize(places_.size());
  std::iota(group_.begin(), group_.end(), 0u);
  for (const auto& pair : candidates.pairs) {
    if (pair.lane == Lane::equal) group_[pair.right] = group_[pair.left];
  }
  members_.resize(places_.size());
  partners_.resize(places_.size());
  for (std::uint32_t k = 0; k < places_.size(); ++k) members_[group_[k]].push_back(k);
  for (const auto& pair : candidates.pairs) {
    if (pair.lane == Lane::equal) continue;
    partners_[group_[pair.left]].push_back(group_[pair.right]);
    partners_[group_[pair.right]].push_back(group_[pair.left]);
  }
  for (auto& partners : partners_) std::sort(partners.begin(), partners.end());
}

double Likeness::share_in(std::uint32_t k, std::uint32_t other) const {
  const auto& mine = pairs_of_characters(k);
  if (mine.empty()) return 0;
  return static_cast<double>(shared_shingles(mine, pairs_of_characters(other))) / static_cast<double>(mine.size());
}

void Likeness::shares_in_witnesses(std::uint32_t k, std::vector<double>& shares) const {
  std::fill(shares.begin(), shares.end(), 0.0);
  const auto& mine = pairs_of_characters(k);
  if (mine.empty()) return;
  // A text that parted the sentence has it in several.
  const std::size_t size = (mine.size() + kBits - 1) / kBits;
  std::vector<std::uint64_t> found(shares.size() * size);  // by witness: which shingles
  std::vector<std::uint64_t> here(size);
  for (const auto partner : near(k)) {
    std::fill(here.begin(), here.end(), 0);
    mark_shared(mine, pairs_of_characters(partner), here);
    for (const auto member : equals(partner)) {
      const std::size_t at = places_[member].witness * size;
      for (std::size_t i = 0; i < size; ++i) found[at + i] |= here[i];
    }
  }
  for (std::size_t w = 0; w < shares.size(); ++w) {
    int count = 0;
    for (std::size_t i = 0; i < size; ++i) count += std::popcount(found[w * size + i]);
    shares[w] = static_cast<double>(count) / static_cast<double>(mine.size());
  }
  for (const auto member : equals(k)) shares[places_[member].witness] = 1;
}

}  // namespace yiwen
