// SPDX-License-Identifier: Apache-2.0
//
// What the program says to the shell, as diff and grep do. Trouble outranks findings: a run that could not read one of
// its texts has not found all there is to find.
#pragma once

namespace yiwen::cli {

inline constexpr int kFine = 0;     // done; for diff: nothing found
inline constexpr int kFound = 1;    // diff: findings; report: findings as grave as --fail-on asks
inline constexpr int kTrouble = 2;  // an argument, a text or an output that did not work

}  // namespace yiwen::cli
