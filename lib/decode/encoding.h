// SPDX-License-Identifier: Apache-2.0
//
// Encodings by name: what labels mean, and what a text says of its own encoding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yiwen {

// The name under which an encoding is reported (IANA), given any IANA or WHATWG label, in any case. As WHATWG has it,
// gb2312 and gbk mean GB18030 and big5 means Big5-HKSCS, of which they are parts. Nothing for an unknown label.
[[nodiscard]] std::optional<std::string> encoding_of_label(std::string_view label);

struct ByteOrderMark {
  std::string encoding;
  std::size_t length = 0;  // bytes
};

[[nodiscard]] std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes);

// The label in <meta charset=...>, <meta http-equiv ... content="...; charset=..."> or <?xml encoding="...">, if it
// stands in the first 1024 bytes, as HTML has it, and names an encoding that such a declaration can name: UTF-16 and
// UTF-32 cannot be declared in ASCII.
[[nodiscard]] std::optional<std::string> declared_encoding(std::string_view bytes);

}  // namespace yiwen
