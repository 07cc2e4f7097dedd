// SPDX-License-Identifier: Apache-2.0
//
// The lanes against the obvious way to find the same pairs: comparing all of them.
#include "index/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

#include "fingerprint/similarity.h"

namespace yiwen {
namespace {

using Texts = std::vector<std::u32string>;

std::vector<Fingerprint> fingerprints(const Texts& texts) {
  std::vector<Fingerprint> prints;
  for (const std::u32string& text : texts) prints.push_back(fingerprint(text));
  return prints;
}

char32_t random_char(std::mt19937& random) {
  // Squaring favours the low numbers: some characters are frequent, as in language.
  const double uniform = static_cast<double>(random()) / 4294967296.0;
  return 0x4E00 + static_cast<char32_t>(uniform * uniform * 800);
}

std::u32string random_text(std::size_t size, std::mt19937& random) {
  std::u32string text;
  for (std::size_t i = 0; i < size; ++i) text.push_back(random_char(random));
  return text;
}

// One to three words of two characters replaced, dropped or inserted.
std::u32string edited(std::u32string text, std::mt19937& random) {
  for (std::size_t edits = 1 + random() % 3; edits > 0 && text.size() > 4; --edits) {
    const std::size_t at = random() % (text.size() - 2);
    const std::u32string word = random_text(random() % 3, random);
    text.replace(at, random() % 3, word);
  }
  return text;
}

// Originals, edits of them, halves, and mergers of two.
Texts generated_texts(std::size_t originals, std::mt19937& random) {
  Texts texts;
  for (std::size_t i = 0; i < originals; ++i) {
    const std::u32string text = random_text(4 + random() % 60, random);
    texts.push_back(text);
    texts.push_back(edited(text, random));
    if (i % 2 == 0) texts.push_back(edited(edited(text, random), random));
    if (i % 3 == 0) texts.push_back(text.substr(0, text.size() / 2));
    if (i % 3 == 1) texts.push_back(text.substr(text.size() / 3));
    if (i % 4 == 0 && i > 0) texts.push_back(texts[random() % (texts.size() - 1)] + text);
    if (i % 5 == 0) texts.push_back(text);
  }
  texts.emplace_back();
  texts.emplace_back();
  return texts;
}

using IdPair = std::pair<std::uint32_t, std::uint32_t>;

std::map<IdPair, Lane> by_ids(const Candidates& candidates) {
  std::map<IdPair, Lane> map;
  for (const CandidatePair& pair : candidates.pairs) map[{pair.left, pair.right}] = pair.lane;
  return map;
}

// What the contract promises of every pair of distinct texts.
std::map<IdPair, Lane> all_pairs(const std::vector<Fingerprint>& prints, const CandidateOptions& options) {
  std::map<IdPair, Lane> map;
  std::map<std::uint64_t, std::uint32_t> first;
  for (std::uint32_t right = 0; right < prints.size(); ++right) {
    if (prints[right].empty()) continue;
    if (const auto [at, is_new] = first.try_emplace(prints[right].text_hash, right); !is_new) {
      map[{at->second, right}] = Lane::equal;
      continue;
    }
    for (std::uint32_t left = 0; left < right; ++left) {
      if (prints[left].empty() || first.at(prints[left].text_hash) != left) continue;
      const ComparedSets sets = compared_sets(prints[left], prints[right]);
      const std::uint32_t shared = shared_shingles(sets.left, sets.right);
      const std::size_t smaller = std::min(sets.left.size(), sets.right.size());
      if (shared >= shared_for_jaccard(sets.left.size(), sets.right.size(), options.min_jaccard)) {
        map[{left, right}] = Lane::jaccard;
      } else if (smaller >= options.min_contained_shingles &&
                 shared >= shared_for_containment(smaller, options.min_containment)) {
        map[{left, right}] = Lane::containment;
      }
    }
  }
  return map;
}

TEST(Candidates, OfExactLanesAreThoseOfComparingAllPairs) {
  std::mt19937 random(1);
  for (const double min_jaccard : {0.3, 0.5, 0.7}) {
    const std::vector<Fingerprint> prints = fingerprints(generated_texts(250, random));
    const CandidateOptions options{.min_jaccard = min_jaccard, .method = JaccardMethod::exact};
    const auto found = by_ids(find_candidates(prints, options));
    const auto expected = all_pairs(prints, options);
    EXPECT_GT(expected.size(), 400U);
    ASSERT_EQ(found, expected);
  }
}

TEST(Candidates, OfMinHashAreNearlyAllAndNeverWrong) {
  std::mt19937 random(2);
  const std::vector<Fingerprint> prints = fingerprints(generated_texts(600, random));
  const CandidateOptions options{.method = JaccardMethod::minhash};
  const auto found = by_ids(find_candidates(prints, options));
  const auto expected = all_pairs(prints, options);
  std::size_t hits = 0;
  for (const auto& [ids, lane] : found) hits += expected.contains(ids) ? 1U : 0U;
  EXPECT_EQ(hits, found.size());
  EXPECT_GE(static_cast<double>(hits), 0.95 * static_cast<double>(expected.size()));
}

TEST(Candidates, OfMinHashKnowTheirRecall) {
  std::mt19937 random(6);
  const std::vector<Fingerprint> prints = fingerprints(generated_texts(600, random));
  const auto expected = by_ids(find_candidates(prints, {.method = JaccardMethod::exact}));
  // One band of eight rows finds few: the check must say how few.
  for (const BandShape shape : {BandShape{32, 4}, BandShape{1, 8}}) {
    const Candidates candidates =
        find_candidates(prints, {.method = JaccardMethod::minhash, .shape = shape, .self_check_texts = 1'000'000});
    std::size_t expected_pairs = 0;
    std::size_t found_pairs = 0;
    const auto found = by_ids(candidates);
    for (const auto& [ids, lane] : expected) {
      if (lane != Lane::jaccard) continue;
      ++expected_pairs;
      const auto at = found.find(ids);
      found_pairs += at != found.end() && at->second == Lane::jaccard ? 1U : 0U;
    }
    // Each pair is met from both of its texts.
    EXPECT_EQ(candidates.counts.check_expected, 2 * expected_pairs);
    EXPECT_EQ(candidates.counts.check_found, 2 * found_pairs);
  }
}

TEST(Candidates, AreSortedAndNamedOnce) {
  std::mt19937 random(3);
  const Candidates candidates = find_candidates(fingerprints(generated_texts(200, random)));
  EXPECT_TRUE(std::ranges::is_sorted(candidates.pairs));
  std::set<IdPair> seen;
  for (const CandidatePair& pair : candidates.pairs) {
    EXPECT_LT(pair.left, pair.right);
    EXPECT_TRUE(seen.insert({pair.left, pair.right}).second);
  }
}

TEST(Candidates, DoNotDependOnTheOrderOfTheTexts) {
  std::mt19937 random(4);
  Texts texts = generated_texts(150, random);
  const auto by_content = [&](const Candidates& candidates) {
    std::multiset<std::tuple<std::u32string, std::u32string, Lane>> set;
    for (const CandidatePair& pair : candidates.pairs) {
      const auto [a, b] = std::minmax(texts[pair.left], texts[pair.right]);
      set.emplace(a, b, pair.lane);
    }
    return set;
  };
  for (const JaccardMethod method : {JaccardMethod::exact, JaccardMethod::minhash}) {
    const CandidateOptions options{.method = method, .bucket_cap = 5};
    const auto expected = by_content(find_candidates(fingerprints(texts), options));
    for (int round = 0; round < 3; ++round) {
      std::ranges::shuffle(texts, random);
      ASSERT_EQ(by_content(find_candidates(fingerprints(texts), options)), expected);
    }
  }
}

TEST(Candidates, OfEmptyTextsAreNone) {
  const Candidates candidates = find_candidates(fingerprints(Texts(5)));
  EXPECT_TRUE(candidates.pairs.empty());
  EXPECT_EQ(candidates.counts.empty, 5U);
}

TEST(Candidates, FindASentenceThatWasCutInTwo) {
  const Texts texts = {U"党的十一届三中全会以来我们实行了改革开放的政策国民经济有了很大发展",
                       U"党的十一届三中全会以来我们实行了改革开放的政策", U"国民经济有了很大发展"};
  const auto found = by_ids(find_candidates(fingerprints(texts)));
  EXPECT_TRUE(found.contains({0, 1}));
  EXPECT_EQ(found.at({0, 2}), Lane::containment);
}

TEST(Candidates, OfManyCopiesAreOneStar) {
  const Texts texts(100'000, U"本报讯记者从有关部门获悉这项工作正在有序推进");
  const Candidates candidates = find_candidates(fingerprints(texts));
  EXPECT_EQ(candidates.pairs.size(), 99'999U);
  EXPECT_EQ(candidates.counts.distinct, 1U);
  EXPECT_EQ(candidates.counts.compared, 0U);
}

TEST(Candidates, OfATemplateAreJoinedWithoutComparingAllPairs) {
  std::mt19937 random(5);
  Texts texts;
  for (int i = 0; i < 10'000; ++i) {
    texts.push_back(U"欢迎关注本报微信公众号获取更多新闻资讯版权所有未经书面授权不得转载" + random_text(4, random));
  }
  for (const JaccardMethod method : {JaccardMethod::exact, JaccardMethod::minhash}) {
    const Candidates candidates = find_candidates(fingerprints(texts), {.method = method});
    EXPECT_LT(candidates.counts.compared, 20'000'000U);
    EXPECT_GT(candidates.counts.capped_lists, 0U);
    EXPECT_GT(candidates.counts.skipped_pairs, 0U);
    std::vector<bool> joined(texts.size(), false);
    for (const CandidatePair& pair : candidates.pairs) joined[pair.left] = joined[pair.right] = true;
    EXPECT_EQ(std::ranges::count(joined, true), std::ssize(texts));
  }
}

}  // namespace
}  // namespace yiwen
