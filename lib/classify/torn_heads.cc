// SPDX-License-Identifier: Apache-2.0
#include "classify/torn_heads.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/char_class.h"
#include "base/utf8.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/scaffolding.h"
#include "diff/numerals.h"
#include "diff/titles.h"
#include "extract/word_seam.h"
#include "segment/units.h"

namespace yiwen {

namespace {

// Most of the words are put in at another place, in whatever order: 评级机构将东国… → 东国将评级机构…
bool stands_elsewhere(std::u32string_view lost, const NormalText& other, const std::vector<Edit>& edits) {
  return std::any_of(edits.begin(), edits.end(), [&](const Edit& edit) {
    return share_of_characters(lost, other.slice(edit.right)) >= kMovedShare;
  });
}

// Words that are a part of what is said, and not what somebody is called or said to have said.
bool is_part_of_what_is_said(const NormalText& normal, TextRange<Normal> head) {
  const auto words = normal.slice(head);
  const bool reporter = holds_one_of(words, rule_words("wire-sender")) && words.ends_with(U'从');  // 记者26日从|某局
  const bool before_post =  // 某局某处|处长某某
      ends_with_one_of(words, rule_words("office-end")) && title_at(normal.chars, head.end);
  return !reporter && !before_post && !is_scaffolding(words) && !is_dateline(words) &&
         !ends_with_one_of(words, rule_words("speaker-end")) && !ends_with_title(words);
}

// Whether words begin with a clause that ends where the other text, from `at` on the same, goes on: an editor moved a
// day to the front (某局4月16日在…举行 → 4月16日，某市举行). A torn sentence keeps its marks.
bool has_own_first_clause(const NormalText& normal, TextRange<Normal> words, const NormalText& other,
                          std::uint32_t at) {
  for (auto here = words.begin; here < words.end && at < other.chars.size(); ++here, ++at) {
    if (here > words.begin && (normal.clause_begins(here) || other.clause_begins(at))) return !other.clause_begins(at);
    if (normal.chars[here] != other.chars[at]) return false;
  }
  return false;
}

// Whether words go on as the other text does behind its begin, which they lack: 某局局长3月6日在会上说 →
// 3月6日下午，大会… is another sentence.
bool goes_on_alike(const Lost& head, const std::vector<Edit>& edits, TextRange<Normal> words) {
  constexpr std::uint32_t kLeastAlike = 6;  // characters; a day has up to five. Range 6-10
  for (const auto& edit : edits) {
    if (edit.left.begin >= head.edits.end)
      return edit.left.begin - head.lost.end >= std::min(kLeastAlike, words.size());
  }
  return true;
}

bool begins_sentence(const Witness& witness, std::uint32_t at) {
  const auto& all = witness.sentences;
  return std::any_of(all.begin(), all.end(),
                     [&](const Sentence& s) { return s.normal.begin == at && !s.normal.empty(); });
}

bool is_mark_inside(char32_t c) {
  return std::u32string_view(U"，、,。；;：:）)」』》％%").find(horizontal_mark(c)) != std::u32string_view::npos;
}

// HARROW FALLS, Oct. 9 — The: with the dash, words before a story say where and when it was written.
std::size_t dash_in(std::string_view text) {
  constexpr std::array<std::string_view, 3> kDashes = {"—", "–", "--"};
  std::size_t first = std::string_view::npos;
  for (const auto dash : kDashes) first = std::min(first, text.find(dash));
  return first;
}

bool is_whole_dateline(const PrintedWitness& printed, TextRange<Normal> words) {
  const auto& from = printed.witness->normal->from;
  if (words.end >= from.size()) return false;
  const auto begin = from[words.end - 1].end;
  return dash_in(printed.text.substr(begin, from[words.end].begin - begin)) != std::string_view::npos;
}

// Where a dateline ends that a paragraph begins with, as an offset in it: at the dash, or behind 日电, 日讯.
std::size_t end_of_dateline(std::string_view paragraph) {
  constexpr std::size_t kLongest = 60;  // bytes: a paper, a city, a day. Range 40-80
  constexpr std::array<std::string_view, 4> kSent = {"日电", "日電", "日讯", "日訊"};
  paragraph = paragraph.substr(0, kLongest);
  std::size_t first = dash_in(paragraph);
  for (const auto sent : kSent) first = std::min(first, paragraph.find(sent));
  return first;
}

bool is_inside_dateline(const PrintedWitness& printed, const WordsInRow& whole, std::uint32_t at) {
  const auto& sentence = printed.witness->sentences[whole.first_sentence];
  const auto& from = printed.witness->normal->from;
  if (!sentence.starts_block || at >= from.size()) return false;
  const auto end = end_of_dateline(printed.text.substr(sentence.range.begin, sentence.range.size()));
  return end != std::string_view::npos && from[at].begin < sentence.range.begin + end;
}

// Whether the place is inside a word, or a number.
bool parts_word(const PrintedWitness& printed, std::uint32_t at) {
  const auto& normal = *printed.witness->normal;
  if (at == 0 || at >= normal.from.size() || normal.from[at - 1].end != normal.from[at].begin) return false;
  if (!is_han(normal.chars[at - 1]) && !is_han(normal.chars[at])) return true;
  return splits_word(printed.text.substr(0, normal.from[at].begin), printed.text.substr(normal.from[at].begin));
}

}  // namespace

bool begins_article(std::string_view paragraph) {
  constexpr std::u32string_view kParts = U"条條章节節款项項编編";
  constexpr std::u32string_view kCiting = U"规規的之第中所至及和与與、，,》";
  std::uint32_t at = 0;
  if (paragraph.empty() || next_code_point(paragraph, at) != U'第') return false;
  std::uint32_t numerals = 0;
  while (at < paragraph.size()) {
    const char32_t c = next_code_point(paragraph, at);
    if (is_digit(c) || is_numeral(c)) {
      ++numerals;
      continue;
    }
    if (numerals == 0 || kParts.find(c) == kParts.npos || at >= paragraph.size()) return false;
    return kCiting.find(next_code_point(paragraph, at)) == kCiting.npos;
  }
  return false;
}

bool begins_block(const PrintedWitness& printed, const WordsInRow& side) {
  const auto& sentence = printed.witness->sentences[side.first_sentence];
  return sentence.starts_block && sentence.normal.begin == side.words.begin;
}

bool is_set_off_dateline(const PrintedWitness& printed, TextRange<Normal> words) {
  constexpr std::uint32_t kLongest = 60;  // characters: a city, a day, an agency, a reporter. Range 40-80
  const auto& from = printed.witness->normal->from;
  if (words.empty() || words.size() > kLongest || words.end >= from.size()) return false;
  const auto begin = from[words.end - 1].end;
  const auto gap = printed.text.substr(begin, from[words.end].begin - begin);
  const auto head = printed.text.substr(from[words.begin].begin, begin - from[words.begin].begin);
  if (gap.find('=') != std::string_view::npos) return true;
  constexpr std::size_t kLongestAgency = 12;  // letters: AP, Reuters, Bernama
  const auto open = head.rfind('(');
  if (gap.find(')') != std::string_view::npos && open != std::string_view::npos &&
      head.size() - open <= kLongestAgency + 1)
    return true;
  if (dash_in(gap) == std::string_view::npos) return false;
  const auto city = head.substr(0, head.find_first_of(" ,."));
  constexpr std::size_t kShortestCity = 3;  // in capitals: A, I and an ordinal of Rome (II) are none
  return city.size() >= kShortestCity &&
         std::all_of(city.begin(), city.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
}

bool is_inside_clause(const NormalText& normal, TextRange<Normal> head) {
  return !normal.clause_begins(head.end) && is_part_of_what_is_said(normal, head);
}

bool is_head_of(const Lost& head, const NormalText& other, const NormalText& normal, TextRange<Normal> words,
                const std::vector<Edit>& edits) {
  return text_length(other, head.lost) >= kLeastLost && is_inside_clause(other, head.lost) &&
         !has_own_first_clause(normal, words, other, head.lost.end) && goes_on_alike(head, edits, words) &&
         !stands_elsewhere(other.slice(head.lost), normal, edits);
}

bool begins_with_mark(const PrintedWitness& printed, const WordsInRow& side) {
  if (!begins_block(printed, side)) return false;
  auto at = printed.witness->sentences[side.first_sentence].range.begin;
  return is_mark_inside(next_code_point(printed.text, at));
}

bool is_head_before_mark(const Lost& head, const NormalText& other, const PrintedWitness& torn, const WordsInRow& cut,
                         const std::vector<Edit>& edits) {
  return !head.lost.empty() && begins_with_mark(torn, cut) &&
         !stands_elsewhere(other.slice(head.lost), *torn.witness->normal, edits);
}

bool is_head_of_text(const Lost& head, const PrintedWitness& printed, const WordsInRow& whole,
                     const PrintedWitness& torn, const WordsInRow& cut, const std::vector<Edit>& edits) {
  const auto& normal = *printed.witness->normal;
  if (head.lost.empty() || cut.first_sentence != 0 || torn.article->title || !begins_block(torn, cut)) return false;
  if (whole.first_sentence == 0 || is_whole_dateline(printed, head.lost)) return false;
  if (begins_sentence(*printed.witness, head.lost.end) || !goes_on_alike(head, edits, cut.words)) return false;
  if (stands_elsewhere(normal.slice(head.lost), *torn.witness->normal, edits)) return false;
  return is_inside_dateline(printed, whole, head.lost.end) || parts_word(printed, head.lost.end) ||
         (text_length(normal, head.lost) >= kLeastLost && is_part_of_what_is_said(normal, head.lost));
}

}  // namespace yiwen
