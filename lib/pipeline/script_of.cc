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
}  // namespace

const char* script_of(std::string_view text) {
  const auto& table = ScriptTable::instance();
  std::uint64_t han = 0, traditional = 0, simplified = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_han(c)) continue;
    ++han;
    if (table.fold(c) != c) {
      ++traditional;
    } else if (table.is_simplified(c)) {
      ++simplified;
    }
  }
  if (han == 0) return "none";
  const auto both = static_cast<double>(traditional + simplified);
  if (both == 0) return "mixed";  // every character is common to both scripts
  if (static_cast<double>(simplified) <= kMinority * both) return "Hant";
  if (static_cast<double>(traditional) <= kMinority * both) return "Hans";
  return "mixed";
}

}  // namespace yiwen
