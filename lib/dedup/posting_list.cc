// SPDX-License-Identifier: Apache-2.0
#include "dedup/posting_list.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

// Processors count bits in one step, but those of before 2008. Which clone it is, is asked before the runtime of
// ThreadSanitizer has begun: that has the one.
#if defined(__x86_64__) && !defined(__SANITIZE_THREAD__)
#define YIWEN_COUNTS_BITS [[gnu::target_clones("popcnt", "default")]]
#else
#define YIWEN_COUNTS_BITS
#endif

namespace yiwen {

// Here and below without branches on what is found: whether two sentences may be similar is not predictable.
YIWEN_COUNTS_BITS
std::size_t find_like(const ShinglePosting& one, std::span<const ShinglePosting> others, std::uint32_t* places) {
  std::size_t found = 0;
  const std::uint32_t size = one.size();
  const std::uint32_t reach = one.reach();
  const std::uint64_t picture = one.picture();
  for (std::size_t i = 0; i < others.size() && others[i].size() <= reach; ++i) {
    const ShinglePosting& other = others[i];
    const std::uint32_t both = size + other.size();
    const auto differ = static_cast<std::uint32_t>(std::popcount(picture ^ other.picture()));
    const unsigned may = unsigned{size <= other.reach()} & unsigned{differ + 2 * least_shared(both) <= both};
    places[found] = static_cast<std::uint32_t>(i);
    found += may;
  }
  return found;
}

void drop_alone(PostingList& postings, std::uint32_t k) {
  // Of the postings of a shingle, and of those that meet it here.
  struct Slot {
    std::uint16_t many = 0;             // up to one more than make a crowded list
    std::uint16_t reach = 0;            // the farthest of those that may be the smaller of two
    std::uint16_t reach_of_shorts = 0;  // the farthest of all short ones
  };
  std::vector<Slot> slots(std::bit_ceil(postings.size() * 2));
  const auto slot_of = [&](const ShinglePosting& one) -> Slot& { return slots[one.shingle() & (slots.size() - 1)]; };
  const auto is_smaller = [](const ShinglePosting& one) { return one.reach() >= one.size(); };
  for (const ShinglePosting& one : postings) {
    Slot& slot = slot_of(one);
    const std::uint32_t reach = one.reach();
    slot.many = static_cast<std::uint16_t>(std::min<std::uint32_t>(slot.many + 1U, kCrowdedList + 1));
    slot.reach = static_cast<std::uint16_t>(std::max<std::uint32_t>(slot.reach, is_smaller(one) ? reach : 0));
    slot.reach_of_shorts =
        static_cast<std::uint16_t>(std::max<std::uint32_t>(slot.reach_of_shorts, one.is_long() ? 0 : reach));
  }
  std::size_t kept = 0;
  for (const ShinglePosting& one : postings) {
    const Slot& slot = slot_of(one);
    const bool needs_short = k == 2 && one.is_long();
    const bool meets = needs_short ? slot.reach_of_shorts >= one.size() : slot.reach >= one.size();
    postings[kept] = one;
    kept += unsigned{slot.many > kCrowdedList} | (unsigned{slot.many > 1} & unsigned{meets});
  }
  postings.resize(kept);
}

void PairProposals::add(std::span<const ShinglePosting> list) {
  const auto longer = std::ranges::partition_point(list, [](const ShinglePosting& one) { return !one.is_long(); });
  const std::span shorts(list.begin(), longer);
  const std::span longs(longer, list.end());
  add_among(shorts);
  for (const ShinglePosting& one : shorts) add(one, longs);
  if (k_ != 2) add_among(longs);
}

// Each with those behind it. REQUIRES: list is by size
void PairProposals::add_among(std::span<const ShinglePosting> list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].reach() >= list[i].size()) add(list[i], list.subspan(i + 1));
  }
}

// REQUIRES: others are by size
void PairProposals::add(const ShinglePosting& one, std::span<const ShinglePosting> others) {
  std::array<std::uint32_t, kCrowdedList> places;
  while (!others.empty() && others.front().size() <= one.reach()) {
    const std::span some = others.first(std::min(others.size(), places.size()));
    for (const std::uint32_t place : std::span(places).first(find_like(one, some, places.data()))) {
      const ShinglePosting& other = some[place];
      const std::uint32_t both = one.size() + other.size();
      waiting_.push_back(
          {{std::min(one.text(), other.text()), std::max(one.text(), other.text())}, both - 2 * least_shared(both)});
    }
    others = others.subspan(some.size());
  }
  constexpr std::size_t kAtOnce = 4096;
  if (waiting_.size() >= kAtOnce) weigh();
}

YIWEN_COUNTS_BITS
void PairProposals::weigh() {
  constexpr std::size_t kAhead = 32;  // looks that are on their way at once
  std::size_t count = pairs_.size();
  pairs_.resize(count + waiting_.size());
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    const NearPair& ahead = waiting_[std::min(i + kAhead, waiting_.size() - 1)].pair;
    __builtin_prefetch(&sketches_[ahead.left]);
    __builtin_prefetch(&sketches_[ahead.right]);
    const auto& [pair, most_differ] = waiting_[i];
    const auto differ = static_cast<std::uint32_t>(std::popcount(sketches_[pair.left] ^ sketches_[pair.right]));
    pairs_[count] = pair;
    count += differ <= most_differ ? 1U : 0U;
  }
  pairs_.resize(count);
  waiting_.clear();
}

std::vector<NearPair> PairProposals::take() {
  weigh();
  return std::exchange(pairs_, {});
}

}  // namespace yiwen
