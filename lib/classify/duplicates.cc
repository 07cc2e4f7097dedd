// SPDX-License-Identifier: Apache-2.0
//
// A paragraph printed twice is a mistake of page making; a form of thanks said twice, or a heading that repeats its
// sentence, is not. What tells them apart: the second copy of a mistake is a whole paragraph (or lacks only its head,
// as the first copy does too, or the break between them), and it is longer than any formula. Where it was set into the
// middle of another paragraph, it is a run of sentences longer than what anybody says again.
#include <algorithm>
#include <map>
#include <utility>

#include "classify/structure.h"
#include "diff/reading_diff.h"
#include "segment/units.h"

namespace yiwen {

namespace {

// Length (text_length) of a copy that makes it longer than a formula. Range 20-40: greetings and thanks stay below 20.
constexpr std::uint32_t kLeastCopy = 24;
// Length of two sentences or more, one behind the other, that nobody repeats in running text. Range 40-80: a quotation
// that a page sets apart is one sentence as a rule, a refrain shorter.
constexpr std::uint32_t kLeastCopyInside = 48;
// Share of the shorter copy that both have, in order. Range .8-.95: parallel clauses stay below .8.
constexpr double kCopyShare = 0.85;

bool is_body(const Sentence& sentence) { return sentence.kind == BlockKind::body; }

// Sentences of one witness that stand in one row: later one -> earlier one.
using Copies = std::map<std::uint32_t, std::uint32_t>;

bool is_copy(const Witness& witness, TextRange<Normal> first, TextRange<Normal> second) {
  if (witness.normal->slice(first) == witness.normal->slice(second)) return true;
  const auto units = shared_units(*witness.normal, first, *witness.normal, second);
  return units.shared >= kCopyShare * std::min(units.left, units.right);
}

std::vector<Copies> find_copies(std::span<const PrintedWitness> witnesses, std::span<const DiffedRow> rows) {
  std::vector<Copies> copies(witnesses.size());
  for (const auto& row : rows) {
    const auto& cells = row.row->cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      for (std::size_t j = 0; j < cells.size(); ++j) {
        if (i == j || cells[i].witness != cells[j].witness || cells[i].first_sentence >= cells[j].first_sentence)
          continue;
        if (copies[cells[i].witness].contains(cells[j].first_sentence)) continue;  // of an earlier one
        const auto& witness = *witnesses[cells[i].witness].witness;
        const auto &first = witness.sentences[cells[i].first_sentence],
                   &second = witness.sentences[cells[j].first_sentence];
        if (!is_body(first) || !is_body(second) || !is_copy(witness, first.normal, second.normal)) continue;
        copies[cells[i].witness].emplace(cells[j].first_sentence, cells[i].first_sentence);
      }
    }
  }
  return copies;
}

// A copy that lost its head may begin with the end of a sentence, too little to be matched: 合格。以后每年… of
// 验收合格。以后每年…
bool is_end_of(const Witness& witness, const Sentence& piece, const Sentence& sentence) {
  return is_body(piece) && is_body(sentence) && !piece.normal.empty() &&
         witness.normal->slice(sentence.normal).ends_with(witness.normal->slice(piece.normal));
}

void add_first_pieces(const Witness& witness, Copies& copies) {
  Copies pieces;
  for (const auto& [second, first] : copies) {
    if (second == 0 || first == 0 || copies.contains(second - 1)) continue;
    const auto &piece = witness.sentences[second - 1], &next = witness.sentences[second];
    if (piece.starts_block && !next.starts_block && is_end_of(witness, piece, witness.sentences[first - 1])) {
      pieces.emplace(second - 1, first - 1);
    }
  }
  copies.merge(pieces);
}

// 我不同意。 between two sentences of a copy, or beside one: too little to be matched, but the same beside the same.
void add_equal_neighbours(const Witness& witness, Copies& copies) {
  const auto& sentences = witness.sentences;
  const auto add = [&](std::int64_t second, std::int64_t first) {
    if (first < 0 || second >= static_cast<std::int64_t>(sentences.size()) || first >= second) return false;
    const auto &copy = sentences[static_cast<std::size_t>(second)], &of = sentences[static_cast<std::size_t>(first)];
    if (!is_body(copy) || !is_body(of) || copy.normal.empty()) return false;
    if (witness.normal->slice(copy.normal) != witness.normal->slice(of.normal)) return false;
    return copies.emplace(static_cast<std::uint32_t>(second), static_cast<std::uint32_t>(first)).second;
  };
  const auto known = copies;
  for (const auto& [second, first] : known) {
    for (const std::int64_t step : {-1, 1}) {
      std::int64_t by = step;
      while (add(second + by, first + by)) by += step;
    }
  }
}

}  // namespace

std::vector<Finding> find_duplicates(std::span<const PrintedWitness> witnesses, std::span<const DiffedRow> rows) {
  std::vector<Finding> findings;
  auto copies = find_copies(witnesses, rows);
  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    const auto& printed = witnesses[w];
    const auto& sentences = printed.witness->sentences;
    add_equal_neighbours(*printed.witness, copies[w]);
    add_first_pieces(*printed.witness, copies[w]);
    for (auto at = copies[w].begin(); at != copies[w].end();) {
      auto last = at;
      while (std::next(last) != copies[w].end() && std::next(last)->first == last->first + 1 &&
             std::next(last)->second == last->second + 1) {
        ++last;
      }
      const auto &second_begin = sentences[at->first], &second_end = sentences[last->first];
      const auto &first_begin = sentences[at->second], &first_end = sentences[last->second];
      const bool whole_paragraph = second_begin.starts_block && second_end.ends_block;
      const auto length = text_length(*printed.witness->normal, {second_begin.normal.begin, second_end.normal.end});
      const bool passage = last != at && length >= kLeastCopyInside;
      if ((whole_paragraph && length >= kLeastCopy) || passage) {
        Finding finding;
        finding.type = FindingType::duplicate;
        finding.kind = "printed-twice";
        // Of the first copy's first sentence, what the second one has too.
        const bool piece = second_begin.normal.size() < first_begin.normal.size() &&
                           is_end_of(*printed.witness, second_begin, first_begin);
        const auto begin =
            piece ? printed.witness->normal->from[first_begin.normal.end - second_begin.normal.size()].begin
                  : first_begin.range.begin;
        finding.place = Place{w, printed.code_points(TextRange<SourceText>{begin, first_end.range.end})};
        finding.other =
            Place{w, printed.code_points(TextRange<SourceText>{second_begin.range.begin, second_end.range.end})};
        finding.severity = Severity::major;
        finding.why = whole_paragraph ? "a paragraph is printed twice" : "a passage is printed twice";
        findings.push_back(std::move(finding));
      }
      at = std::next(last);
    }
  }
  return findings;
}

}  // namespace yiwen
