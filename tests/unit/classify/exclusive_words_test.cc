// SPDX-License-Identifier: Apache-2.0
//
// lib/classify/data/exclusive_words.tsv is written by hand and long: what one line says must not deny another, nor what
// the lists of harmless words say.
#include "classify/exclusive_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/data_lines.h"
#include "base/utf8.h"
#include "classify/rules.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_exclusive_words_tsv;
extern const std::string_view classify_exclusive_verbs_tsv;
extern const std::string_view classify_regional_words_tsv;
extern const std::string_view classify_same_sense_txt;
}  // namespace embedded

namespace {

using Pair = std::pair<std::string, std::string>;

Pair in_order(std::string_view a, std::string_view b) { return a < b ? Pair{a, b} : Pair{b, a}; }

void add_pairs(const std::vector<std::string_view>& words, std::set<Pair>& pairs) {
  for (std::size_t a = 0; a < words.size(); ++a) {
    for (std::size_t b = a + 1; b < words.size(); ++b) pairs.insert(in_order(words[a], words[b]));
  }
}

TEST(ExclusiveWords, ThatSayTheSameInOneLineExcludeOneAnotherInNone) {
  std::set<Pair> same;
  each_data_line(embedded::classify_exclusive_words_tsv, [&](std::string_view line) {
    const auto fields = parts_of(line, '\t');
    for (std::size_t sense = 3; sense < fields.size(); ++sense) add_pairs(parts_of(fields[sense], ' '), same);
  });
  each_data_line(embedded::classify_regional_words_tsv,
                 [&](std::string_view line) { add_pairs(parts_of(line, '\t'), same); });
  each_data_line(embedded::classify_same_sense_txt,
                 [&](std::string_view line) { add_pairs(parts_of(line, ' '), same); });
  each_data_line(embedded::classify_exclusive_words_tsv, [&](std::string_view line) {
    const auto fields = parts_of(line, '\t');
    ASSERT_GE(fields.size(), 5u) << line;
    for (std::size_t a = 3; a < fields.size(); ++a) {
      for (std::size_t b = a + 1; b < fields.size(); ++b) {
        for (const auto& here : parts_of(fields[a], ' ')) {
          for (const auto& there : parts_of(fields[b], ' ')) {
            EXPECT_NE(here, there) << line;
            EXPECT_FALSE(same.contains(in_order(here, there))) << here << " and " << there << ": " << line;
            EXPECT_FALSE(rules::are_same_callings(to_utf32(here), to_utf32(there))) << here << " and " << there;
          }
        }
      }
    }
  });
}

TEST(ExclusiveVerbs, ThatSayTheSameInOneLineExcludeOneAnotherInNone) {
  std::set<Pair> same;
  each_data_line(embedded::classify_exclusive_verbs_tsv, [&](std::string_view line) {
    for (const auto& field : parts_of(line, '\t')) {
      add_pairs(parts_of(field, ' '), same);
      for (const auto& verb : parts_of(field, ' ')) {
        const auto forms = parts_of(verb, ',').size();
        EXPECT_TRUE(forms == 4 || forms == 5) << verb;
      }
    }
  });
  each_data_line(embedded::classify_exclusive_verbs_tsv, [&](std::string_view line) {
    const auto fields = parts_of(line, '\t');
    for (std::size_t a = 0; a < fields.size(); ++a) {
      for (std::size_t b = a + 1; b < fields.size(); ++b) {
        for (const auto& here : parts_of(fields[a], ' ')) {
          for (const auto& there : parts_of(fields[b], ' '))
            EXPECT_FALSE(same.contains(in_order(here, there))) << here << " and " << there;
        }
      }
    }
  });
}

// The words of the pairs, in order.
std::vector<std::string> words_of(const std::vector<ProtectedPair>& pairs) {
  std::vector<std::string> words;
  for (const auto& pair : pairs) words.push_back(to_utf8(pair.first) + "/" + to_utf8(pair.second));
  return words;
}

TEST(ExclusiveWords, AreThoseOfTheTwoTextsWhicheverStandsWhere) {
  using testing::Contains, testing::IsEmpty, testing::Not;
  EXPECT_THAT(words_of(exclusive_words(U"负主要责任", U"负次要责任")), Contains("主要责任/次要责任"));
  EXPECT_EQ(words_of(exclusive_words(U"负主要责任", U"负次要责任")),
            words_of(exclusive_words(U"负次要责任", U"负主要责任")));
  EXPECT_THAT(exclusive_words(U"负主要责任", U"负责任"), IsEmpty());
  EXPECT_THAT(words_of(exclusive_words(U"raised", U"lowered")), Contains("raised/lowered"));
  EXPECT_THAT(words_of(exclusive_words(U"raised", U"lowering")), Not(Contains("raised/lowering")));
}

// What is compared has no blanks.
TEST(ExclusiveWords, MayBeSeveralOfAnAlphabet) {
  using testing::Contains;
  EXPECT_THAT(words_of(exclusive_words(U"incustody", U"onbail")), Contains("incustody/onbail"));
  EXPECT_THAT(words_of(exclusive_words(U"approved", U"turneddown")), Contains("approved/turneddown"));
}

TEST(ExclusiveWords, OfOneFieldSayTheSame) {
  using testing::Contains, testing::IsEmpty, testing::Not;
  EXPECT_THAT(words_of(words_of_one_sense(U"共同承担", U"一起承担")), Contains("共同/一起"));
  EXPECT_THAT(words_of(words_of_one_sense(U"共同承担", U"分别承担")), Not(Contains("共同/分别")));
  EXPECT_THAT(words_of_one_sense(U"共同承担", U"共同承担"), IsEmpty());
}

}  // namespace
}  // namespace yiwen
