// SPDX-License-Identifier: Apache-2.0
//
// Longest common subsequences, 64 columns at a step (Hyyrö 2004; after Crochemore et al. 2001). Not for other rooms.
//
// The table of the lengths of longest common subsequences rises by 0 or 1 from column to column, so one row is one bit
// a column: 0 where it rises. With the columns where the next right token occurs as a mask, the next row is
//     u = v & mask;  v = (v + u) | (v - u)
//
//   left   法 治 国 家        right token 治: mask 0100 (columns from the right)
//   row    1  1  1  1   →    1  0  1  1     the row rises at 治
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "diff/script_engines.h"

namespace yiwen {

// Cells (left tokens times right tokens) whose rows are kept to read a script from them: 2^26 bits are 8 MB.
inline constexpr std::uint64_t kStoredCells = std::uint64_t{1} << 26;

// Where a block of the two sequences begins.
struct Corner {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
};

// Tokens renamed to 0, 1, 2 ... in the order in which they occur in the left sequence; those of the right sequence that
// do not occur there are all `absent`.
struct Renamed {
  std::vector<std::uint32_t> left;
  std::vector<std::uint32_t> right;
  std::uint32_t absent = 0;  // also the number of names
};
[[nodiscard]] Renamed renamed(TokenSpan left, TokenSpan right);

// Keeps its memory from block to block.
class BitParallel {
 public:
  // REQUIRES: every left token is below `names`, every right token is at most `names`
  explicit BitParallel(std::uint32_t names, std::uint64_t stored_cells = kStoredCells)
      : stored_cells_(stored_cells), slot_of_(names + std::size_t{1}, 0) {}

  // Appends the shortest script of the two blocks, which begin at `at`. Space: stored_cells bits and what is linear.
  void solve(TokenSpan left, TokenSpan right, Corner at, std::vector<EditRun>& runs);

 private:
  static constexpr std::size_t kWords = 4;
  static constexpr std::size_t kColumns = kWords * 64;
  struct Strip {
    std::uint64_t words[kWords];
  };

  // The columns of each token of a strip of the left side, by slots: slot 0 is empty and serves all other tokens.
  void enter(TokenSpan strip);
  void leave(TokenSpan strip);
  // All rows of one strip. carry_[j] is what row j carries into the strip and, afterwards, out of it.
  template <bool kStore>
  Strip run(TokenSpan right, Strip* rows);

  void solve_stored(TokenSpan left, TokenSpan right, Corner at, std::vector<EditRun>& runs);
  // Length of the longest common subsequence of all of `right` with each prefix of `left`.
  [[nodiscard]] std::vector<std::uint32_t> last_row(TokenSpan left, TokenSpan right);

  std::uint64_t stored_cells_;
  std::vector<std::uint16_t> slot_of_;
  std::vector<Strip> slots_ = std::vector<Strip>(kColumns + 1);
  std::vector<std::uint8_t> carry_;
  std::unique_ptr<Strip[]> rows_;  // not initialised: 8 MB would cost more than filling them
  std::size_t rows_size_ = 0;
  std::vector<EditRun> backwards_;
};

// The shortest script where the left side has at most 256 tokens: the rows are a few words, and nothing is set up.
inline constexpr std::size_t kFewTokens = 256;
// REQUIRES: left.size() <= kFewTokens
[[nodiscard]] std::vector<EditRun> few_words_script(TokenSpan left, TokenSpan right);

}  // namespace yiwen
