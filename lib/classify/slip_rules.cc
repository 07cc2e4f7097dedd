// SPDX-License-Identifier: Apache-2.0
//
// Slips of a keyboard, of a conversion between scripts, or of the eye: two characters in the wrong order, one that is
// read or looks like another.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/char_class.h"
#include "base/utf8.h"
#include "classify/lookalikes.h"
#include "classify/phrases.h"
#include "classify/rules.h"
#include "classify/same_words.h"
#include "diff/word_breaks.h"
#include "diff/word_list.h"
#include "normalize/pinyin.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_reversible_words_txt;
}

namespace {

using Text = std::u32string_view;

const WordList& reversible_words() {
  static const WordList kReversible(embedded::classify_reversible_words_txt);
  return kReversible;
}

// 互相 and 相互 say the same; so do words that only carry speech along, and 20余万 and 20万余.
bool may_be_reversed(Text words) {
  constexpr Text kScales = U"余多十百千万亿";
  if (is_function_only(words)) return true;
  if (words.size() != 2) return false;
  if (contains(kScales, words.substr(0, 1)) && contains(kScales, words.substr(1))) return true;
  const std::u32string back{words[1], words[0]};
  return reversible_words().longest_at(words, 0) != nullptr || reversible_words().longest_at(back, 0) != nullptr;
}

// 天长地久 and 天地长久: four characters, the inner two swapped, that are words of two or four in either order.
bool is_set_phrase(Text left, std::uint32_t at_left, Text right, std::uint32_t at_right) {
  constexpr std::uint32_t kInner = 2, kPhrase = 4;
  const auto in_words = [&](Text text, std::uint32_t at) {
    const auto breaks = word_breaks(text);
    return breaks[at - 1] && !breaks[at] && !breaks[at + kInner] && breaks[at - 1 + kPhrase];
  };
  const auto is_listed = [&](Text text, std::uint32_t at) {
    const auto* phrase = reversible_words().longest_at(text, at - 1);
    return phrase && phrase->text.size() == kPhrase;
  };
  for (const auto& [text, at] : {std::pair(left, at_left), std::pair(right, at_right)}) {
    if (at == 0 || at - 1 + kPhrase > text.size()) return false;
  }
  return is_listed(left, at_left) || is_listed(right, at_right) ||
         (in_words(left, at_left) && in_words(right, at_right));
}

// The reference has the character and those beside it in other places too.
bool in_term(const Change& change, std::uint32_t at) {
  constexpr std::uint32_t kBefore = 1, kTerm = 4;
  constexpr std::size_t kTimes = 2;
  if (at < kBefore || !change.count_in_reference) return false;
  const Text term = change.left_text.substr(at - kBefore, kTerm);
  return term.size() == kTerm && std::all_of(term.begin(), term.end(), is_han) &&
         change.count_in_reference(term) >= kTimes;
}

constexpr std::size_t kMostSyllables = 4;

// Whether the letters are syllables by which the characters are read, one after the other, at least `least` of them.
bool are_readings(Text chars, std::string_view letters, std::size_t least) {
  constexpr std::size_t kLongestSyllable = 6;  // zhuang
  if (letters.empty()) return least == 0;
  if (chars.empty() || !is_han(chars.front())) return false;
  for (std::size_t size = 1; size <= std::min(kLongestSyllable, letters.size()); ++size) {
    if (may_be_read(chars.front(), letters.substr(0, size)) &&
        are_readings(chars.substr(1), letters.substr(size), least > 0 ? least - 1 : 0))
      return true;
  }
  return false;
}

}  // namespace

// AB → BA with nothing else changed.
Answer rules::transposed(const Change& change) {
  const auto [left, right] = without_common_ends(change.left_words(), change.right_words());
  if (left.size() != right.size() || left.size() < 2 || left.size() > 4) return {};
  std::u32string a(left), b(right);
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  if (a != b) return {};
  std::size_t differing = 0;
  for (std::size_t i = 0; i < left.size(); ++i) differing += left[i] != right[i];
  if (differing != 2) return {};
  const auto place = [](Text passage, Text words) { return static_cast<std::uint32_t>(words.data() - passage.data()); };
  const bool set_phrase = left.size() == 2 && is_set_phrase(change.left_text, place(change.left_text, left),
                                                            change.right_text, place(change.right_text, right));
  if (set_phrase || may_be_reversed(left))
    return Verdict{"order", Severity::minor, Layer::wording, "the same words in another order"};
  return Verdict{"transposed", Severity::major, Layer::wording, "two characters changed places: " + from_to(change)};
}

namespace {

// Whether small letters of the text are the reading of the characters before them, behind them, or on both sides.
bool are_readings_put_in(Text text, TextRange<Normal> words, const std::string& letters) {
  std::u32string around(text.substr(0, words.begin));
  around += text.substr(words.end);
  const auto most = std::min<std::size_t>(words.begin, kMostSyllables);
  for (std::size_t before = 0; before <= most; ++before)
    if (are_readings(Text(around).substr(words.begin - before), letters, before)) return true;
  return false;
}

bool is_small_letter(char32_t c) { return c >= 'a' && c <= 'z'; }

// The letters that are printed there; nothing where they are not small, or not letters alone.
std::optional<std::string> printed_letters(const decltype(Change::print_left)& print, TextRange<Normal> words) {
  std::string letters = print(words);
  if (letters.size() != words.size() || !std::all_of(letters.begin(), letters.end(), is_small_letter)) return {};
  return letters;
}

// 第二次 → 第di二次ci: the other text's words with readings among them, which parted a number or a name.
std::optional<std::string> readings_among(Text words_of_other, Text text, TextRange<Normal> words,
                                          const decltype(Change::print_left)& print) {
  std::u32string rest;
  std::string all;
  std::u32string clean(text.substr(0, words.begin));  // the text so far, without readings
  for (auto at = words.begin; at < words.end;) {
    auto end = at;
    while (end < words.end && is_small_letter(text[end])) ++end;
    if (end == at) {
      rest.push_back(text[at]);
      clean.push_back(text[at++]);
      continue;
    }
    const auto letters = printed_letters(print, {at, end});
    const auto begin = static_cast<std::uint32_t>(clean.size());
    const std::u32string here = clean + std::u32string(text.substr(at));
    if (!letters || !are_readings_put_in(here, {begin, begin + (end - at)}, *letters)) return {};
    all += (all.empty() ? "" : " ") + *letters;
    at = end;
  }
  return rest == words_of_other && !all.empty() ? std::optional(all) : std::nullopt;
}

}  // namespace

// 检验 → 检yan验: a converter put the reading of a character into the text, small and without its tone. An
// abbreviation has capitals.
Answer rules::pinyin(const Change& change) {
  constexpr std::uint32_t kLeastLetters = 2, kMostLetters = 24;  // four syllables
  const auto told = [](const std::string& letters) {
    return Verdict{"corruption", Severity::major, Layer::wording, "pinyin put into the text: " + letters};
  };
  const auto [left, right] = differing(change);
  if (left.empty() == right.empty()) {
    if (left.empty() || !change.print_left || !change.print_right) return {};
    if (change.left.size() > kMostLetters || change.right.size() > kMostLetters) return {};
    auto letters = readings_among(change.left_words(), change.right_text, change.right, change.print_right);
    if (!letters) letters = readings_among(change.right_words(), change.left_text, change.left, change.print_left);
    return letters ? Answer(told(*letters)) : std::nullopt;
  }
  const auto words = left.empty() ? right : left;
  const Text text = left.empty() ? change.right_text : change.left_text;
  const auto& print = left.empty() ? change.print_right : change.print_left;
  if (words.size() < kLeastLetters || words.size() > kMostLetters || !print) return {};
  const auto letters = printed_letters(print, words);
  if (!letters || !are_readings_put_in(text, words, *letters)) return {};
  return told(*letters);
}

// 台风 → **: a filter of the page put an asterisk in place of each character.
Answer rules::masked(const Change& change) {
  constexpr std::size_t kFewest = 2;  // one is the mark of a note
  if (change.left.empty() == change.right.empty()) return {};
  const bool of_right = change.right.empty();
  const auto words = of_right ? change.left : change.right, at = of_right ? change.right : change.left;
  const Text other = of_right ? change.right_text : change.left_text;
  const auto& print = of_right ? change.print_right : change.print_left;
  if (!print || words.size() < kFewest) return {};
  const auto printed = to_utf32(
      print({at.begin > 0 ? at.begin - 1 : 0, std::min(at.end + 1, static_cast<std::uint32_t>(other.size()))}));
  const auto is_mask = [](char32_t c) { return c == '*' || c == U'＊'; };
  const auto begin = std::find_if(printed.begin(), printed.end(), is_mask);
  const auto end = std::find_if_not(begin, printed.end(), is_mask);
  if (static_cast<std::size_t>(end - begin) != words.size()) return {};
  return Verdict{"corruption", Severity::major, Layer::wording,
                 "masked by the page: " + quote(change, of_right ? change.left_words() : change.right_words())};
}

// One character, or two, for others that are read or look alike: a slip of the keyboard, of a conversion or of the eye.
// A converter's (迭代 → 叠代) harms nobody's sense; a writer's is a wrong word.
Answer rules::misprint(const Change& change) {
  constexpr std::uint32_t kMostWords = 4;
  const Text left = change.left_words(), right = change.right_words();
  if (left.size() != right.size() || left.empty() || left.size() > kMostWords) return {};
  std::size_t differing = 0;
  bool harmless = true;  // in some word it is written either way
  bool seen = false;     // and not heard
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    if (!is_han(left[i]) || !is_han(right[i])) return {};
    const bool shape = look_alike(left[i], right[i]);
    harmless = harmless && are_interchangeable(left[i], right[i]);
    // A function character is one choice of many, but not in a term of the text: 万和地产.
    const bool function =
        is_function_character(left[i]) && !in_term(change, change.left.begin + static_cast<std::uint32_t>(i));
    if (!shape && (function || !sound_alike(left[i], right[i]))) return {};
    seen = seen || shape;
    ++differing;
  }
  if (differing == 0 || differing > 2) return {};
  if (is_same_word(change, in_one_sense))
    return Verdict{"wording", Severity::minor, Layer::wording, "words that say nearly the same: " + from_to(change)};
  // 钱冬枝 → 钱冬技: behind a surname it is a name.
  if (auto name = unknown_name(change)) return name;
  return Verdict{
      "misprint", harmless ? Severity::minor : Severity::major, Layer::wording,
      (seen ? "look alike and mean something else: " : "read alike and written otherwise: ") + from_to(change)};
}

}  // namespace yiwen
