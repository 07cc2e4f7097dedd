// SPDX-License-Identifier: Apache-2.0
#include "classify/texts_apart.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/char_class.h"
#include "base/utf8.h"
#include "diff/numbers.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace {

// Of the numbers that two texts have in one place, so many must be known, and this share must have another value, for
// the two to be issues of one report. A desk that gets numbers wrong gets one in many wrong; a later story on the same
// event brings a few up to date. Issues of a daily report on an epidemic differed in 25 of 40. Ranges 8-16, .5-.8.
constexpr std::uint32_t kLeastNumbers = 10;
constexpr double kOtherNumbers = 0.6;
// A text that carries this much of the base is the same dispatch, whatever day stands over it. Range .5-.7.
constexpr double kSameDispatch = 0.6;

bool same_value(double a, double b) {
  constexpr double kRelative = 1e-9;
  return std::abs(a - b) <= kRelative * std::max(std::abs(a), std::abs(b));
}

struct Numbers {
  std::uint32_t known = 0, other = 0;
  std::uint32_t same_days = 0, other_days = 0;  // of those that are days: 3月5日
};

// Of one day, a text with other numbers has them wrong.
bool are_of_one_day(const PrintedWitness& left, const PrintedWitness& right, const Numbers& numbers) {
  return (left.day && right.day && *left.day == *right.day) || (numbers.same_days > 0 && numbers.other_days == 0);
}

bool is_day(const NormalText& normal, TextRange<Normal> at) {
  constexpr std::u32string_view kDay = U"日号";
  return normal.slice(at).find(U'月') != std::u32string_view::npos && at.end < normal.chars.size() &&
         kDay.find(normal.chars[at.end]) != std::u32string_view::npos;
}

// 1. 2. of a list, and 第一六五条 of a law: they say where words stand, not how much there is of anything.
bool counts_points(const PrintedWitness& printed, TextRange<Normal> at) {
  const auto& normal = *printed.witness->normal;
  constexpr std::u32string_view kArticles = U"条章款项";
  if (at.end < normal.chars.size() && kArticles.find(normal.chars[at.end]) != std::u32string_view::npos) return true;
  const auto end = normal.from[at.end - 1].end;
  const auto behind = printed.text.substr(end, at.end < normal.from.size() ? normal.from[at.end].begin - end : 0);
  return normal.clause_begins(at.begin) && (behind.starts_with('.') || behind.starts_with("、"));
}

// 2031年3月5日 is one number here, as 5亿3千万 is.
std::vector<TextRange<Normal>> quantities(const PrintedWitness& printed, TextRange<Normal> words) {
  constexpr std::u32string_view kInside = U"年月日号时分";
  std::vector<TextRange<Normal>> found;
  const auto& chars = printed.witness->normal->chars;
  for (const auto& number : find_numbers(printed.witness->normal->slice(words))) {
    const TextRange<Normal> at{words.begin + number.range.begin, words.begin + number.range.end};
    if (number.ordinal || counts_points(printed, at)) continue;
    const auto last = found.empty() ? at.begin : found.back().end;
    const bool goes_on = !found.empty() && at.begin <= last + 1 &&
                         (at.begin <= last || kInside.find(chars[last]) != std::u32string_view::npos);
    if (goes_on)
      found.back().end = std::max(found.back().end, at.end);
    else
      found.push_back(at);
  }
  return found;
}

// Counts the quantities of one reading of a row that the cell has with the same value, or with another one in their
// place.
void count_numbers(const PrintedWitness& left, TextRange<Normal> reference, const PrintedWitness& right,
                   const std::vector<Edit>& edits, Numbers& numbers) {
  const auto values = [](std::u32string_view words) {
    std::vector<double> all;
    for (const auto& number : find_numbers(words)) all.push_back(number.value);
    return all;
  };
  for (const auto at : quantities(left, reference)) {
    const bool day = is_day(*left.witness->normal, at);
    const auto edit = std::find_if(edits.begin(), edits.end(), [&](const Edit& e) { return e.left.overlaps(at); });
    if (edit == edits.end()) {
      ++numbers.known;
      if (day) ++numbers.same_days;
      continue;
    }
    const auto here = values(left.witness->normal->slice(edit->left)),
               there = values(right.witness->normal->slice(edit->right));
    if (there.empty()) continue;
    ++numbers.known;
    const bool other = !std::equal(here.begin(), here.end(), there.begin(), there.end(), same_value);
    if (other) ++numbers.other;
    if (day) ++(other ? numbers.other_days : numbers.same_days);
  }
}

// 新华社某地3月5日电（记者甲 乙）: the day, and who wrote it, folded.
struct WireHead {
  std::u32string day;
  std::vector<std::u32string> reporters;
};

std::optional<WireHead> wire_head(std::string_view text) {
  constexpr std::u32string_view kDay = U"0123456789月日";
  constexpr std::u32string_view kReporter = U"记者";
  constexpr std::size_t kLongestNames = 40;  // characters
  const std::u32string chars = to_utf32(text);
  for (std::size_t at = 1; at < chars.size(); ++at) {
    if ((chars[at] != U'电' && chars[at] != U'電') || chars[at - 1] != U'日') continue;
    std::size_t begin = at;
    while (begin > 0 && kDay.find(chars[begin - 1]) != std::u32string_view::npos) --begin;
    std::size_t open = at + 1;
    while (open < chars.size() && is_space(chars[open]) && !is_line_break(chars[open])) ++open;
    if (open >= chars.size() || (chars[open] != '(' && chars[open] != U'（')) continue;
    const std::size_t close = chars.find_first_of(U")）", open);
    if (close == std::u32string::npos || close - open > kLongestNames) continue;
    WireHead head{chars.substr(begin, at - begin), {}};
    std::u32string name;
    for (std::size_t k = open + 1; k <= close; ++k) {
      if (is_han(chars[k])) {
        name.push_back(chars[k]);
        continue;
      }
      std::u32string folded = normalize(to_utf8(name)).chars;
      if (folded.starts_with(kReporter)) folded.erase(0, kReporter.size());
      if (!folded.empty()) head.reporters.push_back(std::move(folded));
      name.clear();
    }
    if (head.reporters.empty()) continue;
    return head;
  }
  return {};
}

bool are_other_dispatches(const std::optional<WireHead>& left, const std::optional<WireHead>& right) {
  if (!left || !right || left->day == right->day) return false;
  return std::none_of(left->reporters.begin(), left->reporters.end(), [&](const auto& name) {
    return std::find(right->reporters.begin(), right->reporters.end(), name) != right->reporters.end();
  });
}

}  // namespace

std::vector<char> set_texts_apart(std::span<const PrintedWitness> witnesses, std::span<const DiffedRow> rows,
                                  std::uint32_t base, std::vector<Standing>& standings) {
  std::vector<char> apart(witnesses.size());
  std::vector<Numbers> numbers(witnesses.size());
  for (const auto& row : rows) {
    const auto& cells = row.row->cells;
    if (cells[0].witness != base) continue;
    for (std::size_t c = 1; c < cells.size(); ++c) {
      if (cells[c].witness == base || cells[c].echo) continue;
      count_numbers(witnesses[base], cells[c].reference_range, witnesses[cells[c].witness], row.diffs[c].edits,
                    numbers[cells[c].witness]);
    }
  }
  const auto base_head = wire_head(witnesses[base].text);
  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    auto& standing = standings[w];
    if (w == base || standing.relation == Relation::related || standing.relation == Relation::unrelated) continue;
    if (numbers[w].known >= kLeastNumbers && numbers[w].other >= kOtherNumbers * numbers[w].known &&
        !are_of_one_day(witnesses[base], witnesses[w], numbers[w])) {
      standing.why = "has the sentences of the base with other numbers: another issue of the same report";
    } else if (standing.coverage < kSameDispatch && are_other_dispatches(base_head, wire_head(witnesses[w].text))) {
      standing.why = "another dispatch, of another day and other reporters, that repeats sentences of the base";
    } else {
      continue;
    }
    standing.relation = Relation::related;
    apart[w] = 1;
  }
  return apart;
}

RowsOfOneText::RowsOfOneText(std::span<const DiffedRow> rows, std::span<const char> apart) {
  trimmed_.reserve(rows.size());
  for (const auto& row : rows) {
    const auto& cells = row.row->cells;
    const auto reference = cells[0].witness;
    const auto kept = [&](const Cell& cell) {
      return cell.witness == reference || (!apart[cell.witness] && !apart[reference]);
    };
    if (std::all_of(cells.begin(), cells.end(), kept)) {
      rows_.push_back(row);
      continue;
    }
    Row& own = trimmed_.emplace_back();
    DiffedRow diffed{&own, row.index, {}};
    std::vector<std::optional<std::uint32_t>> moved(cells.size());  // where a cell stands now
    for (std::uint32_t c = 0; c < cells.size(); ++c) {
      if (!kept(cells[c])) continue;
      moved[c] = static_cast<std::uint32_t>(own.cells.size());
      own.cells.push_back(cells[c]);
      diffed.diffs.push_back(row.diffs[c]);
    }
    for (auto& cell : own.cells) {
      if (cell.answers) cell.answers = moved[*cell.answers];
    }
    rows_.push_back(std::move(diffed));
  }
}

}  // namespace yiwen
