// SPDX-License-Identifier: Apache-2.0
//
// A slip of the hand (yiwen report in -o in, where in/index.html is a saved page) must not cost anybody a text.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "yiwen/result.h"

namespace yiwen::cli {

// Fails (not_written) where one of the files that are to be written is there already and would be read as an input. The
// report of a former run is none, and may be written over.
[[nodiscard]] std::optional<Error> spare_inputs(const std::vector<std::filesystem::path>& outputs,
                                                const std::vector<std::string>& inputs);

}  // namespace yiwen::cli
