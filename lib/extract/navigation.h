// SPDX-License-Identifier: Apache-2.0
//
// Menus, breadcrumbs and share bars; and spam, which has the shape of a menu.
#pragma once

#include <cstdint>

#include "extract/paragraph.h"

namespace yiwen {

// How strongly a paragraph looks like navigation, from weak to strong.
enum class NavigationEvidence : std::uint8_t {
  none,
  at_edge,   // believed before the first and behind the last paragraph of the story
  anywhere,  // believed wherever it stands
};

[[nodiscard]] NavigationEvidence navigation_evidence(const Paragraph& paragraph);

// One entry of a menu that has a line for each: short, without any mark.
[[nodiscard]] bool is_menu_entry(const Paragraph& paragraph);
[[nodiscard]] bool holds_menu_word(const Paragraph& paragraph);

// Search-engine bait: a list of the words that such lists are made of.
[[nodiscard]] bool is_spam(const Paragraph& paragraph);

}  // namespace yiwen
