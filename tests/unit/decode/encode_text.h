// SPDX-License-Identifier: Apache-2.0
//
// The way back, for tests: text -> bytes in an encoding, with the byte at which each code point begins.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yiwen {

struct EncodedText {
  std::string bytes;
  std::vector<std::uint32_t> begins;  // of each code point, with the escape sequence before it
  std::vector<std::uint32_t> ends;    // of each code point
  bool complete = true;               // the encoding has all the characters
};

// `converter` is a name of ICU's. Byte-order marks are never written.
[[nodiscard]] EncodedText encode_text(std::u32string_view text, const std::string& converter);

// What ICU itself makes of bytes, without the fence: shows the quirks that the fence is there for.
[[nodiscard]] std::u32string decode_without_fence(const std::string& bytes, const std::string& converter);

}  // namespace yiwen
