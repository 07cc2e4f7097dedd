// SPDX-License-Identifier: Apache-2.0
//
// A word that names something in place of another, where all around was copied and no table knows the two. Who copies
// exchanges verbs and adverbs for others of one sense, and hardly ever nouns: docs/decisions/word-lists.md has figures.
#include <algorithm>
#include <cstdint>

#include "base/char_class.h"
#include "classify/phrases.h"
#include "classify/predicates.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "classify/same_sense.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

// Characters of what differs. One alone is most often a part of two words of one sense (派出, 派遣); more are a phrase,
// which may be put in other words. Ranges 2, 5-8.
constexpr std::size_t kLeastWord = 2, kMostWord = 6;

bool may_be_word(Text words) {
  constexpr Text kParticles = U"的了在和与及把着";
  return words.size() >= kLeastWord && words.size() <= kMostWord && !is_function_only(words) &&
         std::all_of(words.begin(), words.end(),
                     [&](char32_t c) { return is_han(c) && kParticles.find(c) == Text::npos; }) &&
         !holds_one_of(words, rule_words("points-elsewhere")) &&
         !begins_with_one_of(words, rule_words("begins-no-name")) && !ends_with_one_of(words, rule_words("saying"));
}

// Copied, but for this change: so many characters on either side are the same, or all that there are. Where a sentence
// was written anew, any word stands beside any other. Ranges 4-10, 6-12.
bool is_copied_around(const Change& change, const Differing& differ) {
  constexpr std::uint32_t kBeside = 6;
  constexpr std::uint32_t kLeast = 8;  // on both sides together
  std::uint32_t before = 0, behind = 0;
  const auto& [left, right] = differ;
  while (left.begin > before && right.begin > before &&
         change.left_text[left.begin - before - 1] == change.right_text[right.begin - before - 1])
    ++before;
  while (left.end + behind < change.left_text.size() && right.end + behind < change.right_text.size() &&
         change.left_text[left.end + behind] == change.right_text[right.end + behind])
    ++behind;
  const bool begins = before == left.begin && before == right.begin;
  const bool ends = left.end + behind == change.left_text.size() && right.end + behind == change.right_text.size();
  return (before >= kBeside || begins) && (behind >= kBeside || ends) && before + behind >= kLeast;
}

// 谈两岸问题, 并直指: a verb and what it governs is a clause, and not the name of anything.
bool begins_with_verb(std::span<const char> begins, TextRange<Normal> words, Text text) {
  constexpr Text kVerbs = U"谈问说讲论评指称让请并就";
  return contains(kVerbs, text.substr(words.begin, 1)) && begins[words.begin + 1] != 0;
}

bool is_whole(std::span<const char> begins, TextRange<Normal> words) {
  return words.end < begins.size() && begins[words.begin] != 0 && begins[words.end] != 0;
}

}  // namespace

// 行贿人 → 办案人, 漆器 → 铜镜. Words that share a character are most often two ways to say the same.
Answer rules::another_word(const Change& change) {
  if (change.reordered || change.converted) return {};
  const auto differ = differing(change);
  const auto& [left, right] = differ;
  const Text from = change.left_text.substr(left.begin, left.size()),
             to = change.right_text.substr(right.begin, right.size());
  if (!may_be_word(from) || !may_be_word(to)) return {};
  if (std::any_of(from.begin(), from.end(), [&](char32_t c) { return to.find(c) != Text::npos; })) return {};
  if (!is_whole(change.left_begins, change.left) || !is_whole(change.right_begins, change.right)) return {};
  if (begins_with_verb(change.left_begins, left, change.left_text) ||
      begins_with_verb(change.right_begins, right, change.right_text))
    return {};
  if (!is_copied_around(change, differ)) return {};
  for (const auto& [here, there] : phrases_around(change)) {
    if (is_predicate(here) || is_predicate(there) || have_one_sense(here, there)) return {};
  }
  return Verdict{"wording", Severity::major, Layer::wording,
                 "another word, not known to say the same: " + from_to(change)};
}

}  // namespace yiwen
