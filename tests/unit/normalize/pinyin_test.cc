// SPDX-License-Identifier: Apache-2.0
#include "normalize/pinyin.h"

#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <map>
#include <memory>
#include <vector>

namespace yiwen {
namespace {

TEST(Pinyin, CharactersOfOneReadingSoundAlike) {
  EXPECT_TRUE(sound_alike(U'竣', U'峻'));
  EXPECT_TRUE(sound_alike(U'制', U'治'));  // tones aside
  EXPECT_TRUE(sound_alike(U'张', U'章'));
  EXPECT_FALSE(sound_alike(U'法', U'治'));
  EXPECT_TRUE(sound_alike(U'長', U'掌'));  // the common reading, whatever word it stands in
  EXPECT_FALSE(sound_alike(U'長', U'常'));
  EXPECT_FALSE(sound_alike(U'a', U'a'));  // no Han character has no reading
  EXPECT_FALSE(sound_alike(0x20000, 0x20000));
}

// The table is what ICU says, for every character that it covers.
TEST(Pinyin, ReadingsAreThoseOfIcu) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_pinyin(
      icu::Transliterator::createInstance("Han-Latin; NFD; [:Mn:] Remove", UTRANS_FORWARD, status));
  ASSERT_TRUE(U_SUCCESS(status));
  std::map<icu::UnicodeString, std::vector<char32_t>> by_reading;
  std::vector<char32_t> unread;
  for (char32_t c = 0x3400; c < 0xA000; ++c) {
    icu::UnicodeString reading(static_cast<UChar32>(c));
    to_pinyin->transliterate(reading);
    if (reading.char32At(0) < 0x80) {
      by_reading[reading].push_back(c);
    } else {
      unread.push_back(c);
    }
  }
  ASSERT_GT(by_reading.size(), 400U);
  std::vector<char32_t> firsts;
  for (const auto& [reading, characters] : by_reading) {
    for (const char32_t c : characters) EXPECT_TRUE(sound_alike(characters.front(), c)) << std::hex << std::uint32_t{c};
    for (const char32_t other : firsts) EXPECT_FALSE(sound_alike(characters.front(), other));
    firsts.push_back(characters.front());
  }
  for (const char32_t c : unread) EXPECT_FALSE(sound_alike(c, c)) << std::hex << std::uint32_t{c};
}

}  // namespace
}  // namespace yiwen
