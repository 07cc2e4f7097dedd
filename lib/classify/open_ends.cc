// SPDX-License-Identifier: Apache-2.0
#include "classify/open_ends.h"

#include <algorithm>

#include "base/char_class.h"
#include "base/utf8.h"
#include "classify/list_marks.h"
#include "classify/page_furniture.h"

namespace yiwen {

namespace {

// A paragraph must have so many characters (text_length) for its missing full stop to mean anything; shorter ones are
// labels. Range 15-30.
constexpr std::uint32_t kLeastParagraph = 20;
// In a text where fewer paragraphs than this end with a full stop, a missing one is its style. Range .6-.9.
constexpr double kStopsAreStyle = 0.7;
// Paragraphs with one that tell by themselves that the only other has lost its own. Range 2-3.
constexpr std::uint32_t kLeastStopped = 2;

// Of the paragraph that the sentence stands in.
std::uint32_t paragraph_length(const Witness& witness, std::uint32_t sentence) {
  const auto in_paragraph = [&](std::uint32_t s) {
    return s < witness.sentences.size() && witness.sentences[s].block == witness.sentences[sentence].block;
  };
  std::uint32_t length = 0;
  for (auto s = sentence + 1; in_paragraph(s); ++s) length += text_length(*witness.normal, witness.sentences[s].normal);
  for (auto s = sentence + 1; s > 0 && in_paragraph(s - 1); --s)
    length += text_length(*witness.normal, witness.sentences[s - 1].normal);
  return length;
}

// A picture - 某某通讯社: behind a dash, who made it.
bool ends_with_maker(std::u32string_view words) {
  constexpr std::size_t kLongestName = 12;  // characters; names of agencies have up to ten. Range 10-16
  constexpr std::u32string_view kMakers = U"社网報报台";
  const auto dash = words.rfind(U" - ");
  return dash != std::u32string_view::npos && words.size() - dash <= kLongestName + 3 &&
         kMakers.find(words.back()) != std::u32string_view::npos;
}

// 2031年3月5日 4:21PM behind the last full stop: when the page was made. 了解更多 ► 立即参加: the arrow of a link
// stands before its last words. Or who made a picture.
bool is_stamp_or_link(std::string_view printed) {
  constexpr std::u32string_view kStamp = U"0123456789年月日时時分秒:： -/.APMapm";
  constexpr std::u32string_view kArrows = U"►▶▸»→➜➤👉☞";
  constexpr std::size_t kLongestLabel = 8;  // characters behind the arrow; range 6-12
  const auto words = to_utf32(printed);
  if (ends_with_maker(words)) return true;
  if (std::any_of(words.begin(), words.end(), is_digit) && words.find_first_not_of(kStamp) == std::u32string::npos)
    return true;
  const auto arrow = words.find_last_of(kArrows);
  return arrow != std::u32string::npos && words.size() - arrow <= kLongestLabel + 1;
}

}  // namespace

bool ends_most_paragraphs_with_stop(const Witness& witness) {
  std::uint32_t paragraphs = 0, stops = 0;
  for (std::size_t s = 0; s < witness.sentences.size(); ++s) {
    const auto& sentence = witness.sentences[s];
    if (sentence.kind != BlockKind::body || !sentence.ends_block || witness.units[s].size() < kLeastParagraph) continue;
    ++paragraphs;
    stops += sentence.ends_with_stop;
  }
  // One that is cut is no matter of style: of three, the other two tell.
  const bool one_open = stops >= kLeastStopped && stops + 1 == paragraphs;
  return one_open || stops >= kStopsAreStyle * paragraphs;
}

bool is_in_long_paragraph(const Witness& witness, std::uint32_t sentence) {
  return paragraph_length(witness, sentence) >= kLeastParagraph;
}

bool ends_on_purpose(const PrintedWitness& printed, const Sentence& sentence) {
  auto end = sentence.range.end;
  const char32_t closing = previous_code_point(printed.text, end);
  // 他这样写道——: what follows stands in paragraphs of its own.
  if (std::u32string_view(U":：;；—").find(closing) != std::u32string_view::npos) return true;
  if (has_bullet(printed, sentence)) return true;
  return is_stamp_or_link(printed.text.substr(sentence.range.begin, sentence.range.size()));
}

void OpenEnds::note(const DiffedRow& row) {
  const auto& reference = row.row->cells[0];
  for (const auto& cell : row.row->cells) {
    for (auto s = cell.first_sentence; s <= cell.last_sentence; ++s) linked_[cell.witness].insert(s);
    if (cell.echo || cell.witness == reference.witness) continue;
    note_end(cell, {reference.witness, cell.reference_range.end});
  }
}

void OpenEnds::find(CutFindings& findings) const {
  for (std::uint32_t w = 0; w < witnesses_.size(); ++w) {
    const auto& witness = *witnesses_[w].witness;
    if (!ends_most_paragraphs_with_stop(witness)) continue;
    for (std::uint32_t s = 0; s < witness.sentences.size(); ++s) {
      const auto& sentence = witness.sentences[s];
      if (sentence.kind != BlockKind::body || !sentence.ends_block || sentence.ends_with_stop) continue;
      if (findings.has_tail(w, sentence.normal.end) || findings.has_split(w, sentence.normal.end)) continue;
      if (!is_in_long_paragraph(witness, s) || ends_on_purpose(witnesses_[w], sentence)) continue;
      const auto others = other_ends_of(w, sentence.normal.end);
      if (std::any_of(others.begin(), others.end(), [](const End& end) { return end.sentence->ends_with_stop; }))
        continue;
      add(w, sentence, others, findings);
    }
  }
}

void OpenEnds::note_end(const Cell& cell, EndPlace reference) {
  same_end_[{cell.witness, cell.range.end}] = reference;
  auto& ends = ends_at_[reference];
  const auto add = [&](std::uint32_t w, std::uint32_t sentence, std::uint32_t at) {
    const auto& last = witnesses_[w].witness->sentences[sentence];
    if (last.normal.end == at) ends.push_back({w, &last});
  };
  if (ends.empty()) {
    const auto& sentences = witnesses_[reference.first].witness->sentences;
    const auto last = std::partition_point(sentences.begin(), sentences.end(),
                                           [&](const Sentence& s) { return s.normal.end < reference.second; });
    if (last != sentences.end())
      add(reference.first, static_cast<std::uint32_t>(last - sentences.begin()), reference.second);
  }
  add(cell.witness, cell.last_sentence, cell.range.end);
}

// Where the other texts of the row have the end of a sentence.
std::vector<OpenEnds::End> OpenEnds::other_ends_of(std::uint32_t w, std::uint32_t at) const {
  const auto same = same_end_.find({w, at});
  const auto found = ends_at_.find(same == same_end_.end() ? EndPlace{w, at} : same->second);
  if (found == ends_at_.end()) return {};
  auto others = found->second;
  std::erase_if(others, [&](const End& end) { return end.witness == w && end.sentence->normal.end == at; });
  return others;
}

bool OpenEnds::ends_text(std::uint32_t w, const Sentence& sentence) const {
  const auto& sentences = witnesses_[w].witness->sentences;
  return std::none_of(sentences.begin(), sentences.end(), [&](const Sentence& other) {
    return other.kind == BlockKind::body && other.normal.begin >= sentence.normal.end;
  });
}

void OpenEnds::add_unknown(std::uint32_t w, TextRange<Normal> words, CutFindings& findings) const {
  if (is_page_furniture(witnesses_[w], words) || !findings.take_tail(w, words.end)) return;
  const auto* rest = find_continuation(w);
  if (rest && !findings.take_head(w, rest->normal.begin)) rest = nullptr;
  const Place end{w, findings.beside(w, words.end, words)};
  auto& tail = findings.add(
      w, "tail-missing", end.range, Severity::major,
      rest ? "a paragraph ends without a full stop and seems to go on elsewhere on the page; cannot tell for certain, "
             "because no other text has it"
           : "a paragraph ends without a full stop; no text is known that goes on: cannot tell whether words are lost");
  if (!rest) return;
  const Place begin{w, findings.beside(w, rest->normal.begin, rest->normal)};
  tail.other = begin;
  findings
      .add(w, "head-missing", begin.range, Severity::major,
           "seems to go on with a paragraph that breaks off elsewhere on the page; cannot tell for certain, because "
           "no other text has it")
      .other = end;
}

void OpenEnds::add(std::uint32_t w, const Sentence& sentence, const std::vector<End>& others,
                   CutFindings& findings) const {
  const auto place_of = [&](std::uint32_t witness, const Sentence& s) {
    return findings.beside(witness, s.normal.end, s.normal);
  };
  if (others.empty()) return add_unknown(w, sentence.normal, findings);
  if (!findings.take_tail(w, sentence.normal.end)) return;
  const bool end_of_all = ends_text(w, sentence) && std::all_of(others.begin(), others.end(), [&](const End& other) {
                            return ends_text(other.witness, *other.sentence);
                          });
  auto& finding =
      findings.add(w, "tail-missing", place_of(w, sentence), end_of_all ? Severity::folded : Severity::minor,
                   end_of_all ? "the text ends without a full stop, and so does every other text that has this end"
                              : "a paragraph ends without a full stop, and so it does in every text that has it: "
                                "cannot tell whether words are lost");
  for (const auto& other : others) {
    if (!findings.take_tail(other.witness, other.sentence->normal.end)) continue;
    finding.more.push_back({other.witness, place_of(other.witness, *other.sentence)});
  }
}

// A picture with its caption stands between two columns. Where a paragraph breaks off and exactly one paragraph that
// no other text has follows a caption, that one goes on with it: no text says so, the page does.
const Sentence* OpenEnds::find_continuation(std::uint32_t w) const {
  const auto& witness = *witnesses_[w].witness;
  const Sentence* found = nullptr;
  for (std::uint32_t s = 1; s < witness.sentences.size(); ++s) {
    const auto &before = witness.sentences[s - 1], &sentence = witness.sentences[s];
    if (before.kind != BlockKind::caption || sentence.kind != BlockKind::body || !sentence.starts_block ||
        linked_[w].contains(s))
      continue;
    if (found) return nullptr;
    found = &sentence;
  }
  return found;
}

}  // namespace yiwen
