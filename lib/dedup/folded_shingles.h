// SPDX-License-Identifier: Apache-2.0
//
// Shingles of folded characters, two bytes each, as 32-bit hashes. The measure is that of the fingerprint room: 2-grams
// where either of two sentences has fewer than 20 characters, else 3-grams.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "dedup/folded_article.h"
#include "fingerprint/fingerprint.h"

namespace yiwen {

[[nodiscard]] constexpr Shingle folded_shingle(std::uint64_t packed) {
  std::uint64_t x = (packed + 1) * 0x9E3779B97F4A7C15U;
  x = (x ^ x >> 32) * 0xBF58476D1CE4E5B9U;
  return static_cast<Shingle>(x >> 32);
}

// Calls put(shingle) for each shingle of k characters, in order, repeated ones too; once for all of a text of fewer.
// REQUIRES: 1 <= k <= 4
template <class Put>
void each_folded_shingle(std::u16string_view chars, std::uint32_t k, Put put) {
  if (chars.empty()) return;
  k = std::min(k, static_cast<std::uint32_t>(std::min<std::size_t>(chars.size(), 4)));
  const std::uint64_t window = k == 4 ? ~std::uint64_t{0} : (std::uint64_t{1} << 16 * k) - 1;
  std::uint64_t packed = 0;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    packed = (packed << 16 | chars[i]) & window;
    if (i + 1 >= k) put(folded_shingle(packed));
  }
}

// For how many shingles it calls.
[[nodiscard]] constexpr std::size_t count_folded_shingles(std::u16string_view chars, std::uint32_t k) {
  return chars.empty() ? 0 : chars.size() - std::min<std::size_t>(k, chars.size()) + 1;
}

// The set of them, ascending. `set` is storage that is used again.
inline void folded_shingles(std::u16string_view chars, std::uint32_t k, ShingleSet& set) {
  set.clear();
  each_folded_shingle(chars, k, [&](Shingle shingle) { set.push_back(shingle); });
  std::ranges::sort(set);
  set.erase(std::unique(set.begin(), set.end()), set.end());
}

// The shingles of a sentence as a set without order: what takes a sort of its own to know from a list is known here as
// soon as it is put in. Emptied at no cost.
class SentenceShingles {
 public:
  // The set of the shingles of `chars`, in place of what was there. REQUIRES: no more than kLongestSentence characters
  void assign(std::u16string_view chars, std::uint32_t k) {
    clear();
    each_folded_shingle(chars, k, [&](Shingle shingle) { insert(shingle); });
  }
  // The same; gives how many of them `other` has too.
  [[nodiscard]] std::uint32_t assign_and_share(std::u16string_view chars, std::uint32_t k,
                                               const SentenceShingles& other) {
    clear();
    std::uint32_t shared = 0;
    each_folded_shingle(chars, k, [&](Shingle shingle) {
      if (insert(shingle)) shared += other.contains(shingle) ? 1U : 0U;
    });
    return shared;
  }
  void clear() {
    size_ = 0;
    if (++round_ == 0) slots_ = {}, round_ = 1;
  }
  // Whether it is new.
  bool insert(Shingle shingle) {
    Slot& slot = slots_[find(shingle)];
    if (slot.round == round_) return false;
    slot = {shingle, round_};
    ++size_;
    return true;
  }
  [[nodiscard]] bool contains(Shingle shingle) const {
    // Without a branch on whether it is there, which is not predictable; that its place is another's is rare.
    const Slot& slot = slots_[shingle % kSlots];
    const bool here = (slot.round == round_) & (slot.shingle == shingle);
    if ((slot.round == round_) & !here) [[unlikely]] return slots_[find(shingle)].round == round_;
    return here;
  }
  [[nodiscard]] std::uint32_t size() const { return size_; }

 private:
  struct Slot {
    Shingle shingle = 0;
    std::uint32_t round = 0;  // when it was put in
  };
  static constexpr std::size_t kSlots = 1024;
  static_assert(kSlots >= 2 * kLongestSentence);

  [[nodiscard]] std::size_t find(Shingle shingle) const {
    std::size_t at = shingle % kSlots;
    while (slots_[at].round == round_ && slots_[at].shingle != shingle) at = (at + 1) % kSlots;
    return at;
  }

  std::array<Slot, kSlots> slots_{};
  std::uint32_t round_ = 1;
  std::uint32_t size_ = 0;
};

// The k by which two sentences are compared.
[[nodiscard]] constexpr std::uint32_t compared_by(std::u16string_view left, std::u16string_view right) {
  return left.size() < kShortChars || right.size() < kShortChars ? 2 : 3;
}

// Digits taken for one another: two sentences that are equal then are one form filled in twice.
[[nodiscard]] inline bool same_template(std::u16string_view left, std::u16string_view right) {
  const auto digit = [](char16_t c) { return (c >= u'0' && c <= u'9') || c == u'.'; };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < left.size() && j < right.size()) {
    if (digit(left[i]) && digit(right[j])) {
      while (i < left.size() && digit(left[i])) ++i;
      while (j < right.size() && digit(right[j])) ++j;
    } else if (left[i++] != right[j++]) {
      return false;
    }
  }
  return i == left.size() && j == right.size();
}

}  // namespace yiwen
