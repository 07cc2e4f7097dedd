// SPDX-License-Identifier: Apache-2.0
//
// Finds the numbers of one text, from its begin to its end. For numbers.cc and times_and_dates.cc.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "diff/numbers.h"
#include "diff/value_words.h"

namespace yiwen {

[[nodiscard]] inline bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
[[nodiscard]] inline bool is_one_of(char32_t c, std::u32string_view these) {
  return c != 0 && these.find(c) != std::u32string_view::npos;
}

class NumberReader {
 public:
  // Both must outlive it. REQUIRES: word_begins.size() == text.size() + 1
  NumberReader(std::u32string_view text, std::span<const char> word_begins) : text_(text), begins_(word_begins) {}

  std::vector<Number> read() && {
    for (std::uint32_t at = 0; at < text_.size();) {
      const auto end = number_at(at);
      at = end > at ? end : at + 1;
    }
    return std::move(numbers_);
  }

 private:
  [[nodiscard]] char32_t char_at(std::size_t at) const { return at < text_.size() ? text_[at] : 0; }
  // 第 at `mark`, its number up to `end`: whether it heads a point of a speech, and is no rank or number of something.
  [[nodiscard]] bool counts_points(std::uint32_t mark, std::uint32_t end) const;
  [[nodiscard]] bool has(std::size_t at, std::u32string_view word) const {
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
  std::uint32_t number_at(std::uint32_t at);

  // numbers.cc: digits, with their scale and percent sign.
  [[nodiscard]] std::uint32_t digits_end(std::uint32_t at) const;
  std::uint32_t skip_scales(std::uint32_t at, double& value) const;
  std::uint32_t skip_percent(std::uint32_t at, double& value) const;
  std::uint32_t arabic_at(std::uint32_t at);
  [[nodiscard]] double value_of_digits(std::uint32_t begin, std::uint32_t end) const;

  // Chinese numerals that are surely a number: 第十, 三亿, 百分之六十.
  std::optional<std::uint32_t> chinese_at(std::uint32_t at);
  std::optional<std::uint32_t> fraction_at(std::uint32_t at);

  // Roman ones that rank: Ⅱ级, III期.
  std::optional<std::uint32_t> roman_at(std::uint32_t at);

  // Words of alphabets: three, twenty-one million, January.
  std::uint32_t word_at(std::uint32_t at);

  // times_and_dates.cc. `begin`: where the part of the day begins that stands before the hour; `afternoon`: which it
  // is.
  std::optional<std::uint32_t> clock_at(std::uint32_t at, std::uint32_t begin, std::optional<bool> afternoon);
  std::uint32_t add_clock(std::uint32_t begin, std::uint32_t end, double hour, double minute,
                          std::optional<bool> afternoon);
  std::uint32_t ratio_at(std::uint32_t at);
  std::optional<std::uint32_t> weekday_at(std::uint32_t at);
  static bool is_day(const Number& number);
  [[nodiscard]] std::uint32_t skip_small_words(std::uint32_t at) const;
  [[nodiscard]] std::optional<std::uint32_t> year_at(std::uint32_t at) const;
  std::optional<std::uint32_t> date_behind_day(const Number& day);
  std::uint32_t month_at(std::uint32_t at, const ValueWord& month);

  std::u32string_view text_;
  std::span<const char> begins_;
  std::vector<Number> numbers_;
};

}  // namespace yiwen
