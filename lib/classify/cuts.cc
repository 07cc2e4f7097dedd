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
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"
#include "classify/cut_findings.h"
#include "classify/lost_ends.h"
#include "classify/open_ends.h"
#include "classify/page_furniture.h"
#include "classify/parts_at.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/scaffolding.h"
#include "classify/structure.h"
#include "classify/torn_heads.h"
#include "classify/torn_pieces.h"
#include "diff/reading_diff.h"
#include "diff/stated_day.h"
#include "diff/titles.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace {

// The same where a paragraph breaks off in a text that ends its paragraphs with stops: the last word of a sentence, and
// not 了 alone. Range 2-3. One is enough where the text ends there and another has more of the story.
constexpr std::uint32_t kLeastLostAtEnd = 2;
// A paragraph of fewer characters may be a label, which has no full stop. Range 15-30.
constexpr std::uint32_t kLeastRunningText = 20;
// Of words that another text has more, so many characters are compared with those that stand behind (before) a break.
// Range 8 to 16.
constexpr std::size_t kComparedAtBreak = 12;
// Share of a second copy that the first one has too. Range .8-.95.
constexpr double kCopyShare = 0.9;

bool is_comma(char32_t c) {
  return std::u32string_view(U"，、,").find(horizontal_mark(c)) != std::u32string_view::npos;
}

// (三)缆绳等大件渔具;: an item of a list, behind which another one stands.
bool ends_item(const PrintedWitness& printed, const Sentence& sentence) {
  auto end = sentence.range.end;
  const char32_t last = previous_code_point(printed.text, end);
  return sentence.ends_block && (last == ';' || last == U'；');
}

// 澜湾市人民政府办公室 | 2031年3月5日: a line that names who signs, above the day. Others begin a sentence with that
// name.
bool is_signature(const PrintedWitness& printed, const Sentence& sentence) {
  constexpr std::size_t kLongestDay = 14;  // characters: 二〇三一年十二月二十五日 and a blank or two
  const std::string_view text = printed.text;
  auto begin = sentence.range.begin;
  if (sentence.ends_with_stop || (begin > 0 && !is_line_break(previous_code_point(text, begin)))) return false;
  const auto line = text.find_first_not_of(" \t\r\n", sentence.range.end);
  if (line == std::string_view::npos ||
      text.substr(sentence.range.end, line - sentence.range.end).find('\n') == std::string_view::npos)
    return false;
  const auto day = normalize(text.substr(line, text.find('\n', line) - line), Layer::script).chars;
  return day.size() <= kLongestDay && stated_day(day).has_value();
}

// Whether at most one paragraph of the text ends with a comma.
bool has_one_comma_end(std::string_view text) {
  int lines = 0;
  char32_t last = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_line_break(c) && is_comma(last) && ++lines > 1) return false;
    if (!is_space(c) || is_line_break(c)) last = c;
  }
  return lines + (is_comma(last) ? 1 : 0) <= 1;
}

// 一、总则General Provisions…: behind Chinese words a text goes on in another writing, with their translation.
bool is_translation(const NormalText& normal, TextRange<Normal> words) {
  constexpr std::uint32_t kLeastLetters = 24;  // of a phrase; a name or a term has fewer
  const auto chars = normal.slice(words);
  return words.size() >= kLeastLetters && words.begin > 0 && is_han(normal.chars[words.begin - 1]) &&
         std::none_of(chars.begin(), chars.end(), is_han);
}

// Compares the texts of each row at the begins and ends of their paragraphs.
class CutFinder {
 public:
  explicit CutFinder(std::span<const PrintedWitness> witnesses)
      : witnesses_(witnesses), cuts_(witnesses), open_ends_(witnesses), pieces_(witnesses) {
    for (const auto& witness : witnesses) {
      has_one_comma_end_.push_back(has_one_comma_end(witness.text) ? 1 : 0);
      ends_with_stops_.push_back(ends_most_paragraphs_with_stop(*witness.witness) ? 1 : 0);
    }
  }

  // White space inside a sentence, unless another text told that the sentence does not go on behind it.
  void find_splits() {
    for (std::uint32_t w = 0; w < witnesses_.size(); ++w) {
      const auto& witness = *witnesses_[w].witness;
      for (const auto& sentence : witness.sentences) {
        const auto at = break_in(witness, sentence);
        if (at && !cuts_.has_head(w, *at) && !cuts_.has_tail(w, *at)) cuts_.add_split(w, *at, sentence.normal);
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
      const WordsInRow reference{cells[0].witness, cells[0].first_sentence, cells[0].last_sentence,
                                 cell.reference_range, cells[0].range};
      const WordsInRow witness{cell.witness,
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

  // Paragraphs that break off in the first words of a sentence.
  void find_first_words(const DiffedRow& row) {
    const auto& reference = row.row->cells[0];
    for (const auto& cell : row.row->cells)
      if (cell.witness != reference.witness && !cell.echo) find_first_words(reference, cell);
  }

  // The same for two texts of which neither is the reference, where a paragraph begins otherwise than the reference
  // does: that may have put other words where the sentence was torn.
  void compare_heads(const DiffedRow& row) {
    const auto& cells = row.row->cells;
    for (std::size_t c = 1; c < cells.size(); ++c) {
      const auto& cell = cells[c];
      const auto& torn = *witnesses_[cell.witness].witness;
      const auto& sentence = torn.sentences[cell.first_sentence];
      const auto& edits = row.diffs[c].edits;
      if (cell.echo || !sentence.starts_block || sentence.normal.begin != cell.range.begin) continue;
      if (edits.empty() || edits.front().right.begin != cell.range.begin) continue;
      if (cuts_.has_head(cell.witness, cell.range.begin) || cuts_.has_split(cell.witness, cell.range.begin)) continue;
      const auto first_words = torn.normal->slice(cell.range).substr(0, kLeastLost);
      for (std::size_t d = 1; d < cells.size(); ++d) {
        const auto& other = cells[d];
        if (other.echo || other.witness == cell.witness || other.witness == cells[0].witness) continue;
        const auto& printed = witnesses_[other.witness];
        const auto& normal = *printed.witness->normal;
        // Few have the words at all, and fewer behind others: only those are worth a diff.
        const auto at = normal.slice(other.range).find(first_words);
        if (at == std::u32string_view::npos || at < kLeastLost) continue;
        const auto diff = diff_readings(normal, other.range, *torn.normal, cell.range);
        const auto head = lost_head(diff.edits, normal, other.range, *torn.normal);
        if (!is_head_of(head, normal, *torn.normal, cell.range, diff.edits)) continue;
        if (is_page_furniture(printed, head.edits) || is_set_off_dateline(printed, head.lost)) continue;
        cuts_.add_head({cell.witness, cell.first_sentence, cell.last_sentence, cell.range, cell.range},
                       Place{other.witness, printed.printed(head.edits)}, Severity::critical,
                       "a paragraph begins inside a clause whose beginning another text has");
        break;
      }
    }
  }

  // A copy that lacks the head or the tail of the other one.
  void compare_copies(const DiffedRow& row) {
    const auto& cells = row.row->cells;
    for (const auto& whole : cells) {
      for (const auto& cut : cells) {
        if (whole.witness == cut.witness && whole.first_sentence != cut.first_sentence) compare_copies(whole, cut);
      }
    }
  }

  void compare_copies(const Cell& whole, const Cell& cut) {
    const auto& printed = witnesses_[whole.witness];
    const auto& normal = *printed.witness->normal;
    if (normal.slice(whole.range) == normal.slice(cut.range)) return;
    const auto diff = diff_readings(normal, whole.range, normal, cut.range);
    if (diff.shared_units < kCopyShare * diff.right_units || diff.edits.empty()) return;
    const auto &head = diff.edits.front(), &tail = diff.edits.back();
    // A lead tells the last clause of a sentence, and goes on with something else.
    const bool retold = normal.clause_begins(head.left.end) && !go_on_alike(*printed.witness, whole, cut);
    if (head.right.empty() && head.left.begin == whole.range.begin && head.left.size() >= kLeastLost && !retold &&
        !is_announced(printed, head.left.end)) {
      cuts_.add_head(side_of(cut), Place{whole.witness, printed.printed(head.left)}, Severity::major,
                     whole.first_sentence < cut.first_sentence
                         ? "a second copy begins in the middle of a sentence of the first"
                         : "a first copy begins in the middle of a sentence of the second");
    }
    // A heading, or a label, says the begin of its paragraph.
    const bool running = printed.witness->sentences[cut.last_sentence].kind == BlockKind::body &&
                         is_in_long_paragraph(*printed.witness, cut.last_sentence);
    if (running && tail.right.empty() && tail.left.end == whole.range.end && tail.left.size() >= kLeastLost) {
      cuts_.add_tail(side_of(cut), Place{whole.witness, printed.printed(tail.left)},
                     !normal.clause_begins(tail.left.begin), Severity::major,
                     "a copy ends without a full stop where the other one goes on");
    }
  }

  // Whether the same sentence follows both cells, as far as one does.
  static bool go_on_alike(const Witness& witness, const Cell& one, const Cell& other) {
    const auto& all = witness.sentences;
    const auto last = static_cast<std::uint32_t>(all.size()) - 1;
    if (one.last_sentence == last || other.last_sentence == last) return true;
    return witness.normal->slice(all[one.last_sentence + 1].normal) ==
           witness.normal->slice(all[other.last_sentence + 1].normal);
  }

  // Behind a colon or an opening quotation mark the words are said, or called so: a copy may begin with them.
  static bool is_announced(const PrintedWitness& printed, std::uint32_t at) {
    const auto& from = printed.witness->normal->from;
    for (auto mark = from[at - 1].end; mark < from[at].begin;) {
      const char32_t c = horizontal_mark(next_code_point(printed.text, mark));
      if (std::u32string_view(U":：“‘「『《\"").find(c) != std::u32string_view::npos) return true;
    }
    return false;
  }

  static bool ends_paragraph(const Witness& witness, std::uint32_t at) {
    const auto& all = witness.sentences;
    const auto ending =
        std::partition_point(all.begin(), all.end(), [&](const Sentence& s) { return s.normal.end < at; });
    return ending != all.end() && ending->normal.end == at && ending->ends_block;
  }

  // On a page with paragraphs that begin and end in the middle, columns changed places: what stands in another order
  // than in the base was not put there by an editor.
  void find_shuffled_columns(const Alignment& alignment) {
    for (const auto& move : alignment.moves) {
      const auto& printed = witnesses_[move.witness];
      if (!cuts_.has_heads_and_tails(move.witness) || !borders_on_cut(move)) continue;
      for (const auto& sentence : printed.witness->sentences) {
        if (!sentence.normal.contains(move.range.begin) || !sentence.starts_block) continue;
        if (cuts_.has_head(move.witness, sentence.normal.begin)) continue;
        if (!ends_paragraph(*printed.witness, move.range.end)) continue;  // an editor's: columns are whole paragraphs
        cuts_.add(move.witness, "out-of-order", cuts_.beside(move.witness, move.range.begin, sentence.normal),
                  Severity::major,
                  "stands in another order than in the base, on a page whose paragraphs begin and end in mid-sentence");
      }
    }
  }

  // Whether a paragraph is cut where the moved words begin or end: those that an editor moved are whole, and so are
  // their neighbours.
  [[nodiscard]] bool borders_on_cut(const Move& move) const {
    const auto& sentences = witnesses_[move.witness].witness->sentences;
    const auto is_cut_at = [&](std::uint32_t at) {
      return std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& sentence) {
        return (sentence.normal.begin == at && cuts_.has_head(move.witness, at)) ||
               (sentence.normal.end == at && cuts_.has_tail(move.witness, at));
      });
    };
    return is_cut_at(move.range.begin) || is_cut_at(move.range.end);
  }

  void note(const DiffedRow& row) {
    const auto& reference = row.row->cells[0];
    open_ends_.note(row);
    note_common_breaks(row);
    for (const auto& cell : row.row->cells) {
      if (cell.echo || cell.witness == reference.witness) continue;
      begins_.add(reference.witness, cell.reference_range.begin, cell);
      ends_.add(reference.witness, cell.reference_range.end, cell);
      begins_.add(cell.witness, cell.range.begin, reference);
      ends_.add(cell.witness, cell.range.end, reference);
    }
  }

  void find_open_ends() { open_ends_.find(cuts_); }

  // REQUIRES: all rows are noted
  void close_notes() {
    begins_.sort();
    ends_.sort();
    pieces_.find_unlinked(open_ends_);
  }
  [[nodiscard]] const std::vector<Place>& pieces() const { return pieces_.places(); }
  [[nodiscard]] std::vector<Finding> take() && { return std::move(cuts_).take(); }

 private:
  // What `whole` has that `cut` lacks at the begin or end of a paragraph. The edits lead from `whole` to `cut`.
  void compare_sides(const WordsInRow& whole, const WordsInRow& cut, const std::vector<Edit>& edits) {
    const auto& printed = witnesses_[whole.witness];
    const auto& normal = *printed.witness->normal;
    const auto& other = *witnesses_[cut.witness].witness->normal;
    const auto place = [&](TextRange<Normal> words) { return Place{whole.witness, printed.printed(words)}; };
    // Two parts of one sentence that stand apart on a page: the text that is cut has both, in other places. Where it
    // has words of its own at the seam, it begins or ends as it means to.
    const bool begins_alike = edits.empty() || edits.front().left.begin > whole.words.begin;
    const bool ends_alike = edits.empty() || edits.back().left.end < whole.words.end;
    const TextRange<Normal> before{whole.all.begin, whole.words.begin}, behind{whole.words.end, whole.all.end};
    if (const auto* begin = ends_.find(cut.witness, whole.witness, before.end);
        begins_alike && !is_set_off_dateline(printed, before) &&
        (text_length(normal, before) >= kLeastLost || (begin && !before.empty() && breaks_off(*begin))) &&
        (is_inside_clause(normal, before) || (begin && begins_with_mark(witnesses_[cut.witness], cut)))) {
      if (begin && is_cut_between(cut.witness, begin->last_sentence, cut.first_sentence)) {
        cuts_.add_split(cut.witness, begin->range.end, {begin->range.begin, cut.words.end});
      } else if (stands_before(cut, normal.slice(before))) {
        add_split_before(cut, place(before));
      } else if (begin) {
        cuts_.add_head(cut, place(before), Severity::major,
                       "a paragraph begins inside a clause; its beginning stands elsewhere on the page");
      } else {
        cuts_.add_head(cut, place(before), Severity::critical,
                       "a paragraph begins inside a clause whose beginning another text has");
      }
    }
    if (const auto* rest = begins_.find(cut.witness, whole.witness, behind.begin);
        ends_alike && (text_length(normal, behind) >= kLeastLost || (rest && !behind.empty() && breaks_off(cut)))) {
      const bool in_clause =
          !normal.clause_begins(behind.begin) || (rest && begins_with_mark(witnesses_[cut.witness], side_of(*rest)));
      if (rest && (rest->range.begin == cut.words.end ||
                   is_cut_between(cut.witness, cut.last_sentence, rest->first_sentence))) {
        const bool broken = in_clause && breaks_off(cut);
        if (broken) cuts_.add_split(cut.witness, cut.words.end, {cut.words.begin, rest->range.end});
      } else if (stands_behind(cut, normal.slice(behind))) {
        add_split_behind(cut, place(behind));
      } else if (is_signature(witnesses_[cut.witness], witnesses_[cut.witness].witness->sentences[cut.last_sentence])) {
        // The name ends its line.
      } else if (rest) {
        cuts_.add_tail(cut, place(behind), in_clause, Severity::major,
                       "a paragraph ends without a full stop; it goes on elsewhere on the page");
      } else if (!pieces_.go_on_as_list(cut, normal.slice(behind))) {
        cuts_.add_tail(cut, place(behind), in_clause, Severity::critical,
                       "a paragraph ends without a full stop where another text goes on");
      }
    }
    const auto head = lost_head(edits, normal, whole.words, other);
    const auto tail = lost_tail(edits, normal, whole.words, other);
    const bool dateline = is_set_off_dateline(printed, head.lost);
    if (const auto piece = pieces_.find(cut.witness, normal.slice(head.lost), Piece::head);
        !dateline && piece && stands_before(cut, normal.slice(head.lost))) {
      add_split_before(cut, place(head.edits));
      pieces_.add(cut.witness, witnesses_[cut.witness].witness->sentences[*piece].range);
    } else if (!dateline && piece && begins_block(witnesses_[cut.witness], cut)) {
      cuts_.add_head(cut, place(head.edits), Severity::major,
                     "a paragraph begins inside a clause; its beginning stands elsewhere on the page");
      add_piece(cut.witness, *piece, Piece::head, place({head.lost.end, whole.words.end}));
    }
    if (const auto piece = pieces_.find(cut.witness, normal.slice(tail.lost), Piece::tail);
        piece && stands_behind(cut, normal.slice(tail.lost))) {
      add_split_behind(cut, place(tail.edits));
      pieces_.add(cut.witness, witnesses_[cut.witness].witness->sentences[*piece].range);
    } else if (piece && breaks_off(cut)) {
      cuts_.add_tail(cut, place(tail.edits), true, Severity::major,
                     "a paragraph ends without a full stop; it goes on elsewhere on the page");
      add_piece(cut.witness, *piece, Piece::tail, place({whole.words.begin, tail.lost.begin}));
    }
    if (dateline) {
      // The text that lacks it begins with its first sentence.
    } else if (const auto stub =
                   is_inside_clause(normal, head.lost) ? stub_before(cut, normal.slice(head.lost)) : std::nullopt) {
      cuts_.add_split(cut.witness, cut.words.begin, {*stub, cut.words.end}, place(head.edits));
    } else if (stands_before(cut, normal.slice(head.lost))) {
      if (is_inside_clause(normal, head.lost)) add_split_before(cut, place(head.edits));
    } else if ((is_head_of(head, normal, other, cut.words, edits) ||
                is_head_before_mark(head, normal, witnesses_[cut.witness], cut, edits)) &&
               !is_page_furniture(witnesses_[whole.witness], head.edits)) {
      cuts_.add_head(cut, place(head.edits), Severity::critical,
                     "a paragraph begins inside a clause whose beginning another text has");
    } else if (is_head_of_text(head, printed, whole, witnesses_[cut.witness], cut, edits) &&
               !is_page_furniture(printed, head.edits)) {
      cuts_.add_head(cut, place(head.edits), normal.clause_begins(head.lost.end) ? Severity::major : Severity::critical,
                     "the text begins inside a sentence whose beginning another text has");
    }
    find_lost_at_break(whole, cut, edits);
    if (tail.lost.empty()) return;
    const auto& last = witnesses_[cut.witness].witness->sentences[cut.last_sentence];
    const bool at_break = break_in(*witnesses_[cut.witness].witness, last) == cut.words.end;
    const auto least =
        at_break ? least_lost_at_break(whole, tail.lost, cut.witness, last) : least_lost_at_end(whole, tail.lost, cut);
    if (is_translation(normal, tail.lost)) {
      // The text that has no translation lost nothing.
    } else if (stands_behind(cut, normal.slice(tail.lost))) {
      if (!at_break) add_split_behind(cut, place(tail.edits));
    } else if (ends_item(witnesses_[cut.witness], last) && normal.clause_begins(tail.lost.begin)) {
      // The other text has more items; which, their own rows say.
    } else if (is_signature(witnesses_[cut.witness], last)) {
      // The name ends its line.
    } else if (is_bracket_of_heading(whole, tail.lost, cut)) {
      // 议事规则 → 议事规则（2031年修订）: a line of the head of a document, whole without its bracket.
    } else if (text_length(normal, tail.lost) >= least && !pieces_.go_on_as_list(cut, normal.slice(tail.lost)) &&
               !is_page_furniture(witnesses_[whole.witness], tail.edits)) {
      cuts_.add_tail(cut, place(tail.edits), !normal.clause_begins(tail.lost.begin), Severity::critical,
                     "a paragraph ends without a full stop where another text goes on");
    }
  }

  // A short line without a full stop, which the other text has with a bracket behind it and no full stop either.
  [[nodiscard]] bool is_bracket_of_heading(const WordsInRow& whole, TextRange<Normal> lost,
                                           const WordsInRow& cut) const {
    constexpr std::u32string_view kOpening = U"(（[［【〔";
    const auto& printed = witnesses_[whole.witness];
    const auto& from = printed.witness->normal->from;
    if (lost.empty() || lost.begin == 0 || printed.witness->sentences[whole.last_sentence].ends_with_stop) return false;
    if (is_in_long_paragraph(*witnesses_[cut.witness].witness, cut.last_sentence)) return false;
    const auto gap =
        to_utf32(printed.text.substr(from[lost.begin - 1].end, from[lost.begin].begin - from[lost.begin - 1].end));
    return gap.find_first_of(kOpening) != std::u32string::npos;
  }

  // What seems lost at the end of a line, or before its begin, stands in the next one, or in the one above.
  [[nodiscard]] bool stands_behind(const WordsInRow& cut, std::u32string_view lost) const {
    const std::u32string_view chars = witnesses_[cut.witness].witness->normal->chars;
    return !lost.empty() && breaks_off(cut) &&
           chars.substr(cut.words.end).starts_with(lost.substr(0, kComparedAtBreak));
  }
  [[nodiscard]] bool stands_before(const WordsInRow& cut, std::u32string_view lost) const {
    const std::u32string_view chars = witnesses_[cut.witness].witness->normal->chars;
    return !lost.empty() && begins_block(witnesses_[cut.witness], cut) &&
           chars.substr(0, cut.words.begin)
               .ends_with(lost.substr(lost.size() - std::min(lost.size(), kComparedAtBreak)));
  }
  void add_split_behind(const WordsInRow& cut, Place words) {
    const auto& sentences = witnesses_[cut.witness].witness->sentences;
    cuts_.add_split(cut.witness, cut.words.end, {cut.words.begin, sentences[cut.last_sentence + 1].normal.end}, words);
  }
  void add_split_before(const WordsInRow& cut, Place words) {
    const auto& sentences = witnesses_[cut.witness].witness->sentences;
    cuts_.add_split(cut.witness, cut.words.begin, {sentences[cut.first_sentence - 1].normal.begin, cut.words.end},
                    words);
  }

  // `other`: the rest of the sentence, where another text has it.
  void add_piece(std::uint32_t w, std::uint32_t index, Piece kind, Place other) {
    const auto& sentence = witnesses_[w].witness->sentences[index];
    const auto range = witnesses_[w].code_points(sentence.range);
    pieces_.add(w, sentence.range);
    if (kind == Piece::head && cuts_.take_tail(w, sentence.normal.end)) {
      cuts_
          .add(w, "tail-missing", range, Severity::major,
               "a paragraph ends without a full stop; it goes on elsewhere on the page")
          .other = other;
    } else if (kind == Piece::tail && cuts_.take_head(w, sentence.normal.begin)) {
      cuts_
          .add(w, "head-missing", range, Severity::major,
               "a paragraph begins inside a clause; its beginning stands elsewhere on the page")
          .other = other;
    }
  }

  // Too little is left of the sentence to be matched, but it follows the one that the reference has before it.
  void find_first_words(const Cell& reference, const Cell& cell) {
    const auto &whole = witnesses_[reference.witness], &cut = witnesses_[cell.witness];
    const auto next = cell.last_sentence + 1, as_next = reference.last_sentence + 1;
    if (next >= cut.witness->sentences.size() || as_next >= whole.witness->sentences.size()) return;
    const auto &left = cut.witness->sentences[next], &sentence = whole.witness->sentences[as_next];
    if (left.kind != BlockKind::body || left.starts_block || !left.ends_block || left.normal.empty()) return;
    if (!ends_with_stops_[cell.witness] || open_ends_.is_linked(cell.witness, next) ||
        left.normal.size() >= sentence.normal.size())
      return;
    const auto words = cut.witness->normal->slice(left.normal);
    if (!whole.witness->normal->slice(sentence.normal).starts_with(words)) return;
    const TextRange<Normal> lost{sentence.normal.begin + left.normal.size(), sentence.normal.end};
    const WordsInRow side{cell.witness, next, next, left.normal, left.normal};
    cuts_.add_tail(side, Place{reference.witness, whole.printed(lost)},
                   !whole.witness->normal->clause_begins(lost.begin), Severity::critical,
                   "a paragraph ends without a full stop where another text goes on");
    if (cuts_.has_tail(cell.witness, left.normal.end)) pieces_.add(cell.witness, left.range);
  }

  // Where a sentence was joined over a break, and another text has more at just that place: two sentences, of which the
  // upper one lost its tail or the lower one its head.
  void find_lost_at_break(const WordsInRow& whole, const WordsInRow& cut, const std::vector<Edit>& edits) {
    const auto& printed = witnesses_[whole.witness];
    const auto& normal = *printed.witness->normal;
    const auto& other = *witnesses_[cut.witness].witness->normal;
    for (auto s = cut.first_sentence; s <= cut.last_sentence; ++s) {
      const auto& sentence = witnesses_[cut.witness].witness->sentences[s];
      const auto at = break_in(*witnesses_[cut.witness].witness, sentence);
      if (!at || *at <= cut.words.begin || *at >= cut.words.end) continue;
      for (const auto& edit : edits) {
        const Place words{whole.witness, printed.printed(edit.left)};
        if (edit.right.end == *at && edit.left.empty() && begins_paragraph(whole, edit.left.begin)) {
          find_open_end_at_break(cut.witness, s, {edit.right.begin, *at});
        } else if (edit.right.end == *at) {
          const auto lost = lost_tail({edit}, normal, {whole.words.begin, edit.left.end}, other).lost;
          const WordsInRow upper{cut.witness, s, s, {cut.words.begin, *at}, cut.all};
          if (text_length(normal, lost) >= least_lost_at_break(whole, lost, cut.witness, sentence)) {
            cuts_.add_tail(upper, words, !normal.clause_begins(lost.begin), Severity::critical,
                           "a paragraph ends without a full stop where another text goes on");
          }
        } else if (edit.right.begin == *at) {
          const auto lost = lost_head({edit}, normal, {edit.left.begin, whole.words.end}, other).lost;
          const WordsInRow lower{cut.witness, s, s, {*at, cut.words.end}, cut.all};
          if (text_length(normal, lost) >= kLeastLost && is_inside_clause(normal, lost)) {
            cuts_.add_head(lower, words, Severity::critical,
                           "a paragraph begins inside a clause whose beginning another text has");
          }
        }
      }
    }
  }

  [[nodiscard]] bool begins_paragraph(const WordsInRow& side, std::uint32_t at) const {
    const auto& sentence = witnesses_[side.witness].witness->sentences[side.first_sentence];
    return sentence.starts_block && sentence.normal.begin == at;
  }

  // Another text begins a paragraph behind the break of a sentence, and has nothing of what stands before it: that is
  // the end of a paragraph, and does not go on. 并且要在三年内建成 || 铁路专用线预计…. Behind a comma it does: the
  // other text left out the begin of the sentence. A short paragraph may be a label.
  void find_open_end_at_break(std::uint32_t w, std::uint32_t index, TextRange<Normal> words) {
    const auto& printed = witnesses_[w];
    const auto& sentences = printed.witness->sentences;
    const auto& sentence = sentences[index];
    auto end = sentence.cut->begin;
    if (!ends_with_stops_[w] || words.begin != sentence.normal.begin) return;
    if (!is_word(previous_code_point(printed.text, end))) return;
    auto first = index;
    while (first > 0 && !sentences[first].starts_block) --first;
    const TextRange<Normal> paragraph{sentences[first].normal.begin, words.end};
    if (text_length(*printed.witness->normal, paragraph) < kLeastRunningText) return;
    open_ends_.add_unknown(w, words, cuts_);
  }

  [[nodiscard]] bool breaks_off(const Cell& cell) const { return breaks_off(side_of(cell)); }

  static WordsInRow side_of(const Cell& cell) {
    return {cell.witness, cell.first_sentence, cell.last_sentence, cell.range, cell.range};
  }

  // Whether a paragraph ends with these words, without a full stop. Where one closes the sentence, or the next one
  // follows in the same paragraph, nothing is cut: the other text lost the mark between two sentences.
  [[nodiscard]] bool breaks_off(const WordsInRow& side) const {
    const auto& sentence = witnesses_[side.witness].witness->sentences[side.last_sentence];
    return sentence.ends_block && !sentence.ends_with_stop && sentence.normal.end == side.words.end;
  }

  // Whether nothing stands between two paragraphs but what is no story, and the upper one ends without a full stop.
  [[nodiscard]] bool is_cut_between(std::uint32_t w, std::uint32_t above, std::uint32_t below) const {
    const auto& sentences = witnesses_[w].witness->sentences;
    return below == above + 1 && sentences[above].ends_block && !sentences[above].ends_with_stop &&
           sentences[below].starts_block;
  }

  // A paragraph that alone of its text ends with a comma was cut there, however little is gone. Preambles end one after
  // the other with commas.
  [[nodiscard]] std::uint32_t least_lost_behind(std::uint32_t w, std::uint32_t end) const {
    return has_one_comma_end_[w] && is_comma(previous_code_point(witnesses_[w].text, end)) ? 1 : kLeastLost;
  }

  // What stood before the break of a sentence and ends with a full stop where another text has it: the break is the end
  // of a sentence, and any word that is gone was cut off. Behind a comma it may be the style of the text.
  [[nodiscard]] std::uint32_t least_lost_at_break(const WordsInRow& whole, TextRange<Normal> lost, std::uint32_t w,
                                                  const Sentence& sentence) const {
    auto end = sentence.cut->begin;
    const bool comma = is_comma(previous_code_point(witnesses_[w].text, end));
    return !comma && ends_with_stops_[w] && is_end_of_sentence(whole, lost) ? 1
                                                                            : least_lost_behind(w, sentence.cut->begin);
  }

  // Words with a full stop behind them, and not 了 alone.
  [[nodiscard]] bool is_end_of_sentence(const WordsInRow& whole, TextRange<Normal> words) const {
    const auto& text = *witnesses_[whole.witness].witness;
    return !is_function_only(text.normal->slice(words)) &&
           std::any_of(text.sentences.begin() + whole.first_sentence, text.sentences.begin() + whole.last_sentence + 1,
                       [&](const Sentence& s) { return s.normal.end == words.end && s.ends_with_stop; });
  }

  [[nodiscard]] std::uint32_t least_lost_at_end(const WordsInRow& whole, TextRange<Normal> lost,
                                                const WordsInRow& cut) const {
    const auto& printed = witnesses_[cut.witness];
    const auto& last = printed.witness->sentences[cut.last_sentence];
    // As long as the other text has it: little may be left of the sentence.
    const bool is_long = is_in_long_paragraph(*printed.witness, cut.last_sentence) ||
                         is_in_long_paragraph(*witnesses_[whole.witness].witness, whole.last_sentence);
    const bool told = ends_with_stops_[cut.witness] && is_long && !ends_on_purpose(printed, last);
    const bool stopped = last.ends_with_stop && !trails_off(printed, last);
    if (told && !stopped && !has_story_behind(cut) && has_story_behind(whole)) return 1;
    auto end = last.range.end;
    if (told && !stopped && !is_comma(previous_code_point(printed.text, end)) && is_end_of_sentence(whole, lost))
      return 1;
    return std::min(least_lost_behind(cut.witness, last.range.end), told ? kLeastLostAtEnd : kLeastLost);
  }

  [[nodiscard]] bool has_story_behind(const WordsInRow& side) const {
    const auto& sentences = witnesses_[side.witness].witness->sentences;
    return std::any_of(sentences.begin() + side.last_sentence + 1, sentences.end(),
                       [](const Sentence& sentence) { return sentence.kind == BlockKind::body; });
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
      if (!common || places.size() < 2) continue;
      for (const auto& [w, place] : places) cuts_.allow_break(w, place);
    }
  }

  // Paragraphs that are one sentence in the reference: 绕过灯塔礁以后 || 顺着洋流向东.
  void find_seams(const ReadingDiff& diff, const Cell& cell, const NormalText& reference) {
    const auto& witness = *witnesses_[cell.witness].witness;
    for (auto s = cell.first_sentence; s < cell.last_sentence; ++s) {
      const auto &above = witness.sentences[s], &below = witness.sentences[s + 1];
      if (!above.ends_block || above.ends_with_stop || !below.starts_block || below.kind != BlockKind::body) continue;
      const auto at = in_reference(diff, cell, above.normal.end);
      if (!at || ends_on_purpose(witnesses_[cell.witness], above)) continue;
      // A heading that a clause of the reference ends with may be one.
      if (above.kind == BlockKind::body || (above.kind == BlockKind::heading && !reference.clause_begins(*at))) {
        cuts_.add_split(cell.witness, above.normal.end, {above.normal.begin, below.normal.end});
      }
    }
  }

  // Where the lost head of a paragraph begins that stands before it in a block of its own: a break in its first words
  // leaves a piece that looks like a heading.
  std::optional<std::uint32_t> stub_before(const WordsInRow& side, std::u32string_view lost) const {
    const auto& witness = *witnesses_[side.witness].witness;
    if (side.first_sentence == 0 || !witness.sentences[side.first_sentence].starts_block) return {};
    const auto& above = witness.sentences[side.first_sentence - 1];
    if (lost.empty() || above.ends_with_stop || !above.ends_block || witness.normal->slice(above.normal) != lost)
      return {};
    return above.normal.begin;
  }

  std::span<const PrintedWitness> witnesses_;
  CutFindings cuts_;
  OpenEnds open_ends_;
  std::vector<char> has_one_comma_end_, ends_with_stops_;  // by witness
  PartsAt begins_, ends_;
  TornPieces pieces_;
};

}  // namespace

std::vector<Finding> find_cuts(std::span<const PrintedWitness> witnesses, std::span<const DiffedRow> rows,
                               const Alignment& alignment, std::vector<Place>& pieces) {
  CutFinder finder(witnesses);
  for (const auto& row : rows) finder.note(row);
  finder.close_notes();
  for (const auto& row : rows) finder.compare_with_reference(row);
  for (const auto& row : rows) finder.find_first_words(row);
  for (const auto& row : rows) finder.compare_heads(row);
  finder.find_splits();
  for (const auto& row : rows) finder.compare_copies(row);
  finder.find_open_ends();
  finder.find_shuffled_columns(alignment);
  pieces = finder.pieces();
  return std::move(finder).take();
}

}  // namespace yiwen
