// SPDX-License-Identifier: Apache-2.0
//
// The same words in another order. Names that change places are told apart: who did it, and to whom.
#include <algorithm>
#include <string>
#include <vector>

#include "classify/phrases.h"
#include "classify/rules.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

// The names that lie in the changed words, in order.
std::vector<Text> names_in(Text text, TextRange<Normal> words, const std::vector<ProtectedWord>& all) {
  std::vector<Text> names;
  for (const auto& word : all) {
    if (word.kind == ProtectedKind::name && words.contains(word.range))
      names.push_back(text.substr(word.range.begin, word.range.size()));
  }
  return names;
}

}  // namespace

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
