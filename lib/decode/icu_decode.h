// SPDX-License-Identifier: Apache-2.0
//
// Bytes in any encoding but UTF-8 -> code points with the byte each came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "yiwen/text_range.h"

namespace yiwen {

// Told what comes out, in order.
class CodePointSink {
 public:
  virtual ~CodePointSink() = default;
  virtual void code_point(char32_t c, std::uint32_t at) = 0;  // begins at byte `at`
  virtual void ill_formed(TextRange<SourceBytes> bytes) = 0;  // means nothing in this encoding
};

// What to do with a sequence that the bytes break off in.
enum class AtEnd : std::uint8_t { ill_formed, ignore };

// Decodes all the bytes; offsets count from their begin. REQUIRES: the name came from encoding_of_label() and is not
// UTF-8; fewer than 2^31 bytes
void icu_decode(std::string_view bytes, const std::string& encoding, AtEnd at_end, CodePointSink& sink);

// The IANA name of an encoding that ICU knows by this label.
[[nodiscard]] std::optional<std::string> icu_encoding_name(const std::string& label);

// One of the hanzi that people write: level 1 of GB 2312 (3755, simplified) or of Big5 (5401, traditional).
[[nodiscard]] bool is_common_hanzi(char32_t c);

}  // namespace yiwen
