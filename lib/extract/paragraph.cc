// SPDX-License-Identifier: Apache-2.0
#include "extract/paragraph.h"

#include <algorithm>

#include "base/char_class.h"
#include "base/utf8.h"
#include "extract/lines.h"
#include "extract/metadata.h"
#include "extract/navigation.h"

namespace yiwen {

namespace {

// A sentence of news is seldom shorter (in ideographs); menus and headings that happen to hold a stop are.
constexpr double kShortestProse = 18;
// Shortest line with a comma, in ideographs, that is running text where no line has a stop.
constexpr double kShortestUnstopped = 14;
// Without a full stop, so many commas in a text of that length show running text that was cut.
constexpr std::uint32_t kCommasOfProse = 4;
constexpr double kShortestCutProse = 60;
// The longest headline in ideographs. Two-part headlines of Chinese papers reach 45.
constexpr double kLongestTitle = 50;
constexpr double kLongestTitleAtHead = 80;

bool is_closing(char32_t c) { return std::u32string_view(U"”’」』）)》〉】]\"'").find(c) != std::u32string_view::npos; }

bool is_full_stop(char32_t c) { return std::u32string_view(U"。！？!?｡।؟").find(c) != std::u32string_view::npos; }

// A full stop of Latin text, or of Chinese text typed with ASCII marks: behind a word, before a blank, a Han character
// or the end. Not the point of 41.7, of www., or of the list mark "1."
bool is_point_stop(const std::u32string& chars, std::size_t i) {
  if (chars[i] != '.' || i == 0) return false;
  const char32_t before = chars[i - 1];
  if (!is_word(before) && !is_closing(before)) return false;
  if (i + 1 == chars.size()) return true;
  std::size_t word = i;
  while (word > 0 && is_word(chars[word - 1])) --word;
  if (word == 0 && is_digit(before)) return false;
  if (is_latin(before) && i - word < 3) return false;  // Mr. e.g. U.S.
  const char32_t next = chars[i + 1];
  return next == ' ' || (is_han(before) && is_han(next)) || is_closing(next);
}

// Splits at a run of ideographic spaces behind a full stop: pages that lost their line breaks keep the indents.
std::vector<TextRange<SourceText>> split_at_indents(std::string_view text, TextRange<SourceText> line) {
  std::vector<TextRange<SourceText>> parts;
  TextRange<SourceText> part{line.begin, line.begin};
  char32_t last = 0;
  for (std::uint32_t at = line.begin; at < line.end;) {
    const std::uint32_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c != U'　') {
      if (!is_space(c)) last = c, part.end = at;
      continue;
    }
    std::uint32_t spaces = 1;
    while (at < line.end) {
      std::uint32_t next = at;
      if (next_code_point(text, next) != U'　') break;
      at = next;
      ++spaces;
    }
    if (spaces < 2 || at == line.end || part.end != begin || !(is_full_stop(last) || is_closing(last))) continue;
    parts.push_back(part);
    part = {at, at};
  }
  parts.push_back({part.begin, line.end});
  for (TextRange<SourceText>& range : parts) {
    for (std::uint32_t at = range.begin; is_space(next_code_point(text, at)); range.begin = at) {
    }
  }
  return parts;
}

// A markdown image or link ends behind `at`, with its address; 0 where none begins there.
std::size_t link_end(const std::u32string& chars, std::size_t at, bool& image) {
  image = chars[at] == '!';
  if (image) ++at;
  if (at >= chars.size() || chars[at] != '[') return 0;
  const std::size_t middle = chars.find(U"](", at);
  if (middle == std::u32string::npos) return 0;
  const std::size_t end = chars.find(U')', middle);
  return end == std::u32string::npos ? 0 : end + 1;
}

bool holds_links_only(const std::u32string& chars) {
  std::size_t links = 0;
  for (std::size_t i = 0; i < chars.size();) {
    bool image = false;
    if (const std::size_t end = link_end(chars, i, image)) {
      i = end;
      ++links;
    } else if (is_word(chars[i])) {
      return false;
    } else {
      ++i;
    }
  }
  return links > 0;
}

}  // namespace

Paragraph describe_paragraph(std::string_view text, TextRange<SourceText> range) {
  Paragraph out;
  out.range = range;
  out.folded = fold_for_cues(text, range);
  const std::u32string& chars = out.folded.chars;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const char32_t c = chars[i];
    out.width += c < 0x300 ? 0.5 : 1.0;
    if (is_word(c)) ++out.words;
    if (c == ',' || c == U'，' || c == U'、' || c == ';' || c == U'；') ++out.commas;
    // ?。 is no writer's: a byte was lost there, and its neighbours were read as a full stop.
    const bool is_damage = c == U'。' && i > 0 && chars[i - 1] == '?';
    if ((is_full_stop(c) && !is_damage) || is_point_stop(chars, i)) ++out.stops;
    if (c == '!' || c == '?') ++out.marks;
  }
  std::size_t last = chars.size();
  while (last > 0 && is_closing(chars[last - 1])) --last;
  if (last > 0) {
    const char32_t c = chars[last - 1];
    out.ends_with_stop = is_full_stop(c) || is_point_stop(chars, last - 1) || c == U'…';
    out.ends_with_colon = c == ':';
  }
  out.links_only = holds_links_only(chars);
  return out;
}

namespace {

// 您当前的位置：首页 > 法治, 2025-03-14 18:22 来源：某报: a line that says all of one thing goes on in no other.
bool stands_alone(std::string_view text, const Line& line) {
  const Paragraph paragraph = describe_paragraph(text, line.range);
  if (is_trail(paragraph)) return true;
  const auto metadata = read_metadata(text, paragraph);
  return metadata && metadata->date && metadata->outlet && metadata->end == line.range.end;
}

// Where a line is joined to the one above it, neither of both stands alone.
void part_lines_alone(std::string_view text, const std::vector<Line>& lines, std::vector<bool>& continues) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool below = i + 1 < lines.size() && continues[i + 1];
    if (!(continues[i] || below) || !stands_alone(text, lines[i])) continue;
    continues[i] = false;
    if (below) continues[i + 1] = false;
  }
}

}  // namespace

std::vector<Paragraph> split_paragraphs(std::string_view text) {
  const std::vector<Line> lines = split_lines(text);
  std::vector<bool> continues = wrapped_lines(text, lines);
  part_lines_alone(text, lines, continues);
  std::vector<Paragraph> out;
  for (std::size_t i = 0; i < lines.size();) {
    TextRange<SourceText> range = lines[i].range;
    std::size_t next = i + 1;
    for (; next < lines.size() && continues[next]; ++next) range.end = lines[next].range.end;
    std::uint32_t blank_lines = lines[i].blank_lines;
    for (const TextRange<SourceText> part : split_at_indents(text, range)) {
      Paragraph paragraph = describe_paragraph(text, part);
      paragraph.blank_lines = blank_lines;
      paragraph.heading_level = lines[i].heading_level;
      paragraph.list_item = lines[i].list_item;
      out.push_back(std::move(paragraph));
      blank_lines = 0;
    }
    i = next;
  }
  return out;
}

std::vector<Paragraph> marked_paragraphs(const MarkedText& text) {
  std::vector<Paragraph> out;
  out.reserve(text.paragraphs.size());
  for (const MarkedParagraph& marked : text.paragraphs) {
    Paragraph paragraph = describe_paragraph(text.text, marked.range);
    paragraph.marked = marked.kind;
    paragraph.heading_level = marked.heading_level;
    paragraph.list_item = marked.list_item;
    paragraph.links_only = paragraph.links_only || marked.links_only;
    paragraph.blank_lines = marked.same_block ? 0 : 1;
    out.push_back(std::move(paragraph));
  }
  return out;
}

bool is_prose(const Paragraph& p) {
  if (p.links_only || p.heading_level > 0) return false;
  if (is_title_like(p)) return false;  // 产量再创新高!全年目标提前完成
  return (p.stops > 0 && p.width >= kShortestProse) || (p.commas >= kCommasOfProse && p.width >= kShortestCutProse);
}

bool is_unstopped_prose(const Paragraph& p) {
  return p.commas > 0 && p.width >= kShortestUnstopped && p.heading_level == 0 && !p.links_only;
}

namespace {

bool is_title_like(const Paragraph& p, double longest) {
  if (p.heading_level > 0) return true;
  if (p.words == 0 || p.width > longest || p.stops > p.marks) return false;
  const char32_t last = p.folded.chars.back();
  if (last == ',' || last == U'、' || last == ';') return false;
  // 根据有关规定，现通告如下： A post and a name before a colon have no comma.
  if (last == ':' && p.folded.chars.find(U',') != std::u32string::npos) return false;
  if (p.stops == 0) return true;
  return p.ends_with_stop ? p.stops == 1 && p.width < kShortestProse : p.stops == 1;
}

}  // namespace

bool is_title_like(const Paragraph& p) { return is_title_like(p, kLongestTitle); }

bool is_title_like_at_head(const Paragraph& p) { return is_title_like(p, kLongestTitleAtHead); }

}  // namespace yiwen
