// SPDX-License-Identifier: Apache-2.0
//
// Hard wraps. Most scraped pages have one line a paragraph; e-mails, old text files and some converters break lines at
// a fixed column instead. Joining lines that are paragraphs of their own would lose headings, so a text counts as
// wrapped only on evidence from all its lines:
//
//   Lines that have a line right under them are nearly all full: as wide as the widest, give or take what a word that
//   did not fit leaves open. Paragraphs of one line each are of all widths.
//
// In a wrapped text a full line goes on in the next one, unless that one is indented or begins with a list mark.
#include "extract/lines.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "base/char_class.h"
#include "base/utf8.h"

namespace yiwen {

namespace {

// A text needs so many lines with a line right under them before their widths say anything.
constexpr std::size_t kFewestWrappedLines = 4;
// Columns at which texts are wrapped. Narrower ones are lists and verse, wider ones paragraphs.
constexpr std::uint32_t kNarrowestWrap = 28;
constexpr std::uint32_t kWidestWrap = 132;
// What a line may leave open: in Han text a closing mark or a number that may not be parted, in Latin text a word.
constexpr std::uint32_t kSlackHan = 6;
constexpr std::uint32_t kSlackLatin = 14;
// Share of those lines that must be full. In wrapped text only last lines are not, and those have a blank line or an
// indented line under them; one in five leaves room for text without either.
constexpr double kFullShare = 0.8;

std::uint32_t columns_of(char32_t c) {
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_thematic(char32_t c) { return c == '-' || c == '*' || c == '_' || c == '=' || c == '~' || c == '#' || c == '>'; }

// Behind the white space at `at`, counting its columns.
std::uint32_t skip_blanks(std::string_view text, std::uint32_t at, std::uint32_t end, std::uint32_t& columns) {
  while (at < end) {
    std::uint32_t next = at;
    const char32_t c = next_code_point(text, next);
    if (!is_space(c) && !is_invisible(c)) break;
    columns += columns_of(c);
    at = next;
  }
  return at;
}

// Takes "## ", "- ", "* ", "+ ", "> " off the begin of the line.
void take_markdown_mark(std::string_view text, Line& line) {
  const auto rest = [&] { return text.substr(line.range.begin, line.range.size()); };
  std::uint32_t ignored = 0;
  const auto take = [&](std::uint32_t bytes) {
    line.range.begin = skip_blanks(text, line.range.begin + bytes, line.range.end, ignored);
  };
  while (rest().starts_with("> ")) take(1);
  const std::size_t hashes = std::min(rest().find_first_not_of('#'), rest().size());
  if (hashes >= 1 && hashes <= 6 && rest().substr(hashes).starts_with(' ')) {
    line.heading_level = static_cast<std::uint32_t>(hashes);
    return take(line.heading_level);
  }
  if (rest().starts_with("- ") || rest().starts_with("* ") || rest().starts_with("+ ")) {
    line.list_item = true;
    take(1);
  }
}

std::optional<Line> read_line(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Line line;
  begin = skip_blanks(text, begin, end, line.indent);
  while (end > begin) {
    std::uint32_t at = end;
    const char32_t c = previous_code_point(text, at);
    if (!is_space(c) && !is_invisible(c)) break;
    end = at;
  }
  line.range = {begin, end};
  bool only_marks = true;
  for (std::uint32_t at = begin; at < end && only_marks;) {
    const char32_t c = next_code_point(text, at);
    only_marks = is_thematic(c) || is_space(c);
  }
  if (only_marks) return std::nullopt;
  take_markdown_mark(text, line);
  for (std::uint32_t at = line.range.begin; at < end;) line.columns += columns_of(next_code_point(text, at));
  return line;
}

bool begins_list_item(std::string_view text, const Line& line) {
  std::uint32_t at = line.range.begin;
  const char32_t first = next_code_point(text, at);
  if (first == U'•' || first == U'·' || first == U'●' || first == U'■' || first == U'◆' || first == U'□') return true;
  if (!is_digit(first)) return false;
  while (at < line.range.end) {
    const char32_t c = next_code_point(text, at);
    if (!is_digit(c)) return c == '.' || c == ')' || c == U'、' || c == U'．' || c == U'）';
  }
  return false;
}

bool is_han_text(std::string_view text, const Line& line) {
  std::uint32_t at = line.range.end;
  return columns_of(previous_code_point(text, at)) == 2;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t blank_lines = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t begin = 0; begin < size;) {
    std::uint32_t end = begin;
    std::uint32_t next = begin;
    while (next < size) {
      end = next;
      const char32_t c = next_code_point(text, next);
      if (c == '\r' && next < size && text[next] == '\n') ++next;
      if (is_line_break(c)) break;
      end = next;
    }
    if (auto line = read_line(text, begin, end)) {
      line->blank_lines = blank_lines;
      lines.push_back(*line);
      blank_lines = 0;
    } else {
      ++blank_lines;
    }
    begin = next;
  }
  return lines;
}

std::vector<bool> wrapped_lines(std::string_view text, const std::vector<Line>& lines) {
  std::vector<bool> continues(lines.size(), false);
  const auto joined_below = [&](std::size_t i) {
    return i + 1 < lines.size() && lines[i + 1].blank_lines == 0 && lines[i].heading_level == 0 &&
           lines[i + 1].heading_level == 0 && !lines[i + 1].list_item;
  };
  std::vector<std::uint32_t> widths;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (joined_below(i)) widths.push_back(lines[i].columns);
  if (widths.size() < kFewestWrappedLines) return continues;
  const std::uint32_t wrap = *std::max_element(widths.begin(), widths.end());
  if (wrap < kNarrowestWrap || wrap > kWidestWrap) return continues;

  const auto full = [&](const Line& line) {
    return line.columns + line.indent + (is_han_text(text, line) ? kSlackHan : kSlackLatin) >= wrap;
  };
  std::size_t full_lines = 0;
  std::size_t counted = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!joined_below(i) || lines[i + 1].indent > lines[i].indent) continue;
    ++counted;
    full_lines += full(lines[i]) ? 1 : 0;
  }
  if (counted == 0 || static_cast<double>(full_lines) < kFullShare * static_cast<double>(counted)) return continues;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    continues[i + 1] = joined_below(i) && full(lines[i]) && lines[i + 1].indent <= lines[i].indent &&
                       !begins_list_item(text, lines[i + 1]);
  return continues;
}

}  // namespace yiwen
