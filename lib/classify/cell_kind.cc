// SPDX-License-Identifier: Apache-2.0
#include "classify/cell_kind.h"

#include <algorithm>
#include <initializer_list>

namespace yiwen {

namespace {

bool stands_in(std::initializer_list<BlockKind> kinds, const PrintedWitness& printed, const Cell& cell) {
  const auto& sentences = printed.witness->sentences;
  if (cell.last_sentence >= sentences.size()) return false;
  return std::all_of(
      sentences.begin() + cell.first_sentence, sentences.begin() + cell.last_sentence + 1,
      [&](const Sentence& sentence) { return std::find(kinds.begin(), kinds.end(), sentence.kind) != kinds.end(); });
}

}  // namespace

bool is_byline(const PrintedWitness& printed, const Cell& cell) {
  return stands_in({BlockKind::byline}, printed, cell);
}

bool is_title_or_caption(const PrintedWitness& printed, const Cell& cell) {
  return stands_in({BlockKind::title, BlockKind::caption}, printed, cell);
}

}  // namespace yiwen
