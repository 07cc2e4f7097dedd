// SPDX-License-Identifier: Apache-2.0
//
// What two sentences share in the words of one of them that belong to no link yet.
#pragma once

#include <optional>

#include "cluster/passage.h"

namespace yiwen {

// The passage that a sentence and an unclaimed stretch of another one share. A rest is a clause or two: there the order
// of the words may differ (人形机器人300多款 / 300多款人形机器人), so shared pairs count wherever they stand. REQUIRES:
// the stretch has two units or more
[[nodiscard]] std::optional<Link> link_remainder(const WeighedSentence& left, const WeighedSentence& whole,
                                                 UnitRange stretch);

}  // namespace yiwen
