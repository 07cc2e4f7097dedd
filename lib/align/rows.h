// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "align/align.h"

namespace yiwen {

// One row a cluster, in the order of the clusters; none where only one member has words of its own.
[[nodiscard]] std::vector<Row> make_rows(std::span<const Witness> witnesses, const Clustering& clustering);

}  // namespace yiwen
