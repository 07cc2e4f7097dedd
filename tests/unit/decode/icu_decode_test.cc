// SPDX-License-Identifier: Apache-2.0
#include "decode/icu_decode.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "unit/decode/encode_text.h"

namespace yiwen {
namespace {

struct Heard final : CodePointSink {
  void code_point(char32_t c, std::uint32_t at) override {
    text.push_back(c);
    begins.push_back(at);
  }
  void ill_formed(TextRange<SourceBytes> bytes) override { faults.push_back(bytes); }

  std::u32string text;
  std::vector<std::uint32_t> begins;
  std::vector<TextRange<SourceBytes>> faults;
};

Heard hear(const std::string& bytes, const std::string& encoding, AtEnd at_end = AtEnd::ill_formed) {
  Heard heard;
  icu_decode(bytes, encoding, at_end, heard);
  return heard;
}

bool has_private_use(const std::u32string& text) {
  return std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= 0xE000 && c <= 0xF8FF; });
}

TEST(IcuDecode, ReadsHongKongCharactersThatBig5WouldMakePrivateUse) {
  const std::string estate = encode_text(U"彩虹邨", "Big5-HKSCS").bytes;
  EXPECT_TRUE(has_private_use(decode_without_fence(estate, "Big5")));  // the quirk
  EXPECT_EQ(hear(estate, "Big5-HKSCS").text, U"彩虹邨");
}

TEST(IcuDecode, ReadsFourByteCharactersThatGbkRefuses) {
  const std::string name = encode_text(U"王㛃", "gb18030").bytes;
  ASSERT_EQ(name.size(), 6u);
  EXPECT_NE(decode_without_fence(name, "gbk"), U"王㛃");  // the quirk
  const Heard heard = hear(name, "GB18030");
  EXPECT_EQ(heard.text, U"王㛃");
  EXPECT_EQ(heard.begins, (std::vector<std::uint32_t>{0, 2}));
}

TEST(IcuDecode, ReadsWhatGb18030MadeCharactersIn2022) {
  const std::string vertical_comma = "\xA6\xD9", radical = "\xFE\x59";
  EXPECT_EQ(decode_without_fence(vertical_comma, "gb18030"), U"\uE78D");  // the quirk
  EXPECT_EQ(hear(vertical_comma, "GB18030").text, U"\uFE10");
  EXPECT_EQ(hear(radical, "GB18030").text, U"\u9FB4");
  std::string all;
  for (const char* pair :
       {"\xA6\xD9", "\xA6\xDA", "\xA6\xDB", "\xA6\xDC", "\xA6\xDD", "\xA6\xDE", "\xA6\xDF", "\xA6\xEC", "\xA6\xED",
        "\xA6\xF3", "\xFE\x59", "\xFE\x61", "\xFE\x66", "\xFE\x67", "\xFE\x6D", "\xFE\x7E", "\xFE\x90", "\xFE\xA0"}) {
    all += pair;
  }
  const Heard heard = hear(all, "GB18030");
  EXPECT_EQ(heard.text.size(), 18u);
  EXPECT_FALSE(has_private_use(heard.text));
}

TEST(IcuDecode, ReadsTheEuroSignOfWindows936) {
  EXPECT_EQ(decode_without_fence("\x80", "gb18030"), U"\uFFFD");  // the quirk
  const Heard heard = hear(
      "\x80"
      "100",
      "GB18030");
  EXPECT_EQ(heard.text, U"€100");
  EXPECT_TRUE(heard.faults.empty());
}

TEST(IcuDecode, ReadsWhatBig5HkscsMadeCharactersIn2004) {
  EXPECT_EQ(decode_without_fence("\x8C\x43", "Big5-HKSCS"), U"\uF57A");  // the quirk
  EXPECT_EQ(hear("\x8C\x43", "Big5-HKSCS").text, U"\u9FA6");
  // Above the part that every user may define (81 to 86), nothing is left of private use.
  std::string all;
  for (int lead = 0x87; lead <= 0xFE; ++lead) {
    for (int trail = 0x40; trail <= 0xFE; ++trail) {
      if (trail <= 0x7E || trail >= 0xA1) all += {static_cast<char>(lead), static_cast<char>(trail), '\n'};
    }
  }
  EXPECT_TRUE(has_private_use(decode_without_fence(all, "Big5-HKSCS")));
  EXPECT_FALSE(has_private_use(hear(all, "Big5-HKSCS").text));
}

TEST(IcuDecode, GivesBothCodePointsOfOneSequenceTheSameByte) {
  const Heard heard = hear("a\x88\x62z", "Big5-HKSCS");
  EXPECT_EQ(heard.text, U"aÊ\u0304z");
  EXPECT_EQ(heard.begins, (std::vector<std::uint32_t>{0, 1, 1, 3}));
}

TEST(IcuDecode, KeepsOffsetsWhereSurrogatePairsStraddleTwoCalls) {
  // 40 000 code points of two code units are several calls; the letter in front makes their ends fall inside pairs.
  for (const char* encoding : {"GB18030", "UTF-16LE", "UTF-16BE", "UTF-32LE"}) {
    const EncodedText encoded = encode_text(U"a" + std::u32string(40000, U'𠮷'), encoding);
    const Heard heard = hear(encoded.bytes, encoding);
    ASSERT_EQ(heard.text.size(), 40001u) << encoding;
    EXPECT_EQ(heard.text.back(), U'𠮷');
    EXPECT_EQ(heard.begins, encoded.begins) << encoding;
  }
}

TEST(IcuDecode, KeepsOffsetsWhereTwoCodePointsOfOneSequenceStraddleTwoCalls) {
  std::string bytes = "a";
  for (int i = 0; i < 20000; ++i) bytes += "\x88\x62";
  const Heard heard = hear(bytes, "Big5-HKSCS");
  ASSERT_EQ(heard.begins.size(), 40001u);
  for (std::size_t i = 1; i < heard.begins.size(); ++i) ASSERT_EQ(heard.begins[i], 1 + (i - 1) / 2 * 2) << i;
}

TEST(IcuDecode, NamesTheBytesThatMeanNothing) {
  using Range = TextRange<SourceBytes>;
  const Heard heard = hear("\xD6\xD0\xFF\xCE\xC4", "GB18030");
  EXPECT_EQ(heard.text, U"中文");
  EXPECT_EQ(heard.faults, (std::vector<Range>{{2, 3}}));
  EXPECT_EQ(hear("\xD6\xD0\xCE", "GB18030").faults, (std::vector<Range>{{2, 3}}));
  EXPECT_TRUE(hear("\xD6\xD0\xCE", "GB18030", AtEnd::ignore).faults.empty());
  const std::string lone_surrogate("\x2D\x4E\x00\xD8\x87\x65", 6);
  EXPECT_EQ(hear(lone_surrogate, "UTF-16LE").text, U"中文");
  EXPECT_EQ(hear(lone_surrogate, "UTF-16LE").faults, (std::vector<Range>{{2, 4}}));
}

TEST(IcuDecode, FaultsAndCharactersTogetherAreAllTheBytes) {
  // A run of nothing but faults, longer than one call puts out, ends and leaves nothing out.
  const std::string bytes(50000, '\xFF');
  const Heard heard = hear(bytes, "GB18030");
  EXPECT_TRUE(heard.text.empty());
  EXPECT_EQ(heard.faults.size(), 50000u);
}

TEST(IcuDecode, KnowsTheCommonHanziOfBothScripts) {
  for (const char32_t c : std::u32string_view(U"的国國说說龙龍")) EXPECT_TRUE(is_common_hanzi(c));
  for (const char32_t c : std::u32string_view(U"a、龘䶮𠮷")) EXPECT_FALSE(is_common_hanzi(c));
  int count = 0;
  for (char32_t c = 0; c < 0x30000; ++c) count += is_common_hanzi(c) ? 1 : 0;
  EXPECT_GT(count, 5401);
  EXPECT_LT(count, 3755 + 5401);
}

TEST(IcuDecode, KnowsEncodingsByTheirLabels) {
  EXPECT_EQ(icu_encoding_name("koi8-r"), "KOI8-R");
  EXPECT_EQ(icu_encoding_name("windows-1251"), "windows-1251");
  EXPECT_EQ(icu_encoding_name("no such encoding"), std::nullopt);
  EXPECT_EQ(icu_encoding_name(""), std::nullopt);  // ICU would take its default
  EXPECT_EQ(icu_encoding_name("gb18030,version=1"), std::nullopt);
}

}  // namespace
}  // namespace yiwen
