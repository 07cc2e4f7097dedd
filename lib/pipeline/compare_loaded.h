// SPDX-License-Identifier: Apache-2.0
//
// The comparison of documents that are loaded or read already, with the base that a manifest suggests.
#pragma once

#include <string>
#include <vector>

#include "load/load.h"
#include "pipeline/read_texts.h"
#include "yiwen/yiwen.h"

namespace yiwen {

// As compare(); `paths` name what was asked for where nothing was loaded.
[[nodiscard]] Result<Report> compare_loaded(Loaded loaded, const std::vector<std::string>& paths,
                                            const Options& options);

// As compare(), without what was said when the texts were loaded. A base that the options name must be there; the
// suggested one need not be.
[[nodiscard]] Result<Report> compare_texts(ReadTexts read, const Options& options, const std::string& suggested_base);

}  // namespace yiwen
