// SPDX-License-Identifier: Apache-2.0
#include "dedup/posting_list.h"

#include <algorithm>
#include <array>
#include <bit>

// Processors count bits in one step, but those of before 2008. Which clone it is, is asked before the runtime of
// ThreadSanitizer has begun: that has the one.
#if defined(__x86_64__) && !defined(__SANITIZE_THREAD__)
#define YIWEN_COUNTS_BITS [[gnu::target_clones("popcnt", "default")]]
#else
#define YIWEN_COUNTS_BITS
#endif

namespace yiwen {

// Here and below without branches: whether two sentences may be similar is not predictable.
YIWEN_COUNTS_BITS
std::size_t find_like(const ShinglePosting& one, std::span<const ShinglePosting> others, std::uint32_t* places) {
  std::size_t found = 0;
  const std::uint32_t size = one.size();
  const std::uint32_t reach = one.reach();
  const std::uint64_t picture = one.picture();
  for (std::size_t i = 0; i < others.size(); ++i) {
    const ShinglePosting& other = others[i];
    const std::uint32_t both = size + other.size();
    const auto differ = static_cast<std::uint32_t>(std::popcount(picture ^ other.picture()));
    const unsigned may = unsigned{other.size() <= reach} & unsigned{size <= other.reach()} &
                         unsigned{differ + 2 * least_shared(both) <= both};
    places[found] = static_cast<std::uint32_t>(i);
    found += may;
  }
  return found;
}

namespace {

// Leaves of the `count` places those that the sketches allow too. Gives how many they are.
YIWEN_COUNTS_BITS
std::size_t keep_like(const ShinglePosting& one, std::span<const ShinglePosting> others,
                      std::span<const std::uint64_t> sketches, std::uint32_t* places, std::size_t count) {
  constexpr std::size_t kAhead = 16;  // looks that are on their way at once
  std::size_t kept = 0;
  const std::uint64_t sketch = sketches[one.text()];
  for (std::size_t i = 0; i < std::min(kAhead, count); ++i) __builtin_prefetch(&sketches[others[places[i]].text()]);
  for (std::size_t i = 0; i < count; ++i) {
    if (i + kAhead < count) __builtin_prefetch(&sketches[others[places[i + kAhead]].text()]);
    const ShinglePosting& other = others[places[i]];
    const std::uint32_t both = one.size() + other.size();
    const auto differ = static_cast<std::uint32_t>(std::popcount(sketch ^ sketches[other.text()]));
    places[kept] = places[i];
    kept += differ + 2 * least_shared(both) <= both ? 1U : 0U;
  }
  return kept;
}

// REQUIRES: others are by size
void propose_with(const ShinglePosting& one, std::span<const ShinglePosting> others,
                  std::span<const std::uint64_t> sketches, std::vector<NearPair>& pairs) {
  const auto beyond = std::ranges::upper_bound(others, one.reach(), {}, &ShinglePosting::size);
  std::array<std::uint32_t, kCrowdedList> places;
  for (std::span rest(others.begin(), beyond); !rest.empty(); rest = rest.subspan(std::min(rest.size(), places.size()))) {
    const std::span some = rest.first(std::min(rest.size(), places.size()));
    std::size_t count = find_like(one, some, places.data());
    if (count > 0) count = keep_like(one, some, sketches, places.data(), count);
    for (const std::uint32_t place : std::span(places).first(count)) {
      const std::uint32_t other = some[place].text();
      pairs.push_back({std::min(one.text(), other), std::max(one.text(), other)});
    }
  }
}

// Each with those behind it. REQUIRES: list is by size
void propose_among(std::span<const ShinglePosting> list, std::span<const std::uint64_t> sketches,
                   std::vector<NearPair>& pairs) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].reach() >= list[i].size()) propose_with(list[i], list.subspan(i + 1), sketches, pairs);
  }
}

}  // namespace

void propose_pairs(std::span<const ShinglePosting> list, std::uint32_t k, std::span<const std::uint64_t> sketches,
                   std::vector<NearPair>& pairs) {
  const auto longer = std::ranges::find_if(list, &ShinglePosting::is_long);
  const std::span shorts(list.begin(), longer);
  const std::span longs(longer, list.end());
  propose_among(shorts, sketches, pairs);
  for (const ShinglePosting& one : shorts) propose_with(one, longs, sketches, pairs);
  if (k != 2) propose_among(longs, sketches, pairs);
}

}  // namespace yiwen
