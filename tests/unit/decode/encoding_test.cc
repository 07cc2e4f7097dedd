// SPDX-License-Identifier: Apache-2.0
#include "decode/encoding.h"

#include <gtest/gtest.h>

#include <string>

namespace yiwen {
namespace {

TEST(Encoding, TakesTheLargerSetThatALabelMeans) {
  for (const char* label : {"gb2312", "GBK", "gb18030", "cp936", "x-gbk", " GB2312 "}) {
    EXPECT_EQ(encoding_of_label(label), "GB18030") << label;
  }
  for (const char* label : {"big5", "Big5-HKSCS", "cp950"}) EXPECT_EQ(encoding_of_label(label), "Big5-HKSCS") << label;
  EXPECT_EQ(encoding_of_label("utf8"), "UTF-8");
  EXPECT_EQ(encoding_of_label("ISO-8859-1"), "windows-1252");
  EXPECT_EQ(encoding_of_label("sjis"), "Shift_JIS");
  EXPECT_EQ(encoding_of_label("koi8-r"), "KOI8-R");
  EXPECT_EQ(encoding_of_label("klingon"), std::nullopt);
  EXPECT_EQ(encoding_of_label(""), std::nullopt);
}

TEST(Encoding, TellsTheMarkOfUtf32FromThatOfUtf16) {
  const std::string utf32("\xFF\xFE\0\0", 4), utf16("\xFF\xFE\x2D\x4E", 4);
  EXPECT_EQ(byte_order_mark(utf32)->encoding, "UTF-32LE");
  EXPECT_EQ(byte_order_mark(utf16)->encoding, "UTF-16LE");
  EXPECT_EQ(byte_order_mark(utf16)->length, 2u);
  EXPECT_EQ(byte_order_mark("\x84\x31\x95\x33")->encoding, "GB18030");
  EXPECT_FALSE(byte_order_mark("\xEF\xBB").has_value());
}

TEST(Encoding, ReadsWhatAPageDeclares) {
  EXPECT_EQ(declared_encoding("<html><META CHARSET=gb2312><title>"), "GB18030");
  EXPECT_EQ(declared_encoding(R"(<meta http-equiv="Content-Type" content="text/html; charset=big5">)"), "Big5-HKSCS");
  EXPECT_EQ(declared_encoding(R"(<meta name="charset-of-birds"><meta charset = 'euc-kr' />)"), "EUC-KR");
  EXPECT_EQ(declared_encoding(R"(<?xml version="1.0" encoding="GBK"?>)"), "GB18030");
  EXPECT_EQ(declared_encoding("a text about charset=big5"), std::nullopt);
  EXPECT_EQ(declared_encoding("<meta charset=\"utf-16\">"), std::nullopt);
  EXPECT_EQ(declared_encoding("<meta charset=\"unheard-of\">"), std::nullopt);
  EXPECT_EQ(declared_encoding("<meta charset"), std::nullopt);
  EXPECT_EQ(declared_encoding("<meta charset=\"gbk"), std::nullopt);
  EXPECT_EQ(declared_encoding(std::string(1024, ' ') + "<meta charset=gbk>"), std::nullopt);
}

}  // namespace
}  // namespace yiwen
