// SPDX-License-Identifier: Apache-2.0
//
// Chinese numerals: what they come to, before it is known whether they are a number at all (numbers.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yiwen {

[[nodiscard]] std::optional<int> chinese_digit(char32_t c);

// 10, 100, 1000 for 十 百 千, 1e4, 1e8, 1e12 for 万 亿 兆, with the Korean ones; 0 for other characters.
[[nodiscard]] double small_scale(char32_t c);
[[nodiscard]] double large_scale(char32_t c);
[[nodiscard]] inline double scale_of(char32_t c) { return small_scale(c) > 0 ? small_scale(c) : large_scale(c); }

[[nodiscard]] inline bool is_numeral(char32_t c) { return chinese_digit(c) || scale_of(c) > 0; }

struct Numeral {
  double value = 0;
  std::uint32_t end = 0;  // behind it: where it begins, if there is none
  bool any_scale = false;
  bool positional = true;  // 二〇二六 is read digit by digit, 二十六 by its scales
  std::size_t digits = 0;
};

// The numeral that begins at `at`.
[[nodiscard]] Numeral numeral_at(std::u32string_view text, std::uint32_t at);

// 六十二|点五: adds what stands behind 点 to the value; the end of it, or `at` where no decimals stand there. 点 behind
// an hour and before 分 is a time, and must be read before.
[[nodiscard]] std::uint32_t skip_decimals(std::u32string_view text, std::uint32_t at, double& value);

}  // namespace yiwen
