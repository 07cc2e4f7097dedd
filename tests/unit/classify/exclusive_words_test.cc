// SPDX-License-Identifier: Apache-2.0
//
// lib/classify/data/exclusive_words.tsv is written by hand and long: what one line says must not deny another, nor what
// the lists of harmless words say.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/data_lines.h"
#include "base/utf8.h"
#include "classify/protected_pairs.h"
#include "classify/rules.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_exclusive_words_tsv;
extern const std::string_view classify_exclusive_verbs_tsv;
extern const std::string_view classify_regional_words_tsv;
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

TEST(ExclusiveWords, AreFoundByAnyOfTheTwo) {
  const auto has = [](std::u32string_view text, std::u32string_view first, std::u32string_view second) {
    for (const auto* pair : exclusive_words_in(text)) {
      if ((pair->first == first && pair->second == second) || (pair->first == second && pair->second == first))
        return true;
    }
    return false;
  };
  EXPECT_TRUE(has(U"负主要责任", U"主要责任", U"次要责任"));
  EXPECT_TRUE(has(U"负次要责任", U"主要责任", U"次要责任"));
  EXPECT_FALSE(has(U"负责任", U"主要责任", U"次要责任"));
}

}  // namespace
}  // namespace yiwen
