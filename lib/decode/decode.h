// SPDX-License-Identifier: Apache-2.0
//
// Bytes -> valid, NUL-free UTF-8 and a map to the bytes.
// Law: every offset of the text maps into the file.
#pragma once

#include <cstdint>
#include <string>

#include "load/text_decoder.h"
#include "yiwen/document.h"

namespace yiwen {

struct DecodeOptions {
  std::string encoding;  // IANA or WHATWG label that overrides detection; empty: detect
};

// Fails (damaged) where the bytes are no text at all: a binary file, or more faults than text.
[[nodiscard]] Result<DecodedText> decode(const Document& document, const DecodeOptions& options = {});

// The byte of the file from which the code point at text offset `at` came. REQUIRES: at <= decoded.text.size()
[[nodiscard]] std::uint32_t byte_offset(const DecodedText& decoded, std::uint32_t at);

// The two above, for the room that reads tables.
[[nodiscard]] TextDecoder text_decoder(const DecodeOptions& options = {});

}  // namespace yiwen
