// SPDX-License-Identifier: Apache-2.0
//
// A paragraph printed twice is a mistake of page making; a form of thanks said twice, or a heading that repeats its
// sentence, is not. What tells them apart: the second copy of a mistake is a whole paragraph (or lacks only its head,
// as the first copy does too, or the break between them), and it is longer than any formula. Where it was set into the
// middle of another paragraph, it is a run of sentences longer than what anybody says again. A sentence or two by
// themselves are a mistake where the text that is compared has them once: it is no refrain then.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "classify/list_marks.h"
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
// Length of a copy that is told where another text has it once: answers and exclamations of less (我同意。太好了！) may
// be given again where a speech is told at more length. Range 6-12.
constexpr std::uint32_t kLeastCopyOfOne = 8;
// The same right behind the first copy: nobody says so much twice in one breath, as 好！好！is said. Range 4-8.
constexpr std::uint32_t kLeastCopyBehind = 4;
// Share of the longer copy that both have, in order. Range .8-.95: parallel clauses stay below .8.
constexpr double kCopyShare = 0.85;

bool is_body(const Sentence& sentence) { return sentence.kind == BlockKind::body; }

// Sentences of one witness that stand in one row: later one -> earlier one.
using Copies = std::map<std::uint32_t, std::uint32_t>;

// The same, or the same but for the head or the tail that one of them lost. What says more than the other and says it
// in other words tells at length what a lead has told: 要从三方面突破。… 张三5日在会上说，要从三方面突破。
bool is_copy(const Witness& witness, TextRange<Normal> first, TextRange<Normal> second) {
  const auto less = witness.normal->slice(first.size() < second.size() ? first : second),
             more = witness.normal->slice(first.size() < second.size() ? second : first);
  if (more.starts_with(less) || more.ends_with(less)) return true;
  const auto units = shared_units(*witness.normal, first, *witness.normal, second);
  return units.shared >= kCopyShare * std::max(units.left, units.right);
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

// The same sentence twice in one breath: too little to be matched, where it is short.
bool is_said_again(const Witness& witness, std::uint32_t s) {
  if (s == 0 || s >= witness.sentences.size()) return false;
  const auto &first = witness.sentences[s - 1], &second = witness.sentences[s];
  return is_body(first) && is_body(second) && !second.starts_block && !second.normal.empty() &&
         witness.normal->slice(first.normal) == witness.normal->slice(second.normal);
}

void add_said_again(const Witness& witness, Copies& copies) {
  for (std::uint32_t s = 1; s < witness.sentences.size(); ++s) {
    if (is_said_again(witness, s)) copies.emplace(s, s - 1);
  }
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

// What the other texts have of the sentences of one witness.
class Others {
 public:
  Others(std::uint32_t w, std::uint32_t base, std::span<const PrintedWitness> witnesses, const Copies& copies,
         std::span<const DiffedRow> rows)
      : witnesses_(witnesses), witness_(*witnesses[w].witness), w_(w), base_(base), carried_(witnesses.size()) {
    for (const auto& row : rows) count(row.row->cells, copies);
  }

  // Whether another text has once what stands twice here from `first` and from `second` to `last`.
  [[nodiscard]] bool have_once(std::uint32_t first, std::uint32_t second, std::uint32_t last) const {
    const bool adjacent = first + (last - second) + 1 == second;
    std::uint32_t length = 0;
    for (auto s = second; s <= last; ++s) {
      const auto times = times_.find(s);
      if (times == times_.end() || is_as_often(times->second)) continue;
      const bool once = std::any_of(times->second.begin(), times->second.end(), [&](const auto& other) {
        return other.second == 1 && (adjacent || goes_on(other.first, second, last));
      });
      if (once) length += text_length(*witness_.normal, witness_.sentences[s].normal);
    }
    return length >= (adjacent ? kLeastCopyBehind : kLeastCopyOfOne);
  }

 private:
  using Times = std::map<std::uint32_t, std::uint32_t>;  // other witness -> how often it has a sentence

  void count(std::span<const Cell> cells, const Copies& copies) {
    Times times;
    for (const auto& cell : cells) {
      if (cell.witness != w_) ++times[cell.witness];
    }
    // Of two in one breath the second may stand in no row.
    Times behind = times;
    for (const auto& cell : cells) {
      if (cell.witness != w_)
        behind[cell.witness] += is_said_again(*witnesses_[cell.witness].witness, cell.last_sentence + 1);
    }
    for (const auto& cell : cells) {
      if (cell.witness != w_) continue;
      for (auto s = cell.first_sentence; s <= cell.last_sentence; ++s) {
        for (const auto& other : times) carried_[other.first].insert(s);
        if (copies.contains(s)) times_[s].insert(times.begin(), times.end());
        if (is_said_again(witness_, s + 1)) times_.emplace(s + 1, behind);
      }
    }
  }

  // A refrain of the base is one of its reprints too; of the base's own, whoever has it tells.
  [[nodiscard]] bool is_as_often(const Times& times) const {
    const auto of_base = times.find(base_);
    if (of_base != times.end()) return of_base->second > 1;
    return std::any_of(times.begin(), times.end(), [](const auto& other) { return other.second > 1; });
  }

  // Whether the other text has what stands around the second copy, so that it lacks no more than the copy.
  [[nodiscard]] bool goes_on(std::uint32_t other, std::uint32_t second, std::uint32_t last) const {
    const auto& sentences = witness_.sentences;
    const auto has = [&](std::uint32_t s) { return carried_[other].contains(s); };
    // One neighbour in its own paragraph is enough.
    if (!sentences[second].starts_block && has(second - 1)) return true;
    if (!sentences[last].ends_block && has(last + 1)) return true;
    std::int64_t before = std::int64_t{second} - 1;
    while (before >= 0 && !is_body(sentences[static_cast<std::size_t>(before)])) --before;
    std::size_t behind = last + 1;
    while (behind < sentences.size() && !is_body(sentences[behind])) ++behind;
    return (before < 0 || has(static_cast<std::uint32_t>(before))) &&
           (behind == sentences.size() || has(static_cast<std::uint32_t>(behind)));
  }

  std::span<const PrintedWitness> witnesses_;
  const Witness& witness_;
  std::uint32_t w_, base_;
  std::vector<std::set<std::uint32_t>> carried_;  // [other]: the sentences of this witness that it has
  std::map<std::uint32_t, Times> times_;          // by second copy
};

// A page sets a sentence apart: a quotation of the text in large type, or what it begins with as a summary above it.
bool is_set_apart(const PrintedWitness& printed, std::uint32_t first, std::uint32_t second) {
  const auto& sentences = printed.witness->sentences;
  const auto is_alone = [&](std::uint32_t s) { return sentences[s].starts_block && sentences[s].ends_block; };
  const auto is_quoted = [&](std::uint32_t s) {
    constexpr std::u32string_view kQuotationMarks = U"“”‘’「」『』\"";
    const auto range = sentences[s].range;
    const auto chars = to_utf32(printed.text.substr(range.begin, range.end - range.begin));
    return !chars.empty() && (kQuotationMarks.find(chars.front()) != std::u32string_view::npos ||
                              kQuotationMarks.find(chars.back()) != std::u32string_view::npos);
  };
  if (is_alone(first) == is_alone(second)) return false;
  const auto inside = is_alone(first) ? second : first;
  const bool above =
      is_alone(first) && std::find_if(sentences.begin(), sentences.end(), is_body) == sentences.begin() + first;
  return above || is_quoted(inside);
}

// 如果风停，船就开。 in the lead, 如果风停，船就开，先运居民。 where it is quoted: one goes on, and both end as
// sentences do. Or 船就开。 there behind another sentence of its paragraph, so that no break tore its head off.
bool is_said_in_short(const Witness& witness, std::uint32_t first, std::uint32_t second) {
  const auto &one = witness.sentences[first], &other = witness.sentences[second];
  const bool in_one_breath = second == first + 1 && !other.starts_block;
  if (in_one_breath || !one.ends_with_stop || !other.ends_with_stop) return false;
  const auto here = witness.normal->slice(one.normal), there = witness.normal->slice(other.normal);
  if (here.size() == there.size()) return false;
  if (here.starts_with(there) || there.starts_with(here)) return true;
  const auto& shorter = here.size() < there.size() ? one : other;
  return !shorter.starts_block && (here.ends_with(there) || there.ends_with(here));
}

}  // namespace

std::vector<Finding> find_duplicates(std::span<const PrintedWitness> witnesses, std::span<const DiffedRow> rows,
                                     std::uint32_t base) {
  std::vector<Finding> findings;
  auto copies = find_copies(witnesses, rows);
  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    const auto& printed = witnesses[w];
    const auto& sentences = printed.witness->sentences;
    add_said_again(*printed.witness, copies[w]);
    add_equal_neighbours(*printed.witness, copies[w]);
    add_first_pieces(*printed.witness, copies[w]);
    if (copies[w].empty()) continue;
    const Others others(w, base, witnesses, copies[w], rows);
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
      const bool point = has_bullet(printed, first_begin) != has_bullet(printed, second_begin);
      const bool mistake = ((whole_paragraph && length >= kLeastCopy) || passage) && !point;
      const bool of_one = !mistake && !point && others.have_once(at->second, at->first, last->first) &&
                          !(last == at && (is_set_apart(printed, at->second, at->first) ||
                                           is_said_in_short(*printed.witness, at->second, at->first)));
      if (mistake || of_one) {
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
        finding.severity = length >= kLeastCopy ? Severity::major : Severity::minor;
        finding.why = whole_paragraph ? "a paragraph is printed twice"
                      : last == at    ? "a sentence is printed twice"
                                      : "a passage is printed twice";
        findings.push_back(std::move(finding));
      }
      at = std::next(last);
    }
  }
  return findings;
}

}  // namespace yiwen
