// SPDX-License-Identifier: Apache-2.0
//
// Menus, breadcrumbs and share bars; and spam, which has the shape of a menu.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/paragraph.h"

namespace yiwen {

// How strongly a paragraph looks like navigation, from weak to strong.
enum class NavigationEvidence : std::uint8_t {
  none,
  at_edge,   // believed before the first and behind the last paragraph of the story
  anywhere,  // believed wherever it stands
};

[[nodiscard]] NavigationEvidence navigation_evidence(const Paragraph& paragraph);

// The way to the page: 首页 > 新闻 > 正文, 某某网 / 社会 / 焦点.
[[nodiscard]] bool is_trail(const Paragraph& paragraph);

// 分享到：微信 微博, 点赞 128 收藏 分享: what the reader may do with the text, and how many did.
[[nodiscard]] bool is_tool_bar(const Paragraph& paragraph);

// One entry of a menu that has a line for each: short, without any mark.
[[nodiscard]] bool is_menu_entry(const Paragraph& paragraph);
[[nodiscard]] bool holds_menu_word(const Paragraph& paragraph);

// 企业新闻, 来访信息详情: the name of a section of a site, by its words. REQUIRES: text without marks (see bare())
[[nodiscard]] bool names_section(std::u32string_view text);

// Search-engine bait: a list of the words that such lists are made of.
[[nodiscard]] bool is_spam(const Paragraph& paragraph);

}  // namespace yiwen
