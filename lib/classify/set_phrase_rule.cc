// SPDX-License-Identifier: Apache-2.0
//
// Phrases that are set as they are: 中国式现代化 is not 中国现代化. What is forbidden is to spoil one; a sentence that
// does without it, or says something else in its place, is another matter.
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "diff/word_list.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_set_phrases_txt;
}

namespace {

using Text = std::u32string_view;

constexpr std::uint32_t kLongestPhrase = 20;

const WordList& set_phrases() {
  static const WordList kPhrases(embedded::classify_set_phrases_txt);
  return kPhrases;
}

// A phrase of the text of which the words are a part and another part is kept; nothing where the other text has it too.
Text spoiled(Text text, TextRange<Normal> words, Text other, TextRange<Normal> other_words) {
  const std::uint32_t first = words.begin > kLongestPhrase ? words.begin - kLongestPhrase : 0;
  for (std::uint32_t at = first; at < text.size() && at <= words.end; ++at) {
    const auto* listed = set_phrases().longest_at(text, at);
    if (listed == nullptr) continue;
    const Text phrase = text.substr(at, listed->text.size());
    const auto end = at + static_cast<std::uint32_t>(phrase.size());
    const bool touched = words.empty() ? at < words.begin && words.begin < end : at < words.end && words.begin < end;
    const bool kept = at < words.begin || words.end < end;
    if (touched && kept && !contains(around(other, other_words, kLongestPhrase), phrase)) return phrase;
  }
  return {};
}

// 自身 for 国家: the phrase of one text says by a name what the other points at.
bool points_back(Text from, Text to) {
  const auto& pronouns = rule_words("itself");
  return !from.empty() && !to.empty() && (is_one_of(from, pronouns) || is_one_of(to, pronouns));
}

// 甲|特别行政区|、乙特别行政区 → 甲|及|乙特别行政区: what two names end with alike is said behind the second.
bool is_said_once(Text from, Text to, Text other, TextRange<Normal> other_words) {
  constexpr std::size_t kLongestName = 8;  // characters, of the second one
  if (from.empty() || !is_one_of(to, rule_words("list-joining"))) return false;
  return contains(other.substr(other_words.end, kLongestName + from.size()), from);
}

}  // namespace

Answer rules::set_phrase(const Change& change) {
  constexpr std::uint32_t kMostWords = 8;  // more is another sentence
  if (std::max(change.left.size(), change.right.size()) > kMostWords) return {};
  const auto [left, right] = differing(change);
  const Text from = change.left_text.substr(left.begin, left.size());
  const Text to = change.right_text.substr(right.begin, right.size());
  // 现代化的产业体系 is 现代化产业体系 as one speaks.
  if ((from.empty() || to.empty()) && is_function_only(from) && is_function_only(to)) return {};
  if (points_back(from, to) || is_said_once(from, to, change.right_text, right) ||
      is_said_once(to, from, change.left_text, left))
    return {};
  Text phrase = spoiled(change.left_text, left, change.right_text, right);
  if (phrase.empty()) phrase = spoiled(change.right_text, right, change.left_text, left);
  if (phrase.empty()) return {};
  return Verdict{"policy-term", Severity::critical, Layer::wording,
                 "the wording of a set phrase changed, " + quote(change, phrase) + ": " + from_to(change)};
}

}  // namespace yiwen
