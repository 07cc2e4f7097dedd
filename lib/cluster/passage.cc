// SPDX-License-Identifier: Apache-2.0
#include "cluster/passage.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "cluster/rarity.h"

namespace yiwen {

namespace {

// Price of what a chain skips, as a share of the skipped weight on either side. At 0 chains sprawl over set phrases at
// both ends of long sentences; at 0.3 a dropped clause cuts a passage in two. Range 0.05-0.2.
constexpr float kSkipPrice = 0.08F;
// Shared pairs that one comparison looks at (16 MB). Two sentences of an article share some hundred; only texts that
// repeat themselves without end share so many, and are then compared by what they share first on the left.
constexpr std::size_t kMaxShared = std::size_t{1} << 20;

constexpr float kNone = -std::numeric_limits<float>::infinity();

// A pair of units that stands on both sides, and the best chain that ends with it.
struct SharedPair {
  std::uint32_t row = 0;     // place on the left
  std::uint32_t column = 0;  // on the right
  float ending = 0;
  std::int32_t before = -1;  // the shared pair before it in that chain
};

// In order of place, left first.
std::vector<SharedPair> shared_pairs(std::span<const PairAt> left, std::span<const PairAt> right) {
  std::vector<SharedPair> shared;
  for (auto l = left.begin(), r = right.begin(); l != left.end() && r != right.end();) {
    if (l->key != r->key) {
      ++(l->key < r->key ? l : r);
      continue;
    }
    auto end = r;
    while (end != right.end() && end->key == r->key) ++end;
    const auto key = l->key;
    for (; l != left.end() && l->key == key; ++l) {
      for (auto other = r; other != end && shared.size() < kMaxShared; ++other) shared.push_back({l->at, other->at, 0, -1});
    }
    r = end;
  }
  std::sort(shared.begin(), shared.end(), [](const SharedPair& a, const SharedPair& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
  return shared;
}

// The best of all chains that end before a column, in logarithmic time (Fenwick 1994, with maxima for sums).
class BestBefore {
 public:
  struct Entry {
    float value = kNone;
    std::int32_t shared = -1;
  };

  explicit BestBefore(std::size_t columns) : tree_(columns + 1) {}

  void add(std::uint32_t column, Entry entry) {
    for (std::size_t k = column + 1; k < tree_.size(); k += k & (~k + 1)) {
      if (entry.value > tree_[k].value) tree_[k] = entry;
    }
  }
  [[nodiscard]] Entry up_to(std::uint32_t column) const {
    Entry best;
    for (std::size_t k = column + 1; k > 0; k &= k - 1) {
      if (tree_[k].value > best.value) best = tree_[k];
    }
    return best;
  }

 private:
  std::vector<Entry> tree_;
};

std::vector<float> weights_before(std::span<const float> weights) {
  std::vector<float> before(weights.size() + 1);
  for (std::size_t i = 0; i < weights.size(); ++i) before[i + 1] = before[i] + weights[i];
  return before;
}

// Weight of the pairs of all clauses that a range of units touches.
float weight_of_clauses(const WeighedSentence& sentence, UnitRange range, const std::vector<float>& before) {
  const auto last = static_cast<std::uint32_t>(before.size());  // units that the table covers
  range.end = std::min(range.end, last);
  while (range.begin > 0 && !sentence.breaks[range.begin]) --range.begin;
  while (range.end < last && !sentence.breaks[range.end]) ++range.end;
  return std::max(before[range.end - 1] - before[range.begin], std::numeric_limits<float>::min());
}

}  // namespace

std::vector<PairAt> sorted_pairs(std::span<const std::uint32_t> ids) {
  std::vector<PairAt> pairs;
  for (std::uint32_t k = 0; k + 1 < ids.size(); ++k) pairs.push_back({pair_key(ids[k], ids[k + 1]), k});
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

std::optional<Link> link_passages(const WeighedSentence& left, const WeighedSentence& right) {
  Link link;
  link.equal = std::equal(left.ids.begin(), left.ids.end(), right.ids.begin(), right.ids.end());
  if (link.equal) {
    if (left.ids.empty()) return {};
    const auto size = static_cast<std::uint32_t>(left.ids.size());
    return Link{left.total, 1, 1, 1, 1, 1, {0, size}, {0, size}, true};
  }
  if (left.weights.empty() || right.weights.empty()) return {};
  auto shared = shared_pairs(left.pairs, right.pairs);
  if (shared.empty()) return {};
  const auto before_left = weights_before(left.weights), before_right = weights_before(right.weights);
  const auto gain_of = [&](const SharedPair& pair) { return std::min(left.weights[pair.row], right.weights[pair.column]); };

  // What a chain would pay for going on from far away is added to its worth when it ends, and taken off when it goes on.
  BestBefore reach(right.weights.size());
  std::size_t reachable = 0;  // shared pairs before this one are in `reach`
  std::size_t above = 0;      // walks through the row above, for the diagonal
  std::int32_t best_at = -1;
  for (std::size_t k = 0; k < shared.size(); ++k) {
    auto& pair = shared[k];
    const float gain = gain_of(pair);
    pair.ending = gain;
    while (shared[above].row + 1 < pair.row || (shared[above].row + 1 == pair.row && shared[above].column + 1 < pair.column)) ++above;
    if (shared[above].row + 1 == pair.row && shared[above].column + 1 == pair.column) {
      pair.ending = shared[above].ending + gain;
      pair.before = static_cast<std::int32_t>(above);
    }
    if (pair.column > 1) {  // a pair takes two units: the next link of the chain begins behind both
      for (; shared[reachable].row + 1 < pair.row; ++reachable) {
        const auto& done = shared[reachable];
        reach.add(done.column, {done.ending + kSkipPrice * (before_left[done.row + 1] + before_right[done.column + 1]),
                                static_cast<std::int32_t>(reachable)});
      }
      const auto best = reach.up_to(pair.column - 2);
      const float with = best.value - kSkipPrice * (before_left[pair.row] + before_right[pair.column]) + gain;
      if (best.shared >= 0 && with > pair.ending) {
        pair.ending = with;
        pair.before = best.shared;
      }
    }
    if (best_at < 0 || pair.ending > shared[static_cast<std::size_t>(best_at)].ending) best_at = static_cast<std::int32_t>(k);
  }

  // The prices steered the choice; the score is the plain weight of what the chosen chain shares.
  const auto& last = shared[static_cast<std::size_t>(best_at)];
  const SharedPair* first = &last;
  for (std::int32_t at = best_at; at >= 0; at = first->before) {
    first = &shared[static_cast<std::size_t>(at)];
    link.score += gain_of(*first);
  }
  link.left = {first->row, last.row + 2};
  link.right = {first->column, last.column + 2};
  link.cover_left = std::min(1.0F, link.score / left.total);
  link.cover_right = std::min(1.0F, link.score / right.total);
  link.coverage = std::max(link.cover_left, link.cover_right);
  link.local_right = std::min(1.0F, link.score / weight_of_clauses(right, link.right, before_right));
  link.local = std::max(link.local_right, std::min(1.0F, link.score / weight_of_clauses(left, link.left, before_left)));
  return link;
}

}  // namespace yiwen
