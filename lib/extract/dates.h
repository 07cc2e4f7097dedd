// SPDX-License-Identifier: Apache-2.0
//
// Dates and times of day as pages print them, in folded text.
#pragma once

#include <cstddef>
#include <string_view>

namespace yiwen {

struct DateMatch {
  std::size_t size = 0;   // characters, 0 for no match; a weekday and a time of day behind the date are part of it
  bool has_date = false;  // year, month and day
  bool has_time = false;
  bool numeric = false;  // 2026-03-05: digits and marks only, as machines write it
};

// The date, date and time, or time that begins at `at`. REQUIRES: text is folded (see folded_text.h)
[[nodiscard]] DateMatch match_date(std::u32string_view text, std::size_t at);

}  // namespace yiwen
