// SPDX-License-Identifier: Apache-2.0
#include "report/escape.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>

#include "base/utf8.h"

namespace yiwen {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";

bool in(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

// Zero-width joiners shape Arabic, Indic and emoji sequences; elsewhere they only hide.
bool may_be_joined(char32_t before) {
  return in(before, 0x0590, 0x1FFF) || in(before, 0x2190, 0x2BFF) || before == 0xFE0F || in(before, 0x1F000, 0x1FAFF);
}

void append_mark(std::string& out, char32_t c) {
  fmt::format_to(std::back_inserter(out), "〘U+{:04X}〙", static_cast<std::uint32_t>(c));
}

bool is_noncharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE || in(c, 0xFDD0, 0xFDEF); }

// What a spreadsheet takes for the begin of a formula, in a text whose invisible characters are marked.
bool is_taken_for_formula(std::string_view cell) {
  for (std::size_t at = 0; at < cell.size();) {
    const char32_t c = next_checked_code_point(cell, at);
    switch (c) {
      case '=':
      case '+':
      case '-':
      case '@':
      case '\t':
      case '\r':
      case '\n':
      case '\'':
      case U'＝':
      case U'＋':
      case U'－':
      case U'＠':
        return true;
      case ' ':
      case 0x3000:
      case 0xA0:
        continue;
      default:
        return false;
    }
  }
  return false;
}

// How markup, HTML and XML alike, writes a character that means something in it; empty for all others.
std::string_view entity_of(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace

char32_t next_checked_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const int more = in(lead, 0xC2, 0xDF) ? 1 : in(lead, 0xE0, 0xEF) ? 2 : in(lead, 0xF0, 0xF4) ? 3 : 0;
  if (more == 0) return kReplacement;
  char32_t c = lead & (0x3FU >> more);
  std::size_t end = at;
  for (int i = 0; i < more; ++i, ++end) {
    if (end == text.size()) return kReplacement;
    const auto byte = static_cast<unsigned char>(text[end]);
    if ((byte & 0xC0) != 0x80) return kReplacement;
    c = c << 6 | (byte & 0x3FU);
  }
  constexpr char32_t kSmallest[] = {0, 0x80, 0x800, 0x10000};  // anything below is an overlong form
  if (c < kSmallest[more] || in(c, 0xD800, 0xDFFF) || c > 0x10FFFF) return kReplacement;
  at = end;
  return c;
}

bool needs_visible_mark(char32_t c, char32_t before) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  if (in(c, 0x7F, 0x9F) || c == 0x00AD || c == 0x061C) return true;
  if (c == 0x200C || c == 0x200D) return !may_be_joined(before);
  return c == 0x115F || c == 0x1160 || c == 0x180E || c == 0x200B || c == 0x200E || c == 0x200F ||
         in(c, 0x2028, 0x202E) || in(c, 0x2060, 0x206F) || c == 0x3164 || c == 0xFEFF || c == 0xFFA0 ||
         in(c, 0xFFF9, 0xFFFB) || in(c, 0xE0000, 0xE007F);
}

namespace {

// take(code point, the one before it or 0, its bytes); ill-formed bytes are the replacement character.
template <class Take>
void each_code_point(std::string_view text, Take take) {
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_checked_code_point(text, at);
    take(c, before, c == kReplacement ? kReplacementBytes : text.substr(begin, at - begin));
    before = c;
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t written = 0;  // of the text
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_checked_code_point(text, at);
    const bool plain = c >= 0x20 && c != '"' && c != '\\' && c != 0x7F && c != 0x2028 && c != 0x2029;
    if (plain && c != kReplacement) continue;
    out += text.substr(written, begin - written);
    written = at;
    if (c == kReplacement) {
      out += kReplacementBytes;
    } else if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(c));
    }
  }
  out += text.substr(written);
  out += '"';
}

void append_script_string(std::string& out, std::string_view text) {
  out += '"';
  each_code_point(text, [&](char32_t c, char32_t before, std::string_view bytes) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
      const bool white = c == '\n' || c == '\r' || c == '\t';
      if (c < 0x20 && !white) {
        append_mark(out, c);
      } else {
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(c));
      }
    } else if (needs_visible_mark(c, before)) {
      append_mark(out, c);
    } else {
      out += bytes;
    }
  });
  out += '"';
}

void append_html(std::string& out, std::string_view text) {
  each_code_point(text, [&](char32_t c, char32_t before, std::string_view bytes) {
    if (const auto entity = entity_of(c); !entity.empty()) {
      out += entity;
    } else if (c == '\'') {
      out += "&#39;";
    } else if (needs_visible_mark(c, before)) {
      append_mark(out, c);
    } else {
      out += bytes;
    }
  });
}

std::string html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  append_html(out, text);
  return out;
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&](char32_t c, char32_t before, std::string_view bytes) {
    if (c == kReplacement || is_noncharacter(c)) {
      append_utf8(out, kReplacement);
    } else if (needs_visible_mark(c, before)) {
      append_mark(out, c);
    } else {
      out += bytes;
    }
  });
  return out;
}

void append_csv_cell(std::string& out, std::string_view text) {
  std::string cell = visible(text);
  if (is_taken_for_formula(cell)) cell.insert(cell.begin(), '\'');
  if (cell.find_first_of(",\"\r\n") == std::string::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

void append_xml(std::string& out, std::string_view text, XmlPosition position) {
  each_code_point(text, [&](char32_t c, char32_t before, std::string_view bytes) {
    const bool illegal = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
    if (const auto entity = entity_of(c); !entity.empty()) {
      out += entity;
    } else if (c == kReplacement || (illegal && position == XmlPosition::attribute)) {
      append_utf8(out, kReplacement);
    } else if (illegal) {
      fmt::format_to(std::back_inserter(out), "<g n=\"U+{:04X}\"/>", static_cast<std::uint32_t>(c));
    } else if (c == '\r' || (position == XmlPosition::attribute && c < 0x20) || needs_visible_mark(c, before)) {
      fmt::format_to(std::back_inserter(out), "&#x{:X};", static_cast<std::uint32_t>(c));
    } else {
      out += bytes;
    }
  });
}

void append_markdown(std::string& out, std::string_view text) {
  // Marks that mean something in the middle of a line; at its begin the writers put words of their own. The dollar sign
  // begins mathematics for some readers. A bare address is known by the colon of its scheme or the stop behind www.
  constexpr std::string_view kMarks = "\\`*_[]|~$#";
  const std::string line = terminal_safe(text);
  const auto letter_at = [&](std::size_t at) { return in(static_cast<unsigned char>(line[at]) | 0x20U, 'a', 'z'); };
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const bool in_address = at > 0 && letter_at(at - 1) && at + 1 < line.size() && line[at + 1] != ' ' &&
                            (c == ':' || (c == '.' && (line[at - 1] | 0x20) == 'w'));
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      if (in_address || kMarks.find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
}

std::string terminal_safe(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&](char32_t c, char32_t before, std::string_view bytes) {
    if (c == '\n' || c == '\r' || c == '\t') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (needs_visible_mark(c, before)) {
      append_mark(out, c);
    } else {
      out += bytes;
    }
  });
  return out;
}

}  // namespace yiwen
