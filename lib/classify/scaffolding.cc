// SPDX-License-Identifier: Apache-2.0
#include "classify/scaffolding.h"

#include "classify/rule_words.h"

namespace yiwen {

namespace {

// A longer stretch says something besides.
constexpr std::size_t kLongest = 24;
constexpr std::size_t kLongestDateline = 40;

// 澜湾新闻网消息: no verb, and nobody but a medium gives word so.
bool is_word_of_a_medium(std::u32string_view words) {
  constexpr std::u32string_view kWord = U"消息";
  constexpr std::u32string_view kMedia = U"网社报台";
  return words.ends_with(kWord) && words.size() > kWord.size() &&
         kMedia.find(words[words.size() - kWord.size() - 1]) != std::u32string_view::npos;
}

}  // namespace

bool is_scaffolding(std::u32string_view words) {
  if (words.size() > kLongest) return false;
  return holds_one_of(words, rule_words("scaffolding")) || is_one_of(words, rule_words("bare-source"));
}

bool is_picture_credit(std::u32string_view words) {
  constexpr std::size_t kLongestCredit = 20;  // characters: an agency, two names, a verb. Range 16-30
  constexpr std::u32string_view kTaken = U"摄影供图发";
  return words.size() <= kLongestCredit && !words.empty() && kTaken.find(words.back()) != std::u32string_view::npos &&
         (words.find(U"记者") != std::u32string_view::npos || words.find(U"通讯员") != std::u32string_view::npos);
}

bool is_dateline(std::u32string_view words) {
  if (words.size() <= kLongest && is_word_of_a_medium(words)) return true;
  return words.size() <= kLongestDateline && holds_one_of(words, rule_words("wire-report")) &&
         holds_one_of(words, rule_words("wire-sender"));
}

}  // namespace yiwen
