// SPDX-License-Identifier: Apache-2.0
//
// The same words in another order. Names that change places are told apart: who did it, and to whom.
#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"
#include "classify/exchange.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "diff/numbers.h"
#include "diff/word_list.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_two_way_verbs_txt;
}

namespace {

using Text = std::u32string_view;

// The names that lie in the changed words, in order.
std::vector<Text> names_in(Text text, TextRange<Normal> words, std::span<const ProtectedWord> all) {
  std::vector<Text> names;
  for (const auto& word : all) {
    if (word.kind == ProtectedKind::name && words.contains(word.range))
      names.push_back(text.substr(word.range.begin, word.range.size()));
  }
  return names;
}

// The numbers between two marks (one, or those of a date), and what stands with them there, sorted: what they count,
// wherever it stands.
struct Counted {
  std::vector<double> values;
  std::u32string companions;
};

// 發(fā)生 → 發生: readings in brackets, which normal text has not, part no items.
std::u32string without_readings(const std::u32string& printed) {
  constexpr std::size_t kLongest = 6;  // letters of a syllable
  std::u32string rest;
  for (std::size_t at = 0; at < printed.size(); ++at) {
    if (printed[at] == '(' && at > 0 && is_han(printed[at - 1])) {
      std::size_t end = at + 1;
      while (end < printed.size() && end - at <= kLongest && is_latin(printed[end])) ++end;
      if (end > at + 1 && end < printed.size() && printed[end] == ')') {
        at = end;
        continue;
      }
    }
    rest.push_back(printed[at]);
  }
  return rest;
}

// Of printed words, those between marks that hold numbers, with what stands there before the folded character `last`:
// what follows the words that changed goes on with the sentence. None where the words fold otherwise by themselves.
std::vector<Counted> counted_items(const std::string& printed, std::uint32_t last, std::uint32_t folded) {
  constexpr Text kMarks = U"，、；。：,;:()（）";
  std::vector<Counted> items;
  const auto chars = without_readings(to_utf32(printed));
  std::uint32_t first = 0;  // folded character of the item
  for (std::size_t begin = 0, end = 0; begin < chars.size(); begin = end + 1) {
    end = std::min(chars.find_first_of(kMarks, begin), chars.size());
    const auto text = normalize(to_utf8(Text(chars).substr(begin, end - begin))).chars;
    const auto numbers = find_numbers(text);
    const auto item_begin = std::exchange(first, first + static_cast<std::uint32_t>(text.size()));
    if (numbers.empty()) continue;
    Counted item;
    for (const auto& number : numbers) item.values.push_back(number.value);
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      if (item_begin + at < last &&
          std::none_of(numbers.begin(), numbers.end(), [&](const Number& n) { return n.range.contains(at); }))
        item.companions.push_back(text[at]);
    }
    std::sort(item.companions.begin(), item.companions.end());
    items.push_back(std::move(item));
  }
  return first == folded ? items : std::vector<Counted>{};
}

// How much of the one that has fewer stands in the other, [0, 1].
double likeness(const Counted& one, const Counted& other) {
  if (one.companions.empty() || other.companions.empty())
    return one.companions.empty() && other.companions.empty() ? 1 : 0;
  const bool fewer = one.companions.size() <= other.companions.size();
  return share_of_characters(fewer ? one.companions : other.companions, fewer ? other.companions : one.companions);
}

// 某某特使 → 特使某某: of somebody else, and that person.
bool turns_belonging(Text left, Text right) {
  constexpr std::size_t kShortestName = 2, kLongestName = 6;
  const auto turned = [&](Text whose, Text who) {
    return std::any_of(rule_words("belonging").begin(), rule_words("belonging").end(), [&](const auto& word) {
      if (!whose.ends_with(word) || !who.starts_with(word) || whose.size() != who.size()) return false;
      const Text name = whose.substr(0, whose.size() - word.size());
      return who.ends_with(name) && name.size() >= kShortestName && name.size() <= kLongestName &&
             std::all_of(name.begin(), name.end(), is_han);
    });
  };
  return turned(left, right) || turned(right, left);
}

}  // namespace

// 41票赞成、9票反对 → 41票反对、9票赞成: the same numbers of other things. 报46.35元，涨2.18% → 涨2.18%，报46.35元: the
// same in another order.
Answer rules::counted_in_another_order(const Change& change) {
  constexpr std::uint32_t kBeside = 8;  // unchanged characters that may belong to the first and the last item
  constexpr std::uint32_t kMostWords = 40;
  const auto holds_number = [](TextRange<Normal> words, std::span<const Number> all) {
    return std::any_of(all.begin(), all.end(), [&](const Number& n) { return words.contains(n.range); });
  };
  if (!change.print_left || !change.print_right) return {};
  if (change.left.size() > kMostWords || change.right.size() > kMostWords) return {};
  if (!holds_number(change.left, change.left_numbers) || !holds_number(change.right, change.right_numbers)) return {};
  auto left = change.left, right = change.right;
  for (std::uint32_t k = 0; k < kBeside && left.begin > 0 && right.begin > 0 &&
                            change.left_text[left.begin - 1] == change.right_text[right.begin - 1];
       ++k)
    --left.begin, --right.begin;
  for (std::uint32_t k = 0; k < kBeside && left.end < change.left_text.size() && right.end < change.right_text.size() &&
                            change.left_text[left.end] == change.right_text[right.end];
       ++k)
    ++left.end, ++right.end;
  const auto here = counted_items(change.print_left(left), change.left.end - left.begin, left.size()),
             there = counted_items(change.print_right(right), change.right.end - right.begin, right.size());
  if (here.size() < 2 || here.size() != there.size()) return {};
  bool in_order = true;
  std::size_t together = 0, elsewhere = 0;
  for (std::size_t i = 0; i < here.size(); ++i) {
    const auto of_value = [&](const Counted& item) { return item.values == here[i].values; };
    const auto own = std::find_if(there.begin(), there.end(), of_value);
    if (own == there.end() || std::count_if(here.begin(), here.end(), of_value) != 1) return {};
    in_order = in_order && own == there.begin() + static_cast<std::ptrdiff_t>(i);
    const double likeness_of_own = likeness(here[i], *own);
    const bool other = std::any_of(there.begin(), there.end(), [&](const Counted& item) {
      return likeness(here[i], item) > std::max(likeness_of_own, kMovedShare);
    });
    elsewhere += other ? 1 : 0;
    together += !other && likeness_of_own > 0 ? 1 : 0;
  }
  if (together == here.size() && !in_order)
    return Verdict{"order", Severity::minor, Layer::wording, "the same words in another order"};
  if (elsewhere > 1)
    return Verdict{"number", Severity::critical, Layer::wording, "what is counted changed places: " + from_to(change)};
  return {};
}

// 张丽华打伤了王建国 → 王建国打伤了张丽华, seen as one edit. Where it was seen as two, find_places tells it.
Answer rules::exchanged(const Change& change) {
  const auto of_words = [&] {
    return change.print_left && change.print_right && !change.left.empty() && is_latin(change.left_words().front()) &&
           is_exchange_of_words(change.print_left(change.left), change.print_right(change.right));
  };
  if (!is_exchange(change.left_words(), change.right_words()) && !of_words()) return {};
  // 苹果、梨、桃 → 桃、梨、苹果: the items of a list.
  if (from_to(change).find("、") != std::string::npos) return {};
  return Verdict{"order", Severity::major, Layer::wording, "two parties changed places: " + from_to(change)};
}

// 他被起诉 → 他起诉: done to somebody, and by somebody.
Answer rules::voice(const Change& change) {
  static const WordList kTwoWay(embedded::classify_two_way_verbs_txt);
  const auto [left, right] = differing(change);
  const auto is_passive = [](Text text, TextRange<Normal> words, TextRange<Normal> other) {
    return other.empty() && text.substr(words.begin, words.size()) == U"被" && kTwoWay.longest_at(text, words.end);
  };
  // 被|客户|起诉 → 起诉|客户: the verb stands where 被 stood.
  const auto is_turned = [](Text passive, TextRange<Normal> words, Text active, TextRange<Normal> other) {
    constexpr std::size_t kLongestAgent = 12;  // characters
    if (passive.substr(words.begin, words.size()) != U"被" || other.empty()) return false;
    const Text verb = active.substr(other.begin, other.size());
    const auto* known = kTwoWay.longest_at(active, other.begin);
    if (!known || known->text != verb) return false;
    const auto at = passive.substr(0, words.end + kLongestAgent + verb.size()).find(verb, words.end);
    return at != Text::npos && at > words.end &&
           active.substr(other.end).starts_with(passive.substr(words.end, at - words.end));
  };
  if (!is_passive(change.left_text, left, right) && !is_passive(change.right_text, right, left) &&
      !is_turned(change.left_text, left, change.right_text, right) &&
      !is_turned(change.right_text, right, change.left_text, left))
    return {};
  return Verdict{"order", Severity::critical, Layer::wording, "who does it, and to whom: " + from_to(change)};
}

// Exactly the same characters in another order: who said it now stands behind what was said.
Answer rules::only_order(const Change& change) {
  if (!change.reordered || change.left.size() != change.right.size()) return {};
  std::u32string left(change.left_words()), right(change.right_words());
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  if (left != right) return {};
  auto here = names_in(change.left_text, change.left, change.left_protected),
       there = names_in(change.right_text, change.right, change.right_protected);
  if (here.size() > 1 && here != there && std::is_permutation(here.begin(), here.end(), there.begin(), there.end())) {
    return Verdict{"order", Severity::major, Layer::wording, "the names in another order"};
  }
  if (turns_belonging(change.left_words(), change.right_words())) {
    return Verdict{
        "post", Severity::major, Layer::wording,
        "somebody's, or that person: what stands before and behind the name is not the same: " + from_to(change)};
  }
  return Verdict{"order", Severity::minor, Layer::wording, "the same words in another order"};
}

Answer rules::order(const Change& change) {
  if (!change.reordered) return {};
  return Verdict{"order", Severity::minor, Layer::wording, "the same words in another order"};
}

}  // namespace yiwen
