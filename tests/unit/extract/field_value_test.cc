// SPDX-License-Identifier: Apache-2.0
#include "extract/field_value.h"

#include <gtest/gtest.h>

#include <string>

namespace yiwen {
namespace {

std::string value_of(const std::string& text) {
  const TextRange<SourceText> found = field_value(text);
  return text.substr(found.begin, found.size());
}

TEST(FieldValue, IsWhatStandsBehindTheLabels) {
  EXPECT_EQ(value_of("来源：山口晚报"), "山口晚报");
  EXPECT_EQ(value_of(" 稿源:　山口晚报 "), "山口晚报");
  EXPECT_EQ(value_of("來源 山口晚報"), "山口晚報");
  EXPECT_EQ(value_of("記者邓小桃"), "邓小桃");
  EXPECT_EQ(value_of("文／本報記者 邓小桃"), "邓小桃");
  EXPECT_EQ(value_of("《山口晚报》记者 邓小桃"), "邓小桃");
  EXPECT_EQ(value_of("山口晚报"), "山口晚报");
  EXPECT_EQ(value_of(""), "");
}

TEST(FieldValue, KnowsNamesHoursAndAddressesThatLookLikeLabels) {
  EXPECT_EQ(value_of("中国记者"), "中国记者");
  EXPECT_EQ(value_of("http://www.shankou.example"), "http://www.shankou.example");
  EXPECT_EQ(value_of("13:56 山口晚报"), "13:56 山口晚报");
}

}  // namespace
}  // namespace yiwen
