// SPDX-License-Identifier: Apache-2.0
//
// SHA-256 (FIPS 180-4): names the bytes of an input in a report so that anybody can check them, and the script and
// style that a page allows itself. Everything else is hashed with hash64.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace yiwen {

[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::string_view bytes);
// 64 lower-case hexadecimal digits, as sha256sum prints them.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace yiwen
