// SPDX-License-Identifier: Apache-2.0
//
// The fence around dtl (Wu, Manber, Myers and Miller 1990, O(NP)): no other file includes it. Its quirks, and the test
// in tests/unit/diff/script_dtl_test.cc that pins each:
//
//  * It stores every point it visits and at 2 000 000 of them silently keeps the path it has and starts again behind
//  it:
//    the script still replays but is no longer the shortest, and nothing says so. The points are
//    (P + 1)(Delta + P + 1), Delta = |M - N|, P = (distance - Delta) / 2 <= min(M, N), so the answer is certain while
//    (M + 1)(N + 1) < 2 000 000, and the distance returned tells afterwards whether the cut-off was reached.
//      BeyondItsBoundTheScriptReplaysAndSaysThatItMayBeLonger
//  * onHuge() lifts no limit, it reserves 48 MB; onUnserious() deletes and inserts all that is left. Neither is used.
//  * compose() twice adds the script to itself: one object serves one call.
//  * getSes() copies the whole script: called once.
//  * Indices in the script count from 1, and 0 stands for "none".
//      ReadsItsIndicesFromOne
//  * Inside one change, deletions and insertions come in any order: they become one run here.
//      JoinsInterleavedDeletionsAndInsertionsToOneRun
//  * Both sides are copied, and an empty side is allowed.
//      TakesEmptySides
#include <algorithm>
#include <dtl/dtl.hpp>

#include "diff/script_engines.h"

namespace yiwen {

Script dtl_script(TokenSpan left, TokenSpan right) {
  using Sequence = std::vector<std::uint32_t>;
  const Sequence a(left.begin(), left.end());
  const Sequence b(right.begin(), right.end());
  dtl::Diff<std::uint32_t, Sequence> diff(a, b);
  diff.compose();

  Script script;
  std::uint32_t left_at = 0;
  std::uint32_t right_at = 0;
  const auto ses = diff.getSes();
  for (const auto& [token, info] : ses.getSequence()) {
    switch (info.type) {
      case dtl::SES_COMMON:
        ++left_at, ++right_at;
        break;
      case dtl::SES_DELETE:
        append_run(script.runs, {{left_at, left_at + 1}, {right_at, right_at}});
        ++left_at;
        break;
      case dtl::SES_ADD:
        append_run(script.runs, {{left_at, left_at}, {right_at, right_at + 1}});
        ++right_at;
        break;
      default:
        break;
    }
  }

  const std::uint64_t shorter = std::min(left.size(), right.size());
  const std::uint64_t delta = std::max(left.size(), right.size()) - shorter;
  const std::uint64_t p = (static_cast<std::uint64_t>(diff.getEditDistance()) - delta) / 2;
  script.approximate = (p + 1) * (delta + p + 1) >= kDtlExactCells;
  return script;
}

}  // namespace yiwen
