// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace yiwen {

enum class ValueKind : std::uint8_t { month, weekday, number, ordinal, scale, percent, half_day };

// A word that stands for a value: january, three, million.
struct ValueWord {
  ValueKind kind = ValueKind::number;
  double value = 0;
  std::uint32_t length = 0;
  bool ambiguous = false;  // means something else too: may
};

// The longest of the words of lib/diff/data/value_words.tsv that the folded text has at `at`, as a whole word.
// `word_begins[i]`: a word, a number or a character begins with text[i]; one more entry for the end.
// REQUIRES: at < text.size(); word_begins.size() == text.size() + 1
[[nodiscard]] std::optional<ValueWord> value_word_at(std::u32string_view text, std::size_t at,
                                                     std::span<const char> word_begins);

}  // namespace yiwen
