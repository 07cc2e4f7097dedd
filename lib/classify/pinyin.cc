// SPDX-License-Identifier: Apache-2.0
//
// The fence around ICU for the classify room.
//
// Quirk, pinned in tests/unit/classify/pinyin_test.cc: a character with several readings gets its most common one,
// whatever word it stands in (长 is always zhang or always chang). So two characters may sound alike and not be told so;
// never the other way round.
#include "classify/pinyin.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace yiwen {

namespace {

icu::UnicodeString reading_of(char32_t c) {
  thread_local const std::unique_ptr<icu::Transliterator> to_pinyin = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance("Han-Latin; NFD; [:Mn:] Remove", UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  icu::UnicodeString text(static_cast<UChar32>(c));
  if (to_pinyin) to_pinyin->transliterate(text);
  return text;
}

}  // namespace

bool sound_alike(char32_t left, char32_t right) {
  const auto reading = reading_of(left);
  return reading.char32At(0) < 0x80 && reading == reading_of(right);
}

}  // namespace yiwen
