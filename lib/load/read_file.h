// SPDX-License-Identifier: Apache-2.0
//
// All the bytes of one file, or the reason why not: a file is never read in part.
#pragma once

#include <cstdint>
#include <string>

#include "yiwen/result.h"

namespace yiwen {

// The errors bear `shown` as their file. Pipes and devices are read to their end.
// Fails: not_found, unreadable, over_limit (more than max_bytes), unsupported (a folder).
[[nodiscard]] Result<std::string> read_file(const std::string& path, const std::string& shown, std::uint64_t max_bytes);

// The same for standard input, shown as "-".
[[nodiscard]] Result<std::string> read_standard_input(std::uint64_t max_bytes);

}  // namespace yiwen
