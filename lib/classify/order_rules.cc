// SPDX-License-Identifier: Apache-2.0
//
// The same words in another order. Names that change places are told apart: who did it, and to whom.
#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/char_class.h"
#include "classify/exchange.h"
#include "classify/phrases.h"
#include "classify/rules.h"
#include "diff/word_list.h"

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

}  // namespace

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
  if (!is_passive(change.left_text, left, right) && !is_passive(change.right_text, right, left)) return {};
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
  return Verdict{"order", Severity::minor, Layer::wording, "the same words in another order"};
}

Answer rules::order(const Change& change) {
  if (!change.reordered) return {};
  return Verdict{"order", Severity::minor, Layer::wording, "the same words in another order"};
}

}  // namespace yiwen
