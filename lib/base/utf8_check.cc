// SPDX-License-Identifier: Apache-2.0
#include "base/utf8_check.h"

namespace yiwen {

Utf8Piece utf8_piece(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};

  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // The second byte is what keeps overlong forms, surrogates and numbers above U+10FFFF out.
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i >= bytes.size()) return {i, false};
    const unsigned next = byte(at + i);
    if (i == 1 ? next < low || next > high : next < 0x80 || next > 0xBF) return {i, false};
  }
  return {length, true};
}

std::size_t first_ill_formed(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const Utf8Piece piece = utf8_piece(bytes, at);
    if (!piece.well_formed) return at;
    at += piece.length;
  }
  return bytes.size();
}

std::string replace_ill_formed(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Utf8Piece piece = utf8_piece(bytes, at);
    if (piece.well_formed) {
      text.append(bytes, at, piece.length);
    } else {
      text += "\xEF\xBF\xBD";
    }
    at += piece.length;
  }
  return text;
}

}  // namespace yiwen
