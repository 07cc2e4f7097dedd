// SPDX-License-Identifier: Apache-2.0
//
// Half-open ranges in one of four coordinate spaces. The space is a type, so that an offset into the bytes of a file
// cannot be used as an offset into its decoded text: mixing spaces does not compile.
//
//   SourceBytes   bytes of the file as it was read
//   SourceText    bytes (UTF-8) of the decoded text
//   Normal        characters of the normal text, the folded form that is compared and never shown
//   CodePoints    code points of the decoded text; what reports speak in
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace yiwen {

struct SourceBytes {};
struct SourceText {};
struct Normal {};
struct CodePoints {};

template <class Space>
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  [[nodiscard]] constexpr bool contains(TextRange other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(TextRange other) const { return begin < other.end && other.begin < end; }

  friend constexpr auto operator<=>(const TextRange&, const TextRange&) = default;
};

// The part that two ranges share; empty (at the later begin) where they share none.
template <class Space>
[[nodiscard]] constexpr TextRange<Space> intersection(TextRange<Space> left, TextRange<Space> right) {
  const auto begin = std::max(left.begin, right.begin);
  return {begin, std::max(begin, std::min(left.end, right.end))};
}

}  // namespace yiwen
