// SPDX-License-Identifier: Apache-2.0
//
// Where the story of a page begins and ends.
#pragma once

#include <vector>

#include "extract/footer.h"
#include "extract/navigation.h"
#include "extract/page_parts.h"

namespace yiwen {

// What a paragraph looks like by itself.
struct Looks {
  NavigationEvidence navigation = NavigationEvidence::none;
  FooterEvidence footer = FooterEvidence::none;
  bool spam = false;
  bool page_mark = false;
  bool title = false;    // an exclamation or a question right above the date of the page
  bool goes_on = false;  // right above the pointer to another page of the paper: running text that was cut there
};

// Says of each part on which side of the story it stands. A page without running text has no edges.
// REQUIRES: looks are those of the parts
void find_story_edges(std::vector<PagePart>& parts, const std::vector<Looks>& looks);

}  // namespace yiwen
