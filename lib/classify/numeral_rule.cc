// SPDX-License-Identifier: Apache-2.0
//
// Chinese numerals that are read as no number (numbers.h), because they stand alone before what is counted by more
// words than a list has (两支, 十四起) or make a word with it (六成员工).
#include <algorithm>
#include <cstdint>

#include "base/char_class.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "diff/numerals.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

// The numeral of which the words are a part or the whole; empty where they hold anything else.
TextRange<Normal> numeral_around(Text text, TextRange<Normal> words) {
  const auto all = text.substr(words.begin, words.size());
  if (!std::all_of(all.begin(), all.end(), is_numeral)) return {};
  while (words.begin > 0 && is_numeral(text[words.begin - 1])) --words.begin;
  while (words.end < text.size() && is_numeral(text[words.end])) ++words.end;
  return words;
}

// A number is counted with a digit or 十; 百, 千 and 万 are as often many (千万, 百般), and count alone at most
// (百|家).
bool counts(Text text, TextRange<Normal> range) {
  const Text numeral = text.substr(range.begin, range.size());
  return std::any_of(numeral.begin(), numeral.end(), [](char32_t c) { return chinese_digit(c) || c == U'十'; }) ||
         (numeral.size() == 1 && !begins_with_one_of(text.substr(range.end), rule_words("many")));
}

// 壹 for 一: as a cheque has it. Some converters write every 一 so.
char32_t plain_numeral(char32_t c) {
  constexpr Text kFormal = U"壹贰叁肆伍陆柒捌玖拾佰仟", kPlain = U"一二三四五六七八九十百千";
  const auto at = kFormal.find(c);
  return at == Text::npos ? c : kPlain[at];
}

// The same numerals, formal in one text and plain in the other. 陆 and 伍 alone are names.
bool differ_in_form_alone(Text left, Text right) {
  constexpr Text kSurnames = U"伍陆";
  if (left.size() != right.size() || left.empty() || left == right) return false;
  if (left.size() == 1 && (contains(kSurnames, left) || contains(kSurnames, right))) return false;
  return std::equal(left.begin(), left.end(), right.begin(),
                    [](char32_t a, char32_t b) { return plain_numeral(a) == plain_numeral(b); });
}

// 负三摄氏度 → 三摄氏度, 零下5度 → 5度: what makes a number one below nought, on one side only.
bool is_lost_minus(Text text, TextRange<Normal> words) {
  return is_one_of(text.substr(words.begin, words.size()), rule_words("minus")) && words.end < text.size() &&
         (is_numeral(text[words.end]) || is_digit(text[words.end]));
}

}  // namespace

// 两支 → 三支, 十四起 → 四起: a numeral for another one. One that comes or goes as a whole is as often no number
// (一起).
Answer rules::numeral(const Change& change) {
  constexpr Text kOfPoints = U"其";  // 其一, 其二
  const auto [left, right] = differing(change);
  if (left.empty() && right.empty()) return {};
  if (differ_in_form_alone(change.left_text.substr(left.begin, left.size()),
                           change.right_text.substr(right.begin, right.size())))
    return Verdict{"number", Severity::minor, Layer::value, "the same value, written in another way"};
  if ((right.empty() && is_lost_minus(change.left_text, left)) ||
      (left.empty() && is_lost_minus(change.right_text, right)))
    return Verdict{"number", Severity::critical, Layer::wording, "another sign before the number: " + from_to(change)};
  const auto from = numeral_around(change.left_text, left), to = numeral_around(change.right_text, right);
  if (from.empty() || to.empty()) return {};
  const auto value = [](Text text, TextRange<Normal> range) { return numeral_at(text, range.begin); };
  const auto here = value(change.left_text, from), there = value(change.right_text, to);
  if (here.end != from.end || there.end != to.end || here.value == there.value) return {};
  if (!counts(change.left_text, from) || !counts(change.right_text, to)) return {};
  if (from.begin > 0 && contains(kOfPoints, change.left_text.substr(from.begin - 1, 1))) return {};
  return Verdict{"number", Severity::critical, Layer::wording,
                 "another value: " + quote(change, change.left_text.substr(from.begin, from.size())) + " → " +
                     quote(change, change.right_text.substr(to.begin, to.size()))};
}

}  // namespace yiwen
