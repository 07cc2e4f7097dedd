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
  if (passage.units.empty())
    return {witness.sentences[passage.sentence].normal.begin, witness.sentences[passage.sentence].normal.begin};
  return {ranges[passage.units.begin].begin, ranges[passage.units.end - 1].end};
}

// What one passage of a sentence has of it.
struct Claim {
  TextRange<Normal> tight;
  std::uint32_t cluster = 0;
  std::uint32_t member = 0;
  std::u32string_view before{}, behind{};  // what it is linked to, in the sentence that it is linked to
  TextRange<Normal> tile{};
};

// Two passages may share a word, which the one has that was linked first. Where a clause would be parted behind
// (before) the word, it goes with the rest of the clause: 居首；AI|调度, where the other text has AI调度.
std::uint32_t keep_word_with_clause(const NormalText& normal, const Claim& first, const Claim& second,
                                    std::uint32_t at) {
  auto begin = at, end = at;
  while (begin > first.tight.begin && !normal.clause_begins(begin)) --begin;
  while (end < second.tight.end && !normal.clause_begins(end)) ++end;
  const bool first_has_more = begin > first.tight.begin, second_has_more = end < second.tight.end;
  if (first_has_more && second.before.ends_with(normal.slice({begin, at}))) return begin;
  if (second_has_more && first.behind.starts_with(normal.slice({at, end}))) return end;
  return at;
}

// Where to part two passages of one sentence: at the first clause between them, else where the first one ends.
std::uint32_t boundary(const NormalText& normal, const Claim& first, const Claim& second) {
  const auto first_end = first.tight.end, second_begin = second.tight.begin;
  const auto [low, high] = std::minmax(first_end, second_begin);
  for (std::uint32_t at = low; at <= high; ++at) {
    if (normal.clause_begins(at)) return at;
  }
  auto at = keep_word_with_clause(normal, first, second,
                                  first_end <= second_begin ? first_end : (first_end + second_begin) / 2);
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
    if (k + 1 < claims.size()) end = std::max(begin, boundary(normal, *claims[k], *claims[k + 1]));
    claims[k]->tile = {begin, end};
    begin = end;
  }
}

// Every linked passage with its tile, by cluster and member.
std::vector<std::vector<Claim>> claim_sentences(std::span<const Witness> witnesses, const Clustering& clustering) {
  std::vector<std::vector<Claim>> claims(clustering.clusters.size());
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Claim*>> of_sentence;
  for (std::uint32_t c = 0; c < clustering.clusters.size(); ++c) {
    const auto& members = clustering.clusters[c].members;
    claims[c].reserve(members.size());
    for (std::uint32_t m = 0; m < members.size(); ++m) {
      const auto& passage = members[m].passage;
      Claim claim{to_normal(witnesses[passage.witness], passage), c, m};
      if (m != 0 && !members[m].link.left.empty()) {
        const auto& other = members[members[m].linked_to].passage;
        const auto& witness = witnesses[other.witness];
        const auto sentence = witness.sentences[other.sentence].normal;
        const auto words = to_normal(witness, {other.witness, other.sentence, members[m].link.left});
        claim.before = witness.normal->slice({sentence.begin, words.begin});
        claim.behind = witness.normal->slice({words.end, sentence.end});
      }
      claims[c].push_back(claim);
      of_sentence[{passage.witness, passage.sentence}].push_back(&claims[c].back());
    }
  }
  for (auto& [where, list] : of_sentence) {
    const auto& witness = witnesses[where.first];
    tile(*witness.normal, witness.sentences[where.second].normal, list);
  }
  return claims;
}

// What the reference has as one sentence, a witness may have as two that follow each other.
bool follows(const Cell& above, const Cell& cell) {
  return !cell.echo && !above.echo && above.witness == cell.witness && above.last_sentence + 1 == cell.first_sentence &&
         above.range.end == cell.range.begin;
}

void append(Cell& above, const Cell& cell) {
  above.last_sentence = cell.last_sentence;
  above.range.end = cell.range.end;
  above.shared.end = cell.shared.end;
  above.reference_shared = {std::min(above.reference_shared.begin, cell.reference_shared.begin),
                            std::max(above.reference_shared.end, cell.reference_shared.end)};
}

// The row of one cluster, made in steps. The first member is the reference.
class RowOfCluster {
 public:
  RowOfCluster(std::span<const Witness> witnesses, std::span<const Member> members, std::span<const Claim> claims)
      : witnesses_(witnesses), members_(members), claims_(claims), cell_of_(members.size()) {}

  Row build() && {
    place_cells();
    answer_other_echoes();
    replace_empty_reference();
    part_reference();
    narrow_echoes();
    promote_lone_echoes();
    return {std::move(cells_)};
  }

 private:
  [[nodiscard]] TextRange<Normal> reference_tile() const { return claims_[0].tile; }
  [[nodiscard]] const NormalText& normal_of(const Cell& cell) const { return *witnesses_[cell.witness].normal; }

  [[nodiscard]] Cell cell_of_member(std::uint32_t m) const {
    const auto& member = members_[m];
    Cell cell{member.passage.witness,
              member.passage.sentence,
              member.passage.sentence,
              claims_[m].tile,
              reference_tile(),
              claims_[m].tight,
              reference_tile(),
              is_stray(member),
              member.ground == Ground::echo,
              {}};
    if (m != 0 && member.linked_to == 0 && !member.link.left.empty()) {
      const auto& reference = members_[0].passage;
      cell.reference_shared = to_normal(witnesses_[reference.witness], {0, reference.sentence, member.link.left});
    }
    // The words of a link may reach into the tile of a neighbour in the same sentence; there they are the neighbour's.
    cell.shared = within(cell.range, cell.shared);
    cell.reference_shared = within(reference_tile(), cell.reference_shared);
    return cell;
  }

  // The reference's first, the others by witness and place. A member whose words are all its neighbours' has no cell.
  void place_cells() {
    std::vector<std::uint32_t> order(members_.size());
    for (std::uint32_t m = 0; m < order.size(); ++m) order[m] = m;
    std::sort(order.begin() + 1, order.end(),
              [&](auto a, auto b) { return std::tie(members_[a].passage, a) < std::tie(members_[b].passage, b); });
    for (const std::uint32_t m : order) {
      const Cell cell = cell_of_member(m);
      if (cell.range.empty()) continue;
      if (m != 0 && cells_.size() > 1 && follows(cells_.back(), cell)) {
        append(cells_.back(), cell);
        continue;
      }
      cell_of_[m] = static_cast<std::uint32_t>(cells_.size());
      cells_.push_back(cell);
    }
  }

  // A heading that is linked to another text's heading answers that, not the sentence below it.
  void answer_other_echoes() {
    for (std::uint32_t m = 1; m < members_.size(); ++m) {
      const auto linked = members_[m].linked_to;
      if (!cell_of_[m] || !cell_of_[linked] || linked == 0) continue;
      auto& cell = cells_[*cell_of_[m]];
      const auto& other = cells_[*cell_of_[linked]];
      if (cell.echo && other.echo && cell.witness != other.witness) cell.answers = cell_of_[linked];
    }
  }

  // Where other passages took all words of the reference, the next member stands for it.
  void replace_empty_reference() {
    if (cells_.empty() || !reference_tile().empty()) return;
    for (auto& cell : cells_) cell.reference_range = cell.reference_shared = cells_[0].range;
  }

  // Of several cells of one witness that do not follow each other, each answers the part of the reference it is linked
  // to. Headings and copies answer the whole.
  void part_reference() {
    for (std::size_t k = 1; k < cells_.size(); ++k) {
      auto& cell = cells_[k];
      const auto same = [&](const Cell& other) {
        return &other != &cell && other.witness == cell.witness && !other.echo;
      };
      if (cell.echo || cell.witness == cells_[0].witness || std::none_of(cells_.begin() + 1, cells_.end(), same))
        continue;
      cell.reference_range = cell.reference_shared;
    }
  }

  // A heading is compared by the clauses that it shares.
  void narrow_echoes() {
    for (auto& cell : cells_) {
      if (!cell.echo) continue;
      cell.shared = to_clauses(normal_of(cell), cell.range, cell.shared);
      cell.reference_shared = to_clauses(normal_of(cells_[0]), cells_[0].range, cell.reference_shared);
    }
  }

  // A witness that has only an echo carries the sentence by it, whichever copy of it is the nearer one; one that has
  // the same heading as another text does not.
  void promote_lone_echoes() {
    for (auto& cell : cells_) {
      if (!cell.echo || (cell.answers && is_heading(witnesses_[cell.witness].sentences[cell.first_sentence]))) continue;
      const bool alone = std::none_of(cells_.begin(), cells_.end(),
                                      [&](const Cell& other) { return other.witness == cell.witness && !other.echo; });
      if (!alone) continue;
      cell.echo = false;
      cell.answers.reset();
    }
  }

  std::span<const Witness> witnesses_;
  std::span<const Member> members_;
  std::span<const Claim> claims_;
  std::vector<Cell> cells_;
  std::vector<std::optional<std::uint32_t>> cell_of_;  // by member
};

}  // namespace

std::vector<Row> make_rows(std::span<const Witness> witnesses, const Clustering& clustering) {
  const auto claims = claim_sentences(witnesses, clustering);
  std::vector<Row> rows;
  for (std::uint32_t c = 0; c < clustering.clusters.size(); ++c) {
    Row row = RowOfCluster(witnesses, clustering.clusters[c].members, claims[c]).build();
    if (row.cells.size() > 1) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace yiwen
