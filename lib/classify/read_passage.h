// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "align/align.h"
#include "classify/classify.h"
#include "diff/numbers.h"
#include "diff/protected_words.h"

namespace yiwen {

// What the rules look for in a whole passage. Places are relative to it.
struct ReadPassage {
  std::vector<char> begins;  // where a word, a number or a character begins; one more entry for the end
  std::vector<Number> numbers;
  std::vector<ProtectedWord> protected_words;
  bool traditional = false;  // folding the script changes something
};

[[nodiscard]] ReadPassage read_passage(const PrintedWitness& witness, TextRange<Normal> passage);

// The cells of one row, each read when it is first asked for, and once for all of its differences: a sentence of a
// thousand edits that is read for each of them costs the square of its length.
class ReadCells {
 public:
  // REQUIRES: `witnesses` and `cells` outlive it
  ReadCells(std::span<const PrintedWitness> witnesses, std::span<const Cell> cells)
      : witnesses_(witnesses), cells_(cells), passages_(cells.size()) {}

  [[nodiscard]] const ReadPassage& operator[](std::uint32_t cell) {
    auto& passage = passages_[cell];
    if (!passage) passage = read_passage(witnesses_[cells_[cell].witness], cells_[cell].range);
    return *passage;
  }

 private:
  std::span<const PrintedWitness> witnesses_;
  std::span<const Cell> cells_;
  std::vector<std::optional<ReadPassage>> passages_;
};

}  // namespace yiwen
