// SPDX-License-Identifier: Apache-2.0
//
// The laws of clusters: they do not depend on the order of the inputs, and every member has a verified link.
#include "cluster/cluster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "unit/cluster/printed_texts.h"

namespace yiwen {
namespace {

// Reprints of the story: whole, without some paragraphs, in another order, with words exchanged, with another story.
std::vector<std::string> reprints(std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<std::string> texts{page(story())};
  for (int copy = 0; copy < 4; ++copy) {
    auto paragraphs = story();
    for (auto changes = 1 + random() % 3; changes > 0; --changes) {
      const auto at = static_cast<std::ptrdiff_t>(random() % paragraphs.size());
      switch (random() % 5) {
        case 0:
          paragraphs.erase(paragraphs.begin() + at);
          break;
        case 1:
          std::swap(paragraphs[static_cast<std::size_t>(at)], paragraphs.back());
          break;
        case 2:
          paragraphs.insert(paragraphs.begin() + at, other_story()[random() % other_story().size()]);
          break;
        case 3:
          paragraphs.insert(paragraphs.begin() + at, paragraphs[random() % paragraphs.size()]);
          break;
        default: {
          auto& paragraph = paragraphs[static_cast<std::size_t>(at)];
          const auto comma = paragraph.find("，");
          if (comma != std::string::npos) paragraph.erase(0, comma + std::string("，").size());
        }
      }
    }
    texts.push_back(page(paragraphs));
  }
  return texts;
}

// Clusters by the places of their members, with witness i called name[i].
std::set<std::vector<Passage>> named(const Clustering& clustering, const std::vector<std::uint32_t>& name) {
  std::set<std::vector<Passage>> clusters;
  for (const auto& cluster : clustering.clusters) {
    std::vector<Passage> members;
    for (const auto& member : cluster.members) {
      members.push_back(member.passage);
      members.back().witness = name[member.passage.witness];
    }
    std::sort(members.begin(), members.end());
    clusters.insert(members);
  }
  return clusters;
}

TEST(Cluster, DoesNotDependOnTheOrderOfTheInputs) {
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    const auto texts = reprints(seed);
    std::vector<std::uint32_t> identity(texts.size());
    std::iota(identity.begin(), identity.end(), 0u);
    const PrintedTexts given(texts);
    const auto expected = named(cluster(given.witnesses, identity, 1), identity);
    std::mt19937 random(seed);
    for (int round = 0; round < 3; ++round) {
      auto name = identity;  // name[i]: the number in the given order of the text that is now i-th
      std::shuffle(name.begin(), name.end(), random);
      PrintedTexts shuffled;
      for (const auto i : name) shuffled.add(texts[i]);
      std::vector<std::uint32_t> order(texts.size());
      for (std::uint32_t i = 0; i < name.size(); ++i) order[name[i]] = i;
      EXPECT_EQ(named(cluster(shuffled.witnesses, order, 1), name), expected) << "seed " << seed;
    }
  }
}

TEST(Cluster, DoesNotDependOnTheNumberOfThreads) {
  const PrintedTexts texts(reprints(3));
  const std::vector<std::uint32_t> order{0, 1, 2, 3, 4};
  EXPECT_EQ(named(cluster(texts.witnesses, order, 1), order), named(cluster(texts.witnesses, order, 8), order));
}

TEST(Cluster, EveryMemberHasAVerifiedLinkToOneNearerToTheBase) {
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    const PrintedTexts texts(reprints(seed));
    const auto clustering = cluster(texts.witnesses, {0, 1, 2, 3, 4}, 1);
    for (const auto& cluster : clustering.clusters) {
      ASSERT_GE(cluster.members.size(), 2u);
      for (std::uint32_t m = 1; m < cluster.members.size(); ++m) {
        const auto& member = cluster.members[m];
        ASSERT_LT(member.linked_to, m);
        const auto& verifier = cluster.members[member.linked_to].passage;
        EXPECT_LE(verifier.witness, member.passage.witness) << "the order of references is that of the witnesses";
        EXPECT_GT(member.link.score, 0.0F);
        // The link is what it says: the words on both sides hold the shared units.
        ASSERT_LE(member.link.left.end, texts.witnesses[verifier.witness].units[verifier.sentence].size());
        ASSERT_LE(member.link.right.end, texts.witnesses[member.passage.witness].units[member.passage.sentence].size());
        EXPECT_EQ(member.link.right, member.passage.units);
      }
    }
  }
}

TEST(Cluster, FiveCopiesStandInOneClusterASentence) {
  PrintedTexts texts;
  for (int copy = 0; copy < 5; ++copy) texts.add(page(story()));
  const auto clustering = cluster(texts.witnesses, {0, 1, 2, 3, 4}, 1);
  ASSERT_EQ(clustering.clusters.size(), story().size());
  for (const auto& cluster : clustering.clusters) EXPECT_EQ(cluster.members.size(), 5u);
}

TEST(Cluster, FindsAParagraphThatIsPrintedTwice) {
  auto paragraphs = story();
  paragraphs.push_back(story()[1]);
  const PrintedTexts texts({page(paragraphs), page(story())});
  const auto clustering = cluster(texts.witnesses, {0, 1}, 1);
  const auto holds_both =
      std::count_if(clustering.clusters.begin(), clustering.clusters.end(), [&](const Cluster& cluster) {
        const auto of_first = std::count_if(cluster.members.begin(), cluster.members.end(),
                                            [](const Member& m) { return m.passage.witness == 0; });
        return of_first == 2;
      });
  EXPECT_EQ(holds_both, 1);
}

// Both headings condense the sentence and repeat each other: no words may stand in two clusters for that.
TEST(Cluster, AHeadingPrintedTwiceStandsInOneCluster) {
  const std::string heading = "## 年吞吐能力达到320万标准箱";
  const PrintedTexts texts(
      {"# 临海港新码头开港\n\n" + heading + "\n\n" + heading + "\n\n" + story()[1] + "\n\n" + story()[2] + "\n",
       page({story()[1], story()[2]})});
  const auto clustering = cluster(texts.witnesses, {0, 1}, 1);
  std::vector<Passage> passages;
  for (const auto& cluster : clustering.clusters) {
    for (const auto& member : cluster.members) passages.push_back(member.passage);
  }
  std::sort(passages.begin(), passages.end());
  EXPECT_EQ(std::adjacent_find(passages.begin(), passages.end()), passages.end());
}

TEST(Cluster, JoinsWhatOnlyLaterTextsShare) {
  const PrintedTexts texts({page({story()[0], story()[1]}), page({story()[0], story()[1], story()[4], story()[5]}),
                            page({story()[4], story()[5], story()[6]})});
  const auto clustering = cluster(texts.witnesses, {0, 1, 2}, 1);
  EXPECT_EQ(clustering.clusters.size(), 4u);
}

TEST(Cluster, TakesNothingAndTextsOfNothing) {
  EXPECT_TRUE(cluster({}, {}, 1).clusters.empty());
  const PrintedTexts texts({"", page(story())});
  EXPECT_TRUE(cluster(texts.witnesses, {1, 0}, 1).clusters.empty());
}

}  // namespace
}  // namespace yiwen
