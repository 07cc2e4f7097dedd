// SPDX-License-Identifier: Apache-2.0
//
// A physical cut is told from an editor's by evidence, and the evidence is printed:
//
//   split-mid-sentence   white space in the middle of a sentence that goes on behind it
//   head-missing         a paragraph begins inside a clause of which another copy has the begin
//   tail-missing         a paragraph ends without a full stop, and another copy goes on; or nothing else explains it
//
// An editor who shortens cuts at punctuation and closes the sentence; a column break does neither.
#include <algorithm>

#include "base/char_class.h"
#include "base/utf8.h"
#include "classify/scaffolding.h"
#include "classify/structure.h"

namespace yiwen {

namespace {

// Units that a copy must have before (behind) the cut: fewer are a pronoun left out (我们|要努力推动). Range 4-8.
constexpr std::uint32_t kLeastLost = 6;
// Characters on either side of a cut that a finding shows.
constexpr std::uint32_t kShown = 6;
// A paragraph must have this many units for its missing full stop to mean anything; shorter ones are labels. Range 15-30.
constexpr std::uint32_t kLeastParagraph = 20;
// In a text where fewer paragraphs than this end with a full stop, a missing one is its style. Range .6-.9.
constexpr double kStopsAreStyle = 0.7;

bool is_break(const NormalText& normal, std::uint32_t at) {
  return at == 0 || at >= normal.from.size() || normal.from[at - 1].end != normal.from[at].begin;
}

Finding cut(std::uint32_t witness, const char* kind, CodePointRange range, Severity severity, std::string why) {
  Finding finding;
  finding.type = FindingType::truncation;
  finding.kind = kind;
  finding.place = Place{witness, range};
  finding.severity = severity;
  finding.why = std::move(why);
  return finding;
}

// The characters next to a place, on the side where there are some.
CodePointRange beside(const PrintedWitness& printed, std::uint32_t begin, std::uint32_t end, TextRange<Normal> sentence) {
  const auto from = begin > sentence.begin + kShown ? begin - kShown : sentence.begin;
  const auto to = std::min(sentence.end, end + kShown);
  return printed.printed({from, to});
}

bool ends_most_paragraphs_with_stop(const Witness& witness) {
  std::uint32_t paragraphs = 0, stops = 0;
  for (std::size_t s = 0; s < witness.sentences.size(); ++s) {
    const auto& sentence = witness.sentences[s];
    if (sentence.kind != BlockKind::body || !sentence.ends_block || witness.units[s].size() < kLeastParagraph) continue;
    ++paragraphs;
    stops += sentence.ends_with_stop;
  }
  return stops >= kStopsAreStyle * paragraphs;
}

}  // namespace

std::vector<Finding> find_cuts(std::span<const PrintedWitness> witnesses, std::span<const DiffedRow> rows) {
  std::vector<Finding> findings;
  std::vector<std::vector<char>> cut_at_end(witnesses.size());
  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    const auto& printed = witnesses[w];
    cut_at_end[w].assign(printed.witness->sentences.size(), 0);
    for (const auto& sentence : printed.witness->sentences) {
      if (!sentence.cut) continue;
      const auto at = printed.witness->normal->to_normal({sentence.range.begin, sentence.cut->begin}).end;
      findings.push_back(cut(w, "split-mid-sentence", beside(printed, at, at, sentence.normal), Severity::minor,
                             "a break in the middle of a sentence that goes on behind it"));
    }
  }

  for (const auto& row : rows) {
    const auto& cells = row.row->cells;
    const auto& reference = witnesses[cells[0].witness];
    for (std::size_t c = 1; c < cells.size(); ++c) {
      const auto& cell = cells[c];
      const auto& printed = witnesses[cell.witness];
      const auto &first = printed.witness->sentences[cell.first_sentence], &last = printed.witness->sentences[cell.last_sentence];
      const auto& edits = row.diffs[c].edits;
      if (first.kind != BlockKind::body || edits.empty()) continue;
      const auto& head = edits.front();
      if (first.starts_block && cell.range.begin == first.normal.begin && head.left.begin == cell.reference_range.begin &&
          head.right.empty() && head.left.size() >= kLeastLost && !is_break(*reference.witness->normal, head.left.end) &&
          !is_scaffolding(reference.witness->normal->slice(head.left))) {
        auto finding = cut(cell.witness, "head-missing", beside(printed, cell.range.begin, cell.range.begin, first.normal),
                           Severity::critical, "a paragraph begins inside a clause whose begin another text has");
        finding.other = Place{cells[0].witness, reference.printed(head.left)};
        finding.cluster = row.index;
        findings.push_back(std::move(finding));
      }
      const auto& tail = edits.back();
      if (last.ends_block && !last.ends_with_stop && cell.range.end == last.normal.end &&
          tail.left.end == cell.reference_range.end && tail.right.empty() && tail.left.size() >= kLeastLost) {
        auto finding = cut(cell.witness, "tail-missing", beside(printed, cell.range.end, cell.range.end, last.normal),
                           Severity::critical, "a paragraph ends without a full stop where another text goes on");
        finding.other = Place{cells[0].witness, reference.printed(tail.left)};
        finding.cluster = row.index;
        findings.push_back(std::move(finding));
        cut_at_end[cell.witness][cell.last_sentence] = 1;
      }
    }
  }

  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    const auto& printed = witnesses[w];
    if (!ends_most_paragraphs_with_stop(*printed.witness)) continue;
    for (std::size_t s = 0; s < printed.witness->sentences.size(); ++s) {
      const auto& sentence = printed.witness->sentences[s];
      if (sentence.kind != BlockKind::body || !sentence.ends_block || sentence.ends_with_stop || cut_at_end[w][s]) continue;
      if (printed.witness->units[s].size() < kLeastParagraph) continue;
      // A colon announces what follows; it is no loss.
      auto end = sentence.range.end;
      const char32_t closing = previous_code_point(printed.text, end);
      if (closing == ':' || closing == U'：') continue;
      findings.push_back(cut(w, "tail-missing", beside(printed, sentence.normal.end, sentence.normal.end, sentence.normal),
                             Severity::major, "a paragraph ends without a full stop; no text is known that goes on"));
    }
  }
  return findings;
}

}  // namespace yiwen
