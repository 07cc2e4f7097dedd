// SPDX-License-Identifier: Apache-2.0
//
// A shingle of the prefix of a sentence, and what bounds how much the sentence shares with another, in sixteen bytes: a
// list of them is weighed without a look at the sentences.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

#include "dedup/article_match.h"
#include "dedup/folded_article.h"
#include "fingerprint/fingerprint.h"

namespace yiwen {

// Two distinct sentences, left < right.
struct NearPair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  friend auto operator<=>(const NearPair&, const NearPair&) = default;
};

class ShinglePosting {
 public:
  struct Place {
    Shingle shingle = 0;
    std::uint32_t text = 0;  // the distinct sentence
    bool is_long = false;    // kShortChars characters and more
    std::uint32_t size = 0;  // of the set of its shingles, up to kLongestSentence
    std::uint32_t rank = 0;  // of the shingle in it, the rarest 0; in the first half and one more
    std::uint64_t picture = 0;
  };

  ShinglePosting() = default;
  explicit ShinglePosting(const Place& place)
      : order_(std::uint64_t{place.shingle} << 32 | std::uint64_t{place.is_long} << kLongAt |
               std::uint64_t{place.size} << kSizeAt | std::uint64_t{place.rank} << kRankAt |
               (place.picture >> 32 & kHighPicture)),
        rest_(std::uint64_t{place.text} << 32 | (place.picture & 0xFFFFFFFFU)) {}

  // By shingle; in the list of one the short sentences first, by size.
  friend auto operator<=>(const ShinglePosting&, const ShinglePosting&) = default;
  [[nodiscard]] std::uint64_t order() const { return order_; }
  // Its place in the list of its shingle: whether it is long, and the size.
  [[nodiscard]] std::uint32_t in_list() const { return static_cast<std::uint32_t>(order_) >> kSizeAt; }
  static constexpr unsigned kInListBits = 10;
  // A set that is similar enough, and shares no rarer shingle, has no more shingles than this: as many as the set has
  // from here on are a third of both. Less than its own size where no larger one can be.
  [[nodiscard]] std::uint32_t reach() const { return rank() * 3 > size() * 2 ? 0 : size() * 2 - rank() * 3; }
  // The same of a sentence that has another number.
  [[nodiscard]] ShinglePosting renumbered(std::uint32_t text) const {
    ShinglePosting posting = *this;
    posting.rest_ = std::uint64_t{text} << 32 | (rest_ & 0xFFFFFFFFU);
    return posting;
  }

  [[nodiscard]] Shingle shingle() const { return static_cast<Shingle>(order_ >> 32); }
  [[nodiscard]] std::uint32_t text() const { return static_cast<std::uint32_t>(rest_ >> 32); }
  [[nodiscard]] bool is_long() const { return (order_ >> kLongAt & 1U) != 0; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(order_ >> kSizeAt) & kMostSize; }
  [[nodiscard]] std::uint32_t rank() const { return static_cast<std::uint32_t>(order_ >> kRankAt) & kMostRank; }
  [[nodiscard]] std::uint64_t picture() const { return (order_ & kHighPicture) << 32 | (rest_ & 0xFFFFFFFFU); }

  // The bit of a shingle in the picture of a set, which is all of them together: each bit that two pictures differ in
  // is a shingle that one set has alone.
  [[nodiscard]] static constexpr std::uint64_t pictured(Shingle shingle) {
    return std::uint64_t{1} << ((shingle & 0xFFFFU) * kPictureBits >> 16);
  }

 private:
  static constexpr unsigned kLongAt = 31;
  static constexpr unsigned kSizeAt = 22;
  static constexpr unsigned kRankAt = 14;
  static constexpr std::uint32_t kMostSize = (1U << (kLongAt - kSizeAt)) - 1;
  static constexpr std::uint32_t kMostRank = (1U << (kSizeAt - kRankAt)) - 1;
  static constexpr std::uint64_t kHighPicture = (std::uint64_t{1} << kRankAt) - 1;
  static constexpr unsigned kPictureBits = 32 + kRankAt;
  static_assert(kInListBits == 32 - kSizeAt);
  static_assert(kLongestSentence <= kMostSize && kLongestSentence / 2 + 1 <= kMostRank);

  std::uint64_t order_ = 0;
  std::uint64_t rest_ = 0;
};
static_assert(sizeof(ShinglePosting) == 16);

// Shingles that two sets share at least where their Jaccard similarity is kSentenceJaccard: a third of both sizes.
static_assert(kSentenceJaccard == 0.5);
[[nodiscard]] constexpr std::uint32_t least_shared(std::uint32_t both) { return (both + 2) / 3; }

}  // namespace yiwen
