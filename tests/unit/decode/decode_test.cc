// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "base/utf8_check.h"
#include "unit/decode/encode_text.h"
#include "unit/decode/sample_texts.h"

namespace yiwen {
namespace {

using ::testing::HasSubstr;

Document document_of(std::string bytes) {
  Document document;
  document.id = "a";
  document.source = "a.txt";
  document.bytes = std::move(bytes);
  return document;
}

std::string corpus_file(const std::string& name) {
  std::ifstream file(YIWEN_SOURCE_DIR "/corpus/encodings/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

struct EncodingFile {
  const char* file;
  const char* encoding;
  const char* expected;
  std::size_t faults;
};

constexpr EncodingFile kEncodingFiles[] = {
    {"hans-utf-8", "UTF-8", "hans", 0},
    {"hans-utf-8-bom", "UTF-8", "hans", 0},
    {"hans-utf-16le-bom", "UTF-16LE", "hans", 0},
    {"hans-utf-16be-bom", "UTF-16BE", "hans", 0},
    {"hans-utf-16le", "UTF-16LE", "hans", 0},
    {"hans-utf-32le-bom", "UTF-32LE", "hans", 0},
    {"hans-utf-32be", "UTF-32BE", "hans", 0},
    {"hans-gbk", "GB18030", "hans", 0},
    {"hans-hz", "HZ-GB-2312", "hans", 0},
    {"hans-rare-gb18030", "GB18030", "hans-rare", 0},
    {"hans-utf-8-damaged", "UTF-8", "hans-utf-8-damaged", 1},
    {"hans-gb18030-damaged", "GB18030", "hans-gb18030-damaged", 1},
    {"hant-utf-8", "UTF-8", "hant", 0},
    {"hant-utf-16be", "UTF-16BE", "hant", 0},
    {"hant-gb18030", "GB18030", "hant", 0},
    {"hant-big5", "Big5-HKSCS", "hant", 0},
    {"hant-hkscs-big5-hkscs", "Big5-HKSCS", "hant-hkscs", 0},
};

TEST(Decode, ReadsTheParagraphInEveryEncoding) {
  for (const EncodingFile& file : kEncodingFiles) {
    const auto decoded = decode(document_of(corpus_file(std::string(file.file) + ".txt")));
    ASSERT_TRUE(decoded) << file.file << ": " << to_string(decoded.error());
    EXPECT_EQ(decoded.value().text, corpus_file("expected-" + std::string(file.expected) + ".txt")) << file.file;
    EXPECT_EQ(decoded.value().encoding, file.encoding) << file.file;
    EXPECT_EQ(decoded.value().faults.size(), file.faults) << file.file;
    EXPECT_GE(decoded.value().confidence, 0.9) << file.file;
  }
}

// The law, for whatever bytes: valid UTF-8 without NUL; every offset maps into the file, in order; a fault for each
// U+FFFD that we wrote, at its place.
void check_law(const std::string& bytes, const DecodedText& decoded) {
  const std::string& text = decoded.text;
  ASSERT_EQ(first_ill_formed(text), text.size());
  ASSERT_EQ(text.find('\0'), std::string::npos);
  ASSERT_EQ(decoded.text_at.size(), decoded.byte_at.size());
  ASSERT_FALSE(decoded.text_at.empty());
  EXPECT_EQ(decoded.text_at.front(), 0u);
  EXPECT_TRUE(std::is_sorted(decoded.text_at.begin(), decoded.text_at.end()));
  EXPECT_TRUE(std::is_sorted(decoded.byte_at.begin(), decoded.byte_at.end()));
  std::uint32_t last = 0;
  std::size_t fault = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const std::uint32_t byte = byte_offset(decoded, at);
    ASSERT_GE(byte, last) << "at " << at;
    ASSERT_LT(byte, bytes.size()) << "at " << at;
    if (next_code_point(text, at) == U'\uFFFD' && fault < decoded.faults.size() &&
        decoded.faults[fault].bytes.begin == byte) {
      ASSERT_LE(decoded.faults[fault].bytes.end, bytes.size());
      ASSERT_FALSE(decoded.faults[fault].bytes.empty());
      ++fault;
    }
    last = byte;
  }
  EXPECT_EQ(fault, decoded.faults.size());
  EXPECT_EQ(byte_offset(decoded, static_cast<std::uint32_t>(text.size())), bytes.size());
  EXPECT_GE(decoded.confidence, 0.0);
  EXPECT_LE(decoded.confidence, 1.0);
}

// Text of characters of all widths, in runs as they come in real text.
std::u32string random_text(std::mt19937& random, std::u32string_view repertoire, std::size_t length) {
  std::u32string text;
  while (text.size() < length) {
    if (random() % 8 == 0) text += random() % 2 == 0 ? U"\n" : U"2024 a";
    const std::size_t run = random() % 300 % (random() % 300 + 1);
    for (std::size_t i = 0; i <= run; ++i) text.push_back(repertoire[random() % repertoire.size()]);
  }
  return text;
}

TEST(Decode, KeepsAByteOffsetForEveryCodePoint) {
  struct Case {
    const char* converter;
    const char* label;
    std::u32string_view repertoire;
    bool has_escapes;
  };
  const Case cases[] = {
      {"UTF-8", "utf-8", U"aé中文𠮷。", false},
      {"UTF-16LE", "utf-16le", U"aé中文𠮷。", false},
      {"UTF-16BE", "utf-16be", U"aé中文𠮷。", false},
      {"UTF-32LE", "utf-32le", U"aé中文𠮷。", false},
      {"UTF-32BE", "utf-32be", U"aé中文𠮷。", false},
      {"gb18030", "gb18030", U"aé中文㛃𠮷。", false},
      {"gbk", "gbk", U"a中文赟。", false},
      {"Big5-HKSCS", "big5", U"a中文邨𠝹。", false},
      {"windows-950", "big5", U"a中文。", false},
      {"windows-31j", "shift_jis", U"aｱ中文かな。", false},
      {"EUC-JP", "euc-jp", U"aｱ中文かな。", false},
      {"windows-949", "euc-kr", U"a中文한글。", false},
      {"windows-1252", "windows-1252", U"aéü“”", false},
      {"HZ", "hz-gb-2312", U"a中文。", true},
      {"ISO-2022-CN", "iso-2022-cn", U"a中文。", true},
      {"ISO-2022-JP", "iso-2022-jp", U"a中文かな。", true},
      {"ISO-2022-KR", "iso-2022-kr", U"a中文한글。", true},
  };
  std::mt19937 random(7);
  for (const Case& the : cases) {
    for (int round = 0; round < 6; ++round) {
      const std::u32string text = random_text(random, the.repertoire, 1u << (2 * round));
      const EncodedText encoded = encode_text(text, the.converter);
      ASSERT_TRUE(encoded.complete) << the.converter;
      const auto result = decode(document_of(encoded.bytes), {.encoding = the.label});
      ASSERT_TRUE(result) << the.converter;
      const DecodedText& decoded = result.value();
      ASSERT_EQ(decoded.text, to_utf8(text)) << the.converter;
      EXPECT_TRUE(decoded.faults.empty());
      check_law(encoded.bytes, decoded);
      std::uint32_t at = 0;
      for (std::size_t i = 0; i < text.size(); ++i) {
        // Behind an escape sequence: the character's own bytes, two for what is not ASCII.
        const std::uint32_t begin = the.has_escapes ? encoded.ends[i] - (text[i] < 0x80 ? 1 : 2) : encoded.begins[i];
        ASSERT_EQ(byte_offset(decoded, at), begin) << the.converter << " code point " << i;
        static_cast<void>(next_code_point(decoded.text, at));
      }
    }
  }
}

TEST(Decode, KeepsTheLawForDamagedBytes) {
  std::mt19937 random(11);
  int readable = 0;
  for (const char* converter : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "gb18030", "Big5-HKSCS", "HZ",
                                "ISO-2022-CN", "ISO-2022-JP", "windows-31j", "EUC-JP", "windows-949", "windows-1252"}) {
    for (int round = 0; round < 120; ++round) {
      std::string bytes = encode_text(kTraditionalSamples[random() % std::size(kTraditionalSamples)], converter).bytes;
      for (auto hits = random() % 40; hits > 0 && !bytes.empty(); --hits) {
        const std::size_t at = random() % bytes.size();
        switch (random() % 4) {
          case 0:
            bytes[at] = static_cast<char>(random() & 0xFF);
            break;
          case 1:
            bytes.erase(at, random() % 4);
            break;
          case 2:
            bytes.insert(at, 1 + random() % 3, static_cast<char>(random() & 0xFF));
            break;
          default:
            bytes.resize(at);
            hits = 1;
            break;
        }
      }
      for (const char* label : {"", converter}) {
        const auto decoded = decode(document_of(bytes), {.encoding = label});
        if (!decoded) continue;
        ++readable;
        check_law(bytes, decoded.value());
      }
    }
  }
  EXPECT_GT(readable, 1500);
}

TEST(Decode, ListsEachFaultWithItsBytes) {
  const auto decoded = decode(document_of("法治\xE6\xB3 法\xFF制"));
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded.value().text, "法治\uFFFD 法\uFFFD制");
  ASSERT_EQ(decoded.value().faults.size(), 2u);
  EXPECT_EQ(decoded.value().faults[0].bytes, (TextRange<SourceBytes>{6, 8}));
  EXPECT_EQ(decoded.value().faults[0].reason, "not valid UTF-8 (0xe6 0xb3)");
  EXPECT_EQ(decoded.value().faults[1].bytes, (TextRange<SourceBytes>{12, 13}));
  EXPECT_LT(decoded.value().confidence, 1.0);
  EXPECT_EQ(byte_offset(decoded.value(), 9), 8u);    // the space behind the first fault
  EXPECT_EQ(byte_offset(decoded.value(), 16), 13u);  // 制
}

TEST(Decode, ReplacesNulAndSaysWhere) {
  const auto decoded = decode(document_of(std::string("依法治国的若干规定\0依法治国", 27 + 1 + 12)));
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded.value().text, "依法治国的若干规定\uFFFD依法治国");
  ASSERT_EQ(decoded.value().faults.size(), 1u);
  EXPECT_EQ(decoded.value().faults[0].bytes, (TextRange<SourceBytes>{27, 28}));
  EXPECT_EQ(decoded.value().faults[0].reason, "NUL");
}

TEST(Decode, ReplacesNulInTextThatIsDecodedAlready) {
  Document document =
      document_of(std::string("\xEF\xBB\xBF"
                              "a\0b and so on",
                              16));
  document.decoded = true;
  const auto decoded = decode(document, {.encoding = "big5"});  // a label for files does not concern it
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded.value().encoding, "UTF-8");
  EXPECT_EQ(decoded.value().text, "a\uFFFDb and so on");
  EXPECT_EQ(byte_offset(decoded.value(), 0), 3u);
  EXPECT_EQ(byte_offset(decoded.value(), 4), 5u);
}

TEST(Decode, ReadsAnEmptyTextAndABareMark) {
  const auto empty = decode(document_of(""));
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty.value().text, "");
  EXPECT_EQ(byte_offset(empty.value(), 0), 0u);
  const auto mark = decode(document_of("\xEF\xBB\xBF"));
  ASSERT_TRUE(mark);
  EXPECT_EQ(mark.value().text, "");
  EXPECT_EQ(byte_offset(mark.value(), 0), 3u);
}

TEST(Decode, AMarkOutranksTheCallersLabel) {
  const auto decoded = decode(document_of("\xEF\xBB\xBF法治"), {.encoding = "gb18030"});
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded.value().text, "法治");
}

TEST(Decode, TheCallersLabelOutranksDetection) {
  const std::string bytes = encode_text(U"中文", "gb18030").bytes;
  const auto decoded = decode(document_of(bytes), {.encoding = "Big5"});
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded.value().encoding, "Big5-HKSCS");
  EXPECT_EQ(decoded.value().text, "笢恅");
}

TEST(Decode, RefusesALabelThatNobodyKnows) {
  const auto decoded = decode(document_of("text"), {.encoding = "utf-9"});
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, ErrorCode::bad_option);
  EXPECT_THAT(decoded.error().reason, HasSubstr("utf-9"));
}

TEST(Decode, RefusesALabelThatTheBytesContradict) {
  const auto decoded =
      decode(document_of(encode_text(kTraditionalSamples[0], "Big5-HKSCS").bytes), {.encoding = "utf-8"});
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, ErrorCode::damaged);
  EXPECT_EQ(decoded.error().file, "a.txt");
  EXPECT_EQ(decoded.error().byte, 0u);
}

TEST(Decode, TakesHalfACharacterForAnUnknownOne) {
  // UTF-7 spells UTF-16: a half of a pair alone, both orders, and a whole pair (𠮷).
  for (const std::string bytes : {"+2EI-x", "+37c-x", "+37fYQg-x", "a+2EIAYQ-x", "+2EI"}) {
    const auto decoded = decode(document_of(bytes), {.encoding = "utf-7"});
    ASSERT_TRUE(decoded) << bytes;
    EXPECT_EQ(first_ill_formed(decoded.value().text), decoded.value().text.size()) << bytes;
    EXPECT_NE(decoded.value().text.find("\uFFFD"), std::string::npos) << bytes;
  }
  EXPECT_EQ(decode(document_of("+2ELftw-x"), {.encoding = "utf-7"}).value().text, "𠮷x");
}

TEST(Decode, ReadsGbkCharactersInAPageLabelledGb2312) {
  const auto decoded = decode(document_of(encode_text(U"<meta charset=gb2312><p>前总理朱镕基</p>", "gbk").bytes));
  ASSERT_TRUE(decoded);
  EXPECT_THAT(decoded.value().text, HasSubstr("前总理朱镕基"));
  EXPECT_TRUE(decoded.value().faults.empty());
}

TEST(Decode, RefusesBinaryFilesAndNamesTheFirstByte) {
  struct Case {
    std::string bytes;
    std::uint64_t byte;
    const char* reason;
  };
  const Case cases[] = {
      {"%PDF-1.7 and what follows", 0, "a PDF file"},
      {std::string("PK\x03\x04\x14\x00\x06\x00", 8), 0, "ZIP"},
      {"{\\rtf1\\ansi\\u27861?}", 0, "RTF"},
      {"header" + std::string(64, '\0') + "tail", 6, "not a text"},
      {"some words and then\x01\x02\x03\x04\x05\x06\x07\x08\x0E\x0F", 19, "control characters"},
  };
  for (const Case& the : cases) {
    const auto decoded = decode(document_of(the.bytes));
    ASSERT_FALSE(decoded) << the.reason;
    EXPECT_EQ(decoded.error().code, ErrorCode::damaged);
    EXPECT_EQ(decoded.error().byte, the.byte) << to_string(decoded.error());
    EXPECT_THAT(decoded.error().reason, HasSubstr(the.reason));
  }
}

TEST(Decode, RefusesThisVeryProgram) {
  std::ifstream file("/proc/self/exe", std::ios::binary);
  ASSERT_TRUE(file);
  const std::string program{std::istreambuf_iterator<char>(file), {}};
  EXPECT_FALSE(decode(document_of(program)));
  EXPECT_FALSE(decode(document_of(program.substr(1))));  // without the bytes that betray its format
  EXPECT_FALSE(decode(document_of(program.substr(program.size() / 2))));
}

TEST(Decode, BearsAStrayControlCharacter) {
  const auto decoded = decode(document_of("第一页\f第二页\x1A"));
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded.value().text, "第一页\f第二页\x1A");
}

}  // namespace
}  // namespace yiwen
