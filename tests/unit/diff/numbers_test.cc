// SPDX-License-Identifier: Apache-2.0
#include "diff/numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "normalize/normalize.h"

namespace yiwen {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pointwise;

std::vector<double> values(std::string_view text) {
  std::vector<double> out;
  for (const auto& number : find_numbers(normalize(text).chars)) out.push_back(number.value);
  return out;
}

struct Example {
  const char* text;
  std::vector<double> values;
};

TEST(Numbers, HaveTheValueThatAReaderReads) {
  const Example examples[] = {
      // Roman
      {"启动Ⅱ级应急响应", {2}},
      {"III期临床", {3}},
      {"V级航道", {5}},
      {"V型反转", {}},
      {"IP类", {}},
      // digits
      {"41.7万亿元", {41.7e12}},
      {"417000亿元", {417000e8}},
      {"１，０００", {1000}},
      {"35%", {0.35}},
      {"35％", {0.35}},
      {"3‰", {0.003}},
      {"300多款", {300}},
      {"3百万", {3e6}},
      {"23亿6千万元", {23.6e8}},
      {"1万5千元", {15000}},
      {"15万2024年", {15e4, 2024}},
      {"3千2亿", {3000, 2e8}},
      {"1.2百分点", {1.2}},
      {"相距十里", {10}},
      {"6200家", {6200}},
      {"2026年3月5日", {2026, 3, 5}},
      {"第10届", {10}},
      {"从41.7提高到47.1", {41.7, 47.1}},
      {"20余万人", {20e4}},
      {"20万余人", {20e4}},
      // Chinese numerals
      {"二十六岁", {26}},
      {"十五年", {15}},
      {"二〇二六年", {2026}},
      {"三万五千元", {35000}},
      {"一亿两千万人", {1.2e8}},
      {"一百零五个", {105}},
      {"一千零五十家", {1050}},
      {"三百二十户", {320}},
      {"两个", {2}},
      {"第十届", {10}},
      {"第三，", {3}},
      {"一是改革", {1}},
      {"三要抓企业", {3}},
      // words that only look like numbers
      {"统一思想，一起努力，十分重要，万一不行", {}},
      {"一带一路", {}},
      {"百年老店", {}},
      {"过去一切", {}},
      {"五湖四海", {}},
      {"AI和robots", {}},
      {"", {}},
  };
  for (const auto& example : examples) {
    EXPECT_THAT(values(example.text), Pointwise(DoubleEq(), example.values)) << example.text;
  }
}

// 十四五 is the fourteenth and the fifteenth in a row: the name of a plan; 二三十 is a span. What they are worth
// matters less than that no two of them are worth the same.
TEST(Numbers, PlansAndSpansDifferFromOneAnother) {
  const auto value = [](std::string_view text) {
    const auto all = values(text);
    EXPECT_EQ(all.size(), 1u) << text;
    return all.empty() ? 0.0 : all.front();
  };
  EXPECT_NE(value("十四五规划"), value("十五五规划"));
  EXPECT_NE(value("十三五规划"), value("十四五规划"));
  EXPECT_NE(value("二三十人"), value("三十人"));
  EXPECT_NE(value("十七八岁"), value("十八九岁"));
}

TEST(Numbers, KnowOrdinalsAndChineseNumerals) {
  const auto first = [](std::string_view text) { return find_numbers(normalize(text).chars).at(0); };
  EXPECT_FALSE(first("第10届").ordinal);
  EXPECT_TRUE(first("第二，改革").ordinal);
  EXPECT_FALSE(first("第十届").ordinal);
  EXPECT_TRUE(first("一是改革").ordinal);
  EXPECT_FALSE(first("10家").ordinal);
  EXPECT_FALSE(first("十家").ordinal);
  EXPECT_TRUE(first("十家").chinese);
  EXPECT_FALSE(first("10家").chinese);
}

TEST(Numbers, RangeOverDigitsAndScaleWithoutTheUnit) {
  const auto text = normalize("达到41.7万亿元");
  const auto numbers = find_numbers(text.chars);
  ASSERT_EQ(numbers.size(), 1u);
  EXPECT_EQ(to_utf8(text.slice(numbers[0].range)), "41.7万亿");
}

TEST(Numbers, StandInOrderAndNeverOverlapWhateverTheText) {
  std::mt19937 random(11);
  const std::u32string alphabet = U"0123456789.%‰零一二三四五六七八九十百千万亿兆两〇第是要年月个家多余港口a";
  for (int round = 0; round < 3000; ++round) {
    std::u32string text;
    for (auto size = random() % 24; size > 0; --size) text.push_back(alphabet[random() % alphabet.size()]);
    std::uint32_t at = 0;
    for (const auto& number : find_numbers(text)) {
      ASSERT_LE(at, number.range.begin) << to_utf8(text);
      ASSERT_LT(number.range.begin, number.range.end) << to_utf8(text);
      at = number.range.end;
    }
    ASSERT_LE(at, text.size());
  }
}

// Written out in Chinese and read again.
TEST(Numbers, ReadWhatWasWrittenOut) {
  const auto written = [](unsigned value) {
    static const std::u32string digits = U"零一二三四五六七八九", scales = U"千百十";
    std::u32string out;
    bool zero = false;
    unsigned scale = 1000;
    for (std::size_t k = 0; k < 4; ++k, scale /= 10) {
      const auto digit = value / scale % 10;
      if (digit == 0) {
        zero = !out.empty();
        continue;
      }
      if (zero) out.push_back(U'零');
      zero = false;
      out.push_back(digits[digit]);
      if (k < 3) out.push_back(scales[k]);
    }
    return out;
  };
  for (unsigned value = 11; value < 10000; value += 7) {
    const auto numbers = find_numbers(written(value) + U"家");
    ASSERT_EQ(numbers.size(), 1u) << to_utf8(written(value));
    ASSERT_DOUBLE_EQ(numbers[0].value, value) << to_utf8(written(value));
  }
}

}  // namespace
}  // namespace yiwen
