// SPDX-License-Identifier: Apache-2.0
#include "extract/captions.h"

#include <string_view>

#include "base/char_class.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

constexpr double kLongestCredit = 30;    // in ideographs: agency, two names
constexpr double kLongestCaption = 130;  // newspapers run to three sentences

// Without closing brackets and the like behind it.
Chars words_of(const Paragraph& p) {
  Chars chars = p.folded.chars;
  while (!chars.empty() && !is_word(chars.back())) chars.remove_suffix(1);
  return chars;
}

// 新华社记者 张三摄, 新华社发(李四 摄)
bool ends_with_shot(Chars chars) { return chars.size() > 2 && chars.back() == U'摄' && is_word(chars[chars.size() - 3]); }

}  // namespace

bool is_credit(const Paragraph& p) {
  if (p.width > kLongestCredit || p.stops > 0 || p.heading_level > 0 || p.words == 0) return false;
  const Chars chars = words_of(p);
  if (ends_with_shot(chars) || chars == U"新华社发" || chars == U"新华社图") return true;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const std::size_t size = credit_words().match(chars, i);
    if (size == 0) continue;
    const std::size_t end = i + size;
    const bool begins = i == 0 || !is_word(chars[i - 1]);
    if (end == chars.size()) return !is_latin(chars[i]) || i == 0;
    if (begins && (chars[end] == ':' || chars[end] == '/')) return true;
  }
  return false;
}

bool is_caption(const Paragraph& p) {
  if (p.width > kLongestCaption || p.heading_level > 0 || p.words == 0) return false;
  if (caption_openers().match(p.folded.chars, 0) > 0) return true;
  return p.stops > 0 && ends_with_shot(words_of(p));
}

bool may_be_caption(const Paragraph& p) { return p.width <= kLongestCaption && p.heading_level == 0 && p.words > 0; }

}  // namespace yiwen
