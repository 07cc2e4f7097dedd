// SPDX-License-Identifier: Apache-2.0
//
// A reader of markup that knows only what the pages of this room use. Anything else - a tag, an attribute, a bare <
// that came out of a text - is a fault.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yiwen {

struct Markup {
  std::vector<std::string> faults;  // what is wrong, in words; empty for a sound page
  std::vector<std::string> ids;     // in order
  std::vector<std::string> links;   // href, in order
  std::string text;                 // what a reader sees, with one line per element; no style, no script
};

[[nodiscard]] Markup read_markup(std::string_view page);

}  // namespace yiwen
