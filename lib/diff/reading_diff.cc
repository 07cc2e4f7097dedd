// SPDX-License-Identifier: Apache-2.0
//
// The shortest script (script.h) is not what a reader wants: it keeps stray characters that two unlike phrases happen
// to share, begins a deletion in the middle of a word, and shows a moved phrase as two. These passes mend that, each on
// whole units and each keeping the law of replay:
//
//   asides     4000亿(美元) | 四千亿          what one side alone has in brackets is compared with nothing
//   script     积极 作为 | 的系统 作为        the shortest edits
//   transpose  资金 -> 金资                  one edit instead of +金, -金
//   absorb     去年 -> 过去一年              one edit instead of +过, +一: little stands between
//   slide      [，团结各国]一起 -> ，[团结各国一起]
//                                           a pure insertion or deletion moves to a break in the text
//   widen      治/制 -> 法治/法制            to the words of both sides, and never into a number, date, name or post
//   reorder    机器人300多款 -> 300多款机器人
//                                           one edit, marked, instead of a deletion and an insertion
//   part       [企业超过6200家，][有 -> 呈现]
//                                           a clause that has nothing opposite it is an edit of its own
#include "diff/reading_diff.h"

#include <algorithm>
#include <utility>

#include "diff/protected_words.h"
#include "diff/script.h"
#include "diff/word_breaks.h"
#include "segment/units.h"

namespace yiwen {

namespace {

// An equal stretch between two edits is absorbed when it has at most this many units and is no longer than either edit.
// Range 1-3: at 4 whole phrases that both readings share vanish into one large edit.
constexpr std::uint32_t kMostAbsorbed = 2;
// An edit is widened by at most this many units on either side to reach the bounds of words.
constexpr std::uint32_t kMostWidened = 3;
// A phrase that is deleted here and inserted there was moved when it has at least this many units, and no more than
// this many lie between the two places.
constexpr std::uint32_t kLeastReordered = 2;
constexpr std::uint32_t kReorderReach = 12;
// An aside is parted off when it has at most this many characters; more is text. Range 20-80.
constexpr std::uint32_t kLongestAside = 40;

struct Side {
  const NormalText* text;
  TextRange<Normal> range;
  Units units;
  std::vector<char> break_before;    // of unit i (and of the end): a clause begins with it
  std::vector<char> word_before;     // a word begins with unit i
  std::vector<char> mark_before;     // a bracket, quotation mark or blank stands before unit i
  std::vector<char> cuts_protected;  // a boundary before unit i would cut a protected word

  Side(const NormalText& normal, TextRange<Normal> where, Units of_it)
      : text(&normal), range(where), units(std::move(of_it)) {
    const auto words = word_breaks(normal.slice(where));
    const auto protected_words = find_protected(normal, where);
    const auto count = units.size();
    break_before.assign(count + 1, 1);
    word_before.assign(count + 1, 1);
    mark_before.assign(count + 1, 0);
    cuts_protected.assign(count + 1, 0);
    auto beside = protected_words.begin();  // the first word that does not end before the unit
    for (std::uint32_t u = 1; u < count; ++u) {
      const auto at = units.ranges[u].begin;
      const auto place = at - where.begin;
      break_before[u] = normal.clause_begins(at);
      mark_before[u] = normal.gap_before[at] != NormalText::Gap::none;
      word_before[u] = words[place] || mark_before[u];
      while (beside != protected_words.end() && beside->range.end < place) ++beside;
      for (auto word = beside; word != protected_words.end() && word->range.begin <= place; ++word) {
        // A break in the text ends a word that the rules took too far (a name before a comma).
        if (word->range.begin < place && place < word->range.end && !break_before[u]) cuts_protected[u] = 1;
        // The dictionary cuts 管理处处长 behind 处处.
        const bool person = word->kind == ProtectedKind::post || word->kind == ProtectedKind::name;
        if (person && (word->range.begin == place || word->range.end == place)) word_before[u] = 1;
      }
    }
  }

  [[nodiscard]] TextRange<Normal> to_normal(TextRange<Tokens> tokens) const {
    if (tokens.empty()) {
      const auto at = tokens.begin < units.size() ? units.ranges[tokens.begin].begin : range.end;
      return {at, at};
    }
    return {units.ranges[tokens.begin].begin, units.ranges[tokens.end - 1].end};
  }
};

using Runs = std::vector<EditRun>;

std::uint32_t longer_side(const EditRun& run) { return std::max(run.left.size(), run.right.size()); }

// 资金 -> 金资: one character that goes and comes again beside another one is one edit, wherever a clause ends.
void join_transposed(const Side& left, const Side& right, Runs& runs) {
  for (std::size_t k = 0; k + 1 < runs.size(); ++k) {
    auto& first = runs[k];
    const auto& second = runs[k + 1];
    if (second.left.begin != first.left.end + 1) continue;
    const bool goes_first =
        first.left.size() == 1 && first.right.empty() && second.left.empty() && second.right.size() == 1;
    const bool comes_first =
        first.left.empty() && first.right.size() == 1 && second.left.size() == 1 && second.right.empty();
    if (!goes_first && !comes_first) continue;
    const auto gone = goes_first ? first.left.begin : second.left.begin,
               come = goes_first ? second.right.begin : first.right.begin;
    if (left.units.ids[gone] != right.units.ids[come]) continue;
    // A mark between the two characters makes them words of two clauses.
    if (left.break_before[first.left.begin + 1] || right.break_before[first.right.begin + 1]) continue;
    first.left.end = second.left.end;
    first.right.end = second.right.end;
    runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(k) + 1);
  }
}

void absorb(const Side& left, const Side& right, Runs& runs) {
  // Clauses stay apart: those of the reading that has more words, because the other one ran them together.
  const auto parted = [](const Side& side, std::uint32_t others, TextRange<Tokens> first, TextRange<Tokens> second) {
    if (side.units.size() < others) return false;
    // Where a side has no words, a mark at the far end of what stands between parts nothing: 第一，| -> 一是.
    const auto from = first.empty() ? first.end + 1 : first.end, to = second.empty() ? second.begin : second.begin + 1;
    return std::any_of(side.break_before.begin() + from, side.break_before.begin() + std::max(from, to),
                       [](char b) { return b != 0; });
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t k = 0; k + 1 < runs.size(); ++k) {
      const std::uint32_t between = runs[k + 1].left.begin - runs[k].left.end;
      if (between > kMostAbsorbed || between > std::min(longer_side(runs[k]), longer_side(runs[k + 1]))) continue;
      if (parted(left, right.units.size(), runs[k].left, runs[k + 1].left)) continue;
      if (parted(right, left.units.size(), runs[k].right, runs[k + 1].right)) continue;
      runs[k].left.end = runs[k + 1].left.end;
      runs[k].right.end = runs[k + 1].right.end;
      runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(k) + 1);
      changed = true;
    }
  }
}

int boundary_worth(const Side& side, std::uint32_t begin, std::uint32_t end) {
  return 4 * side.break_before[begin] + 3 * side.break_before[end] + 2 * side.word_before[begin] +
         side.word_before[end] + (side.mark_before[begin] && side.mark_before[end]) - 8 * side.cuts_protected[begin] -
         8 * side.cuts_protected[end];
}

// Moves one pure insertion or deletion, which may slide over units that repeat, to the bounds that read best; of equals
// the leftmost.
void slide(const Side& side, TextRange<Tokens>& run, TextRange<Tokens>& other, std::uint32_t low, std::uint32_t high) {
  const auto& ids = side.units.ids;
  const auto size = run.size();
  auto first = run.begin;  // the leftmost begin that it may have, and so on to the rightmost
  while (first > low && ids[first - 1] == ids[first + size - 1]) --first;
  auto last = run.begin;
  while (last + size < high && ids[last] == ids[last + size]) ++last;
  auto best = first;
  for (auto begin = first; begin <= last; ++begin) {
    if (boundary_worth(side, begin, begin + size) > boundary_worth(side, best, best + size)) best = begin;
  }
  other.begin = other.end = other.begin + best - run.begin;
  run = {best, best + size};
}

void slide_all(const Side& left, const Side& right, Runs& runs) {
  for (std::size_t k = 0; k < runs.size(); ++k) {
    auto& run = runs[k];
    const bool has_next = k + 1 < runs.size();
    if (run.right.empty()) {
      const auto low = k == 0 ? 0 : runs[k - 1].left.end + 1;
      const auto high = has_next ? runs[k + 1].left.begin - 1 : left.units.size();
      if (low <= run.left.begin && run.left.end <= high) slide(left, run.left, run.right, low, high);
    } else if (run.left.empty()) {
      const auto low = k == 0 ? 0 : runs[k - 1].right.end + 1;
      const auto high = has_next ? runs[k + 1].right.begin - 1 : right.units.size();
      if (low <= run.right.begin && run.right.end <= high) slide(right, run.right, run.left, low, high);
    }
  }
}

// Two edits that touch are one, unless punctuation parts them on both sides.
void join_touching(const Side& left, const Side& right, Runs& runs) {
  for (std::size_t k = 0; k + 1 < runs.size();) {
    const auto &here = runs[k], &next = runs[k + 1];
    const bool apart = here.left.end < next.left.begin && here.right.end < next.right.begin;
    const bool parted = here.left.end <= next.left.begin && here.right.end <= next.right.begin &&
                        left.break_before[next.left.begin] && right.break_before[next.right.begin];
    if (apart || parted) {
      ++k;
      continue;
    }
    runs[k].left.end = std::max(runs[k].left.end, runs[k + 1].left.end);
    runs[k].right.end = std::max(runs[k].right.end, runs[k + 1].right.end);
    runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(k) + 1);
  }
}

// Widens every edit to the bounds of words on both sides. What is taken in is equal on both sides, so replay holds.
void widen(const Side& left, const Side& right, Runs& runs) {
  const Runs before = runs;
  for (std::size_t k = 0; k < runs.size(); ++k) {
    auto& run = runs[k];
    const auto must = [&](std::uint32_t l, std::uint32_t r) {
      return left.cuts_protected[l] || right.cuts_protected[r];
    };
    // A pure insertion or deletion of whole words needs no company.
    const auto wants = [&](std::uint32_t l, std::uint32_t r) {
      if (left.break_before[l] || right.break_before[r]) return false;
      return !left.word_before[l] || !right.word_before[r];
    };
    const auto low = k == 0 ? 0 : before[k - 1].left.end;
    for (std::uint32_t step = 0; run.left.begin > low; ++step) {
      if (!must(run.left.begin, run.right.begin) && !(step < kMostWidened && wants(run.left.begin, run.right.begin)))
        break;
      --run.left.begin;
      --run.right.begin;
    }
    const auto high = k + 1 < runs.size() ? before[k + 1].left.begin : left.units.size();
    for (std::uint32_t step = 0; run.left.end < high; ++step) {
      if (!must(run.left.end, run.right.end) && !(step < kMostWidened && wants(run.left.end, run.right.end))) break;
      ++run.left.end;
      ++run.right.end;
    }
  }
  join_touching(left, right, runs);
}

// Whether the shorter holds the same units as a part of the longer: a phrase that moved, with a word more or less.
bool holds(const std::vector<std::uint32_t>& a, TextRange<Tokens> x, const std::vector<std::uint32_t>& b,
           TextRange<Tokens> y) {
  const auto needle =
      x.size() <= y.size() ? std::span(a).subspan(x.begin, x.size()) : std::span(b).subspan(y.begin, y.size());
  const auto hay =
      x.size() <= y.size() ? std::span(b).subspan(y.begin, y.size()) : std::span(a).subspan(x.begin, x.size());
  return needle.size() >= kLeastReordered && hay.size() <= 2 * needle.size() &&
         std::search(hay.begin(), hay.end(), needle.begin(), needle.end()) != hay.end();
}

// A deletion and an insertion of the same words within reach become one edit over both and what lies between.
std::vector<char> join_reordered(const Side& left, const Side& right, Runs& runs) {
  std::vector<char> reordered(runs.size(), 0);
  for (std::size_t k = 0; k + 1 < runs.size(); ++k) {
    auto& first = runs[k];
    const auto& second = runs[k + 1];
    if (second.left.begin - first.left.end > kReorderReach) continue;
    const bool moved = (first.right.empty() && holds(left.units.ids, first.left, right.units.ids, second.right)) ||
                       (first.left.empty() && holds(left.units.ids, second.left, right.units.ids, first.right));
    if (!moved) continue;
    first.left.end = second.left.end;
    first.right.end = second.right.end;
    reordered[k] = 1;
    runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(k) + 1);
    reordered.erase(reordered.begin() + static_cast<std::ptrdiff_t>(k) + 1);
  }
  return reordered;
}

// The bounds of clauses inside a range, its ends included.
std::vector<std::uint32_t> clause_bounds(const Side& side, TextRange<Tokens> range) {
  std::vector<std::uint32_t> bounds{range.begin};
  for (auto u = range.begin + 1; u < range.end; ++u) {
    if (side.break_before[u]) bounds.push_back(u);
  }
  bounds.push_back(range.end);
  return bounds;
}

// Parts the whole clauses of the longer side that have nothing opposite them from the words that do: those in the
// clause that the edit begins or ends in the middle of.
void part_clauses(const Side& side, const EditRun& run, TextRange<Tokens> EditRun::*longer,
                  TextRange<Tokens> EditRun::*shorter, Runs& parted) {
  const auto whole = run.*longer, other = run.*shorter;
  const auto bounds = clause_bounds(side, whole);
  const bool begins_inside = !side.break_before[whole.begin], ends_inside = !side.break_before[whole.end];
  const auto add = [&](TextRange<Tokens> words, TextRange<Tokens> opposite) {
    EditRun part;
    part.*longer = words;
    part.*shorter = opposite;
    if (!words.empty() || !opposite.empty()) parted.push_back(part);
  };
  if (ends_inside || !begins_inside) {
    const auto at = bounds[bounds.size() - 2];
    add({whole.begin, at}, {other.begin, other.begin});
    add({at, whole.end}, other);
  } else {
    const auto at = bounds[1];
    add({whole.begin, at}, other);
    add({at, whole.end}, {other.end, other.end});
  }
}

// A clause is parted off when it makes its side this many units longer than the other. Range 3-8: at 2 a lead-in of one
// side (第三，) is parted from that of the other (三是).
constexpr std::uint32_t kLeastParted = 3;

// Parts changes on two sides of a comma: 60%，全部 -> 六成，部分. Clauses of unlike lengths are no pairs: they were
// reworded together. REQUIRES: as many clauses here and there
Runs clause_pairs(const Side& left, const Side& right, const EditRun& run) {
  const auto lefts = clause_bounds(left, run.left), rights = clause_bounds(right, run.right);
  Runs pairs;
  for (std::size_t i = 0; i + 1 < lefts.size(); ++i) {
    pairs.push_back({{lefts[i], lefts[i + 1]}, {rights[i], rights[i + 1]}});
    const auto& [here, there] = pairs.back();
    if (std::max(here.size(), there.size()) >= std::min(here.size(), there.size()) + kLeastParted) return {run};
  }
  return pairs;
}

Runs part_at_clauses(const Side& left, const Side& right, const EditRun& run) {
  if (run.left.empty() || run.right.empty()) return {run};
  // What ends a clause here and begins one there stands on two sides of a comma: …的需求，| 要…
  const bool left_ends = !left.break_before[run.left.begin] && left.break_before[run.left.end];
  const bool right_ends = !right.break_before[run.right.begin] && right.break_before[run.right.end];
  const bool left_begins = left.break_before[run.left.begin] && !left.break_before[run.left.end];
  const bool right_begins = right.break_before[run.right.begin] && !right.break_before[run.right.end];
  if (left_ends && right_begins) {
    return {{run.left, {run.right.begin, run.right.begin}}, {{run.left.end, run.left.end}, run.right}};
  }
  if (left_begins && right_ends) {
    return {{{run.left.begin, run.left.begin}, run.right}, {run.left, {run.right.end, run.right.end}}};
  }
  Runs parted;
  const auto lefts = clause_bounds(left, run.left).size() - 1, rights = clause_bounds(right, run.right).size() - 1;
  if (rights == 1 && lefts > 1 && run.left.size() >= run.right.size() + kLeastParted) {
    part_clauses(left, run, &EditRun::left, &EditRun::right, parted);
  } else if (lefts == 1 && rights > 1 && run.right.size() >= run.left.size() + kLeastParted) {
    part_clauses(right, run, &EditRun::right, &EditRun::left, parted);
  } else if (lefts == rights) {
    parted = clause_pairs(left, right, run);
  } else {
    parted.push_back(run);
  }
  return parted;
}

bool same_units(const Side& left, TextRange<Tokens> x, const Side& right, TextRange<Tokens> y) {
  const auto a = std::span(left.units.ids).subspan(x.begin, x.size()),
             b = std::span(right.units.ids).subspan(y.begin, y.size());
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

// The units of a reading, and the asides that it alone has, which are none of them: 4000亿元(人民币，下同) is compared
// as 4000亿元, so that what the comma in the brackets parts is not taken for clauses.
struct Compared {
  Units units;
  std::vector<TextRange<Normal>> asides;
};

bool has_asides(const NormalText& text, TextRange<Normal> range) {
  return std::any_of(text.asides.begin(), text.asides.end(), [&](auto aside) { return range.contains(aside); });
}

// (5)47.1%: the marks that part the two are folded, and it is read as one number.
bool cuts_protected_word(const NormalText& text, TextRange<Normal> range, TextRange<Normal> aside) {
  const auto words = find_protected(text, range);
  return std::any_of(words.begin(), words.end(), [&](const auto& word) {
    const TextRange<Normal> place{range.begin + word.range.begin, range.begin + word.range.end};
    const auto is_inside = [&](std::uint32_t at) { return place.begin < at && at < place.end; };
    return is_inside(aside.begin) || is_inside(aside.end);
  });
}

Compared without_lone_asides(const NormalText& text, TextRange<Normal> range, Units units, const NormalText& other,
                             TextRange<Normal> other_range, const Units& other_units) {
  Compared compared{std::move(units), {}};
  auto& [ids, ranges] = compared.units;
  if (has_asides(other, other_range)) return compared;
  for (const auto aside : text.asides) {
    if (!range.contains(aside) || aside == range || aside.size() > kLongestAside) continue;
    const auto begin =
        std::lower_bound(ranges.begin(), ranges.end(), aside.begin, [](auto r, auto at) { return r.begin < at; });
    const auto end = std::lower_bound(begin, ranges.end(), aside.end, [](auto r, auto at) { return r.begin < at; });
    const auto first = ids.begin() + (begin - ranges.begin()), last = ids.begin() + (end - ranges.begin());
    // The other may have the words without the brackets.
    if (std::search(other_units.ids.begin(), other_units.ids.end(), first, last) != other_units.ids.end()) continue;
    if (cuts_protected_word(text, range, aside)) continue;
    ids.erase(first, last);
    ranges.erase(begin, end);
    compared.asides.push_back(aside);
  }
  return compared;
}

// Adds an edit for each aside of one side that none takes in. What was put in beside it is one with it:
// （推广）全场半价.
void add_asides(std::span<const TextRange<Normal>> asides, TextRange<Normal> Edit::*own,
                TextRange<Normal> Edit::*opposite, std::uint32_t own_at, std::uint32_t opposite_at,
                std::vector<Edit>& edits) {
  std::vector<Edit> all;
  bool behind_aside = false;
  const auto add = [&](const Edit& edit, bool is_aside) {
    const bool touch = (is_aside || behind_aside) && !all.empty() && (all.back().*own).end == (edit.*own).begin;
    behind_aside = is_aside;
    if (touch && (all.back().*opposite).empty() && (edit.*opposite).empty()) {
      (all.back().*own).end = (edit.*own).end;
    } else {
      all.push_back(edit);
    }
    own_at = (edit.*own).end;
    opposite_at = (edit.*opposite).end;
  };
  auto aside = asides.begin();
  const auto add_asides_until = [&](std::uint32_t end) {
    for (; aside != asides.end() && aside->begin < end; ++aside) {
      if (aside->begin < own_at) continue;
      const auto at = opposite_at + (aside->begin - own_at);
      Edit edit;
      edit.*own = *aside;
      edit.*opposite = {at, at};
      add(edit, true);
    }
  };
  for (const auto& edit : edits) {
    add_asides_until((edit.*own).begin);
    add(edit, false);
  }
  add_asides_until(UINT32_MAX);
  edits = std::move(all);
}

std::uint32_t units_gone(const Script& script) {
  std::uint32_t gone = 0;
  for (const auto& run : script.runs) gone += run.left.size();
  return gone;
}

}  // namespace

SharedUnits shared_units(const NormalText& left, TextRange<Normal> left_range, const NormalText& right,
                         TextRange<Normal> right_range) {
  const Units a = cut_into_units(left, left_range), b = cut_into_units(right, right_range);
  const auto from = without_lone_asides(left, left_range, a, right, right_range, b).units,
             to = without_lone_asides(right, right_range, b, left, left_range, a).units;
  return {from.size() - units_gone(edit_script(from.ids, to.ids)), a.size(), b.size()};
}

ReadingDiff diff_readings(const NormalText& left, TextRange<Normal> left_range, const NormalText& right,
                          TextRange<Normal> right_range) {
  Units left_units = cut_into_units(left, left_range), right_units = cut_into_units(right, right_range);
  ReadingDiff diff;
  diff.left_units = left_units.size();
  diff.right_units = right_units.size();
  // Most readings of most stories are the same, and their words need not be known.
  if (left_units.ids == right_units.ids) {
    diff.shared_units = diff.left_units;
    return diff;
  }
  auto left_compared = without_lone_asides(left, left_range, left_units, right, right_range, right_units),
       right_compared = without_lone_asides(right, right_range, right_units, left, left_range, left_units);
  const Side a(left, left_range, std::move(left_compared.units)),
      b(right, right_range, std::move(right_compared.units));
  const auto script = edit_script(a.units.ids, b.units.ids);
  diff.approximate = script.approximate;
  diff.shared_units = a.units.size() - units_gone(script);

  Runs runs = script.runs;
  join_transposed(a, b, runs);
  absorb(a, b, runs);
  slide_all(a, b, runs);
  const auto reordered = join_reordered(a, b, runs);
  std::vector<TextRange<Tokens>> order_changed;
  for (std::size_t k = 0; k < runs.size(); ++k) {
    if (reordered[k]) order_changed.push_back(runs[k].left);
  }
  widen(a, b, runs);
  for (const auto& run : runs) {
    // What changed its order is one edit, whatever clauses it stands in.
    const bool order =
        std::any_of(order_changed.begin(), order_changed.end(), [&](auto r) { return run.left.contains(r); });
    for (const auto& part : order ? Runs{run} : part_at_clauses(a, b, run)) {
      // Beside a clause that was parted off, what was taken in to reach the bounds of words may be all that is left.
      if (!same_units(a, part.left, b, part.right))
        diff.edits.push_back({a.to_normal(part.left), b.to_normal(part.right), order});
    }
  }
  add_asides(left_compared.asides, &Edit::left, &Edit::right, left_range.begin, right_range.begin, diff.edits);
  add_asides(right_compared.asides, &Edit::right, &Edit::left, right_range.begin, left_range.begin, diff.edits);
  return diff;
}

TextRange<Normal> across(const ReadingDiff& diff, std::uint32_t left_begin, std::uint32_t right_begin,
                         TextRange<Normal> left) {
  const auto map = [&](std::uint32_t at, bool is_end) {
    std::int64_t shift = static_cast<std::int64_t>(right_begin) - left_begin;
    for (const auto& edit : diff.edits) {
      const bool before = is_end ? at <= edit.left.begin && !(edit.left.empty() && at == edit.left.begin)
                                 : at < edit.left.begin || (at == edit.left.begin);
      if (before) break;
      if (at < edit.left.end) return is_end ? edit.right.end : edit.right.begin;
      shift = static_cast<std::int64_t>(edit.right.end) - edit.left.end;
    }
    return static_cast<std::uint32_t>(at + shift);
  };
  const auto begin = map(left.begin, false);
  return {begin, std::max(begin, map(left.end, true))};
}

}  // namespace yiwen
