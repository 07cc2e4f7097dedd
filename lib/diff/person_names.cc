// SPDX-License-Identifier: Apache-2.0
//
//   院长 杜怀山 今年      杜 is a surname, 怀 and 山 are no word together with it, 今年 is one without 山
//   专家 高度 重视        高 is a surname, but 高度 is a word
//   市长 王强 会见 客人   会 begins a word: the name has two characters
//   局长 曾 多次 访问     曾 is as often a word: a name only where the words around it leave nothing else
//   由 李强 主持          no title, but a word before it and one behind it that stand around a person
//
// What the rules miss is still compared, only a character at a time; what they wrongly take for a name would make a
// critical finding of 高度重视 → 高度关注. So where they are not sure they find none.
#include "diff/person_names.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "base/char_class.h"
#include "base/words_by_role.h"
#include "diff/titles.h"
#include "diff/word_breaks.h"
#include "diff/word_list.h"

namespace yiwen {

namespace embedded {
extern const std::string_view diff_name_words_tsv;
extern const std::string_view diff_surnames_txt;
}  // namespace embedded

namespace {

using Text = std::u32string_view;

// What the second or third character of a name hardly ever is, and the first one behind a name often.
constexpr Text kBehindNames =
    U"和与及等在对将从就于为也都还是的了到赴率同并又已把被由我你他她它这那地得着过来去送接看听问请让给做打拿走跑坐站带"
    U"领说";
// What ends the name of a body or a kind and not of a person: 韩方表示, 管委会指出, 劳动者.
constexpr Text kBodies = U"方会社部委某队厂院局处馆者人员性";

// And what ends the name of a place: 江北区, 陈家村.
constexpr Text kPlaces = U"村庄镇乡县市省区州路街屯国坝寺站";

// What stands between a surname and a title and belongs to the title.
constexpr Text kMarksOfRank = U"前原副代";

// How far the words around a name are looked at: ICU cuts a word by what stands around it.
constexpr std::size_t kContext = 10;

bool in(Text set, char32_t c) { return set.find(c) != Text::npos; }

const Words& name_words(std::string_view role) {
  static const WordsByRole kWords(embedded::diff_name_words_tsv);
  return kWords.of(role);
}

// A surname with what stands behind it.
struct Start {
  std::uint32_t surname = 1;  // characters
  bool common_word = false;
  std::vector<char> breaks;  // of the text from the surname on: a word begins with character i

  // One dictionary word from character i up to, not including, character k.
  [[nodiscard]] bool is_word(std::uint32_t i, std::uint32_t k) const {
    if (k >= breaks.size() || !breaks[i] || !breaks[k]) return false;
    return std::none_of(breaks.begin() + i + 1, breaks.begin() + k, [](char b) { return b != 0; });
  }
};

const WordList& surnames() {
  static const WordList kSurnames(embedded::diff_surnames_txt);
  return kSurnames;
}

struct Surname {
  std::uint32_t length;
  bool common_word;
};

std::optional<Surname> surname_of(Text rest) {
  const auto* surname = surnames().longest_at(rest, 0);
  if (!surname || begins_with_one_of(rest, name_words("not-name"))) return {};
  return Surname{static_cast<std::uint32_t>(surname->text.size()), !surname->note.empty()};
}

std::optional<Start> start_at(Text rest) {
  const auto surname = surname_of(rest);
  if (!surname) return {};
  Start start{surname->length, surname->common_word, {}};
  if (rest.size() <= start.surname || !is_han(rest[start.surname])) return {};
  if (begins_with_one_of(rest.substr(start.surname), name_words("saying"))) return {};
  start.breaks = word_breaks(rest.substr(0, kContext));
  return start;
}

// The name before a verb of saying, which stands behind one or two characters of given name.
std::uint32_t saying_name(Text rest, const Start& start) {
  const auto s = start.surname;
  for (const std::uint32_t end : {s + 1, s + 2}) {
    if (rest.size() < end || !begins_with_one_of(rest.substr(end), name_words("saying"))) continue;
    if (!is_han(rest[end - 1]) || in(kBehindNames, rest[end - 1]) || in(kBodies, rest[end - 1])) return 0;
    // 教授严肃指出, 村民曾说: a word, or a common word and a word, are no name.
    if (start.is_word(0, end)) return 0;
    if (start.common_word && (end == s + 1 || start.is_word(s, end) || in(kBehindNames, rest[s]))) return 0;
    return end;
  }
  return 0;
}

// Whether the characters can be what a person is given behind a surname: not a form of address, as in 张|师傅.
bool may_be_given(Text given) {
  if (const auto title = title_at(given, 0); title && title->length == given.size()) return false;
  return !given.empty() && std::all_of(given.begin(), given.end(), is_han) &&
         std::none_of(given.begin(), given.end(), [](char32_t c) { return in(kBehindNames, c); }) && given != U"家" &&
         !in(kBodies, given.back()) && (!in(kPlaces, given.back()) || (given.size() == 2 && given.back() == U'国'));
}

// Where words begin from `at` on, up to some characters behind `length` more.
std::vector<char> breaks_from(Text clause, std::size_t at, std::uint32_t length) {
  const auto begin = at > kContext ? at - kContext : 0;
  auto breaks = word_breaks(clause.substr(begin, at - begin + length + kContext));
  breaks.erase(breaks.begin(), breaks.begin() + static_cast<std::ptrdiff_t>(at - begin));
  return breaks;
}

// Surname and given name that are no word, and not cut from the middle of one. `sure`: what stands around them is
// evidence enough for a given name that makes a word with the surname.
bool may_be_name(const std::vector<char>& breaks, std::uint32_t length, bool sure) {
  if (!breaks[0]) return false;
  const auto whole = [&](std::uint32_t end) {
    return breaks[end] && std::none_of(breaks.begin() + 1, breaks.begin() + end, [](char b) { return b != 0; });
  };
  // 方面军, 江苏省: a word and what belongs to it.
  return !whole(length) && !(length > 2 && whole(2) && !sure);
}

}  // namespace

std::uint32_t name_among_words(Text clause, std::size_t at) {
  const Text rest = clause.substr(at), before = clause.substr(0, at);
  const auto surname = surname_of(rest);
  if (!surname) return 0;
  const bool begins = before.empty(), led = ends_with_one_of(before, name_words("before-person"));
  for (const auto end : {surname->length + 2, surname->length + 1}) {
    if (rest.size() < end) continue;
    const Text given = rest.substr(surname->length, end - surname->length), behind = rest.substr(end);
    if (!may_be_given(given)) continue;
    if (in(kMarksOfRank, given.back()) && title_at(rest, end)) continue;  // 顾|前院长
    // Two characters of which one is a common word are too little.
    if (surname->common_word && (given.size() < 2 || !led)) continue;
    const bool full = given.size() == 2 && !surname->common_word;
    const bool does =
        begins_with_one_of(behind, name_words("person-does")) || begins_with_one_of(behind, name_words("saying"));
    const bool around =
        (led || (begins && full)) && (does || begins_with_one_of(behind, name_words("person-in-frame")));
    const bool titled = begins_with_one_of(behind, name_words("behind-person")) && (full || led || begins);
    const bool met = ends_with_one_of(before, name_words("met-person")) && given.size() == 2;
    const bool subject = begins && full && begins_with_one_of(behind, name_words("behind-subject"));
    const bool joined = led && full && (behind.empty() || begins_with_one_of(behind, name_words("list-goes-on")));
    if (!around && !titled && !met && !subject && !joined && !(begins && does)) continue;
    if (may_be_name(breaks_from(clause, at, end), end, around)) return end;
  }
  return 0;
}

std::uint32_t name_in_list(Text clause, bool behind_name, Text next) {
  const auto length_in = [](Text item) -> std::uint32_t {
    const auto surname = surname_of(item);
    if (!surname) return 0;
    for (const auto end : {surname->length + 2, surname->length + 1}) {
      if (item.size() < end || !may_be_given(item.substr(surname->length, end - surname->length))) continue;
      if (item.size() > end && !begins_with_one_of(item.substr(end), name_words("list-goes-on"))) continue;
      if (surname->common_word && end == surname->length + 1) continue;
      if (may_be_name(breaks_from(item, 0, end), end, false)) return end;
    }
    return 0;
  };
  const auto length = length_in(clause);
  if (length == 0 || behind_name) return length;
  // 李强|和|王毅|会见
  if (length + 1 < clause.size() && name_among_words(clause, length + 1) > 0) return length;
  return length == clause.size() && (length_in(next) > 0 || name_among_words(next, 0) > 0) ? length : 0;
}

std::uint32_t name_behind_title(Text rest) {
  const auto start = start_at(rest);
  if (!start) return 0;
  if (const auto length = saying_name(rest, *start); length > 0) return length;
  const auto s = start->surname;
  if (rest[s] == U'某') return s + (rest.substr(s).starts_with(U"某某") ? 2 : 1);
  if (!start->breaks[s]) return 0;  // 专家高度重视
  // 主任应到会, 局长曾多次
  if (start->common_word && (in(kBehindNames, rest[s]) || start->is_word(s, s + 2))) return 0;
  const bool third = rest.size() > s + 1 && is_han(rest[s + 1]) && !in(kBehindNames, rest[s + 1]) &&
                     (rest.size() == s + 2 || start->breaks[s + 2]) &&
                     (start->breaks[s + 1] || start->is_word(s, s + 2));
  if (third) return s + 2;
  // A word that begins with the third character (会见, 召开) is not the name's. Two characters of which one is a common
  // word are too little.
  if (start->common_word || (rest.size() > s + 1 && !start->breaks[s + 1])) return 0;
  return s + 1;
}

std::uint32_t name_before_saying(Text rest, bool begins_clause) {
  const auto start = start_at(rest);
  // In the middle of a clause a word may go on: 工人|高声说.
  if (!start || (!begins_clause && !start->breaks[start->surname])) return 0;
  return saying_name(rest, *start);
}

std::optional<UnknownName> unknown_name_at(Text clause, std::size_t at) {
  const Text rest = clause.substr(at);
  const auto surname = surname_of(rest);
  if (!surname || surname->common_word || is_dwelling(clause, at)) return {};
  const auto s = surname->length, end = s + 2;
  if (rest.size() < end || !may_be_given(rest.substr(s, 2))) return {};
  const auto breaks = breaks_from(clause, at, end);
  if (!may_be_name(breaks, end, false) || !breaks[s] || !breaks[end]) return {};
  return UnknownName{end, breaks[s + 1] == 0};
}

bool has_form_of_name(Text words) {
  const auto surname = surname_of(words);
  return surname && words.size() == surname->length + 2 && may_be_given(words.substr(surname->length));
}

bool may_be_name_of_common_surname(Text words) {
  const auto surname = surname_of(words);
  if (!surname || !surname->common_word || words.size() != surname->length + 2) return false;
  return may_be_given(words.substr(surname->length)) && breaks_from(words, 0, surname->length + 2)[surname->length];
}

bool could_be_name(Text words) {
  const auto surname = surname_of(words);
  if (!surname || words.size() <= surname->length || words.size() > surname->length + 2) return false;
  return may_be_given(words.substr(surname->length)) &&
         may_be_name(breaks_from(words, 0, static_cast<std::uint32_t>(words.size())),
                     static_cast<std::uint32_t>(words.size()), false);
}

bool is_dwelling(Text text, std::size_t at) {
  constexpr Text kDwellings = U"楼房";
  constexpr std::size_t kLongestCalling = 4;
  if (at >= text.size() || kDwellings.find(text[at]) == Text::npos) return false;
  const auto begin = at - std::min(at, kLongestCalling);
  return ends_with_title(text.substr(begin, at - begin));
}

bool begins_with_surname(Text text) { return surnames().longest_at(text, 0) != nullptr; }

bool is_surname(Text word) {
  const auto* surname = surnames().longest_at(word, 0);
  return surname && surname->text.size() == word.size();
}

bool ends_calling(char32_t c) { return in(U"员师手工家者人长民医生兵农匠友", c); }

}  // namespace yiwen
