// SPDX-License-Identifier: Apache-2.0
#include "diff/stated_day.h"

#include <cstddef>
#include <vector>

#include "base/char_class.h"
#include "diff/numerals.h"

namespace yiwen {

namespace {

constexpr std::size_t kCompact = 8;  // digits of 20260305

struct Group {
  std::uint32_t value = 0;
  std::size_t digits = 0;
};

// The digits that begin at `at`, which is put behind them.
Group digits_at(std::u32string_view text, std::size_t& at) {
  Group group;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
    if (group.digits == kCompact) continue;
    group.value = group.value * 10 + static_cast<std::uint32_t>(text[at] - '0');
    ++group.digits;
  }
  return group;
}

// The same of 一九四九 and 二十一.
Group numeral_group_at(std::u32string_view text, std::size_t& at) {
  constexpr double kMostYear = 9999;
  const Numeral numeral = numeral_at(text, static_cast<std::uint32_t>(at));
  at = numeral.end;
  if (numeral.value > kMostYear) return {};
  const auto value = static_cast<std::uint32_t>(numeral.value);
  return {value, value < 100 ? std::size_t{2} : numeral.digits};
}

bool is_day(std::uint32_t day) {
  const auto month = day / 100 % 100, of_month = day % 100;
  return day / 10000 >= 1900 && month >= 1 && month <= 12 && of_month >= 1 && of_month <= 31;
}

}  // namespace

std::optional<std::uint32_t> stated_day(std::u32string_view folded) {
  std::vector<Group> groups;
  for (std::size_t at = 0; at < folded.size();) {
    if (folded[at] >= '0' && folded[at] <= '9') {
      groups.push_back(digits_at(folded, at));
    } else if (chinese_digit(folded[at]) || small_scale(folded[at]) > 0) {
      groups.push_back(numeral_group_at(folded, at));
    } else {
      ++at;
    }
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::uint32_t day = 0;
    if (groups[i].digits == kCompact) day = groups[i].value;
    if (groups[i].digits == 4 && i + 2 < groups.size() && groups[i + 1].digits <= 2 && groups[i + 2].digits <= 2)
      day = groups[i].value * 10000 + groups[i + 1].value * 100 + groups[i + 2].value;
    if (is_day(day)) return day;
  }
  return {};
}

}  // namespace yiwen
