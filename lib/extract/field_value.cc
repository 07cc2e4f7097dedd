// SPDX-License-Identifier: Apache-2.0
#include "extract/field_value.h"

#include <cstddef>
#include <cstdint>

#include "base/char_class.h"
#include "extract/folded_text.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

// What stands behind a label is at least so long; 中国记者 is the name of a paper. In characters.
constexpr std::size_t kShortestValue = 2;

// Behind the last colon, but for that of an hour or an address.
std::size_t behind_colon(std::u32string_view chars) {
  for (std::size_t at = chars.size(); at-- > 0;) {
    if (chars[at] != ':') continue;
    const bool address = at + 1 < chars.size() && chars[at + 1] == '/';
    const bool hour = at > 0 && at + 1 < chars.size() && is_digit(chars[at - 1]) && is_digit(chars[at + 1]);
    if (!address && !hour) return at + 1;
  }
  return 0;
}

}  // namespace

TextRange<SourceText> field_value(std::string_view text) {
  const FoldedText folded = fold_for_cues(text, {0, static_cast<std::uint32_t>(text.size())});
  const std::u32string_view chars = folded.chars;
  const auto label_at = [&](std::size_t at) -> std::size_t {
    const std::size_t size = page_words("field-label").match(chars, at);
    return at + size + kShortestValue <= chars.size() ? size : 0;
  };
  std::size_t begin = behind_colon(chars), at = begin;
  while (at < chars.size() && label_at(at) == 0) ++at;
  while (at < chars.size() && label_at(at) > 0) {  // one behind the other: 文/本报记者 张三
    begin = at += label_at(at);
    while (at < chars.size() && chars[at] == ' ') ++at;
  }
  return folded.source(begin, chars.size());
}

}  // namespace yiwen
