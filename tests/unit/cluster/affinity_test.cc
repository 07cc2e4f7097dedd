// SPDX-License-Identifier: Apache-2.0
#include "cluster/affinity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "unit/cluster/printed_texts.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::string with_other_stories() {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.end(), other_story().begin(), other_story().end());
  paragraphs.insert(paragraphs.end(), {"气象台预报，本周后半段冷空气南下，山区最低气温降到零下三度。",
                                       "省图书馆修复了一批明代地方志，其中两种此前只有残卷。",
                                       "自行车赛将在周日清晨封闭滨江大道，请市民提前绕行。"});
  return page(paragraphs);
}

TEST(Affinity, TakesTheWholeTextBeforeThePageThatHasItAmongOtherStories) {
  const PrintedTexts texts({with_other_stories(), page(story()), page({story()[0], story()[1], story()[2]})});
  EXPECT_EQ(find_affinity(texts.witnesses).order.front(), 1u);
}

TEST(Affinity, TakesTheWholeTextBeforeAnExcerpt) {
  const PrintedTexts texts(
      {page({story()[0], story()[1], story()[2]}), page(story()), page({story()[1], story()[4], story()[5]})});
  EXPECT_EQ(find_affinity(texts.witnesses).order.front(), 1u);
}

TEST(Affinity, PutsATextOnAnotherSubjectLast) {
  const PrintedTexts texts({page(other_story()), page(story()), page(story())});
  EXPECT_EQ(find_affinity(texts.witnesses).order.back(), 0u);
}

TEST(Affinity, NamesEachWitnessOnceWhateverTheTexts) {
  const PrintedTexts texts({"", page(story()), "短。", page(other_story())});
  EXPECT_THAT(find_affinity(texts.witnesses).order, UnorderedElementsAre(0u, 1u, 2u, 3u));
  EXPECT_THAT(find_affinity({}).order, IsEmpty());
}

TEST(Affinity, KeepsTheGivenOrderOfEqualTexts) {
  const PrintedTexts texts({page(story()), page(story()), page(story())});
  EXPECT_THAT(find_affinity(texts.witnesses).order, ElementsAre(0u, 1u, 2u));
}

// The same texts in another order have the same base, for every order.
TEST(Affinity, ChoosesTheSameTextInEveryOrder) {
  const std::vector<std::string> texts{with_other_stories(), page(story()), page({story()[0], story()[2]}),
                                       "无关的一句话，只说天气如何。"};
  std::vector<std::uint32_t> name{0, 1, 2, 3};
  do {
    PrintedTexts shuffled;
    for (const auto i : name) shuffled.add(texts[i]);
    EXPECT_EQ(name[find_affinity(shuffled.witnesses).order.front()], 1u);
  } while (std::next_permutation(name.begin(), name.end()));
}

}  // namespace
}  // namespace yiwen
