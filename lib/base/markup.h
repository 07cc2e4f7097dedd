// SPDX-License-Identifier: Apache-2.0
//
// Markup that a page shows instead of obeying it: character references and tags, escaped once or several times, or as
// JSON escapes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yiwen {

struct Entity {
  char32_t character = 0;
  std::uint32_t end = 0;  // the byte behind it
};
// The reference that begins at byte `at`: of HTML ("&ldquo;", "&#8220;", "&#x201C;", and "&amp;ldquo;", which was
// escaped twice) or of JSON ("\u003c"); nothing where there is none.
[[nodiscard]] std::optional<Entity> entity_at(std::string_view text, std::uint32_t at);

struct Tag {
  std::uint32_t end = 0;          // the byte behind it
  bool parts_paragraphs = false;  // <p>, </div>, <br>
};
// The tag that begins at byte `at` ("<br/>", "</strong>", "&lt;p&gt;", "\u003cp\u003e"): of those that set text,
// without Han characters inside; nothing where there is none.
[[nodiscard]] std::optional<Tag> tag_at(std::string_view text, std::uint32_t at);

// The end of what is left of a closing tag whose < was lost with the bytes before it: "?/p>", "/div>", and "?/p" where
// the text ends; nothing where there is none. REQUIRES: no tag begins before `at`
[[nodiscard]] std::optional<std::uint32_t> tag_rest_end(std::string_view text, std::uint32_t at);

}  // namespace yiwen
