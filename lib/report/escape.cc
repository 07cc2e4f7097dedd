// SPDX-License-Identifier: Apache-2.0
#include "report/escape.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>

#include "base/utf8.h"

namespace yiwen {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool in(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

// Zero-width joiners shape Arabic, Indic and emoji sequences; elsewhere they only hide.
bool may_be_joined(char32_t before) {
  return in(before, 0x0590, 0x1FFF) || in(before, 0x2190, 0x2BFF) || before == 0xFE0F || in(before, 0x1F000, 0x1FAFF);
}

void append_mark(std::string& out, char32_t c) {
  fmt::format_to(std::back_inserter(out), "〘U+{:04X}〙", static_cast<std::uint32_t>(c));
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

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_checked_code_point(text, at);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(c));
    } else if (c == kReplacement) {
      append_utf8(out, c);
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  out += '"';
}

void append_html(std::string& out, std::string_view text) {
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_checked_code_point(text, at);
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\'') {
      out += "&#39;";
    } else if (c == kReplacement) {
      append_utf8(out, c);
    } else if (needs_visible_mark(c, before)) {
      append_mark(out, c);
    } else {
      out += text.substr(begin, at - begin);
    }
    before = c;
  }
}

std::string html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  append_html(out, text);
  return out;
}

std::string terminal_safe(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_checked_code_point(text, at);
    if (c == '\n' || c == '\r' || c == '\t') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c == kReplacement) {
      append_utf8(out, c);
    } else if (needs_visible_mark(c, before)) {
      append_mark(out, c);
    } else {
      out += text.substr(begin, at - begin);
    }
    before = c;
  }
  return out;
}

}  // namespace yiwen
