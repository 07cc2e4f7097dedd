// SPDX-License-Identifier: Apache-2.0
//
// Terms: words that say something only as they are (法治 is not 法制, a quoted term is not the desk's to reword, 大模型
// is not any 模型), and those that another region or standpoint says in other words (透过 → 通过).
#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <utility>

#include "base/char_class.h"
#include "base/utf8.h"
#include "classify/exclusive_words.h"
#include "classify/phrases.h"
#include "classify/protected_pairs.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "classify/same_words.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

// The changed words of one side where they are a word of the pair and nothing else; a single character also where it is
// all that differs of the words. Empty where they are none.
Text as_one_word(Text mine, Text others, const ProtectedPair& pair) {
  const auto rest = without_common_ends(mine, others).first;
  for (const Text word : {Text(pair.first), Text(pair.second)}) {
    const Text seen = word.size() == 1 && is_han(word.front()) ? rest : mine;
    if (seen == word) return seen;
  }
  return {};
}

// Words that changed, with the unchanged characters beside them, so that one changed character is enough: 法治 → 法制.
struct Seen {
  Text left, right;
};

Seen seen_of(const Change& change) {
  constexpr std::uint32_t kReach = 3;  // pairs have up to four characters, of which one at least differs
  return {around(change.left_text, change.left, kReach), around(change.right_text, change.right, kReach)};
}

// Whether the word, or a piece of it, stands in the changed words: one that stands beside them belongs to another
// change. 成员国 → 成员: where nothing stands in their place, it may end there.
bool stands_in(Text text, TextRange<Normal> words, Text word) {
  const auto size = static_cast<std::uint32_t>(word.size());
  if (words.empty() && text.substr(0, words.begin).ends_with(word)) return true;
  for (auto at = words.begin - std::min(words.begin, size - 1); at < words.end; ++at)
    if (text.substr(at).starts_with(word)) return true;
  return false;
}

Answer protected_pair_of(const Change& change, const Seen& seen, const ProtectedPair& pair) {
  // One character is a word only where it is all that changed; a word of an alphabet is never a part of a longer one.
  if (pair.only_whole) {
    const Text from = as_one_word(change.left_words(), change.right_words(), pair),
               to = as_one_word(change.right_words(), change.left_words(), pair);
    if (from.empty() || to.empty() || from == to) return {};
    return Verdict{pair.kind, pair.severity, Layer::wording,
                   "protected pair " + quote(change, from) + "/" + quote(change, to) + ": " + pair.reason};
  }
  const auto [left, right] = seen;
  for (const auto& [here, there] :
       {std::pair(Text(pair.first), Text(pair.second)), std::pair(Text(pair.second), Text(pair.first))}) {
    // 成员国 holds 成员: the longer word is not the shorter one.
    const auto has = [](Text text, Text word, Text other) {
      return contains(text, word) && !(contains(other, word) && contains(text, other));
    };
    if (!has(left, here, there) || has(left, there, here) || !has(right, there, here) || has(right, here, there))
      continue;
    if (!stands_in(change.left_text, change.left, here) || !stands_in(change.right_text, change.right, there)) continue;
    // 反对 → 不赞成: the contrary, denied, is the same again.
    const auto is_denied = [](Text text, Text word) {
      const auto at = text.find(word);
      return at > 0 && text[at - 1] == U'不';
    };
    if (is_denied(left, here) != is_denied(right, there)) continue;
    return Verdict{pair.kind, pair.severity, Layer::wording,
                   "protected pair " + quote(change, left.substr(left.find(here), here.size())) + "/" +
                       quote(change, right.substr(right.find(there), there.size())) + ": " + pair.reason};
  }
  return {};
}

Answer first_of(const Change& change, const Seen& seen, std::span<const ProtectedPair> pairs) {
  for (const auto& pair : pairs) {
    if (auto verdict = protected_pair_of(change, seen, pair)) return verdict;
  }
  return {};
}

// 暂时停止 → 暂停: all that changed belongs to two words of one sense, of which one may hold a word of another sense.
bool say_the_same(const Change& change, const Seen& seen) {
  const auto [left, right] = differing(change);
  const auto covers = [](Text text, TextRange<Normal> words, Text word) {
    for (auto at = words.end - std::min(words.end, static_cast<std::uint32_t>(word.size())); at <= words.begin; ++at) {
      if (text.substr(at).starts_with(word)) return true;
    }
    return false;
  };
  const auto pairs = words_of_one_sense(seen.left, seen.right);
  return std::any_of(pairs.begin(), pairs.end(), [&](const ProtectedPair& pair) {
    return (covers(change.left_text, left, pair.first) && covers(change.right_text, right, pair.second)) ||
           (covers(change.left_text, left, pair.second) && covers(change.right_text, right, pair.first));
  });
}

// 以下简称《乙: words among which a quotation or a title begins that does not end there.
bool reaches_into_term(const std::function<std::string(TextRange<Normal>)>& print, TextRange<Normal> words) {
  constexpr Text kOpening = U"“‘「『《〈", kClosing = U"”’」』》〉";
  if (!print || words.empty()) return false;
  const auto printed = to_utf32(print(words));
  const auto mark = printed.find_last_of(kOpening);
  return mark != std::u32string::npos && mark > 0 && printed.find_first_of(kClosing, mark) == std::u32string::npos;
}

// Whether a part of the words stands in the other text: a term that moved was not reworded.
bool stands_beside(Text words, Text other) {
  constexpr std::size_t kLeast = 6;  // characters; range 4-8
  for (std::size_t at = 0; at + kLeast <= words.size(); ++at) {
    if (contains(other, words.substr(at, kLeast))) return true;
  }
  return false;
}

}  // namespace

Answer rules::protected_pair(const Change& change) {
  constexpr std::uint32_t kMostWords = 12;     // a whole rewritten clause holds opposites by chance
  constexpr std::uint32_t kMostExclusive = 8;  // and the more so words of one kind
  constexpr std::uint32_t kMostLetters = 20;   // one word of an alphabet is seldom longer
  const auto is_letters = [](Text words) { return std::all_of(words.begin(), words.end(), is_latin); };
  const bool letters = is_letters(change.left_words()) && is_letters(change.right_words());
  const auto most = std::max(change.left.size(), change.right.size());
  if (most > (letters ? kMostLetters : kMostWords)) return {};
  const Seen seen = seen_of(change);
  if (auto own = first_of(change, seen, change.own_pairs)) return own;
  if (auto pair = first_of(change, seen, protected_pairs())) return pair;
  if (say_the_same(change, seen)) return {};
  auto exclusive = exclusive_words(seen.left, seen.right);
  if (!letters && most > kMostExclusive) {
    // 有期徒刑十一年六个月 → 死刑，缓期二年执行: what each begins with says what it is.
    const auto begin = [&](Text one, Text other) {
      return change.left_words().starts_with(one) && change.right_words().starts_with(other);
    };
    std::erase_if(exclusive, [&](const ProtectedPair& pair) {
      return !begin(pair.first, pair.second) && !begin(pair.second, pair.first);
    });
  }
  return first_of(change, seen, exclusive);
}

// 人才 → 人材, 报道 → 报导: one word, spelled as another dictionary or region spells it.
Answer rules::spelling(const Change& change) {
  if (change.left.empty() || change.right.empty()) return {};
  if (first_of(change, seen_of(change), change.own_pairs)) return {};  // the editor tells them apart
  if (!is_same_word(change, in_one_spelling)) return {};
  return Verdict{"regional", Severity::minor, Layer::wording, "one word in two spellings: " + from_to(change)};
}

// 透过 → 通过, 影片 → 视频: the same in the words of another region.
Answer rules::regional(const Change& change) {
  if (change.left.empty() || change.right.empty() || !is_same_word(change, in_one_region)) return {};
  return Verdict{"regional", Severity::minor, Layer::wording, "the words of another region: " + from_to(change)};
}

// 我国, 中国, 国内: who speaks, and to whom.
Answer rules::standpoint(const Change& change) {
  const auto is_one = [&](Text words) { return is_one_of(words, rule_words("standpoint")); };
  if (!is_one(change.left_words()) && !is_one(change.right_words())) return {};
  const bool other =
      is_one(change.left_words()) ? is_one(change.right_words()) || change.right.empty() : change.left.empty();
  if (!other) return {};
  return Verdict{"regional", Severity::minor, Layer::wording, "the writer's standpoint: " + from_to(change)};
}

// A quoted term is cited, not written: its wording is not the desk's to change.
Answer rules::quotation(const Change& change) {
  if (change.left_quoted == Quoted::no && change.right_quoted == Quoted::no) return {};
  // A term that is put in or left out as a whole was not reworded.
  if (change.left.empty() && change.right_quoted != Quoted::part) return {};
  const Text left_words = change.left_words();
  const bool term_alone = left_words.size() == change.left_term ||
                          (left_words.size() == change.left_term + 1 && left_words.front() == U'的');
  if (change.right.empty() && change.left_quoted == Quoted::whole && term_alone) {
    return Verdict{"quotation", Severity::major, Layer::wording,
                   "a quoted term was left out: " + quote(change, change.left_words())};
  }
  if (change.right.empty() && change.left_quoted != Quoted::part) return {};
  if (is_function_only(change.left_words()) && is_function_only(change.right_words())) return {};
  // 《甲》（以下简称《乙 → 丙: words that reach from outside into a term on one side alone are no wording of it.
  if (reaches_into_term(change.print_left, change.left) != reaches_into_term(change.print_right, change.right))
    return {};
  // A clause and more that is told anew, whatever term it holds. Characters of both sides; range 16-30.
  constexpr std::uint32_t kMostReworded = 20;
  if (std::min(change.left.size(), change.right.size()) > kMostReworded) return {};
  // A term that stands for a whole clause, or a clause for a term, is no rewording of the term.
  const bool whole = (change.left_quoted == Quoted::whole && change.right_quoted == Quoted::no) ||
                     (change.left_quoted == Quoted::no && change.right_quoted == Quoted::whole);
  const auto [less, more] = std::minmax({change.left.size(), change.right.size()});
  if (whole && more >= 2 * less + 2) return {};
  if (whole &&
      (stands_beside(change.left_words(), change.right_text) || stands_beside(change.right_words(), change.left_text)))
    return {};
  return Verdict{"quotation", Severity::major, Layer::wording,
                 "the wording of a quoted term changed: " + from_to(change)};
}

// A word before a noun that the text uses as one term with it: 大模型, 人形机器人. Without it the term is a wider one.
Answer rules::narrower_term(const Change& change) {
  constexpr std::uint32_t kMostWords = 3;  // characters of the modifier
  constexpr std::uint32_t kHead = 2;       // characters of the noun behind it that must be there
  constexpr std::size_t kTimes = 3;        // how often the whole term must stand in the text to be one ...
  constexpr double kMostly = 0.6;          // ... and which share of all places where its noun stands
  const bool gone = change.right.empty(), come = change.left.empty();
  if (gone == come) return {};
  const Text text = gone ? change.left_text : change.right_text;
  auto words = gone ? change.left : change.right;
  while (!words.empty() && is_function_character(text[words.begin])) ++words.begin;  // 的大 | 模型
  if (words.empty() || words.size() > kMostWords || words.end + kHead > text.size() || !change.count_in_reference)
    return {};
  const Text modifier = text.substr(words.begin, words.size());
  if (is_one_of(modifier, rule_words("citing"))) return {};  // 据|某台测定
  // 该|决议|草案: what is pointed at was named before.
  constexpr Text kPointers = U"该这此本";
  if (words.begin > 0 && kPointers.find(text[words.begin - 1]) != Text::npos) return {};
  // 强台风|灯笼|花: the term ends where a word does.
  const auto& begins = gone ? change.left_begins : change.right_begins;
  if (begins.size() > words.end + kHead && !begins[words.end + kHead]) return {};
  const Text term = text.substr(words.begin, words.size() + kHead);
  if (std::any_of(term.begin(), term.end(), [](char32_t c) { return !is_han(c) || is_function_character(c); }))
    return {};
  // 12月份，|一线: the one ends a clause, and the other begins one.
  const auto& print = gone ? change.print_left : change.print_right;
  const auto printed = print ? to_utf32(print({words.begin, words.end + kHead})) : std::u32string(term);
  if (!std::ranges::all_of(printed, is_han)) return {};
  const auto terms = change.count_in_reference(term);
  const auto heads = change.count_in_reference(text.substr(words.end, kHead));
  if (terms < kTimes || static_cast<double>(terms) < kMostly * static_cast<double>(heads)) return {};
  return Verdict{"term", Severity::major, Layer::wording,
                 quote(change, modifier) + " belongs to a term of the text, " + quote(change, term)};
}

}  // namespace yiwen
