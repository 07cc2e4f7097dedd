// SPDX-License-Identifier: Apache-2.0
//
// The changed words of a change, cut and named for the rules that judge them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "classify/change.h"

namespace yiwen {

[[nodiscard]] inline bool contains(std::u32string_view text, std::u32string_view word) {
  return text.find(word) != std::u32string_view::npos;
}

// Speech has words that carry no fact: pronouns, particles, modal words, what counts the points.
[[nodiscard]] inline bool is_function_character(char32_t c) {
  constexpr std::u32string_view kFunctionCharacters =
      U"的了在和与及等要将也都就是我们他她它这那个其来更还并而从对为以把被让使得着过地所之于有会能可不仅但且又再很已曾"
      U"正";
  return kFunctionCharacters.find(c) != std::u32string_view::npos;
}

[[nodiscard]] inline bool is_function_only(std::u32string_view words) {
  return std::all_of(words.begin(), words.end(), is_function_character);
}

[[nodiscard]] inline std::string quote(std::u32string_view text) { return text.empty() ? "∅" : to_utf8(text); }

[[nodiscard]] inline std::string from_to(const Change& change) {
  return quote(change.left_words()) + " → " + quote(change.right_words());
}

// The changed words with up to `reach` unchanged characters on either side.
[[nodiscard]] inline std::u32string_view around(std::u32string_view text, TextRange<Normal> words,
                                                std::uint32_t reach) {
  const auto begin = words.begin > reach ? words.begin - reach : 0;
  return text.substr(begin, words.end + reach - begin);
}

// What is left of the words where they begin and end otherwise than `other`.
[[nodiscard]] inline TextRange<Normal> without_common_ends(TextRange<Normal> words, std::u32string_view text,
                                                           std::u32string_view other) {
  const auto mine = text.substr(words.begin, words.size());
  const auto least = static_cast<std::uint32_t>(std::min(mine.size(), other.size()));
  std::uint32_t head = 0, tail = 0;
  while (head < least && mine[head] == other[head]) ++head;
  while (head + tail < least && mine[mine.size() - 1 - tail] == other[other.size() - 1 - tail]) ++tail;
  return {words.begin + head, words.end - tail};
}

// What differs of two phrases that begin and end alike.
[[nodiscard]] inline std::pair<std::u32string_view, std::u32string_view> without_common_ends(
    std::u32string_view left, std::u32string_view right) {
  while (!left.empty() && !right.empty() && left.front() == right.front()) {
    left.remove_prefix(1);
    right.remove_prefix(1);
  }
  while (!left.empty() && !right.empty() && left.back() == right.back()) {
    left.remove_suffix(1);
    right.remove_suffix(1);
  }
  return {left, right};
}

}  // namespace yiwen
