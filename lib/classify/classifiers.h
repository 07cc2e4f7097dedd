// SPDX-License-Identifier: Apache-2.0
//
// What Chinese counts by: 支, 起, 单元 (role classifier of data/rule_words.tsv).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "diff/protected_words.h"

namespace yiwen {

// A word at `at` counts things, and no mark parts it from what stands before it. `begins`, `print`: of a Change.
[[nodiscard]] bool is_counted_behind(std::u32string_view text, std::uint32_t at, std::span<const char> begins,
                                     const std::function<std::string(TextRange<Normal>)>& print);

}  // namespace yiwen
