// SPDX-License-Identifier: Apache-2.0
//
// The fence around ICU for the diff room.
//
// Quirks, pinned in tests/unit/diff/word_breaks_test.cc:
//   * opening a word iterator for Chinese loads a dictionary: milliseconds. One is kept for each thread and given new text.
//   * the dictionary knows few names and no new words: its breaks widen an edit to a word, they never decide what differs.
#include "diff/word_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>

namespace yiwen {

std::vector<char> word_breaks(std::u32string_view text) {
  std::vector<char> breaks(text.size() + 1, 0);
  breaks.front() = breaks.back() = 1;
  thread_local const std::unique_ptr<icu::BreakIterator> kWords = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> iterator(icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
    return U_SUCCESS(status) ? std::move(iterator) : nullptr;
  }();
  if (!kWords || text.empty()) {
    breaks.assign(text.size() + 1, 1);
    return breaks;
  }
  const auto utf16 = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()), static_cast<std::int32_t>(text.size()));
  kWords->setText(utf16);
  std::int32_t units = 0;
  std::size_t chars = 0;
  for (std::int32_t at = kWords->first(); at != icu::BreakIterator::DONE; at = kWords->next()) {
    for (; units < at; ++chars) units += text[chars] > 0xFFFF ? 2 : 1;
    breaks[chars] = 1;
  }
  return breaks;
}

}  // namespace yiwen
