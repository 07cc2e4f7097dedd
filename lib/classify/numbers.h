// SPDX-License-Identifier: Apache-2.0
//
// Numbers by value: 41.7万亿 is 417000亿, 第十 is 第10, 二〇二六年 is 2026年.
#pragma once

#include <string_view>
#include <vector>

#include "yiwen/text_range.h"

namespace yiwen {

struct Number {
  TextRange<Normal> range;  // relative to the text given; digits and scale, without the unit behind
  double value = 0;         // exact for what news prints: 15 digits
  bool ordinal = false;     // 第十, 一是, 三要: counts the order of points, not things
  bool chinese = false;     // written in Chinese numerals

  friend bool operator==(const Number&, const Number&) = default;
};

// Every number in folded text, in order. Chinese numerals count only where they are surely numbers: behind 第, with a scale
// or a unit of measure or date behind them, or two and more together; 一起, 统一, 十分 are words.
[[nodiscard]] std::vector<Number> find_numbers(std::u32string_view folded);

}  // namespace yiwen
