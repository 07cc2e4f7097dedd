// SPDX-License-Identifier: Apache-2.0
#include "base/markup.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <string>

#include "base/char_class.h"
#include "base/utf8.h"

namespace yiwen {

namespace {

struct NamedEntity {
  std::string_view name;
  char32_t character;
};
// The references that occur in Chinese pages; a full table would only add names that no news page uses.
constexpr NamedEntity kEntities[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},     {"nbsp", 0xA0},
    {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"mdash", 0x2014},  {"ndash", 0x2013},
    {"hellip", 0x2026}, {"middot", 0xB7},  {"bull", 0x2022},  {"times", 0xD7},   {"ensp", 0x2002},   {"emsp", 0x2003},
    {"thinsp", 0x2009}, {"laquo", 0xAB},   {"raquo", 0xBB},   {"deg", 0xB0},     {"permil", 0x2030}, {"copy", 0xA9},
    {"reg", 0xAE},      {"trade", 0x2122}, {"yen", 0xA5},     {"pound", 0xA3},   {"euro", 0x20AC},   {"zwnj", 0x200C},
    {"zwj", 0x200D},    {"shy", 0xAD}};

constexpr std::size_t kLongestEntity = 10;  // bytes between & and ;
constexpr int kMostEscapes = 3;             // &amp;amp;amp;ldquo;: pages that passed so many programs
constexpr std::uint32_t kLongestTag = 500;  // bytes: with an address and a style

using Names = std::span<const std::string_view>;
// Those with which text is set; a page that shows its own markup shows these.
constexpr std::string_view kInside[] = {"a",   "b",   "i",   "u",   "em",  "strong", "span",  "font",  "img", "sup",
                                        "sub", "bdo", "big", "del", "ins", "input",  "label", "small", "var"};
constexpr std::string_view kPartParagraphs[] = {"br", "p",  "div", "h1", "h2",    "h3",      "h4",     "li",
                                                "ul", "ol", "td",  "tr", "table", "section", "center", "figure"};

bool is_one_of(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_tag_name(std::string_view name) { return is_one_of(name, kInside) || is_one_of(name, kPartParagraphs); }

// The character of that number.
std::optional<Entity> reference(std::string_view digits, bool hexadecimal, std::uint32_t end) {
  char32_t value = 0;
  for (const char digit : digits) {
    const auto byte = static_cast<unsigned char>(digit);
    if (hexadecimal ? !std::isxdigit(byte) : !std::isdigit(byte)) return {};
    const int weight = std::isdigit(byte) ? byte - '0' : std::tolower(byte) - 'a' + 10;
    value = value * (hexadecimal ? 16 : 10) + static_cast<char32_t>(weight);
    if (value > 0x10FFFF) return {};
  }
  if (value == 0 || (value >= 0xD800 && value < 0xE000)) return {};
  return Entity{value, end};
}

// The reference whose name begins at `at`, behind its &.
std::optional<Entity> entity_named(std::string_view text, std::uint32_t at, int depth) {
  const auto semicolon = text.substr(at, kLongestEntity + 1).find(';');
  if (semicolon == std::string_view::npos || semicolon == 0) return {};
  const auto name = text.substr(at, semicolon);
  const auto end = static_cast<std::uint32_t>(at + semicolon + 1);
  if (name == "amp" && depth < kMostEscapes) {
    if (const auto inner = entity_named(text, end, depth + 1)) return inner;
  }
  if (name.front() != '#') {
    for (const auto& entity : kEntities) {
      if (entity.name == name) return Entity{entity.character, end};
    }
    return {};
  }
  const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  const auto digits = name.substr(hexadecimal ? 2 : 1);
  if (digits.empty()) return {};
  return reference(digits, hexadecimal, end);
}

// The next character, of a reference what it stands for; where it ends in `at`.
char32_t character_of(std::string_view text, std::uint32_t& at) {
  if (const auto entity = entity_at(text, at)) return at = entity->end, entity->character;
  return next_code_point(text, at);
}

}  // namespace

std::optional<Entity> entity_at(std::string_view text, std::uint32_t at) {
  if (text[at] == '&') return entity_named(text, at + 1, 0);
  constexpr std::uint32_t kLongestEscape = 6;  // \u003c
  if (!text.substr(at).starts_with("\\u") || text.size() - at < kLongestEscape) return {};
  return reference(text.substr(at + 2, kLongestEscape - 2), true, at + kLongestEscape);
}

std::optional<Tag> tag_at(std::string_view text, std::uint32_t at) {
  if (character_of(text, at) != '<') return {};
  const auto begin = at;
  std::string name;
  bool complete = false;  // the name
  while (at < text.size() && at - begin < kLongestTag) {
    const char32_t c = character_of(text, at);
    if (c == '>') return is_tag_name(name) ? std::optional(Tag{at, is_one_of(name, kPartParagraphs)}) : std::nullopt;
    if (c == '<' || is_han(c)) return {};
    if (c == '/' && name.empty()) continue;
    complete = complete || c >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) == 0;
    if (!complete) name += static_cast<char>(std::tolower(static_cast<int>(c)));
    if (complete && !is_tag_name(name)) return {};
  }
  return {};
}

std::optional<std::uint32_t> tag_rest_end(std::string_view text, std::uint32_t at) {
  const bool lost = text[at] == '?';
  if (lost) ++at;
  if (at >= text.size() || text[at] != '/') return {};
  const std::uint32_t name = ++at;
  while (at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0) ++at;
  if (!is_tag_name(text.substr(name, at - name))) return {};
  if (at == text.size()) return lost ? std::optional(at) : std::nullopt;
  return text[at] == '>' ? std::optional(at + 1) : std::nullopt;
}

}  // namespace yiwen
