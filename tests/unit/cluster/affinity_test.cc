// SPDX-License-Identifier: Apache-2.0
#include "cluster/affinity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/cluster/printed_texts.h"
#include "unit/cluster/spoiled_reprints.h"

namespace yiwen {
namespace {

using ::testing::DoubleEq;
using ::testing::Each;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> with(std::vector<std::string> paragraphs, const std::vector<std::string>& more) {
  paragraphs.insert(paragraphs.end(), more.begin(), more.end());
  return paragraphs;
}

// A longer account of the port of story(), with words that return.
const std::vector<std::string>& long_story() {
  static const std::vector<std::string> paragraphs = {
      "临海港新码头昨天上午正式开港，首艘集装箱货轮缓缓靠泊新码头的三号泊位。",
      "港务局介绍，临海港新码头总投资86亿元，码头年吞吐能力达到320万标准箱。",
      "新码头全部采用电动岸桥和无人驾驶集卡，装卸效率比老港区的旧码头提高四成以上。",
      "港务局局长林默说，集装箱货轮在新码头的装卸时间由两天缩短到十个小时。",
      "老港区的旧码头水深不足，集装箱货轮要等潮水才能靠泊，装卸效率一直不高。",
      "渔民苏远告诉记者，以前集装箱货轮进港要绕行灯塔礁，现在航道疏浚以后可以直接靠泊。",
      "环保部门要求临海港在红树林湿地外围设置缓冲带，新码头的岸桥夜间不得照射湿地。",
      "港务局承诺，疏浚航道挖出的泥沙不倒入红树林湿地，全部用来填筑老港区的堆场。",
      "铁路专用线明年秋天铺到新码头的堆场，集装箱下船以后可以直接装上火车。",
      "林默说，老港区的旧码头将改造成航海博物馆，灯塔礁上的灯塔也会对游客开放。",
  };
  return paragraphs;
}

TEST(Affinity, AgreesWhollyWhereTextsAreEqual) {
  const PrintedTexts texts({page(story()), page(story()), page(story())});
  const auto affinity = find_affinity(texts.witnesses);
  ASSERT_THAT(affinity.texts, SizeIs(3));
  EXPECT_THAT(affinity.texts, Each(Field(&TextAffinity::agreement, DoubleEq(1))));
  EXPECT_THAT(affinity.texts, Each(Field(&TextAffinity::added, DoubleEq(0))));
}

TEST(Affinity, AgreesLessWithATextThatLacksSomething) {
  const PrintedTexts texts({page({story()[0], story()[1], story()[2]}), page(story())});
  const auto affinity = find_affinity(texts.witnesses);
  EXPECT_DOUBLE_EQ(affinity.texts[1].agreement, 1);
  EXPECT_LT(affinity.texts[0].agreement, 0.9);
}

TEST(Affinity, CountsFurtherCopiesOnce) {
  const PrintedTexts texts({page(with(long_story(), {long_story()[2], long_story()[4]})), page(long_story())});
  const auto affinity = find_affinity(texts.witnesses);
  EXPECT_DOUBLE_EQ(affinity.texts[0].agreement, 1);
  EXPECT_EQ(affinity.texts[0].units, affinity.texts[1].units);
  EXPECT_NEAR(affinity.texts[0].repeated, 2.0 / 12, 0.02);
  EXPECT_EQ(affinity.texts[1].repeated, 0);
}

TEST(Affinity, KnowsAPieceOfASentenceForACopy) {
  auto paragraphs = long_story();
  paragraphs.insert(paragraphs.begin() + 3, "驾驶集卡，装卸效率比老港区的旧码头提高四成以上。");
  const PrintedTexts texts({page(paragraphs), page(long_story())});
  EXPECT_GT(find_affinity(texts.witnesses).texts[0].repeated, 0);
}

TEST(Affinity, TellsWhatOthersLeftOutFromWhatWasAdded) {
  auto shorter = long_story(), longer = long_story();
  shorter.erase(shorter.begin() + 3, shorter.begin() + 6);
  longer.insert(longer.begin() + 3,
                {"看到这里，不知道各位朋友有什么感想，欢迎留言讨论。",
                 "人生就像一场旅行，不必在乎终点，只在乎沿途风景。", "愿我们都能在平凡的日子里，遇见更好的自己。"});
  const PrintedTexts left_out({page(long_story()), page(shorter)}), added({page(longer), page(long_story())});
  const auto whole = find_affinity(left_out.witnesses), commented = find_affinity(added.witnesses);
  EXPECT_GT(whole.texts[0].kept, 0.2);
  EXPECT_EQ(whole.texts[0].added, 0);
  EXPECT_GT(whole.texts[0].agreement, whole.texts[1].agreement);
  EXPECT_GT(commented.texts[0].added, 0.1);
  EXPECT_EQ(commented.texts[0].kept, 0);
  EXPECT_LT(commented.texts[0].agreement, commented.texts[1].agreement);
}

TEST(Affinity, AgreesMoreWithTheWholeTextThanWithThePageThatHasItAmongOtherStories) {
  auto others = with(story(), other_story());
  others = with(others, {"气象台预报，本周后半段冷空气南下，山区最低气温降到零下三度。",
                         "省图书馆修复了一批明代地方志，其中两种此前只有残卷。",
                         "自行车赛将在周日清晨封闭滨江大道，请市民提前绕行。"});
  const PrintedTexts texts({page(others), page(story()), page({story()[0], story()[1], story()[2]})});
  const auto affinity = find_affinity(texts.witnesses);
  EXPECT_GT(affinity.texts[1].agreement, affinity.texts[0].agreement);
  EXPECT_GT(affinity.texts[1].agreement, affinity.texts[2].agreement);
}

TEST(Affinity, TakesAStoryWithALineOfItsOwnSourceForAnotherOne) {
  auto paragraphs = long_story();
  paragraphs.insert(paragraphs.begin() + 5,
                    "本报讯 临海港港务局巡回服务队昨天在老港区为集装箱货轮的船员义诊。四十多名船员在码头上排队。");
  const PrintedTexts texts({page(long_story()), page(paragraphs), page(long_story())});
  const auto affinity = find_affinity(texts.witnesses);
  EXPECT_GT(affinity.texts[1].added, 0);
  EXPECT_LT(affinity.texts[1].agreement, affinity.texts[0].agreement);
}

TEST(Affinity, CountsNoTranslationBetweenTheLines) {
  const std::vector<std::string> english{
      "The new terminal of the port opened yesterday morning and received its first container ship.",
      "The port authority said that the terminal cost 8.6 billion yuan and handles 3.2 million containers."};
  const PrintedTexts texts({page(long_story()), page(with(long_story(), english)), page(long_story()), page(english)});
  const auto affinity = find_affinity(texts.witnesses);
  EXPECT_GT(affinity.texts[1].added, 0);
  EXPECT_LT(affinity.texts[1].agreement, affinity.texts[0].agreement);
}

// Any two texts in English share the pairs of their letters.
const std::vector<std::string>& english_story() {
  static const std::vector<std::string> paragraphs = {
      "The passenger ferry between Port Ellis and Marrow Island will sail again from June, the harbour board said.",
      "The ferry was bought from a Danish operator and refitted at the harbour yard over the winter.",
      "Six crossings a day are planned for the ferry in summer, with islanders paying half the price of a ticket.",
      "The old ferry to the island was withdrawn after the harbour pier was judged unsafe by the board.",
      "Repairs to the harbour pier were delayed by a dispute over who should pay for dredging the channel.",
      "The board said that the new pier could take a passenger ferry in waves of five metres.",
      "Tickets for the island crossings will be sold at the harbour office from the end of the month.",
  };
  return paragraphs;
}

TEST(Affinity, TellsAnEnglishStoryFromAnotherByItsWords) {
  const std::vector<std::string> other = {
      "The road over Harrow Moor stayed shut on Wednesday as drifts of two feet blocked both of its lanes.",
      "Ploughs from three depots worked through the night, but forecasters expect more before Friday evening."};
  const std::vector<std::string> part = {
      "Islanders had stopped believing that the ferry would return to the pier, a passenger told the harbour board."};
  const PrintedTexts appended({page(english_story()), page(with(english_story(), other))});
  const auto affinity = find_affinity(appended.witnesses);
  EXPECT_GT(affinity.texts[1].added, 0.1);
  EXPECT_GT(affinity.texts[0].agreement, affinity.texts[1].agreement);
  const PrintedTexts left_out({page(english_story()), page(with(english_story(), part))});
  EXPECT_GT(find_affinity(left_out.witnesses).texts[1].kept, 0.1);
}

TEST(Affinity, CountsNoTitleAndNoLineOfItsOwnForWhatATextHas) {
  const auto printed = [](const std::string& head, const std::string& tail) {
    return head + page(long_story()) + tail;
  };
  const std::string caption = "\n▲临海港新码头的集装箱货轮靠泊三号泊位。（记者苏远摄）\n\n";
  const PrintedTexts texts({printed("渔港今天换了新颜\n来源：临海日报 2025年11月04日\n\n", caption),
                            printed("渔民盼来第一艘大船\n来源：健康临海 发布时间：2025-11-05\n\n", "")});
  const auto affinity = find_affinity(texts.witnesses);
  for (const auto& text : affinity.texts) {
    EXPECT_DOUBLE_EQ(text.agreement, 1);
    EXPECT_EQ(text.added, 0);
    EXPECT_EQ(text.kept, 0);
  }
}

TEST(Affinity, TakesWhatStandsBelowTheOnlyHeadingForAnotherStory) {
  const std::vector<std::string> two(english_story().begin(), english_story().begin() + 3);
  const std::vector<std::string> other = {
      "Snow closes moor road for third day",
      "The road over Harrow Moor stayed shut on Wednesday as drifts of two feet blocked both of its lanes."};
  const PrintedTexts texts({page(two), page(with(two, other))});
  const auto affinity = find_affinity(texts.witnesses);
  EXPECT_GT(affinity.texts[0].agreement, affinity.texts[1].agreement);
  const PrintedTexts without({page(two), page(with(two, {other[1]}))});
  EXPECT_GT(find_affinity(without.witnesses).texts[1].kept, 0.1);
}

TEST(Affinity, AgreesMostWithTheTextThatThreeAlikeCutShort) {
  const std::vector<std::string> cut(long_story().begin(), long_story().end() - 3);
  const PrintedTexts texts({page(cut), page(long_story()), page(cut), page(cut)});
  const auto affinity = find_affinity(texts.witnesses);
  EXPECT_GT(affinity.texts[1].agreement, affinity.texts[0].agreement);
}

TEST(Affinity, AgreesWithNothingOnAnotherSubject) {
  const PrintedTexts texts({page(other_story()), page(story()), page(story())});
  EXPECT_EQ(find_affinity(texts.witnesses).texts[0].agreement, 0);
}

TEST(Affinity, TakesTextsThatSayNothing) {
  const PrintedTexts texts({"", page(story()), "短。"});
  EXPECT_THAT(find_affinity(texts.witnesses).texts, SizeIs(3));
  EXPECT_THAT(find_affinity({}).texts, IsEmpty());
}

TEST(Affinity, NamesTheSentencesOfTwoTextsThatAreLikeAndNotEqual) {
  auto changed = story();
  changed[1] = "港务局局长林墨在仪式上介绍，新码头总投资86亿元，年吞吐能力达到320万标准箱。";
  const PrintedTexts texts({page(story()), page(changed)});
  const auto near = find_affinity(texts.witnesses).near;
  ASSERT_THAT(near, SizeIs(1));
  EXPECT_EQ(near[0].left, texts.with(0, "林默"));
  EXPECT_EQ(near[0].right, texts.with(1, "林墨"));
}

// The figures of a text do not change with the order in which the texts come.
TEST(Affinity, DoesNotDependOnTheOrderOfTheTexts) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto texts = spoiled_reprints(seed);
    const PrintedTexts given(texts), turned(std::vector<std::string>(texts.rbegin(), texts.rend()));
    const auto expected = find_affinity(given.witnesses).texts, actual = find_affinity(turned.witnesses).texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const auto& there = actual[texts.size() - 1 - i];
      EXPECT_NEAR(there.agreement, expected[i].agreement, 1e-9) << "seed " << seed;
      EXPECT_EQ(there.added, expected[i].added) << "seed " << seed;
      EXPECT_EQ(there.repeated, expected[i].repeated) << "seed " << seed;
      EXPECT_LE(there.agreement, 1 + 1e-9);
    }
  }
}

}  // namespace
}  // namespace yiwen
