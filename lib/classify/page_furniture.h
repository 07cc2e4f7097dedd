// SPDX-License-Identifier: Apache-2.0
//
// Words of the page in the middle of the text: an advertisement, a link, a call to the reader. Where they end cannot be
// told from one text; where another has the sentence without them, it can.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "classify/places.h"

namespace yiwen {

// The words with the brackets that belong to them: those around all of them, and one of which they hold the other.
[[nodiscard]] TextRange<SourceText> with_brackets(std::string_view text, TextRange<SourceText> words);

// Whether words as printed, with their brackets, are none that a writer writes.
[[nodiscard]] bool is_page_furniture(std::string_view words);
[[nodiscard]] bool is_page_furniture(const PrintedWitness& witness, TextRange<Normal> words);

// The same of sentences, of which no other text says where the furniture ends: they have no full stop, as the sentence
// behind an advertisement has.
[[nodiscard]] bool is_page_furniture(const PrintedWitness& witness, std::uint32_t first_sentence,
                                     std::uint32_t last_sentence);

// Notes below the text: 注1：…, ① …, 1 The board …; each line begins with the mark of one.
[[nodiscard]] bool are_notes(const PrintedWitness& witness, std::uint32_t first_sentence, std::uint32_t last_sentence);

// The row with what pages put into a word, a name or a date (10月|点击下载APP|23日) as that alone, where it has such:
// the words are never cut, so the edit had all of them.
[[nodiscard]] std::optional<DiffedRow> without_torn_words(std::span<const PrintedWitness> witnesses,
                                                          const DiffedRow& row);

}  // namespace yiwen
