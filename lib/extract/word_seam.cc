// SPDX-License-Identifier: Apache-2.0
//
// The fence around ICU's dictionary word breaks. Quirk: they depend on what stands around (WordSeam.FindsWordsOf...):
// the same two characters may be a word in one context and two in another, so this is evidence and no proof.
#include "extract/word_seam.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>

#include "base/char_class.h"
#include "base/utf8.h"

namespace yiwen {

namespace {

// Characters on each side that are looked at; the words of the dictionary have four at most, bar a few.
constexpr int kContext = 10;

std::string_view last_characters(std::string_view text) {
  auto at = static_cast<std::uint32_t>(text.size());
  for (int i = 0; i < kContext && at > 0; ++i) static_cast<void>(previous_code_point(text, at));
  return text.substr(at);
}

std::string_view first_characters(std::string_view text) {
  std::uint32_t at = 0;
  for (int i = 0; i < kContext && at < text.size(); ++i) static_cast<void>(next_code_point(text, at));
  return text.substr(0, at);
}

std::string_view without_blanks_behind(std::string_view text) {
  for (auto at = static_cast<std::uint32_t>(text.size()); at > 0 && is_space(previous_code_point(text, at));
       text = text.substr(0, at)) {
  }
  return text;
}

std::string_view without_blanks_before(std::string_view text) {
  for (std::uint32_t at = 0; at < text.size() && is_space(next_code_point(text, at)); text = text.substr(at), at = 0) {
  }
  return text;
}

icu::UnicodeString to_icu(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

}  // namespace

bool splits_word(std::string_view left, std::string_view right) {
  left = last_characters(without_blanks_behind(left));
  right = first_characters(without_blanks_before(right));
  if (left.empty() || right.empty()) return false;
  auto last = static_cast<std::uint32_t>(left.size());
  std::uint32_t first = 0;
  if (!is_han(previous_code_point(left, last)) || !is_han(next_code_point(right, first))) return false;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
  if (U_FAILURE(status)) return false;
  const icu::UnicodeString before = to_icu(left);
  const icu::UnicodeString joined = before + to_icu(right);
  words->setText(joined);
  return words->isBoundary(before.length()) == 0;
}

}  // namespace yiwen
