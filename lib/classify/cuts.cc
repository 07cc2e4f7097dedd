// SPDX-License-Identifier: Apache-2.0
//
// A physical cut is told from an editor's by evidence, and the evidence is printed:
//
//   split-mid-sentence   white space in the middle of a sentence that goes on behind it
//   head-missing         a paragraph begins inside a clause of which another copy has the begin
//   tail-missing         a paragraph ends without a full stop, and another copy goes on; or nothing else explains it
//   out-of-order         a passage of such a page stands in another order than in the base
//
// An editor who shortens cuts at punctuation and closes the sentence; a column break does neither.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/char_class.h"
#include "base/utf8.h"
#include "classify/scaffolding.h"
#include "classify/structure.h"
#include "diff/reading_diff.h"

namespace yiwen {

namespace {

// Characters (text_length) that a copy must have before (behind) the cut: fewer are a pronoun left out (我们|要努力推动). Range 4-8.
constexpr std::uint32_t kLeastLost = 6;
// Characters on either side of a cut that a finding shows.
constexpr std::uint32_t kShown = 6;
// A paragraph must have this many units for its missing full stop to mean anything; shorter ones are labels. Range 15-30.
constexpr std::uint32_t kLeastParagraph = 20;
// In a text where fewer paragraphs than this end with a full stop, a missing one is its style. Range .6-.9.
constexpr double kStopsAreStyle = 0.7;
// Share of a second copy that the first one has too. Range .8-.95.
constexpr double kCopyShare = 0.9;

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

// The cuts of all witnesses, collected so that a place that several rows speak of is reported once.
class CutFinder {
 public:
  explicit CutFinder(std::span<const PrintedWitness> witnesses) : witnesses_(witnesses) {
    for (const auto& printed : witnesses) {
      head_.emplace_back(printed.witness->sentences.size(), 0);
      tail_.emplace_back(printed.witness->sentences.size(), 0);
    }
  }

  // White space inside a sentence.
  void find_splits() {
    for (std::uint32_t w = 0; w < witnesses_.size(); ++w) {
      for (const auto& sentence : witnesses_[w].witness->sentences) {
        if (!sentence.cut) continue;
        const auto at = witnesses_[w].witness->normal->to_normal({sentence.range.begin, sentence.cut->begin}).end;
        findings.push_back(cut(w, "split-mid-sentence", beside(witnesses_[w], at, at, sentence.normal), Severity::minor,
                               "a break in the middle of a sentence that goes on behind it"));
      }
    }
  }

  // What another text has before or behind the words of a paragraph.
  void compare_with_reference(const DiffedRow& row) {
    const auto& cells = row.row->cells;
    const auto& reference = witnesses_[cells[0].witness];
    const auto& normal = *reference.witness->normal;
    for (std::size_t c = 1; c < cells.size(); ++c) {
      const auto& cell = cells[c];
      if (cell.witness == cells[0].witness || cell.echo) continue;
      const auto& edits = row.diffs[c].edits;
      // Two parts of one sentence that stand apart on a page: the witness has both, in other places.
      const auto head = TextRange<Normal>{cells[0].range.begin, cell.reference_range.begin};
      const auto tail = TextRange<Normal>{cell.reference_range.end, cells[0].range.end};
      if (text_length(normal, head) >= kLeastLost && !normal.clause_begins(head.end)) add_head(cell, Place{cells[0].witness, reference.printed(head)}, Severity::major, "a paragraph begins inside a clause; its begin stands elsewhere on the page");
      if (text_length(normal, tail) >= kLeastLost) add_tail(cell, Place{cells[0].witness, reference.printed(tail)}, Severity::major, "a paragraph ends without a full stop; it goes on elsewhere on the page");
      if (edits.empty()) continue;
      const auto &first = edits.front(), &last = edits.back();
      if (first.right.empty() && first.left.begin == cell.reference_range.begin && text_length(normal, first.left) >= kLeastLost &&
          !normal.clause_begins(first.left.end) && !is_scaffolding(normal.slice(first.left))) {
        add_head(cell, Place{cells[0].witness, reference.printed(first.left)}, Severity::critical, "a paragraph begins inside a clause whose begin another text has");
      }
      if (last.right.empty() && last.left.end == cell.reference_range.end && text_length(normal, last.left) >= kLeastLost) {
        add_tail(cell, Place{cells[0].witness, reference.printed(last.left)}, Severity::critical, "a paragraph ends without a full stop where another text goes on");
      }
    }
  }

  // A second copy that lacks the head of the first.
  void compare_copies(const DiffedRow& row) {
    const auto& cells = row.row->cells;
    for (const auto& first : cells) {
      for (const auto& second : cells) {
        if (&first == &second || first.witness != second.witness || first.first_sentence >= second.first_sentence) continue;
        const auto& printed = witnesses_[first.witness];
        if (printed.witness->normal->slice(first.range) == printed.witness->normal->slice(second.range)) continue;
        const auto diff = diff_readings(*printed.witness->normal, first.range, *printed.witness->normal, second.range);
        if (diff.shared_units < kCopyShare * diff.right_units || diff.edits.empty()) continue;
        const auto& head = diff.edits.front();
        if (head.right.empty() && head.left.begin == first.range.begin && head.left.size() >= kLeastLost) {
          add_head(second, Place{first.witness, printed.printed(head.left)}, Severity::major, "a second copy begins in the middle of a sentence of the first");
        }
      }
    }
  }

  // A missing full stop where no other text is known that goes on.
  void find_open_ends() {
    for (std::uint32_t w = 0; w < witnesses_.size(); ++w) {
      const auto& witness = *witnesses_[w].witness;
      if (!ends_most_paragraphs_with_stop(witness)) continue;
      for (std::uint32_t s = 0; s < witness.sentences.size(); ++s) {
        const auto& sentence = witness.sentences[s];
        if (sentence.kind != BlockKind::body || !sentence.ends_block || sentence.ends_with_stop || tail_[w][s]) continue;
        if (witness.units[s].size() < kLeastParagraph || ends_on_purpose(w, sentence)) continue;
        tail_[w][s] = 1;
        findings.push_back(cut(w, "tail-missing", beside(witnesses_[w], sentence.normal.end, sentence.normal.end, sentence.normal),
                               Severity::major, "a paragraph ends without a full stop; no text is known that goes on"));
        find_continuation(w);
      }
    }
  }

  // On a page with paragraphs that begin and end in the middle, columns changed places: what stands in another order
  // than in the base was not put there by an editor.
  void find_shuffled_columns(const Alignment& alignment) {
    for (const auto& move : alignment.moves) {
      const auto& printed = witnesses_[move.witness];
      const bool has_head = std::count(head_[move.witness].begin(), head_[move.witness].end(), 1) > 0;
      const bool has_tail = std::count(tail_[move.witness].begin(), tail_[move.witness].end(), 1) > 0;
      if (!has_head || !has_tail) continue;
      for (std::uint32_t s = 0; s < printed.witness->sentences.size(); ++s) {
        const auto& sentence = printed.witness->sentences[s];
        if (!sentence.normal.contains(move.range.begin) || !sentence.starts_block || head_[move.witness][s]) continue;
        findings.push_back(cut(move.witness, "out-of-order", beside(printed, move.range.begin, move.range.begin, sentence.normal), Severity::major,
                               "stands in another order than in the base, on a page whose paragraphs begin and end in mid-sentence"));
      }
    }
  }

  std::vector<Finding> findings;

 private:
  void add_head(const Cell& cell, Place other, Severity severity, const char* why) {
    const auto& printed = witnesses_[cell.witness];
    const auto& sentence = printed.witness->sentences[cell.first_sentence];
    if (sentence.kind != BlockKind::body || !sentence.starts_block || cell.range.begin != sentence.normal.begin) return;
    if (std::exchange(head_[cell.witness][cell.first_sentence], 1)) return;
    findings.push_back(cut(cell.witness, "head-missing", beside(printed, cell.range.begin, cell.range.begin, sentence.normal), severity, why));
    findings.back().other = other;
  }

  void add_tail(const Cell& cell, Place other, Severity severity, const char* why) {
    const auto& printed = witnesses_[cell.witness];
    const auto& sentence = printed.witness->sentences[cell.last_sentence];
    if (sentence.kind != BlockKind::body || !sentence.ends_block || sentence.ends_with_stop || cell.range.end != sentence.normal.end) return;
    if (std::exchange(tail_[cell.witness][cell.last_sentence], 1)) return;
    findings.push_back(cut(cell.witness, "tail-missing", beside(printed, cell.range.end, cell.range.end, sentence.normal), severity, why));
    findings.back().other = other;
  }

  // A colon announces what follows, a semicolon ends an item of a list: nothing is lost.
  bool ends_on_purpose(std::uint32_t w, const Sentence& sentence) const {
    auto end = sentence.range.end;
    const char32_t closing = previous_code_point(witnesses_[w].text, end);
    return closing == ':' || closing == U'：' || closing == ';' || closing == U'；';
  }

  // A picture with its caption stands between two columns. Where a paragraph breaks off and exactly one paragraph that no
  // other text has follows a caption, that one goes on with it: no text says so, the page does.
  void find_continuation(std::uint32_t w) {
    const auto& witness = *witnesses_[w].witness;
    std::optional<std::uint32_t> found;
    for (std::uint32_t s = 1; s < witness.sentences.size(); ++s) {
      const auto &before = witness.sentences[s - 1], &sentence = witness.sentences[s];
      if (before.kind != BlockKind::caption || sentence.kind != BlockKind::body || !sentence.starts_block || linked_[w].contains(s)) continue;
      if (found) return;
      found = s;
    }
    if (!found || std::exchange(head_[w][*found], 1)) return;
    const auto& sentence = witness.sentences[*found];
    findings.push_back(cut(w, "head-missing", beside(witnesses_[w], sentence.normal.begin, sentence.normal.begin, sentence.normal), Severity::major,
                           "seems to go on with a paragraph that breaks off elsewhere on the page; no other text has it"));
  }

 public:
  void note_linked(const DiffedRow& row) {
    for (const auto& cell : row.row->cells) {
      for (auto s = cell.first_sentence; s <= cell.last_sentence; ++s) linked_[cell.witness].insert(s);
    }
  }

 private:
  std::span<const PrintedWitness> witnesses_;
  std::vector<std::vector<char>> head_, tail_;           // sentences whose begin or end was reported
  std::map<std::uint32_t, std::set<std::uint32_t>> linked_;  // sentences that stand in a row
};

}  // namespace

std::vector<Finding> find_cuts(std::span<const PrintedWitness> witnesses, std::span<const DiffedRow> rows, const Alignment& alignment) {
  CutFinder finder(witnesses);
  finder.find_splits();
  for (const auto& row : rows) {
    finder.note_linked(row);
    finder.compare_with_reference(row);
  }
  for (const auto& row : rows) finder.compare_copies(row);
  finder.find_open_ends();
  finder.find_shuffled_columns(alignment);
  return std::move(finder.findings);
}

}  // namespace yiwen
