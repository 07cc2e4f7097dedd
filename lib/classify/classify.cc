// SPDX-License-Identifier: Apache-2.0
#include "classify/classify.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <utility>

#include "base/parallel.h"
#include "classify/garbled_words.h"
#include "classify/live_entries.h"
#include "classify/places.h"
#include "classify/renamed_words.h"
#include "classify/said_elsewhere.h"
#include "classify/standing.h"
#include "classify/structure.h"
#include "classify/texts_apart.h"
#include "classify/throughout.h"
#include "diff/protected_words.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace {

// How much of the longer and of the shorter reading must be shared for two passages to be near or partial. Range .6-.8.
constexpr double kNearShare = 0.6;

MemberRelation relation_of(const ReadingDiff& diff) {
  if (diff.edits.empty()) return MemberRelation::identical;
  const double left = diff.left_units == 0 ? 0 : static_cast<double>(diff.shared_units) / diff.left_units;
  const double right = diff.right_units == 0 ? 0 : static_cast<double>(diff.shared_units) / diff.right_units;
  if (std::min(left, right) >= kNearShare) return MemberRelation::near;
  return std::max(left, right) >= kNearShare ? MemberRelation::partial : MemberRelation::paraphrase;
}

void append(std::vector<Finding>& all, std::vector<Finding> some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

// What a page cut off is reported as the cut, not as an omission or another wording too.
void drop_what_cuts_explain(std::vector<Finding>& findings, std::span<const Place> pieces) {
  std::vector<std::pair<std::uint32_t, Place>> cuts;  // the witness, and the words that it lost
  for (const auto& finding : findings) {
    if (finding.type == FindingType::truncation && finding.other)
      cuts.emplace_back(finding.place->document, *finding.other);
  }
  const auto is_cut = [&](std::uint32_t witness, const Place& words) {
    return !words.range.empty() && std::any_of(cuts.begin(), cuts.end(), [&](const auto& c) {
      return c.first == witness && c.second.document == words.document && c.second.range.contains(words.range);
    });
  };
  // 12315 → 12: the cut is in the middle of what is compared as one.
  const auto is_cut_inside = [&](const Reading& whole, const Reading& part, std::uint32_t witness, const Place& words) {
    return whole.text.size() > part.text.size() && whole.text.starts_with(part.text) &&
           std::any_of(cuts.begin(), cuts.end(), [&](const auto& c) {
             return c.first == witness && c.second.document == words.document &&
                    words.range.begin < c.second.range.begin && c.second.range.begin < words.range.end;
           });
  };
  std::erase_if(findings, [&](const Finding& f) {
    if (f.type == FindingType::addition) {
      return std::any_of(pieces.begin(), pieces.end(), [&](const Place& piece) {
        return piece.document == f.place->document && piece.range.contains(f.place->range);
      });
    }
    if (f.type == FindingType::omission && f.kind == "dropped-clause") return is_cut(f.place->document, *f.other);
    if (f.type != FindingType::drift || f.readings.size() < 2 || !f.cluster) return false;
    const auto& reference = f.readings.front().members.front();
    // The witness lost what the reference has, or the reference what the witness has.
    return std::all_of(f.readings.begin() + 1, f.readings.end(), [&](const Reading& reading) {
      return std::all_of(reading.members.begin(), reading.members.end(), [&](const Place& place) {
        return is_cut(place.document, reference) || is_cut(reference.document, place) ||
               is_cut_inside(f.readings.front(), reading, place.document, reference);
      });
    });
  });
}

// A paragraph without a full stop, of a text that is no reprint: nothing tells that words are lost, and nobody compares
// it.
void drop_open_ends_of_other_texts(std::vector<Finding>& findings, std::span<const Standing> standings) {
  std::erase_if(findings, [&](const Finding& f) {
    if (f.type != FindingType::truncation || f.other) return false;
    const auto relation = standings[f.place->document].relation;
    return relation == Relation::related || relation == Relation::unrelated;
  });
}

// A digest says in its own words what it takes: the clauses that its sentences leave out are its nature, as the
// sentences are.
void quiet_clauses_of_digests(std::vector<Finding>& findings, std::span<const Standing> standings) {
  for (auto& finding : findings) {
    if (finding.type != FindingType::omission || finding.kind != "dropped-clause" ||
        finding.severity <= Severity::minor || standings[finding.place->document].relation != Relation::digest)
      continue;
    finding.severity = Severity::minor;
    finding.why = "a clause of a sentence that is told in other words";
  }
}

// The readings but the first begin alike, as far as the shorter ones go: those may break off as well.
bool are_begins_of_one(const Finding& finding) {
  constexpr std::size_t kTornEnd = 3;  // characters at the end of what breaks off itself. Range 2-6
  std::u32string longest;
  return std::all_of(finding.readings.begin() + 1, finding.readings.end(), [&](const Reading& reading) {
    auto words = normalize(reading.text).chars;
    if (words.size() > longest.size()) std::swap(words, longest);
    return longest.starts_with(words.substr(0, words.size() - std::min(words.size(), kTornEnd)));
  });
}

// What is missing right behind a lost tail was cut off with it.
void tell_what_broke_off(std::vector<Finding>& findings) {
  constexpr std::uint32_t kNear = 2;  // code points between the two: a line end, of one or two. Range 2-4
  std::vector<Place> tails;
  for (const auto& cut : findings) {
    if (cut.type == FindingType::truncation && cut.kind == "tail-missing") tails.push_back(*cut.place);
  }
  // What is left of the first sentence that is missing may stand behind the gap.
  const auto broke_off = [&](const Place& gap) {
    return std::any_of(tails.begin(), tails.end(), [&](const Place& tail) {
      return tail.document == gap.document && tail.range.begin <= gap.range.begin + kNear &&
             gap.range.begin <= tail.range.end + kNear;
    });
  };
  constexpr const char* kWhy = "follows where the text breaks off";
  for (auto& finding : findings) {
    if (finding.type == FindingType::omission && finding.kind != "dropped-clause") {
      if (broke_off(*finding.place)) finding.why = kWhy;
    } else if (finding.type == FindingType::drift && finding.readings.size() > 1 &&
               finding.readings.front().text.empty() && finding.severity > Severity::minor &&
               broke_off(finding.readings.front().members.front()) && are_begins_of_one(finding)) {
      finding.kind = "insertion";
      finding.severity = Severity::minor;
      finding.why = kWhy;
    }
  }
}

// What stands in the second copy of a passage was neither added nor left out by anybody; nor was a piece of the first
// copy, where the sentence that answers to it was taken for that in the second one. Neither copy was moved.
void drop_what_copies_explain(std::vector<Finding>& findings) {
  std::vector<Place> copies, firsts;
  for (const auto& finding : findings) {
    if (finding.type != FindingType::duplicate) continue;
    copies.push_back(*finding.other);
    firsts.push_back(*finding.place);
  }
  const auto is_copy = [&](const Place& words) {
    return std::any_of(copies.begin(), copies.end(), [&](const Place& copy) {
      return copy.document == words.document && copy.range.contains(words.range);
    });
  };
  const auto is_first = [&](const Place& words) {
    return std::any_of(firsts.begin(), firsts.end(), [&](const Place& first) {
      return first.document == words.document && first.range.contains(words.range);
    });
  };
  const auto is_whole_first = [&](const Place& words) {
    return std::find(firsts.begin(), firsts.end(), words) != firsts.end();
  };
  std::erase_if(findings, [&](const Finding& f) {
    const bool order = f.kind == "moved-passage" || f.kind == "out-of-order";
    return (f.type == FindingType::addition &&
            (is_copy(*f.place) || (is_first(*f.place) && !is_whole_first(*f.place)))) ||
           (f.type == FindingType::omission && is_copy(*f.other)) ||
           (order && (is_copy(*f.place) || is_first(*f.place)));
  });
}

}  // namespace

Classified classify(std::span<const PrintedWitness> witnesses, const Clustering& clustering, const Alignment& alignment,
                    const std::vector<std::uint32_t>& order, unsigned threads,
                    std::span<const ProtectedPair> own_pairs) {
  const std::uint32_t base = order.front();
  std::vector<DiffedRow> rows(alignment.rows.size());
  std::vector<std::vector<Finding>> places(rows.size());
  const auto traditional = are_traditional(witnesses);
  NamesOfWitnesses names(witnesses.size());
  parallel_for(witnesses.size(), threads, [&](std::size_t w) { names[w] = find_names(*witnesses[w].witness->normal); });
  parallel_for(rows.size(), threads, [&](std::size_t r) {
    auto& row = rows[r];
    row.row = &alignment.rows[r];
    row.index = static_cast<std::uint32_t>(r);
    const auto& cells = row.row->cells;
    row.diffs.resize(cells.size());
    for (std::size_t c = 1; c < cells.size(); ++c) {
      row.diffs[c] = diff_readings(*witnesses[cells[0].witness].witness->normal, cells[c].compared_reference(),
                                   *witnesses[cells[c].witness].witness->normal, cells[c].compared());
    }
  });

  Classified result;
  for (const auto& row : rows) {
    auto& relations = result.relations.emplace_back();
    for (const auto& diff : row.diffs) {
      relations.push_back(relation_of(diff));
      result.approximate = result.approximate || diff.approximate;
    }
  }
  result.standings = find_standings(witnesses, clustering, rows, base);
  const auto apart = set_texts_apart(witnesses, rows, base, result.standings);
  const RowsOfOneText of_one_text(rows, apart);
  const auto compared = of_one_text.rows();
  parallel_for(compared.size(), threads, [&](std::size_t r) {
    const auto& row = compared[r];
    const auto& cells = row.row->cells;
    places[r] = find_places(witnesses, row, names, own_pairs);
    append(places[r], find_renamed(witnesses, row, traditional));
    // A heading that answers a heading is compared with that one, not with the sentence below it.
    for (const auto& cell : cells) {
      if (!cell.answers) continue;
      Row pair{{cells[*cell.answers], cell}};
      for (auto& side : pair.cells) side.echo = false;
      pair.cells[1].answers.reset();
      pair.cells[1].reference_range = pair.cells[0].range;
      DiffedRow diffed{&pair,
                       row.index,
                       {{},
                        diff_readings(*witnesses[pair.cells[0].witness].witness->normal, pair.cells[0].range,
                                      *witnesses[cell.witness].witness->normal, cell.range)}};
      append(places[r], find_places(witnesses, diffed, names, own_pairs));
    }
  });
  for (auto& list : places) append(result.findings, std::move(list));
  gather_damage(result.findings);
  gather_glosses(witnesses, result.findings);
  gather_spoilt_marks(witnesses, result.findings);
  std::vector<Place> pieces;  // of sentences that are cut
  gather_entry_times(witnesses, result.findings);
  const std::array<std::function<std::vector<Finding>()>, 5> of_structure = {
      [&] { return find_cuts(witnesses, compared, alignment, pieces); },
      [&] { return find_duplicates(witnesses, compared, base); },
      [&] { return find_omissions(witnesses, alignment, result.standings); },
      [&] { return find_additions(witnesses, alignment, result.standings, base); },
      [&] { return find_moves(witnesses, alignment, base); },
  };
  std::array<std::vector<Finding>, of_structure.size()> found;
  parallel_for(found.size(), threads, [&](std::size_t i) { found[i] = of_structure[i](); });
  for (auto& list : found) append(result.findings, std::move(list));
  std::erase_if(result.findings,
                [&](const Finding& f) { return f.type == FindingType::move && apart[f.place->document]; });
  drop_open_ends_of_other_texts(result.findings, result.standings);
  quiet_clauses_of_digests(result.findings, result.standings);
  drop_what_cuts_explain(result.findings, pieces);
  gather_systematic(witnesses, result.findings);
  tell_what_broke_off(result.findings);
  drop_what_copies_explain(result.findings);
  gather_what_stands_beside(witnesses, result.findings);
  append(result.findings, compare_self_descriptions(witnesses, result.standings, base, own_pairs));
  return result;
}

}  // namespace yiwen
