// SPDX-License-Identifier: Apache-2.0
#include "decode/detect.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "decode/decode.h"
#include "unit/decode/encode_text.h"
#include "unit/decode/sample_texts.h"

namespace yiwen {
namespace {

struct Trials {
  int all = 0;
  int right = 0;  // the very text came out
  int sure = 0;   // confidence of 0.9 and more
  int sure_right = 0;

  [[nodiscard]] double share_right() const { return static_cast<double>(right) / all; }
};

// Every third cut of `length` code points from each text, in each encoding that has all its characters.
Trials try_cuts(std::span<const std::u32string_view> texts, const std::vector<const char*>& converters,
                std::size_t length) {
  Trials trials;
  for (const char* converter : converters) {
    for (const std::u32string_view text : texts) {
      for (std::size_t begin = 0; begin + length <= text.size(); begin += 3) {
        const std::u32string_view cut = text.substr(begin, length);
        const EncodedText encoded = encode_text(cut, converter);
        if (!encoded.complete) continue;
        Document document;
        document.bytes = encoded.bytes;
        const auto decoded = decode(document);
        const bool right = decoded && decoded.value().text == to_utf8(cut);
        const bool sure = decoded && decoded.value().confidence >= 0.9;
        ++trials.all;
        trials.right += right;
        trials.sure += sure;
        trials.sure_right += sure && right;
      }
    }
  }
  std::printf("%4zu characters: %d of %d right; %d of %d sure ones\n", length, trials.right, trials.all,
              trials.sure_right, trials.sure);
  return trials;
}

std::vector<std::u32string> joined(std::span<const std::u32string_view> texts) {
  std::vector<std::u32string> pairs;
  for (std::size_t i = 0; i + 1 < texts.size(); ++i)
    pairs.push_back(std::u32string(texts[i]) + U"\n" + std::u32string(texts[i + 1]));
  return pairs;
}

const std::vector<const char*> kSimplified = {"UTF-8",       "gb18030",  "gbk",      "Big5-HKSCS", "HZ",
                                              "ISO-2022-CN", "UTF-16LE", "UTF-16BE", "UTF-32LE",   "UTF-32BE"};
const std::vector<const char*> kTraditional = {"UTF-8", "gb18030",  "gbk",      "Big5-HKSCS", "windows-950",
                                               "HZ",    "UTF-16LE", "UTF-16BE", "UTF-32LE",   "UTF-32BE"};

TEST(DetectEncoding, IsRightForLongChineseTexts) {
  for (const auto& [texts, converters] :
       {std::pair{joined(kSimplifiedSamples), kSimplified}, std::pair{joined(kTraditionalSamples), kTraditional}}) {
    const std::vector<std::u32string_view> views(texts.begin(), texts.end());
    const Trials trials = try_cuts(views, converters, 200);
    ASSERT_GT(trials.all, 500);
    EXPECT_GE(trials.share_right(), 0.98);
  }
}

TEST(DetectEncoding, IsRightForTwoSentencesOfChinese) {
  for (const std::size_t length : {40u, 60u, 100u}) {
    EXPECT_GE(try_cuts(kSimplifiedSamples, kSimplified, length).share_right(), 0.98);
    EXPECT_GE(try_cuts(kTraditionalSamples, kTraditional, length).share_right(), 0.98);
  }
}

// The unseen samples one behind the other, so that a cut may lie across two of them.
TEST(DetectEncoding, IsRightForTextsOfOtherKinds) {
  const auto all = [](std::span<const std::u32string_view> texts) {
    std::u32string out;
    for (const std::u32string_view text : texts) out += std::u32string(text) + U"\n";
    return out;
  };
  const std::u32string simplified = all(kUnseenSimplifiedSamples), traditional = all(kUnseenTraditionalSamples);
  const std::u32string_view simplified_view = simplified, traditional_view = traditional;
  for (const auto& [length, least] : {std::pair{40u, 0.9}, std::pair{200u, 0.98}}) {
    EXPECT_GE(try_cuts({&simplified_view, 1}, kSimplified, length).share_right(), least) << length;
    EXPECT_GE(try_cuts({&traditional_view, 1}, kTraditional, length).share_right(), least) << length;
  }
}

TEST(DetectEncoding, IsRightForAHeadline) {
  EXPECT_GE(try_cuts(kSimplifiedSamples, kSimplified, 10).share_right(), 0.95);
  EXPECT_GE(try_cuts(kTraditionalSamples, kTraditional, 10).share_right(), 0.95);
}

TEST(DetectEncoding, IsRightForOtherLanguages) {
  EXPECT_GE(try_cuts(kJapaneseSamples, {"UTF-8", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-16LE", "UTF-16BE"}, 40)
                .share_right(),
            0.95);
  EXPECT_GE(try_cuts(kKoreanSamples, {"UTF-8", "EUC-KR", "ISO-2022-KR", "UTF-16LE", "UTF-16BE"}, 40).share_right(),
            0.95);
  EXPECT_GE(try_cuts(kWesternSamples, {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"}, 40).share_right(), 0.95);
}

TEST(DetectEncoding, IsAsSureAsItMayBe) {
  for (const std::size_t length : {4u, 6u, 10u, 20u}) {
    for (const auto& [texts, converters] : {std::pair{std::span(kSimplifiedSamples), kSimplified},
                                            std::pair{std::span(kTraditionalSamples), kTraditional}}) {
      const Trials trials = try_cuts(texts, converters, length);
      ASSERT_GT(trials.sure, 0);
      EXPECT_GE(static_cast<double>(trials.sure_right) / trials.sure, 0.9) << length;
    }
  }
}

TEST(DetectEncoding, FindsAFewHanziInAnEnglishText) {
  std::u32string text;
  for (int i = 0; i < 8; ++i) text += U"The ministry did not change a word of the bill that was read in March.\n";
  for (const char32_t* word : {U"法治", U"法制", U"修憲"}) {
    text.insert(text.size() / 2, word);
    for (const char* converter : {"gb18030", "Big5-HKSCS", "UTF-16LE", "UTF-8"}) {
      const EncodedText encoded = encode_text(text, converter);
      if (!encoded.complete) continue;
      Document document;
      document.bytes = encoded.bytes;
      const auto decoded = decode(document);
      ASSERT_TRUE(decoded) << converter;
      EXPECT_EQ(decoded.value().text, to_utf8(text)) << converter;
    }
  }
}

TEST(DetectEncoding, LooksBeyondALongBeginInAscii) {
  const std::string english(200000, 'x');
  EXPECT_EQ(detect_encoding(english + encode_text(kTraditionalSamples[0], "Big5-HKSCS").bytes)->encoding, "Big5-HKSCS");
}

TEST(DetectEncoding, KeepsUtf8WithOneBadByte) {
  using Texts = std::span<const std::u32string_view>;
  for (const Texts texts : {Texts(kSimplifiedSamples), Texts(kTraditionalSamples), Texts(kWesternSamples).first(1)}) {
    for (const std::u32string_view text : texts) {
      const std::string good = to_utf8(text);
      for (std::size_t at = 0; at < good.size(); at += 7) {
        for (const char bad : {'\xFF', '\xB5', '\xE4'}) {
          std::string bytes = good;
          bytes[at] = bad;
          EXPECT_EQ(detect_encoding(bytes)->encoding, "UTF-8") << at;
        }
      }
      EXPECT_EQ(detect_encoding(std::string_view(good).substr(0, good.size() - 1))->encoding, "UTF-8");
    }
  }
}

TEST(DetectEncoding, DoesNotTakeAsciiForUtf16) {
  EXPECT_EQ(detect_encoding("Bush hid the facts")->encoding, "UTF-8");
  std::string text = "this app can break";
  text[4] = '\0';
  EXPECT_EQ(detect_encoding(text)->encoding, "UTF-8");
}

// Both bytes of each of these hanzi are below 0x80, so the whole is valid UTF-8 too; the NULs beside the digits, an
// eighth of the bytes, tell. They are fewer than in English and more than in damage.
TEST(DetectEncoding, TakesHanziWithDigitsForUtf16) {
  const std::u32string_view text = U"我有12天在地中";
  for (const char* converter : {"UTF-16LE", "UTF-16BE"}) {
    Document document;
    document.bytes = encode_text(text, converter).bytes;
    const auto decoded = decode(document);
    ASSERT_TRUE(decoded) << converter << ": " << to_string(decoded.error());
    EXPECT_EQ(decoded.value().text, to_utf8(text)) << converter;
  }
}

TEST(DetectEncoding, DoesNotTakeProgramTextForHz) {
  EXPECT_EQ(detect_encoding("let f = |x| ~{ x & mask ~}; // ~{")->encoding, "UTF-8");
  EXPECT_EQ(detect_encoding("~{VPND~}")->encoding, "HZ-GB-2312");
}

TEST(DetectEncoding, AWrongDeclarationLosesToTheEvidence) {
  const auto page = [](const char* label, const std::string& bytes) {
    return "<html><meta charset=\"" + std::string(label) + "\"><p>" + bytes;
  };
  const std::u32string_view text = kTraditionalSamples[0].substr(0, 60);
  const std::string gb = encode_text(text, "gb18030").bytes, big5 = encode_text(text, "Big5-HKSCS").bytes;
  EXPECT_EQ(detect_encoding(page("big5", gb))->encoding, "GB18030");
  EXPECT_EQ(detect_encoding(page("gb2312", big5))->encoding, "Big5-HKSCS");
  EXPECT_EQ(detect_encoding(page("utf-8", big5))->encoding, "Big5-HKSCS");
  EXPECT_EQ(detect_encoding(page("gb2312", to_utf8(text)))->encoding, "UTF-8");
}

TEST(DetectEncoding, ADeclarationDecidesWhereTheTextSaysLittle) {
  const std::string rare = encode_text(U"笢恅", "Big5-HKSCS").bytes;  // these bytes are 中文 in GB18030
  EXPECT_EQ(detect_encoding(rare)->encoding, "GB18030");
  const std::string cyrillic = encode_text(U"Совет городов принял решение", "windows-1251").bytes;
  EXPECT_EQ(detect_encoding("<meta charset=windows-1251>" + cyrillic)->encoding, "windows-1251");
}

TEST(DetectEncoding, FindsNoEncodingForRandomBytes) {
  std::mt19937 random(20240513);
  for (int i = 0; i < 50; ++i) {
    Document document;
    for (int k = 0; k < 4096; ++k) document.bytes.push_back(static_cast<char>(random() & 0xFF));
    const auto decoded = decode(document);
    ASSERT_FALSE(decoded) << decoded.value().encoding;
    EXPECT_EQ(decoded.error().code, ErrorCode::damaged);
  }
}

}  // namespace
}  // namespace yiwen
