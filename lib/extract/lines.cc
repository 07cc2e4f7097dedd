// SPDX-License-Identifier: Apache-2.0
//
// Hard wraps. Most scraped pages have one line a paragraph; e-mails, old text files and some converters break lines at
// a fixed column instead. Joining lines that are paragraphs of their own would lose headings, so a text counts as
// wrapped only on evidence from all its lines:
//
//   Lines that have a line right under them are nearly all full: a Han line is as wide as the widest, give or take a
//   mark that may not be parted; behind a Latin one the first word of the next line had no room. They end in the middle
//   of things. Paragraphs of one line each are of all widths, and end with stops.
//
//   Nothing is wider than the column: where most lines that stand alone are, what looks full is headlines and labels of
//   a page that happen to be of one width.
//
// Where nearly all lines have blank ones above them, it is double-spaced, and such a line is right under the other:
// then a line that is not full may end a paragraph if it ends with a stop, lines must have stops inside, and none goes
// on behind a stop at its end, which ends a paragraph as well as a sentence. A hyphen that a program puts behind a full
// Han line is no mark of the text.
//
// In a wrapped text a full line goes on in the next one, unless that one is indented or begins with a list mark. Han
// and Latin lines are judged apart: they fill a column differently. Programs that count every character as one make Han
// lines of as many characters and not of one width, which the digits in them tell apart; so both measures are asked.
//
// Verse, subtitles and what was copied out of a narrow column end their lines at no width. In scripts with capitals the
// letters tell: no paragraph begins with a small one. Lists of small words do, so such lines are joined only where most
// of them come to a mark in the end, and are not parted by marks.
#include "extract/lines.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "base/char_class.h"
#include "base/markup.h"
#include "base/utf8.h"

namespace yiwen {

namespace {

// A text needs so many lines with a line right under them before their widths say anything.
constexpr std::size_t kFewestWrappedLines = 3;
// Columns at which texts are wrapped. Narrower ones are lists and verse, wider ones paragraphs.
constexpr std::uint32_t kNarrowestWrap = 28;
constexpr std::uint32_t kWidestWrap = 132;
// What a Han line may leave open, in columns: a closing mark or a number that may not be parted.
constexpr std::uint32_t kSlackHan = 6;
// Lists do not reach 1000, years do: 2027. The ...
constexpr int kMostListDigits = 3;
// Share of those lines that must be full. In wrapped text only last lines are not, and those have a blank line or an
// indented line under them; the rest leaves room for text without either, and for a few headings.
constexpr double kFullShare = 0.7;
// Share of the full lines that must end in the middle of things, without a mark. In Chinese prose one character in
// eight is a mark; lines of verse nearly all end with one.
constexpr double kUnmarkedShare = 0.6;
// Lines that stand alone and are wider than the column, to one full line. A wrapped text has next to none (an address,
// a footer that was added later), a page with a paragraph in each line has more than headlines. Range .3 to 1.
constexpr double kWiderAlone = 0.5;
// Share of the lines below the first that have as many blank lines above them, where a text is double-spaced.
// Paragraphs have more in some texts, and the lines at the head fewer. Range .6 to .9.
constexpr double kSpacedShare = 0.75;
// Share of the full lines of a double-spaced text with a stop inside. In prose every second line has one; headlines and
// couplets of one width have none. Range .1 to .4.
constexpr double kStoppedShare = 0.2;
// Lines that go on with a small letter, before a text counts as broken at no column. Fewer may be labels. Range 3 to 6.
constexpr std::size_t kFewestRagged = 4;
// Share of the runs of such lines that must end with a mark, as sentences and lines of verse do; of a list, none does,
// or all items do. And share of the lines in them that must have none where they are joined. Range .4 to .7.
constexpr double kMarkedRuns = 0.5;
constexpr double kOpenJoints = 0.5;

std::uint32_t columns_of(char32_t c) {
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_thematic(char32_t c) {
  return c == '-' || c == '*' || c == '_' || c == '=' || c == '~' || c == '#' || c == '>';
}

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
  for (std::uint32_t at = line.range.begin; at < end; ++line.characters)
    line.columns += columns_of(next_code_point(text, at));
  return line;
}

bool begins_list_item(std::string_view text, const Line& line) {
  std::uint32_t at = line.range.begin;
  const char32_t first = next_code_point(text, at);
  if (first == U'•' || first == U'·' || first == U'●' || first == U'■' || first == U'◆' || first == U'□') return true;
  if (!is_digit(first)) return false;
  for (int digits = 1; at < line.range.end && digits <= kMostListDigits; ++digits) {
    const char32_t c = next_code_point(text, at);
    if (c == '.' && at < line.range.end && is_digit(next_code_point(text, at))) return false;  // 38.5%
    if (!is_digit(c)) return c == '.' || c == ')' || c == U'、' || c == U'．' || c == U'）';
  }
  return false;
}

// Most of its characters are wide: a Han line may end with a digit.
bool is_wide(const Line& line) { return 2 * (line.columns - line.characters) > line.characters; }

bool ends_with_mark(std::string_view text, const Line& line) {
  std::uint32_t at = line.range.end;
  const char32_t last = previous_code_point(text, at);
  return !is_word(last) && !(last == '-' && at > line.range.begin && is_word(previous_code_point(text, at)));
}

bool is_stop(char32_t c) { return std::u32string_view(U"。！？!?｡.").find(c) != std::u32string_view::npos; }
bool is_closing(char32_t c) { return std::u32string_view(U"”’」』）)》】\"'").find(c) != std::u32string_view::npos; }

bool ends_with_stop(std::string_view text, const Line& line) {
  std::uint32_t at = line.range.end;
  char32_t last = previous_code_point(text, at);
  while (at > line.range.begin && (is_closing(last) || last == '-')) last = previous_code_point(text, at);
  return is_stop(last);
}

// A stop before its last word; no point of a number.
bool has_stop_inside(std::string_view text, const Line& line) {
  bool stopped = false;
  for (std::uint32_t at = line.range.begin; at < line.range.end;) {
    const char32_t c = next_code_point(text, at);
    if (is_word(c) && stopped && !is_digit(c)) return true;
    stopped = is_stop(c) || (stopped && !is_word(c));
  }
  return false;
}

bool begins_with_mark(std::string_view text, const Line& line) {
  std::uint32_t at = line.range.begin;
  const char32_t first = next_code_point(text, at);
  return first != '"' && first != '\'' && (is_closing(first) || is_stop(first));
}

// The blank lines between two lines that are next to each other: none, or as many as nearly all lines have above them.
std::uint32_t blank_lines_between(const std::vector<Line>& lines) {
  if (lines.size() <= kFewestWrappedLines) return 0;
  std::vector<std::uint32_t> counts;
  for (std::size_t i = 1; i < lines.size(); ++i) counts.push_back(lines[i].blank_lines);
  std::sort(counts.begin(), counts.end());
  const std::uint32_t usual = counts[counts.size() / 2];
  const auto same = std::count(counts.begin(), counts.end(), usual);
  return static_cast<double>(same) >= kSpacedShare * static_cast<double>(counts.size()) ? usual : 0;
}

std::uint32_t first_word_columns(std::string_view text, const Line& line) {
  std::uint32_t columns = 0;
  for (std::uint32_t at = line.range.begin; at < line.range.end;) {
    const char32_t c = next_code_point(text, at);
    if (is_space(c) || columns_of(c) == 2) break;
    ++columns;
  }
  return columns;
}

enum class Kind { wide_by_column, wide_by_character, narrow };

// Judges the wide lines of a text, by one measure or the other, or the narrow ones.
class Wrap {
 public:
  Wrap(std::string_view text, const std::vector<Line>& lines, Kind kind, std::uint32_t spacing)
      : text_(text), lines_(lines), kind_(kind), spacing_(spacing) {
    std::size_t counted = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!has_line_below(i)) continue;
      ++counted;
      column_ = std::max(column_, width_of(lines[i]));
    }
    if (counted < kFewestWrappedLines || column_ < kNarrowestWrap || column_ > kWidestWrap) return;
    std::size_t full = 0;
    std::size_t unmarked = 0;
    std::size_t stopped = 0;
    std::size_t ends = 0;
    std::size_t indented_below = 0;
    std::size_t begins = 0;
    std::size_t begins_hanging = 0;
    std::size_t wider_alone = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!has_line_below(i)) {
        const bool text_alone = is_wide(lines[i]) == (kind != Kind::narrow) && lines[i].heading_level == 0;
        if (text_alone && width_of(lines[i]) > column_ + kSlackHan) ++wider_alone;
        continue;
      }
      const bool indented = lines[i + 1].indent > lines[i].indent;
      if (lines[i].blank_lines > spacing) ++begins, begins_hanging += indented;
      if (spacing > 0 && !is_full(i) && ends_with_stop(text, lines[i]))
        ++ends;
      else if (indented)
        ++indented_below;
      if (!is_full(i)) continue;
      ++full;
      if (has_stop_inside(text, lines[i])) ++stopped;
      if (!ends_with_mark(text, lines[i])) ++unmarked;
    }
    const std::size_t excused = std::min(counted, indented_below + ends);
    wrapped_ = static_cast<double>(full) >= kFullShare * static_cast<double>(counted - excused) &&
               static_cast<double>(unmarked) >= kUnmarkedShare * static_cast<double>(full) &&
               (spacing == 0 || static_cast<double>(stopped) >= kStoppedShare * static_cast<double>(full)) &&
               static_cast<double>(wider_alone) <= kWiderAlone * static_cast<double>(full) &&
               full >= kFewestWrappedLines;
    hanging_ = begins > 1 && begins_hanging == begins;
  }

  [[nodiscard]] bool goes_on(std::size_t i) const {
    const bool hangs = hanging_ && lines_[i].blank_lines > spacing_;
    return wrapped_ && has_line_below(i) && is_full(i) && (hangs || lines_[i + 1].indent <= lines_[i].indent) &&
           !begins_list_item(text_, lines_[i + 1]) && !may_end_paragraph(i);
  }

 private:
  // In columns. Lines counted by characters have the columns of so many wide ones.
  [[nodiscard]] std::uint32_t width_of(const Line& line) const {
    return line.indent + (kind_ == Kind::wide_by_character ? 2 * line.characters : line.columns);
  }
  // A line of this kind with another right under it.
  [[nodiscard]] bool has_line_below(std::size_t i) const {
    return i + 1 < lines_.size() && lines_[i + 1].blank_lines <= spacing_ && lines_[i].heading_level == 0 &&
           lines_[i + 1].heading_level == 0 && !lines_[i + 1].list_item &&
           is_wide(lines_[i]) == (kind_ != Kind::narrow);
  }
  [[nodiscard]] bool is_full(std::size_t i) const {
    if (kind_ != Kind::narrow) return width_of(lines_[i]) + kSlackHan >= column_;
    return width_of(lines_[i]) + 1 + first_word_columns(text_, lines_[i + 1]) >= column_ + 1;
  }

  // Nothing but their blank line parts the paragraphs of a double-spaced text.
  [[nodiscard]] bool may_end_paragraph(std::size_t i) const {
    return spacing_ > 0 && ends_with_stop(text_, lines_[i]) && !begins_with_mark(text_, lines_[i + 1]) &&
           !cuts_number(i);
  }

  [[nodiscard]] bool cuts_number(std::size_t i) const {
    std::uint32_t end = lines_[i].range.end;
    std::uint32_t begin = lines_[i + 1].range.begin;
    return previous_code_point(text_, end) == '.' && is_digit(previous_code_point(text_, end)) &&
           is_digit(next_code_point(text_, begin));
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  Kind kind_;
  std::uint32_t spacing_;  // blank lines between two lines of a paragraph
  std::uint32_t column_ = 0;
  bool wrapped_ = false;
  bool hanging_ = false;  // all lines of a paragraph but the first are indented
};

// The first word is of letters, and its first letter is a small one; no address.
bool begins_small(std::string_view text, const Line& line) {
  std::uint32_t at = line.range.begin;
  if (u_islower(static_cast<UChar32>(next_code_point(text, at))) == 0) return false;
  while (at < line.range.end) {
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) return true;
    if (is_word(c) ? is_digit(c) || is_han(c) : c == ')' || c == '/' || c == '_' || c == '@' || c == ':') return false;
    if (c == '.' && at < line.range.end) return is_space(next_code_point(text, at));
  }
  return true;
}

bool ends_with_colon(std::string_view text, const Line& line) {
  std::uint32_t at = line.range.end;
  const char32_t last = previous_code_point(text, at);
  return last == ':' || last == U'：';
}

// Line i + 1 stands right under line i and goes on in the sentence that this one leaves open.
bool goes_on_small(std::string_view text, const std::vector<Line>& lines, std::size_t i, std::uint32_t spacing) {
  const Line &above = lines[i], &below = lines[i + 1];
  return below.blank_lines <= spacing && above.heading_level == 0 && below.heading_level == 0 && !below.list_item &&
         !ends_with_stop(text, above) && !ends_with_colon(text, above) && begins_small(text, below);
}

// Of lines that end at no column: which go on in the line above.
std::vector<bool> ragged_lines(std::string_view text, const std::vector<Line>& lines, std::uint32_t spacing) {
  std::vector<bool> continues(lines.size(), false);
  std::size_t joints = 0, open = 0, runs = 0, marked = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!goes_on_small(text, lines, i, spacing)) continue;
    continues[i + 1] = true;
    ++joints;
    open += !ends_with_mark(text, lines[i]);
    if (i + 2 < lines.size() && goes_on_small(text, lines, i + 1, spacing)) continue;
    ++runs;
    marked += ends_with_mark(text, lines[i + 1]);
  }
  const bool ragged = joints >= kFewestRagged &&
                      static_cast<double>(marked) >= kMarkedRuns * static_cast<double>(runs) &&
                      static_cast<double>(open) >= kOpenJoints * static_cast<double>(joints);
  if (!ragged) continues.assign(lines.size(), false);
  return continues;
}

// UTF-8 that was read as Latin-1 has the byte 85 in it as U+0085, which is a line break elsewhere.
bool is_part_of_garbled(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  constexpr char32_t kNextLine = 0x85;
  std::uint32_t at = begin;
  if (next_code_point(text, at) != kNextLine || begin == 0) return false;
  const auto is_byte = [](char32_t c) { return c >= 0x80 && c <= 0xFF; };
  at = begin;
  return is_byte(previous_code_point(text, at)) || (end < text.size() && is_byte(next_code_point(text, end)));
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
      if (c == '<' || c == '&' || c == '\\') {
        if (const auto tag = tag_at(text, end); tag && tag->parts_paragraphs) {
          next = tag->end;
          break;
        }
      }
      if (is_line_break(c) && !is_part_of_garbled(text, end, next)) break;
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

namespace {

// 32, 8.5%, 1,186
bool is_lone_number(std::string_view text, const Line& line) {
  constexpr std::uint32_t kMostCharacters = 12;
  if (line.characters > kMostCharacters || line.heading_level > 0 || line.list_item) return false;
  bool digit = false;
  for (std::uint32_t at = line.range.begin; at < line.range.end;) {
    const char32_t c = next_code_point(text, at);
    digit = is_digit(c) || (digit && std::u32string_view(U"％%.．").find(c) != std::u32string_view::npos);
    if (!digit && !(c == ',' || c == U'，')) return false;
  }
  return digit;
}

bool has_mark(std::string_view text, const Line& line) {
  for (std::uint32_t at = line.range.begin; at < line.range.end;) {
    const char32_t c = next_code_point(text, at);
    if (is_stop(c) || c == U'，' || c == ',' || c == U'；' || c == U'、') return true;
  }
  return false;
}

// 码头昨天迎来 | 32 | 艘货船。 A page that sets its numbers in elements of their own gives each a line of its own. The
// lines around it are text, and neither ends nor begins a sentence; rows of a table have no marks.
bool stands_in_sentence(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
  if (i == 0 || i + 1 >= lines.size() || !is_lone_number(text, lines[i])) return false;
  const Line &above = lines[i - 1], &below = lines[i + 1];
  if (lines[i].blank_lines > 0 || below.blank_lines > 0) return false;
  if (above.heading_level > 0 || below.heading_level > 0 || below.list_item) return false;
  std::uint32_t end = above.range.end, begin = below.range.begin;
  if (!is_han(previous_code_point(text, end))) return false;
  const char32_t first = next_code_point(text, begin);
  const bool mark = std::u32string_view(U"，、。；,;%％").find(first) != std::u32string_view::npos;
  return (is_han(first) || mark) && (has_mark(text, above) || has_mark(text, below));
}

}  // namespace

std::vector<bool> wrapped_lines(std::string_view text, const std::vector<Line>& lines) {
  const std::uint32_t spacing = blank_lines_between(lines);
  const Wrap by_column(text, lines, Kind::wide_by_column, spacing);
  const Wrap by_character(text, lines, Kind::wide_by_character, spacing);
  const Wrap narrow(text, lines, Kind::narrow, spacing);
  std::vector<bool> continues = ragged_lines(text, lines, spacing);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    continues[i + 1] = continues[i + 1] || by_column.goes_on(i) || by_character.goes_on(i) || narrow.goes_on(i);
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (stands_in_sentence(text, lines, i)) continues[i] = continues[i + 1] = true;
  return continues;
}

}  // namespace yiwen
