// SPDX-License-Identifier: Apache-2.0
#include "segment/units.h"

#include "base/char_class.h"
#include "base/hash.h"

namespace yiwen {

namespace {

enum class Kind { single, word, number };

// Scripts that are written without spaces between words, so that each character is a unit of its own.
bool stands_alone(char32_t c) {
  return is_han(c) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x0E00 && c <= 0x0EFF);
}

Kind kind_of(char32_t c) {
  if (is_digit(c) || c == '.' || c == ':' || c == '%' || c == U'‰') return Kind::number;
  return stands_alone(c) || !is_word(c) ? Kind::single : Kind::word;
}

constexpr std::uint32_t kManyCharacters = 0x80000000;

}  // namespace

Units cut_into_units(const NormalText& normal, TextRange<Normal> range) {
  Units units;
  units.ids.reserve(range.size());
  units.ranges.reserve(range.size());
  for (std::uint32_t at = range.begin; at < range.end;) {
    const Kind kind = kind_of(normal.chars[at]);
    std::uint32_t end = at + 1;
    // Space and punctuation are no normal characters: a gap in the map parts two words or numbers, but for one that a
    // wrapped line cuts.
    const auto joined = [&](std::uint32_t i) {
      return normal.from[i - 1].end == normal.from[i].begin || normal.gap_before[i] == NormalText::Gap::none;
    };
    while (kind != Kind::single && end < range.end && kind_of(normal.chars[end]) == kind && joined(end)) ++end;
    const TextRange<Normal> unit{at, end};
    units.ids.push_back(unit.size() == 1 ? static_cast<std::uint32_t>(normal.chars[at])
                                         : static_cast<std::uint32_t>(hash64(normal.slice(unit))) | kManyCharacters);
    units.ranges.push_back(unit);
    at = end;
  }
  return units;
}

std::vector<char> unit_begins(const NormalText& normal, TextRange<Normal> range) {
  std::vector<char> begins(range.size() + std::size_t{1}, 0);
  for (const auto unit : cut_into_units(normal, range).ranges) begins[unit.begin - range.begin] = 1;
  begins.back() = 1;
  return begins;
}

std::uint32_t text_length(const NormalText& normal, TextRange<Normal> range) {
  std::uint32_t length = 0;
  for (const auto unit : cut_into_units(normal, range).ranges) length += unit.size() == 1 ? 1U : 2U;
  return length;
}

}  // namespace yiwen
