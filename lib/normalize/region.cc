// SPDX-License-Identifier: Apache-2.0
#include "normalize/region.h"

#include <algorithm>
#include <map>

#include "base/data_lines.h"
#include "base/utf8.h"
#include "normalize/script_table.h"

namespace yiwen {

namespace embedded {
extern const std::string_view normalize_region_tsv;
}

namespace {

class RegionTable {
 public:
  RegionTable() {
    each_data_line(embedded::normalize_region_tsv, [&](std::string_view line) {
      const auto mainland = folded(next_field(line));
      while (!line.empty()) words_.emplace(folded(next_field(line)), mainland);
    });
    for (const auto& [word, mainland] : words_) {
      longest_ = std::max(longest_, static_cast<std::uint32_t>(word.size()));
      starts_.push_back(word.front());
    }
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
  }

  std::optional<RegionalWord> find(std::u32string_view text) const {
    if (text.empty() || !std::binary_search(starts_.begin(), starts_.end(), text.front())) return {};
    for (auto length = std::min<std::size_t>(longest_, text.size()); length > 0; --length) {
      if (const auto found = words_.find(std::u32string(text.substr(0, length))); found != words_.end()) {
        return RegionalWord{found->second, static_cast<std::uint32_t>(length)};
      }
    }
    return {};
  }

 private:
  static std::u32string folded(std::string_view word) {
    auto chars = to_utf32(word);
    for (auto& c : chars) c = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : ScriptTable::instance().fold(c);
    return chars;
  }

  std::map<std::u32string, std::u32string> words_;  // regional -> mainland
  std::u32string starts_;                           // first characters of the words, ascending
  std::uint32_t longest_ = 0;
};

}  // namespace

std::optional<RegionalWord> regional_word_at(std::u32string_view text) {
  static const RegionTable kTable;
  return kTable.find(text);
}

}  // namespace yiwen
