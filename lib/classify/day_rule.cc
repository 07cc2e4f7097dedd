// SPDX-License-Identifier: Apache-2.0
//
// 今天 → 昨天: a day that is counted from the day of the paper. A paper that comes out a day later says 昨天 where the first
// one said 今天, and means the same.
#include <charconv>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/data_lines.h"
#include "base/utf8.h"
#include "base/words_by_role.h"
#include "classify/phrases.h"
#include "classify/protected_pairs.h"
#include "classify/rules.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_day_words_tsv;
}

namespace {

using Text = std::u32string_view;

struct DayWords {
  int from_today = 0;
  std::string part;
  Words words;
};

std::vector<DayWords> read_day_words(std::string_view file) {
  std::vector<DayWords> days;
  each_data_line(file, [&](std::string_view line) {
    const auto number = next_field(line);
    DayWords day;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), day.from_today);
    if (read.ec != std::errc{} || read.ptr != number.data() + number.size())
      throw std::runtime_error("day_words.tsv: no number of days: " + std::string(number));
    day.part = next_field(line);
    while (!line.empty()) day.words.push_back(to_utf32(next_field(line)));
    days.push_back(std::move(day));
  });
  return days;
}

const DayWords* day_of(Text word) {
  static const std::vector<DayWords> kDays = read_day_words(embedded::classify_day_words_tsv);
  const auto day = std::find_if(kDays.begin(), kDays.end(), [&](auto& d) { return is_one_of(word, d.words); });
  return day == kDays.end() ? nullptr : &*day;
}

// Days from one day (20260305) to another.
int days_between(std::uint32_t from, std::uint32_t to) {
  const auto day = [](std::uint32_t date) {
    return std::chrono::sys_days(std::chrono::year(static_cast<int>(date / 10000)) /
                                 std::chrono::month(date / 100 % 100) / std::chrono::day(date % 100));
  };
  return static_cast<int>((day(to) - day(from)).count());
}

}  // namespace

Answer rules::day_word(const Change& change) {
  if (change.left.empty() || change.right.empty()) return {};
  for (const auto& [here, there] : phrases_around(change)) {
    const auto *from = day_of(here), *to = day_of(there);
    if (!from || !to || from->from_today == to->from_today || from->part != to->part) continue;
    const auto is_own = [&, left = here, right = there](const ProtectedPair& pair) {
      return (pair.first == left && pair.second == right) || (pair.first == right && pair.second == left);
    };
    if (std::any_of(change.own_pairs.begin(), change.own_pairs.end(), is_own)) return {};
    const std::string words = quote(change, here) + " → " + quote(change, there);
    const int earlier = from->from_today - to->from_today;
    // Papers of which one says no day are taken for papers of two days that follow each other.
    const bool same = change.left_day && change.right_day ? days_between(*change.left_day, *change.right_day) == earlier
                                                          : earlier == 1 || earlier == -1;
    if (same)
      return Verdict{"wording", Severity::minor, Layer::wording, "a day counted from the day of the paper: " + words};
    return Verdict{"term", Severity::major, Layer::wording, "another day: " + words};
  }
  return {};
}

}  // namespace yiwen
