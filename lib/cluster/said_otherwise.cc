// SPDX-License-Identifier: Apache-2.0
#include "cluster/said_otherwise.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <set>
#include <vector>

namespace yiwen {

namespace {

// So much of their rarer units they have in common. Another sentence put in the place shares a name and the small
// words. Range .3-.5.
constexpr float kSaidOtherwise = 0.38F;
constexpr std::uint32_t kLeastSaid = 6;  // units of such a sentence
// A shorter one has no rare units to share: 他即将赴任, 他已经赴任. It begins and ends as the other does, and so much
// of it is the same (half of 他同意了, 他拒绝了); range .5-.75.
constexpr float kFrame = 0.5F;

// They begin and end alike, with little between that is not; or have the same units in another order: 比分3比1,
// 比分1比3.
bool are_of_one_frame(const WeighedSentence& left, const WeighedSentence& right) {
  const auto a = left.ids, b = right.ids;
  if (std::is_permutation(a.begin(), a.end(), b.begin(), b.end())) return true;
  const auto most = static_cast<std::ptrdiff_t>(std::min(a.size(), b.size()));
  const auto head = std::mismatch(a.begin(), a.begin() + most, b.begin()).first - a.begin();
  const auto tail = std::mismatch(a.rbegin(), a.rbegin() + (most - head), b.rbegin()).first - a.rbegin();
  return head > 0 && tail > 0 &&
         static_cast<float>(head + tail) >= kFrame * static_cast<float>(std::max(a.size(), b.size()));
}

}  // namespace

bool SaidOtherwise::say_the_same(const WeighedSentence& left, const WeighedSentence& right) {
  const bool short_one = std::min(left.ids.size(), right.ids.size()) < kLeastSaid;
  return short_one ? are_of_one_frame(left, right) : share_of_units(left, right) >= kSaidOtherwise;
}

// Weight of the units that both have, in whatever order, over that of the lighter one: [0, 1]. A unit weighs more the
// fewer sentences of the reference have it.
float SaidOtherwise::share_of_units(const WeighedSentence& left, const WeighedSentence& right) {
  if (sentences_with_unit_.empty()) {
    for (std::uint32_t s = 0; s < reference_.size(); ++s) {
      const auto ids = reference_.sentence(s).ids;
      for (const auto unit : std::set<std::uint32_t>(ids.begin(), ids.end())) ++sentences_with_unit_[unit];
    }
  }
  const auto weight = [&](std::uint32_t unit) {
    const auto found = sentences_with_unit_.find(unit);
    const auto count = found == sentences_with_unit_.end() ? 1U : found->second;
    return std::log(static_cast<float>(reference_.size() + 1) / static_cast<float>(count));
  };
  std::vector<std::uint32_t> a(left.ids.begin(), left.ids.end()), b(right.ids.begin(), right.ids.end()), both;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const auto sum = [&](const std::vector<std::uint32_t>& units) {
    return std::accumulate(units.begin(), units.end(), 0.0F,
                           [&](float all, std::uint32_t unit) { return all + weight(unit); });
  };
  const float lighter = std::min(sum(a), sum(b));
  return lighter > 0 ? sum(both) / lighter : 0;
}

}  // namespace yiwen
