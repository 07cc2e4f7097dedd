// SPDX-License-Identifier: Apache-2.0
#include "align/rows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "cluster/sentence_link.h"

namespace yiwen {

namespace {

TextRange<Normal> to_normal(const Witness& witness, const Passage& passage) {
  const auto& ranges = witness.units[passage.sentence].ranges;
  if (passage.units.empty()) return {witness.sentences[passage.sentence].normal.begin, witness.sentences[passage.sentence].normal.begin};
  return {ranges[passage.units.begin].begin, ranges[passage.units.end - 1].end};
}

// Where to part two passages of one sentence: at the first clause between them, else where the first one ends.
std::uint32_t boundary(const NormalText& normal, std::uint32_t first_end, std::uint32_t second_begin) {
  const auto [low, high] = std::minmax(first_end, second_begin);
  for (std::uint32_t at = low; at <= high; ++at) {
    if (normal.clause_begins(at)) return at;
  }
  auto at = first_end <= second_begin ? first_end : (first_end + second_begin) / 2;
  // Several characters may stand for one printed word (出租车 for 的士), which is not parted.
  while (at > 0 && at < normal.from.size() && normal.from[at].begin < normal.from[at - 1].end) ++at;
  return at;
}

// A passage with linked neighbours was carried over with them; one that is linked nearly as a whole needs none.
constexpr float kSupported = 12.0F;
constexpr float kWhole = 0.75F;

bool is_stray(const Member& member) {
  return member.support < kSupported && std::min(member.link.cover_left, member.link.cover_right) < kWhole;
}

// The clauses that words touch, inside a cell.
TextRange<Normal> to_clauses(const NormalText& normal, TextRange<Normal> cell, TextRange<Normal> words) {
  while (words.begin > cell.begin && !normal.clause_begins(words.begin)) --words.begin;
  while (words.end < cell.end && !normal.clause_begins(words.end)) ++words.end;
  return words;
}

struct Claim {
  TextRange<Normal> tight;
  std::uint32_t cluster = 0;
  std::uint32_t member = 0;
  TextRange<Normal> tile;
};

// The part of the words that lies in a tile; the whole tile where none does.
TextRange<Normal> within(TextRange<Normal> tile, TextRange<Normal> words) {
  const auto part = intersection(tile, words);
  return part.empty() ? tile : part;
}

// Divides a sentence among the passages in it, in order; the first reaches to its begin, the last to its end.
void tile(const NormalText& normal, TextRange<Normal> sentence, std::vector<Claim*>& claims) {
  std::sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) {
    return std::tie(a->tight, a->cluster, a->member) < std::tie(b->tight, b->cluster, b->member);
  });
  std::uint32_t begin = sentence.begin;
  for (std::size_t k = 0; k < claims.size(); ++k) {
    std::uint32_t end = sentence.end;
    if (k + 1 < claims.size()) end = std::max(begin, boundary(normal, claims[k]->tight.end, claims[k + 1]->tight.begin));
    claims[k]->tile = {begin, end};
    begin = end;
  }
}

}  // namespace

std::vector<Row> make_rows(std::span<const Witness> witnesses, const Clustering& clustering) {
  // Every linked passage by the sentence that it lies in.
  std::vector<std::vector<Claim>> claims(clustering.clusters.size());
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Claim*>> of_sentence;
  for (std::uint32_t c = 0; c < clustering.clusters.size(); ++c) {
    const auto& members = clustering.clusters[c].members;
    claims[c].reserve(members.size());
    for (std::uint32_t m = 0; m < members.size(); ++m) {
      const auto& passage = members[m].passage;
      claims[c].push_back({to_normal(witnesses[passage.witness], passage), c, m, {}});
      of_sentence[{passage.witness, passage.sentence}].push_back(&claims[c].back());
    }
  }
  for (auto& [where, list] : of_sentence) {
    const auto& witness = witnesses[where.first];
    tile(*witness.normal, witness.sentences[where.second].normal, list);
  }

  std::vector<Row> rows(clustering.clusters.size());
  for (std::uint32_t c = 0; c < rows.size(); ++c) {
    const auto& members = clustering.clusters[c].members;
    auto& cells = rows[c].cells;
    const auto reference_tile = claims[c][0].tile;
    std::vector<std::uint32_t> order(members.size());
    for (std::uint32_t m = 0; m < order.size(); ++m) order[m] = m;
    std::sort(order.begin() + 1, order.end(),
              [&](auto a, auto b) { return std::tie(members[a].passage, a) < std::tie(members[b].passage, b); });
    std::vector<std::optional<std::uint32_t>> cell_of(members.size());
    for (const std::uint32_t m : order) {
      const auto& member = members[m];
      Cell cell{member.passage.witness, member.passage.sentence, member.passage.sentence, claims[c][m].tile,
                reference_tile, claims[c][m].tight, reference_tile, is_stray(member), member.ground == Ground::echo, {}};
      if (m != 0 && member.linked_to == 0 && !member.link.left.empty()) {
        cell.reference_shared = to_normal(witnesses[members[0].passage.witness], {0, members[0].passage.sentence, member.link.left});
      }
      // The words of a link may reach into the tile of a neighbour in the same sentence; there they are the neighbour's.
      cell.shared = within(cell.range, cell.shared);
      cell.reference_shared = within(reference_tile, cell.reference_shared);
      if (cell.range.empty()) continue;
      // What the reference has as one sentence, a witness may have as two that follow each other.
      if (m != 0 && cells.size() > 1 && !cell.echo && cells.back().witness == cell.witness && !cells.back().echo &&
          cells.back().last_sentence + 1 == cell.first_sentence && cells.back().range.end == cell.range.begin) {
        cells.back().last_sentence = cell.last_sentence;
        cells.back().range.end = cell.range.end;
        cells.back().shared.end = cell.shared.end;
        cells.back().reference_shared = {std::min(cells.back().reference_shared.begin, cell.reference_shared.begin),
                                         std::max(cells.back().reference_shared.end, cell.reference_shared.end)};
        continue;
      }
      cell_of[m] = static_cast<std::uint32_t>(cells.size());
      cells.push_back(cell);
    }
    for (std::uint32_t m = 1; m < members.size(); ++m) {
      const auto linked = members[m].linked_to;
      if (!cell_of[m] || !cell_of[linked] || linked == 0) continue;
      auto& cell = cells[*cell_of[m]];
      const auto& other = cells[*cell_of[linked]];
      if (cell.echo && other.echo && cell.witness != other.witness) cell.answers = cell_of[linked];
    }
    // Where other passages took all words of the reference, the next member stands for it.
    if (!cells.empty() && reference_tile.empty()) {
      for (auto& cell : cells) cell.reference_range = cell.reference_shared = cells[0].range;
    }
    // Of several cells of one witness that do not follow each other, each answers the part of the reference it is linked
    // to. Headings and copies answer the whole.
    for (std::size_t k = 1; k < cells.size(); ++k) {
      const auto same = [&](const Cell& other) { return &other != &cells[k] && other.witness == cells[k].witness && !other.echo; };
      if (cells[k].echo || cells[k].witness == cells[0].witness || std::none_of(cells.begin() + 1, cells.end(), same)) continue;
      cells[k].reference_range = cells[k].reference_shared;
    }
    for (auto& cell : cells) {
      if (!cell.echo) continue;
      cell.shared = to_clauses(*witnesses[cell.witness].normal, cell.range, cell.shared);
      cell.reference_shared = to_clauses(*witnesses[cells[0].witness].normal, cells[0].range, cell.reference_shared);
    }
    // A witness that has only an echo carries the sentence by it, whichever copy of it is the nearer one; one that has the
    // same heading as another text does not.
    for (auto& cell : cells) {
      if (!cell.echo || (cell.answers && is_heading(witnesses[cell.witness].sentences[cell.first_sentence]))) continue;
      const bool alone = std::none_of(cells.begin(), cells.end(),
                                      [&](const Cell& other) { return other.witness == cell.witness && !other.echo; });
      if (!alone) continue;
      cell.echo = false;
      cell.answers.reset();
    }
  }
  std::erase_if(rows, [](const Row& row) { return row.cells.size() < 2; });
  return rows;
}

}  // namespace yiwen
