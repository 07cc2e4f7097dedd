// SPDX-License-Identifier: Apache-2.0
#include "classify/exchange.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/char_class.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

// Something that can do and suffer: not a particle, a number or a mark.
bool is_party(Text words) {
  return !words.empty() && !is_function_only(words) && std::any_of(words.begin(), words.end(), is_han) &&
         std::none_of(words.begin(), words.end(), is_digit);
}

// What stands between two parties of a list.
bool joins(Text words) {
  const auto& joining = rule_words("joining");
  return words.empty() || is_function_only(words) || ends_with_one_of(words, joining) ||
         begins_with_one_of(words, joining);
}

}  // namespace

bool is_exchange(Text left, Text right) {
  constexpr std::size_t kLongest = 40;  // characters; more is a sentence that was built anew
  if (left.size() != right.size() || left.size() < 3 || left.size() > kLongest || left == right) return false;
  for (std::size_t first = 1; first + 2 <= left.size(); ++first) {
    const Text one = left.substr(0, first);
    if (!right.ends_with(one)) continue;
    for (std::size_t second = 1; first + second + 1 <= left.size(); ++second) {
      const Text other = right.substr(0, second);
      if (!left.ends_with(other) || one == other) continue;
      const Text between = left.substr(first, left.size() - first - second);
      if (right.substr(second, between.size()) == between && is_party(one) && is_party(other) && !joins(between))
        return true;
    }
  }
  return false;
}

bool is_same_rate(Text left, Text right) {
  constexpr char32_t kEach = U'每';
  if (left.starts_with(kEach)) std::swap(left, right);
  if (!right.starts_with(kEach) || left.empty() || !is_digit(left.front()) || contains(left, Text(&kEach, 1)))
    return false;
  std::u32string rest(right);
  std::erase(rest, kEach);
  if (rest.size() != left.size()) return false;
  // What is counted by stands first in one and last in the other.
  const auto counted = static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), is_digit) - rest.begin());
  return counted > 0 && counted < rest.size() && left == rest.substr(counted) + rest.substr(0, counted);
}

}  // namespace yiwen
