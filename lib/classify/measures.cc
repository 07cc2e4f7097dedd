// SPDX-License-Identifier: Apache-2.0
#include "classify/measures.h"

#include <charconv>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "base/data_lines.h"
#include "base/utf8.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_measures_tsv;
}

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

}  // namespace

const Measure* measure_at_begin(std::u32string_view text) {
  static const std::vector<Measure> kMeasures = read_measures(embedded::classify_measures_tsv);
  const Measure* longest = nullptr;
  for (const auto& measure : kMeasures) {
    if (text.starts_with(measure.word) && (!longest || measure.word.size() > longest->word.size())) longest = &measure;
  }
  return longest;
}

}  // namespace yiwen
