// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace yiwen {

// Compares with tests/golden/report/<name> and fails with the first line that differs; with UPDATE_GOLDEN=1 in the
// environment the file is written instead, to be read in the change that is committed.
void expect_golden(std::string_view name, const std::string& actual);

}  // namespace yiwen
