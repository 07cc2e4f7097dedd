// SPDX-License-Identifier: Apache-2.0
//
// What the fuzz targets share: a law that is broken stops the program, as a sanitizer would, and bytes become the kinds
// of value that the rooms ask for.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8_check.h"

namespace yiwen::fuzz {

// Stops with the words of the law where it does not hold.
inline void require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken law: %s\n", law);
  std::abort();
}

inline std::string_view as_bytes(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// As the decode room gives texts out: valid UTF-8 without NUL.
inline std::string as_text(std::string_view bytes) {
  std::string text = replace_ill_formed(bytes);
  for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at)) {
    text.replace(at, 1, "\xEF\xBF\xBD");
  }
  return text;
}

// Takes values from the front of bytes; zeros and empty strings where they have run out.
class Values {
 public:
  explicit Values(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool empty() const { return rest_.empty(); }
  // [0, bound). REQUIRES: bound > 0
  std::uint32_t below(std::uint32_t bound) {
    std::uint32_t value = 0;
    for (std::uint32_t most = bound - 1; most > 0; most >>= 8) value = value << 8 | byte();
    return value % bound;
  }
  // At most `most` bytes, any bytes.
  std::string string(std::uint32_t most) {
    const std::string_view taken = rest_.substr(0, below(most + 1));
    rest_.remove_prefix(taken.size());
    return std::string(taken);
  }

 private:
  std::uint8_t byte() {
    if (rest_.empty()) return 0;
    const auto value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }

  std::string_view rest_;
};

}  // namespace yiwen::fuzz

// What libFuzzer and the replay call.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
