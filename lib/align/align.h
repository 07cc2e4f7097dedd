// SPDX-License-Identifier: Apache-2.0
//
// Clusters -> rows: which words of each witness answer which words of the reference, with nothing left between.
//
// A cluster's members are tight: from the first to the last unit that the chain shares. A row's cells are tiles: they
// divide each linked sentence completely, at punctuation where there is some, so that what a witness put before, between
// and behind the shared words is seen as inserted there, and no word stands in two cells of one sentence.
//
//   李樂成表示，2025年，中國工業增加值41.7萬億元，中國工業體系…進一步鞏固。
//               |--- member of one cluster ---|  |-- of the next --|
//   |------------- cell -----------------------||----- cell --------|
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "cluster/cluster.h"

namespace yiwen {

struct Cell {
  std::uint32_t witness = 0;
  std::uint32_t first_sentence = 0;
  std::uint32_t last_sentence = 0;      // the same, or the end of a run of sentences that the reference has as one
  TextRange<Normal> range;
  TextRange<Normal> reference_range;    // the words of the row's first cell that this one answers
  TextRange<Normal> shared;             // the tight part of range
  TextRange<Normal> reference_shared;   // the tight part of the reference, where the link goes to the reference itself
  bool stray = false;                   // stands alone among words of the witness's own: cited, not carried over
  bool echo = false;                    // a heading or second copy: a further cell of a witness that has one already
  std::optional<std::uint32_t> answers; // the cell of another witness's heading or copy, where it answers one of those

  // A heading or a citation has only the clauses that it shares to compare; what stands beside them is its own.
  [[nodiscard]] TextRange<Normal> compared() const { return echo ? shared : range; }
  [[nodiscard]] TextRange<Normal> compared_reference() const { return echo ? reference_shared : reference_range; }
};

struct Row {
  std::vector<Cell> cells;  // the reference's first, then by witness and place
};

// A run of sentences that a witness does not carry.
struct Gap {
  std::uint32_t witness = 0;
  std::uint32_t reference = 0;           // who has them
  std::uint32_t first_sentence = 0;      // of the reference
  std::uint32_t last_sentence = 0;
  TextRange<Normal> at;                  // empty: where they would stand in the witness
  bool inside = false;                   // the witness carries something before and something after them
};

// A run of sentences that the base does not carry, given for the first witness that has them.
struct Extra {
  // Where another witness has them.
  struct Shared {
    std::uint32_t witness = 0;
    std::uint32_t first_sentence = 0;
    std::uint32_t last_sentence = 0;
    TextRange<Normal> part{};
  };
  std::uint32_t witness = 0;
  std::uint32_t first_sentence = 0;
  std::uint32_t last_sentence = 0;
  std::vector<Shared> shared;  // by witness; none where no other witness carries them
  TextRange<Normal> part{};    // of one sentence, the rest of which the base carries; empty for whole sentences
};

// A run of cells that a witness has in another place than the base.
struct Move {
  std::uint32_t witness = 0;
  TextRange<Normal> range;       // in the witness
  TextRange<Normal> base_range;
};

struct Alignment {
  std::vector<Row> rows;     // the base's in its order, then those of each later reference in its own
  std::vector<Gap> gaps;
  std::vector<Gap> lost_headings;  // one heading of the base each, whose section the witness carries
  std::vector<Extra> extras;
  std::vector<Move> moves;
};

// REQUIRES: clustering was made from these witnesses in this order of references, the base first
[[nodiscard]] Alignment align(std::span<const Witness> witnesses, const Clustering& clustering,
                              const std::vector<std::uint32_t>& order);

}  // namespace yiwen
