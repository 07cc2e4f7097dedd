// SPDX-License-Identifier: Apache-2.0
//
// A physical cut is told from an editor's by evidence, and the evidence is printed:
//
//   split-mid-sentence   white space in the middle of a sentence that goes on behind it; that it is one sentence the
//                        words around the break say, or another text that has it whole
//   head-missing         a paragraph begins inside a clause of which another copy has the begin
//   tail-missing         a paragraph ends without a full stop, and another copy goes on; or nothing else explains it,
//                        neither a copy that closes the sentence there nor that all copies end it alike. What follows
//                        may read like the rest of the sentence: another text tells that it is not
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
#include "classify/rule_words.h"
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

  // What another text has before or behind the words of a paragraph: the reference of a row before and behind those of
  // a witness, and the other way round.
  void compare_with_reference(const DiffedRow& row) {
    const auto& cells = row.row->cells;
    for (std::size_t c = 1; c < cells.size(); ++c) {
      const auto& cell = cells[c];
      if (cell.witness == cells[0].witness || cell.echo) continue;
      const auto& sentences = witnesses_[cell.witness].witness->sentences;
      const Side reference{cells[0].witness, cells[0].first_sentence, cells[0].last_sentence, cell.reference_range,
                           cells[0].range};
      const Side witness{cell.witness,
                         cell.first_sentence,
                         cell.last_sentence,
                         cell.range,
                         {sentences[cell.first_sentence].normal.begin, sentences[cell.last_sentence].normal.end}};
      find_seams(row.diffs[c], cell, *witnesses_[cells[0].witness].witness->normal);
      compare_sides(reference, witness, row.diffs[c].edits);
      auto edits = row.diffs[c].edits;
      for (auto& edit : edits) std::swap(edit.left, edit.right);
      compare_sides(witness, reference, edits);
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
          add_head({second.witness, second.first_sentence, second.last_sentence, second.range, second.range},
                   Place{first.witness, printed.printed(head.left)}, Severity::major,
                   "a second copy begins in the middle of a sentence of the first");
        }
      }
    }
  }

  // A missing full stop where no other text is known that goes on. Where another text closes the sentence at this
  // place, no words are missing; where all end it alike, they are told of once.
  void find_open_ends() {
    for (std::uint32_t w = 0; w < witnesses_.size(); ++w) {
      const auto& witness = *witnesses_[w].witness;
      if (!ends_most_paragraphs_with_stop(witness)) continue;
      for (std::uint32_t s = 0; s < witness.sentences.size(); ++s) {
        const auto& sentence = witness.sentences[s];
        if (sentence.kind != BlockKind::body || !sentence.ends_block || sentence.ends_with_stop) continue;
        if (tails_[w].contains(sentence.normal.end) || seams_.contains({w, sentence.normal.end})) continue;
        if (witness.units[s].size() < kLeastParagraph || ends_on_purpose(w, sentence)) continue;
        const auto others = other_ends_of(w, sentence.normal.end);
        if (std::any_of(others.begin(), others.end(), [](const End& end) { return end.sentence->ends_with_stop; }))
          continue;
        add_open_end(w, sentence, others);
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

  void note(const DiffedRow& row) {
    const auto& reference = row.row->cells[0];
    note_common_breaks(row);
    for (const auto& cell : row.row->cells) {
      for (auto s = cell.first_sentence; s <= cell.last_sentence; ++s) linked_[cell.witness].insert(s);
      if (cell.echo || cell.witness == reference.witness) continue;
      begins_[{reference.witness, cell.reference_range.begin}].push_back(&cell);
      ends_[{reference.witness, cell.reference_range.end}].push_back(&cell);
      begins_[{cell.witness, cell.range.begin}].push_back(&reference);
      ends_[{cell.witness, cell.range.end}].push_back(&reference);
      note_end(cell, {reference.witness, cell.reference_range.end});
    }
  }

  std::vector<Finding> findings;

 private:
  // The words of one text in a row, and all that the text has of their sentences.
  struct Side {
    std::uint32_t witness, first_sentence, last_sentence;
    TextRange<Normal> words;
    TextRange<Normal> all;
  };

  // What `whole` has that `cut` lacks at the begin or end of a paragraph. The edits lead from `whole` to `cut`.
  void compare_sides(const Side& whole, const Side& cut, const std::vector<Edit>& edits) {
    const auto& printed = witnesses_[whole.witness];
    const auto& normal = *printed.witness->normal;
    const auto& other = *witnesses_[cut.witness].witness->normal;
    const auto place = [&](TextRange<Normal> words) { return Place{whole.witness, printed.printed(words)}; };
    // Two parts of one sentence that stand apart on a page: the text that is cut has both, in other places. Where it
    // has words of its own at the seam, it begins or ends as it means to.
    const bool begins_alike = edits.empty() || edits.front().left.begin > whole.words.begin;
    const bool ends_alike = edits.empty() || edits.back().left.end < whole.words.end;
    const TextRange<Normal> before{whole.all.begin, whole.words.begin}, behind{whole.words.end, whole.all.end};
    if (begins_alike && text_length(normal, before) >= kLeastLost && is_inside_clause(normal, before)) {
      if (part_of(cut.witness, ends_, whole.witness, before.end)) {
        add_head(cut, place(before), Severity::major,
                 "a paragraph begins inside a clause; its begin stands elsewhere on the page");
      } else {
        add_head(cut, place(before), Severity::critical,
                 "a paragraph begins inside a clause whose begin another text has");
      }
    }
    if (ends_alike && text_length(normal, behind) >= kLeastLost) {
      const bool in_clause = !normal.clause_begins(behind.begin);
      const auto* rest = part_of(cut.witness, begins_, whole.witness, behind.begin);
      if (rest && rest->range.begin == cut.words.end) {
        const bool broken = in_clause && breaks_off(cut);
        if (broken) add_split(cut.witness, cut.words.end, {cut.words.begin, rest->range.end});
      } else if (rest) {
        add_tail(cut, place(behind), in_clause, Severity::major,
                 "a paragraph ends without a full stop; it goes on elsewhere on the page");
      } else {
        add_tail(cut, place(behind), in_clause, Severity::critical,
                 "a paragraph ends without a full stop where another text goes on");
      }
    }
    const auto head = lost_head(edits, normal, whole.words, other);
    if (const auto stub =
            is_inside_clause(normal, head.lost) ? stub_before(cut, normal.slice(head.lost)) : std::nullopt) {
      add_split(cut.witness, cut.words.begin, {*stub, cut.words.end}, place(head.edits));
    } else if (text_length(normal, head.lost) >= kLeastLost && is_inside_clause(normal, head.lost)) {
      add_head(cut, place(head.edits), Severity::critical,
               "a paragraph begins inside a clause whose begin another text has");
    }
    find_lost_at_break(whole, cut, edits);
    const auto tail = lost_tail(edits, normal, whole.words, other);
    if (text_length(normal, tail.lost) >= kLeastLost) {
      add_tail(cut, place(tail.edits), !normal.clause_begins(tail.lost.begin), Severity::critical,
               "a paragraph ends without a full stop where another text goes on");
    }
  }

  // Where a sentence was joined over a break, and another text has more at just that place: two sentences, of which the
  // upper one lost its tail or the lower one its head.
  void find_lost_at_break(const Side& whole, const Side& cut, const std::vector<Edit>& edits) {
    const auto& printed = witnesses_[whole.witness];
    const auto& normal = *printed.witness->normal;
    const auto& other = *witnesses_[cut.witness].witness->normal;
    for (auto s = cut.first_sentence; s <= cut.last_sentence; ++s) {
      const auto at = break_in(*witnesses_[cut.witness].witness, witnesses_[cut.witness].witness->sentences[s]);
      if (!at || *at <= cut.words.begin || *at >= cut.words.end) continue;
      for (const auto& edit : edits) {
        const Place words{whole.witness, printed.printed(edit.left)};
        if (edit.right.end == *at) {
          const auto lost = lost_tail({edit}, normal, {whole.words.begin, edit.left.end}, other).lost;
          const Side upper{cut.witness, s, s, {cut.words.begin, *at}, cut.all};
          if (text_length(normal, lost) >= kLeastLost) {
            add_tail(upper, words, !normal.clause_begins(lost.begin), Severity::critical,
                     "a paragraph ends without a full stop where another text goes on");
          }
        } else if (edit.right.begin == *at) {
          const auto lost = lost_head({edit}, normal, {edit.left.begin, whole.words.end}, other).lost;
          const Side lower{cut.witness, s, s, {*at, cut.words.end}, cut.all};
          if (text_length(normal, lost) >= kLeastLost && is_inside_clause(normal, lost)) {
            add_head(lower, words, Severity::critical,
                     "a paragraph begins inside a clause whose begin another text has");
          }
        }
      }
    }
  }

  // Whether a paragraph ends with these words, without a full stop. Where one closes the sentence, or the next one
  // follows in the same paragraph, nothing is cut: the other text lost the mark between two sentences.
  [[nodiscard]] bool breaks_off(const Side& side) const {
    const auto& sentence = witnesses_[side.witness].witness->sentences[side.last_sentence];
    return sentence.ends_block && !sentence.ends_with_stop && sentence.normal.end == side.words.end;
  }

  // 新华社北京1月14日电（记者李明）: a desk takes it off or writes its own; it is no begin of a sentence.
  static bool is_dateline(std::u32string_view words) {
    constexpr std::size_t kLongest = 40;
    return words.size() <= kLongest && holds_one_of(words, rule_words("wire-report")) &&
           holds_one_of(words, rule_words("wire-sender"));
  }

  // Words behind which a clause goes on, and not what somebody is said to have said.
  static bool is_inside_clause(const NormalText& normal, TextRange<Normal> head) {
    if (normal.clause_begins(head.end)) return false;
    const auto words = normal.slice(head);
    return !is_scaffolding(words) && !is_dateline(words) &&
           !ends_with_one_of(words, rule_words("speaker-end"));
  }

  // By a place of one text: the words that another text has of what begins (ends) there.
  using PartsAt = std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<const Cell*>>;

  static const Cell* part_of(std::uint32_t text, const PartsAt& parts, std::uint32_t witness, std::uint32_t at) {
    const auto found = parts.find({witness, at});
    if (found == parts.end()) return nullptr;
    const auto cell =
        std::find_if(found->second.begin(), found->second.end(), [&](const Cell* c) { return c->witness == text; });
    return cell == found->second.end() ? nullptr : *cell;
  }

  // Where all texts of a row break their sentence at the same place, the break is the text's own.
  void note_common_breaks(const DiffedRow& row) {
    const auto& cells = row.row->cells;
    const auto breaks_of = [&](const Cell& cell) {
      std::vector<std::uint32_t> breaks;
      const auto& witness = *witnesses_[cell.witness].witness;
      for (auto s = cell.first_sentence; s <= cell.last_sentence; ++s) {
        if (const auto at = break_in(witness, witness.sentences[s])) breaks.push_back(*at);
      }
      return breaks;
    };
    for (const auto at : breaks_of(cells[0])) {
      std::vector<std::pair<std::uint32_t, std::uint32_t>> places{{cells[0].witness, at}};
      bool common = true;
      for (std::size_t c = 1; c < cells.size() && common; ++c) {
        if (cells[c].echo || cells[c].witness == cells[0].witness) continue;
        const auto breaks = breaks_of(cells[c]);
        const auto same = std::find_if(breaks.begin(), breaks.end(),
                                       [&](std::uint32_t b) { return in_reference(row.diffs[c], cells[c], b) == at; });
        common = same != breaks.end();
        if (common) places.emplace_back(cells[c].witness, *same);
      }
      if (common && places.size() > 1) common_breaks_.insert(places.begin(), places.end());
    }
  }

  void add_split(std::uint32_t w, std::uint32_t at, TextRange<Normal> sentence, std::optional<Place> other = {}) {
    if (!seams_.insert({w, at}).second) return;
    const bool common = common_breaks_.contains({w, at});
    findings.push_back(cut(w, "split-mid-sentence", beside(witnesses_[w], at, at, sentence),
                           common ? Severity::folded : Severity::minor,
                           common ? "a break in the middle of a sentence, where every text has it"
                                  : "a break in the middle of a sentence that goes on behind it"));
    findings.back().other = other;
  }

  // A paragraph that the words begin, or what stands behind a break there, lost its head.
  void add_head(const Side& side, Place other, Severity severity, const char* why) {
    const auto at = side.words.begin;
    const auto& printed = witnesses_[side.witness];
    const auto& sentence = printed.witness->sentences[side.first_sentence];
    if (sentence.kind != BlockKind::body) return;
    const bool behind_break = break_in(*printed.witness, sentence) == at;
    if (!behind_break && (!sentence.starts_block || at != sentence.normal.begin)) return;
    if (!heads_[side.witness].insert(at).second) return;
    findings.push_back(
        cut(side.witness, "head-missing", beside(printed, at, at, {at, sentence.normal.end}), severity, why));
    findings.back().other = other;
  }

  // A paragraph that the words end, or what stands before a break there, lost its tail. `in_clause`: the other text
  // goes on in the middle of a clause.
  void add_tail(const Side& side, Place other, bool in_clause, Severity severity, const char* why) {
    const auto at = side.words.end;
    const auto& printed = witnesses_[side.witness];
    const auto& sentence = printed.witness->sentences[side.last_sentence];
    // A heading may condense a sentence to its begin, but hardly to half a clause of it.
    if (sentence.kind != BlockKind::body && !(sentence.kind == BlockKind::heading && in_clause)) return;
    const bool before_break = break_in(*printed.witness, sentence) == at;
    if (!before_break && (!sentence.ends_block || sentence.ends_with_stop || at != sentence.normal.end)) return;
    if (!tails_[side.witness].insert(at).second) return;
    findings.push_back(
        cut(side.witness, "tail-missing", beside(printed, at, at, {sentence.normal.begin, at}), severity, why));
    findings.back().other = other;
  }

  // A sentence that ends where the words of a row end.
  struct End {
    std::uint32_t witness;
    const Sentence* sentence;
  };
  using EndPlace = std::pair<std::uint32_t, std::uint32_t>;  // a witness and a place in it

  void note_end(const Cell& cell, EndPlace reference) {
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
  std::vector<End> other_ends_of(std::uint32_t w, std::uint32_t at) const {
    const auto same = same_end_.find({w, at});
    const auto found = ends_at_.find(same == same_end_.end() ? EndPlace{w, at} : same->second);
    if (found == ends_at_.end()) return {};
    auto others = found->second;
    std::erase_if(others, [&](const End& end) { return end.witness == w && end.sentence->normal.end == at; });
    return others;
  }

  bool ends_text(std::uint32_t w, const Sentence& sentence) const {
    const auto& sentences = witnesses_[w].witness->sentences;
    return std::none_of(sentences.begin(), sentences.end(), [&](const Sentence& other) {
      return other.kind == BlockKind::body && other.normal.begin >= sentence.normal.end;
    });
  }

  void add_open_end(std::uint32_t w, const Sentence& sentence, const std::vector<End>& others) {
    const auto place_of = [&](std::uint32_t witness, const Sentence& s) {
      return beside(witnesses_[witness], s.normal.end, s.normal.end, s.normal);
    };
    tails_[w].insert(sentence.normal.end);
    if (others.empty()) {
      findings.push_back(cut(
          w, "tail-missing", place_of(w, sentence), Severity::major,
          "a paragraph ends without a full stop; no text is known that goes on: cannot tell whether words are lost"));
      find_continuation(w);
      return;
    }
    const bool end_of_all = ends_text(w, sentence) && std::all_of(others.begin(), others.end(), [&](const End& other) {
                              return ends_text(other.witness, *other.sentence);
                            });
    findings.push_back(cut(w, "tail-missing", place_of(w, sentence), end_of_all ? Severity::folded : Severity::minor,
                           end_of_all
                               ? "the text ends without a full stop, and so does every other text that has this end"
                               : "a paragraph ends without a full stop, and so it does in every text that has it: "
                                 "cannot tell whether words are lost"));
    for (const auto& other : others) {
      if (!tails_[other.witness].insert(other.sentence->normal.end).second) continue;
      findings.back().more.push_back({other.witness, place_of(other.witness, *other.sentence)});
    }
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
  std::optional<std::uint32_t> stub_before(const Side& side, std::u32string_view lost) const {
    const auto& witness = *witnesses_[side.witness].witness;
    if (side.first_sentence == 0 || !witness.sentences[side.first_sentence].starts_block) return {};
    const auto& above = witness.sentences[side.first_sentence - 1];
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
    findings.push_back(cut(w, "head-missing",
                           beside(witnesses_[w], sentence.normal.begin, sentence.normal.begin, sentence.normal),
                           Severity::major,
                           "seems to go on with a paragraph that breaks off elsewhere on the page; cannot tell for "
                           "certain, because no other text has it"));
  }

  std::span<const PrintedWitness> witnesses_;
  // Of each witness: where a begin or an end was reported, and which sentences stand in a row.
  std::vector<std::set<std::uint32_t>> heads_, tails_, linked_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seams_;  // witness and place of each split
  std::set<std::pair<std::uint32_t, std::uint32_t>> common_breaks_;
  PartsAt begins_, ends_;
  std::map<EndPlace, EndPlace> same_end_;         // of a witness -> of the reference of its row
  std::map<EndPlace, std::vector<End>> ends_at_;  // by place in the reference
};

}  // namespace

std::vector<Finding> find_cuts(std::span<const PrintedWitness> witnesses, std::span<const DiffedRow> rows,
                               const Alignment& alignment) {
  CutFinder finder(witnesses);
  for (const auto& row : rows) finder.note(row);
  for (const auto& row : rows) finder.compare_with_reference(row);
  finder.find_splits();
  for (const auto& row : rows) finder.compare_copies(row);
  finder.find_open_ends();
  finder.find_shuffled_columns(alignment);
  return std::move(finder.findings);
}

}  // namespace yiwen
