// SPDX-License-Identifier: Apache-2.0
//
// Times of the day and dates, as the numbers that they are made of: 晚上十时半 is 22 and 30, January 14, 2026 is 2026,
// 1 and 14.
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "diff/number_reader.h"
#include "diff/numerals.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

}  // namespace

// 22:30, 22时30分, 十时半, 3 p.m. `begin`: where the part of the day before it begins, if one is given.
std::optional<std::uint32_t> NumberReader::clock_at(std::uint32_t at, std::uint32_t begin,
                                                    std::optional<bool> afternoon) {
  // Not 24 and 59: a misprinted time (90时) is a time, and must be compared as one.
  constexpr double kMostHour = 99, kMostMinute = 99;
  double hour = 0, minute = 0;
  auto end = at;
  bool said = afternoon.has_value();  // that it is a time, by something else than 时 or 点
  if (is_ascii_digit(char_at(at))) {
    while (is_ascii_digit(char_at(end)) && (end == at || !begins_[end])) ++end;
    hour = value_of_digits(at, end);
    if (char_at(end) == ':') {
      auto minutes = end + 1;
      while (is_ascii_digit(char_at(minutes))) ++minutes;
      minute = value_of_digits(end + 1, minutes);
      end = minutes;
      if (char_at(end) == ':') return ratio_at(at);
      return hour <= kMostHour && minute <= kMostMinute ? std::optional(add_clock(begin, end, hour, minute, afternoon))
                                                        : ratio_at(at);
    }
    // Hours without minutes, in English: 3 p.m.
    if (const auto half = end < text_.size() ? value_word_at(text_, end, begins_) : std::nullopt;
        half && half->kind == ValueKind::half_day && hour <= kMostHour) {
      return add_clock(begin, end, hour, 0, afternoon);
    }
  } else {
    const auto numeral = numeral_at(text_, at);
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
    const auto numeral = numeral_at(text_, end);
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

std::uint32_t NumberReader::add_clock(std::uint32_t begin, std::uint32_t end, double hour, double minute,
                                      std::optional<bool> afternoon) {
  constexpr double kNoon = 12;
  bool late = afternoon.value_or(false);
  if (const auto half = end < text_.size() ? value_word_at(text_, end, begins_) : std::nullopt;
      half && half->kind == ValueKind::half_day) {
    end += half->length;
    late = half->value > 0;
  }
  if (late && hour < kNoon) hour += kNoon;
  return add_all({begin, end}, {hour, minute}, false);
}

// 3:1, 1:23:45: numbers that are parted by colons.
std::uint32_t NumberReader::ratio_at(std::uint32_t at) {
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
std::optional<std::uint32_t> NumberReader::weekday_at(std::uint32_t at) {
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

bool NumberReader::is_day(const Number& number) {
  constexpr double kMostDays = 31;
  return !number.chinese && number.value >= 1 && number.value <= kMostDays &&
         number.value == static_cast<double>(static_cast<int>(number.value));
}

std::uint32_t NumberReader::skip_small_words(std::uint32_t at) const {
  constexpr std::array<Text, 6> kWords = {U"st", U"nd", U"rd", U"th", U"of", U"de"};
  for (std::uint32_t round = 0; round < 2; ++round) {  // the 14th of January
    for (const Text word : kWords) {
      const auto end = at + word.size();
      if (has(at, word) && begins_[at] && begins_[end]) at = static_cast<std::uint32_t>(end);
    }
  }
  return at;
}

std::optional<std::uint32_t> NumberReader::year_at(std::uint32_t at) const {
  constexpr std::uint32_t kYearDigits = 4;
  if (!is_ascii_digit(char_at(at))) return {};
  const auto end = digits_end(at);
  const bool year = end - at == kYearDigits && (text_[at] == '1' || text_[at] == '2');
  return year ? std::optional(end) : std::nullopt;
}

// 14 January 2026: `day` is what was read before the month.
std::optional<std::uint32_t> NumberReader::date_behind_day(const Number& day) {
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
std::uint32_t NumberReader::month_at(std::uint32_t at, const ValueWord& month) {
  const auto end = at + month.length;
  const auto next = skip_small_words(end);
  if (const auto year = year_at(next)) return add_all({at, *year}, {value_of_digits(next, *year), month.value}, false);
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

}  // namespace yiwen
