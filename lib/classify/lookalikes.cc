// SPDX-License-Identifier: Apache-2.0
#include "classify/lookalikes.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/data_lines.h"
#include "base/utf8.h"
#include "normalize/script_table.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_lookalikes_txt;
extern const std::string_view classify_interchangeable_txt;
}  // namespace embedded

namespace {

using Groups = std::vector<std::u32string>;

Groups read_groups(std::string_view file) {
  Groups read;
  each_data_line(file, [&](std::string_view line) {
    auto group = to_utf32(line);
    for (auto& c : group) c = ScriptTable::instance().fold(c);
    read.push_back(std::move(group));
  });
  return read;
}

bool in_one_group(const Groups& groups, char32_t left, char32_t right) {
  return std::any_of(groups.begin(), groups.end(), [&](const std::u32string& group) {
    return group.find(left) != std::u32string::npos && group.find(right) != std::u32string::npos;
  });
}

}  // namespace

bool look_alike(char32_t left, char32_t right) {
  static const Groups kGroups = read_groups(embedded::classify_lookalikes_txt);
  return in_one_group(kGroups, left, right);
}

bool are_interchangeable(char32_t left, char32_t right) {
  static const Groups kGroups = read_groups(embedded::classify_interchangeable_txt);
  return in_one_group(kGroups, left, right);
}

}  // namespace yiwen
