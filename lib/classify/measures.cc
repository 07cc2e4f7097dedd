// SPDX-License-Identifier: Apache-2.0
#include "classify/measures.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "base/char_class.h"
#include "base/data_lines.h"
#include "base/utf8.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_currency_signs_tsv;
extern const std::string_view classify_measures_tsv;
}  // namespace embedded

namespace {

std::vector<Measure> read_measures(std::string_view file) {
  std::vector<Measure> measures;
  each_data_line(file, [&](std::string_view line) {
    Measure measure;
    measure.word = to_utf32(next_field(line));
    measure.of = to_utf32(next_field(line));
    const auto read = std::from_chars(line.data(), line.data() + line.size(), measure.factor);
    if (read.ec != std::errc{} || read.ptr != line.data() + line.size())
      throw std::runtime_error("measures.tsv: a factor that is no number: " + std::string(line));
    measures.push_back(std::move(measure));
  });
  return measures;
}

const std::vector<Measure>& measures() {
  static const std::vector<Measure> kMeasures = read_measures(embedded::classify_measures_tsv);
  return kMeasures;
}

struct CurrencySign {
  std::u32string sign;
  std::vector<std::u32string> units;
};

// The longest signs first.
std::vector<CurrencySign> read_currency_signs(std::string_view file) {
  std::vector<CurrencySign> signs;
  each_data_line(file, [&](std::string_view line) {
    signs.push_back({to_utf32(next_field(line)), {}});
    while (!line.empty()) signs.back().units.push_back(to_utf32(next_field(line)));
  });
  std::stable_sort(signs.begin(), signs.end(), [](auto& a, auto& b) { return a.sign.size() > b.sign.size(); });
  return signs;
}

}  // namespace

const Measure* measure_at_begin(std::u32string_view text, const std::function<bool(std::size_t)>& ends) {
  const Measure* longest = nullptr;
  for (const auto& measure : measures()) {
    if (!text.starts_with(measure.word) || (longest && measure.word.size() <= longest->word.size())) continue;
    if (!is_latin(measure.word.front()) || ends(measure.word.size())) longest = &measure;
  }
  return longest;
}

std::size_t longest_measure() {
  static const std::size_t kLongest = std::max_element(measures().begin(), measures().end(), [](auto& a, auto& b) {
                                        return a.word.size() < b.word.size();
                                      })->word.size();
  return kLongest;
}

std::span<const std::u32string> money_at_end(std::u32string_view text) {
  static const std::vector<CurrencySign> kSigns = read_currency_signs(embedded::classify_currency_signs_tsv);
  const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](auto& s) { return text.ends_with(s.sign); });
  return sign == kSigns.end() ? std::span<const std::u32string>() : sign->units;
}

}  // namespace yiwen
