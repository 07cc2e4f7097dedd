// SPDX-License-Identifier: Apache-2.0
//
// Paths that must be one text each, for the commands that look at one or two.
#pragma once

#include <string>
#include <vector>

#include "yiwen/document.h"
#include "yiwen/result.h"

namespace yiwen::cli {

// Fails with what kept the text from being read, or (bad_option) where the path holds several.
[[nodiscard]] Result<Document> load_one(const std::string& path);

// The left and the right text, in this order, under ids that differ even where the two are the same file.
[[nodiscard]] Result<std::vector<Document>> load_pair(const std::string& left, const std::string& right);

}  // namespace yiwen::cli
