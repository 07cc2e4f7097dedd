// SPDX-License-Identifier: Apache-2.0
#include "cluster/likeness.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "unit/cluster/printed_texts.h"
#include "unit/cluster/spoiled_reprints.h"

namespace yiwen {
namespace {

// The slow obvious twin: all that a text has of the sentence in those that are equal or near to it, as a set.
double share_of(const Likeness& likeness, std::uint32_t k, std::uint32_t witness) {
  const auto& mine = likeness.pairs_of_characters(k);
  std::set<Shingle> had;
  const auto add = [&](std::uint32_t sentence) {
    if (likeness.place(sentence).witness != witness) return;
    const auto& theirs = likeness.pairs_of_characters(sentence);
    for (const Shingle pair : mine) {
      if (std::set<Shingle>(theirs.begin(), theirs.end()).contains(pair)) had.insert(pair);
    }
  };
  for (const auto equal : likeness.equals(k)) add(equal);
  for (const auto near : likeness.near(k)) {
    for (const auto equal : likeness.equals(near)) add(equal);
  }
  return static_cast<double>(had.size()) / static_cast<double>(mine.size());
}

TEST(Likeness, SharesAreWhatTheSetsHaveInCommon) {
  std::mt19937 random(11);
  std::size_t partial = 0;
  for (int round = 0; round < 20; ++round) {
    PrintedTexts texts;
    for (int text = 0; text < 5; ++text) texts.add(spoiled_reprint(random));
    // A sentence of more than 64 pairs of characters, and one that parts it.
    const std::string
        begin =
            "港务局局长林默说，集装箱货轮在新码头的装卸时间由两天缩短到十个小时，老港区的旧码头水深不足，货轮要等潮水"
            "才能靠泊，装卸效率一直不高，",
        end = "渔民苏远告诉记者，以前货轮进港要绕行灯塔礁，现在航道疏浚以后可以直接靠泊。";
    texts.add(page({begin + end}));
    texts.add(page({begin.substr(0, begin.size() - std::string("，").size()) + "。", end}));
    const Likeness likeness(texts.witnesses);
    std::vector<double> shares(texts.witnesses.size());
    for (std::uint32_t k = 0; k < likeness.size(); ++k) {
      likeness.shares_in_witnesses(k, shares);
      for (std::uint32_t w = 0; w < shares.size(); ++w) {
        EXPECT_DOUBLE_EQ(shares[w], share_of(likeness, k, w));
        partial += shares[w] > 0 && shares[w] < 1 ? 1U : 0U;
      }
    }
  }
  EXPECT_GT(partial, 100u);
}

}  // namespace
}  // namespace yiwen
