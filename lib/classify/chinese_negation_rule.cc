// SPDX-License-Identifier: Apache-2.0
//
// Chinese denies by 不, 没有, 未 and their like, in words that hold the same characters and deny nothing (不同, 未来).
#include <algorithm>
#include <string>
#include <vector>

#include "base/char_class.h"
#include "base/words_by_role.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "diff/word_breaks.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_chinese_negations_tsv;
}

namespace {

using Text = std::u32string_view;

const Words& chinese(std::string_view role) {
  static const WordsByRole kWords(embedded::classify_chinese_negations_tsv);
  return kWords.of(role);
}

// The characters of what may stand before a negation, as one word with it or to join the clause: 并未, 尚不能, 切勿,
// 但尚未, 目前无.
constexpr Text kBeforeNegations = U"并尚暂从绝毫决也都还就均概却又拒但而且切目前至今";

// A negation in some words, with what stands before and behind it.
struct Denial {
  Text before, word, behind;
};

bool is_modal(Text words) { return is_one_of(words, chinese("modal")); }

// 停止, 难以: what such a word stands before does not happen either. The others leave open what is said.
bool denies_in_its_own_way(Text words) {
  if (begins_with_one_of(words, chinese("how-many"))) return false;
  return begins_with_one_of(words, chinese("own-way")) || ends_with_one_of(words, chinese("own-way"));
}

// The first negation that begins in the words [begin, end) of a text. A word in which the character denies nothing must
// be one word of its sentence: 不同|意见 denies nothing, 不|同意 does.
std::optional<Denial> denial_in(Text text, TextRange<Normal> words, bool only) {
  const auto &negations = chinese("negation"), &not_negations = chinese("harmless");
  const Text changed = text.substr(words.begin, words.size());
  std::vector<char> breaks;
  for (std::uint32_t at = 0; at < changed.size(); ++at) {
    const auto negation = std::find_if(negations.begin(), negations.end(),
                                       [&](Text word) { return changed.substr(at).starts_with(word); });
    if (negation == negations.end()) continue;
    // A negation that goes or comes by itself denies, whatever word it makes with what stands behind: 不|过敏.
    const bool alone = only && negation->size() == changed.size();
    const bool harmless = !alone && std::any_of(not_negations.begin(), not_negations.end(), [&](Text word) {
      for (std::uint32_t first = 0; first < word.size(); ++first) {
        if (word[first] != changed[at] || first > words.begin + at ||
            !text.substr(words.begin + at - first).starts_with(word))
          continue;
        if (breaks.empty()) breaks = word_breaks(text);
        const auto begin = words.begin + at - first;
        if (breaks[begin + word.size()]) return true;
      }
      return false;
    });
    if (harmless) return {};
    // 能不能, 是不是, 有没有 ask and deny nothing.
    const auto begin = words.begin + at, end = begin + static_cast<std::uint32_t>(negation->size());
    if (begin > 0 && end < text.size() && text[begin - 1] == text[end]) return {};
    return Denial{changed.substr(0, at), *negation, changed.substr(at + negation->size())};
  }
  return {};
}

}  // namespace

// 来得及 → 来不及: what can be done, and what cannot.
Answer rules::potential(const Change& change) {
  constexpr std::uint32_t kReach = 2;
  constexpr std::uint32_t kMostWords = 6;
  if (change.left.size() > kMostWords || change.right.size() > kMostWords) return {};
  const Text left = around(change.left_text, change.left, kReach),
             right = around(change.right_text, change.right, kReach);
  const auto turned = [](Text can, Text cannot) {
    for (std::size_t at = 1; at + 1 < can.size(); ++at) {
      if (can[at] != U'得' || !is_han(can[at - 1]) || !is_han(can[at + 1])) continue;
      const std::u32string denied{can[at - 1], U'不', can[at + 1]};
      if (contains(cannot, denied) && !contains(can, denied) && !contains(cannot, can.substr(at - 1, denied.size())))
        return true;
    }
    return false;
  };
  if (!turned(left, right) && !turned(right, left)) return {};
  return Verdict{"negation", Severity::critical, Layer::wording, "a negation on one side only: " + from_to(change)};
}

// 支付 → 拒付, 收费 → 免费: one word refuses or spares what the other does.
Answer rules::refusal(const Change& change) {
  constexpr std::size_t kWord = 2;
  const auto [left, right] = differing(change);
  if (left.size() != 1 || right.size() != 1) return {};
  const auto refuses = [](Text word) {
    return begins_with_one_of(word, chinese("refusing")) && !is_one_of(word, chinese("not-refused"));
  };
  const Text from = change.left_text.substr(left.begin, kWord), to = change.right_text.substr(right.begin, kWord);
  if (from.size() < kWord || to.size() < kWord || from.back() != to.back() || !is_han(from.front()) ||
      !is_han(to.front()) || !is_han(from.back()))
    return {};
  const bool left_refuses = refuses(from);
  if (left_refuses == refuses(to) || is_one_of(left_refuses ? to : from, chinese("not-refused"))) return {};
  if (!word_breaks(change.left_text)[left.begin] || !word_breaks(change.right_text)[right.begin]) return {};  // 避免
  return Verdict{"negation", Severity::critical, Layer::wording, "a negation on one side only: " + from_to(change)};
}

// Something is denied on one side and not on the other.
Answer rules::chinese_negation(const Change& change) {
  constexpr std::uint32_t kMostWords = 4;
  const auto [left, right] = differing(change);
  if (left.size() > kMostWords || right.size() > kMostWords) return {};
  const auto left_denial = denial_in(change.left_text, left, right.empty()),
             right_denial = denial_in(change.right_text, right, left.empty());
  if (left_denial.has_value() == right_denial.has_value()) return {};
  const auto& denial = left_denial ? *left_denial : *right_denial;
  const Text other = left_denial ? change.right_text.substr(right.begin, right.size())
                                 : change.left_text.substr(left.begin, left.size());
  // 不再甲，|不再|乙 → 不再甲|或|乙: what is joined to the first is denied with it.
  constexpr std::uint32_t kBefore = 12;  // characters: the clause that the first denial stands in. Range 8-20
  const Text whole = left_denial ? change.left_text : change.right_text;
  const auto at = left_denial ? left : right;
  const Text words = whole.substr(at.begin, at.size());
  if (is_one_of(other, rule_words("list-joining")) && denial.before.empty() && denial.behind.empty() &&
      contains(whole.substr(at.begin - std::min(at.begin, kBefore), std::min(at.begin, kBefore)), words))
    return Verdict{"wording", Severity::minor, Layer::wording, "denied once for both: " + from_to(change)};
  // 有什么资格？ → 没有资格: the question denies as well.
  const Text behind = left_denial ? change.right_text.substr(right.end) : change.left_text.substr(left.end);
  if (is_one_of(other, chinese("asks")) && begins_with_one_of(behind, chinese("denied-by-asking")))
    return Verdict{"wording", Severity::minor, Layer::wording,
                   "a question that denies, and a denial: " + from_to(change)};
  // Only the negation changed; 不见面办理 → 网上办理 is another wording. With it may go what it stands with (不会 → ∅),
  // or come what says the contrary (不能 → 可以, 未 → 已).
  const bool particles = std::all_of(denial.before.begin(), denial.before.end(),
                                     [](char32_t c) { return contains(kBeforeNegations, Text(&c, 1)); });
  const bool taken_out = std::u32string(denial.before) + std::u32string(denial.behind) == other;
  const bool with_modal =
      particles && (other.empty() || is_modal(other)) && (denial.behind.empty() || is_modal(denial.behind));
  // 没有发布 → 已经发布, 不要沉默 → 保持沉默: another word where only a denial stood, that does not deny in its own
  // way.
  constexpr std::uint32_t kMostOther = 3;
  const bool replaced = particles && !other.empty() && other.size() <= kMostOther &&
                        (denial.behind.empty() || is_modal(denial.behind)) && !denies_in_its_own_way(other);
  // 不受 → 受到, 不能 → 能够: what was denied, said in a word that is longer by a character.
  constexpr Text kLengthen = U"到了过够得着有";
  const bool lengthened = particles && !denial.behind.empty() && other.size() == denial.behind.size() + 1 &&
                          other.starts_with(denial.behind) && contains(kLengthen, other.substr(denial.behind.size()));
  // 不再兼任 → 兼: the same in a word that is shorter by a character.
  const bool shortened = particles && !other.empty() && denial.behind.size() == other.size() + 1 &&
                         (denial.behind.starts_with(other) || denial.behind.ends_with(other));
  // 标准无保留 → 保留: what goes with a denial directly before what stays.
  const bool at_the_end = other.empty() && denial.behind.empty();
  if (!taken_out && !with_modal && !replaced && !lengthened && !shortened && !at_the_end) return {};
  return Verdict{"negation", Severity::critical, Layer::wording, "a negation on one side only: " + from_to(change)};
}

}  // namespace yiwen
