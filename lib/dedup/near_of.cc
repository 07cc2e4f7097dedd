// SPDX-License-Identifier: Apache-2.0
#include "dedup/near_of.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/parallel.h"
#include "dedup/folded_shingles.h"

namespace yiwen {
namespace {

// The sets of the left side are used again while it stays the same; the right side is anywhere in memory. Both are
// asked for some pairs ahead.
void compare(std::span<const NearPair> pairs, std::span<const std::u16string_view> chars, NearOf& near) {
  constexpr std::size_t kAhead = 8;
  static_assert(kLongestSentence <= UINT16_MAX);
  constexpr std::size_t kSecondLine = 33;  // characters, as many as reach into another line of a cache
  std::array<SentenceShingles, 4> left;
  std::array<bool, 4> made{};
  std::uint32_t of = UINT32_MAX;
  SentenceShingles right;
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    if (p + 2 * kAhead < pairs.size()) __builtin_prefetch(&chars[pairs[p + 2 * kAhead].right]);
    if (p + kAhead < pairs.size()) {
      const std::u16string_view ahead = chars[pairs[p + kAhead].right];
      __builtin_prefetch(ahead.data());
      __builtin_prefetch(ahead.data() + std::min(ahead.size(), kSecondLine) - 1);
      __builtin_prefetch(chars[pairs[p + kAhead].left].data());
    }
    const auto [a, b] = pairs[p];
    const std::uint32_t k = compared_by(chars[a], chars[b]);
    if (of != a) of = a, made = {};
    if (!made[k]) left[k].assign(chars[a], k), made[k] = true;
    const std::uint32_t shared = right.assign_and_share(chars[b], k, left[k]);
    if (shared < least_shared(left[k].size() + right.size())) continue;
    near.pairs.push_back(pairs[p]);
    const std::size_t shorter = same_template(chars[a], chars[b]) ? 0 : std::min(chars[a].size(), chars[b].size());
    near.chars.push_back(static_cast<std::uint16_t>(shorter));
  }
}

}  // namespace

NearOf near_of(std::span<const NearPair> pairs, std::span<const std::u16string_view> chars, unsigned threads,
               const std::function<void(double)>& done) {
  constexpr std::size_t kPairsAtOnce = 4096;
  std::vector<NearOf> near((pairs.size() + kPairsAtOnce - 1) / kPairsAtOnce);
  parallel_for(near.size(), threads, [&](std::size_t block) {
    const auto own = pairs.subspan(block * kPairsAtOnce);
    compare(own.first(std::min(kPairsAtOnce, own.size())), chars, near[block]);
    done(1 / static_cast<double>(near.size()));
  });
  NearOf all;
  for (const NearOf& of_block : near) {
    all.pairs.insert(all.pairs.end(), of_block.pairs.begin(), of_block.pairs.end());
    all.chars.insert(all.chars.end(), of_block.chars.begin(), of_block.chars.end());
  }
  return all;
}

}  // namespace yiwen
