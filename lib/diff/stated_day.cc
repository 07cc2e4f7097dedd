// SPDX-License-Identifier: Apache-2.0
#include "diff/stated_day.h"

#include <algorithm>
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
  bool behind_slash = false;
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

// 19/12/2031 and 12/19/2031 are one day; 5/3/2031 may be two. 0 where it cannot be told.
std::uint32_t day_before_year(const Group& first, const Group& second, const Group& year) {
  if (!second.behind_slash || !year.behind_slash || year.digits != 4 || first.digits > 2 || second.digits > 2) return 0;
  constexpr std::uint32_t kMonths = 12;
  if ((first.value > kMonths) == (second.value > kMonths) && first.value != second.value) return 0;
  return year.value * 10000 + std::min(first.value, second.value) * 100 + std::max(first.value, second.value);
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
      const bool behind_slash = at > 0 && folded[at - 1] == '/';
      groups.push_back(digits_at(folded, at));
      groups.back().behind_slash = behind_slash;
    } else if (chinese_digit(folded[at]) || small_scale(folded[at]) > 0) {
      groups.push_back(numeral_group_at(folded, at));
    } else {
      ++at;
    }
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::uint32_t day = 0;
    if (groups[i].digits == kCompact) day = groups[i].value;
    if (i >= 2 && groups[i].behind_slash && groups[i - 1].behind_slash) {
      day = day_before_year(groups[i - 2], groups[i - 1], groups[i]);
      if (is_day(day)) return day;
      if (groups[i].digits == 4) continue;
    }
    if (groups[i].digits == 4 && i + 2 < groups.size() && groups[i + 1].digits <= 2 && groups[i + 2].digits <= 2)
      day = groups[i].value * 10000 + groups[i + 1].value * 100 + groups[i + 2].value;
    if (is_day(day)) return day;
  }
  return {};
}

}  // namespace yiwen
