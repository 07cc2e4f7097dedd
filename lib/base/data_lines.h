// SPDX-License-Identifier: Apache-2.0
//
// The lists that rooms keep in data/: an entry a line, its fields parted by tabs. Empty lines and lines that begin with
// # say nothing.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace yiwen {

template <class Body>
void each_data_line(std::string_view file, Body body) {
  while (!file.empty()) {
    const std::string_view line = file.substr(0, file.find('\n'));
    file.remove_prefix(std::min(file.size(), line.size() + 1));
    if (!line.empty() && line.front() != '#') body(line);
  }
}

// The field before the next tab, which is taken off the line with it.
[[nodiscard]] inline std::string_view next_field(std::string_view& line) {
  const auto field = line.substr(0, line.find('\t'));
  line.remove_prefix(std::min(line.size(), field.size() + 1));
  return field;
}

// The parts of a field, which a mark parts; none of an empty field.
[[nodiscard]] inline std::vector<std::string_view> parts_of(std::string_view field, char mark) {
  std::vector<std::string_view> parts;
  while (!field.empty()) {
    parts.push_back(field.substr(0, field.find(mark)));
    field.remove_prefix(std::min(field.size(), parts.back().size() + 1));
  }
  return parts;
}

}  // namespace yiwen
