// SPDX-License-Identifier: Apache-2.0
//
// Which encoding bytes are in, when nobody knows for sure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yiwen {

struct Detected {
  std::string encoding;     // IANA name
  double confidence = 0.0;  // [0, 1]: how likely it is the right one
};

// Nothing where the bytes make no sense in any encoding that is known here.
// REQUIRES: no byte-order mark at the begin of bytes
[[nodiscard]] std::optional<Detected> detect_encoding(std::string_view bytes);

}  // namespace yiwen
