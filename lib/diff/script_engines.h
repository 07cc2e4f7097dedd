// SPDX-License-Identifier: Apache-2.0
//
// What script.cc chooses from. Not for other rooms.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "diff/script.h"

namespace yiwen {

using TokenSpan = std::span<const std::uint32_t>;

// Appends the run, or widens the last one where the two touch on both sides.
void append_run(std::vector<EditRun>& runs, EditRun run);

// dtl finds the shortest script when (left + 1) * (right + 1) is below this.
inline constexpr std::uint64_t kDtlExactCells = 2'000'000;

// By dtl; approximate is set exactly when its cut-off may have been reached.
[[nodiscard]] Script dtl_script(TokenSpan left, TokenSpan right);

// By bit-parallel comparison alone: exact, in time that grows with the product of the lengths.
[[nodiscard]] Script bit_parallel_script(TokenSpan left, TokenSpan right);

// The quickest that keeps the promise of edit_script. REQUIRES: left.size() <= right.size(), no common begin or end
[[nodiscard]] Script linear_script(TokenSpan left, TokenSpan right, std::uint64_t exact_cells);

}  // namespace yiwen
