// SPDX-License-Identifier: Apache-2.0
#include "dedup/posting_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "dedup/folded_shingles.h"
#include "dedup/form_pairs.h"
#include "dedup/sentence_prefix.h"
#include "fingerprint/similarity.h"

namespace yiwen {
namespace {

// Forms of 10 to 60 characters, each filled in many times: some characters replaced, some left out at the end.
std::vector<std::u16string> made_forms(std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  const auto words = [&](std::size_t chars) {
    std::u16string text;
    for (std::size_t i = 0; i < chars; ++i) text += static_cast<char16_t>(0x4E00 + random() % 60);
    return text;
  };
  std::vector<std::u16string> texts;
  while (texts.size() < count) {
    const std::u16string form = words(10 + random() % 50);
    for (int copy = 0; copy < 20; ++copy) {
      std::u16string text = form;
      text.replace(random() % text.size(), 1 + random() % 3, words(random() % 4));
      text.resize(text.size() - random() % (text.size() / 4));
      texts.push_back(text);
    }
  }
  return texts;
}

// Two forms of 12 and 30 characters with one to six characters at the end of each, some of them the same.
std::vector<std::u16string> filled_in_forms(std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  const auto words = [&](std::size_t chars, std::uint64_t others) {
    std::u16string text;
    for (std::size_t i = 0; i < chars; ++i) text += static_cast<char16_t>(0x4E00 + random() % others);
    return text;
  };
  const std::array forms{words(12, 2000), words(30, 2000)};
  std::vector<std::u16string> texts;
  while (texts.size() < count) texts.push_back(forms[random() % forms.size()] + words(1 + random() % 6, 40));
  return texts;
}

std::map<Shingle, PostingList> lists_of(const std::vector<std::u16string>& texts, std::uint32_t k,
                                        std::vector<std::uint64_t>& sketches) {
  std::map<Shingle, std::uint32_t> occurrences;
  std::vector<std::vector<Shingle>> shingles(texts.size());
  for (std::size_t text = 0; text < texts.size(); ++text) {
    each_folded_shingle(texts[text], k, [&](Shingle shingle) {
      shingles[text].push_back(shingle);
      ++occurrences[shingle];
    });
  }
  sketches.assign(texts.size(), 0);
  SentencePrefix prefix(k, sketches);
  std::vector<ShinglePosting> postings;
  for (std::size_t text = 0; text < texts.size(); ++text) {
    std::vector<std::uint16_t> counts;
    for (const Shingle shingle : shingles[text]) counts.push_back(static_cast<std::uint16_t>(occurrences[shingle]));
    prefix.put({.text = static_cast<std::uint32_t>(text),
                .chars = static_cast<std::uint32_t>(texts[text].size()),
                .shingles = shingles[text],
                .counts = counts,
                .counted = true},
               postings);
  }
  std::ranges::sort(postings);
  std::map<Shingle, PostingList> lists;
  for (const ShinglePosting& posting : postings) lists[posting.shingle()].push_back(posting);
  return lists;
}

CommonShingles more_often_than(std::uint32_t count, const std::vector<std::u16string>& texts, std::uint32_t k) {
  ShingleCounts counts(1 << 20, 1 << 22);
  counts.add(texts.size(), 1, [&](std::size_t text, std::vector<Shingle>& shingles) {
    each_folded_shingle(texts[text], k, [&](Shingle shingle) { shingles.push_back(shingle); });
  });
  return counts.above(count, 1);
}

// The slow obvious twin.
std::vector<NearPair> near_pairs(const std::vector<std::u16string>& texts, std::uint32_t k) {
  std::vector<NearPair> pairs;
  ShingleSet a, b;
  for (std::uint32_t left = 0; left < texts.size(); ++left) {
    for (std::uint32_t right = left + 1; right < texts.size(); ++right) {
      if (k == 2 && std::min(texts[left].size(), texts[right].size()) >= kShortChars) continue;
      folded_shingles(texts[left], k, a);
      folded_shingles(texts[right], k, b);
      if (jaccard(a, b) >= kSentenceJaccard) pairs.push_back({left, right});
    }
  }
  return pairs;
}

// All that they say of the texts below 2,000.
std::vector<NearPair> pairs_of(const FormPairs& forms) {
  std::vector<NearPair> pairs;
  for (std::uint32_t left = 0; left < 2000; ++left) {
    for (std::uint32_t right = left + 1; right < 2000; ++right) {
      if (forms.contains({left, right})) pairs.push_back({left, right});
    }
  }
  return pairs;
}

void sort(std::vector<NearPair>& pairs) {
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

TEST(ShinglePosting, KeepsWhatItIsMadeOf) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 1000; ++i) {
    const ShinglePosting::Place place{.shingle = static_cast<Shingle>(random()),
                                      .text = static_cast<std::uint32_t>(random()),
                                      .is_long = random() % 2 == 0,
                                      .size = static_cast<std::uint32_t>(random() % (kLongestSentence + 1)),
                                      .rank = static_cast<std::uint32_t>(random() % (kLongestSentence / 2 + 2)),
                                      .picture = ShinglePosting::pictured(static_cast<Shingle>(random())) |
                                                 ShinglePosting::pictured(0) | ShinglePosting::pictured(0xFFFF)};
    const ShinglePosting posting(place);
    EXPECT_EQ(posting.shingle(), place.shingle);
    EXPECT_EQ(posting.text(), place.text);
    EXPECT_EQ(posting.is_long(), place.is_long);
    EXPECT_EQ(posting.size(), place.size);
    EXPECT_EQ(posting.rank(), place.rank);
    EXPECT_EQ(posting.picture(), place.picture);
    const ShinglePosting other = posting.renumbered(7);
    EXPECT_EQ(other.text(), 7U);
    EXPECT_EQ(other.picture(), place.picture);
    EXPECT_EQ(other.order(), posting.order());
  }
}

// A larger set shares a third of both at most while what is left of the smaller one is that much.
TEST(ShinglePosting, ReachIsTheLargestSetThatCanBeNear) {
  for (std::uint32_t size = 1; size < 60; ++size) {
    for (std::uint32_t rank = 0; rank <= size / 2; ++rank) {
      const std::uint32_t reach =
          ShinglePosting({.shingle = 1, .text = 1, .is_long = false, .size = size, .rank = rank, .picture = 0}).reach();
      for (std::uint32_t other = size; other < 130; ++other) {
        EXPECT_EQ(other <= reach, least_shared(size + other) <= size - rank) << size << " " << rank << " " << other;
      }
    }
  }
}

TEST(PostingList, ProposesEveryNearPairAndFewOthers) {
  for (const std::uint32_t k : {2U, 3U}) {
    const auto texts = made_forms(2 + k, 400);
    std::vector<std::uint64_t> sketches;
    std::size_t share_one = 0;
    const auto lists = lists_of(texts, k, sketches);
    PairProposals proposals(k, sketches);
    for (const auto& [shingle, list] : lists) {
      proposals.add(list);
      share_one += list.size() * (list.size() - 1) / 2;
    }
    std::vector<NearPair> proposed = proposals.take();
    sort(proposed);
    const auto near = near_pairs(texts, k);
    EXPECT_GT(near.size(), 100U);
    EXPECT_TRUE(std::ranges::includes(proposed, near)) << k;
    EXPECT_LT(proposed.size(), share_one / 4) << k;
  }
}

TEST(PostingList, WithoutThoseAloneProposesTheSame) {
  for (const std::uint32_t k : {2U, 3U}) {
    const auto texts = made_forms(12 + k, 1000);
    std::vector<std::uint64_t> sketches;
    const auto lists = lists_of(texts, k, sketches);
    PostingList all;
    PairProposals of_all(k, sketches);
    for (const auto& [shingle, list] : lists) {
      all.insert(all.end(), list.begin(), list.end());
      of_all.add(list);
    }
    PostingList kept = all;
    std::ranges::shuffle(kept, std::mt19937_64(k));
    drop_alone(kept, k);
    EXPECT_LT(kept.size(), all.size() * 9 / 10) << k;
    std::ranges::sort(kept);
    PairProposals of_kept(k, sketches);
    each_list(kept, [&](std::span<const ShinglePosting> list) { of_kept.add(list); });
    auto expected = of_all.take();
    auto proposed = of_kept.take();
    std::ranges::sort(expected);
    std::ranges::sort(proposed);
    EXPECT_EQ(proposed, expected) << k;
  }
}

// None of these can be the smaller of two that are near.
TEST(PostingList, StaysWholeWhereItIsCrowded) {
  for (const std::uint32_t many : {kCrowdedList, kCrowdedList + 1}) {
    PostingList list;
    for (std::uint32_t text = 0; text < many; ++text) {
      list.push_back(
          ShinglePosting({.shingle = 7, .text = text, .is_long = false, .size = 16, .rank = 8, .picture = 0}));
    }
    drop_alone(list, 2);
    EXPECT_EQ(list.size(), many > kCrowdedList ? many : 0);
  }
}

// Where every shingle is common.
TEST(FormPairs, AreThoseOfTheirListsThatAreNear) {
  for (const std::uint32_t k : {2U, 3U}) {
    const auto texts = made_forms(8 + k, 400);
    std::vector<std::uint64_t> sketches;
    const auto by_shingle = lists_of(texts, k, sketches);
    std::vector<std::span<const ShinglePosting>> lists;
    for (const auto& [shingle, list] : by_shingle) lists.emplace_back(list);
    const CharsOf chars = [&](std::uint32_t text) { return std::u16string_view(texts[text]); };
    const CommonShingles common = more_often_than(0, texts, k);
    const ComparedForms found = compare_forms(lists, k, chars, common, 1);
    EXPECT_EQ(pairs_of(found.near), near_pairs(texts, k));
    EXPECT_LT(found.compared, texts.size() * texts.size() / 2);
    const ComparedForms by_three = compare_forms(lists, k, chars, common, 3);
    EXPECT_EQ(by_three.near.kinds(), found.near.kinds());
    EXPECT_EQ(by_three.compared, found.compared);

    // Of a list that is left out, what no other list has is not compared.
    lists.resize(lists.size() / 2);
    EXPECT_LT(compare_forms(lists, k, chars, common, 1).near.count(), found.near.count());
  }
}

// The lists of rare shingles find those that share one; those of common ones, by kinds, all others.
TEST(FormPairs, OfCommonShinglesAndListsOfRareOnesFindAllTogether) {
  constexpr std::uint32_t kMostRare = 30;
  for (const std::uint32_t k : {2U, 3U}) {
    const auto texts = filled_in_forms(4 + k, 1500);
    std::vector<std::uint64_t> sketches;
    const auto by_shingle = lists_of(texts, k, sketches);
    const CommonShingles common = more_often_than(kMostRare, texts, k);
    PairProposals proposals(k, sketches);
    std::vector<std::span<const ShinglePosting>> lists;
    for (const auto& [shingle, list] : by_shingle) {
      if (common.contains(shingle)) {
        lists.emplace_back(list);
      } else {
        proposals.add(list);
      }
    }
    std::vector<NearPair> all = proposals.take();
    const auto near = near_pairs(texts, k);
    std::erase_if(all, [&](const NearPair& pair) { return !std::ranges::binary_search(near, pair); });
    const CharsOf chars = [&](std::uint32_t text) { return std::u16string_view(texts[text]); };
    const ComparedForms forms = compare_forms(lists, k, chars, common, 2);
    const auto of_forms = pairs_of(forms.near);
    EXPECT_EQ(of_forms.size(), forms.near.count());
    EXPECT_GT(of_forms.size(), near.size() / 2);
    EXPECT_LT(forms.compared, near.size() / 10);
    all.insert(all.end(), of_forms.begin(), of_forms.end());
    sort(all);
    EXPECT_EQ(all, near) << k;

    std::vector<std::uint32_t> others(texts.size());
    std::vector<std::uint32_t> expected(texts.size());
    forms.near.count_others(others);
    for (const auto& [left, right] : of_forms) ++expected[left], ++expected[right];
    EXPECT_EQ(others, expected);
  }
}

TEST(FormPairs, OfTwoLanesAreTogether) {
  FormPairs pairs({{1, 0}, {2, 0}, {5, 1}}, {{0, 0}, {0, 1}});
  pairs.add(FormPairs({{2, 0}, {7, 1}, {8, 1}}, {{0, 1}}));
  EXPECT_EQ(pairs_of(pairs), (std::vector<NearPair>{{1, 2}, {1, 5}, {2, 5}, {2, 7}, {2, 8}}));
  EXPECT_EQ(pairs.count(), 5U);
  EXPECT_FALSE(pairs.contains({7, 8}));
  EXPECT_FALSE(pairs.contains({1, 3}));
}

}  // namespace
}  // namespace yiwen
