// SPDX-License-Identifier: Apache-2.0
//
// Words that a difference is never allowed to cut: a quantity with its unit, a date, a post, a name beside a post.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "yiwen/text_range.h"

namespace yiwen {

enum class ProtectedKind : std::uint8_t { number, date, post, name };

struct ProtectedWord {
  TextRange<Normal> range;  // relative to the text given
  ProtectedKind kind = ProtectedKind::number;

  friend bool operator==(const ProtectedWord&, const ProtectedWord&) = default;
};

// In order, not overlapping. REQUIRES: folded text (simplified characters)
[[nodiscard]] std::vector<ProtectedWord> find_protected(std::u32string_view folded);

}  // namespace yiwen
