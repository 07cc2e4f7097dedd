// SPDX-License-Identifier: Apache-2.0
//
// Rules, not a dictionary: a date is digits with 年 月 日 时 分; a quantity is digits with what may follow them; a post
// is an office of a list (titles.h) with the organ before it left out; a name stands behind a title or, at the begin of
// a clause, before a verb of saying (person_names.h). What the rules miss is still compared, only a character at a
// time.
#include "diff/protected_words.h"

#include <algorithm>
#include <optional>

#include "diff/numbers.h"
#include "diff/person_names.h"
#include "diff/titles.h"
#include "diff/word_list.h"
#include "segment/units.h"

namespace yiwen {

namespace embedded {
extern const std::string_view diff_units_txt;
}

namespace {

using Text = std::u32string_view;

bool is_number_char(char32_t c) { return (c >= '0' && c <= '9') || c == '.' || c == '%' || c == U'‰'; }

constexpr Text kScales = U"百千万亿兆余多백천만억조";
constexpr Text kNumerals = U"〇一二三四五六七八九十";  // of a date: 二〇二六年三月五日
constexpr Text kDateUnits = U"年月日号时分秒년월일시분초";

// Characters from the begin of a name on that tell where it ends: the name, a verb of saying, and what ICU wants to
// see.
constexpr std::uint32_t kReach = 12;

const WordList& units() {
  static const WordList kUnits(embedded::diff_units_txt);
  return kUnits;
}

// The quantity or date that begins at `at`. `end`: behind the number that was read there.
ProtectedWord quantity_at(Text text, std::uint32_t at, std::uint32_t end) {
  ProtectedWord word{{at, at}, ProtectedKind::number};
  const auto is_numeral = [&](std::uint32_t k) { return k < text.size() && kNumerals.find(text[k]) != Text::npos; };
  while (end < text.size()) {
    const bool date = word.kind == ProtectedKind::date;
    while (end < text.size() && (is_number_char(text[end]) || (date && is_numeral(end)))) ++end;
    if (end < text.size() && kDateUnits.find(text[end]) != Text::npos) {
      word.kind = ProtectedKind::date;
      ++end;
      if (is_numeral(end) || (end < text.size() && text[end] >= '0' && text[end] <= '9')) continue;
      break;
    }
    if (word.kind == ProtectedKind::date) break;
    while (end < text.size() && kScales.find(text[end]) != Text::npos) ++end;
    if (const auto* unit = units().longest_at(text, end)) end += static_cast<std::uint32_t>(unit->text.size());
    break;
  }
  word.range.end = end;
  return word;
}

}  // namespace

std::vector<ProtectedWord> find_protected(const NormalText& normal, TextRange<Normal> where) {
  const Text text = normal.slice(where);
  std::vector<ProtectedWord> words;
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto add = [&](std::uint32_t at, std::uint32_t length, ProtectedKind kind) {
    words.push_back({{at, at + length}, kind});
    return at + length;
  };
  // The words up to the next mark: a name does not go on behind it.
  const auto clause_from = [&](std::uint32_t at) {
    const auto most = std::min(size, at + kReach);
    auto end = at + 1;
    while (end < most && !normal.clause_begins(where.begin + end)) ++end;
    return text.substr(at, end - at);
  };
  const auto clause_begin = [&](std::uint32_t at) {
    const auto least = at > kReach ? at - kReach : 0;
    while (at > least && !normal.clause_begins(where.begin + at)) --at;
    return at;
  };
  const auto numbers = find_numbers(text, unit_begins(normal, where));
  auto number = numbers.begin();
  for (std::uint32_t at = 0; at < size;) {
    while (number != numbers.end() && number->range.begin < at) ++number;
    const bool counted = number != numbers.end() && number->range.begin == at;
    const bool digits = text[at] >= '0' && text[at] <= '9';
    // A single numeral (两个) is a unit of its own already.
    if (digits || (counted && !number->ordinal && number->range.size() > 1)) {
      words.push_back(quantity_at(text, at, counted ? number->range.end : at));
      // Hour and minute, day and month: numbers that share a range are a time or a date.
      const bool parts = counted && number + 1 != numbers.end() && (number + 1)->range == number->range;
      if (parts) words.back().kind = ProtectedKind::date;
      at = words.back().range.end;
      continue;
    }
    if (const auto title = title_at(text, at)) {
      if (title->office) add(at, title->length, ProtectedKind::post);
      at += title->length;
      const bool close = at < size && !normal.clause_begins(where.begin + at);
      const bool person = close && !is_dwelling(text, at);
      if (const auto length = person ? name_behind_title(clause_from(at)) : 0; length > 0)
        at = add(at, length, ProtectedKind::name);
      continue;
    }
    // Only at the begin of a clause, or behind what sounds like a trade: elsewhere a surname is most often a common
    // character.
    const bool begins = at == 0 || normal.clause_begins(where.begin + at);
    const Text rest = clause_from(at);
    auto length = begins || ends_calling(text[at - 1]) ? name_before_saying(rest, begins) : 0;
    if (length == 0 && begins_with_surname(rest)) {
      const auto clause = clause_begin(at), next = at + static_cast<std::uint32_t>(rest.size());
      length = name_among_words(text.substr(clause, next - clause), at - clause);
      const bool behind_name =
          !words.empty() && words.back().kind == ProtectedKind::name && words.back().range.end == at;
      if (length == 0 && begins) length = name_in_list(rest, behind_name, next < size ? clause_from(next) : Text());
    }
    at = length > 0 ? add(at, length, ProtectedKind::name) : at + 1;
  }
  return words;
}

std::vector<std::u32string> find_names(const NormalText& normal) {
  std::vector<std::u32string> names;
  for (const auto& word : find_protected(normal, {0, static_cast<std::uint32_t>(normal.chars.size())})) {
    if (word.kind == ProtectedKind::name) names.emplace_back(normal.slice(word.range));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace yiwen
