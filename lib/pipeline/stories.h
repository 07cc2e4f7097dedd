// SPDX-License-Identifier: Apache-2.0
//
// Which of many documents tell one story.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace yiwen {

// Groups of two documents or more that share passages, clusters of reprints with what is a part of one of their texts, as
// indices into `texts`, ascending; the groups by their first
// index. No document is in two; one that shares no passage with another, or boilerplate alone, is in none. The groups
// do not depend on the number of threads, and those of documents in a fixed order not on the order in which they were
// named: sort them before. Cost: linear in the characters, but for texts that are reprinted.
// REQUIRES: each is valid UTF-8 of less than 2^32 bytes (decoded text)
[[nodiscard]] std::vector<std::vector<std::uint32_t>> find_stories(std::span<const std::string_view> texts,
                                                                   unsigned threads);

}  // namespace yiwen
