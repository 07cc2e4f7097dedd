// SPDX-License-Identifier: Apache-2.0
#include "diff/numbers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "base/char_class.h"
#include "base/words_by_role.h"
#include "diff/number_reader.h"
#include "diff/numerals.h"
#include "diff/word_list.h"

namespace yiwen {

namespace embedded {
extern const std::string_view diff_day_parts_tsv;
extern const std::string_view diff_numeral_words_tsv;
extern const std::string_view diff_units_txt;
}  // namespace embedded

namespace {

using Text = std::u32string_view;

bool is_percent(char32_t c) { return c == '%' || c == U'‰'; }

// Characters that tell what a numeral beside them is: data/numeral_words.tsv.
struct NumeralWords {
  std::u32string counted, point, numbered, ranked, no_tenth, roman;
};

const NumeralWords& numeral_words() {
  static const NumeralWords kWords = [] {
    const WordsByRole roles(embedded::diff_numeral_words_tsv);
    const auto joined = [&](std::string_view role) {
      std::u32string all;
      for (const auto& characters : roles.of(role)) all += characters;
      return all;
    };
    return NumeralWords{joined("counted"), joined("point"),    joined("numbered"),
                        joined("ranked"),  joined("no-tenth"), joined("roman")};
  }();
  return kWords;
}

const WordList& units() {
  static const WordList kUnits(embedded::diff_units_txt);
  return kUnits;
}

const Words& day_parts(bool afternoon) {
  static const WordsByRole kDayParts(embedded::diff_day_parts_tsv);
  return kDayParts.of(afternoon ? "afternoon" : "morning");
}

// Where neighbours of one kind are one word.
std::vector<char> begins_by_kind(Text text) {
  const auto kind = [](char32_t c) { return is_ascii_digit(c) || c == '.' || c == '%' ? 1 : is_latin(c) ? 2 : 0; };
  std::vector<char> begins(text.size() + 1, 1);
  for (std::size_t at = 1; at < text.size(); ++at)
    begins[at] = kind(text[at]) == 0 || kind(text[at]) != kind(text[at - 1]);
  return begins;
}

}  // namespace

// Reads what begins at `at`; the end of what was read, or of what is no number and must not be read from its middle.
std::uint32_t NumberReader::number_at(std::uint32_t at) {
  const char32_t c = text_[at];
  if (is_ascii_digit(c)) return arabic_at(at);
  for (const bool afternoon : {true, false}) {
    for (const auto& word : day_parts(afternoon)) {
      if (!has(at, word)) continue;
      const auto begin = at + static_cast<std::uint32_t>(word.size());
      if (const auto end = clock_at(begin, at, afternoon)) return *end;
    }
  }
  if (const auto end = fraction_at(at)) return *end;
  if (const auto end = weekday_at(at)) return *end;
  if (chinese_digit(c) || small_scale(c) > 0) {
    if (const auto end = clock_at(at, at, {})) return *end;
    if (const auto end = chinese_at(at)) return *end;
    auto end = at;  // not a number: neither is its tail
    while (end < text_.size() && is_numeral(text_[end])) ++end;
    return end;
  }
  if (const auto end = roman_at(at)) return *end;
  return word_at(at);
}

bool NumberReader::counts_points(std::uint32_t mark, std::uint32_t end) const {
  return !is_one_of(char_at(end), numeral_words().numbered) &&
         (mark == 0 || !is_one_of(text_[mark - 1], numeral_words().ranked));
}

// --- digits ----------------------------------------------------------------------------------------------------------

// The digits from `at` on that are one number: a gap parts two, unless it parts the thousands of one.
std::uint32_t NumberReader::digits_end(std::uint32_t at) const {
  const auto group_end = [&](std::uint32_t begin) {
    auto end = begin;
    while (end < text_.size() && (end == begin || !begins_[end]) &&
           (is_ascii_digit(text_[end]) || (text_[end] == '.' && is_ascii_digit(char_at(end + 1))))) {
      ++end;
    }
    return end;
  };
  const auto whole_digits = [&](std::uint32_t begin, std::uint32_t end) {
    const auto point = text_.substr(begin, end - begin).find(U'.');
    return point == Text::npos ? end - begin : static_cast<std::uint32_t>(point);
  };
  auto end = group_end(at);
  if (end - at > 3 || whole_digits(at, end) != end - at) return end;
  while (is_ascii_digit(char_at(end))) {
    const auto next = group_end(end);
    if (whole_digits(end, next) != 3) break;
    end = next;
  }
  return end;
}

std::uint32_t NumberReader::skip_scales(std::uint32_t at, double& value) const {
  // 380亿千瓦时, 1.2百分点: the begin of the unit, and no scale of the number.
  const auto is_prefix = [&](std::uint32_t k) {
    return (is_one_of(char_at(k), U"千兆") && is_one_of(char_at(k + 1), U"瓦伏卡帕赫克米焦")) || has(k, U"百分点");
  };
  // 20余万 is 20万余.
  const auto scale_at = [&](std::uint32_t k) { return is_prefix(k) ? 0 : scale_of(char_at(k)); };
  if (is_one_of(char_at(at), U"余多") && scale_at(at + 1) > 0) ++at;
  for (; scale_at(at) > 0; ++at) value *= scale_at(at);
  while (at < text_.size()) {
    const auto word = value_word_at(text_, at, begins_);
    if (!word || word->kind != ValueKind::scale || word->ambiguous) break;
    value *= word->value;
    at += word->length;
  }
  return at;
}

// 7.2% is 7.2 percent, per cent, and 7.2个百分点 is not.
std::uint32_t NumberReader::skip_percent(std::uint32_t at, double& value) const {
  if (is_percent(char_at(at))) {
    value /= char_at(at) == '%' ? 100 : 1000;
    return at + 1;
  }
  if (at >= text_.size()) return at;
  if (const auto word = value_word_at(text_, at, begins_); word && word->kind == ValueKind::percent) {
    value *= word->value;
    return at + word->length;
  }
  if (char_at(at) == U'成' && !is_one_of(char_at(at + 1), numeral_words().no_tenth)) {
    value /= 10;
    return at + 1;
  }
  return at;
}

std::uint32_t NumberReader::arabic_at(std::uint32_t at) {
  if (const auto end = clock_at(at, at, {})) return *end;
  auto end = digits_end(at);
  Number number{{at, end}, value_of_digits(at, end), false, false, 0};
  number.ordinal = at > 0 && text_[at - 1] == U'第' && counts_points(at - 1, end);
  if (const auto date = date_behind_day(number)) return *date;
  const auto behind = skip_percent(end, number.value);
  number.range.end = behind > end ? behind : skip_scales(end, number.value);
  // 23亿6千万: each part has a scale of its own, and comes to less than one of the scale before.
  double last_scale = number.value / value_of_digits(at, end);
  while (number.range.end > behind && is_ascii_digit(char_at(number.range.end))) {
    const auto digits = digits_end(number.range.end);
    const double count = value_of_digits(number.range.end, digits);
    double part = count;
    const auto part_end = skip_scales(digits, part);
    if (part_end == digits || count == 0 || part >= last_scale) break;
    number.value += part;
    number.range.end = part_end;
    last_scale = part / count;
  }
  // 20兆 is 20 million millions, or so many megabytes.
  constexpr double kMillionMillion = 1e12;
  if (number.range.end == end + 1 && text_[end] == U'兆') number.also = number.value / kMillionMillion;
  if (number.range.end == end && end < text_.size()) {
    const auto scale = value_word_at(text_, end, begins_);
    if (scale && scale->kind == ValueKind::scale) number.also = number.value * scale->value;
  }
  return add(number);
}

double NumberReader::value_of_digits(std::uint32_t begin, std::uint32_t end) const {
  std::string digits;
  for (auto at = begin; at < end; ++at) digits.push_back(static_cast<char>(text_[at]));
  return std::strtod(digits.c_str(), nullptr);
}

// --- Chinese numerals ------------------------------------------------------------------------------------------------

std::optional<std::uint32_t> NumberReader::chinese_at(std::uint32_t at) {
  const auto numeral = numeral_at(text_, at);
  auto end = numeral.end;
  if (end == at) return {};
  Number number{{at, end}, numeral.value, false, true, 0};
  const char32_t behind = char_at(end);
  const bool numbered = at > 0 && text_[at - 1] == U'第';
  number.ordinal = (numbered && counts_points(at - 1, end)) || (at == 0 && is_one_of(behind, numeral_words().point));
  if (const auto decimals = skip_decimals(text_, end, number.value); decimals > end) {
    end = decimals;
    for (; scale_of(char_at(end)) > 0; ++end) number.value *= scale_of(char_at(end));
    number.range.end = end;
    return add(number);
  }
  const bool lone = end - at == 1;
  if (lone && chinese_digit(text_[at]) && behind == U'成') {
    const auto tenth = skip_percent(end, number.value);
    if (tenth == end) return {};                                                         // 一成立
    if (const auto half = chinese_digit(char_at(tenth))) number.value += *half / 100.0;  // 三成五
    number.range.end = chinese_digit(char_at(tenth)) ? tenth + 1 : tenth;
    return add(number);
  }
  const auto* unit = units().longest_at(text_, end);
  const bool measured = is_one_of(behind, numeral_words().counted) || (unit && unit->text.size() > 1);  // 两|小时
  const bool counts = lone ? measured && (chinese_digit(text_[at]) || text_[at] == U'十')
                           : measured || (numeral.any_scale ? numeral.digits > 0 : numeral.digits > 2);
  if (number.ordinal || numbered || counts) return add(number);
  return {};
}

// 百分之六十二点五, 三分之一, 4分之1.
std::optional<std::uint32_t> NumberReader::fraction_at(std::uint32_t at) {
  double parts = 0;
  auto end = at;
  if (is_ascii_digit(text_[at])) return {};
  if (has(at, U"百分之") || has(at, U"千分之") || has(at, U"万分之")) {
    parts = text_[at] == U'百' ? 100 : text_[at] == U'千' ? 1000 : 10000;
    end = at + 1;
  } else if (chinese_digit(text_[at]) || small_scale(text_[at]) > 0) {
    const auto numeral = numeral_at(text_, at);
    parts = numeral.value;
    end = numeral.end;
  }
  if (parts <= 0 || !has(end, U"分之")) return {};
  end += 2;
  double value = 0;
  if (is_ascii_digit(char_at(end))) {
    const auto digits = digits_end(end);
    value = value_of_digits(end, digits);
    end = digits;
  } else {
    const auto numeral = numeral_at(text_, end);
    if (numeral.end == end) return {};
    value = numeral.value;
    end = skip_decimals(text_, numeral.end, value);
  }
  return add({{at, end}, value / parts, false, true, 0});
}

std::optional<std::uint32_t> NumberReader::roman_at(std::uint32_t at) {
  constexpr std::array<Text, 12> kRoman = {U"i",   U"ii",   U"iii", U"iv", U"v",  U"vi",
                                           U"vii", U"viii", U"ix",  U"x",  U"xi", U"xii"};
  if (at > 0 && (is_latin(text_[at - 1]) || is_ascii_digit(text_[at - 1]))) return {};
  auto end = at;
  while (is_latin(char_at(end))) ++end;
  const auto found = std::find(kRoman.begin(), kRoman.end(), text_.substr(at, end - at));
  if (found == kRoman.end() || !is_one_of(char_at(end), numeral_words().roman)) return {};
  // V型, X级: letters by their shape or name.
  if (*found == U"x" || (*found == U"v" && char_at(end) != U'级')) return {};
  return add({{at, end}, static_cast<double>(found - kRoman.begin() + 1), false, true, 0});
}

// --- words of alphabets ----------------------------------------------------------------------------------------------

std::uint32_t NumberReader::word_at(std::uint32_t at) {
  const auto word = value_word_at(text_, at, begins_);
  if (!word) return at + 1;
  const auto end = at + word->length;
  switch (word->kind) {
    case ValueKind::month:
      return month_at(at, *word);
    case ValueKind::weekday:
      return add({{at, end}, word->value, false, true, 0});
    case ValueKind::number:
    case ValueKind::ordinal: {
      if (word->ambiguous) return end;
      Number number{{at, end}, word->value, false, true, 0};
      constexpr double kTens = 20;  // twenty-one
      const auto units = end < text_.size() ? value_word_at(text_, end, begins_) : std::nullopt;
      if (word->value >= kTens && units && units->value < 10 &&
          (units->kind == ValueKind::number || units->kind == ValueKind::ordinal)) {
        number.value += units->value;
        number.range.end = end + units->length;
      }
      number.range.end = skip_scales(number.range.end, number.value);
      number.range.end = skip_percent(number.range.end, number.value);
      return add(number);
    }
    case ValueKind::scale:
    case ValueKind::percent:
    case ValueKind::half_day:
      return end;
  }
  return end;
}

std::vector<Number> find_numbers(Text folded, std::span<const char> word_begins) {
  if (word_begins.size() == folded.size() + 1) return NumberReader(folded, word_begins).read();
  const auto begins = begins_by_kind(folded);
  return NumberReader(folded, begins).read();
}

}  // namespace yiwen
