// SPDX-License-Identifier: Apache-2.0
#include "classify/dropped_clauses.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "classify/cell_kind.h"
#include "classify/phrases.h"
#include "classify/printed_words.h"
#include "classify/rule_words.h"
#include "classify/scaffolding.h"

namespace yiwen {

namespace {

// 某某说，|某某指出，: who is said to say what follows is named in the sentences before it too.
bool is_speaker_named_before(const PrintedWitness& printed, const Cell& cell, std::u32string_view words) {
  constexpr std::uint32_t kBefore = 4;         // sentences: what one speaker says in a paragraph. Range 2-5
  constexpr std::size_t kLongestSpeaker = 16;  // characters, with the verb: one who is told more of is not named again
  constexpr std::size_t kLeastName = 2;
  if (words.size() > kLongestSpeaker) return false;
  const auto& verbs = rule_words("speaker-end");
  const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const auto& v) { return words.ends_with(v); });
  if (verb == verbs.end() || words.size() < verb->size() + kLeastName) return false;
  const auto& sentences = printed.witness->sentences;
  const auto first = cell.first_sentence - std::min(cell.first_sentence, kBefore);
  const auto before = printed.witness->normal->slice({sentences[first].normal.begin, cell.range.end});
  const auto speaker = words.substr(0, words.size() - verb->size());
  if (before.find(speaker) != std::u32string_view::npos) return true;
  // 某某|在发布会上|介绍: the name, and then where it was said.
  constexpr std::u32string_view kWhere = U"在于就对向";
  const auto where = speaker.find_first_of(kWhere, kLeastName);
  return where != std::u32string_view::npos && before.find(speaker.substr(0, where)) != std::u32string_view::npos;
}

// 某某指出，2031年，…: a year or a day that the sentences before name as well.
bool is_time_named_before(const PrintedWitness& printed, const Cell& cell, std::u32string_view words) {
  constexpr std::u32string_view kTime = U"0123456789年月日";
  constexpr std::uint32_t kBefore = 4;
  if (words.empty() || words.find_first_not_of(kTime) != std::u32string_view::npos) return false;
  const auto& sentences = printed.witness->sentences;
  const auto first = cell.first_sentence - std::min(cell.first_sentence, kBefore);
  return printed.witness->normal->slice({sentences[first].normal.begin, cell.range.end}).find(words) !=
         std::u32string_view::npos;
}

// Whether each clause of the words only says again who speaks, or when.
bool are_named_before(const PrintedWitness& printed, const Cell& cell, const NormalText& left,
                      TextRange<Normal> words) {
  for (auto begin = words.begin; begin < words.end;) {
    auto end = begin + 1;
    while (end < words.end && !left.clause_begins(end)) ++end;
    const auto clause = left.slice({begin, end});
    if (!is_speaker_named_before(printed, cell, clause) && !is_time_named_before(printed, cell, clause)) return false;
    begin = end;
  }
  return !words.empty();
}

// 某某|19日在通气会上回答提问时说|，…: how, when and where it was said, by whom both texts name.
bool tells_how_it_was_said(const NormalText& normal, TextRange<Normal> sentence, TextRange<Normal> clause) {
  constexpr std::uint32_t kLongest = 24;  // characters; range 20-30
  if (clause.begin == sentence.begin || clause.size() > kLongest || normal.clause_begins(clause.begin)) return false;
  for (auto at = clause.begin + 1; at < clause.end; ++at)
    if (normal.clause_begins(at)) return false;
  return normal.clause_begins(clause.end) && ends_with_one_of(normal.slice(clause), rule_words("speaker-end"));
}

// 某网3月5日|电3月5日某局|表示 → 某局表示: the day stands in the head of the dispatch and again in its first words.
bool begins_in_dateline(const NormalText& normal, TextRange<Normal> words) {
  constexpr std::uint32_t kLongest = 16;  // characters: the end of the head, a day, a word. Range 12-24
  if (words.begin == 0 || words.size() > kLongest || normal.chars[words.begin - 1] != U'日') return false;
  return begins_with_one_of(normal.slice(words), rule_words("wire-report"));
}

// 2026年3月5日，某局表示… → 某局5日表示…: the day stands in another place of the sentence.
bool is_day_said_beside(const PrintedWitness& printed, const Cell& cell, std::u32string_view words) {
  constexpr std::u32string_view kNumerals = U"0123456789〇一二三四五六七八九十";
  if (words.size() < 3 || (words.back() != U'日' && words.back() != U'号')) return false;
  if (words.find_first_not_of(std::u32string(kNumerals) + U"年月日号") != std::u32string_view::npos) return false;
  const auto month = words.find_last_of(U'月');
  if (month == std::u32string_view::npos) return false;
  return printed.witness->normal->slice(cell.range).find(words.substr(month + 1)) != std::u32string_view::npos;
}

}  // namespace

bool is_put_in_elsewhere(const NormalText& left, const NormalText& right, const std::vector<Edit>& edits,
                         const Edit& gone) {
  return gone.right.empty() && std::any_of(edits.begin(), edits.end(), [&](const Edit& other) {
           return share_of_characters(left.slice(gone.left), right.slice(other.right)) >= kMovedShare;
         });
}

std::optional<TextRange<Normal>> clause_beside(const PrintedWitness& printed, const Cell& cell,
                                               std::u32string_view words) {
  constexpr std::uint32_t kBeside = 1;  // sentences on either side
  const auto& sentences = printed.witness->sentences;
  if (cell.last_sentence >= sentences.size()) return {};
  const auto first = cell.first_sentence - std::min(cell.first_sentence, kBeside);
  const auto last = std::min<std::size_t>(cell.last_sentence + kBeside, sentences.size() - 1);
  const auto begin = sentences[first].normal.begin;
  const auto at = printed.witness->normal->slice({begin, sentences[last].normal.end}).find(words);
  if (at == std::u32string_view::npos) return {};
  const auto found = begin + static_cast<std::uint32_t>(at);
  return TextRange<Normal>{found, found + static_cast<std::uint32_t>(words.size())};
}

Finding omitted_clause(std::span<const PrintedWitness> witnesses, const DiffedRow& row, std::size_t c,
                       const Edit& edit) {
  // Share of a sentence's units that the reference has too; where less is, the rest was told anew and not kept. A
  // sentence that a desk edited keeps .4 and more. Range .3-.4.
  constexpr double kKept = 0.35;
  const auto& cell = row.row->cells[c];
  const auto& reference = row.row->cells[0];
  const auto& left = witnesses[reference.witness];
  Finding finding;
  finding.type = FindingType::omission;
  finding.kind = "dropped-clause";
  finding.cluster = row.index;
  finding.place =
      Place{cell.witness, printed_without(witnesses[cell.witness], edit.right, cell.range, left, edit.left)};
  finding.other = Place{reference.witness, left.printed(edit.left)};
  const auto words = left.witness->normal->slice(edit.left);
  // 某某股份有限公司（以下简称“某某”） → 某某
  constexpr std::size_t kLongestFullName =
      30;  // characters, both names; a clause that tells more is longer. Range 25-40
  const bool full_name = words.size() <= kLongestFullName && holds_one_of(words, rule_words("short-name"));
  const bool dateline = (is_dateline(words) && !begins_with_one_of(words, rule_words("citing"))) ||  // not 据新华社报道
                        begins_in_dateline(*left.witness->normal, edit.left);
  const bool named = are_named_before(witnesses[cell.witness], cell, *left.witness->normal, edit.left) ||
                     tells_how_it_was_said(*left.witness->normal, reference.range, edit.left);
  const bool retold = row.diffs[c].shared_units < kKept * row.diffs[c].right_units;
  const std::array<std::pair<bool, const char*>, 8> harmless = {{
      {dateline, "the head of a report by wire"},
      {is_picture_credit(words), "who took a picture"},
      {named, "who speaks is named before"},
      {is_day_said_beside(witnesses[cell.witness], cell, words), "the day is said in another place of the sentence"},
      {is_scaffolding(words), "words of the speaker to the audience"},
      {full_name, "the whole name of what is called by a short one"},
      {is_title_or_caption(witnesses[cell.witness], cell) && !is_title_or_caption(left, reference),
       "a headline leaves out what it likes"},
      {retold, "a clause of a sentence that is told in other words"},
  }};
  const auto reason = std::ranges::find_if(harmless, [](const auto& r) { return r.first; });
  finding.severity = reason != harmless.end() ? Severity::minor : Severity::major;
  finding.why = reason != harmless.end() ? reason->second : "a clause of a sentence that is otherwise kept";
  return finding;
}

}  // namespace yiwen
