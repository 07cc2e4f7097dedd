// SPDX-License-Identifier: Apache-2.0
#include "classify/cut_findings.h"

#include <algorithm>

#include "base/char_class.h"
#include "base/utf8.h"
#include "classify/torn_heads.h"

namespace yiwen {

namespace {

// Characters on either side of a cut that a finding shows.
constexpr std::uint32_t kShown = 6;
// Of the lines between the halves of a sentence, so many: a running head. Range 30-60.
constexpr std::uint32_t kLongestShown = 40;

// The lines that are no story between the halves of a sentence; the second begins with the character `at`.
std::string lines_between(const PrintedWitness& printed, std::uint32_t at) {
  const auto& from = printed.witness->normal->from;
  if (at == 0 || at >= from.size()) return {};
  const auto gap = printed.text.substr(from[at - 1].end, from[at].begin - from[at - 1].end);
  const auto first = gap.find('\n'), last = gap.rfind('\n');
  if (first == std::string_view::npos) return {};
  std::string lines;
  std::uint32_t length = 0;
  bool parted = false;
  for (auto here = static_cast<std::uint32_t>(first); here < last;) {
    const auto begin = here;
    if (is_space(next_code_point(gap, here))) {
      parted = !lines.empty();
      continue;
    }
    if (++length > kLongestShown) return lines + "…";
    if (std::exchange(parted, false)) lines += ' ';
    lines += gap.substr(begin, here - begin);
  }
  return lines;
}

}  // namespace

bool trails_off(const PrintedWitness& printed, const Sentence& sentence) {
  std::uint32_t at = sentence.range.end;
  if (at == 0) return false;
  const char32_t last = previous_code_point(printed.text, at);
  return last == U'…' || (last == '.' && at > 0 && previous_code_point(printed.text, at) == '.');
}

std::optional<std::uint32_t> break_in(const Witness& witness, const Sentence& sentence) {
  if (!sentence.cut) return {};
  return witness.normal->to_normal({sentence.range.begin, sentence.cut->begin}).end;
}

CutFindings::CutFindings(std::span<const PrintedWitness> witnesses)
    : witnesses_(witnesses), heads_(witnesses.size()), tails_(witnesses.size()) {
  for (const auto& witness : witnesses) line_ends_.push_back(line_ends_of(witness));
}

bool CutFindings::is_own_line_end(std::uint32_t w, std::uint32_t at) const {
  if (line_ends_[w].verse || !line_ends_[w].clauses) return line_ends_[w].verse;
  const auto& printed = witnesses_[w];
  const auto& from = printed.witness->normal->from;
  if (at == 0 || at >= from.size()) return false;
  for (auto mark = from[at - 1].end; mark < from[at].begin;) {
    const char32_t c = next_code_point(printed.text, mark);
    if (is_line_break(c)) return false;
    if (parts_clauses(c)) return true;
  }
  return false;
}

CodePointRange CutFindings::beside(std::uint32_t w, std::uint32_t at, TextRange<Normal> sentence) const {
  const auto from = at > sentence.begin + kShown ? at - kShown : sentence.begin;
  const auto to = std::min(sentence.end, at + kShown);
  return witnesses_[w].printed({from, to});
}

Finding& CutFindings::add(std::uint32_t w, const char* kind, CodePointRange range, Severity severity, std::string why) {
  Finding& finding = findings_.emplace_back();
  finding.type = FindingType::truncation;
  finding.kind = kind;
  finding.place = Place{w, range};
  finding.severity = severity;
  finding.why = std::move(why);
  return finding;
}

void CutFindings::add_split(std::uint32_t w, std::uint32_t at, TextRange<Normal> sentence, std::optional<Place> other) {
  if (!seams_.insert({w, at}).second) return;
  const bool common = common_breaks_.contains({w, at});
  const bool own = !common && is_own_line_end(w, at);
  const auto between = lines_between(witnesses_[w], at);
  std::string why = common ? "a break in the middle of a sentence, where every text has it"
                           : "a break in the middle of a sentence that goes on behind it";
  if (own) why = "a line ends in the middle of a sentence, as the lines of this text do";
  if (!common && !own && !between.empty()) why = "a sentence is broken off and goes on behind: " + between;
  add(w, "split-mid-sentence", beside(w, at, sentence), common || own ? Severity::folded : Severity::minor,
      std::move(why))
      .other = other;
}

void CutFindings::add_head(const WordsInRow& words, Place other, Severity severity, const char* why) {
  const auto at = words.words.begin;
  const auto& witness = *witnesses_[words.witness].witness;
  const auto& sentence = witness.sentences[words.first_sentence];
  if (sentence.kind != BlockKind::body) return;
  const bool behind_break = break_in(witness, sentence) == at;
  if (!behind_break && (!sentence.starts_block || at != sentence.normal.begin)) return;
  const auto& text = witnesses_[words.witness].text;
  if (begins_article(text.substr(witness.normal->from[at].begin))) return;
  if (!take_head(words.witness, at)) return;
  add(words.witness, "head-missing", beside(words.witness, at, {at, sentence.normal.end}), severity, why).other = other;
}

void CutFindings::add_tail(const WordsInRow& words, Place other, bool in_clause, Severity severity, const char* why) {
  const auto at = words.words.end;
  const auto& witness = *witnesses_[words.witness].witness;
  const auto& sentence = witness.sentences[words.last_sentence];
  // A heading may condense a sentence to its begin, but hardly to half a clause of it; and below the story there is
  // none.
  const bool last = std::none_of(witness.sentences.begin() + words.last_sentence + 1, witness.sentences.end(),
                                 [](const Sentence& s) { return s.kind == BlockKind::body; });
  if (sentence.kind != BlockKind::body && !(sentence.kind == BlockKind::heading && (in_clause || last))) return;
  const bool before_break = break_in(witness, sentence) == at;
  const bool trails = trails_off(witnesses_[words.witness], sentence);
  const bool stopped = sentence.ends_with_stop && !trails;
  if (!before_break && (!sentence.ends_block || stopped || at != sentence.normal.end)) return;
  if (!take_tail(words.witness, at)) return;
  if (trails) severity = std::min(severity, Severity::major), why = "a paragraph trails off where another text goes on";
  add(words.witness, "tail-missing", beside(words.witness, at, {sentence.normal.begin, at}), severity, why).other =
      other;
}

}  // namespace yiwen
