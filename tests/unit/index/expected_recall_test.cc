// SPDX-License-Identifier: Apache-2.0
#include "index/expected_recall.h"

#include <gtest/gtest.h>

namespace yiwen {
namespace {

TEST(ExpectedRecall, FollowsTheSCurve) {
  EXPECT_EQ(expected_recall({32, 4}, 0), 0);
  EXPECT_EQ(expected_recall({32, 4}, 1), 1);
  EXPECT_NEAR(expected_recall({32, 4}, 0.5), 0.873, 0.001);
  EXPECT_NEAR(expected_recall({42, 3}, 0.5), 0.996, 0.001);
  // Eight bands of sixteen, a usual setting for documents, find next to nothing at one half.
  EXPECT_LT(expected_recall({8, 16}, 0.5), 0.001);
}

TEST(ExpectedRecall, IsSaidOfWhatWasFoundByMinHash) {
  CandidateCounts counts;
  EXPECT_EQ(said_of_recall(counts), "");
  counts.method = JaccardMethod::minhash;
  counts.check_found = 97;
  counts.check_expected = 99;
  EXPECT_EQ(said_of_recall(counts),
            "candidates: by MinHash, which is expected to find 87.3 % of the pairs of similarity 0.5 and 99.8 % of the "
            "sentences of 15 characters with a word replaced; of a sample it found 97 of 99");
}

TEST(ExpectedRecall, RisesWithLengthAndFallsWithTheEdit) {
  const std::vector<RecallByLength> table = expected_recall_by_length({32, 4});
  ASSERT_FALSE(table.empty());
  for (const RecallByLength& row : table) {
    for (const RecallByLength& other : table) {
      if (row.chars == other.chars && row.edited < other.edited) {
        EXPECT_GE(row.recall, other.recall);
      }
      const bool same_k = (row.chars < kShortChars) == (other.chars < kShortChars);
      if (row.edited == other.edited && same_k && row.chars < other.chars) {
        EXPECT_LE(row.recall, other.recall);
      }
    }
  }
}

}  // namespace
}  // namespace yiwen
