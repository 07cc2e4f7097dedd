// SPDX-License-Identifier: Apache-2.0
//
// The left side is cut into strips of 256 columns. A strip runs down all rows with its four words in registers; what
// the addition carries out of it at each row is kept for the next strip. Where all rows fit into memory the script is
// read backwards from them; where they do not, Hirschberg (1975) cuts the right side in the middle, meets the left side
// where the row from above and the row from below add up to the most, and solves both halves.
#include "diff/bit_parallel.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace yiwen {
namespace {

using Word = std::uint64_t;

// v + u + carry, and the carry out of it.
inline Word add_with_carry(Word v, Word u, unsigned char& carry) {
#if defined(__x86_64__)
  unsigned long long sum = 0;  // NOLINT(google-runtime-int): the type of the intrinsic
  carry = _addcarry_u64(carry, v, u, &sum);
  return sum;
#else
  const Word partial = v + u;
  const Word sum = partial + carry;
  carry = static_cast<unsigned char>((partial < v) | (sum < partial));
  return sum;
#endif
}

std::uint32_t mixed(std::uint32_t token) { return token * 0x9E3779B1U; }

// Reads a script backwards from rows of bits. rises(j, i): row j (after j right tokens) rises at column i.
template <class Rises>
void read_backwards(std::size_t left_size, std::size_t right_size, const Rises& rises,
                    std::vector<EditRun>& backwards) {
  backwards.clear();
  auto i = static_cast<std::uint32_t>(left_size);
  auto j = static_cast<std::uint32_t>(right_size);
  std::uint32_t left_end = i;
  std::uint32_t right_end = j;
  while (i > 0 && j > 0) {
    if (!rises(j, i - 1)) {
      --i;
    } else if (rises(j - 1, i - 1)) {
      --j;
    } else {
      if (i != left_end || j != right_end) backwards.push_back({{i, left_end}, {j, right_end}});
      left_end = --i;
      right_end = --j;
    }
  }
  if (left_end != 0 || right_end != 0) backwards.push_back({{0, left_end}, {0, right_end}});
}

}  // namespace

Renamed renamed(TokenSpan left, TokenSpan right) {
  struct Entry {
    std::uint32_t token;
    std::uint32_t name_plus_one;  // 0: free
  };
  std::vector<Entry> table(256);
  std::uint32_t shift = 24;
  const auto find = [&](std::uint32_t token) -> Entry& {
    std::size_t at = mixed(token) >> shift;
    while (table[at].name_plus_one != 0 && table[at].token != token) at = (at + 1) & (table.size() - 1);
    return table[at];
  };

  Renamed out;
  out.left.reserve(left.size());
  out.right.reserve(right.size());
  for (const std::uint32_t token : left) {
    Entry& entry = find(token);
    if (entry.name_plus_one != 0) {
      out.left.push_back(entry.name_plus_one - 1);
      continue;
    }
    entry = {token, out.absent + 1};
    out.left.push_back(out.absent++);
    if (std::size_t{out.absent} * 2 > table.size()) {
      std::vector<Entry> old(table.size() * 2);
      old.swap(table);
      --shift;
      for (const Entry& moved : old) {
        if (moved.name_plus_one != 0) find(moved.token) = moved;
      }
    }
  }
  for (const std::uint32_t token : right) {
    const Entry& entry = find(token);
    out.right.push_back(entry.name_plus_one != 0 ? entry.name_plus_one - 1 : out.absent);
  }
  return out;
}

void BitParallel::enter(TokenSpan strip) {
  std::uint16_t used = 0;
  for (std::size_t i = 0; i < strip.size(); ++i) {
    std::uint16_t& slot = slot_of_[strip[i]];
    if (slot == 0) {
      slot = ++used;
      slots_[slot] = {};
    }
    slots_[slot].words[i / 64] |= Word{1} << (i % 64);
  }
}

void BitParallel::leave(TokenSpan strip) {
  for (const std::uint32_t token : strip) slot_of_[token] = 0;
}

template <bool kStore>
BitParallel::Strip BitParallel::run(TokenSpan right, Strip* rows) {
  Word v0 = ~Word{0};
  Word v1 = v0;
  Word v2 = v0;
  Word v3 = v0;
  const std::uint16_t* const slot_of = slot_of_.data();
  const Strip* const slots = slots_.data();
  std::uint8_t* const carries = carry_.data();
  for (std::size_t j = 0; j < right.size(); ++j) {
    const Word* const mask = slots[slot_of[right[j]]].words;
    unsigned char carry = carries[j];
    const Word u0 = v0 & mask[0];
    const Word u1 = v1 & mask[1];
    const Word u2 = v2 & mask[2];
    const Word u3 = v3 & mask[3];
    const Word sum0 = add_with_carry(v0, u0, carry);
    const Word sum1 = add_with_carry(v1, u1, carry);
    const Word sum2 = add_with_carry(v2, u2, carry);
    const Word sum3 = add_with_carry(v3, u3, carry);
    carries[j] = carry;
    v0 = sum0 | (v0 - u0);
    v1 = sum1 | (v1 - u1);
    v2 = sum2 | (v2 - u2);
    v3 = sum3 | (v3 - u3);
    if constexpr (kStore) rows[j] = {{v0, v1, v2, v3}};
  }
  return {{v0, v1, v2, v3}};
}

std::vector<std::uint32_t> BitParallel::last_row(TokenSpan left, TokenSpan right) {
  std::vector<std::uint32_t> lengths(left.size() + 1, 0);
  carry_.assign(right.size(), 0);
  for (std::size_t begin = 0; begin < left.size(); begin += kColumns) {
    const TokenSpan strip = left.subspan(begin, std::min(kColumns, left.size() - begin));
    enter(strip);
    const Strip row = run<false>(right, nullptr);
    leave(strip);
    for (std::size_t i = 0; i < strip.size(); ++i) {
      const bool rises = (row.words[i / 64] >> (i % 64) & 1) == 0;
      lengths[begin + i + 1] = lengths[begin + i] + (rises ? 1U : 0U);
    }
  }
  return lengths;
}

void BitParallel::solve_stored(TokenSpan left, TokenSpan right, Corner at, std::vector<EditRun>& runs) {
  const std::size_t strips = (left.size() + kColumns - 1) / kColumns;
  if (rows_size_ < strips * right.size()) {
    rows_size_ = strips * right.size();
    rows_ = std::make_unique_for_overwrite<Strip[]>(rows_size_);
  }
  carry_.assign(right.size(), 0);
  for (std::size_t s = 0; s < strips; ++s) {
    const std::size_t begin = s * kColumns;
    const TokenSpan strip = left.subspan(begin, std::min(kColumns, left.size() - begin));
    enter(strip);
    run<true>(right, &rows_[s * right.size()]);
    leave(strip);
  }
  const auto rises = [&](std::size_t j, std::size_t i) {
    if (j == 0) return false;
    const Strip& row = rows_[i / kColumns * right.size() + j - 1];
    return (row.words[i % kColumns / 64] >> (i % 64) & 1) == 0;
  };
  read_backwards(left.size(), right.size(), rises, backwards_);
  for (auto run = backwards_.rbegin(); run != backwards_.rend(); ++run) {
    append_run(runs, {{run->left.begin + at.left, run->left.end + at.left},
                      {run->right.begin + at.right, run->right.end + at.right}});
  }
}

void BitParallel::solve(TokenSpan left, TokenSpan right, Corner at, std::vector<EditRun>& runs) {
  while (!left.empty() && !right.empty() && left.front() == right.front()) {
    left = left.subspan(1), right = right.subspan(1);
    ++at.left, ++at.right;
  }
  while (!left.empty() && !right.empty() && left.back() == right.back()) {
    left = left.first(left.size() - 1), right = right.first(right.size() - 1);
  }
  if (left.empty() || right.empty()) {
    append_run(runs, {{at.left, at.left + static_cast<std::uint32_t>(left.size())},
                      {at.right, at.right + static_cast<std::uint32_t>(right.size())}});
    return;
  }
  if (std::uint64_t{left.size()} * right.size() <= stored_cells_ || right.size() == 1) {
    solve_stored(left, right, at, runs);
    return;
  }
  const std::size_t middle = right.size() / 2;
  const std::vector<std::uint32_t> above = last_row(left, right.first(middle));
  const std::vector<std::uint32_t> left_backwards(left.rbegin(), left.rend());
  const std::vector<std::uint32_t> right_backwards(right.rbegin(), right.rend() - static_cast<std::ptrdiff_t>(middle));
  const std::vector<std::uint32_t> below = last_row(left_backwards, right_backwards);
  std::size_t meet = 0;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    if (above[i] + below[left.size() - i] > above[meet] + below[left.size() - meet]) meet = i;
  }
  solve(left.first(meet), right.first(middle), at, runs);
  solve(left.subspan(meet), right.subspan(middle),
        {at.left + static_cast<std::uint32_t>(meet), at.right + static_cast<std::uint32_t>(middle)}, runs);
}

namespace {

// Rows of kWords words, all of them kept.
template <std::size_t kWords>
std::vector<EditRun> words_script(TokenSpan left, TokenSpan right) {
  using Row = std::array<Word, kWords>;
  // At most half full, so that a look-up ends soon.
  constexpr std::size_t kSlots = 2 * 64 * kWords;
  constexpr std::uint32_t kShift = 32 - std::countr_zero(kSlots);
  std::array<std::uint32_t, kSlots> tokens;  // NOLINT: read only where used is set
  std::array<bool, kSlots> used{};
  std::array<Row, kSlots> masks;  // NOLINT: likewise
  const auto slot_of = [&](std::uint32_t token) {
    std::size_t at = mixed(token) >> kShift;
    while (used[at] && tokens[at] != token) at = (at + 1) & (kSlots - 1);
    return at;
  };
  for (std::size_t i = 0; i < left.size(); ++i) {
    const std::size_t slot = slot_of(left[i]);
    if (!used[slot]) {
      used[slot] = true;
      tokens[slot] = left[i];
      masks[slot] = {};
    }
    masks[slot][i / 64] |= Word{1} << (i % 64);
  }

  constexpr std::size_t kFewRows = 320;
  std::array<Row, kFewRows> few;  // NOLINT: written before it is read
  std::vector<Row> many;
  if (right.size() + 1 > kFewRows) many.resize(right.size() + 1);
  Row* const rows = many.empty() ? few.data() : many.data();
  rows[0].fill(~Word{0});
  // Written out for each word, so that the row stays in registers.
  [&]<std::size_t... kWord>(std::index_sequence<kWord...>) {
    Row v = rows[0];
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::size_t slot = slot_of(right[j]);
      if (used[slot]) {
        const Row& mask = masks[slot];
        unsigned char carry = 0;
        const Row u = {(v[kWord] & mask[kWord])...};
        const Row sum = {add_with_carry(v[kWord], u[kWord], carry)...};
        v = {(sum[kWord] | (v[kWord] - u[kWord]))...};
      }
      rows[j + 1] = v;
    }
  }
  (std::make_index_sequence<kWords>());

  std::vector<EditRun> runs;
  const auto rises = [&](std::size_t j, std::size_t i) { return (rows[j][i / 64] >> (i % 64) & 1) == 0; };
  read_backwards(left.size(), right.size(), rises, runs);
  std::ranges::reverse(runs);
  return runs;
}

}  // namespace

std::vector<EditRun> few_words_script(TokenSpan left, TokenSpan right) {
  static_assert(kFewTokens == 4 * 64);
  if (left.size() <= 64) return words_script<1>(left, right);
  if (left.size() <= 128) return words_script<2>(left, right);
  return words_script<4>(left, right);
}

}  // namespace yiwen
