// SPDX-License-Identifier: Apache-2.0
//
// The chain of shared pairs against an exhaustive search over all chains, on small inputs.
#include "cluster/passage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <random>
#include <vector>

namespace yiwen {
namespace {

// Price of skipped weight, as in passage.cc.
constexpr float kSkipPrice = 0.08F;

struct Sample {
  std::vector<std::uint32_t> ids;
  std::vector<float> weights;
  std::vector<char> breaks;
  std::vector<PairAt> pairs;

  [[nodiscard]] WeighedSentence view() const {
    return {ids, weights, std::accumulate(weights.begin(), weights.end(), 0.0F), breaks, pairs};
  }
};

// The weight of a pair depends on the pair alone, as Rarity's does.
float weight_of(std::uint32_t first, std::uint32_t second) {
  return 1.0F + static_cast<float>((first * 7 + second * 3) % 5);
}

Sample sample(std::vector<std::uint32_t> ids) {
  Sample out{std::move(ids), {}, {}, {}};
  out.pairs = sorted_pairs(out.ids);
  for (std::size_t k = 0; k + 1 < out.ids.size(); ++k) out.weights.push_back(weight_of(out.ids[k], out.ids[k + 1]));
  out.breaks.assign(out.ids.size() + 1, 0);
  out.breaks.front() = out.breaks.back() = 1;
  return out;
}

// Everything a chain may do, tried: from the pair (i, j), go on with the next pair along the diagonal for nothing, or
// jump to any later one that shares no unit, for the price of the weight between.
class Exhaustive {
 public:
  Exhaustive(const Sample& left, const Sample& right) : left_(left), right_(right) {}

  float best() {
    for (std::size_t i = 0; i < left_.weights.size(); ++i) {
      for (std::size_t j = 0; j < right_.weights.size(); ++j) {
        if (shared(i, j)) go_on(i, j, gain(i, j));
      }
    }
    return best_;
  }

 private:
  [[nodiscard]] bool shared(std::size_t i, std::size_t j) const {
    return left_.ids[i] == right_.ids[j] && left_.ids[i + 1] == right_.ids[j + 1];
  }
  [[nodiscard]] float gain(std::size_t i, std::size_t j) const { return std::min(left_.weights[i], right_.weights[j]); }

  static float between(const Sample& side, std::size_t from, std::size_t to) {
    return std::accumulate(side.weights.begin() + static_cast<std::ptrdiff_t>(from),
                           side.weights.begin() + static_cast<std::ptrdiff_t>(to), 0.0F);
  }

  void go_on(std::size_t i, std::size_t j, float value) {
    best_ = std::max(best_, value);
    for (std::size_t a = i + 1; a < left_.weights.size(); ++a) {
      for (std::size_t b = j + 1; b < right_.weights.size(); ++b) {
        if (!shared(a, b)) continue;
        if (a == i + 1 && b == j + 1) {
          go_on(a, b, value + gain(a, b));
        } else if (a >= i + 2 && b >= j + 2) {
          const float skipped = between(left_, i + 1, a) + between(right_, j + 1, b);
          go_on(a, b, value - kSkipPrice * skipped + gain(a, b));
        }
      }
    }
  }

  const Sample& left_;
  const Sample& right_;
  float best_ = 0;
};

// What the link's chain is worth cannot be read off it, but its score is the plain weight and its ends are known: of
// all chains, none is worth more than one between these ends with this score can be.
TEST(Passage, FindsAChainThatNoOtherBeats) {
  std::mt19937 random(5);
  int compared = 0;
  for (int round = 0; round < 3000; ++round) {
    const auto draw = [&](std::size_t most) {
      std::vector<std::uint32_t> ids(2 + random() % most);
      for (auto& id : ids) id = 'a' + random() % 4;
      return ids;
    };
    const auto left = sample(draw(7)), right = sample(draw(7));
    if (left.ids == right.ids) continue;
    const float best = Exhaustive(left, right).best();
    const auto link = link_passages(left.view(), right.view());
    ASSERT_EQ(link.has_value(), best > 0) << "round " << round;
    if (!link) continue;
    ++compared;
    // The chain inside the link's own ends is worth as much as the best one anywhere.
    const auto inside = [](const Sample& side, UnitRange range) {
      return sample({side.ids.begin() + range.begin, side.ids.begin() + range.end});
    };
    const auto left_part = inside(left, link->left), right_part = inside(right, link->right);
    const float within =
        left_part.ids == right_part.ids ? left_part.view().total : Exhaustive(left_part, right_part).best();
    ASSERT_NEAR(within, best, 1e-3) << "round " << round;
    // Its plain weight is at least what it is worth, and no more than either side has.
    ASSERT_GE(link->score, best - 1e-3F);
    ASSERT_LE(link->score, std::min(left_part.view().total, right_part.view().total) + 1e-3F);
  }
  EXPECT_GT(compared, 1000);
}

TEST(Passage, KeepsItsSharesBetweenNothingAndAll) {
  std::mt19937 random(6);
  for (int round = 0; round < 2000; ++round) {
    const auto draw = [&] {
      std::vector<std::uint32_t> ids(1 + random() % 30);
      for (auto& id : ids) id = static_cast<std::uint32_t>('a' + random() % 6);
      auto out = sample(ids);
      for (std::size_t k = 1; k < ids.size(); ++k) out.breaks[k] = random() % 5 == 0;
      return out;
    };
    const auto left = draw(), right = draw();
    const auto link = link_passages(left.view(), right.view());
    if (!link) continue;
    for (const float share : {link->coverage, link->cover_left, link->cover_right, link->local, link->local_right}) {
      ASSERT_GE(share, 0.0F);
      ASSERT_LE(share, 1.0F);
    }
    ASSERT_LE(link->left.end, left.ids.size());
    ASSERT_LE(link->right.end, right.ids.size());
    ASSERT_LT(link->left.begin, link->left.end);
    ASSERT_LT(link->right.begin, link->right.end);
    ASSERT_FLOAT_EQ(link->coverage, std::max(link->cover_left, link->cover_right));
    // A passage covers its clauses at least as much as the whole sentence.
    ASSERT_GE(link->local_right, link->cover_right - 1e-4F);
  }
}

TEST(Passage, EqualSentencesAreWhollyCovered) {
  const auto sentence = sample({'a', 'b', 'c'});
  const auto link = link_passages(sentence.view(), sentence.view());
  ASSERT_TRUE(link);
  EXPECT_TRUE(link->equal);
  EXPECT_EQ(link->coverage, 1.0F);
  EXPECT_EQ(link->left, (UnitRange{0, 3}));
}

TEST(Passage, ASingleUnitIsLinkedToItselfOnly) {
  const auto one = sample({'a'}), other = sample({'b'}), two = sample({'a', 'b'}), none = sample({});
  EXPECT_TRUE(link_passages(one.view(), one.view()));
  EXPECT_FALSE(link_passages(one.view(), other.view()));
  EXPECT_FALSE(link_passages(one.view(), two.view()));
  EXPECT_FALSE(link_passages(none.view(), none.view()));
  EXPECT_FALSE(link_passages(none.view(), two.view()));
}

TEST(Passage, AMergedSentenceKeepsTheCoverageOfItsPart) {
  std::vector<std::uint32_t> part(20), whole;
  std::iota(part.begin(), part.end(), 100u);
  for (std::uint32_t k = 0; k < 60; ++k) whole.push_back(1000 + k);
  whole.insert(whole.begin() + 30, part.begin(), part.end());
  const auto left = sample(whole), right = sample(part);
  const auto link = link_passages(left.view(), right.view());
  ASSERT_TRUE(link);
  EXPECT_FLOAT_EQ(link->coverage, 1.0F);
  EXPECT_FLOAT_EQ(link->cover_right, 1.0F);
  EXPECT_LT(link->cover_left, 0.4F);
  EXPECT_EQ(link->left, (UnitRange{30, 50}));
}

// Longer than the table: the left as a whole against the begin of the right, and no more memory than that.
TEST(Passage, ComparesVeryLongSentencesByTheirBegin) {
  std::vector<std::uint32_t> ids(5000);
  std::iota(ids.begin(), ids.end(), 1u);
  auto changed = ids;
  changed[2] = 999999;
  const auto left = sample(ids), right = sample(changed);
  const auto link = link_passages(left.view(), right.view());
  ASSERT_TRUE(link);
  EXPECT_FALSE(link->equal);
  EXPECT_LE(link->right.end, ids.size());
  EXPECT_GT(link->score, 0.0F);
}

}  // namespace
}  // namespace yiwen
