// SPDX-License-Identifier: Apache-2.0
#include "classify/classifiers.h"

#include <algorithm>

#include "classify/phrases.h"
#include "classify/rule_words.h"

namespace yiwen {

bool is_counted_behind(std::u32string_view text, std::uint32_t at, std::span<const char> begins,
                       const std::function<std::string(TextRange<Normal>)>& print) {
  if (at == 0 || at >= text.size() || begins.size() <= text.size()) return false;
  if (!printed_together(print, at)) return false;
  const auto& classifiers = rule_words("classifier");
  // 支|笔 counts, 支持 does not.
  return std::any_of(classifiers.begin(), classifiers.end(), [&](const std::u32string& word) {
    return text.substr(at).starts_with(word) && begins[at + word.size()] != 0;
  });
}

}  // namespace yiwen
