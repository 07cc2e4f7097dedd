// SPDX-License-Identifier: Apache-2.0
//
// What a break leaves of a sentence may be too little to be matched: 新 || 码头…, with other columns between. It is a
// piece of the sentence, which nobody added, and which is not left out.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "classify/cut_findings.h"
#include "classify/open_ends.h"

namespace yiwen {

enum class Piece : std::uint8_t { head, tail };

class TornPieces {
 public:
  // The witnesses must outlive it.
  explicit TornPieces(std::span<const PrintedWitness> witnesses) : witnesses_(witnesses) {}

  // REQUIRES: all rows are noted; told before anything is looked for
  void find_unlinked(const OpenEnds& open_ends);

  // The sentence that is these words, and nothing more, and is in no row: it breaks off (begins a paragraph).
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint32_t w, std::u32string_view words, Piece kind) const;

  // 随后： || 1. 晒盐 || 2. 装船: behind a colon the words stand in lines of their own, one item each, with marks
  // before them. The items are added as pieces then.
  [[nodiscard]] bool go_on_as_list(const WordsInRow& cut, std::u32string_view lost);

  void add(std::uint32_t w, TextRange<SourceText> range) { places_.push_back({w, witnesses_[w].code_points(range)}); }
  [[nodiscard]] const std::vector<Place>& places() const { return places_; }

 private:
  std::span<const PrintedWitness> witnesses_;
  std::vector<std::multimap<std::u32string_view, std::uint32_t>> unlinked_;  // by witness: sentences in no row
  std::vector<Place> places_;
};

}  // namespace yiwen
