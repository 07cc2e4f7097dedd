// SPDX-License-Identifier: Apache-2.0
#include "dedup/memory_plan.h"

#include <gtest/gtest.h>

namespace yiwen {
namespace {

TEST(MemoryPlan, SharesNoMoreThanThereIsAndNeverNothing) {
  for (const std::uint64_t sentences : {0UL, 1000UL, 5'000'000UL, 50'000'000UL}) {
    const std::uint64_t distinct = sentences / 4 * 3;
    std::uint64_t before = 0;
    for (std::uint64_t bytes = 1; bytes < std::uint64_t{1} << 42; bytes *= 4) {
      const MemoryPlan plan(bytes);
      const std::uint64_t postings = plan.posting_bytes(sentences, distinct);
      const std::uint64_t counts = plan.count_bytes(sentences, distinct);
      EXPECT_GE(postings, before);
      EXPECT_GT(postings, 0U);
      EXPECT_GT(counts, 0U);
      EXPECT_GT(plan.sorted_sentences(sentences), 0U);
      // Twice as many bytes as the tables need are enough for all.
      if (bytes > 100 * sentences && bytes > std::uint64_t{1} << 24) {
        EXPECT_LE(plan.read_bytes() + plan.page_bytes() + 2 * postings + counts, bytes);
      }
      before = postings;
    }
  }
  EXPECT_EQ(MemoryPlan().posting_bytes(1000, 1000), kPostingBytes);
  EXPECT_EQ(MemoryPlan().sorted_sentences(1000), SIZE_MAX);
}

}  // namespace
}  // namespace yiwen
