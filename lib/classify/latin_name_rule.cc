// SPDX-License-Identifier: Apache-2.0
//
// Another name in a language that writes names with capitals: Robert Hayes → Robert Hughes. So are written the first
// word of a sentence and most words of a headline, too.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

// Behind these a sentence or a quotation begins.
constexpr std::array<std::string_view, 6> kOpening = {"“", "‘", "—", "–", "…", "«"};

// The words in letters of a printed passage, by how they begin.
struct LatinWords {
  static constexpr std::size_t kLong = 5;  // letters: headlines write shorter words (of, with) small as well

  std::size_t capitals = 0, small = 0, long_small = 0;
  bool first_is_capital = false, last_is_capital = false;

  [[nodiscard]] bool are_of_sentence() const { return small > capitals || long_small > 0; }
};

LatinWords latin_words(std::string_view printed) {
  LatinWords words;
  std::size_t length = 0;  // of the word so far
  for (const char c : printed) {
    const bool capital = c >= 'A' && c <= 'Z', letter = capital || (c >= 'a' && c <= 'z') || c == '\'';
    length = letter ? length + 1 : 0;
    if (length == 1) {
      if (words.capitals + words.small == 0) words.first_is_capital = capital;
      ++(capital ? words.capitals : words.small);
      words.last_is_capital = capital;
    }
    if (length == LatinWords::kLong && !words.last_is_capital) ++words.long_small;
  }
  return words;
}

// Words with capitals, or with small ones between: Bank of England.
bool is_name(std::string_view printed) {
  constexpr std::size_t kShortest = 3, kMostWords = 4;
  std::size_t words = 0, capitals = 0;
  for (std::size_t begin = 0; begin <= printed.size(); ++words) {
    const auto end = std::min(printed.find(' ', begin), printed.size());
    const auto word = printed.substr(begin, end - begin);
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z' &&
                         std::all_of(word.begin() + 1, word.end(), is_small);
    if (!capital && (begin == 0 || end == printed.size() || word != "of")) return false;
    capitals += capital;
    begin = end + 1;
  }
  return capitals > 0 && words <= kMostWords && printed.size() >= kShortest;
}

// Gov and Governor, Cos and Companies, but not Elliot and Elliott; or the plural of a name: Republican and Republicans.
bool is_shortened(Text from, Text to) {
  constexpr std::size_t kLongest = 4, kLeastLeftOut = 3;  // letters of what is shortened to, and of what it lacks
  if (from.size() > to.size()) std::swap(from, to);
  if (from.size() > 2 && from.ends_with(U's') && to.ends_with(U's')) from.remove_suffix(1);
  if (!to.starts_with(from)) return false;
  const Text rest = to.substr(from.size());
  return rest.empty() || rest == U"s" || (from.size() <= kLongest && rest.size() >= kLeastLeftOut);
}

// Johnson → Johnston: a letter is another, or one more, and not of a plural.
bool is_near_miss(Text from, Text to) {
  constexpr std::size_t kShortest = 6;  // letters: These and Those are no names
  const auto [left, right] = without_common_ends(from, to);
  return std::min(from.size(), to.size()) >= kShortest && left.size() <= 1 && right.size() <= 1 && left != U"s" &&
         right != U"s";
}

}  // namespace

// A capital word that does not begin a sentence, or does before another (Treasury|Department) or before a verb of
// saying (Smith|said), in a sentence that writes its longer words small.
Answer rules::latin_name(const Change& change) {
  const Text from = change.left_words(), to = change.right_words();
  if (!change.print_left || !change.print_right || !is_name(quote(change, from)) || !is_name(quote(change, to)))
    return {};
  if (is_shortened(from, to) || are_same_callings(from, to)) return {};  // premier and prime minister
  const auto size = static_cast<std::uint32_t>(change.left_text.size());
  const auto print = [&](std::uint32_t begin, std::uint32_t end) { return change.print_left({begin, end}); };
  if (!latin_words(print(0, size)).are_of_sentence()) return {};
  const LatinWords ahead = latin_words(print(0, change.left.begin));
  const auto begins_sentence = [&] {
    const auto at = change.left.begin;
    return at == 0 || print(at - 1, at + 1).find_first_of(".!?:;\"'([-") != std::string::npos ||
           std::any_of(kOpening.begin(), kOpening.end(),
                       [&](std::string_view mark) { return print(at - 1, at + 1).find(mark) != std::string::npos; });
  };
  const bool inside = ahead.capitals + ahead.small >= 1 && !begins_sentence();
  const bool before_name =
      ahead.capitals + ahead.small >= 1 && latin_words(print(change.left.end, size)).first_is_capital;
  const auto says = [](Text words, Text behind) {
    return begins_with_one_of(behind, rule_words("latin-saying")) && !is_one_of(words, rule_words("latin-speaker"));
  };
  const bool before_saying =
      says(from, change.left_text.substr(change.left.end)) && says(to, change.right_text.substr(change.right.end));
  if (!inside && !before_name && !before_saying && !is_near_miss(from, to)) return {};
  return Verdict{"name", Severity::major, Layer::wording, "it seems, another name: " + from_to(change)};
}

}  // namespace yiwen
