// SPDX-License-Identifier: Apache-2.0
//
// What stands at the head of a passage, or behind a word, and is none of its words: the mark of a list, the label of a
// question, the mark of a note.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/char_class.h"
#include "base/utf8.h"
#include "base/words_by_role.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "diff/numerals.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;
using Print = decltype(Change::print_left);

// The first character that the text prints behind the words; 0 where they end it.
char32_t printed_behind(const Print& print, Text text, TextRange<Normal> words) {
  if (words.end >= text.size()) return 0;
  const std::string printed = print({words.begin, words.end + 1});
  const auto size = static_cast<std::uint32_t>(print(words).size());
  std::uint32_t at = std::min(size, static_cast<std::uint32_t>(printed.size()));
  return at < printed.size() ? next_code_point(printed, at) : 0;
}

// Both sides change at their very begin, and have one of the marks behind it.
bool at_heads(const Change& change, Text marks) {
  if (change.left.begin != 0 || change.right.begin != 0 || change.left.empty() || change.right.empty()) return false;
  if (!change.print_left || !change.print_right) return false;
  return marks.find(printed_behind(change.print_left, change.left_text, change.left)) != Text::npos &&
         marks.find(printed_behind(change.print_right, change.right_text, change.right)) != Text::npos;
}

// 一, 1, 第一, 第一步: which point of a list.
std::optional<double> point_of(Text words) {
  constexpr std::size_t kMostDigits = 3;  // longer ones are years
  if (words.starts_with(U'第')) words.remove_prefix(1);
  for (const auto& step : rule_words("list-step")) {
    if (!words.ends_with(step)) continue;
    words.remove_suffix(step.size());
    break;
  }
  if (words.empty()) return {};
  if (std::all_of(words.begin(), words.end(), is_digit)) {
    if (words.size() > kMostDigits) return {};
    double value = 0;
    for (const char32_t c : words) value = 10 * value + (c - U'0');
    return value;
  }
  const Numeral numeral = numeral_at(words, 0);
  if (numeral.end != words.size()) return {};
  return numeral.value;
}

// The words as they are printed, with the characters beside them: the brackets of [1] stand outside of the words.
std::string with_neighbours(const Print& print, Text text, TextRange<Normal> words) {
  const auto size = static_cast<std::uint32_t>(text.size());
  return print({words.begin > 0 ? words.begin - 1 : 0, std::min(words.end + 1, size)});
}

// Without ①, [1] and 〔12〕.
std::u32string without_notes(const std::u32string& printed) {
  constexpr std::size_t kMostDigits = 3;
  std::u32string rest;
  for (std::size_t at = 0; at < printed.size(); ++at) {
    const char32_t c = printed[at];
    if (is_circled_number(c)) continue;
    if (Text(U"[［〔").find(c) != Text::npos) {
      std::size_t end = at + 1;
      while (end < printed.size() && is_digit(printed[end])) ++end;
      const std::size_t digits = end - at - 1;
      const bool closed = end == printed.size() || Text(U"]］〕").find(printed[end]) != Text::npos;
      if (digits > 0 && digits <= kMostDigits && closed) {
        at = end;
        continue;
      }
    }
    rest.push_back(c);
  }
  return rest;
}

// 三、四月份 counts no points; the mark between the numbers is folded.
bool goes_on_in_number(Text text, TextRange<Normal> words) {
  return words.end < text.size() && (is_digit(text[words.end]) || numeral_at(text, words.end).end > words.end);
}

// 二、 behind a mark or at the very begin.
bool is_lone_list_mark(const Change& change) {
  const bool of_left = change.right.empty();
  const auto& print = of_left ? change.print_left : change.print_right;
  const Text text = of_left ? change.left_text : change.right_text;
  const auto words = of_left ? change.left : change.right;
  if (!print || !point_of(text.substr(words.begin, words.size())) || goes_on_in_number(text, words)) return false;
  if (text[words.begin] == U'第' || Text(U"、.．)）").find(printed_behind(print, text, words)) == Text::npos)
    return false;
  if (words.begin == 0) return true;
  const auto printed = to_utf32(print({words.begin - 1, words.end}));
  return printed.size() > words.size() + 1 && Text(U"；;。:：，,）)").find(printed[1]) != Text::npos;
}

}  // namespace

// 一、 → 1., 第一步， → 1、: the same point of a list. 六、 → 五、: one was left out above it. 二、 → ∅: a list that
// was made running text.
Answer rules::list_mark(const Change& change) {
  if (change.left.empty() != change.right.empty() && is_lone_list_mark(change))
    return Verdict{change.right.empty() ? "deletion" : "insertion", Severity::folded, Layer::punctuation,
                   "the mark of a list on one side only: " + from_to(change)};
  if (!at_heads(change, U"、.．,，)）:： 　")) return {};
  const auto left = point_of(change.left_words()), right = point_of(change.right_words());
  if (!left || !right) return {};
  if (*left == *right)
    return Verdict{"number", Severity::folded, Layer::punctuation, "the same point of a list, marked in another way"};
  if (!at_heads(change, U"、.．)）") || goes_on_in_number(change.left_text, change.left) ||
      goes_on_in_number(change.right_text, change.right))
    return {};
  return Verdict{"wording", Severity::minor, Layer::wording, "another point of the list: " + from_to(change)};
}

// 《镜花缘》① → 《镜花缘》: one text has notes and counts its paragraphs. ① → ② is another number.
Answer rules::note_mark(const Change& change) {
  if (!change.print_left || !change.print_right) return {};
  const std::u32string left = to_utf32(with_neighbours(change.print_left, change.left_text, change.left));
  const std::u32string right = to_utf32(with_neighbours(change.print_right, change.right_text, change.right));
  const std::u32string bare_left = without_notes(left), bare_right = without_notes(right);
  const bool of_left = bare_left != left, of_right = bare_right != right;
  if (of_left == of_right) return {};
  if (normalize(to_utf8(bare_left)).chars != normalize(to_utf8(bare_right)).chars) return {};
  return Verdict{of_left ? "deletion" : "insertion", Severity::folded, Layer::punctuation,
                 "the mark of a note or of a paragraph: " + from_to(change)};
}

// 问： → 记者：: who asks, in an interview. 原标题：, which says that the title stands behind it.
Answer rules::label(const Change& change) {
  if (change.left.begin == 0 && change.right.begin == 0 && change.left.empty() != change.right.empty() &&
      is_one_of(change.left.empty() ? change.right_words() : change.left_words(), rule_words("label-original")))
    return Verdict{"wording", Severity::folded, Layer::punctuation, "the label before a title: " + from_to(change)};
  // 某某去世 → 原题为：某某去世: the label stands where the headline has a word more.
  for (const bool of_left : {true, false}) {
    const auto& words = of_left ? change.left : change.right;
    const auto& print = of_left ? change.print_left : change.print_right;
    const Text text = of_left ? change.left_text : change.right_text;
    if (words.begin == 0 && print &&
        is_one_of(of_left ? change.left_words() : change.right_words(), rule_words("label-original")) &&
        Text(U":：").find(printed_behind(print, text, words)) != Text::npos)
      return Verdict{"wording", Severity::minor, Layer::wording, "the label before a title: " + from_to(change)};
  }
  if (!at_heads(change, U":：")) return {};
  for (const auto role : {"label-question", "label-answer"}) {
    const auto& labels = rule_words(role);
    if (is_one_of(change.left_words(), labels) && is_one_of(change.right_words(), labels))
      return Verdict{"wording", Severity::folded, Layer::punctuation,
                     "the same label of an interview: " + from_to(change)};
  }
  return {};
}

}  // namespace yiwen
