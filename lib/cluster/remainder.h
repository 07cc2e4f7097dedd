// SPDX-License-Identifier: Apache-2.0
//
// What a sentence has besides the words that belong to a link already.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "cluster/passage.h"

namespace yiwen {

// The stretches of a sentence of so many units that no claim holds, as far as a pair of units fits into them.
[[nodiscard]] std::vector<UnitRange> unclaimed(std::vector<UnitRange> claims, std::size_t units);

// The passage that a sentence and an unclaimed stretch of another one share. A rest is a clause or two: there the order
// of the words may differ (人形机器人300多款 / 300多款人形机器人), so shared pairs count wherever they stand. REQUIRES:
// the stretch has two units or more
[[nodiscard]] std::optional<Link> link_remainder(const WeighedSentence& left, const WeighedSentence& whole,
                                                 UnitRange stretch);

}  // namespace yiwen
