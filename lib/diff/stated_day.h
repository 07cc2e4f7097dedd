// SPDX-License-Identifier: Apache-2.0
//
// The day that a line of a page states.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yiwen {

// 2026-03-05, 2026年3月5日 08:45, 20260305, 二〇二六年三月五日: year * 10000 + month * 100 + day.
[[nodiscard]] std::optional<std::uint32_t> stated_day(std::u32string_view folded);

}  // namespace yiwen
