// SPDX-License-Identifier: Apache-2.0
//
// Readings are data/readings.tsv. A character with several has its most common one there, whatever word it stands in
// (长 is always zhang). So two characters may sound alike and not be told so; never the other way round. Whether a
// syllable is a reading of a character is another question: data/other_readings.tsv has the rest of them.
#include "normalize/pinyin.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/data_lines.h"
#include "base/utf8.h"

namespace yiwen {

namespace embedded {
extern const std::string_view normalize_readings_tsv;
extern const std::string_view normalize_other_readings_tsv;
}  // namespace embedded

namespace {

constexpr char32_t kFirst = 0x3400;
constexpr char32_t kEnd = 0xA000;

// Of each character its syllable; empty: none is known.
std::vector<std::string_view> read_syllables() {
  std::vector<std::string_view> syllables(kEnd - kFirst);
  each_data_line(embedded::normalize_readings_tsv, [&](std::string_view line) {
    const std::string_view syllable = next_field(line);
    for (const char32_t c : to_utf32(line)) syllables.at(c - kFirst) = syllable;
  });
  return syllables;
}

}  // namespace

std::string_view reading_of(char32_t c) {
  static const std::vector<std::string_view> kSyllables = read_syllables();
  return c >= kFirst && c < kEnd ? kSyllables[c - kFirst] : std::string_view();
}

bool may_be_read(char32_t c, std::string_view read) {
  static const std::unordered_multimap<char32_t, std::string_view> kOthers = [] {
    std::unordered_multimap<char32_t, std::string_view> others;
    each_data_line(embedded::normalize_other_readings_tsv, [&](std::string_view line) {
      const std::string_view syllable = next_field(line);
      for (const char32_t character : to_utf32(line)) others.emplace(character, syllable);
    });
    return others;
  }();
  if (reading_of(c) == read) return !read.empty();
  const auto [begin, end] = kOthers.equal_range(c);
  return std::any_of(begin, end, [&](const auto& other) { return other.second == read; });
}

bool sound_alike(char32_t left, char32_t right) {
  return !reading_of(left).empty() && reading_of(left) == reading_of(right);
}

}  // namespace yiwen
