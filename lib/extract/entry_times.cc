// SPDX-License-Identifier: Apache-2.0
#include "extract/entry_times.h"

#include <algorithm>
#include <utility>

#include "extract/dates.h"

namespace yiwen {

namespace {

// A live blog has at least so many times right above running text. A story has one or two: when it was printed, and
// when it was changed. Range 3 to 4.
constexpr std::size_t kFewestEntries = 3;

bool is_unmarked(const Paragraph& p) { return !p.marked || *p.marked == BlockKind::body; }

// 06:45, 【6时45分】, 6:45 p.m.
bool is_time_alone(const Paragraph& p) {
  constexpr std::u32string_view kOpening = U"[(【〔", kClosing = U"])】〕";
  std::u32string_view chars = p.folded.chars;
  if (!is_unmarked(p) || p.heading_level > 0 || chars.empty()) return false;
  const std::size_t bracket = kOpening.find(chars.front());
  if (bracket != std::u32string_view::npos) {
    if (chars.back() != kClosing[bracket]) return false;
    chars = chars.substr(1, chars.size() - 2);
  }
  const DateMatch time = match_date(chars, 0);
  return time.has_time && !time.has_date && time.size == chars.size();
}

bool is_running(const Paragraph& p) { return is_prose(p) || p.ends_with_stop || is_unstopped_prose(p); }

}  // namespace

std::vector<Paragraph> join_entry_times(std::string_view text, std::vector<Paragraph> paragraphs) {
  std::vector<bool> times(paragraphs.size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) times[i] = is_time_alone(paragraphs[i]);
  // Below the time stands the entry, or its heading and then the entry.
  const auto opens_entry = [&](std::size_t i) {
    const auto runs = [&](std::size_t k) { return k < paragraphs.size() && !times[k] && is_running(paragraphs[k]); };
    if (!times[i] || i + 1 >= paragraphs.size() || times[i + 1] || !is_unmarked(paragraphs[i + 1])) return false;
    return runs(i + 1) || (is_title_like(paragraphs[i + 1]) && runs(i + 2));
  };
  std::vector<bool> joined(paragraphs.size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) joined[i] = opens_entry(i);
  if (static_cast<std::size_t>(std::count(joined.begin(), joined.end(), true)) < kFewestEntries) return paragraphs;
  std::vector<Paragraph> out;
  out.reserve(paragraphs.size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (!joined[i]) {
      out.push_back(std::move(paragraphs[i]));
      continue;
    }
    Paragraph& entry = paragraphs[i + 1];
    Paragraph whole = describe_paragraph(text, {paragraphs[i].range.begin, entry.range.end});
    whole.blank_lines = paragraphs[i].blank_lines;
    whole.heading_level = entry.heading_level;
    whole.marked = entry.marked;
    out.push_back(std::move(whole));
    ++i;
  }
  return out;
}

}  // namespace yiwen
