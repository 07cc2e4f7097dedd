// SPDX-License-Identifier: Apache-2.0
#include "classify/scaffolding.h"

#include "classify/rule_words.h"

namespace yiwen {

namespace {

// A longer stretch says something besides.
constexpr std::size_t kLongest = 24;
constexpr std::size_t kLongestDateline = 40;

}  // namespace

bool is_scaffolding(std::u32string_view words) {
  if (words.size() > kLongest) return false;
  return holds_one_of(words, rule_words("scaffolding")) || is_one_of(words, rule_words("bare-source"));
}

bool is_dateline(std::u32string_view words) {
  return words.size() <= kLongestDateline && holds_one_of(words, rule_words("wire-report")) &&
         holds_one_of(words, rule_words("wire-sender"));
}

}  // namespace yiwen
