// SPDX-License-Identifier: Apache-2.0
#include "dedup/posting_store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "base/parallel.h"

namespace yiwen {
namespace {

std::vector<ShinglePosting> made_postings(std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  std::vector<ShinglePosting> postings;
  while (postings.size() < count) {
    const auto shingle = static_cast<Shingle>(random() % 3 == 0 ? random() % 50 : random());
    postings.push_back(ShinglePosting({.shingle = shingle,
                                       .text = static_cast<std::uint32_t>(postings.size()),
                                       .is_long = random() % 2 == 0,
                                       .size = static_cast<std::uint32_t>(random() % 100),
                                       .rank = static_cast<std::uint32_t>(random() % 50),
                                       .picture = random() >> 20}));
  }
  return postings;
}

TEST(PostingStore, SortsTheSameInMemoryAndInParts) {
  const auto postings = made_postings(1, 20000);
  auto expected = postings;
  std::ranges::sort(expected);
  for (const std::uint32_t parts : {1U, 2U, 7U, 256U}) {
    auto made = PostingStore::make(parts, std::filesystem::temp_directory_path().string());
    ASSERT_TRUE(made);
    PostingStore& store = made.value();
    constexpr std::size_t kPiece = 999;
    parallel_for(postings.size() / kPiece + 1, 3, [&](std::size_t piece) {
      const std::size_t end = std::min(postings.size(), (piece + 1) * kPiece);
      const auto at = [&](std::size_t i) { return postings.begin() + static_cast<std::ptrdiff_t>(i); };
      EXPECT_TRUE(store.put({at(piece * kPiece), at(end)}));
    });
    std::vector<ShinglePosting> all;
    for (std::uint32_t part = 0; part < parts; ++part) {
      const auto sorted = store.take(part, 2);
      ASSERT_TRUE(sorted);
      const auto own = sorted.value().all();
      // No list of a shingle is in two parts.
      if (!all.empty() && !own.empty()) EXPECT_NE(all.back().shingle(), own.front().shingle());
      all.insert(all.end(), own.begin(), own.end());
    }
    EXPECT_EQ(all, expected) << parts;
  }
}

}  // namespace
}  // namespace yiwen
