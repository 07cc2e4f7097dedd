// SPDX-License-Identifier: Apache-2.0
//
//   院长 杜怀山 今年      杜 is a surname, 怀 and 山 are no word together with it, 今年 is one without 山
//   专家 高度 重视        高 is a surname, but 高度 is a word
//   市长 王强 会见 客人   会 begins a word: the name has two characters
//   局长 曾 多次 访问     曾 is as often a word: a name only where the words around it leave nothing else
//
// What the rules miss is still compared, only a character at a time; what they wrongly take for a name would make a
// critical finding of 高度重视 → 高度关注. So where they are not sure they find none.
#include "diff/person_names.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/char_class.h"
#include "base/words_by_role.h"
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
// What ends the name of a body and not of a person: 韩方表示, 管委会指出.
constexpr Text kBodies = U"方会社部委某队厂院局处";

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

std::optional<Start> start_at(Text rest) {
  const auto* surname = surnames().longest_at(rest, 0);
  if (!surname || begins_with_one_of(rest, name_words("not-name"))) return {};
  Start start{static_cast<std::uint32_t>(surname->text.size()), !surname->note.empty(), {}};
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

}  // namespace

std::uint32_t name_behind_title(Text rest) {
  const auto start = start_at(rest);
  if (!start) return 0;
  if (const auto length = saying_name(rest, *start); length > 0) return length;
  const auto s = start->surname;
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

bool is_surname(Text word) {
  const auto* surname = surnames().longest_at(word, 0);
  return surname && surname->text.size() == word.size();
}

bool ends_calling(char32_t c) { return in(U"员师手工家者人长民医生兵农匠友", c); }

}  // namespace yiwen
