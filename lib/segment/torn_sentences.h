// SPDX-License-Identifier: Apache-2.0
//
// A sentence that lines which are no story cut in two, told by another text that has it whole:
//
//   ...新码头在开工两年之后终于          The other text: ...新码头在开工两年之后终于迎来第一艘货船。
//   海港周刊  第 12 期                   So 终于 and 迎来 stand in one sentence, and what stands between them, which
//   迎来第一艘货船。...                  the other text does not have, is the head of a page or an advertisement.
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

// A sentence that begins in (or before) the block `above` and goes on in `below`, behind at least one block.
struct TornSentence {
  std::uint32_t above = 0, below = 0;

  friend bool operator==(const TornSentence&, const TornSentence&) = default;
};

// Of each text, in order and apart. Linear in the texts.
[[nodiscard]] std::vector<std::vector<TornSentence>> find_torn_sentences(std::span<const SegmentedText> texts,
                                                                         unsigned threads);

// What stands between the halves becomes noise, also what was taken for the title: none stands inside a sentence.
void set_aside_between(std::span<const TornSentence> torn, Article& article);

}  // namespace yiwen
