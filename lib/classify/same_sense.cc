// SPDX-License-Identifier: Apache-2.0
#include "classify/same_sense.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/data_lines.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_same_sense_txt;
}

namespace {

class Senses {
 public:
  explicit Senses(std::string_view file) {
    std::uint32_t group = 0;
    each_data_line(file, [&](std::string_view line) {
      for (const auto word : parts_of(line, ' ')) groups_[normalize(word).chars].push_back(group);
      ++group;
    });
  }

  [[nodiscard]] bool share(std::u32string_view word, std::u32string_view other) const {
    const auto here = groups_.find(std::u32string(word)), there = groups_.find(std::u32string(other));
    if (here == groups_.end() || there == groups_.end()) return false;
    return std::any_of(here->second.begin(), here->second.end(), [&](std::uint32_t group) {
      return std::find(there->second.begin(), there->second.end(), group) != there->second.end();
    });
  }

 private:
  std::unordered_map<std::u32string, std::vector<std::uint32_t>> groups_;  // of each word; looked up only
};

}  // namespace

bool have_one_sense(std::u32string_view word, std::u32string_view other) {
  static const Senses kSenses(embedded::classify_same_sense_txt);
  return kSenses.share(word, other);
}

}  // namespace yiwen
