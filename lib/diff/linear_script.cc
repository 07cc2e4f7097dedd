// SPDX-License-Identifier: Apache-2.0
//
// The shortest edit script by bit-parallel comparison, in space that does not grow with the product of the lengths.
//
// Hyyrö (2004) keeps one row of the table of longest common subsequences as one bit a column: the bit is 0 where the
// row rises. With the columns where the next right token occurs as a mask, the whole next row is
//     u = v & mask;  v = (v + u) | (v - u)
// so 64 columns cost one step. Where all rows fit into memory the script is read backwards from them; where they do
// not, Hirschberg (1975) cuts the right side in the middle, meets the left side where the row from above and the row
// from below add up to the most, and solves both halves.
#include <algorithm>
#include <bit>
#include <cstddef>

#include "diff/script_engines.h"

namespace yiwen {
namespace {

using Word = std::uint64_t;
constexpr std::size_t kWordBits = 64;

// Cells whose rows are kept: 2^26 bits are 8 MB.
constexpr std::uint64_t kStoredCells = std::uint64_t{1} << 26;

// For each token of the left side the columns where it stands, one bit a column.
class Masks {
 public:
  explicit Masks(TokenSpan left) : words_((left.size() + kWordBits - 1) / kWordBits) {
    tokens_.assign(left.begin(), left.end());
    std::ranges::sort(tokens_);
    const auto repeated = std::ranges::unique(tokens_);
    tokens_.erase(repeated.begin(), repeated.end());
    bits_.assign(tokens_.size() * words_, 0);
    for (std::size_t i = 0; i < left.size(); ++i) {
      bits_[index_of(left[i]) * words_ + i / kWordBits] |= Word{1} << (i % kWordBits);
    }
    none_.assign(words_, 0);
  }

  [[nodiscard]] std::size_t words() const { return words_; }

  [[nodiscard]] const Word* of(std::uint32_t token) const {
    const std::size_t index = index_of(token);
    return index < tokens_.size() && tokens_[index] == token ? &bits_[index * words_] : none_.data();
  }

 private:
  [[nodiscard]] std::size_t index_of(std::uint32_t token) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(tokens_, token) - tokens_.begin());
  }

  std::size_t words_;
  std::vector<std::uint32_t> tokens_;
  std::vector<Word> bits_;
  std::vector<Word> none_;
};

void next_row(const Word* row, const Word* mask, std::size_t words, Word* next) {
  Word carry = 0;
  for (std::size_t w = 0; w < words; ++w) {
    const Word v = row[w];
    const Word u = v & mask[w];
    const Word partial = v + u;
    const Word sum = partial + carry;
    carry = static_cast<Word>(partial < v) | static_cast<Word>(sum < partial);
    next[w] = sum | (v - u);
  }
}

// Length of the longest common subsequence of all of `right` with each prefix of `left`.
std::vector<std::uint32_t> last_row(TokenSpan left, TokenSpan right) {
  const Masks masks(left);
  std::vector<Word> row(masks.words(), ~Word{0});
  for (const std::uint32_t token : right) next_row(row.data(), masks.of(token), masks.words(), row.data());
  std::vector<std::uint32_t> lengths(left.size() + 1, 0);
  for (std::size_t i = 0; i < left.size(); ++i) {
    lengths[i + 1] = lengths[i] + ((row[i / kWordBits] >> (i % kWordBits) & 1) == 0 ? 1U : 0U);
  }
  return lengths;
}

struct Offset {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
};

// Keeps every row and reads the script backwards from the last corner.
void stored_script(TokenSpan left, TokenSpan right, Offset at, std::vector<EditRun>& runs) {
  const Masks masks(left);
  const std::size_t words = masks.words();
  std::vector<Word> rows((right.size() + 1) * words, ~Word{0});
  for (std::size_t j = 0; j < right.size(); ++j) {
    next_row(&rows[j * words], masks.of(right[j]), words, &rows[(j + 1) * words]);
  }
  const auto rises = [&](std::size_t j, std::size_t i) {
    return (rows[j * words + i / kWordBits] >> (i % kWordBits) & 1) == 0;
  };

  std::vector<EditRun> backwards;
  std::size_t i = left.size();
  std::size_t j = right.size();
  const auto range = [](std::size_t begin, std::size_t end) {
    return TextRange<Tokens>{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  std::size_t left_end = i;
  std::size_t right_end = j;
  while (i > 0 && j > 0) {
    if (!rises(j, i - 1)) {
      --i;
    } else if (rises(j - 1, i - 1)) {
      --j;
    } else {
      backwards.push_back({range(i, left_end), range(j, right_end)});
      left_end = --i;
      right_end = --j;
    }
  }
  backwards.push_back({range(0, left_end), range(0, right_end)});
  for (auto run = backwards.rbegin(); run != backwards.rend(); ++run) {
    append_run(runs, {{run->left.begin + at.left, run->left.end + at.left},
                      {run->right.begin + at.right, run->right.end + at.right}});
  }
}

void solve(TokenSpan left, TokenSpan right, Offset at, std::vector<EditRun>& runs) {
  const auto left_size = static_cast<std::uint32_t>(left.size());
  const auto right_size = static_cast<std::uint32_t>(right.size());
  if (left.empty() || right.empty()) {
    append_run(runs, {{at.left, at.left + left_size}, {at.right, at.right + right_size}});
    return;
  }
  if (std::uint64_t{left.size()} * right.size() <= kStoredCells || right.size() == 1) {
    stored_script(left, right, at, runs);
    return;
  }
  const std::size_t middle = right.size() / 2;
  const std::vector<std::uint32_t> above = last_row(left, right.first(middle));
  std::vector<std::uint32_t> left_backwards(left.rbegin(), left.rend());
  std::vector<std::uint32_t> right_backwards(right.rbegin(), right.rend() - static_cast<std::ptrdiff_t>(middle));
  const std::vector<std::uint32_t> below = last_row(left_backwards, right_backwards);
  std::size_t meet = 0;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    if (above[i] + below[left.size() - i] > above[meet] + below[left.size() - meet]) meet = i;
  }
  solve(left.first(meet), right.first(middle), at, runs);
  solve(left.subspan(meet), right.subspan(middle),
        {at.left + static_cast<std::uint32_t>(meet), at.right + static_cast<std::uint32_t>(middle)}, runs);
}

}  // namespace

Script linear_script(TokenSpan left, TokenSpan right, std::uint64_t /*exact_cells*/) {
  Script script;
  solve(left, right, {}, script.runs);
  return script;
}

}  // namespace yiwen
