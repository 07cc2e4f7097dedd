// SPDX-License-Identifier: Apache-2.0
//
// A table is text before it is documents, and which encoding it is in is for the decode room to say, which comes later:
// whoever calls us hands its verbs in.
#pragma once

#include <cstdint>
#include <functional>

#include "yiwen/document.h"

namespace yiwen {

struct TextDecoder {
  // Empty: tables are read as UTF-8 only.
  std::function<Result<DecodedText>(const Document&)> decode;
  // The byte of the file at an offset of the text.
  std::function<std::uint32_t(const DecodedText&, std::uint32_t)> byte_at;
};

}  // namespace yiwen
