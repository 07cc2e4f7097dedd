// SPDX-License-Identifier: Apache-2.0
//
// What the names that page makers give to elements say of them: class="article-content__editor", id="js_content".
#pragma once

#include <cstdint>
#include <string_view>

namespace yiwen {

struct PageHints {
  bool article = false;  // holds the text of the story, and is named so outright: articleBody, TRS_Editor
  bool title = false;
  bool info = false;  // the line of date, source, author
  bool date = false;
  bool outlet = false;
  bool author = false;
  bool editor = false;
  bool caption = false;
  bool navigation = false;  // menus, breadcrumbs, share bars, advertisements
  bool related = false;     // other stories
  bool comments = false;
  bool footer = false;  // copyright, disclaimers
  bool post = false;    // the text of one post of a forum

  [[nodiscard]] bool noise() const { return navigation || related || comments || footer; }
};

// Reads the words of one attribute, parted at every mark and at every inner capital, and adds what they say.
void add_hints(std::string_view names, PageHints& hints);

}  // namespace yiwen
