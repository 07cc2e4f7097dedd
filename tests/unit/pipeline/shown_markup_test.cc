// SPDX-License-Identifier: Apache-2.0
//
// Texts that show the markup of the page they were taken from.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "unit/pipeline/compared_texts.h"
#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kPlain =
    "水库加固工程通过验收\n\n本报讯 市水务局昨天宣布，青龙水库加固工程通过验收。工程历时两年，总投资八千万元。\n\n"
    "局长鲁开山说，水库的防洪标准提高到百年一遇。\n";

std::string marked(const std::string& open, const std::string& close) {
  const std::string p = open + "p style=\"text-indent: 2em\"" + close, end = open + "/p" + close;
  return "水库加固工程通过验收 " + open + "div" + close + p + open + "strong" + close +
         "本报讯 市水务局昨天宣布，青龙水库加固工程通过验收。" + open + "/strong" + close +
         "工程历时两年，总投资八千万元。" + end + p + "局长鲁开山说，水库的防洪标准提高到百年一遇。" + end + open +
         "/div" + close + "\n";
}

TEST(ShownMarkup, PartsParagraphsAndIsNoText) {
  for (const auto& [open, close] : {std::pair{"<", ">"}, std::pair{"&lt;", "&gt;"}, std::pair{"\\u003c", "\\u003e"}}) {
    EXPECT_THAT(loud_and_minor(report_against_first({kPlain, marked(open, close)})), IsEmpty()) << open;
    EXPECT_THAT(loud_and_minor(report_against_first({marked(open, close), kPlain})), IsEmpty()) << open;
  }
}

TEST(ShownMarkup, HidesNoChange) {
  std::string changed = marked("\\u003c", "\\u003e");
  changed.replace(changed.find("八千万"), std::string("八千万").size(), "八百万");
  EXPECT_THAT(loud_and_minor(report_against_first({kPlain, changed})),
              ElementsAre("drift number critical: another value: 八千万元 → 八百万元"));
}

}  // namespace
}  // namespace yiwen
