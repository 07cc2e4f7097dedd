// SPDX-License-Identifier: Apache-2.0
//
// The comparison of documents that are loaded already, with the base that a manifest suggests.
#pragma once

#include <string>
#include <vector>

#include "load/load.h"
#include "yiwen/yiwen.h"

namespace yiwen {

// As compare(); `paths` name what was asked for where nothing was loaded.
[[nodiscard]] Result<Report> compare_loaded(Loaded loaded, const std::vector<std::string>& paths,
                                            const Options& options);

}  // namespace yiwen
