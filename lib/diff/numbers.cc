// SPDX-License-Identifier: Apache-2.0
#include "diff/numbers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "base/char_class.h"
#include "diff/value_words.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

std::optional<int> chinese_digit(char32_t c) {
  constexpr Text kDigits = U"零一二三四五六七八九";
  if (const auto at = kDigits.find(c); at != Text::npos) return static_cast<int>(at);
  if (c == U'〇') return 0;
  if (c == U'两') return 2;
  return {};
}

double small_scale(char32_t c) {
  return c == U'十' || c == U'십' ? 10 : c == U'百' || c == U'백' ? 100 : c == U'千' || c == U'천' ? 1000 : 0;
}
double large_scale(char32_t c) {
  return c == U'万' || c == U'만' ? 1e4 : c == U'亿' || c == U'억' ? 1e8 : c == U'兆' || c == U'조' ? 1e12 : 0;
}

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_percent(char32_t c) { return c == '%' || c == U'‰'; }
bool is_one_of(char32_t c, Text these) { return c != 0 && these.find(c) != Text::npos; }
bool is_numeral(char32_t c) { return chinese_digit(c) || small_scale(c) > 0 || large_scale(c) > 0; }

// What may stand behind a single Chinese numeral for it to be a number.
constexpr Text kMeasures =
    U"年月日号个家款项名人次倍元吨位台辆户座条件天周期届岁成块套批种类点轮枚艘架栋幢所只颗票席局盘胜负";
constexpr Text kOrdinalMarks = U"是要";  // 一是, 三要: the heads of points
// What stands behind 第十 where it is the number of something, and does not count the points of a speech.
constexpr Text kNumbered = U"届次季轮名位批期号章条天集年大代卷艘座台辆家局场站枚架颗块层栋所任版国世";
// 三成 is 30 %; 一成立, 一成不变 are not.
constexpr Text kNoTenth = U"立为员果功本长熟效绩就份品都交语形不型";

struct DayPart {
  Text word;
  bool afternoon;
};
constexpr std::array<DayPart, 20> kDayParts = {{{U"晚上", true},  {U"晚间", true},  {U"下午", true},  {U"午后", true},
                                                {U"傍晚", true},  {U"夜间", true},  {U"夜里", true},  {U"深夜", true},
                                                {U"上午", false}, {U"早上", false}, {U"早晨", false}, {U"清晨", false},
                                                {U"凌晨", false}, {U"中午", true},  {U"午前", false}, {U"오전", false},
                                                {U"오후", true},  {U"晚", true},    {U"早", false},   {U"晨", false}}};

// What is read of a numeral before it is known whether it is a number.
struct Numeral {
  double value = 0;
  std::uint32_t end = 0;
  bool any_scale = false;
  bool positional = true;  // 二〇二六 is read digit by digit, 二十六 by its scales
  std::size_t digits = 0;
};

class Reader {
 public:
  Reader(Text text, std::span<const char> word_begins) : text_(text), begins_(word_begins) {}

  std::vector<Number> read() && {
    for (std::uint32_t at = 0; at < text_.size();) {
      const auto end = number_at(at);
      at = end > at ? end : at + 1;
    }
    return std::move(numbers_);
  }

 private:
  [[nodiscard]] char32_t char_at(std::size_t at) const { return at < text_.size() ? text_[at] : 0; }
  [[nodiscard]] bool has(std::size_t at, Text word) const {
    return at <= text_.size() && text_.substr(at).starts_with(word);
  }

  std::uint32_t add(Number number) {
    numbers_.push_back(number);
    return number.range.end;
  }
  // The numbers of one time or date share its range.
  std::uint32_t add_all(TextRange<Normal> range, std::initializer_list<double> values, bool words) {
    for (const double value : values) numbers_.push_back({range, value, false, words});
    return range.end;
  }

  // Reads what begins at `at`; the end of what was read, or of what is no number and must not be read from its middle.
  std::uint32_t number_at(std::uint32_t at) {
    const char32_t c = text_[at];
    if (is_ascii_digit(c)) return arabic_at(at);
    for (const auto& part : kDayParts) {
      if (!has(at, part.word)) continue;
      const auto begin = at + static_cast<std::uint32_t>(part.word.size());
      if (const auto end = clock_at(begin, at, &part.afternoon)) return *end;
    }
    if (const auto end = fraction_at(at)) return *end;
    if (const auto end = weekday_at(at)) return *end;
    if (chinese_digit(c) || small_scale(c) > 0) {
      if (const auto end = clock_at(at, at, nullptr)) return *end;
      if (const auto end = chinese_at(at)) return *end;
      auto end = at;  // not a number: neither is its tail
      while (end < text_.size() && is_numeral(text_[end])) ++end;
      return end;
    }
    return word_at(at);
  }

  // --- digits --------------------------------------------------------------------------------------------------------

  // The digits from `at` on that are one number: a gap parts two, unless it parts the thousands of one.
  [[nodiscard]] std::uint32_t digits_end(std::uint32_t at) const {
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

  std::uint32_t skip_scales(std::uint32_t at, double& value) const {
    // 20余万 is 20万余.
    const auto scale_at = [&](std::size_t k) { return std::max(small_scale(char_at(k)), large_scale(char_at(k))); };
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
  std::uint32_t skip_percent(std::uint32_t at, double& value) const {
    if (is_percent(char_at(at))) {
      value /= char_at(at) == '%' ? 100 : 1000;
      return at + 1;
    }
    if (at >= text_.size()) return at;
    if (const auto word = value_word_at(text_, at, begins_); word && word->kind == ValueKind::percent) {
      value *= word->value;
      return at + word->length;
    }
    if (char_at(at) == U'成' && !is_one_of(char_at(at + 1), kNoTenth)) {
      value /= 10;
      return at + 1;
    }
    return at;
  }

  std::uint32_t arabic_at(std::uint32_t at) {
    if (const auto end = clock_at(at, at, nullptr)) return *end;
    auto end = digits_end(at);
    Number number{{at, end}, value_of_digits(at, end), false, false, 0};
    number.ordinal = at > 0 && text_[at - 1] == U'第' && !is_one_of(char_at(end), kNumbered);
    if (const auto date = date_behind_day(number)) return *date;
    const auto behind = skip_percent(end, number.value);
    number.range.end = behind > end ? behind : skip_scales(end, number.value);
    if (number.range.end == end && end < text_.size()) {
      const auto scale = value_word_at(text_, end, begins_);
      if (scale && scale->kind == ValueKind::scale) number.also = number.value * scale->value;
    }
    return add(number);
  }

  [[nodiscard]] double value_of_digits(std::uint32_t begin, std::uint32_t end) const {
    std::string digits;
    for (auto at = begin; at < end; ++at) digits.push_back(static_cast<char>(text_[at]));
    return std::strtod(digits.c_str(), nullptr);
  }

  // --- Chinese numerals ----------------------------------------------------------------------------------------------

  [[nodiscard]] Numeral numeral_at(std::uint32_t at) const {
    Numeral numeral;
    auto end = at;
    double total = 0, section = 0, pending = 0;
    std::string digits;
    for (; end < text_.size(); ++end) {
      if (const auto digit = chinese_digit(text_[end])) {
        // Two digits in a row with a scale beside them are a span (二三十, 十七八) or the name of a plan (十四五):
        // worth a little more than the first, so that 十四五 is neither 十五五 nor 十五.
        pending = pending > 0 ? pending + *digit / 10.0 : *digit;
        digits.push_back(static_cast<char>('0' + *digit));
      } else if (const double small = small_scale(text_[end]); small > 0) {
        section += (pending == 0 && end == at ? 1 : pending) * small;
        pending = 0;
        numeral.any_scale = true;
        numeral.positional = false;
      } else if (const double large = large_scale(text_[end]); large > 0 && end > at) {
        total += (section + pending) * large;
        section = pending = 0;
        numeral.any_scale = true;
        numeral.positional = false;
      } else {
        break;
      }
    }
    numeral.end = end;
    numeral.digits = digits.size();
    numeral.value =
        numeral.positional && digits.size() > 1 ? std::strtod(digits.c_str(), nullptr) : total + section + pending;
    return numeral;
  }

  // 六十二点五; 点 behind an hour and before 分 was read as a time.
  [[nodiscard]] std::uint32_t skip_decimals(std::uint32_t at, double& value) const {
    if (char_at(at) != U'点' || !chinese_digit(char_at(at + 1))) return at;
    double place = 0.1, part = 0;
    auto end = at + 1;
    for (; chinese_digit(char_at(end)); ++end, place /= 10) part += place * *chinese_digit(text_[end]);
    if (small_scale(char_at(end)) > 0) return at;
    value += part;
    return end;
  }

  std::optional<std::uint32_t> chinese_at(std::uint32_t at) {
    const auto numeral = numeral_at(at);
    auto end = numeral.end;
    if (end == at) return {};
    Number number{{at, end}, numeral.value, false, true, 0};
    const char32_t behind = char_at(end);
    const bool numbered = at > 0 && text_[at - 1] == U'第';
    number.ordinal = (numbered && !is_one_of(behind, kNumbered)) || (at == 0 && is_one_of(behind, kOrdinalMarks));
    if (const auto decimals = skip_decimals(end, number.value); decimals > end) {
      end = decimals;
      for (double scale; (scale = std::max(small_scale(char_at(end)), large_scale(char_at(end)))) > 0; ++end)
        number.value *= scale;
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
    const bool measured = is_one_of(behind, kMeasures);
    const bool counts = lone ? measured && (chinese_digit(text_[at]) || text_[at] == U'十')
                             : measured || (numeral.any_scale ? numeral.digits > 0 : numeral.digits > 2);
    if (number.ordinal || numbered || counts) return add(number);
    return {};
  }

  // 百分之六十二点五, 三分之一, 4分之1.
  std::optional<std::uint32_t> fraction_at(std::uint32_t at) {
    double parts = 0;
    auto end = at;
    if (is_ascii_digit(text_[at])) return {};
    if (has(at, U"百分之") || has(at, U"千分之") || has(at, U"万分之")) {
      parts = text_[at] == U'百' ? 100 : text_[at] == U'千' ? 1000 : 10000;
      end = at + 1;
    } else if (chinese_digit(text_[at]) || small_scale(text_[at]) > 0) {
      const auto numeral = numeral_at(at);
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
      const auto numeral = numeral_at(end);
      if (numeral.end == end) return {};
      value = numeral.value;
      end = skip_decimals(numeral.end, value);
    }
    return add({{at, end}, value / parts, false, true, 0});
  }

  // --- times and dates -----------------------------------------------------------------------------------------------

  // 22:30, 22时30分, 十时半, 3 p.m. `begin`: where the part of the day before it begins, if one is given.
  std::optional<std::uint32_t> clock_at(std::uint32_t at, std::uint32_t begin, const bool* afternoon) {
    // Not 24 and 59: a misprinted time (90时) is a time, and must be compared as one.
    constexpr double kMostHour = 99, kMostMinute = 99;
    double hour = 0, minute = 0;
    auto end = at;
    bool said = afternoon != nullptr;  // that it is a time, by something else than 时 or 点
    if (is_ascii_digit(char_at(at))) {
      while (is_ascii_digit(char_at(end)) && (end == at || !begins_[end])) ++end;
      hour = value_of_digits(at, end);
      if (char_at(end) == ':') {
        auto minutes = end + 1;
        while (is_ascii_digit(char_at(minutes))) ++minutes;
        minute = value_of_digits(end + 1, minutes);
        end = minutes;
        if (char_at(end) == ':') return ratio_at(at);
        return hour <= kMostHour && minute <= kMostMinute
                   ? std::optional(add_clock(begin, end, hour, minute, afternoon))
                   : ratio_at(at);
      }
      // Hours without minutes, in English: 3 p.m.
      if (const auto half = end < text_.size() ? value_word_at(text_, end, begins_) : std::nullopt;
          half && half->kind == ValueKind::half_day && hour <= kMostHour) {
        return add_clock(begin, end, hour, 0, afternoon);
      }
    } else {
      const auto numeral = numeral_at(at);
      if (numeral.end == at || numeral.digits > 2) return {};
      hour = numeral.value;
      end = numeral.end;
    }
    if (end == at || hour > kMostHour || !is_one_of(char_at(end), U"时点시")) return {};
    const bool point = text_[end] == U'点', words = !is_ascii_digit(text_[at]);
    ++end;
    const auto minutes = end;
    if (char_at(end) == U'半') {
      minute = 30;
      ++end;
      said = true;
    } else if (is_ascii_digit(char_at(end))) {
      while (is_ascii_digit(char_at(end))) ++end;
      minute = value_of_digits(minutes, end);
    } else if (is_numeral(char_at(end))) {
      const auto numeral = numeral_at(end);
      minute = numeral.value;
      end = numeral.end;
    }
    if (end > minutes && text_[end - 1] != U'半') {
      if (!is_one_of(char_at(end), U"分분") || minute > kMostMinute) {
        if (!said) return {};
        end = minutes;  // 晚上十点三个人
        minute = 0;
      } else {
        ++end;
        said = true;
      }
    }
    const bool sure = said || (!point && !words) || has(end, U"钟") || has(end, U"整") || has(end, U"许");
    if (!sure) return {};  // 三点意见, 一时
    return add_clock(begin, end, hour, minute, afternoon);
  }

  std::uint32_t add_clock(std::uint32_t begin, std::uint32_t end, double hour, double minute, const bool* afternoon) {
    constexpr double kNoon = 12;
    bool late = afternoon != nullptr && *afternoon;
    if (const auto half = end < text_.size() ? value_word_at(text_, end, begins_) : std::nullopt;
        half && half->kind == ValueKind::half_day) {
      end += half->length;
      late = half->value > 0;
    }
    if (late && hour < kNoon) hour += kNoon;
    return add_all({begin, end}, {hour, minute}, false);
  }

  // 3:1, 1:23:45: numbers that are parted by colons.
  std::uint32_t ratio_at(std::uint32_t at) {
    auto end = at;
    std::vector<double> values;
    while (is_ascii_digit(char_at(end))) {
      const auto begin = end;
      while (is_ascii_digit(char_at(end))) ++end;
      values.push_back(value_of_digits(begin, end));
      if (char_at(end) == ':') ++end;
    }
    for (const double value : values) numbers_.push_back({{at, end}, value, false, false, 0});
    return end;
  }

  // 周三, 星期日, 礼拜天; but not 一周三次.
  std::optional<std::uint32_t> weekday_at(std::uint32_t at) {
    auto end = at;
    if (has(at, U"星期") || has(at, U"礼拜")) {
      end = at + 2;
    } else if (text_[at] == U'周' && !(at > 0 && (is_numeral(text_[at - 1]) || is_ascii_digit(text_[at - 1])))) {
      end = at + 1;
    }
    if (end == at) return {};
    constexpr Text kDays = U"一二三四五六日天";
    const auto day = kDays.find(char_at(end));
    if (end >= text_.size() || day == Text::npos || is_numeral(char_at(end + 1))) return {};
    return add({{at, end + 1}, day >= 6 ? 7.0 : static_cast<double>(day + 1), false, true});
  }

  static bool is_day(const Number& number) {
    constexpr double kMostDays = 31;
    return !number.chinese && number.value >= 1 && number.value <= kMostDays &&
           number.value == static_cast<double>(static_cast<int>(number.value));
  }

  [[nodiscard]] std::uint32_t skip_small_words(std::uint32_t at) const {
    constexpr std::array<Text, 6> kWords = {U"st", U"nd", U"rd", U"th", U"of", U"de"};
    for (std::uint32_t round = 0; round < 2; ++round) {  // the 14th of January
      for (const Text word : kWords) {
        const auto end = at + word.size();
        if (has(at, word) && begins_[at] && begins_[end]) at = static_cast<std::uint32_t>(end);
      }
    }
    return at;
  }

  [[nodiscard]] std::optional<std::uint32_t> year_at(std::uint32_t at) const {
    constexpr std::uint32_t kYearDigits = 4;
    if (!is_ascii_digit(char_at(at))) return {};
    const auto end = digits_end(at);
    const bool year = end - at == kYearDigits && (text_[at] == '1' || text_[at] == '2');
    return year ? std::optional(end) : std::nullopt;
  }

  // 14 January 2026: `day` is what was read before the month.
  std::optional<std::uint32_t> date_behind_day(const Number& day) {
    if (!is_day(day)) return {};
    const auto at = skip_small_words(day.range.end);
    const auto month = at < text_.size() ? value_word_at(text_, at, begins_) : std::nullopt;
    if (!month || month->kind != ValueKind::month) return {};
    auto end = at + month->length;
    const auto of = skip_small_words(end);
    if (const auto year = year_at(of)) {
      return add_all({day.range.begin, *year}, {value_of_digits(of, *year), month->value, day.value}, false);
    }
    return add_all({day.range.begin, end}, {month->value, day.value}, false);
  }

  // January 14, 2026; January 2026; January.
  std::uint32_t month_at(std::uint32_t at, const ValueWord& month) {
    const auto end = at + month.length;
    const auto next = skip_small_words(end);
    if (const auto year = year_at(next))
      return add_all({at, *year}, {value_of_digits(next, *year), month.value}, false);
    if (is_ascii_digit(char_at(next))) {
      const auto digits = digits_end(next);
      const Number day{{next, digits}, value_of_digits(next, digits), false, false, 0};
      if (is_day(day) && digits - next <= 2) {
        const auto behind = skip_small_words(digits);
        if (const auto year = year_at(behind))
          return add_all({at, *year}, {value_of_digits(behind, *year), month.value, day.value}, false);
        return add_all({at, behind}, {month.value, day.value}, false);
      }
    }
    return month.ambiguous ? end : add({{at, end}, month.value, false, false, 0});
  }

  // --- words of alphabets --------------------------------------------------------------------------------------------

  std::uint32_t word_at(std::uint32_t at) {
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

  Text text_;
  std::span<const char> begins_;
  std::vector<Number> numbers_;
};

// Where neighbours of one kind are one word.
std::vector<char> begins_by_kind(Text text) {
  const auto kind = [](char32_t c) { return is_ascii_digit(c) || c == '.' || c == '%' ? 1 : is_latin(c) ? 2 : 0; };
  std::vector<char> begins(text.size() + 1, 1);
  for (std::size_t at = 1; at < text.size(); ++at)
    begins[at] = kind(text[at]) == 0 || kind(text[at]) != kind(text[at - 1]);
  return begins;
}

}  // namespace

std::vector<Number> find_numbers(Text folded, std::span<const char> word_begins) {
  if (word_begins.size() == folded.size() + 1) return Reader(folded, word_begins).read();
  const auto begins = begins_by_kind(folded);
  return Reader(folded, begins).read();
}

}  // namespace yiwen
