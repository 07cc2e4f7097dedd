// SPDX-License-Identifier: Apache-2.0
#include "diff/numerals.h"

#include <cstdlib>
#include <string>

namespace yiwen {

std::optional<int> chinese_digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  if (const auto at = kDigits.find(c); at != std::u32string_view::npos) return static_cast<int>(at);
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

Numeral numeral_at(std::u32string_view text, std::uint32_t at) {
  Numeral numeral;
  auto end = at;
  double total = 0, section = 0, pending = 0;
  std::string digits;
  for (; end < text.size(); ++end) {
    if (const auto digit = chinese_digit(text[end])) {
      // Two digits in a row with a scale beside them are a span (二三十, 十七八) or the name of a plan (十四五):
      // worth a little more than the first, so that 十四五 is neither 十五五 nor 十五.
      pending = pending > 0 ? pending + *digit / 10.0 : *digit;
      digits.push_back(static_cast<char>('0' + *digit));
    } else if (const double small = small_scale(text[end]); small > 0) {
      section += (pending == 0 && end == at ? 1 : pending) * small;
      pending = 0;
      numeral.any_scale = true;
      numeral.positional = false;
    } else if (const double large = large_scale(text[end]); large > 0 && end > at) {
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

std::uint32_t skip_decimals(std::u32string_view text, std::uint32_t at, double& value) {
  const auto char_at = [&](std::size_t k) { return k < text.size() ? text[k] : char32_t{0}; };
  if (char_at(at) != U'点' || !chinese_digit(char_at(at + 1))) return at;
  double place = 0.1, part = 0;
  auto end = at + 1;
  for (; chinese_digit(char_at(end)); ++end, place /= 10) part += place * *chinese_digit(text[end]);
  if (small_scale(char_at(end)) > 0) return at;
  value += part;
  return end;
}

}  // namespace yiwen
