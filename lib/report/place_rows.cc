// SPDX-License-Identifier: Apache-2.0
#include "report/place_rows.h"

namespace yiwen {
namespace {

struct PartNames {
  std::string_view place, other;
};

PartNames part_names(FindingType type) {
  switch (type) {
    case FindingType::drift:
      return {};
    case FindingType::duplicate:
      return {"first", "second"};
    case FindingType::truncation:
      return {"range", "witness"};
    case FindingType::omission:
      return {"at", "missing"};
    case FindingType::addition:
      return {"range", ""};
    case FindingType::move:
      return {"range", "from"};
  }
  return {};
}

}  // namespace

std::vector<PlaceRow> place_rows(const Finding& finding) {
  std::vector<PlaceRow> rows;
  for (std::size_t r = 0; r < finding.readings.size(); ++r) {
    for (const Place& place : finding.readings[r].members) rows.push_back({"reading", r + 1, place});
  }
  const PartNames names = part_names(finding.type);
  if (finding.place && !names.place.empty()) rows.push_back({names.place, 0, *finding.place});
  if (finding.other && !names.other.empty()) rows.push_back({names.other, 0, *finding.other});
  for (const Place& place : finding.more) rows.push_back({"more", 0, place});
  return rows;
}

std::string_view words_of_other_side(const Finding& finding, std::string_view words_at_other) {
  return finding.readings.empty() ? words_at_other : std::string_view(finding.readings.front().text);
}

}  // namespace yiwen
