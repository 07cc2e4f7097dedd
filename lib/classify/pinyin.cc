// SPDX-License-Identifier: Apache-2.0
//
// Readings are data/readings.tsv. A character with several has its most common one there, whatever word it stands in
// (长 is always zhang). So two characters may sound alike and not be told so; never the other way round.
#include "classify/pinyin.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/data_lines.h"
#include "base/utf8.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_readings_tsv;
}  // namespace embedded

namespace {

constexpr char32_t kFirst = 0x3400;
constexpr char32_t kEnd = 0xA000;

// Of each character the number of its syllable, from 1; 0: none is known.
std::vector<std::uint16_t> read_syllables() {
  std::vector<std::uint16_t> syllables(kEnd - kFirst);
  std::uint16_t number = 0;
  each_data_line(embedded::classify_readings_tsv, [&](std::string_view line) {
    ++number;
    static_cast<void>(next_field(line));  // the syllable
    for (const char32_t c : to_utf32(line)) syllables.at(c - kFirst) = number;
  });
  return syllables;
}

}  // namespace

bool sound_alike(char32_t left, char32_t right) {
  static const std::vector<std::uint16_t> kSyllables = read_syllables();
  const auto of = [](char32_t c) { return c >= kFirst && c < kEnd ? kSyllables[c - kFirst] : std::uint16_t{0}; };
  return of(left) != 0 && of(left) == of(right);
}

}  // namespace yiwen
