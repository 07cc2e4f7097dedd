// SPDX-License-Identifier: Apache-2.0
#include "dedup/posting_store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <span>
#include <tuple>
#include <vector>

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

TEST(PostingStore, GivesTheSameFromMemoryAndFromParts) {
  const auto postings = made_postings(1, 20000);
  auto expected = postings;
  std::ranges::sort(expected);
  for (const std::size_t announced : {std::size_t{0}, std::size_t{1} << 18, std::size_t{1} << 30}) {
    for (const std::uint32_t parts : {1U, 2U, 7U, 256U}) {
      auto made = PostingStore::make(announced, parts, std::filesystem::temp_directory_path().string());
      ASSERT_TRUE(made);
      PostingStore& store = made.value();
      constexpr std::size_t kPiece = 999;
      parallel_for(postings.size() / kPiece + 1, 3, [&](std::size_t piece) {
        const auto own = std::span(postings).subspan(piece * kPiece);
        EXPECT_TRUE(store.put(own.first(std::min(kPiece, own.size()))));
      });
      PostingList all;
      for (std::uint32_t part = 0; part < parts; ++part) {
        const auto taken = store.take(part);
        ASSERT_TRUE(taken);
        const PostingBuckets& buckets = taken.value();
        const std::size_t before = all.size();
        for (std::size_t bucket = 0; bucket < buckets.count(); ++bucket) {
          PostingList own = buckets.gather(bucket);
          buckets.sort(own);
          EXPECT_TRUE(std::ranges::is_sorted(
              own, {}, [](const ShinglePosting& one) { return std::tuple(one.shingle(), one.is_long(), one.size()); }));
          // No list of a shingle is in two of them.
          if (!all.empty() && !own.empty()) EXPECT_LT(all.back().shingle(), own.front().shingle());
          all.insert(all.end(), own.begin(), own.end());
        }
        EXPECT_EQ(buckets.postings(), all.size() - before);
      }
      std::ranges::sort(all);
      EXPECT_EQ(all, expected) << parts << " parts for " << announced;
    }
  }
}

}  // namespace
}  // namespace yiwen
