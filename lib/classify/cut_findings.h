// SPDX-License-Identifier: Apache-2.0
//
// The cuts that were found, each place once, although several rows may speak of it.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "classify/classify.h"
#include "classify/line_ends.h"

namespace yiwen {

// The words of one text in a row, and all that the text has of their sentences.
struct WordsInRow {
  std::uint32_t witness, first_sentence, last_sentence;
  TextRange<Normal> words;
  TextRange<Normal> all;
};

// …… and ...: the text says itself that it goes on.
[[nodiscard]] bool trails_off(const PrintedWitness& printed, const Sentence& sentence);

// Where a page cuts a sentence that goes on behind the break.
[[nodiscard]] std::optional<std::uint32_t> break_in(const Witness& witness, const Sentence& sentence);

class CutFindings {
 public:
  // The witnesses must outlive it.
  explicit CutFindings(std::span<const PrintedWitness> witnesses);

  // Every text has this break: it is the text's own. REQUIRES: told before a split is added there
  void allow_break(std::uint32_t w, std::uint32_t at) { common_breaks_.insert({w, at}); }

  // White space at `at`, in the middle of a sentence. Folded in a text that ends its lines so.
  void add_split(std::uint32_t w, std::uint32_t at, TextRange<Normal> sentence, std::optional<Place> other = {});

  // A paragraph that the words begin, or what stands behind a break there, lost its head; nothing else begins there.
  void add_head(const WordsInRow& words, Place other, Severity severity, const char* why);

  // A paragraph that the words end, or what stands before a break there, lost its tail. `in_clause`: the other text
  // goes on in the middle of a clause.
  void add_tail(const WordsInRow& words, Place other, bool in_clause, Severity severity, const char* why);

  // A finding of another kind at a place of the witness; `range` is what is shown of it.
  Finding& add(std::uint32_t w, const char* kind, CodePointRange range, Severity severity, std::string why);

  // Take a place for a head (tail) that the caller adds itself. False where there is one already.
  [[nodiscard]] bool take_head(std::uint32_t w, std::uint32_t at) { return heads_[w].insert(at).second; }
  [[nodiscard]] bool take_tail(std::uint32_t w, std::uint32_t at) { return tails_[w].insert(at).second; }

  [[nodiscard]] bool has_split(std::uint32_t w, std::uint32_t at) const { return seams_.contains({w, at}); }
  [[nodiscard]] bool has_head(std::uint32_t w, std::uint32_t at) const { return heads_[w].contains(at); }
  [[nodiscard]] bool has_tail(std::uint32_t w, std::uint32_t at) const { return tails_[w].contains(at); }
  [[nodiscard]] bool has_heads_and_tails(std::uint32_t w) const { return !heads_[w].empty() && !tails_[w].empty(); }

  // The characters next to a place, on the side where there are some.
  [[nodiscard]] CodePointRange beside(std::uint32_t w, std::uint32_t at, TextRange<Normal> sentence) const;

  // In the order in which they were added.
  [[nodiscard]] std::vector<Finding> take() && { return std::move(findings_); }

 private:
  using PlaceInText = std::pair<std::uint32_t, std::uint32_t>;  // a witness and a place in it

  [[nodiscard]] bool is_own_line_end(std::uint32_t w, std::uint32_t at) const;

  std::span<const PrintedWitness> witnesses_;
  std::vector<Finding> findings_;
  std::vector<std::set<std::uint32_t>> heads_, tails_;  // by witness: where one was reported
  std::set<PlaceInText> seams_;                         // of each split
  std::set<PlaceInText> common_breaks_;
  std::vector<LineEnds> line_ends_;  // by witness
};

}  // namespace yiwen
