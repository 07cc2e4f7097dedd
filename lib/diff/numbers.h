// SPDX-License-Identifier: Apache-2.0
//
// Numbers by value: 41.7万亿 is 417000亿, 百分之六十 is 60%, 晚上十时半 is 22:30, January 14 is 14 January.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "yiwen/text_range.h"

namespace yiwen {

struct Number {
  TextRange<Normal> range;  // relative to the text given; digits and scale, without the unit behind
  double value = 0;         // exact for what news prints: 15 digits
  bool ordinal = false;     // 一是, 三要, 第二,: counts the order of points, not things
  bool chinese = false;     // written in words: Chinese numerals, three
  double also = 0;          // another value that it may have: 5m may be five million; 0 where there is none

  friend bool operator==(const Number&, const Number&) = default;
};

// Every number in folded text, in order. Chinese numerals count only where they are surely numbers: behind 第, with a
// scale or a unit of measure or date behind them, or two and more together; 一起, 统一, 十分 are words.
// A time and a date in words are several numbers (hour and minute; year, month and day) that share one range.
// `word_begins[i]`: a word, a number or a character begins with folded[i]; one more entry for the end. Without it,
// neighbours of one kind are one word.
[[nodiscard]] std::vector<Number> find_numbers(std::u32string_view folded, std::span<const char> word_begins = {});

}  // namespace yiwen
