// SPDX-License-Identifier: Apache-2.0
//
// Names that tell documents apart and are as short as that allows.
#pragma once

#include <string>
#include <vector>

namespace yiwen {

// For each path the fewest of its last parts that no other path ends with; at least the file name. The answer for a
// path does not depend on their order. REQUIRES: the paths are absolute and differ
[[nodiscard]] std::vector<std::string> shortest_unique_suffixes(const std::vector<std::string>& paths);

}  // namespace yiwen
