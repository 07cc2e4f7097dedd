// SPDX-License-Identifier: Apache-2.0
//
// Languages with an alphabet deny by words of their own (not, nicht) or a begin of one (unsafe), Japanese and Korean by
// the end of a word (しません): data/negations.tsv.
#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/words_by_role.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_negations_tsv;
}

namespace {

using Text = std::u32string_view;

const Words& foreign(std::string_view role) {
  static const WordsByRole kWords(embedded::classify_negations_tsv);
  return kWords.of(role);
}

// The words of an alphabet that one side of a change has, without what denies and what only comes with a denial.
struct WordsOfSide {
  std::size_t denials = 0;
  bool implied = false;
  std::vector<Text> rest;
};

WordsOfSide words_of(Text text, TextRange<Normal> changed, std::span<const char> begins) {
  WordsOfSide side;
  for (auto at = changed.begin; at < changed.end;) {
    auto end = at + 1;
    while (end < text.size() && !begins[end]) ++end;
    Text word = text.substr(at, end - at);
    const bool harmless = begins_with_one_of(text.substr(at), foreign("harmless"));
    // didn't is didn and t when folded.
    const bool contracted =
        word.size() > 2 && word.back() == U'n' && end + 1 < begins.size() && text[end] == U't' && begins[end + 1];
    if (contracted) {
      word.remove_suffix(1);
      ++end;
      ++side.denials;
      if (!is_one_of(word, foreign("helper")) && word != U"wo" && word != U"ca" && word != U"sha" && word != U"ai")
        side.rest.push_back(word);
    } else if (is_one_of(word, foreign("word")) && !harmless) {
      ++side.denials;
    } else if (is_one_of(word, foreign("implied"))) {
      side.implied = true;
      side.rest.push_back(word);
    } else if (!is_one_of(word, foreign("helper"))) {
      side.rest.push_back(word);
    }
    at = static_cast<std::uint32_t>(end);
  }
  return side;
}

// sign and signed.
bool same_stem(Text left, Text right) {
  constexpr std::size_t kStem = 3;
  const auto [a, b] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  return static_cast<std::size_t>(a - left.begin()) >= std::min({kStem, left.size(), right.size()});
}

// unsafe and safe, ineffective and effective; unless denies nothing, and short words begin with such letters by chance.
bool is_undone(Text word, Text other) {
  constexpr std::size_t kLeastWord = 4, kLeastBehindOthers = 6;  // letters of the other
  if (other == U"less" || !word.ends_with(other)) return false;
  const Text head = word.substr(0, word.size() - other.size());
  return head == U"un" ? other.size() >= kLeastWord
                       : other.size() >= kLeastBehindOthers && is_one_of(head, foreign("prefix"));
}

// refused to resign and resigned.
bool is_refused(const WordsOfSide& refused, const WordsOfSide& other) {
  return refused.implied && !other.implied && refused.denials == 0 && other.denials == 0 && !other.rest.empty() &&
         refused.rest.size() == other.rest.size() + 1 && is_one_of(refused.rest.front(), foreign("implied")) &&
         std::equal(other.rest.begin(), other.rest.end(), refused.rest.begin() + 1, same_stem);
}

bool denied_in_words(const Change& change) {
  constexpr std::size_t kMostLetters = 60;
  if (change.left.size() > kMostLetters || change.right.size() > kMostLetters) return false;
  if (change.left_begins.size() != change.left_text.size() + 1 ||
      change.right_begins.size() != change.right_text.size() + 1)
    return false;
  auto left = words_of(change.left_text, change.left, change.left_begins),
       right = words_of(change.right_text, change.right, change.right_begins);
  // but has not → and has: what joins two clauses is no part of what is denied
  for (auto* rest : {&left.rest, &right.rest}) {
    if (!rest->empty() && is_one_of(rest->front(), rule_words("latin-joining"))) rest->erase(rest->begin());
  }
  if (left.rest.size() == 1 && right.rest.size() == 1 && left.denials == right.denials &&
      (is_undone(left.rest[0], right.rest[0]) || is_undone(right.rest[0], left.rest[0])))
    return true;
  if (is_refused(left, right) || is_refused(right, left)) return true;
  if ((left.denials == 0) == (right.denials == 0)) return false;
  const auto &denied = left.denials > 0 ? left : right, &other = left.denials > 0 ? right : left;
  if (other.implied && !denied.implied) return false;  // did not agree, refused
  if (denied.rest.empty() || other.rest.empty()) return denied.rest.size() + other.rest.size() <= 1;
  return std::equal(denied.rest.begin(), denied.rest.end(), other.rest.begin(), other.rest.end(), same_stem);
}

// How many of the parts that deny inside a word touch the changed characters.
std::size_t denying_parts(Text text, TextRange<Normal> changed) {
  std::size_t count = 0;
  const auto& harmless_parts = foreign("harmless-part");
  for (const Text part : foreign("part")) {
    const auto size = static_cast<std::uint32_t>(part.size());
    for (auto at = changed.begin + 1 > size ? changed.begin + 1 - size : 0;
         at < changed.end && at + size <= text.size(); ++at) {
      if (text.substr(at, size) != part) continue;
      const bool harmless = std::any_of(harmless_parts.begin(), harmless_parts.end(), [&](Text phrase) {
        for (auto begin = at + size > phrase.size() ? at + size - phrase.size() : 0; begin <= at; ++begin) {
          if (text.substr(begin).starts_with(phrase)) return true;
        }
        return false;
      });
      if (!harmless) ++count;
    }
  }
  return count;
}

bool denied_in_parts(const Change& change) {
  constexpr std::uint32_t kMostCharacters = 10;
  const auto [left, right] = differing(change);
  if (left.size() > kMostCharacters || right.size() > kMostCharacters) return false;
  const auto& alone = foreign("alone");
  const Text gone = change.left_text.substr(left.begin, left.size()),
             come = change.right_text.substr(right.begin, right.size());
  if ((gone.empty() && is_one_of(come, alone)) || (come.empty() && is_one_of(gone, alone))) return true;
  // What denies may have begun before the words that changed: しま|す, しま|せん.
  return (denying_parts(change.left_text, change.left) == 0) != (denying_parts(change.right_text, change.right) == 0);
}

}  // namespace

Answer rules::foreign_negation(const Change& change) {
  if (!denied_in_words(change) && !denied_in_parts(change)) return {};
  return Verdict{"negation", Severity::critical, Layer::wording, "a negation on one side only: " + from_to(change)};
}

}  // namespace yiwen
