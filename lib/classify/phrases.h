// SPDX-License-Identifier: Apache-2.0
//
// The changed words of a change, cut and named for the rules that judge them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

// A part of one of the passages of a change, as its text prints it; words from elsewhere (a list) as they are.
[[nodiscard]] inline std::string quote(const Change& change, std::u32string_view words) {
  if (words.empty()) return "∅";
  const auto place_in = [&](std::u32string_view passage) -> std::optional<TextRange<Normal>> {
    const std::less_equal<const char32_t*> not_behind;
    if (!not_behind(passage.data(), words.data()) ||
        !not_behind(words.data() + words.size(), passage.data() + passage.size()))
      return {};
    const auto begin = static_cast<std::uint32_t>(words.data() - passage.data());
    return TextRange<Normal>{begin, begin + static_cast<std::uint32_t>(words.size())};
  };
  if (const auto place = place_in(change.left_text); place && change.print_left) return change.print_left(*place);
  if (const auto place = place_in(change.right_text); place && change.print_right) return change.print_right(*place);
  return to_utf8(words);
}

// 表示，《海岸线|保护办法: whether printed words hold one end of a title alone. The marks inside it part no clauses.
[[nodiscard]] inline bool cuts_a_title(std::string_view printed) {
  std::int64_t open = 0;
  for (std::uint32_t at = 0; at < printed.size();) {
    const char32_t c = next_code_point(printed, at);
    open += (c == U'《' ? 1 : 0) - (c == U'》' ? 1 : 0);
  }
  return open != 0;
}

[[nodiscard]] inline std::string from_to(const Change& change) {
  return quote(change, change.left_words()) + " → " + quote(change, change.right_words());
}

// Whether the character at the place and the one before it, both Han, are printed with nothing between them.
[[nodiscard]] inline bool printed_together(const std::function<std::string(TextRange<Normal>)>& print,
                                           std::uint32_t at) {
  constexpr std::size_t kTwo = 6;  // bytes of two such characters
  return print && print({at - 1, at + 1}).size() == kTwo;
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

// What differs of the words of a change, on both sides.
struct Differing {
  TextRange<Normal> left, right;
};

[[nodiscard]] inline Differing differing(const Change& change) {
  return {without_common_ends(change.left, change.left_text, change.right_words()),
          without_common_ends(change.right, change.right_text, change.left_words())};
}

// Two phrases that differ in the words of a change, each whole and cut to what differs, and with the unchanged
// characters beside that: 得 → 应 is 不得 → 不应 as well.
[[nodiscard]] inline std::vector<std::pair<std::u32string_view, std::u32string_view>> phrases_around(
    const Change& change) {
  constexpr std::uint32_t kReach = 3;
  std::vector<std::pair<std::u32string_view, std::u32string_view>> phrases{{change.left_words(), change.right_words()}};
  const auto [left, right] = differing(change);
  std::uint32_t before = 0, behind = 0;  // unchanged characters that both have there
  while (before < kReach && left.begin > before && right.begin > before &&
         change.left_text[left.begin - before - 1] == change.right_text[right.begin - before - 1])
    ++before;
  while (behind < kReach && left.end + behind < change.left_text.size() &&
         right.end + behind < change.right_text.size() &&
         change.left_text[left.end + behind] == change.right_text[right.end + behind])
    ++behind;
  for (std::uint32_t b = 0; b <= before; ++b) {
    for (std::uint32_t e = 0; e <= behind; ++e) {
      phrases.emplace_back(change.left_text.substr(left.begin - b, left.size() + b + e),
                           change.right_text.substr(right.begin - b, right.size() + b + e));
    }
  }
  return phrases;
}

// Whether the changed words, or they and what stands unchanged beside them, have one `first_form` (same_words.h).
// Another change may stand next to a word that is spelled in two ways: 有报导|称一艘 → 有报道|说.
template <typename FirstForm>
[[nodiscard]] bool is_same_word(const Change& change, FirstForm first_form) {
  const auto phrases = phrases_around(change);
  return std::any_of(phrases.begin(), phrases.end(), [&](const auto& phrase) {
    return !phrase.first.empty() && !phrase.second.empty() && first_form(phrase.first) == first_form(phrase.second);
  });
}

// The changed words with up to `reach` unchanged characters on either side.
[[nodiscard]] inline std::u32string_view around(std::u32string_view text, TextRange<Normal> words,
                                                std::uint32_t reach) {
  const auto begin = words.begin > reach ? words.begin - reach : 0;
  return text.substr(begin, words.end + reach - begin);
}

// 泳协 of 游泳协会: all its characters stand in the whole, in order.
[[nodiscard]] inline bool is_short_for(std::u32string_view word, std::u32string_view whole) {
  std::size_t at = 0;
  for (const char32_t c : word) {
    at = whole.find(c, at);
    if (at == std::u32string_view::npos) return false;
    ++at;
  }
  return true;
}

// How much of the words stands in others, in whatever order, [0, 1].
[[nodiscard]] inline double share_of_characters(std::u32string_view words, std::u32string_view others) {
  std::u32string mine(words), theirs(others), both;
  std::sort(mine.begin(), mine.end());
  std::sort(theirs.begin(), theirs.end());
  std::set_intersection(mine.begin(), mine.end(), theirs.begin(), theirs.end(), std::back_inserter(both));
  return mine.empty() ? 1 : static_cast<double>(both.size()) / static_cast<double>(mine.size());
}

// Whether the words are pieces of the text, of two characters and more, in whatever order.
[[nodiscard]] inline bool are_pieces_of(std::u32string_view words, std::u32string_view text) {
  constexpr std::size_t kShortestPiece = 2;  // one character stands in any text; a headline is made of words. Range 2-3
  while (!words.empty()) {
    std::size_t piece = 0;
    while (piece < words.size() && text.find(words.substr(0, piece + 1)) != text.npos) ++piece;
    if (piece < kShortestPiece) return false;
    words.remove_prefix(piece);
  }
  return true;
}

// Words of which so much stands in words that were put in elsewhere were moved, and worded anew. Range .5-.8.
inline constexpr double kMovedShare = 0.6;

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
