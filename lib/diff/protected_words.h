// SPDX-License-Identifier: Apache-2.0
//
// Words that a difference is never allowed to cut: a quantity with its unit, a date, a post, a name beside a post.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/document.h"
#include "yiwen/text_range.h"

namespace yiwen {

enum class ProtectedKind : std::uint8_t { number, date, post, name };

struct ProtectedWord {
  TextRange<Normal> range;  // relative to the text given
  ProtectedKind kind = ProtectedKind::number;

  friend bool operator==(const ProtectedWord&, const ProtectedWord&) = default;
};

// In order, not overlapping. REQUIRES: where lies in the text
[[nodiscard]] std::vector<ProtectedWord> find_protected(const NormalText& normal, TextRange<Normal> where);

// The names that a text gives somewhere behind a title or before a verb of saying, each once, sorted: elsewhere in the
// text the same characters are the same name.
[[nodiscard]] std::vector<std::u32string> find_names(const NormalText& normal);

}  // namespace yiwen
