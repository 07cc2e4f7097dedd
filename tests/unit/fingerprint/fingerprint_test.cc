// SPDX-License-Identifier: Apache-2.0
#include "fingerprint/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "fingerprint/similarity.h"

namespace yiwen {
namespace {

TEST(Shingles, OfAnEmptyTextAreNone) { EXPECT_TRUE(shingles(U"", 3).empty()); }

TEST(Shingles, OfAShortTextAreTheWholeText) {
  EXPECT_EQ(shingles(U"法", 3).size(), 1U);
  EXPECT_EQ(shingles(U"法治", 3).size(), 1U);
  EXPECT_NE(shingles(U"法", 2), shingles(U"治", 2));
}

TEST(Shingles, AreTheOverlappingGramsOnceEach) {
  EXPECT_EQ(shingles(U"实行法制", 2).size(), 3U);
  EXPECT_EQ(shingles(U"哈哈哈哈哈", 2).size(), 1U);
  const ShingleSet set = shingles(U"人民的人民公社", 2);
  EXPECT_EQ(set.size(), 5U);  // 人民 twice
  EXPECT_TRUE(std::ranges::is_sorted(set));
}

TEST(Shingles, DoNotDependOnWhereOrHowOftenAGramStands) {
  // The same 2-grams in another order.
  EXPECT_EQ(shingles(U"甲乙丙甲", 2), shingles(U"乙丙甲乙", 2));
  EXPECT_EQ(shingles(U"甲乙甲乙甲乙", 2), shingles(U"甲乙甲", 2));
}

TEST(Shingles, DifferForGramsOfDifferentLength) {
  EXPECT_NE(shingles(U"法", 2), shingles(std::u32string_view(U"法\0", 2), 2));
  EXPECT_NE(shingles(std::u32string_view(U"\0", 1), 2), shingles(std::u32string_view(U"\0\0", 2), 2));
}

TEST(Shingles, OfAllCommonHanPairsHardlyCollide) {
  std::set<Shingle> seen;
  constexpr char32_t kFrom = 0x4E00;
  constexpr char32_t kCount = 1000;
  for (char32_t a = kFrom; a < kFrom + kCount; ++a) {
    for (char32_t b = kFrom; b < kFrom + 300; ++b) seen.insert(shingles(std::u32string{a, b}, 2).front());
  }
  // 300 000 values in 2^32: 10.5 collisions are expected.
  EXPECT_GT(seen.size(), 299'950U);
}

TEST(Shingles, StayWhatTheyWereWhenStored) {
  EXPECT_EQ(shingles(U"法治", 2), (ShingleSet{3274335596}));
  EXPECT_EQ(shingles(U"依法治国", 3), (ShingleSet{3043434735, 3815785641}));
  EXPECT_EQ(fingerprint(U"依法治国").text_hash, 11149392667611250470U);
}

TEST(Fingerprint, HoldsBothSetsAndTheNumberOfCharacters) {
  const Fingerprint print = fingerprint(U"一国两制是伟大构想");
  EXPECT_EQ(print.chars, 9U);
  EXPECT_EQ(print.bigrams.size(), 8U);
  EXPECT_EQ(print.trigrams.size(), 7U);
  EXPECT_TRUE(print.is_short());
  EXPECT_FALSE(print.empty());
  EXPECT_TRUE(fingerprint(U"").empty());
}

TEST(Similarity, OfEmptySetsIsNothing) {
  EXPECT_EQ(jaccard({}, {}), 0);
  EXPECT_EQ(containment({}, {}), 0);
  EXPECT_EQ(jaccard(shingles(U"法治", 2), {}), 0);
}

TEST(Similarity, OfACutTextKeepsContainmentAndLosesJaccard) {
  const ShingleSet whole = shingles(U"甲乙丙丁戊己庚辛壬癸", 2);
  const ShingleSet half = shingles(U"甲乙丙丁戊", 2);
  EXPECT_DOUBLE_EQ(containment(whole, half), 1.0);
  EXPECT_DOUBLE_EQ(jaccard(whole, half), 4.0 / 9.0);
}

TEST(Similarity, AgreesWithSetsOfTheStandardLibrary) {
  std::mt19937 random(17);
  for (int round = 0; round < 2000; ++round) {
    std::set<Shingle> a;
    std::set<Shingle> b;
    for (std::size_t i = random() % 40; i > 0; --i) a.insert(static_cast<Shingle>(random() % 60));
    for (std::size_t i = random() % 40; i > 0; --i) b.insert(static_cast<Shingle>(random() % 60));
    const ShingleSet left(a.begin(), a.end());
    const ShingleSet right(b.begin(), b.end());
    const auto shared =
        static_cast<std::uint32_t>(std::ranges::count_if(a, [&](Shingle shingle) { return b.contains(shingle); }));
    ASSERT_EQ(shared_shingles(left, right), shared);
    for (std::uint32_t wanted = 0; wanted < 45; ++wanted) {
      const auto found = shared_shingles_at_least(left, right, wanted);
      ASSERT_EQ(found.has_value(), shared >= wanted);
      ASSERT_EQ(found.value_or(shared), shared);
    }
    for (const double similarity : {0.1, 0.5, 0.8, 1.0}) {
      const bool reaches = shared >= shared_for_jaccard(left.size(), right.size(), similarity);
      ASSERT_EQ(reaches, (left.empty() && right.empty()) || jaccard(left, right) >= similarity - 1e-12);
    }
  }
}

TEST(Similarity, ComparesShortTextsByTwoGrams) {
  const Fingerprint longer = fingerprint(U"党的十一届三中全会以来我们实行了改革开放的政策");
  const Fingerprint shorter = fingerprint(U"我们实行了改革开放的政策");
  EXPECT_FALSE(longer.is_short());
  const ComparedSets sets = compared_sets(longer, shorter);
  EXPECT_DOUBLE_EQ(containment(sets.left, sets.right), 1.0);
  EXPECT_EQ(compared_sets(longer, longer).left.size(), longer.trigrams.size());
}

}  // namespace
}  // namespace yiwen
