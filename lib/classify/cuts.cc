// SPDX-License-Identifier: Apache-2.0
//
// A physical cut is told from an editor's by evidence, and the evidence is printed:
//
//   split-mid-sentence   white space in the middle of a sentence that goes on behind it; that it is one sentence the
//   words
//                        around the break say, or another text that has it whole
//   head-missing         a paragraph begins inside a clause of which another copy has the begin
//   tail-missing         a paragraph ends without a full stop, and another copy goes on; or nothing else explains it.
//   What
//                        follows may read like the rest of the sentence: another text tells that it is not
//   out-of-order         a passage of such a page stands in another order than in the base
//
// An editor who shortens cuts at punctuation and closes the sentence; a column break does neither.
#include <algorithm>
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

// Characters (text_length) that a copy must have before (behind) the cut: fewer are a pronoun left out
// (我们|要努力推动). Range 4-8.
constexpr std::uint32_t kLeastLost = 6;
// Characters on either side of a cut that a finding shows.
constexpr std::uint32_t kShown = 6;
// A paragraph must have this many units for its missing full stop to mean anything; shorter ones are labels. Range
// 15-30.
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
CodePointRange beside(const PrintedWitness& printed, std::uint32_t begin, std::uint32_t end,
                      TextRange<Normal> sentence) {
  const auto from = begin > sentence.begin + kShown ? begin - kShown : sentence.begin;
  const auto to = std::min(sentence.end, end + kShown);
  return printed.printed({from, to});
}

// Where a page cuts a sentence that goes on behind the break.
std::optional<std::uint32_t> break_in(const Witness& witness, const Sentence& sentence) {
  if (!sentence.cut) return {};
  return witness.normal->to_normal({sentence.range.begin, sentence.cut->begin}).end;
}

// What a cell lacks at one end of the reference. `lost` is exactly what is gone, `edits` whole edits, which may take in
// the rest of a word or name that was cut in two: 厅长汪毓|秀.
struct Lost {
  TextRange<Normal> lost;
  TextRange<Normal> edits;
};

bool same(const NormalText& left, TextRange<Normal> a, const NormalText& right, TextRange<Normal> b) {
  return left.slice(a) == right.slice(b);
}

Lost lost_head(const std::vector<Edit>& edits, const NormalText& left, TextRange<Normal> reference,
               const NormalText& right) {
  Lost head{{reference.begin, reference.begin}, {reference.begin, reference.begin}};
  for (const auto& edit : edits) {
    if (edit.left.begin != head.edits.end) break;
    const auto kept = edit.right.size();
    if (kept >= edit.left.size() || !same(left, {edit.left.end - kept, edit.left.end}, right, edit.right)) break;
    head.lost.end = edit.left.end - kept;
    head.edits.end = edit.left.end;
    if (kept > 0) break;
  }
  return head;
}

Lost lost_tail(const std::vector<Edit>& edits, const NormalText& left, TextRange<Normal> reference,
               const NormalText& right) {
  Lost tail{{reference.end, reference.end}, {reference.end, reference.end}};
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    if (edit->left.end != tail.edits.begin) break;
    const auto kept = edit->right.size();
    if (kept >= edit->left.size() || !same(left, {edit->left.begin, edit->left.begin + kept}, right, edit->right))
      break;
    tail.lost.begin = edit->left.begin + kept;
    tail.edits.begin = edit->left.begin;
    if (kept > 0) break;
  }
  return tail;
}

// Where the reference has what stands at `at` in the cell; nothing inside an edit.
std::optional<std::uint32_t> in_reference(const ReadingDiff& diff, const Cell& cell, std::uint32_t at) {
  auto left = cell.reference_range.begin, right = cell.range.begin;
  for (const auto& edit : diff.edits) {
    if (at <= edit.right.begin) break;
    if (at < edit.right.end) return {};
    left = edit.left.end;
    right = edit.right.end;
  }
  return left + (at - right);
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
  explicit CutFinder(std::span<const PrintedWitness> witnesses)
      : witnesses_(witnesses), heads_(witnesses.size()), tails_(witnesses.size()), linked_(witnesses.size()) {}

  // White space inside a sentence, unless another text told that the sentence does not go on behind it.
  void find_splits() {
    for (std::uint32_t w = 0; w < witnesses_.size(); ++w) {
      const auto& witness = *witnesses_[w].witness;
      for (const auto& sentence : witness.sentences) {
        const auto at = break_in(witness, sentence);
        if (at && !heads_[w].contains(*at) && !tails_[w].contains(*at)) add_split(w, *at, sentence.normal);
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
      // Two parts of one sentence that stand apart on a page: the witness has both, in other places.
      const auto head = TextRange<Normal>{cells[0].range.begin, cell.reference_range.begin};
      const auto tail = TextRange<Normal>{cell.reference_range.end, cells[0].range.end};
      if (text_length(normal, head) >= kLeastLost && !normal.clause_begins(head.end)) {
        add_head(cell, Place{cells[0].witness, reference.printed(head)}, Severity::major,
                 "a paragraph begins inside a clause; its begin stands elsewhere on the page");
      }
      if (text_length(normal, tail) >= kLeastLost) {
        add_tail(cell, Place{cells[0].witness, reference.printed(tail)}, !normal.clause_begins(tail.begin),
                 Severity::major, "a paragraph ends without a full stop; it goes on elsewhere on the page");
      }
      find_seams(row.diffs[c], cell, normal);
      const auto& other = *witnesses_[cell.witness].witness->normal;
      const auto first = lost_head(row.diffs[c].edits, normal, cell.reference_range, other);
      const auto begin = Place{cells[0].witness, reference.printed(first.edits)};
      if (normal.clause_begins(first.lost.end)) {
        // An editor begins with a clause.
      } else if (const auto stub = stub_before(cell, normal.slice(first.lost))) {
        add_split(cell.witness, cell.range.begin, {*stub, cell.range.end}, begin);
      } else if (text_length(normal, first.lost) >= kLeastLost && !is_scaffolding(normal.slice(first.lost))) {
        add_head(cell, begin, Severity::critical, "a paragraph begins inside a clause whose begin another text has");
      }
      const auto last = lost_tail(row.diffs[c].edits, normal, cell.reference_range, other);
      if (text_length(normal, last.lost) >= kLeastLost) {
        add_tail(cell, Place{cells[0].witness, reference.printed(last.edits)}, !normal.clause_begins(last.lost.begin),
                 Severity::critical, "a paragraph ends without a full stop where another text goes on");
      }
    }
  }

  // A second copy that lacks the head of the first.
  void compare_copies(const DiffedRow& row) {
    const auto& cells = row.row->cells;
    for (const auto& first : cells) {
      for (const auto& second : cells) {
        if (&first == &second || first.witness != second.witness || first.first_sentence >= second.first_sentence)
          continue;
        const auto& printed = witnesses_[first.witness];
        if (printed.witness->normal->slice(first.range) == printed.witness->normal->slice(second.range)) continue;
        const auto diff = diff_readings(*printed.witness->normal, first.range, *printed.witness->normal, second.range);
        if (diff.shared_units < kCopyShare * diff.right_units || diff.edits.empty()) continue;
        const auto& head = diff.edits.front();
        if (head.right.empty() && head.left.begin == first.range.begin && head.left.size() >= kLeastLost) {
          add_head(second, Place{first.witness, printed.printed(head.left)}, Severity::major,
                   "a second copy begins in the middle of a sentence of the first");
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
        if (sentence.kind != BlockKind::body || !sentence.ends_block || sentence.ends_with_stop) continue;
        if (tails_[w].contains(sentence.normal.end) || seams_.contains({w, sentence.normal.end})) continue;
        if (witness.units[s].size() < kLeastParagraph || ends_on_purpose(w, sentence)) continue;
        tails_[w].insert(sentence.normal.end);
        findings.push_back(cut(w, "tail-missing",
                               beside(witnesses_[w], sentence.normal.end, sentence.normal.end, sentence.normal),
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
      if (heads_[move.witness].empty() || tails_[move.witness].empty()) continue;
      for (const auto& sentence : printed.witness->sentences) {
        if (!sentence.normal.contains(move.range.begin) || !sentence.starts_block) continue;
        if (heads_[move.witness].contains(sentence.normal.begin)) continue;
        findings.push_back(
            cut(move.witness, "out-of-order", beside(printed, move.range.begin, move.range.begin, sentence.normal),
                Severity::major,
                "stands in another order than in the base, on a page whose paragraphs begin and end in mid-sentence"));
      }
    }
  }

  void note_linked(const DiffedRow& row) {
    for (const auto& cell : row.row->cells) {
      for (auto s = cell.first_sentence; s <= cell.last_sentence; ++s) linked_[cell.witness].insert(s);
    }
  }

  std::vector<Finding> findings;

 private:
  void add_split(std::uint32_t w, std::uint32_t at, TextRange<Normal> sentence, std::optional<Place> other = {}) {
    if (!seams_.insert({w, at}).second) return;
    findings.push_back(cut(w, "split-mid-sentence", beside(witnesses_[w], at, at, sentence), Severity::minor,
                           "a break in the middle of a sentence that goes on behind it"));
    findings.back().other = other;
  }

  void add_head(const Cell& cell, Place other, Severity severity, const char* why) {
    const auto& printed = witnesses_[cell.witness];
    const auto& sentence = printed.witness->sentences[cell.first_sentence];
    if (sentence.kind != BlockKind::body) return;
    const bool behind_break = break_in(*printed.witness, sentence) == cell.range.begin;
    if (!behind_break && (!sentence.starts_block || cell.range.begin != sentence.normal.begin)) return;
    if (!heads_[cell.witness].insert(cell.range.begin).second) return;
    findings.push_back(cut(cell.witness, "head-missing",
                           beside(printed, cell.range.begin, cell.range.begin, {cell.range.begin, sentence.normal.end}),
                           severity, why));
    findings.back().other = other;
  }

  // `in_clause`: the other text goes on in the middle of a clause.
  void add_tail(const Cell& cell, Place other, bool in_clause, Severity severity, const char* why) {
    const auto& printed = witnesses_[cell.witness];
    const auto& sentence = printed.witness->sentences[cell.last_sentence];
    // A heading may condense a sentence to its begin, but hardly to half a clause of it.
    if (sentence.kind != BlockKind::body && !(sentence.kind == BlockKind::heading && in_clause)) return;
    const bool before_break = break_in(*printed.witness, sentence) == cell.range.end;
    if (!before_break && (!sentence.ends_block || sentence.ends_with_stop || cell.range.end != sentence.normal.end))
      return;
    if (!tails_[cell.witness].insert(cell.range.end).second) return;
    findings.push_back(cut(cell.witness, "tail-missing",
                           beside(printed, cell.range.end, cell.range.end, {sentence.normal.begin, cell.range.end}),
                           severity, why));
    findings.back().other = other;
  }

  // Paragraphs that are one sentence in the reference: 绕过灯塔礁以后 || 顺着洋流向东.
  void find_seams(const ReadingDiff& diff, const Cell& cell, const NormalText& reference) {
    const auto& witness = *witnesses_[cell.witness].witness;
    for (auto s = cell.first_sentence; s < cell.last_sentence; ++s) {
      const auto &above = witness.sentences[s], &below = witness.sentences[s + 1];
      if (!above.ends_block || above.ends_with_stop || !below.starts_block || below.kind != BlockKind::body) continue;
      const auto at = in_reference(diff, cell, above.normal.end);
      if (!at || ends_on_purpose(cell.witness, above)) continue;
      // A heading that a clause of the reference ends with may be one.
      if (above.kind == BlockKind::body || (above.kind == BlockKind::heading && !reference.clause_begins(*at))) {
        add_split(cell.witness, above.normal.end, {above.normal.begin, below.normal.end});
      }
    }
  }

  // Where the lost head of a paragraph begins that stands before it in a block of its own: a break in its first words
  // leaves a piece that looks like a heading.
  std::optional<std::uint32_t> stub_before(const Cell& cell, std::u32string_view lost) const {
    const auto& witness = *witnesses_[cell.witness].witness;
    if (cell.first_sentence == 0 || !witness.sentences[cell.first_sentence].starts_block) return {};
    const auto& above = witness.sentences[cell.first_sentence - 1];
    if (lost.empty() || above.ends_with_stop || !above.ends_block || witness.normal->slice(above.normal) != lost)
      return {};
    return above.normal.begin;
  }

  // A colon announces what follows, a semicolon ends an item of a list: nothing is lost.
  bool ends_on_purpose(std::uint32_t w, const Sentence& sentence) const {
    auto end = sentence.range.end;
    const char32_t closing = previous_code_point(witnesses_[w].text, end);
    return closing == ':' || closing == U'：' || closing == ';' || closing == U'；';
  }

  // A picture with its caption stands between two columns. Where a paragraph breaks off and exactly one paragraph that
  // no other text has follows a caption, that one goes on with it: no text says so, the page does.
  void find_continuation(std::uint32_t w) {
    const auto& witness = *witnesses_[w].witness;
    std::optional<std::uint32_t> found;
    for (std::uint32_t s = 1; s < witness.sentences.size(); ++s) {
      const auto &before = witness.sentences[s - 1], &sentence = witness.sentences[s];
      if (before.kind != BlockKind::caption || sentence.kind != BlockKind::body || !sentence.starts_block ||
          linked_[w].contains(s))
        continue;
      if (found) return;
      found = s;
    }
    if (!found) return;
    const auto& sentence = witness.sentences[*found];
    if (!heads_[w].insert(sentence.normal.begin).second) return;
    findings.push_back(
        cut(w, "head-missing", beside(witnesses_[w], sentence.normal.begin, sentence.normal.begin, sentence.normal),
            Severity::major,
            "seems to go on with a paragraph that breaks off elsewhere on the page; no other text has it"));
  }

  std::span<const PrintedWitness> witnesses_;
  // Of each witness: where a begin or an end was reported, and which sentences stand in a row.
  std::vector<std::set<std::uint32_t>> heads_, tails_, linked_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seams_;  // witness and place of each split
};

}  // namespace

std::vector<Finding> find_cuts(std::span<const PrintedWitness> witnesses, std::span<const DiffedRow> rows,
                               const Alignment& alignment) {
  CutFinder finder(witnesses);
  for (const auto& row : rows) {
    finder.note_linked(row);
    finder.compare_with_reference(row);
  }
  finder.find_splits();
  for (const auto& row : rows) finder.compare_copies(row);
  finder.find_open_ends();
  finder.find_shuffled_columns(alignment);
  return std::move(finder.findings);
}

}  // namespace yiwen
