// SPDX-License-Identifier: Apache-2.0
//
// The findings as the rows of a table, one a place and witness: what CSV and the spreadsheet write.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "yiwen/report.h"

namespace yiwen {

struct PlaceRow {
  // What the place is to the finding, in the words of report.json: reading | first | second | range | witness | at |
  // missing | from | more.
  std::string_view part;
  std::size_t reading = 0;  // for a reading its number, from 1; 0 for every other part
  Place place;
};

// Every place of the finding in the order in which report.json has them.
[[nodiscard]] std::vector<PlaceRow> place_rows(const Finding& finding);

// What the rows of a finding are to be read against: the first reading, or the words at the other place. Empty where
// the finding knows neither.
[[nodiscard]] std::string_view words_of_other_side(const Finding& finding, std::string_view words_at_other);

}  // namespace yiwen
