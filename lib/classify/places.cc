// SPDX-License-Identifier: Apache-2.0
//
// A place is a range of the reference's words that some cell changed. Cells that changed the same words, or nearly,
// share the place; a cell that changed more than those words (a clause around them) has a place of its own and no
// reading here.
//
//   reference   努力通过各方 积极作为 ，打造更好的市场化、 法治化 、国际化营商环境
//   cell 2                   的系统作为          预期             法制化
//   cell 3                                                        法治化            -> three places
#include "classify/places.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "base/char_class.h"
#include "base/utf8.h"
#include "classify/cell_kind.h"
#include "classify/change.h"
#include "classify/dropped_clauses.h"
#include "classify/exchange.h"
#include "classify/forms_of_address.h"
#include "classify/garbled_words.h"
#include "classify/list_marks.h"
#include "classify/page_furniture.h"
#include "classify/phrases.h"
#include "classify/printed_words.h"
#include "classify/read_passage.h"
#include "classify/rule_words.h"
#include "diff/titles.h"
#include "normalize/script_table.h"
#include "segment/units.h"

namespace yiwen {

namespace {

// A clause of this many characters or more that a cell lacks is an omission; less is a word left out. Range 6-12.
constexpr std::uint32_t kLeastClause = 8;
// Less will do where punctuation stands on both sides of it: ，超过全球半数。Range 4-6.
constexpr std::uint32_t kLeastWholeClause = 5;
// Quotation marks around at most this many characters cite a term; longer ones hold speech. Range 8-20.
constexpr std::uint32_t kLongestTerm = 12;
// The same of the title of a document or book, of which a few characters changed: 《某市管理|暂行|办法》. Longer ones
// are called by short names. Ranges 30-60, 3-6.
constexpr std::uint32_t kLongestTitle = 40;
constexpr std::uint32_t kFewOfTitle = 4;
// Edits of two cells are one place when each overlaps the other by this share.
constexpr double kSamePlace = 0.5;

struct CellEdit {
  std::uint32_t cell = 0;
  const Edit* edit = nullptr;
  bool damaged = false;  // mojibake on one of the sides
};

struct PlaceOfRow {
  TextRange<Normal> reference;
  std::vector<CellEdit> edits;  // by cell
};

bool same_place(TextRange<Normal> a, TextRange<Normal> b) {
  if (a == b) return true;
  if (a.empty() || b.empty()) return false;
  const double shared = intersection(a, b).size();
  return shared >= kSamePlace * std::max(a.size(), b.size());
}

struct QuoteMarks {
  char32_t open, close;
};
constexpr std::array<QuoteMarks, 7> kQuoteMarks = {
    {{U'“', U'”'}, {U'‘', U'’'}, {U'「', U'」'}, {U'『', U'』'}, {U'《', U'》'}, {U'〈', U'〉'}, {U'"', U'"'}}};

// Where the last line of a text begins, but no farther back than a long paragraph.
std::ptrdiff_t line_begin(std::string_view text) {
  constexpr std::size_t kLongest = 4096;  // bytes
  const auto from = text.size() - std::min(text.size(), kLongest);
  const auto line = text.substr(from).rfind('\n');
  return static_cast<std::ptrdiff_t>(line == std::string_view::npos ? from : from + line + 1);
}

// （“甲公司”）, (“TRO”), (“Acme” or “the Company”): the short name of what stands before the bracket, which is defined
// and not cited.
bool is_short_name(std::string_view text, TextRange<SourceText> quotation) {
  constexpr std::u32string_view kOpens = U"(（", kCloses = U")）";
  std::uint32_t before = quotation.begin, behind = quotation.end;
  const bool opens = before > 0 && kOpens.find(previous_code_point(text, before)) != std::u32string_view::npos;
  const bool closes = behind < text.size() && kCloses.find(next_code_point(text, behind)) != std::u32string_view::npos;
  return opens || closes;
}

// Whether words stand between quotation marks that enclose a term. `term_length`: gets the length of a term that they
// hold.
Quoted is_quoted(const PrintedWitness& witness, TextRange<Normal> words, std::uint32_t* term_length = nullptr) {
  if (words.empty()) return Quoted::no;
  const auto& normal = *witness.witness->normal;
  const auto begin = words.begin > kLongestTitle ? words.begin - kLongestTitle : 0;
  const auto end = std::min<std::uint32_t>(words.end + kLongestTitle, static_cast<std::uint32_t>(normal.chars.size()));
  // With the marks before the first of these characters and behind the last.
  const TextRange<SourceText> range{
      begin == 0 ? 0 : normal.from[begin - 1].end,
      end < normal.chars.size() ? normal.from[end].begin : static_cast<std::uint32_t>(witness.text.size())};
  const auto changed = normal.to_source(words);
  std::uint32_t opened = 0, opener = 0;  // where the term begins, and its mark
  char32_t closes = 0;                   // none while no term is open
  // A straight mark opens and closes: which of both, those before it in the paragraph tell.
  if (const auto before = witness.text.substr(0, range.begin);
      std::count(before.begin() + line_begin(before), before.end(), '"') % 2 != 0) {
    opener = static_cast<std::uint32_t>(before.rfind('"'));
    opened = opener + 1;
    closes = U'"';
  }
  for (std::uint32_t at = range.begin; at < range.end;) {
    const auto mark = at;
    const char32_t c = next_code_point(witness.text, at);
    if (closes != 0 && c == closes) {
      const TextRange<SourceText> term{opened, mark};
      const auto length = normal.to_normal(term).size();
      const auto inside = intersection(term, changed);
      if (term_length && inside == term) *term_length = length;
      const bool title = closes == U'》' && words.size() <= kFewOfTitle;
      const bool cites = title || !is_short_name(witness.text, {opener, at});
      if (cites && !inside.empty() && length <= (title ? kLongestTitle : kLongestTerm))
        return inside == term ? Quoted::whole : Quoted::part;
      closes = 0;
      continue;
    }
    for (const auto& marks : kQuoteMarks) {
      if (c == marks.open) {
        opener = mark, opened = at;
        closes = marks.close;
      }
    }
  }
  return Quoted::no;
}

// Whether the words, or the place where there are none, touch mojibake that could not be undone: what it stood for may
// be folded away with it.
bool is_damaged(const PrintedWitness& witness, TextRange<Normal> words) {
  const auto& normal = *witness.witness->normal;
  const auto size = static_cast<std::uint32_t>(normal.from.size());
  const TextRange<SourceText> range{
      words.begin == 0 ? 0 : normal.from[words.begin - 1].end,
      words.end == size ? static_cast<std::uint32_t>(witness.text.size()) : normal.from[words.end].begin};
  return std::any_of(normal.damage.begin(), normal.damage.end(), [&](const Damage& d) {
    return d.kind == DamageKind::mojibake && !d.undone && d.range.overlaps(range);
  });
}

std::vector<PlaceOfRow> group_edits(std::span<const PrintedWitness> witnesses, const DiffedRow& row,
                                    const std::vector<const Edit*>& told) {
  std::vector<CellEdit> edits;
  for (std::uint32_t c = 1; c < row.diffs.size(); ++c) {
    // A heading and the sentence below it, or two copies in one text, are not readings of one place.
    if (row.row->cells[c].echo && row.row->cells[c].witness == row.row->cells[0].witness) continue;
    if (row.row->cells[c].answers) continue;  // compared with the heading that it answers
    for (const auto& edit : row.diffs[c].edits) {
      if (std::find(told.begin(), told.end(), &edit) != told.end()) continue;
      const auto& cells = row.row->cells;
      const auto &left = witnesses[cells[0].witness], &right = witnesses[cells[c].witness];
      const bool damaged =
          is_damaged(left, edit.left) || is_damaged(right, edit.right) || is_garbled_alone(left, right, edit);
      edits.push_back({c, &edit, damaged});
    }
  }
  std::sort(edits.begin(), edits.end(), [](const CellEdit& a, const CellEdit& b) {
    return std::tie(a.edit->left, a.cell) < std::tie(b.edit->left, b.cell);
  });
  std::vector<PlaceOfRow> places;
  for (const auto& edit : edits) {
    const auto place = std::find_if(places.begin(), places.end(), [&](const PlaceOfRow& p) {
      const bool has_cell =
          std::any_of(p.edits.begin(), p.edits.end(), [&](const CellEdit& e) { return e.cell == edit.cell; });
      // What another text writes here is no part of the damage.
      return !has_cell && p.edits.front().damaged == edit.damaged && same_place(p.reference, edit.edit->left);
    });
    if (place == places.end()) {
      places.push_back({edit.edit->left, {edit}});
    } else {
      place->reference = {std::min(place->reference.begin, edit.edit->left.begin),
                          std::max(place->reference.end, edit.edit->left.end)};
      place->edits.push_back(edit);
    }
  }
  return places;
}

// A character that only simplified text has: in a traditional one, a converter left or put it there.
bool has_simplified(const PrintedWitness& witness, TextRange<Normal> words) {
  const auto source = witness.witness->normal->to_source(words);
  for (auto at = source.begin; at < source.end;) {
    if (ScriptTable::instance().is_simplified(next_code_point(witness.text, at))) return true;
  }
  return false;
}

std::size_t count_phrase(std::u32string_view text, std::u32string_view phrase) {
  std::size_t count = 0;
  for (auto at = text.find(phrase); at != std::u32string_view::npos; at = text.find(phrase, at + phrase.size()))
    ++count;
  return count;
}

// The gap before a character parts the thousands of one number: 1,000.
bool parts_thousands(const PrintedWitness& witness, std::uint32_t at) {
  constexpr std::array<std::string_view, 4> kMarks = {",", "，", " ", "\u00A0"};
  const auto& normal = *witness.witness->normal;
  const auto gap = witness.text.substr(normal.from[at - 1].end, normal.from[at].begin - normal.from[at - 1].end);
  if (std::find(kMarks.begin(), kMarks.end(), gap) == kMarks.end()) return false;
  std::uint32_t digits = 0;
  while (at + digits < normal.chars.size() && digits <= 3 && is_digit(normal.chars[at + digits]) &&
         (digits == 0 || normal.from[at + digits - 1].end == normal.from[at + digits].begin)) {
    ++digits;
  }
  return digits == 3;
}

// What a reading says: its folded words, with a mark where two numbers follow each other, so that 1—2月 is not 12月.
std::u32string reading_key(const PrintedWitness& witness, TextRange<Normal> words) {
  const auto& normal = *witness.witness->normal;
  std::u32string key;
  for (const auto unit : cut_into_units(normal, words).ranges) {
    const bool behind_number =
        unit.begin > words.begin && is_digit(normal.chars[unit.begin]) && is_digit(normal.chars[unit.begin - 1]);
    if (behind_number && !parts_thousands(witness, unit.begin)) key.push_back(U'|');
    key += normal.slice(unit);
  }
  return key;
}

// What the rules that judge the places of one row may look at.
struct Grounds {
  std::span<const PrintedWitness> witnesses;
  const NamesOfWitnesses& names;
  std::span<const ProtectedPair> own_pairs;

  [[nodiscard]] std::span<const std::u32string> names_of(std::uint32_t witness) const {
    return witness < names.size() ? std::span<const std::u32string>(names[witness]) : std::span<const std::u32string>();
  }
};

// Judges the edits of the cells of one row, which lead to them from its first or from one another.
class EditJudge {
 public:
  // REQUIRES: what `grounds` views and `cells` outlive it
  EditJudge(const Grounds& grounds, std::span<const Cell> cells)
      : grounds_(grounds), cells_(cells), passages_(grounds.witnesses, cells) {}

  [[nodiscard]] Verdict judge(std::uint32_t of_cell, const Edit& edit) { return judge(0, of_cell, edit); }
  [[nodiscard]] Verdict judge(std::uint32_t from_cell, std::uint32_t of_cell, const Edit& edit);

 private:
  Grounds grounds_;
  std::span<const Cell> cells_;
  ReadCells passages_;
};

Verdict EditJudge::judge(std::uint32_t from_cell, std::uint32_t of_cell, const Edit& edit) {
  const Cell &reference = cells_[from_cell], &cell = cells_[of_cell];
  const auto& left = grounds_.witnesses[reference.witness];
  const auto& right = grounds_.witnesses[cell.witness];
  const ReadPassage &left_read = passages_[from_cell], &right_read = passages_[of_cell];
  Change change;
  change.left_begins = left_read.begins;
  change.right_begins = right_read.begins;
  change.left_numbers = left_read.numbers;
  change.right_numbers = right_read.numbers;
  change.left_protected = left_read.protected_words;
  change.right_protected = right_read.protected_words;
  change.own_pairs = grounds_.own_pairs;
  change.left_names = grounds_.names_of(reference.witness);
  change.right_names = grounds_.names_of(cell.witness);
  change.left_day = left.day;
  change.right_day = right.day;
  change.left_text = left.witness->normal->slice(reference.range);
  change.right_text = right.witness->normal->slice(cell.range);
  change.left = {edit.left.begin - reference.range.begin, edit.left.end - reference.range.begin};
  change.right = {edit.right.begin - cell.range.begin, edit.right.end - cell.range.begin};
  change.reordered = edit.reordered;
  change.left_quoted = is_quoted(left, edit.left, &change.left_term);
  change.right_quoted = is_quoted(right, edit.right);
  change.left_damaged = is_damaged(left, edit.left);
  change.right_damaged = is_damaged(right, edit.right);
  change.garbled = is_garbled_alone(left, right, edit);
  change.converted = left_read.traditional != right_read.traditional ||
                     (left_read.traditional && has_simplified(left, edit.left)) ||
                     (right_read.traditional && has_simplified(right, edit.right));
  change.numbers_joined =
      change.left_words() == change.right_words() && reading_key(left, edit.left) != reading_key(right, edit.right);
  const std::u32string_view whole = left.witness->normal->chars;
  change.print_left = [&](TextRange<Normal> words) {
    return quoted_text(left, {words.begin + reference.range.begin, words.end + reference.range.begin});
  };
  change.print_right = [&](TextRange<Normal> words) {
    return quoted_text(right, {words.begin + cell.range.begin, words.end + cell.range.begin});
  };
  change.count_in_reference = [whole](std::u32string_view phrase) { return count_phrase(whole, phrase); };
  return yiwen::judge(change);
}

// Where the reference is silent, the gravest of what those who speak say otherwise than the first of them does: 1900家
// and 190家. None where fewer than two speak.
std::optional<Verdict> judge_among_others(std::span<const PrintedWitness> witnesses, std::span<const Cell> cells,
                                          const PlaceOfRow& place, EditJudge& judge) {
  std::optional<Verdict> gravest;
  if (!place.reference.empty()) return gravest;
  const CellEdit* first = nullptr;
  for (const auto& other : place.edits) {
    if (cells[other.cell].echo || other.edit->right.empty()) continue;
    if (!first) {
      first = &other;
      continue;
    }
    const auto diff = diff_readings(*witnesses[cells[first->cell].witness].witness->normal, first->edit->right,
                                    *witnesses[cells[other.cell].witness].witness->normal, other.edit->right);
    for (const auto& edit : diff.edits) {
      auto verdict = judge.judge(first->cell, other.cell, edit);
      if (!gravest || verdict.severity > gravest->severity) gravest = std::move(verdict);
    }
  }
  return gravest;
}

constexpr std::string_view kListMark = "、";

bool is_clause(const PrintedWitness& witness, TextRange<Normal> words) {
  const auto& normal = *witness.witness->normal;
  if (cuts_a_title(printed_text(witness, words))) return false;
  const auto length = text_length(normal, words);
  // 全国政协委员、|作家李明, 市教育考试院院长|沈怀瑾: one of the titles of a person, or what the person is called.
  const bool listed = words.end > words.begin && words.end < normal.chars.size() &&
                      witness.text.substr(normal.from[words.end - 1].end, kListMark.size()) == kListMark;
  const bool in_one_clause = [&] {
    for (auto at = words.begin + 1; at <= words.end; ++at)
      if (normal.clause_begins(at)) return false;
    return true;
  }();
  if ((listed || in_one_clause) && ends_with_title(normal.slice(words))) return false;
  if (in_one_clause && title_at(normal.chars, words.end)) return false;  // 某局某处|处长沈怀瑾
  if (length >= kLeastClause) return true;
  return length >= kLeastWholeClause && normal.clause_begins(words.begin) && normal.clause_begins(words.end);
}

// Words that a cell has in another place of its sentence: 他说，……  →  ……，他说。
struct MovedWords {
  const Edit* gone = nullptr;  // where the reference has them
  const Edit* come = nullptr;  // where the cell has them
};

// An item of a list without the word that joins it to the others: 和丙, 丙.
std::u32string_view without_joining(std::u32string_view words) {
  const auto& joining = rule_words("list-joining");
  const auto join =
      std::find_if(joining.begin(), joining.end(), [&](const auto& word) { return words.starts_with(word); });
  return join != joining.end() && join->size() < words.size() ? words.substr(join->size()) : words;
}

// said Ida Thorsen → Ida Thorsen said: words of an alphabet turn about their verb where they are put before what was
// said. Who did what to whom would not be the first words behind the last.
bool are_same_turned(const NormalText& left, TextRange<Normal> gone, const NormalText& right, TextRange<Normal> come) {
  if (gone.size() != come.size() || !is_latin(left.chars[gone.begin])) return false;
  auto here = cut_into_units(left, gone).ids;
  const auto there = cut_into_units(right, come).ids;
  for (std::size_t turns = 1; turns < here.size(); ++turns) {
    std::rotate(here.begin(), here.begin() + 1, here.end());
    if (here == there) return true;
  }
  return false;
}

// Each pair of a deletion and an insertion of the same words, first come, first served.
std::vector<MovedWords> moved_words(const NormalText& left, const NormalText& right, const ReadingDiff& diff) {
  constexpr std::uint32_t kLeastMoved = 2;  // characters; a single one (的, 了) is put in and left out anywhere
  std::vector<MovedWords> moved;
  for (const auto& gone : diff.edits) {
    if (!gone.right.empty() || gone.left.size() < kLeastMoved) continue;
    const auto words = without_joining(left.slice(gone.left));
    for (const auto& come : diff.edits) {
      const bool taken = std::any_of(moved.begin(), moved.end(), [&](const MovedWords& m) { return m.come == &come; });
      if (!come.left.empty() || taken) continue;
      const bool same = without_joining(right.slice(come.right)) == words;
      if (!same && !are_same_turned(left, gone.left, right, come.right)) continue;
      moved.push_back({&gone, &come});
      break;
    }
  }
  return moved;
}

// The row with two edits that exchange two parties as one (甲起诉乙 → 乙起诉甲), say one rate, or call one person in
// two ways, where it has such.
std::optional<DiffedRow> join_exchanges(std::span<const PrintedWitness> witnesses, const DiffedRow& row) {
  std::optional<DiffedRow> joined;
  const auto& cells = row.row->cells;
  const auto& left = *witnesses[cells[0].witness].witness->normal;
  for (std::uint32_t c = 1; c < cells.size(); ++c) {
    const auto& right = *witnesses[cells[c].witness].witness->normal;
    const auto& edits = row.diffs[c].edits;
    for (std::size_t first = 0; first + 1 < edits.size(); ++first) {
      const auto last =
          std::find_if(edits.begin() + static_cast<std::ptrdiff_t>(first) + 1, edits.end(), [&](const Edit& e) {
            const auto here = left.slice({edits[first].left.begin, e.left.end}),
                       there = right.slice({edits[first].right.begin, e.right.end});
            const auto of_words = [&] {
              return here.size() == there.size() && !here.empty() && is_latin(here.front()) &&
                     is_exchange_of_words(
                         printed_text(witnesses[cells[0].witness], {edits[first].left.begin, e.left.end}),
                         printed_text(witnesses[cells[c].witness], {edits[first].right.begin, e.right.end}));
            };
            // The items of a list, and numbers with what they count.
            const auto of_items = [&] {
              return is_reordered(here, there) &&
                     (std::any_of(here.begin(), here.end(), is_digit) ||
                      printed_text(witnesses[cells[0].witness], {edits[first].left.begin, e.left.end})
                              .find(kListMark) != std::string::npos);
            };
            return is_exchange(here, there) || is_same_rate(here, there) || are_one_person(here, there) || of_items() ||
                   of_words();
          });
      if (last == edits.end()) continue;
      const auto count = static_cast<std::size_t>(last - edits.begin()) - first;
      if (!joined) joined = row;
      auto& own = joined->diffs[c].edits;
      const auto at = std::find(own.begin(), own.end(), edits[first]);
      *at = {{edits[first].left.begin, last->left.end}, {edits[first].right.begin, last->right.end}, true};
      own.erase(at + 1, at + 1 + static_cast<std::ptrdiff_t>(count));
      first += count;
    }
  }
  return joined;
}

Finding moved_in_sentence(std::span<const PrintedWitness> witnesses, const DiffedRow& row, const Cell& cell,
                          TextRange<Normal> gone, TextRange<Normal> come) {
  const auto& reference = row.row->cells[0];
  Finding finding;
  finding.type = FindingType::move;
  finding.kind = "moved-words";
  finding.cluster = row.index;
  finding.place = Place{cell.witness, witnesses[cell.witness].printed(come)};
  finding.other = Place{reference.witness, witnesses[reference.witness].printed(gone)};
  finding.severity = Severity::minor;
  finding.why = "the same words in another place of the sentence";
  return finding;
}

// Whether the reference has words that two other texts or more have not, and these are all that have the sentence.
bool has_words_alone(std::span<const Cell> cells, const PlaceOfRow& place) {
  constexpr std::size_t kLeastOthers = 2;
  std::size_t others = 0;
  for (std::uint32_t c = 1; c < cells.size(); ++c) {
    if (cells[c].echo || cells[c].answers || cells[c].witness == cells[0].witness) continue;
    const bool lacks = std::any_of(place.edits.begin(), place.edits.end(), [&](const CellEdit& e) {
      return e.cell == c && e.edit->right.empty() && e.edit->left == place.reference;
    });
    if (!lacks) return false;
    ++others;
  }
  return others >= kLeastOthers;
}

}  // namespace

bool differ_in_style_alone(std::span<const PrintedWitness> witnesses, TextOfWitness left, TextOfWitness right,
                           std::span<const ProtectedPair> own_pairs) {
  const NamesOfWitnesses no_names;
  const Grounds grounds{witnesses, no_names, own_pairs};
  std::array<Cell, 2> cells;
  cells[0].witness = left.witness;
  cells[0].range = left.range;
  cells[1].witness = right.witness;
  cells[1].range = right.range;
  EditJudge judge(grounds, cells);
  const auto diff = diff_readings(*witnesses[left.witness].witness->normal, left.range,
                                  *witnesses[right.witness].witness->normal, right.range);
  return std::all_of(diff.edits.begin(), diff.edits.end(), [&](const Edit& edit) {
    const auto verdict = judge.judge(1, edit);
    return verdict.severity <= Severity::minor && (verdict.kind == "regional" || verdict.layer == Layer::value);
  });
}

std::vector<Finding> find_places(std::span<const PrintedWitness> witnesses, const DiffedRow& as_compared,
                                 const NamesOfWitnesses& names, std::span<const ProtectedPair> own_pairs) {
  std::vector<Finding> findings;
  const auto trimmed = without_torn_words(witnesses, as_compared);
  const auto listed = with_list_marks_apart(witnesses, trimmed ? *trimmed : as_compared);
  const DiffedRow& whole = listed ? *listed : trimmed ? *trimmed : as_compared;
  const auto joined = join_exchanges(witnesses, whole);
  const auto marked = with_garbled(witnesses, joined ? *joined : whole);
  const DiffedRow& row = marked ? *marked : joined ? *joined : whole;
  const auto& cells = row.row->cells;
  EditJudge judge({witnesses, names, own_pairs}, cells);
  const auto& reference = cells[0];
  std::vector<const Edit*> told;  // as words that moved
  for (std::uint32_t c = 1; c < cells.size(); ++c) {
    const auto& cell = cells[c];
    if (cell.echo || cell.answers) continue;
    const auto &left = *witnesses[reference.witness].witness->normal, &right = *witnesses[cell.witness].witness->normal;
    for (const auto& moved : moved_words(left, right, row.diffs[c])) {
      findings.push_back(moved_in_sentence(witnesses, row, cell, moved.gone->left, moved.come->right));
      told.insert(told.end(), {moved.gone, moved.come});
    }
  }
  const bool byline = is_byline(witnesses[reference.witness], reference);
  for (auto& place : group_edits(witnesses, row, told)) {
    // What two texts say of themselves is compared field by field: compare_self_descriptions.
    std::erase_if(place.edits, [&](const CellEdit& e) {
      return byline && is_byline(witnesses[cells[e.cell].witness], cells[e.cell]);
    });
    // A heading condenses: what it leaves out is no finding, unless it cuts into a quoted term; what it puts in or
    // words in another way is, but for the wording of titles and captions, which are never made of the sentence, and
    // for words of theirs that stand in another clause of it.
    std::erase_if(place.edits, [&](const CellEdit& e) {
      if (!cells[e.cell].echo) return false;
      const auto verdict = judge.judge(e.cell, *e.edit);
      const auto& heading = witnesses[cells[e.cell].witness];
      if (!e.edit->right.empty())
        return is_title_or_caption(heading, cells[e.cell]) &&
               (verdict.kind == "wording" || verdict.kind == "insertion" ||
                are_pieces_of(heading.witness->normal->slice(e.edit->right),
                              witnesses[reference.witness].witness->normal->slice(reference.range)));
      return is_clause(witnesses[reference.witness], e.edit->left) || verdict.kind != "quotation";
    });
    const bool furniture =
        !place.edits.empty() && std::all_of(place.edits.begin(), place.edits.end(), [&](const CellEdit& e) {
          return e.edit->right.empty()
                     ? is_page_furniture(witnesses[reference.witness], e.edit->left)
                     : e.edit->left.empty() && is_page_furniture(witnesses[cells[e.cell].witness], e.edit->right);
        });
    const bool alone = has_words_alone(cells, place) && is_clause(witnesses[reference.witness], place.reference);
    // A clause that is left out is reported for each witness by itself, but for one that none of them has.
    std::erase_if(place.edits, [&](const CellEdit& e) {
      if (furniture || alone) return false;
      const auto &left = *witnesses[reference.witness].witness->normal,
                 &right = *witnesses[cells[e.cell].witness].witness->normal;
      const auto& edits = row.diffs[e.cell].edits;
      const bool clause = e.edit->right.empty() && is_clause(witnesses[reference.witness], e.edit->left) &&
                          !is_put_in_elsewhere(left, right, edits, *e.edit);
      if (!clause) return false;
      const auto& cell = cells[e.cell];
      const auto beside = clause_beside(witnesses[cell.witness], cell, left.slice(e.edit->left));
      findings.push_back(beside ? moved_in_sentence(witnesses, row, cell, e.edit->left, *beside)
                                : omitted_clause(witnesses, row, e.cell, *e.edit));
      return true;
    });
    if (place.edits.empty()) continue;

    Finding finding;
    finding.type = FindingType::drift;
    finding.cluster = row.index;
    finding.severity = Severity::folded;
    // Readings are grouped by what they say when folded; each shows the words of its first witness as printed.
    std::vector<std::pair<std::u32string, Reading>> readings;
    // Who has the words where another reading has none.
    const auto& first = place.edits.front();
    const auto& [holder, held] = place.reference.empty() ? std::pair(cells[first.cell].witness, first.edit->right)
                                                         : std::pair(reference.witness, place.reference);
    const auto bracketed = [](const PrintedWitness& witness, TextRange<Normal> range) {
      return with_brackets(witness.text, witness.witness->normal->to_source(range));
    };
    const auto text_of = [&](const PrintedWitness& witness, TextRange<Normal> range) {
      if (!furniture || range.empty()) return printed_text(witness, range);
      const auto source = bracketed(witness, range);
      return std::string(witness.text.substr(source.begin, source.size()));
    };
    const auto add = [&](const Cell& cell, TextRange<Normal> range) {
      const auto witness = cell.witness;
      auto key = reading_key(witnesses[witness], range);
      if (garbled_in(witnesses[witness], range) != nullptr) key.push_back(0xFFFD);
      auto reading = std::find_if(readings.begin(), readings.end(), [&](const auto& r) { return r.first == key; });
      if (reading == readings.end()) {
        readings.push_back({key, {text_of(witnesses[witness], range), {}}});
        reading = readings.end() - 1;
      }
      const auto printed = range.empty()
                               ? printed_without(witnesses[witness], range, cell.range, witnesses[holder], held)
                           : furniture ? witnesses[witness].code_points(bracketed(witnesses[witness], range))
                                       : witnesses[witness].printed(range, cell.range);
      reading->second.members.push_back({witness, printed});
    };
    add(reference, place.reference);
    for (std::uint32_t c = 1; c < cells.size(); ++c) {
      const auto& cell = cells[c];
      const auto edit =
          std::find_if(place.edits.begin(), place.edits.end(), [&](const CellEdit& e) { return e.cell == c; });
      if (edit != place.edits.end()) {
        add(cell, edit->edit->left == place.reference
                      ? edit->edit->right
                      : across(row.diffs[c], cell.compared_reference().begin, cell.compared().begin, place.reference));
        Verdict verdict = judge.judge(c, *edit->edit);
        if (verdict.kind == "deletion" && verdict.severity > Severity::minor &&
            is_put_in_elsewhere(*witnesses[reference.witness].witness->normal, *witnesses[cell.witness].witness->normal,
                                row.diffs[c].edits, *edit->edit)) {
          verdict.severity = Severity::minor;
          verdict.why =
              "said in another place of the sentence: " + quoted_text(witnesses[reference.witness], edit->edit->left);
        }
        // Headings condense: a clause that one leaves out is not lost, it stands below.
        if (cell.echo && verdict.kind == "deletion") verdict.severity = Severity::minor;
        if (verdict.severity > finding.severity || finding.kind.empty()) {
          finding.kind = verdict.kind;
          finding.severity = std::max(finding.severity, verdict.severity);
          finding.layer = verdict.layer;
          finding.why = verdict.why;
        }
        continue;
      }
      if (cell.echo || !cell.reference_range.contains(place.reference)) continue;
      const bool touched = std::any_of(row.diffs[c].edits.begin(), row.diffs[c].edits.end(), [&](const Edit& e) {
        return place.reference.empty() ? e.left.begin <= place.reference.begin && place.reference.begin <= e.left.end
                                       : e.left.overlaps(place.reference);
      });
      if (!touched) add(cell, across(row.diffs[c], cell.reference_range.begin, cell.range.begin, place.reference));
    }
    if (const auto verdict = judge_among_others(witnesses, cells, place, judge);
        verdict && verdict->severity > finding.severity) {
      finding.kind = verdict->kind;
      finding.severity = verdict->severity;
      finding.layer = verdict->layer;
      finding.why = verdict->why;
    }
    // 据某报报道: what one desk says of its source the others need not have left out.
    const bool cites = alone && begins_with_one_of(witnesses[reference.witness].witness->normal->slice(place.reference),
                                                   rule_words("citing"));
    if (cites) finding.severity = std::min(finding.severity, Severity::minor);
    if (alone && !furniture && finding.kind == "deletion") {
      const auto omitted = omitted_clause(witnesses, row, place.edits.front().cell, *place.edits.front().edit);
      if (!cites) finding.severity = std::max(finding.severity, omitted.severity);
      finding.why = "no other text has this clause of the sentence: " +
                    quoted_text(witnesses[reference.witness], place.reference);
    }
    if (furniture) {
      finding.kind = "page-words";
      finding.severity = Severity::minor;
      finding.layer = Layer::wording;
      finding.why = "words of the page, not of the text";
    }
    for (auto& [key, reading] : readings) {
      std::sort(reading.members.begin(), reading.members.end());
      finding.readings.push_back(std::move(reading));
    }
    if (finding.readings.size() > 1) findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace yiwen
