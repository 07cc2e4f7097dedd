// SPDX-License-Identifier: Apache-2.0
//
// Sentences of crowded lists against each other: forms, of which nearly all that share a rare shingle are alike. So
// each is compared, once, with what it meets in any of its lists, and nothing is sorted or stored before it holds. The
// sets of forms are few and lie side by side.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "dedup/posting_list.h"

namespace yiwen {

// The folded characters of a sentence; asked from one thread.
using CharsOf = std::function<std::u16string_view(std::uint32_t text)>;

struct FormPairs {
  std::vector<NearPair> near;  // sorted, each once
  std::uint64_t compared = 0;
};

// The pairs in any of the lists whose Jaccard similarity by k-grams is kSentenceJaccard at least. By 2-grams two long
// sentences are not compared. Cost: what the lists have of pairs, each compared once.
[[nodiscard]] FormPairs compare_forms(std::span<const std::span<const ShinglePosting>> lists, std::uint32_t k,
                                      const CharsOf& chars, unsigned threads);

}  // namespace yiwen
