// SPDX-License-Identifier: Apache-2.0
//
// Headings of the base that a witness dropped, while it kept what stands below them.
#pragma once

#include <span>
#include <vector>

#include "align/align.h"

namespace yiwen {

[[nodiscard]] std::vector<Gap> find_lost_headings(std::span<const Witness> witnesses, std::span<const Row> rows,
                                                  const std::vector<std::uint32_t>& order);

}  // namespace yiwen
