// SPDX-License-Identifier: Apache-2.0
#include "pipeline/script_of.h"

#include <cstdint>

#include "base/char_class.h"
#include "base/utf8.h"
#include "normalize/script_table.h"

namespace yiwen {

namespace {
// Up to this share of the characters may be of the other script: quoted titles, names, conversion errors.
constexpr double kMinority = 0.1;
// From this share of kana among Han characters and kana on, a text is Japanese, whose characters say nothing of the two
// scripts. Running Japanese is half kana; a Chinese text that quotes a title or a brand stays far below.
constexpr double kJapanese = 0.2;

bool is_kana(char32_t c) { return 0x3041 <= c && c <= 0x30FF; }
}  // namespace

const char* script_of(std::string_view text) {
  const auto& table = ScriptTable::instance();
  std::uint64_t kana = 0, han = 0, traditional = 0, simplified = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_kana(c)) ++kana;
    if (!is_han(c)) continue;
    ++han;
    if (table.fold(c) != c) {
      ++traditional;
    } else if (table.is_simplified(c)) {
      ++simplified;
    }
  }
  if (han == 0 || static_cast<double>(kana) > kJapanese * static_cast<double>(han + kana)) return "none";
  const auto both = static_cast<double>(traditional + simplified);
  if (both == 0) return "mixed";  // every character is common to both scripts
  if (static_cast<double>(simplified) <= kMinority * both) return "Hant";
  if (static_cast<double>(traditional) <= kMinority * both) return "Hans";
  return "mixed";
}

}  // namespace yiwen
