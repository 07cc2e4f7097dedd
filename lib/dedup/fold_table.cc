// SPDX-License-Identifier: Apache-2.0
//
// The fence around ICU for this room: it is asked once for each character that may change, while the table is built.
#include "dedup/fold_table.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>
#include <string_view>

#include "base/char_class.h"
#include "normalize/script_table.h"

namespace yiwen {
namespace {

constexpr char32_t kTableEnd = 0x34000;  // past the last plane of ideographs
constexpr char32_t kPrivateBegin = 0xE000;
constexpr char32_t kPrivateSize = 0x1900;

// Blocks that compatibility forms leave as they are; asking ICU for each of 100,000 characters would take longer than
// folding ten thousand articles.
constexpr bool is_settled(char32_t c) {
  return (c >= 0x3400 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4) || (c >= 0x20000 && c < 0x2F800) || c >= 0x30000;
}

FoldedChar mark_of(char32_t c) {
  constexpr std::u32string_view kStops = U"。！？!?…｡‼⁇⁈⁉";
  constexpr std::u32string_view kClauses = U",;，；、､—–";
  constexpr std::u32string_view kClosers = U"”’」』）)】》〉〕］]\"'";
  if (is_line_break(c)) return kLineBreak;
  if (is_space(c)) return kSpace;
  if (kStops.find(c) != std::u32string_view::npos) return kStop;
  if (c == '.' || c == U'．') return kPoint;
  if (c == ':' || c == U'：') return kColon;
  if (c == '%' || c == U'％' || c == U'‰') return kPercent;
  if (c == '(' || c == U'（') return kOpenParen;
  if (kClosers.find(c) != std::u32string_view::npos) return kClosing;
  if (kClauses.find(c) != std::u32string_view::npos) return kClause;
  return kDropped;
}

// The first character of the decomposed, compatible, lower-case form: a letter without its marks.
char32_t compatible(const icu::Normalizer2& form, char32_t c) {
  icu::UnicodeString decomposition;
  if (!form.getDecomposition(static_cast<UChar32>(c), decomposition) || decomposition.isEmpty()) {
    return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
  }
  return static_cast<char32_t>(u_foldCase(decomposition.char32At(0), U_FOLD_CASE_DEFAULT));
}

}  // namespace

FoldTable::FoldTable() : fold_(kTableEnd) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const form = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no compatibility normalization data");
  const ScriptTable& script = ScriptTable::instance();
  for (char32_t c = 0; c < kTableEnd; ++c) {
    const bool settled = is_settled(c);
    if (c >= 0xD800 && c < 0xE000) continue;  // surrogates are no characters
    if (!settled && !is_word(c)) {
      fold_[c] = mark_of(c);
      continue;
    }
    const char32_t folded = script.fold(settled ? c : compatible(*form, c));
    fold_[c] = folded < 0x10000 ? static_cast<FoldedChar>(folded) : beyond(folded);
  }
}

FoldedChar FoldTable::beyond(char32_t c) {
  // Behind the last ideograph stand emoji, tags and private use: marks to a comparison.
  if (c >= kTableEnd) return kDropped;
  return static_cast<FoldedChar>(kPrivateBegin + c * 2654435761U % kPrivateSize);
}

const FoldTable& FoldTable::instance() {
  static const FoldTable kTable;
  return kTable;
}

}  // namespace yiwen
