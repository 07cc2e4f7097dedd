// SPDX-License-Identifier: Apache-2.0
//
// Who is named as the source of what is said, and how it was said.
#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "base/words_by_role.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "diff/protected_words.h"
#include "diff/titles.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_speech_verbs_tsv;
}

namespace {

using Text = std::u32string_view;

// 外交部|发言人|表示, 医管局|发言人|王强|说: for whom the speaker speaks.
bool is_body_of_speaker(Text text, TextRange<Normal> words) {
  constexpr std::size_t kLongestName = 4;
  const Text body = text.substr(words.begin, words.size());
  if (body.size() < 2 || holds_one_of(body, rule_words("vague-source"))) return false;
  Text behind = text.substr(words.end);
  const auto& speakers = rule_words("speaker");
  const auto speaker =
      std::find_if(speakers.begin(), speakers.end(), [&](auto& word) { return behind.starts_with(word); });
  if (speaker == speakers.end()) return false;
  behind.remove_prefix(speaker->size());
  for (std::size_t name = 0; name <= std::min(kLongestName, behind.size()); ++name) {
    if (begins_with_one_of(behind.substr(name), rule_words("saying"))) return true;
  }
  return false;
}

// Named as the source of what is said: 据…报道, …指出.
bool is_cited_as_source(Text text, TextRange<Normal> words, std::span<const ProtectedWord> protected_words) {
  const Text source = text.substr(words.begin, words.size());
  if (is_body_of_speaker(text, words)) return true;
  const bool name = std::any_of(protected_words.begin(), protected_words.end(), [&](const ProtectedWord& word) {
    return word.kind == ProtectedKind::name && word.range == words;
  });
  const auto calling = title_at(text, words.begin);  // 渔民|警告
  const bool called = calling && calling->length == words.size();
  if (!name && !called && (source.size() < 2 || !ends_with_one_of(source, rule_words("source")))) return false;
  const Text behind = text.substr(words.end), before = text.substr(0, words.begin);
  return begins_with_one_of(behind, rule_words("saying")) || ends_with_one_of(before, rule_words("citing"));
}

}  // namespace

// How sure a speaker is, or the writer of the speaker: said is neither admitted nor claimed.
Answer rules::speech(const Change& change) {
  static const WordsByRole kVerbs(embedded::classify_speech_verbs_tsv);
  auto from = kVerbs.role_of(change.left_words()), to = kVerbs.role_of(change.right_words());
  if (!from || !to) {
    const auto [left, right] = without_common_ends(change.left_words(), change.right_words());
    from = kVerbs.role_of(left);
    to = kVerbs.role_of(right);
  }
  if (!from || !to || *from == *to) return {};
  // An estimate that is said is still one; so is what was found.
  const auto quiet = [](std::string_view a, std::string_view b) {
    return a == "said" && (b == "estimated" || b == "accused");
  };
  if (quiet(*from, *to) || quiet(*to, *from)) return {};
  return Verdict{"attribution", Severity::major, Layer::wording,
                 "said in another way, and so meant: " + from_to(change)};
}

// 据警方统计，: who stands for what is said was left out. 据悉 and 据了解 name nobody.
Answer rules::lost_source(const Change& change) {
  constexpr std::size_t kLeastNamed = 4, kMostNamed = 20;
  if (change.left.empty() == change.right.empty()) return {};
  const Text words = change.left.empty() ? change.right_words() : change.left_words();
  if (words.front() != U'据' || words.size() < kLeastNamed || words.size() > kMostNamed ||
      !ends_with_one_of(words, rule_words("account")))
    return {};
  return Verdict{"attribution", Severity::major, Layer::wording,
                 "the source of what is said, on one side only: " + quote(change, words)};
}

// 有关负责人 → 知情人士, 人民日报 → 新华社: what was said by one is now said by another.
Answer rules::attribution(const Change& change) {
  if (change.left.empty() || change.right.empty()) return {};
  if (!is_cited_as_source(change.left_text, change.left, change.left_protected)) return {};
  if (!is_cited_as_source(change.right_text, change.right, change.right_protected)) return {};
  const Text left = change.left_words(), right = change.right_words();
  if (are_same_callings(left, right)) return {};
  // 中国游泳协会 → 中国泳协
  if (left.size() != right.size() && (is_short_for(left, right) || is_short_for(right, left))) return {};
  return Verdict{"attribution", Severity::major, Layer::wording, "another source of what is said: " + from_to(change)};
}

}  // namespace yiwen
