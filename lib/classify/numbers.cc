// SPDX-License-Identifier: Apache-2.0
#include "classify/numbers.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

namespace yiwen {

namespace {

using Text = std::u32string_view;

std::optional<int> chinese_digit(char32_t c) {
  constexpr Text digits = U"零一二三四五六七八九";
  if (const auto at = digits.find(c); at != Text::npos) return static_cast<int>(at);
  if (c == U'〇') return 0;
  if (c == U'两') return 2;
  return {};
}

double small_scale(char32_t c) { return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0; }
double large_scale(char32_t c) { return c == U'万' ? 1e4 : c == U'亿' ? 1e8 : c == U'兆' ? 1e12 : 0; }

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_percent(char32_t c) { return c == '%' || c == U'‰'; }

// What may stand behind a single Chinese numeral for it to be a number.
constexpr Text kMeasures = U"年月日号个家款项名人次倍元吨位台辆户座条件天周期届岁成块套批种类点";
constexpr Text kOrdinalMarks = U"是要";  // 一是, 三要: the heads of points

std::uint32_t skip_scales(Text text, std::uint32_t at, double& value) {
  // 20余万 is 20万余.
  const bool odd = at + 1 < text.size() && (text[at] == U'余' || text[at] == U'多');
  if (odd && std::max(small_scale(text[at + 1]), large_scale(text[at + 1])) > 0) ++at;
  while (at < text.size()) {
    const double scale = std::max(small_scale(text[at]), large_scale(text[at]));
    if (scale == 0) break;
    value *= scale;
    ++at;
  }
  return at;
}

Number arabic_at(Text text, std::uint32_t at) {
  std::string digits;
  std::uint32_t end = at;
  while (end < text.size() && (is_digit(text[end]) || (text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1])))) {
    digits.push_back(static_cast<char>(text[end++]));
  }
  Number number{{at, end}, std::strtod(digits.c_str(), nullptr), at > 0 && text[at - 1] == U'第', false};
  if (end < text.size() && is_percent(text[end])) {
    number.value /= text[end] == '%' ? 100 : 1000;
    ++end;
  } else {
    end = skip_scales(text, end, number.value);
  }
  number.range.end = end;
  return number;
}

std::optional<Number> chinese_at(Text text, std::uint32_t at) {
  std::uint32_t end = at;
  double total = 0, section = 0, pending = 0;
  bool any_scale = false, positional = true;
  std::string digits;
  while (end < text.size()) {
    if (const auto digit = chinese_digit(text[end])) {
      // Two digits in a row with a scale beside them are a span (二三十, 十七八) or the name of a plan (十四五): worth a
      // little more than the first, so that 十四五 is neither 十五五 nor 十五.
      pending = pending > 0 ? pending + *digit / 10.0 : *digit;
      digits.push_back(static_cast<char>('0' + *digit));
    } else if (const double small = small_scale(text[end]); small > 0) {
      section += (pending == 0 && end == at ? 1 : pending) * small;
      pending = 0;
      any_scale = true;
      positional = false;
    } else if (const double large = large_scale(text[end]); large > 0 && end > at) {
      total += (section + pending) * large;
      section = pending = 0;
      any_scale = true;
      positional = false;
    } else {
      break;
    }
    ++end;
  }
  if (end == at) return {};
  Number number{{at, end}, 0, at > 0 && text[at - 1] == U'第', true};
  // 二〇二六 is read digit by digit, 二十六 by its scales.
  number.value = positional && digits.size() > 1 ? std::strtod(digits.c_str(), nullptr) : total + section + pending;
  const char32_t behind = end < text.size() ? text[end] : 0;
  const bool head_of_point = at == 0 && kOrdinalMarks.find(behind) != Text::npos && behind != 0;
  if (head_of_point) number.ordinal = true;
  const bool lone = end - at == 1;
  const bool measured = behind != 0 && kMeasures.find(behind) != Text::npos;
  const bool counts = lone ? measured && (chinese_digit(text[at]) || text[at] == U'十')
                           : measured || (any_scale ? digits.size() > 0 : digits.size() > 2);
  if (number.ordinal || counts) {
    return number;
  }
  return {};
}

}  // namespace

std::vector<Number> find_numbers(Text text) {
  std::vector<Number> numbers;
  for (std::uint32_t at = 0; at < text.size();) {
    std::optional<Number> number;
    if (is_digit(text[at])) {
      number = arabic_at(text, at);
    } else if (chinese_digit(text[at]) || small_scale(text[at]) > 0) {
      number = chinese_at(text, at);
      if (!number) {  // not a number: neither is its tail
        while (at < text.size() && (chinese_digit(text[at]) || small_scale(text[at]) > 0 || large_scale(text[at]) > 0)) ++at;
        continue;
      }
    }
    if (number) {
      numbers.push_back(*number);
      at = number->range.end;
    } else {
      ++at;
    }
  }
  return numbers;
}

}  // namespace yiwen
