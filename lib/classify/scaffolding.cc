// SPDX-License-Identifier: Apache-2.0
#include "classify/scaffolding.h"

#include "classify/rule_words.h"

namespace yiwen {

namespace {

// A longer stretch says something besides.
constexpr std::size_t kLongest = 24;

}  // namespace

bool is_scaffolding(std::u32string_view words) {
  if (words.size() > kLongest) return false;
  return holds_one_of(words, rule_words("scaffolding"));
}

}  // namespace yiwen
