// SPDX-License-Identifier: Apache-2.0
#include "diff/value_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/data_lines.h"
#include "base/utf8.h"

namespace yiwen {

namespace embedded {
extern const std::string_view diff_value_words_tsv;
}

namespace {

constexpr std::array<std::pair<std::string_view, ValueKind>, 7> kKinds = {{{"month", ValueKind::month},
                                                                           {"weekday", ValueKind::weekday},
                                                                           {"number", ValueKind::number},
                                                                           {"ordinal", ValueKind::ordinal},
                                                                           {"scale", ValueKind::scale},
                                                                           {"percent", ValueKind::percent},
                                                                           {"half-day", ValueKind::half_day}}};

class ValueTable {
 public:
  explicit ValueTable(std::string_view file) {
    each_data_line(file, [&](std::string_view line) {
      const auto kind = next_field(line);
      const auto known = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& k) { return k.first == kind; });
      if (known == kKinds.end()) return;
      const double value = std::strtod(std::string(next_field(line)).c_str(), nullptr);
      while (!line.empty()) add(next_field(line), known->second, value);
    });
    for (auto& [first, words] : by_first_) {
      std::stable_sort(words.begin(), words.end(),
                       [](const Word& a, const Word& b) { return a.text.size() > b.text.size(); });
    }
  }

  std::optional<ValueWord> find(std::u32string_view text, std::size_t at, std::span<const char> word_begins) const {
    const auto found = by_first_.find(text[at]);
    if (found == by_first_.end() || !word_begins[at]) return {};
    for (const auto& word : found->second) {
      if (text.substr(at).starts_with(word.text) && word_begins[at + word.text.size()]) return word.meaning;
    }
    return {};
  }

 private:
  struct Word {
    std::u32string text;
    ValueWord meaning;
  };

  void add(std::string_view field, ValueKind kind, double value) {
    const bool ambiguous = field.ends_with('~');
    if (ambiguous) field.remove_suffix(1);
    auto text = to_utf32(field);
    if (text.empty()) return;
    const auto length = static_cast<std::uint32_t>(text.size());
    const auto first = text.front();
    by_first_[first].push_back({std::move(text), {kind, value, length, ambiguous}});
  }

  std::unordered_map<char32_t, std::vector<Word>> by_first_;  // longest first; looked up only
};

}  // namespace

std::optional<ValueWord> value_word_at(std::u32string_view text, std::size_t at, std::span<const char> word_begins) {
  static const ValueTable kTable(embedded::diff_value_words_tsv);
  return kTable.find(text, at, word_begins);
}

}  // namespace yiwen
