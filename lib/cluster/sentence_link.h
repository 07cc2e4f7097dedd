// SPDX-License-Identifier: Apache-2.0
//
// A passage of one sentence linked to a passage of another, and what every search for links asks of one.
#pragma once

#include <cstdint>
#include <vector>

#include "cluster/passage.h"
#include "yiwen/document.h"

namespace yiwen {

// How a link came to be accepted.
enum class Ground : std::uint8_t {
  content,   // by what the two passages share
  context,   // by less than that, between neighbours that are linked
  echo,      // a further passage that condenses or repeats one that is linked already: a heading, a second copy
};

struct SentenceLink {
  std::uint32_t left = 0;   // sentence of the reference
  std::uint32_t right = 0;  // sentence of the other witness
  Link link;
  float support = 0;        // from linked neighbours
  Ground ground = Ground::content;
  bool flanked = false;     // linked neighbours stand on both sides of it
};

// Two links claim the same words when they share more than this of the shorter claim.
inline constexpr float kMostOverlap = 0.34F;

// Share of the shorter claim that lies in the other, [0, 1].
[[nodiscard]] float claimed_share(UnitRange claim, UnitRange other);
[[nodiscard]] bool is_claimed(const std::vector<UnitRange>& claims, UnitRange words);

[[nodiscard]] bool is_heading(const Sentence& sentence);  // a title too

// Within one text, and for a second passage of one sentence, the bar is higher than between texts: parallel clauses
// (推动… 推动…) are how speeches are built.
inline constexpr float kRepeatCoverage = 0.80F;
inline constexpr float kRepeatScore = 40.0F;

// Whether the right passage is a further one of a sentence that is linked already: a heading that condenses it, a second
// copy, a sentence that cites it. `heading`: the right one is a heading.
[[nodiscard]] bool is_echo(const Link& link, bool heading);

}  // namespace yiwen
