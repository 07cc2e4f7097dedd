// SPDX-License-Identifier: Apache-2.0
#include "base/markup.h"

#include <gtest/gtest.h>

#include <string_view>

namespace yiwen {
namespace {

char32_t character(std::string_view reference) {
  const auto entity = entity_at(reference, 0);
  return entity && entity->end == reference.size() ? entity->character : 0;
}

// What is left behind the tag.
std::string_view behind(std::string_view text) {
  const auto tag = tag_at(text, 0);
  return tag ? text.substr(tag->end) : "no tag";
}

TEST(Markup, ReadsReferencesOfHtmlAndJson) {
  for (const std::string_view reference : {"&ldquo;", "&#8220;", "&#x201C;", "&amp;ldquo;", "\\u201c", "\\u201C"}) {
    EXPECT_EQ(character(reference), U'“') << reference;
  }
  for (const std::string_view none : {"&nosuch;", "&#;", "&ldquo", "\\u20", "\\ux01c", "\\d83d", "\\ud83d", "\\"}) {
    EXPECT_FALSE(entity_at(none, 0)) << none;
  }
}

TEST(Markup, KnowsTagsHoweverTheyWereEscaped) {
  for (const std::string_view tag :
       {"<p>", "</p>", "<p style=\"x\">", "&lt;p&gt;", "\\u003cp style=\\\"x\\\"\\u003e"}) {
    ASSERT_TRUE(tag_at(tag, 0)) << tag;
    EXPECT_EQ(tag_at(tag, 0)->end, tag.size()) << tag;
    EXPECT_TRUE(tag_at(tag, 0)->parts_paragraphs) << tag;
  }
  EXPECT_EQ(behind("<strong>奖励</strong>"), "奖励</strong>");
  EXPECT_FALSE(tag_at("<strong>", 0)->parts_paragraphs);
  for (const std::string_view none : {"<支出>", "<c>", "<p", "3<5", "<pp>"}) EXPECT_EQ(behind(none), "no tag") << none;
}

}  // namespace
}  // namespace yiwen
