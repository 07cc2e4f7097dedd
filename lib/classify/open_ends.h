// SPDX-License-Identifier: Apache-2.0
//
// Paragraphs that end without a full stop where no other text is known that goes on. That is a loss where nothing else
// explains it, and none where another text closes the sentence at this place, or all end it alike.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "classify/cut_findings.h"
#include "classify/places.h"

namespace yiwen {

// A colon announces what follows, a semicolon ends an item of a list, a point behind a bullet needs no full stop:
// nothing is lost.
[[nodiscard]] bool ends_on_purpose(const PrintedWitness& printed, const Sentence& sentence);

// Whether a full stop that is missing behind running text means something in this text: most paragraphs end with one.
[[nodiscard]] bool ends_most_paragraphs_with_stop(const Witness& witness);
// Whether the paragraph that the sentence stands in is long enough for it, and no label.
[[nodiscard]] bool is_in_long_paragraph(const Witness& witness, std::uint32_t sentence);

class OpenEnds {
 public:
  // The witnesses must outlive it.
  explicit OpenEnds(std::span<const PrintedWitness> witnesses) : witnesses_(witnesses), linked_(witnesses.size()) {}

  // Keeps where the texts of a row end their sentences. REQUIRES: all rows are noted before find()
  void note(const DiffedRow& row);

  // Whether the sentence stands in a row. REQUIRES: all rows are noted
  [[nodiscard]] bool is_linked(std::uint32_t w, std::uint32_t sentence) const { return linked_[w].contains(sentence); }

  // Adds each open end that is not told of as a cut yet; one that all texts share once.
  void find(CutFindings& findings) const;

  // Adds the end of a sentence that no other text has, and where the page seems to go on with it. REQUIRES: all rows
  // are noted
  void add_unknown(std::uint32_t w, TextRange<Normal> words, CutFindings& findings) const;

 private:
  // A sentence that ends where the words of a row end.
  struct End {
    std::uint32_t witness;
    const Sentence* sentence;
  };
  using EndPlace = std::pair<std::uint32_t, std::uint32_t>;  // a witness and a place in it

  void note_end(const Cell& cell, EndPlace reference);
  [[nodiscard]] std::vector<End> other_ends_of(std::uint32_t w, std::uint32_t at) const;
  [[nodiscard]] bool ends_text(std::uint32_t w, const Sentence& sentence) const;
  void add(std::uint32_t w, const Sentence& sentence, const std::vector<End>& others, CutFindings& findings) const;
  // The sentence that seems to go on with the paragraph that breaks off. None where that is not clear.
  [[nodiscard]] const Sentence* find_continuation(std::uint32_t w) const;

  std::span<const PrintedWitness> witnesses_;
  std::vector<std::set<std::uint32_t>> linked_;   // by witness: the sentences that stand in a row
  std::map<EndPlace, EndPlace> same_end_;         // of a witness -> of the reference of its row
  std::map<EndPlace, std::vector<End>> ends_at_;  // by place in the reference
};

}  // namespace yiwen
