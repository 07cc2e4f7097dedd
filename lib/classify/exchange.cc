// SPDX-License-Identifier: Apache-2.0
#include "classify/exchange.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"
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

bool is_exchange_of_words(std::string_view left, std::string_view right) {
  constexpr std::size_t kMostWords = 12;
  const auto words_of = [](std::string_view text) {
    std::vector<std::u32string> words(1);
    for (std::uint32_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      if (is_latin(c) || c == '\'' || c == U'’') {
        words.back().push_back(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
      } else if (is_space(c)) {
        if (!words.back().empty()) words.emplace_back();
      } else {
        return std::vector<std::u32string>();  // a mark, a number: more than two parties and what is between
      }
    }
    if (words.back().empty()) words.pop_back();
    return words;
  };
  const auto from = words_of(left), to = words_of(right);
  if (from.size() != to.size() || from.size() < 3 || from.size() > kMostWords || from == to) return false;
  for (std::size_t first = 1; first + 2 <= from.size(); ++first) {
    for (std::size_t second = 1; first + second < from.size(); ++second) {
      const auto begin = from.begin(), between = begin + static_cast<std::ptrdiff_t>(first),
                 last = from.end() - static_cast<std::ptrdiff_t>(second);
      std::vector<std::u32string> turned(last, from.end());
      turned.insert(turned.end(), between, last);
      turned.insert(turned.end(), begin, between);
      if (turned == to && std::none_of(between, last, [](const std::u32string& word) {
            return is_one_of(word, rule_words("latin-joining"));
          }))
        return true;
    }
  }
  return false;
}

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
