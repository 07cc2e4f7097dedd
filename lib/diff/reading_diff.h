// SPDX-License-Identifier: Apache-2.0
//
// Two readings of one passage -> the smallest words in which they differ.
// Laws: replaying the edits on the left gives the right; swapping the sides inverts them; a number, a date, a name or a
// post is never cut in two.
#pragma once

#include <cstdint>
#include <vector>

#include "yiwen/document.h"

namespace yiwen {

struct Edit {
  TextRange<Normal> left;   // one of the two may be empty, never both
  TextRange<Normal> right;
  bool reordered = false;   // both sides hold the same words, or nearly, in another order

  friend bool operator==(const Edit&, const Edit&) = default;
};

// How much two readings share, without where they differ.
struct SharedUnits {
  std::uint32_t shared = 0;  // that both have, in order
  std::uint32_t left = 0;
  std::uint32_t right = 0;
};

struct ReadingDiff {
  std::vector<Edit> edits;          // in order; two touch only where a whole clause is parted from the words beside it
  std::uint32_t shared_units = 0;   // that both readings have, in order
  std::uint32_t left_units = 0;
  std::uint32_t right_units = 0;
  bool approximate = false;         // a smaller set of edits may exist
};

// REQUIRES: the ranges lie in their texts
[[nodiscard]] ReadingDiff diff_readings(const NormalText& left, TextRange<Normal> left_range, const NormalText& right,
                                        TextRange<Normal> right_range);

// What diff_readings counts, in a fraction of its time: no words are looked up.
// REQUIRES: the ranges lie in their texts
[[nodiscard]] SharedUnits shared_units(const NormalText& left, TextRange<Normal> left_range, const NormalText& right,
                                       TextRange<Normal> right_range);

// Where the words of a range of the left stand on the right: the edits' own right sides at its ends, equal words
// between. REQUIRES: diff was made from ranges that begin at left_begin and right_begin
[[nodiscard]] TextRange<Normal> across(const ReadingDiff& diff, std::uint32_t left_begin, std::uint32_t right_begin,
                                       TextRange<Normal> left);

}  // namespace yiwen
