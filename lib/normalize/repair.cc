// SPDX-License-Identifier: Apache-2.0
//
// Three kinds of damage:
//
//   annotation        產業(yè)   a converter put the reading behind a character
//   mojibake          ?jié)摿   such an annotation whose opening half was lost with the bytes around it, private-use
//                               characters, U+FFFD, the well-known debris of wrong decoding (锟斤拷, â€œ), UTF-8 that
//                               was read as GBK (garbled.h)
//   lost punctuation  9.2%9.3%  two quantities with nothing between them
//
// Only patterns that no writer writes are marked: an editor must be able to trust each mark.
#include "normalize/repair.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "base/char_class.h"
#include "base/utf8.h"
#include "normalize/garbled.h"

namespace yiwen {

namespace {

// A tone-marked vowel and the plain letter under it; ü is written v below, as keyboards do.
char plain_vowel(char32_t c) {
  switch (c) {
    case U'ā': case U'á': case U'ǎ': case U'ă': case U'à': return 'a';
    case U'ē': case U'é': case U'ě': case U'ĕ': case U'è': return 'e';
    case U'ī': case U'í': case U'ǐ': case U'ĭ': case U'ì': return 'i';
    case U'ō': case U'ó': case U'ǒ': case U'ŏ': case U'ò': return 'o';
    case U'ū': case U'ú': case U'ǔ': case U'ŭ': case U'ù': return 'u';
    case U'ǖ': case U'ǘ': case U'ǚ': case U'ǜ': return 'v';
    case U'ń': case U'ň': case U'ǹ': return 'n';
    default: return 0;
  }
}

constexpr std::array<std::string_view, 37> kFinals = {
    "a",   "ai",  "an",  "ang", "ao",   "e",   "ei",  "en",  "eng", "er",  "i",   "ia",  "ian",
    "iang", "iao", "ie",  "in",  "ing",  "io",  "iong", "iu", "o",   "ong", "ou",  "u",   "ua",
    "uai", "uan", "uang", "ue",  "ui",   "un",  "uo",  "v",   "van", "ve",  "vn"};

// Spelled as one syllable of Hanyu pinyin, tone marks taken off.
bool is_pinyin(std::string_view letters) {
  if (letters == "n" || letters == "ng" || letters == "m") return true;
  std::string_view final = letters;
  if (final.starts_with("zh") || final.starts_with("ch") || final.starts_with("sh")) {
    final.remove_prefix(2);
  } else if (std::string_view("bpmfdtnlgkhjqxrzcsyw").find(final.front()) != std::string_view::npos) {
    final.remove_prefix(1);
  }
  return std::find(kFinals.begin(), kFinals.end(), final) != kFinals.end();
}

constexpr std::size_t kLongestSyllable = 6;  // zhuang, chuang, shuang

struct Syllable {
  std::uint32_t end = 0;
  bool toned = false;
};

// The pinyin syllable of lower-case letters that begins at byte `at`.
std::optional<Syllable> syllable_at(std::string_view text, std::uint32_t at) {
  Syllable syllable{at, false};
  std::string plain;
  while (syllable.end < text.size() && plain.size() <= kLongestSyllable) {
    std::uint32_t next = syllable.end;
    const char32_t c = next_code_point(text, next);
    if (c >= 'a' && c <= 'z') {
      plain.push_back(static_cast<char>(c));
    } else if (c == U'ü') {
      plain.push_back('v');
    } else if (c == 0x251 || c == 0x261) {  // ɑ and ɡ, which some converters write
      plain.push_back(c == 0x251 ? 'a' : 'g');
    } else if (const char vowel = plain_vowel(c)) {
      plain.push_back(vowel);
      syllable.toned = true;
    } else {
      break;
    }
    syllable.end = next;
  }
  if (plain.empty() || plain.size() > kLongestSyllable || !is_pinyin(plain)) return {};
  return syllable;
}

bool is_open_parenthesis(char32_t c) { return c == '(' || c == U'（'; }
bool is_close_parenthesis(char32_t c) { return c == ')' || c == U'）'; }

// Debris that wrong decoders are known for: U+FFFD read as GBK, uninitialised memory, UTF-8 read as Windows-1252.
constexpr std::array<std::string_view, 10> kDebris = {"锟斤拷", "锟斤", "烫烫烫", "屯屯屯", "â€œ", "â€\u009d",
                                                      "â€™",    "ï¼Œ",  "ã€‚",    "Ã©"};

// The mojibake that begins at byte `at`; its end, or nothing.
std::optional<std::uint32_t> mojibake_end(std::string_view text, std::uint32_t at) {
  for (const auto debris : kDebris) {
    if (text.substr(at).starts_with(debris)) return at + static_cast<std::uint32_t>(debris.size());
  }
  std::uint32_t next = at;
  const char32_t c = next_code_point(text, next);
  if (c == 0xFFFD || is_private_use(c)) return next;
  if (const auto end = utf8_read_as_gbk_end(text, at)) return end;
  if (c != '?') return {};
  // "?jié)摿": the bytes of 潛( and 力 were torn apart and paired anew. The Han character behind is part of the damage, and
  // so is what follows it that no writer writes (a private-use character, @ between Han characters).
  const auto syllable = syllable_at(text, next);
  if (!syllable || !syllable->toned || syllable->end >= text.size()) return {};
  next = syllable->end;
  if (!is_close_parenthesis(next_code_point(text, next))) return {};
  std::uint32_t end = next;
  for (bool first = true; next < text.size(); first = false) {
    const char32_t behind = next_code_point(text, next);
    if (!(first && is_han(behind)) && !is_private_use(behind) && behind != '@' && behind != 0xFFFD) break;
    end = next;
  }
  return end;
}

bool is_percent(char32_t c) { return c == '%' || c == U'％' || c == U'‰'; }

struct NamedEntity {
  std::string_view name;
  char32_t character;
};
// The references that occur in Chinese pages; a full table would only add names that no news page uses.
constexpr NamedEntity kEntities[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},      {"apos", '\''},    {"nbsp", 0xA0},
    {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"mdash", 0x2014}, {"ndash", 0x2013},
    {"hellip", 0x2026}, {"middot", 0xB7},   {"bull", 0x2022},   {"times", 0xD7},    {"ensp", 0x2002},  {"emsp", 0x2003},
    {"thinsp", 0x2009}, {"laquo", 0xAB},    {"raquo", 0xBB},    {"deg", 0xB0},      {"permil", 0x2030}, {"copy", 0xA9},
    {"reg", 0xAE},      {"trade", 0x2122},  {"yen", 0xA5},      {"pound", 0xA3},    {"euro", 0x20AC},  {"zwnj", 0x200C},
    {"zwj", 0x200D},    {"shy", 0xAD}};

constexpr std::size_t kLongestEntity = 10;  // bytes between & and ;

}  // namespace

std::optional<std::uint32_t> pinyin_annotation_end(std::string_view text, std::uint32_t at) {
  std::uint32_t next = at;
  if (!is_open_parenthesis(next_code_point(text, next))) return {};
  const auto syllable = syllable_at(text, next);
  if (!syllable || !syllable->toned || syllable->end >= text.size()) return {};
  next = syllable->end;
  if (!is_close_parenthesis(next_code_point(text, next))) return {};
  return next;
}

std::optional<Entity> entity_at(std::string_view text, std::uint32_t at) {
  if (text[at] != '&') return {};
  const auto semicolon = text.substr(at + 1, kLongestEntity + 1).find(';');
  if (semicolon == std::string_view::npos || semicolon == 0) return {};
  const auto name = text.substr(at + 1, semicolon);
  const auto end = static_cast<std::uint32_t>(at + semicolon + 2);
  if (name.front() != '#') {
    for (const auto& entity : kEntities) {
      if (entity.name == name) return Entity{entity.character, end};
    }
    return {};
  }
  const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  const auto digits = name.substr(hexadecimal ? 2 : 1);
  if (digits.empty()) return {};
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

std::vector<Damage> find_damage(std::string_view text) {
  std::vector<Damage> damage;
  char32_t before = 0;
  std::uint32_t before_begin = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    std::uint32_t next = at;
    const char32_t c = next_code_point(text, next);
    if (is_han(before) && is_open_parenthesis(c)) {
      if (const auto end = pinyin_annotation_end(text, at)) {
        damage.push_back({{at, *end}, DamageKind::annotation});
        at = *end;  // `before` stays: a second annotation may follow the same character
        continue;
      }
    }
    if (c == '?' || c > 0x7F) {
      if (const auto end = mojibake_end(text, at)) {
        // Damaged bytes seldom come alone: spots that touch are one.
        if (!damage.empty() && damage.back().kind == DamageKind::mojibake && damage.back().range.end == at) {
          damage.back().range.end = *end;
        } else {
          damage.push_back({{at, *end}, DamageKind::mojibake});
        }
        at = *end;
        before = 0;
        continue;
      }
    }
    if (is_percent(before) && is_digit(c)) {
      damage.push_back({{before_begin, next}, DamageKind::lost_punctuation});
    }
    before = c;
    before_begin = at;
    at = next;
  }
  return damage;
}

}  // namespace yiwen
