// SPDX-License-Identifier: Apache-2.0
#include "classify/protected_pairs.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_protected_pairs_tsv;
}

namespace {

bool is_only_whole(std::string_view word) {
  const auto chars = to_utf32(word);
  return chars.size() == 1 || std::all_of(chars.begin(), chars.end(), is_latin);
}

std::vector<ProtectedPair> read_pairs(std::string_view table) {
  std::vector<ProtectedPair> pairs;
  while (!table.empty()) {
    std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    std::array<std::string_view, 5> fields;
    for (auto& field : fields) {
      field = line.substr(0, line.find('\t'));
      line.remove_prefix(std::min(line.size(), field.size() + 1));
    }
    pairs.push_back({to_utf32(fields[0]), to_utf32(fields[1]), std::string(fields[2]),
                     fields[3] == "critical" ? Severity::critical : Severity::major, std::string(fields[4]),
                     is_only_whole(fields[0]) || is_only_whole(fields[1])});
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const ProtectedPair& a, const ProtectedPair& b) {
    return a.first.size() + a.second.size() > b.first.size() + b.second.size();
  });
  return pairs;
}

}  // namespace

std::span<const ProtectedPair> protected_pairs() {
  static const std::vector<ProtectedPair> pairs = read_pairs(embedded::classify_protected_pairs_tsv);
  return pairs;
}

}  // namespace yiwen
