// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "dedup/sentence_groups.h"

namespace yiwen {

// Sentences in more articles are common: not each pair of their articles is proposed, and what they say falls with
// their number. Range 8 to 64; a story seldom has more than sixteen reprints, and one that has is proposed by the
// neighbours below.
inline constexpr std::uint32_t kCommonArticles = 16;

// What the corpus as a whole knows of a sentence.
class SentenceStanding {
 public:
  explicit SentenceStanding(const SentenceGroups& groups) : groups_(&groups) {}
  [[nodiscard]] bool is_common(std::uint32_t text) const { return groups_->articles(text).size() > kCommonArticles; }
  // Stands in articles that have nothing else to do with one another.
  [[nodiscard]] bool is_boilerplate(std::uint32_t text) const {
    return text < boilerplate_.size() && boilerplate_[text] != 0;
  }
  void set_boilerplate(std::vector<std::uint8_t> of_text) { boilerplate_ = std::move(of_text); }

 private:
  const SentenceGroups* groups_;
  std::vector<std::uint8_t> boilerplate_;
};

}  // namespace yiwen
