// SPDX-License-Identifier: Apache-2.0
#include "classify/known_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/data_lines.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_known_names_tsv;
}

namespace {

class Names {
 public:
  explicit Names(std::string_view file) {
    std::size_t bearer = 0;
    each_data_line(file, [&](std::string_view line) {
      const auto kind = next_field(line);
      for (; !line.empty(); ++bearer) {
        for (const auto word : parts_of(next_field(line), ' ')) {
          const auto name = normalize(word).chars;
          longest_ = std::max(longest_, name.size());
          by_name_[name].emplace_back(kind, bearer);
        }
      }
    });
  }

  [[nodiscard]] std::vector<KnownName> around(std::u32string_view text, TextRange<Normal> words) const {
    std::vector<KnownName> found;
    const auto reach = static_cast<std::uint32_t>(longest_);
    const auto size = static_cast<std::uint32_t>(text.size());
    for (auto begin = words.end > reach ? words.end - reach : 0; begin <= words.begin; ++begin) {
      // A name that begins where nothing is said, or ends there, touches it.
      for (auto end = std::min(size, begin + reach); end > begin && end >= words.end; --end) {
        const auto bearers = by_name_.find(std::u32string(text.substr(begin, end - begin)));
        if (bearers == by_name_.end()) continue;
        for (const auto& [kind, bearer] : bearers->second) found.push_back({{begin, end}, kind, bearer});
        break;
      }
    }
    return found;
  }

 private:
  std::unordered_map<std::u32string, std::vector<std::pair<std::string_view, std::size_t>>> by_name_;  // looked up only
  std::size_t longest_ = 0;
};

}  // namespace

std::vector<KnownName> known_names_around(std::u32string_view text, TextRange<Normal> words) {
  static const Names kNames(embedded::classify_known_names_tsv);
  return kNames.around(text, words);
}

}  // namespace yiwen
