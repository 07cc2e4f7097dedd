// SPDX-License-Identifier: Apache-2.0
//
// The one hash of the project: xxh3, stable across platforms and releases, so that stored values stay valid.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace yiwen {

[[nodiscard]] std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);
[[nodiscard]] std::uint64_t hash64(std::u32string_view chars, std::uint64_t seed = 0);
// 16 lower-case hexadecimal digits.
[[nodiscard]] std::string to_hex(std::uint64_t value);

}  // namespace yiwen
