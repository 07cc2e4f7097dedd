// SPDX-License-Identifier: Apache-2.0
//
// Another value is critical, and nothing is graver: 41.7 → 47.1. Another way to write the same value is not: 41.7万亿 →
// 417000亿, 1500米 → 1.5公里. Chinese numerals are as often words as numbers (一些, 一起), so digits decide where there
// are some.
#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/char_class.h"
#include "classify/classifiers.h"
#include "classify/exchange.h"
#include "classify/measures.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "diff/numbers.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;
using Numbers = std::vector<Number>;
using NumbersOf = std::span<const Number>;
using Begins = std::span<const char>;

constexpr Text kNumberSigns = U"−≥≤<>±≈";  // that normal text keeps
constexpr Text kPowers = U"⁰¹²³⁴⁵⁶⁷⁸⁹";    // and these, behind a digit

bool same_value(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

bool same_values(const Numbers& left, const Numbers& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Number& a, const Number& b) { return same_value(a.value, b.value); });
}

// 5m and 5 million.
bool may_be_same(const Number& a, const Number& b) {
  return (a.also > 0 && same_value(a.also, b.value)) || (b.also > 0 && same_value(a.value, b.also));
}

// Numbers that lie at least partly in the changed words, seen with their scale and unit.
Numbers numbers_in(TextRange<Normal> words, NumbersOf all) {
  Numbers numbers;
  std::copy_if(all.begin(), all.end(), std::back_inserter(numbers),
               [&](const Number& n) { return n.range.overlaps(words); });
  return numbers;
}

const Measure* measure_behind(Text text, const Number& number, Begins begins) {
  auto at = number.range.end;
  if (at < text.size() && contains(U"余多", text.substr(at, 1))) ++at;
  return measure_at_begin(text.substr(at), [&](std::size_t end) { return begins[at + end] != 0; });
}

// The units of money of a number: $5万, 5万美元. None where it is no sum.
std::vector<std::u32string> money_of(Text text, const Number& number, Begins begins) {
  const auto signs = money_at_end(text.substr(0, number.range.begin));
  const auto* measure = measure_behind(text, number, begins);
  if (!measure) return {signs.begin(), signs.end()};
  if (signs.empty() || std::find(signs.begin(), signs.end(), measure->of) != signs.end()) return {measure->of};
  return {};
}

// 一年半 is more than 一年, 四个半月 than 四个月: what 半 in the unit or behind it adds to the number.
double half_behind(Text text, const Number& number, const Measure& measure) {
  constexpr double kHalf = 0.5;
  const auto at = number.range.end + measure.word.size();
  return contains(measure.word, U"半") || text.substr(at).starts_with(U'半') ? kHalf : 0;
}

bool all_ordinal(const Numbers& numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [](const Number& n) { return n.ordinal; });
}

// 第一|医院, 第二|人民|医院: the number is the name of one of several. So it is where something is counted (第二|支):
// the points of a speech have a mark or a clause behind them (第二，支持).
bool names_by_order(Text text, const Number& number, std::span<const char> begins,
                    const std::function<std::string(TextRange<Normal>)>& print) {
  constexpr std::size_t kBetween = 2;  // characters before the head: 人民, 附属, 实验
  if (!number.ordinal) return false;
  // 演奏贝多芬|第五|交响曲: what counts points begins a clause.
  auto at = number.range.begin;
  if (at > 0 && text[at - 1] == U'第') --at;
  const bool amid = at > 0 && is_han(text[at - 1]) && printed_together(print, at);
  if (amid || begins_with_one_of(text.substr(number.range.end), rule_words("ranked"))) return true;
  if (is_counted_behind(text, number.range.end, begins, print)) return true;
  for (std::size_t skip = 0; skip <= kBetween && number.range.end + skip < text.size(); skip += kBetween) {
    if (begins_with_one_of(text.substr(number.range.end + skip), rule_words("numbered-body"))) return true;
  }
  return false;
}

// A quantity in several parts, all of the words: 十二年六个月.
struct Quantity {
  Text of;
  double value = 0;
};

std::optional<Quantity> whole_quantity(Text text, TextRange<Normal> words, const Numbers& numbers, Begins begins) {
  std::optional<Quantity> whole;
  auto at = words.begin;
  for (const auto& number : numbers) {
    const auto* measure = measure_behind(text, number, begins);
    if (!measure || number.ordinal || number.range.begin != at) return {};
    if (whole && whole->of != measure->of) return {};
    whole = Quantity{measure->of, (whole ? whole->value : 0) + number.value * measure->factor};
    at = static_cast<std::uint32_t>(text.find(measure->word, number.range.end) + measure->word.size());
  }
  return at == words.end ? whole : std::nullopt;
}

// The changed words without their numbers.
std::u32string around_numbers(Text text, TextRange<Normal> words, const Numbers& numbers) {
  std::u32string rest;
  for (auto at = words.begin; at < words.end; ++at) {
    const bool in = std::any_of(numbers.begin(), numbers.end(), [&](auto& n) { return n.range.contains(at); });
    if (!in) rest.push_back(text[at]);
  }
  return rest;
}

Numbers in_digits(Numbers numbers) {
  std::erase_if(numbers, [](const Number& n) { return n.chinese; });
  return numbers;
}

// As many on both sides, one of them with another value: changed, and not dropped. Chinese numerals join in only where
// all are such: 一 is as often an article as a number (过去一年, 一起).
bool is_another_value(const Numbers& left, const Numbers& right) {
  auto from = in_digits(left), to = in_digits(right);
  if (from.empty() && to.empty()) {
    from = left;
    to = right;
  }
  return from.size() == to.size() && !same_values(from, to);
}

// Long words around the numbers that have nothing in common: 预计今年水稻面积比去年增加6万亩 →
// 县里还要把水管一直铺到9万亩.
bool says_something_else(Text left, Text right) {
  constexpr std::size_t kLong = 8;  // characters on both sides; a reworded verb and its object have fewer. Range 6-12
  constexpr double kMostInCommon = 0.4;  // of the shorter: two clauses on one subject share a third. Range .3-.5
  if (std::min(left.size(), right.size()) < kLong) return false;
  return share_of_characters(left.size() < right.size() ? left : right, left.size() < right.size() ? right : left) <
         kMostInCommon;
}

// 四场 → |十|四场: a number that the words cut, on one side or the other, is taken in whole on both.
Change with_whole_numbers(const Change& change) {
  Change whole = change;
  const auto cut_at = [](NumbersOf numbers, std::uint32_t at) {
    return std::any_of(numbers.begin(), numbers.end(),
                       [&](const Number& n) { return n.range.begin < at && at < n.range.end; });
  };
  const NumbersOf left = change.left_numbers, right = change.right_numbers;
  while (whole.left.begin > 0 && whole.right.begin > 0 &&
         (cut_at(left, whole.left.begin) || cut_at(right, whole.right.begin))) {
    --whole.left.begin;
    --whole.right.begin;
  }
  while (whole.left.end < change.left_text.size() && whole.right.end < change.right_text.size() &&
         (cut_at(left, whole.left.end) || cut_at(right, whole.right.end))) {
    ++whole.left.end;
    ++whole.right.end;
  }
  return whole;
}

std::u32string without(Text words, Text chars) {
  std::u32string rest(words);
  std::erase_if(rest, [&](char32_t c) { return chars.find(c) != Text::npos; });
  return rest;
}

// 4分12秒 → 4小时12分: a span of time in two units or more, with the same numbers and other units.
bool are_other_spans(Text left, Text right) {
  using Part = std::pair<std::u32string, std::u32string>;
  const auto parts_of = [](Text words) {
    constexpr std::size_t kLongestUnit = 2;  // characters: 小时
    std::vector<Part> parts;
    while (!words.empty()) {
      Part part;
      while (!words.empty() && is_digit(words.front())) part.first.push_back(words.front()), words.remove_prefix(1);
      std::size_t size = std::min(kLongestUnit, words.size());
      while (size > 0 && !is_one_of(words.substr(0, size), rule_words("span-unit"))) --size;
      if (part.first.empty() || size == 0) return std::vector<Part>();
      part.second = words.substr(0, size == 2 && words[1] != U'时' && words[0] != U'个' ? 1 : size);  // 分钟 is 分
      words.remove_prefix(size);
      parts.push_back(std::move(part));
    }
    return parts;
  };
  const auto from = parts_of(left), to = parts_of(right);
  if (from.size() < 2 || from.size() != to.size() || from == to) return false;
  return std::equal(from.begin(), from.end(), to.begin(),
                    [](const Part& a, const Part& b) { return a.first == b.first; });
}

}  // namespace

// 10⁶ → 10³, 10⁶ → 10.
Answer rules::power(const Change& change) {
  const auto left = change.left_words(), right = change.right_words();
  if (left == right || without(left, kPowers) != without(right, kPowers)) return {};
  return Verdict{"number", Severity::critical, Layer::wording, "another power: " + from_to(change)};
}

// $5万 → €5万, and $5万 → 5万美元, which is the same sum.
Answer rules::currency(const Change& change) {
  constexpr std::uint32_t kMostWords = 8;
  if (change.left.size() > kMostWords || change.right.size() > kMostWords) return {};
  const auto number_at = [](TextRange<Normal> words, NumbersOf numbers) {
    const auto beside = std::find_if(numbers.begin(), numbers.end(), [&](const Number& n) {
      return n.range.begin <= words.end && n.range.end >= words.begin;
    });
    return beside == numbers.end() ? std::nullopt : std::optional(*beside);
  };
  const auto left = number_at(change.left, change.left_numbers), right = number_at(change.right, change.right_numbers);
  if (!left || !right || (!same_value(left->value, right->value) && !may_be_same(*left, *right))) return {};
  // 新台币|六千万元 → 人民币|六千万元: only what stands beside the number is another.
  if (!left->range.overlaps(change.left) && !right->range.overlaps(change.right)) {
    if (auto pair = protected_pair(change)) return pair;
  }
  const bool signed_sum = !money_at_end(change.left_text.substr(0, left->range.begin)).empty() ||
                          !money_at_end(change.right_text.substr(0, right->range.begin)).empty();
  const auto from = money_of(change.left_text, *left, change.left_begins),
             to = money_of(change.right_text, *right, change.right_begins);
  if (!signed_sum || from.empty() || to.empty()) return {};
  if (std::find_first_of(from.begin(), from.end(), to.begin(), to.end()) == from.end())
    return Verdict{"number", Severity::critical, Layer::wording, "another unit: " + from_to(change)};
  return Verdict{"number", Severity::minor, Layer::value, "the same value, written in another way"};
}

// 8000元/平方米 → 每平方米8000元.
Answer rules::rate(const Change& change) {
  if (!is_same_rate(change.left_words(), change.right_words())) return {};
  return Verdict{"number", Severity::minor, Layer::value, "the same value, written in another way"};
}

// ½ is 1/2, and not 12: the marks that would tell these apart are folded, so the printed words are asked.
Answer rules::fraction(const Change& change) {
  constexpr Text kFractions = U"¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅟↉";
  const auto left = change.left_words(), right = change.right_words();
  const bool on_the_left = left.find_first_of(kFractions) != Text::npos;
  if (on_the_left == (right.find_first_of(kFractions) != Text::npos)) return {};
  const std::string other = quote(change, on_the_left ? right : left);
  for (const std::string_view parts : {"/", "⁄", "分之", "半"}) {
    if (other.find(parts) != std::string::npos) return {};
  }
  return Verdict{"number", Severity::critical, Layer::wording, "another value: " + from_to(change)};
}

// −5 → 5, ≥60 → ≤60: the number is the same, and what it says is not.
Answer rules::sign(const Change& change) {
  const auto left = change.left_words(), right = change.right_words();
  if (left == right || without(left, kNumberSigns) != without(right, kNumberSigns)) return {};
  return Verdict{"number", Severity::critical, Layer::wording, "another sign before the number: " + from_to(change)};
}

Answer rules::number(const Change& given) {
  const Change change = with_whole_numbers(given);
  if (change.numbers_joined) {
    return Verdict{"number", Severity::critical, Layer::wording, "two numbers on one side are one on the other"};
  }
  const auto left = numbers_in(change.left, change.left_numbers),
             right = numbers_in(change.right, change.right_numbers);
  if (left.empty() || right.empty()) return {};

  const auto measure_of = [](Text text, const Numbers& numbers, Begins begins) {
    return numbers.size() == 1 ? measure_behind(text, numbers.front(), begins) : nullptr;
  };
  const auto *left_measure = measure_of(change.left_text, left, change.left_begins),
             *right_measure = measure_of(change.right_text, right, change.right_begins);
  const bool measured = left_measure && right_measure;
  const bool same_kind = measured && left_measure->of == right_measure->of;
  const double left_factor = same_kind ? left_measure->factor : 1, right_factor = same_kind ? right_measure->factor : 1;
  const double left_half = same_kind ? half_behind(change.left_text, left.front(), *left_measure) : 0,
               right_half = same_kind ? half_behind(change.right_text, right.front(), *right_measure) : 0;
  // 115年 of the Republic is 2026年.
  const auto same_year = [&](const Number& a, const Number& b) {
    constexpr double kRepublic = 1911, kLeastOfEra = 100;
    const auto is_year = [](Text text, const Number& n) { return text.substr(n.range.end).starts_with(U'年'); };
    return is_year(change.left_text, a) && is_year(change.right_text, b) && std::min(a.value, b.value) >= kLeastOfEra &&
           same_value(std::min(a.value, b.value) + kRepublic, std::max(a.value, b.value));
  };
  const bool equal =
      std::equal(left.begin(), left.end(), right.begin(), right.end(), [&](const Number& a, const Number& b) {
        return same_value((a.value + left_half) * left_factor, (b.value + right_half) * right_factor) ||
               may_be_same(a, b) || same_year(a, b);
      });
  if (measured && (!same_kind || (!equal && left_factor != right_factor))) {
    return Verdict{"number", Severity::critical, Layer::wording, "another unit: " + from_to(change)};
  }
  if (equal && left.size() == 1 && right.size() == 1) {
    const auto in_order = [](Text text, const Number& number) {
      return number.range.begin > 0 && contains(U"第头", text.substr(number.range.begin - 1, 1));
    };
    const auto in_a_row = [](Text text, const Number& number) {
      const Text counted = text.substr(number.range.end);
      return begins_with_one_of(counted, rule_words("in-a-row")) && !begins_with_one_of(counted, rule_words("session"));
    };
    if (in_order(change.left_text, left[0]) != in_order(change.right_text, right[0]) &&
        in_a_row(change.left_text, left[0]) && in_a_row(change.right_text, right[0]))
      return Verdict{"number", Severity::major, Layer::wording, "one of a row, and as many: " + from_to(change)};
  }
  // 一、二号 → 十二号: one after the other is read as one number where the mark between them is folded.
  const auto is_row = [&](TextRange<Normal> range, const auto& print) {
    return print && print(range).find("、") != std::string::npos;
  };
  if (equal && left.size() == 1 && right.size() == 1 &&
      is_row(left[0].range, change.print_left) != is_row(right[0].range, change.print_right))
    return Verdict{"number", Severity::critical, Layer::wording, "two numbers on one side are one on the other"};
  if (equal) {
    // 5m is 5 with an m that is no word of its own; 1500米 and 1.5公里 differ in the unit too. Else only the numbers
    // changed their form: everything beside them in the changed words is the same.
    const bool scaled =
        left_factor != right_factor || std::equal(left.begin(), left.end(), right.begin(), right.end(), may_be_same);
    if (scaled ||
        around_numbers(change.left_text, change.left, left) == around_numbers(change.right_text, change.right, right)) {
      return Verdict{"number", Severity::minor, Layer::value, "the same value, written in another way"};
    }
    return {};
  }
  const bool named = left.size() == 1 && right.size() == 1 &&
                     names_by_order(change.left_text, left[0], change.left_begins, change.print_left) &&
                     names_by_order(change.right_text, right[0], change.right_begins, change.print_right);
  if (!named && (all_ordinal(left) || all_ordinal(right)))
    return Verdict{"wording", Severity::minor, Layer::wording, "the points are counted in another way"};
  if (is_another_value(left, right)) {
    if (says_something_else(around_numbers(change.left_text, change.left, left),
                            around_numbers(change.right_text, change.right, right)))
      return Verdict{"number", Severity::major, Layer::wording,
                     "another statement, with its own numbers: " + from_to(change)};
    return Verdict{"number", Severity::critical, Layer::wording, "another value: " + from_to(change)};
  }
  // 十二年六个月 → 十四年: both are one quantity, in so many parts.
  const auto from = whole_quantity(change.left_text, change.left, left, change.left_begins),
             to = whole_quantity(change.right_text, change.right, right, change.right_begins);
  if (from && to && from->of == to->of && !same_value(from->value, to->value))
    return Verdict{"number", Severity::critical, Layer::wording, "another value: " + from_to(change)};
  return {};
}

// 首次 → 第三次, 最高 → 第二高: the first is not the third.
Answer rules::ordinal(const Change& change) {
  const auto [left, right] = differing(change);
  const auto is_first = [](Text text, TextRange<Normal> words) {
    const Text word = text.substr(words.begin, words.size());
    return word == U"首" || (word == U"最" && begins_with_one_of(text.substr(words.end), rule_words("ranked")));
  };
  const bool left_first = is_first(change.left_text, left), right_first = is_first(change.right_text, right);
  if (left_first == right_first) return {};
  const auto& words = left_first ? right : left;
  const Text text = left_first ? change.right_text : change.left_text;
  const auto numbers = numbers_in(words, left_first ? change.right_numbers : change.left_numbers);
  if (!text.substr(words.begin, words.size()).starts_with(U'第') || numbers.size() != 1 ||
      numbers.front().range.end != words.end)
    return {};
  if (numbers.front().value == 1)
    return Verdict{"number", Severity::minor, Layer::value, "the same value, written in another way"};
  return Verdict{"number", Severity::critical, Layer::wording, "another value: " + from_to(change)};
}

// 三年六个月 → 三年, 两年半 → 两年: the end of a quantity, on one side only.
Answer rules::lost_part(const Change& change) {
  const auto [left, right] = differing(change);
  if (left.empty() == right.empty()) return {};
  const Text text = left.empty() ? change.right_text : change.left_text;
  const auto words = left.empty() ? right : left;
  const auto begins = left.empty() ? change.right_begins : change.left_begins;
  const auto numbers = left.empty() ? change.right_numbers : change.left_numbers;
  const Verdict lost{"number", Severity::critical, Layer::wording, "another value: " + from_to(change)};
  if (text.substr(words.begin, words.size()) == U"半" &&
      std::any_of(numbers.begin(), numbers.end(), [&](const Number& n) {
        const auto* measure = measure_behind(text, n, begins);
        if (!measure || n.ordinal) return false;
        return n.range.end + measure->word.size() == (measure->word.ends_with(U'半') ? words.end : words.begin);
      }))
    return lost;
  const auto part = std::find_if(numbers.begin(), numbers.end(),
                                 [&](const Number& n) { return n.range.begin == words.begin && !n.ordinal; });
  if (part == numbers.begin() || part == numbers.end()) return {};
  const auto& whole = *(part - 1);
  const auto *large = measure_behind(text, whole, begins), *small = measure_behind(text, *part, begins);
  if (!large || !small || large->of != small->of || large->factor <= small->factor || whole.ordinal) return {};
  if (whole.range.end + large->word.size() != part->range.begin || part->range.end + small->word.size() != words.end)
    return {};
  return lost;
}

namespace {

// 30 kilometers (19 miles) → 30 kilometers, 1410 GMT (9:10 p.m. here) → 9:10 p.m.: a quantity for readers with other
// units, in brackets right behind the first, and one of the two is kept.
bool is_said_twice(const Change& change, TextRange<Normal> words) {
  if (!change.print_left || words.empty()) return false;
  const auto size = static_cast<std::uint32_t>(change.left_text.size());
  const auto is_beside = [&](std::uint32_t from, std::uint32_t to, char bracket) {
    if (from >= to || to > size) return false;
    const auto printed = change.print_left({from, to});
    return printed.find(bracket) != std::string::npos;
  };
  const auto ends_near = [](std::uint32_t a, std::uint32_t b) {
    constexpr std::uint32_t kUnit = 12;  // characters of a unit between a number and the bracket
    return a <= b && b <= a + kUnit;
  };
  const auto& numbers = change.left_numbers;
  const bool in_bracket =
      words.begin > 0 && is_beside(words.begin - 1, words.begin + 1, '(') &&
      is_beside(words.end - 1, words.end + 1, ')') &&
      std::any_of(numbers.begin(), numbers.end(), [&](const Number& n) { return ends_near(n.range.end, words.begin); });
  const bool before_bracket =
      words.end < size && is_beside(words.end - 1, words.end + 1, '(') &&
      std::any_of(numbers.begin(), numbers.end(), [&](const Number& n) { return ends_near(words.end, n.range.begin); });
  return in_bracket || before_bracket;
}

}  // namespace

// 等11名责任人 → 等责任人: how many is not said any more. Chinese numerals are as often articles (一个), and a date
// that is left out or put in is most often clear from the story.
Answer rules::lost_number(const Change& change) {
  constexpr std::uint32_t kMostWords = 8;  // more is a clause that was left out
  constexpr Text kDateUnits = U"年月日号时";
  const Differing words = differing(change);
  const auto &left = words.left, &right = words.right;
  if (left.empty() || !right.empty() || left.size() > kMostWords) return {};
  const auto numbers = numbers_in(left, change.left_numbers);
  // Beside words that stay as they were, the number alone: 每3公里 → 每公里. What went with more was reworded.
  if (!change.right.empty() && (numbers.size() != 1 || !(numbers.front().range == left))) return {};
  const bool counted = std::any_of(numbers.begin(), numbers.end(), [&](const Number& n) {
    const bool said = !n.chinese ||
                      (n.value >= 2 && begins_with_one_of(change.left_text.substr(n.range.end), rule_words("times"))) ||
                      n.value >= 10;
    return said && !n.ordinal && left.contains(n.range) &&
           (n.range.end == change.left_text.size() || !contains(kDateUnits, change.left_text.substr(n.range.end, 1)));
  });
  if (!counted) return {};
  // 1人死亡、38人受伤 → 1死38伤: it stands beside, said in fewer words.
  constexpr std::uint32_t kBeside = 8;
  const bool beside = std::all_of(numbers.begin(), numbers.end(), [&](const Number& n) {
    return std::any_of(change.right_numbers.begin(), change.right_numbers.end(), [&](const Number& other) {
      return same_value(n.value, other.value) && other.range.begin < right.end + kBeside &&
             right.begin < other.range.end + kBeside;
    });
  });
  if (beside) return {};
  if (is_said_twice(change, left))
    return Verdict{"deletion", Severity::minor, Layer::wording, "the same quantity, said once: " + from_to(change)};
  return Verdict{"number", Severity::major, Layer::wording, "a number was left out: " + from_to(change)};
}

// 200MBps → 200Mbps: letters of a unit that differ in their case alone. Small letters throughout (200mbps) may be
// either.
Answer rules::unit_case(const Change& change) {
  const auto small = [](Text words) {
    std::u32string out(words);
    for (auto& c : out) c += c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0;
    return out;
  };
  const auto left = change.left_words(), right = change.right_words();
  if (left == right || small(left) != small(right)) return {};
  const auto letters = [](std::string printed) {
    std::erase_if(printed, [](char c) { return (c < 'A' || c > 'Z') && (c < 'a' || c > 'z'); });
    return printed;
  };
  const std::string from = letters(quote(change, left)), to = letters(quote(change, right));
  const auto says_case = [](const std::string& word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  if (from != to && says_case(from) && says_case(to))
    return Verdict{"number", Severity::critical, Layer::wording, "another unit: " + from_to(change)};
  return Verdict{"number", Severity::minor, Layer::value, "the same value, written in another way"};
}

// 三天 → 三周: the same number of something else. 5公里 → 5km is the same.
Answer rules::unit(const Change& change) {
  struct Counted {
    const Measure* measure = nullptr;
    TextRange<Normal> at;
  };
  // The unit that the words change, be it in part: 千瓦|时.
  const auto counted = [](Text text, TextRange<Normal> words, Begins begins, NumbersOf numbers) -> Counted {
    // With 余 or 多 between, a unit farther behind its number does not reach the words.
    const auto reach = 1 + static_cast<std::uint32_t>(longest_measure());
    for (const auto& number : numbers) {
      if (number.range.end + reach < words.begin) continue;
      const auto* measure =
          number.range.end <= words.begin || (words.begin < number.range.end && number.range.end < words.end)
              ? measure_behind(text, number, begins)
              : nullptr;
      if (!measure) continue;
      const auto begin = static_cast<std::uint32_t>(text.find(measure->word, number.range.end));
      const TextRange<Normal> at{begin, begin + static_cast<std::uint32_t>(measure->word.size())};
      if (at.begin <= words.begin + words.size() && words.begin <= at.end) return {measure, at};
    }
    return {};
  };
  if (are_other_spans(change.left_words(), change.right_words()))
    return Verdict{"number", Severity::critical, Layer::wording, "another unit: " + from_to(change)};
  constexpr std::uint32_t kMostWords = 4, kMostLetters = 12;  // of a unit: kilometres; range 10 to 16
  const auto is_word = [](Text words) { return std::all_of(words.begin(), words.end(), is_latin); };
  const auto most = is_word(change.left_words()) && is_word(change.right_words()) ? kMostLetters : kMostWords;
  if (change.left.size() > most || change.right.size() > most) return {};
  const auto [left_words, right_words] = change.left.size() > kMostWords || change.right.size() > kMostWords
                                             ? Differing{change.left, change.right}
                                             : differing(change);
  const auto left = counted(change.left_text, left_words, change.left_begins, change.left_numbers),
             right = counted(change.right_text, right_words, change.right_begins, change.right_numbers);
  if (!left.measure || !right.measure) return {};
  const bool same = left.measure->of == right.measure->of && left.measure->factor == right.measure->factor;
  if (same) {
    if (!(left.at == left_words) || !(right.at == right_words)) return {};
    return Verdict{"number", Severity::minor, Layer::value, "the same value, written in another way"};
  }
  // What is put in or left out must belong to the unit: 千瓦|时.
  if (left_words.empty() && !right.at.contains(right_words)) return {};
  if (right_words.empty() && !left.at.contains(left_words)) return {};
  return Verdict{"number", Severity::critical, Layer::wording, "another unit: " + from_to(change)};
}

}  // namespace yiwen
