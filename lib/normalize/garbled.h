// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yiwen {

struct Garbled {
  std::uint32_t end = 0;
  std::u32string meant;  // the characters that stood there; empty where bytes were lost with them
  std::vector<std::uint32_t> ends;  // of each of them, in the text: two of UTF-8 read as GBK share the second of three
  std::uint32_t broken_end = 0;     // behind those next to `end` that lost bytes, if it is greater
};

// The words that begin at byte `at` and were decoded as something else than they are: UTF-8 read as GBK (鍖婚櫌 for
// 医院), UTF-8 read as Windows-1252 (åŒ»é™¢), GBK read as Latin-1 (Ò½Ôº), GBK read from the second byte (睖丶覍殑_).
// Nothing where there are none. REQUIRES: text is valid UTF-8; `at` is the begin of a code point
[[nodiscard]] std::optional<Garbled> garbled_at(std::string_view text, std::uint32_t at);

}  // namespace yiwen
