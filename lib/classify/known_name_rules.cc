// SPDX-License-Identifier: Apache-2.0
//
// An altogether other name where nothing beside it tells that one stands there: 鲁迅 → 巴金, 诺贝尔奖 → 普利策奖. A
// list knows what readers know, and two surnames with characters that make no word tell the others.
#include <algorithm>

#include "base/char_class.h"
#include "classify/known_names.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "diff/person_names.h"
#include "diff/word_breaks.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

constexpr std::uint32_t kFullName = 3;  // characters of most names; two are as often a word

Verdict another(const Change& change, Severity severity, std::string_view seems, TextRange<Normal> from,
                TextRange<Normal> to) {
  return {"name", severity, Layer::wording,
          std::string(seems) + "another name: " + quote(change, change.left_text.substr(from.begin, from.size())) +
              " → " + quote(change, change.right_text.substr(to.begin, to.size()))};
}

// A surname with two characters that make no word.
bool is_full_name(Text text, TextRange<Normal> words) {
  const auto name = unknown_name_at(text, words.begin);
  return name && name->length == words.size() && words.size() == kFullName;
}

// What could be a full name: one that the dictionary has may as well be another word (马铃薯).
bool may_be_full_name(Text text, TextRange<Normal> words) {
  if (words.size() != kFullName || !begins_with_surname(text.substr(words.begin))) return false;
  const auto breaks = word_breaks(text);
  return breaks[words.begin] && breaks[words.end] &&
         std::none_of(breaks.begin() + words.begin + 1, breaks.begin() + words.end, [](char b) { return b != 0; });
}

bool share_a_character(Text left, Text right) {
  return std::any_of(left.begin(), left.end(), [&](char32_t c) { return right.find(c) != Text::npos; });
}

}  // namespace

Answer rules::known_name(const Change& change) {
  const auto [left, right] = differing(change);
  const auto here = known_names_around(change.left_text, left), there = known_names_around(change.right_text, right);
  for (const auto& from : here) {
    for (const auto& to : there) {
      if (from.kind != to.kind) continue;
      if (from.bearer == to.bearer) return {};
      return another(change, Severity::critical, "", from.range, to.range);
    }
  }
  return {};
}

// 袁隆平 → 杨雨晴, where the dictionary may know one of the two.
Answer rules::another_full_name(const Change& change) {
  const auto [left, right] = differing(change);
  if (left.size() != kFullName || right.size() != kFullName || change.converted) return {};
  if (share_a_character(change.left_text.substr(left.begin, left.size()),
                        change.right_text.substr(right.begin, right.size())))
    return {};
  const bool left_full = is_full_name(change.left_text, left), right_full = is_full_name(change.right_text, right);
  if (!left_full && !right_full) return {};
  if (!(left_full || may_be_full_name(change.left_text, left)) ||
      !(right_full || may_be_full_name(change.right_text, right)))
    return {};
  return another(change, Severity::major, "it seems, ", left, right);
}

}  // namespace yiwen
