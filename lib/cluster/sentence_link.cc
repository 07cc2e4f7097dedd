// SPDX-License-Identifier: Apache-2.0
#include "cluster/sentence_link.h"

#include <algorithm>

namespace yiwen {

namespace {

// A heading must be covered this far and weigh this much: headings condense, but what is left of the sentence stands in
// them in order. Weights are those of passage.h: a rare pair of units weighs about 5.
constexpr float kEchoCoverage = 0.60F;
constexpr float kEchoClause = 0.80F;  // of one clause of a heading that has several
constexpr float kEchoScore = 12.0F;
constexpr float kHeavyEcho = 25.0F;   // from this weight on, kEchoCoverage is enough for a clause too
// A sentence that cites a linked one in a clause of its own (the minister said that …) holds that clause nearly as it was.
constexpr float kCitedClause = 0.75F;
constexpr float kCitedScore = 40.0F;

}  // namespace

float claimed_share(UnitRange claim, UnitRange other) {
  const auto shorter = std::min(claim.size(), other.size());
  return shorter == 0 ? 0 : static_cast<float>(intersection(claim, other).size()) / static_cast<float>(shorter);
}

bool is_claimed(const std::vector<UnitRange>& claims, UnitRange words) {
  return std::any_of(claims.begin(), claims.end(), [&](UnitRange claim) { return claimed_share(claim, words) > kMostOverlap; });
}

bool is_heading(const Sentence& sentence) {
  return sentence.kind == BlockKind::heading || sentence.kind == BlockKind::title;
}

bool is_echo(const Link& link, bool heading) {
  if (heading) {
    const float clause = link.score >= kHeavyEcho ? kEchoCoverage : kEchoClause;
    return link.score >= kEchoScore && (link.cover_right >= kEchoCoverage || link.local_right >= clause);
  }
  return (link.cover_right >= kRepeatCoverage && link.score >= kRepeatScore) ||
         (link.local_right >= kCitedClause && link.score >= kCitedScore);
}

}  // namespace yiwen
