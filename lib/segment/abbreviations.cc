// SPDX-License-Identifier: Apache-2.0
#include "segment/abbreviations.h"

#include <algorithm>

#include "base/char_class.h"
#include "base/words_by_role.h"

namespace yiwen {

namespace embedded {
extern const std::string_view segment_sentence_words_tsv;
}

namespace {

const Words& sentence_words(std::string_view role) {
  static const WordsByRole kWords(embedded::segment_sentence_words_tsv);
  return kWords.of(role);
}

// The words of the list are in small letters.
bool holds(const Words& words, std::u32string_view word) {
  const auto small = [](char32_t c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; };
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view entry) {
    return std::equal(entry.begin(), entry.end(), word.begin(), word.end(),
                      [&](char32_t a, char32_t b) { return a == small(b); });
  });
}

}  // namespace

bool is_abbreviation(std::u32string_view word) { return holds(sentence_words("abbreviation"), word); }

bool precedes_number(std::u32string_view word) { return holds(sentence_words("before-number"), word); }

bool begins_sentence_word(std::u32string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_latin(text[end])) ++end;
  return is_one_of(text.substr(0, end), sentence_words("sentence-begin"));
}

bool is_continuer(std::u32string_view text) { return begins_with_one_of(text, sentence_words("continuer")); }

}  // namespace yiwen
