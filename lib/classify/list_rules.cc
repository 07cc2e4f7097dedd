// SPDX-License-Identifier: Apache-2.0
//
// What a row of people or a list of things has on one side only. A desk that shortens a list cuts its end, and may
// where the list ends with 等; what is gone from the midst of one was lost.
#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/char_class.h"
#include "classify/phrases.h"
#include "classify/place_names.h"
#include "classify/predicates.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "diff/numbers.h"
#include "diff/protected_words.h"
#include "diff/word_breaks.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

// 大众、丰田、本田三个品牌: a list with as many items as the number behind its last item says. `parted`: whether 、
// stands before the character at a place.
template <typename Parted>
bool is_counted_list(Text text, TextRange<Normal> item, std::span<const Number> numbers, const Parted& parted) {
  constexpr std::uint32_t kLongestItem = 10;  // characters: 国家市场监督管理总局 has ten
  constexpr double kMostItems = 20;           // a larger number counts something else
  std::vector<std::uint32_t> marks;
  const auto first = item.begin > 2 * kLongestItem ? item.begin - 2 * kLongestItem : 0;
  for (auto at = first; at <= item.end + 2 * kLongestItem && at < text.size(); ++at) {
    if (parted(at)) marks.push_back(at);
  }
  if (marks.empty()) return false;
  return std::any_of(numbers.begin(), numbers.end(), [&](const Number& number) {
    return number.range.begin >= item.end && number.range.begin > marks.back() &&
           number.range.begin <= marks.back() + kLongestItem && number.value <= kMostItems &&
           number.value == static_cast<double>(marks.size() + 1);
  });
}

// 玉米、|大豆、|花生等作物: an item of a list of three or more that is not its last. A desk that shortens a list cuts
// its end. A list that ends with 地 (全面、系统、深入地) says how, and each item nearly the same.
template <typename Parted>
bool is_before_end_of_list(Text text, TextRange<Normal> item, const Parted& parted) {
  constexpr std::uint32_t kLeastItem = 2, kMostItem = 8;  // characters: one is a part of a word, more is a clause
  const Text words = text.substr(item.begin, item.size());
  if (item.size() < kLeastItem || item.size() > kMostItem ||
      !std::all_of(words.begin(), words.end(), [](char32_t c) { return is_han(c) && c != U'的' && c != U'了'; }))
    return false;
  const auto joined = [&](std::uint32_t at) { return begins_with_one_of(text.substr(at), rule_words("list-joining")); };
  if (!parted(item.end) && !joined(item.end)) return false;
  // What follows in the list: the next item, and whether there is one behind it.
  bool more = parted(item.begin);
  const auto last = std::min(item.end + 2 * kMostItem, static_cast<std::uint32_t>(text.size()));
  const auto breaks = word_breaks(text.substr(0, last));
  for (auto at = item.end + kLeastItem; at < last; ++at) {
    const bool particle = text[at] == U'地' && text[at - 1] != U'等' && !breaks[at - 1] && breaks[at] && breaks[at + 1];
    if (particle) return false;
    more = more || (at < item.end + kMostItem && (parted(at) || joined(at)));
  }
  return more;
}

}  // namespace

// 市长王强、副市长李明出席 → 市长王强出席: a person on one side only, who says nothing here and writes nothing.
Answer rules::lost_person(const Change& change) {
  constexpr std::uint32_t kMostWords = 16;
  const auto [left, right] = differing(change);
  if (left.empty() == right.empty()) return {};
  const auto words = left.empty() ? right : left;
  const Text text = left.empty() ? change.right_text : change.left_text;
  const Text lost = text.substr(words.begin, words.size());
  if (words.size() > kMostWords || holds_one_of(lost, rule_words("saying")) ||
      holds_one_of(lost, rule_words("wire-sender")) || begins_with_one_of(text.substr(words.end), rule_words("saying")))
    return {};
  const auto& all = left.empty() ? change.right_protected : change.left_protected;
  // The character behind may seem to be one of the name: 李明|和.
  constexpr std::uint32_t kShortestName = 2;
  const bool joins = ends_with_one_of(lost, rule_words("list-joining"));  // 李强和|王毅
  const auto person = std::find_if(all.begin(), all.end(), [&](const ProtectedWord& word) {
    return word.kind == ProtectedKind::name && word.range.begin >= words.begin &&
           word.range.begin + kShortestName <= words.end &&
           (word.range.end == words.end || word.range.end == words.end + 1 ||
            (joins && word.range.end + 1 == words.end));
  });
  if (person == all.end()) return {};
  // 随后，|李强|来到社区: who does it is clear from what stands before. In a list (李强、王毅) nobody is.
  const auto& print = left.empty() ? change.print_right : change.print_left;
  const bool begins =
      words.begin == 0 || (print && print({words.begin - 1, words.begin + 1}).find("，") != std::string::npos);
  const bool listed =
      joins || begins_with_one_of(text.substr(words.end), rule_words("list-joining")) ||
      (print && words.end < text.size() && print({words.end - 1, words.end + 1}).find("、") != std::string::npos);
  if (begins && !listed && person->range.begin == words.begin) return {};
  return Verdict{"name", Severity::major, Layer::wording, "a person on one side only: " + quote(change, lost)};
}

// 北京、上海、广州 → 北京、广州: a place or a body that a list has on one side only, or anything in a list that says
// how many it has, or loses from before its end. A list that ends with 等 is not said to be whole.
Answer rules::lost_item(const Change& change) {
  constexpr std::uint32_t kMostWords = 16;  // one item, or two: more is a clause
  constexpr std::uint32_t kTail = 16;       // characters behind the item in which its list ends: two items more
  const auto [left, right] = differing(change);
  if (left.empty() == right.empty()) return {};
  const auto words = left.empty() ? right : left;
  const Text text = left.empty() ? change.right_text : change.left_text;
  const auto& print = left.empty() ? change.print_right : change.print_left;
  if (words.size() > kMostWords || words.empty() || !print) return {};
  const auto parted = [&](std::uint32_t at) {
    return at > 0 && at < text.size() && print({at - 1, at + 1}).find("、") != std::string::npos;
  };
  // The other side has the list too: an item of it stands beside the place there.
  constexpr std::uint32_t kKept = 2;  // characters of it: one stands beside a place by chance
  const auto there = left.empty() ? left : right;
  const Text other = left.empty() ? change.left_text : change.right_text;
  const auto before = [](Text passage, std::uint32_t at) {
    return passage.substr(0, at).substr(at > kKept ? at - kKept : 0);
  };
  const bool kept_before = before(text, words.begin) == before(other, there.begin),
             kept_behind = text.substr(words.end, kKept) == other.substr(there.end, kKept);
  const bool behind_item = kept_before && parted(words.begin), before_item = kept_behind && parted(words.end);
  Text item = text.substr(words.begin, words.size());
  const auto& joining = rule_words("list-joining");
  const auto join =
      std::find_if(joining.begin(), joining.end(), [&](const auto& word) { return item.starts_with(word); });
  const bool joined = join != joining.end();
  if (joined) item.remove_prefix(join->size());
  if (!(joined && kept_before) && !behind_item && !before_item) return {};
  if (words.size() == 1 && !parted(words.end)) return {};  // 鹤|屿
  const Verdict lost{"name", Severity::major, Layer::wording, "of a list, on one side only: " + quote(change, item)};
  if (is_counted_list(text, words, left.empty() ? change.right_numbers : change.left_numbers, parted)) return lost;
  if (!joined && is_before_end_of_list(text, words, parted)) return lost;
  // 不得委托组织或者个人, 禁止货车、客车驶入: of whom or what a rule speaks.
  if (words.size() > 1 && (joined || behind_item) && holds_one_of(text, rule_words("norm"))) return lost;
  if (contains(text.substr(words.end, kTail), U"等")) return {};
  if (words.size() < 2) return {};
  const auto& all = left.empty() ? change.right_protected : change.left_protected;
  const auto end = words.end;
  const auto begin = end - static_cast<std::uint32_t>(item.size());
  if (std::any_of(all.begin(), all.end(), [&](const ProtectedWord& word) {
        return word.kind == ProtectedKind::name && word.range == TextRange<Normal>{begin, end};
      }))
    return lost;  // 廖海宁、谢文博表示
  const auto* place = place_names().longest_at(item, 0);
  const bool whole_place = place && place->text.size() + 1 >= item.size();  // 湖南, 湖南省
  if (whole_place || (!joined && ends_with_one_of(item, rule_words("body-end")))) return lost;
  // 开除党籍和公职: one of two things that are joined is as much as one of a list.
  constexpr std::size_t kLeastThing = 2, kMostThing = 6;
  const bool thing =
      item.size() >= kLeastThing && item.size() <= kMostThing && !is_predicate(item) && !is_function_only(item) &&
      std::all_of(item.begin(), item.end(), [](char32_t c) { return is_han(c) && c != U'的' && c != U'了'; });
  if (joined && kept_before && words.begin > 0 && thing) return lost;
  return {};
}

}  // namespace yiwen
