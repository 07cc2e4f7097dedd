// SPDX-License-Identifier: Apache-2.0
#include "base/utf8_check.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"

namespace yiwen {
namespace {

TEST(Utf8Check, TakesEveryCodePointAndNoSurrogate) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    std::string bytes;
    append_utf8(bytes, c);
    const Utf8Piece piece = utf8_piece(bytes, 0);
    const bool is_surrogate = c >= 0xD800 && c <= 0xDFFF;
    ASSERT_EQ(piece.well_formed, !is_surrogate) << static_cast<std::uint32_t>(c);
    ASSERT_EQ(piece.length, is_surrogate ? 1 : bytes.size());
  }
}

TEST(Utf8Check, CutsMaximalIllFormedPieces) {
  // The example of the Unicode standard (table 3-8) and its neighbours.
  EXPECT_EQ(replace_ill_formed("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64"),
            "a\uFFFD\uFFFD\uFFFD"
            "b\uFFFD"
            "c\uFFFD\uFFFD"
            "d");
  EXPECT_EQ(replace_ill_formed("\xC0\xAF"), "\uFFFD\uFFFD");                      // overlong
  EXPECT_EQ(replace_ill_formed("\xE0\x80\xAF"), "\uFFFD\uFFFD\uFFFD");            // overlong
  EXPECT_EQ(replace_ill_formed("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");            // a surrogate
  EXPECT_EQ(replace_ill_formed("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");  // above U+10FFFF
  EXPECT_EQ(replace_ill_formed("\xE6\xB2"), "\uFFFD");                            // broken off
}

TEST(Utf8Check, NamesTheFirstIllFormedByte) {
  EXPECT_EQ(first_ill_formed("法\xFF治\xFF"), 3u);
  EXPECT_EQ(first_ill_formed("法治"), 6u);
  EXPECT_EQ(first_ill_formed(""), 0u);
}

}  // namespace
}  // namespace yiwen
