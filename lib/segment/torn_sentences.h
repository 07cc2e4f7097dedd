// SPDX-License-Identifier: Apache-2.0
//
// What other texts tell of the breaks between the paragraphs of a text. A sentence that lines which are no story cut in
// two is known by one that has it whole:
//
//   ...新码头在开工两年之后终于          The other text: ...新码头在开工两年之后终于迎来第一艘货船。
//   海港周刊  第 12 期                   So 终于 and 迎来 stand in one sentence, and what stands between them, which
//   迎来第一艘货船。...                  the other text does not have, is the head of a page or an advertisement.
//
// And a paragraph that breaks off does not go on in the next one, whatever their words look like, where another text
// has the words on both sides of the break in two sentences.
//
// The head of a page also tells itself, where the same lines interrupt two paragraphs of one text, each time with
// another number.
//
// Where the head of a story is torn off with its title, the first line, cut at both ends, looks like one; another text
// has these words in the middle of a sentence.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "yiwen/document.h"

namespace yiwen {

// A text with the sentences that segment() found in it. Keeps views: what it points to must outlive it.
struct SegmentedText {
  std::string_view text;
  const Article* article = nullptr;
  const NormalText* normal = nullptr;
  const std::vector<Sentence>* sentences = nullptr;
};

// Two blocks between which nothing but what is no story stands.
struct Seam {
  std::uint32_t above = 0, below = 0;

  friend bool operator==(const Seam&, const Seam&) = default;
};

// Both in order, and no seam is in both.
struct Seams {
  std::vector<Seam> torn;   // a sentence goes on in `below`, behind at least one block
  std::vector<Seam> apart;  // segment() made one sentence of two there
  bool story_as_title = false;
  std::vector<std::uint32_t> furniture;  // blocks: the heads of pages; whether a sentence goes on behind, its words say

  [[nodiscard]] bool empty() const { return torn.empty() && apart.empty() && !story_as_title && furniture.empty(); }
};

// Of each text. Linear in the texts.
[[nodiscard]] std::vector<Seams> find_seams(std::span<const SegmentedText> texts, unsigned threads);

// What stands between the halves of a sentence becomes noise, also what was taken for the title: none stands there. A
// piece of the story that was taken for the title becomes what it is.
void correct_blocks(const Seams& seams, Article& article);

}  // namespace yiwen
