// SPDX-License-Identifier: Apache-2.0
#include "classify/predicates.h"

#include <algorithm>
#include <vector>

#include "base/data_lines.h"
#include "base/utf8.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_predicates_txt;
}

bool is_predicate(std::u32string_view word) {
  static const auto kPredicates = [] {
    std::vector<std::string_view> predicates;
    each_data_line(embedded::classify_predicates_txt, [&](std::string_view line) {
      const auto words = parts_of(line, ' ');
      predicates.insert(predicates.end(), words.begin(), words.end());
    });
    std::sort(predicates.begin(), predicates.end());
    return predicates;
  }();
  return std::binary_search(kPredicates.begin(), kPredicates.end(), to_utf8(word));
}

}  // namespace yiwen
