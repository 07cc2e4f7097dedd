// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <tuple>
#include <vector>

#include "align/align.h"

namespace yiwen {

// By a place of one text: the words that other texts have of what begins (ends) there.
class PartsAt {
 public:
  void add(std::uint32_t witness, std::uint32_t at, const Cell& part) { parts_.push_back({witness, at, &part}); }
  // After the last was added. Of several that one text has, the first one that was added stays first.
  void sort() { std::ranges::stable_sort(parts_, {}, &Part::key); }
  // Those that `text` has of what begins (ends) at a place of `witness`; none where it has none. REQUIRES: sorted
  [[nodiscard]] const Cell* find(std::uint32_t text, std::uint32_t witness, std::uint32_t at) const {
    const auto key = std::tuple(witness, at, text);
    const auto found = std::ranges::lower_bound(parts_, key, {}, &Part::key);
    return found == parts_.end() || found->key() != key ? nullptr : found->cell;
  }

 private:
  struct Part {
    std::uint32_t witness;
    std::uint32_t at;
    const Cell* cell;
    [[nodiscard]] std::tuple<std::uint32_t, std::uint32_t, std::uint32_t> key() const {
      return {witness, at, cell->witness};
    }
  };
  std::vector<Part> parts_;
};

}  // namespace yiwen
