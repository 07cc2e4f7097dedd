// SPDX-License-Identifier: Apache-2.0
//
// Candidates compared exactly.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "dedup/shingle_posting.h"

namespace yiwen {

struct NearOf {
  std::vector<NearPair> pairs;
  // Characters of the shorter of the two; 0 where they differ in digits alone.
  std::vector<std::uint16_t> chars;
};

// Those of the pairs whose Jaccard similarity is kSentenceJaccard at least, in order. `chars`: of each sentence;
// `done`: told from any thread that one more share of the work is done, all of them 1. Cost: 0.1 to 0.3 microseconds a
// pair, most of it for memory.
[[nodiscard]] NearOf near_of(std::span<const NearPair> pairs, std::span<const std::u16string_view> chars,
                             unsigned threads, const std::function<void(double share)>& done);

}  // namespace yiwen
