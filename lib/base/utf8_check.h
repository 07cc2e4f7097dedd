// SPDX-License-Identifier: Apache-2.0
//
// Tells well-formed UTF-8 from ill-formed bytes (Unicode 15, table 3-7). For bytes that come from outside; text that
// the decode room has made is valid already (see utf8.h).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace yiwen {

// One code point, or one maximal ill-formed subsequence: the longest begin of a sequence that could still have become
// well-formed, or a single byte. Each such piece becomes one U+FFFD, as the Unicode standard and WHATWG have it.
struct Utf8Piece {
  std::size_t length = 0;  // bytes, 1 to 4
  bool well_formed = false;
};

// The piece that begins at byte `at`. REQUIRES: at < bytes.size()
[[nodiscard]] Utf8Piece utf8_piece(std::string_view bytes, std::size_t at);

// The byte at which the first ill-formed piece begins; bytes.size() where there is none.
[[nodiscard]] std::size_t first_ill_formed(std::string_view bytes);

// The same text with U+FFFD for each ill-formed piece: file names, for instance, need not be UTF-8 but must be shown.
[[nodiscard]] std::string replace_ill_formed(std::string_view bytes);

}  // namespace yiwen
