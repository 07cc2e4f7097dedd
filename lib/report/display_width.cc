// SPDX-License-Identifier: Apache-2.0
//
// The fence around ICU in this room. ICU 72 knows the East Asian width of a character (UAX 11) and its line-breaking
// class; nothing of it is seen outside of this file.
#include "report/display_width.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "report/escape.h"

namespace yiwen {
namespace {

unsigned columns_of(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const int category = u_charType(code);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Must not begin a line: closing brackets, full stops, commas and the like.
bool clings_to_the_left(char32_t c) {
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK)) {
    case U_LB_CLOSE_PUNCTUATION:
    case U_LB_CLOSE_PARENTHESIS:
    case U_LB_EXCLAMATION:
    case U_LB_INFIX_NUMERIC:
    case U_LB_NONSTARTER:
    case U_LB_QUOTATION:
    case U_LB_COMBINING_MARK:
      return true;
    default:
      return false;
  }
}

struct Glyph {
  std::size_t begin, end;  // bytes
  char32_t c;
  unsigned columns;
};

std::vector<Glyph> glyphs(std::string_view text) {
  std::vector<Glyph> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_checked_code_point(text, at);
    out.push_back({begin, at, c, columns_of(c)});
  }
  return out;
}

}  // namespace

unsigned display_columns(std::string_view text) {
  unsigned columns = 0;
  for (const Glyph& glyph : glyphs(text)) columns += glyph.columns;
  return columns;
}

std::string clipped(std::string_view text, unsigned columns) {
  if (display_columns(text) <= columns) return std::string(text);
  unsigned used = 1;  // the ellipsis
  std::size_t end = 0;
  for (const Glyph& glyph : glyphs(text)) {
    if (used + glyph.columns > columns) break;
    used += glyph.columns;
    end = glyph.end;
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string padded(std::string_view text, unsigned columns) {
  std::string out = clipped(text, columns);
  const unsigned used = display_columns(out);
  return out.append(used < columns ? columns - used : 0, ' ');
}

std::vector<std::string> wrapped(std::string_view text, unsigned columns) {
  const std::vector<Glyph> all = glyphs(text);
  std::vector<std::string> lines;
  std::size_t line = 0;  // index of the first glyph of the line
  while (line < all.size()) {
    unsigned used = 0;
    std::size_t end = line;
    while (end < all.size() && used + all[end].columns <= columns) used += all[end++].columns;
    std::size_t next = end;
    if (end < all.size()) {
      const auto may_break = [&](std::size_t at) {
        if (all[at].c == U' ' || all[at - 1].c == U' ') return true;
        return (all[at].columns == 2 || all[at - 1].columns == 2) && !clings_to_the_left(all[at].c);
      };
      std::size_t at = end;
      while (at > line + 1 && !may_break(at)) --at;
      next = at > line + 1 ? at : std::max(end, line + 1);
    }
    std::size_t last = next;
    while (last > line && all[last - 1].c == U' ') --last;
    if (last > line) lines.emplace_back(text.substr(all[line].begin, all[last - 1].end - all[line].begin));
    while (next < all.size() && all[next].c == U' ') ++next;
    line = next;
  }
  return lines;
}

}  // namespace yiwen
