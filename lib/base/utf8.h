// SPDX-License-Identifier: Apache-2.0
//
// Walks valid UTF-8. Decoded text is valid by the law of the decode room, so these check nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace yiwen {

// The code point that begins at byte `at`, which is moved behind it.
// REQUIRES: text is valid UTF-8 and at < text.size() is the begin of a code point
[[nodiscard]] inline char32_t next_code_point(std::string_view text, std::uint32_t& at) {
  const auto byte = [&](std::uint32_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  const char32_t lead = byte(at);
  if (lead < 0x80) return ++at, lead;
  if (lead < 0xE0) return at += 2, (lead & 0x1F) << 6 | (byte(at - 1) & 0x3F);
  if (lead < 0xF0) return at += 3, (lead & 0x0F) << 12 | (byte(at - 2) & 0x3F) << 6 | (byte(at - 1) & 0x3F);
  return at += 4, (lead & 0x07) << 18 | (byte(at - 3) & 0x3F) << 12 | (byte(at - 2) & 0x3F) << 6 | (byte(at - 1) & 0x3F);
}

// The code point that ends before byte `at`, which is moved to its begin.
// REQUIRES: text is valid UTF-8 and at > 0 is the end of a code point
[[nodiscard]] inline char32_t previous_code_point(std::string_view text, std::uint32_t& at) {
  do --at;
  while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  std::uint32_t begin = at;
  return next_code_point(text, begin);
}

inline void append_utf8(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) return put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  if (c < 0x10000) return put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
}

[[nodiscard]] std::string to_utf8(std::u32string_view text);
// REQUIRES: text is valid UTF-8
[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::uint32_t count_code_points(std::string_view text);

}  // namespace yiwen
