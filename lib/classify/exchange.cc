// SPDX-License-Identifier: Apache-2.0
#include "classify/exchange.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

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

// The words that blanks part, small letters throughout; none where there is a number or a mark: that is more than two
// parties and what is between.
Words printed_words(std::string_view text) {
  Words words(1);
  for (std::uint32_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_latin(c) || c == '\'' || c == U'’') {
      words.back().push_back(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    } else if (!is_space(c)) {
      return {};
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Whether right is left with its ends exchanged, and accept(one end, what is between, the other) holds; what is between
// is not empty.
template <class T, class Accept>
bool is_turned(std::span<const T> left, std::span<const T> right, Accept accept) {
  const auto equal = [](std::span<const T> a, std::span<const T> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  };
  const std::size_t size = left.size();
  if (size != right.size() || equal(left, right)) return false;
  for (std::size_t first = 1; first + 2 <= size; ++first) {
    const auto one = left.first(first);
    if (!equal(one, right.last(first))) continue;
    for (std::size_t second = 1; first + second < size; ++second) {
      const auto other = right.first(second), between = left.subspan(first, size - first - second);
      if (!equal(other, left.last(second)) || equal(one, other)) continue;
      if (equal(between, right.subspan(second, between.size())) && accept(one, between, other)) return true;
    }
  }
  return false;
}

}  // namespace

bool is_exchange(Text left, Text right) {
  constexpr std::size_t kLongest = 40;  // characters; more is a sentence that was built anew
  if (std::max(left.size(), right.size()) > kLongest) return false;
  return is_turned<char32_t>(left, right, [](auto one, auto between, auto other) {
    const auto words = [](std::span<const char32_t> of) { return Text(of.data(), of.size()); };
    return is_party(words(one)) && is_party(words(other)) && !joins(words(between));
  });
}

bool is_exchange_of_words(std::string_view left, std::string_view right) {
  constexpr std::size_t kMostWords = 12;  // two parties of three words and what one does to the other; range 8 to 16
  const auto from = printed_words(left), to = printed_words(right);
  if (std::max(from.size(), to.size()) > kMostWords) return false;
  return is_turned<std::u32string>(from, to, [](auto, auto between, auto) {
    return std::none_of(between.begin(), between.end(),
                        [](const std::u32string& word) { return is_one_of(word, rule_words("latin-joining")); });
  });
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

bool is_reordered(std::u32string_view left, std::u32string_view right) {
  constexpr std::size_t kMost = 40;  // characters; a longer phrase was worded anew
  if (left.size() != right.size() || left.size() > kMost || left == right) return false;
  std::u32string here(left), there(right);
  std::sort(here.begin(), here.end());
  std::sort(there.begin(), there.end());
  return here == there;
}

}  // namespace yiwen
