// SPDX-License-Identifier: Apache-2.0
//
// What a sentence holds of: a condition, a restriction, or most of a clause on one side only.
#include <algorithm>
#include <string>

#include "base/char_class.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "classify/scaffolding.h"
#include "diff/titles.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

}  // namespace

// 除老人和儿童外，凭票入场 → 老人和儿童外，凭票入场: what was kept out is kept out no more. 老人和儿童以外 and
// 老人和儿童除外 keep it out as well.
Answer rules::lost_exception(const Change& change) {
  constexpr std::uint32_t kFarthest = 20;     // characters of what is kept out
  constexpr std::uint32_t kMostLetters = 60;  // of an exception in an alphabet
  const auto [left, right] = differing(change);
  if (left.empty() == right.empty()) return {};
  const bool gone = right.empty();
  const Text text = gone ? change.left_text : change.right_text, other = gone ? change.right_text : change.left_text;
  const auto words = gone ? left : right, place = gone ? right : left;
  // except Lindqvist, unless the state agrees
  const auto& heads = rule_words("latin-except");
  const auto head = std::find_if(heads.begin(), heads.end(), [&](const auto& word) {
    const auto end = words.begin + word.size();
    const auto& begins = gone ? change.left_begins : change.right_begins;
    return text.substr(words.begin, words.size()).starts_with(word) && end < begins.size() && begins[end] != 0;
  });
  if (head != heads.end() && words.size() <= kMostLetters && words.size() > head->size())
    return Verdict{"scope", Severity::major, Layer::wording,
                   "an exception on one side only: " + quote(change, text.substr(words.begin, words.size()))};
  if (!is_one_of(text.substr(words.begin, words.size()), rule_words("except"))) return {};
  const auto& begins = gone ? change.left_begins : change.right_begins;
  for (auto at = words.end + 1; at <= words.end + kFarthest && at + 1 < begins.size(); ++at) {
    if (text[at] != U'外' || !begins[at] || !begins[at + 1]) continue;
    const Text kept_out = text.substr(words.end, at - words.end);
    const Text there = other.substr(place.end, kept_out.size() + 2);
    if (contains(there, U"以外") || contains(there, U"除外")) return {};
    return Verdict{"scope", Severity::major, Layer::wording,
                   "an exception on one side only: " + quote(change, text.substr(words.begin, at + 1 - words.begin))};
  }
  return {};
}

// 在实验室条件下可抑制 → 可抑制, 未经批准，不得复工 → 不得复工: under a condition, and without one.
Answer rules::lost_condition(const Change& change) {
  constexpr std::size_t kMostWords = 20;
  if (change.left.empty() == change.right.empty()) return {};
  const Text words = change.left.empty() ? change.right_words() : change.left_words();
  if (words.size() > kMostWords) return {};
  const bool in = words.front() == U'在' && ends_with_one_of(words, rule_words("condition"));
  const bool other = begins_with_one_of(words, rule_words("condition-head")) &&
                     ends_with_one_of(words, rule_words("condition-end")) &&
                     !begins_with_one_of(words, rule_words("no-condition"));
  if (!in && !other) return {};
  return Verdict{"scope", Severity::major, Layer::wording, "a condition on one side only: " + quote(change, words)};
}

// 制造业的各行各业 → 各行各业: what is said of some is now said of all.
Answer rules::wider_scope(const Change& change) {
  constexpr std::uint32_t kMostWords = 8;
  if (change.left.empty() || !change.right.empty()) return {};
  const Text words = change.left_words();
  if (words.size() > kMostWords || words.back() != U'的') return {};
  std::u32string rest(words);
  for (const Text pronoun : rule_words("no-restriction")) {
    if (const auto at = rest.find(pronoun); at != std::u32string::npos) rest.erase(at, pronoun.size());
  }
  std::erase_if(rest, [](char32_t c) { return !is_han(c) || is_function_character(c); });
  if (rest.size() < 2) return {};
  return Verdict{"scope", Severity::major, Layer::wording, "a restriction was left out: " + quote(change, words)};
}

// A clause for which a word or two stand: 关键是要深化改革，… → 要.
Answer rules::lost_clause(const Change& change) {
  constexpr std::uint32_t kLeastLost = 10;  // Han characters that the left has more than twice the right
  const Text lost = change.left_words();
  if (std::none_of(lost.begin(), lost.end(), is_han)) return {};
  if (change.left.size() < kLeastLost + 2 * change.right.size() || is_scaffolding(change.left_words())) return {};
  if (ends_with_title(lost) || title_at(change.left_text, change.left.end))
    return {};  // who somebody is, before the name
  if (change.print_left && cuts_a_title(change.print_left(change.left))) return {};
  return Verdict{"deletion", Severity::major, Layer::wording, "most of a clause was left out: " + from_to(change)};
}

}  // namespace yiwen
