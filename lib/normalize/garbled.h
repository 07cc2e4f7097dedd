// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yiwen {

// The end of the words that begin at byte `at` and are UTF-8 read as GBK (鍖婚櫌 for 医院); nothing where there are
// none. REQUIRES: text is valid UTF-8; `at` is the begin of a code point
[[nodiscard]] std::optional<std::uint32_t> utf8_read_as_gbk_end(std::string_view text, std::uint32_t at);

}  // namespace yiwen
