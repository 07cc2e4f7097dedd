// SPDX-License-Identifier: Apache-2.0
#include "dedup/folded_shingles.h"

#include <gtest/gtest.h>

#include <random>

#include "fingerprint/similarity.h"

namespace yiwen {
namespace {

std::u16string made_chars(std::mt19937_64& random, std::size_t size) {
  std::u16string chars;
  const auto words = 2 + random() % 40;
  while (chars.size() < size) chars += static_cast<char16_t>(u'一' + random() % words);
  return chars;
}

TEST(SentenceShingles, ShareWhatSortedSetsShare) {
  std::mt19937_64 random(3);
  SentenceShingles left, right;  // used again for all, as the lanes do
  ShingleSet left_set, right_set;
  for (int round = 0; round < 2000; ++round) {
    const auto a = made_chars(random, random() % (kLongestSentence + 1));
    const auto b = made_chars(random, random() % (kLongestSentence + 1));
    const std::uint32_t k = 2 + static_cast<std::uint32_t>(random() % 2);
    folded_shingles(a, k, left_set);
    folded_shingles(b, k, right_set);
    left.assign(a, k);
    EXPECT_EQ(right.assign_and_share(b, k, left), shared_shingles(left_set, right_set));
    EXPECT_EQ(left.size(), left_set.size());
    EXPECT_EQ(right.size(), right_set.size());
  }
}

TEST(SentenceShingles, AreEmptyOnceCleared) {
  SentenceShingles set;
  EXPECT_TRUE(set.insert(7));
  EXPECT_FALSE(set.insert(7));
  EXPECT_TRUE(set.insert(7 + 1024));  // the same place in the table
  EXPECT_TRUE(set.contains(7 + 1024));
  set.clear();
  EXPECT_FALSE(set.contains(7));
  EXPECT_EQ(set.size(), 0U);
}

}  // namespace
}  // namespace yiwen
