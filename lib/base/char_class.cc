// SPDX-License-Identifier: Apache-2.0
//
// The fence around ICU's character database for the base room.
#include "base/char_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string_view>

namespace yiwen {

namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

bool has_script(char32_t c, UScriptCode script) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(icu(c), &status) == script && U_SUCCESS(status);
}

}  // namespace

bool is_han(char32_t c) {
  if (c >= 0x4E00 && c <= 0x9FFF) return true;
  return c >= 0x2E80 && has_script(c, USCRIPT_HAN);
}

bool is_word(char32_t c) {
  if (c >= 0x4E00 && c <= 0x9FFF) return true;
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return (U_GET_GC_MASK(icu(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

bool is_latin(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return has_script(c, USCRIPT_LATIN) && u_isalpha(icu(c)) != 0;
}

bool is_circled_number(char32_t c) { return c >= U'①' && c <= U'⑳'; }

bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : u_charType(icu(c)) == U_DECIMAL_DIGIT_NUMBER; }

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(icu(c)) != 0;
}

bool is_line_break(char32_t c) { return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_invisible(char32_t c) { return c >= 0x80 && u_charType(icu(c)) == U_FORMAT_CHAR; }

bool is_private_use(char32_t c) { return u_charType(icu(c)) == U_PRIVATE_USE_CHAR; }

bool is_unassigned(char32_t c) { return u_charType(icu(c)) == U_UNASSIGNED; }

char32_t horizontal_mark(char32_t c) {
  constexpr std::u32string_view kComma = U"，、。：；！？〖〗…";  // from U+FE10
  constexpr std::u32string_view kBrackets =
      U"（）｛｝〔〕【】《》〈〉「」『』";  // from U+FE35; the dashes before are used as bars
  constexpr char32_t kFirstComma = 0xFE10;
  constexpr char32_t kFirstBracket = 0xFE35;
  if (c >= kFirstComma && c < kFirstComma + kComma.size()) return kComma[c - kFirstComma];
  if (c >= kFirstBracket && c < kFirstBracket + kBrackets.size()) return kBrackets[c - kFirstBracket];
  return c;
}

}  // namespace yiwen
