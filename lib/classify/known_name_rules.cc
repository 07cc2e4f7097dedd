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

Verdict another(const Change& change, Severity severity, std::string_view what, TextRange<Normal> from,
                TextRange<Normal> to) {
  return {"name", severity, Layer::wording,
          std::string(what) + ": " + quote(change, change.left_text.substr(from.begin, from.size())) + " → " +
              quote(change, change.right_text.substr(to.begin, to.size()))};
}

// How the name of a kind of known_names.tsv is called on the card.
std::string_view what_of(std::string_view kind) {
  if (kind == "person") return "another name";
  return kind == "law" || kind == "prize" ? "another of the kind" : "another body";
}

// What could be a full name by itself. One that is a single word of the dictionary may as well mean something else
// (马铃薯).
enum class FullName { no, maybe, sure };

FullName full_name(Text words) {
  const auto whole = unknown_name_at(words, 0);
  if (whole && whole->length == words.size()) return FullName::sure;
  if (!begins_with_surname(words)) return FullName::no;
  const auto breaks = word_breaks(words);
  const bool one_word = std::none_of(breaks.begin() + 1, breaks.end() - 1, [](char b) { return b != 0; });
  return one_word || may_be_name_of_common_surname(words) ? FullName::maybe : FullName::no;
}

bool share_a_character(Text left, Text right) {
  return std::any_of(left.begin(), left.end(), [&](char32_t c) { return right.find(c) != Text::npos; });
}

// Two characters that begin inside a word are none of the names that are as short: 家|中大|小, 农|民进|厂.
bool stands_in_words(Text text, TextRange<Normal> name) {
  constexpr std::uint32_t kShortName = 2;
  return name.size() <= kShortName && !word_breaks(text)[name.begin];
}

}  // namespace

Answer rules::known_name(const Change& change) {
  const auto [left, right] = differing(change);
  const auto here = known_names_around(change.left_text, left), there = known_names_around(change.right_text, right);
  for (const auto& from : here) {
    for (const auto& to : there) {
      if (from.kind != to.kind) continue;
      if (from.bearer == to.bearer) return {};
      if (stands_in_words(change.left_text, from.range) || stands_in_words(change.right_text, to.range)) continue;
      return another(change, Severity::critical, what_of(from.kind), from.range, to.range);
    }
  }
  return {};
}

// 袁隆平 → 杨雨晴, where the dictionary may know one of the two.
Answer rules::another_full_name(const Change& change) {
  const auto [left, right] = differing(change);
  if (left.size() != kFullName || right.size() != kFullName || change.converted) return {};
  const Text from = change.left_text.substr(left.begin, left.size()),
             to = change.right_text.substr(right.begin, right.size());
  if (share_a_character(from, to)) return {};
  const auto here = full_name(from), there = full_name(to);
  if (here == FullName::no || there == FullName::no || (here != FullName::sure && there != FullName::sure)) return {};
  return another(change, Severity::major, "it seems, another name", left, right);
}

}  // namespace yiwen
