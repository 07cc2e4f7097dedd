// SPDX-License-Identifier: Apache-2.0
#include "segment/torn_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <list>
#include <string>
#include <vector>

#include "extract/extract.h"
#include "normalize/normalize.h"
#include "segment/segment.h"

namespace yiwen {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kTitle = "旧船坞改成了鱼市";
const std::string kFirst = "旧船坞停用十一年以后，上个月改成了鱼市。";
const std::string kLong =
    "第一天清晨有二百多个摊位开张，摊主大多是岛上的渔民，他们把夜里打上来的鱼直接运到码头，天亮以前就卖掉一半。"
    "管理处的石文郁说，租金头一年不收。";
const std::string kLast = "岛上的人说，这里已经很久没有这样热闹过了，晚饭以后也有人来看灯。";
const std::string kBreak = "直接运";  // the break stands before these words

std::string page(const std::vector<std::string>& paragraphs) {
  std::string text = kTitle;
  for (const auto& paragraph : paragraphs) text += "\n\n" + paragraph;
  return text;
}

// A page whose long sentence lines cut before the words.
std::string torn_page(const std::string& lines, const std::string& before = kBreak) {
  std::string torn = kLong;
  torn.insert(torn.find(before), "\n\n" + lines + "\n\n");
  return page({kFirst, torn, kLast});
}

struct Read {
  explicit Read(std::string given)
      : text(std::move(given)),
        article(extract(text)),
        normal(normalize(text)),
        sentences(segment(text, article, normal)) {}
  std::string text;
  Article article;
  NormalText normal;
  std::vector<Sentence> sentences;
};

// The sentences of the first text once the others have told which of them are torn.
std::vector<std::string> sentences_of(const std::vector<std::string>& pages) {
  std::list<Read> reads;
  std::vector<SegmentedText> texts;
  for (const auto& given : pages) {
    const Read& read = reads.emplace_back(given);
    texts.push_back({read.text, &read.article, &read.normal, &read.sentences});
  }
  const auto seams = find_seams(texts, 1).front();
  Read& first = reads.front();
  correct_blocks(seams, first.article);
  std::vector<std::string> out;
  for (const Sentence& sentence : segment(first.text, first.article, first.normal, seams))
    out.push_back(first.text.substr(sentence.range.begin, sentence.range.size()));
  return out;
}

std::vector<Seam> torn_in(const std::string& torn, const std::string& whole) {
  const Read first(torn), second(whole);
  const std::vector<SegmentedText> texts = {{first.text, &first.article, &first.normal, &first.sentences},
                                            {second.text, &second.article, &second.normal, &second.sentences}};
  return find_seams(texts, 1).front().torn;
}

TEST(TornSentences, AreOneAcrossTheHeadOfAPageThatNoOtherTextHas) {
  const auto whole = page({kFirst, kLong, kLast});
  for (const std::string lines : {"海岛周刊 第三十一期\n58", "海岛周刊 第三十一期\n\n58", "码头纪事 | 第 12 页",
                                  "（推广）蓝鲸酒庄，满百减三十", "注1：摊位，指有顶棚的位置。\n\n58"}) {
    const auto found = sentences_of({torn_page(lines), whole});
    std::string sentence = kLong.substr(0, kLong.find("管理处"));
    sentence.insert(sentence.find(kBreak), "\n\n" + lines + "\n\n");
    EXPECT_THAT(found, Contains(sentence)) << lines;
  }
}

TEST(TornSentences, MayHaveAVeryShortHalf) {
  const auto whole = page({kFirst, kLong, kLast});
  EXPECT_EQ(torn_in(torn_page("海岛周刊 第三十一期", "一半。管理处"), whole).size(), 1u);
  std::string rest = kLong.substr(0, kLong.find("管理处"));
  rest.insert(rest.find("半。"), "\n\n海岛周刊 第三十一期\n\n");
  EXPECT_EQ(torn_in(page({kFirst, rest, kLast}), whole).size(), 1u);
}

TEST(TornSentences, AreJoinedInEnglishToo) {
  const std::string first = "The old dockyard stood empty for eleven years before it became a fish market last month.";
  const std::string second =
      "More than two hundred stalls opened on the first morning, most of them run by islanders who had been out all "
      "night. The rent is waived for a year.";
  auto torn = second;
  torn.insert(torn.find("run by"), "\n\n12   ISLAND HERALD\n\n");
  EXPECT_EQ(torn_in("A Market in the Dockyard\n\n" + first + "\n\n" + torn,
                    "A Market in the Dockyard\n\n" + first + "\n\n" + second)
                .size(),
            1u);
}

TEST(TornSentences, AreNotJoinedAcrossWordsThatTheOtherTextHas) {
  const auto whole = page({kFirst, kLong, kLast});
  EXPECT_THAT(torn_in(torn_page("管理处的石文郁说，租金头一年不收。"), whole), IsEmpty());
  EXPECT_THAT(torn_in(torn_page("海岛周刊 第三十一期"), page({kFirst, kLong, "海岛周刊 第三十一期", kLast})),
              IsEmpty());
  // The title of the story is the head of its pages.
  EXPECT_EQ(torn_in(torn_page(kTitle), whole).size(), 1u);
}

TEST(TornSentences, AreNotMadeOfSentencesThatTheOtherTextHasApart) {
  const auto whole = page({kFirst, kLong, kLast});
  const auto end = kLong.rfind("管理处");
  const std::string unstopped = kLong.substr(0, end - std::string("。").size());
  EXPECT_THAT(torn_in(page({kFirst, unstopped, "海岛周刊 第三十一期", kLong.substr(end), kLast}), whole), IsEmpty());
  EXPECT_THAT(torn_in(page({kFirst, kLong, "海岛周刊 第三十一期", kLast}), whole), IsEmpty());
}

TEST(TornSentences, AreNotMadeOfTheItemsOfAList) {
  const std::string list = "办法规定：一、头一年不收租金；二、水电费用减去一半；三、车辆停放不另收费。";
  const auto whole = page({kFirst, kLong, list, kLast});
  EXPECT_THAT(torn_in(page({kFirst, kLong, "办法规定：", "一、头一年不收租金", "海岛周刊 第三十一期",
                            "二、水电费用减去一半", "三、车辆停放不另收费。", kLast}),
                      whole),
              IsEmpty());
}

TEST(TornSentences, AreNotJoinedAcrossAParagraphThatWasPutIn) {
  const std::string added =
      "据管理处统计，上半年岛上共有九百多条船出海，打上来的鱼比去年同期多了两成，其中一半以上运到了对岸的三座城市，"
      "剩下的在岛上的饭馆里卖掉，价钱同去年差不多，比前年略高一些，买主多半是老主顾，也有游客";
  EXPECT_THAT(torn_in(torn_page(added), page({kFirst, kLong, kLast})), IsEmpty());
}

TEST(TornSentences, AreNotMadeByATranslationBetweenTheLines) {
  const std::vector<std::string> lines = {"清早的雾还没有散去，", "渔船已经一条一条离港，", "灯塔上的人数着船灯，",
                                          "数到第四十条就停下，", "潮水慢慢漫过了石阶，",   "孩子们提着桶往回跑，",
                                          "谁也没有再回头去看，", "海面上只剩一片白光。"};
  const std::vector<std::string> others = {
      "Before the morning fog had lifted",  "the boats left harbour one by one",
      "the keeper counted all their lamps", "and at the fortieth he stopped",
      "the tide came slowly up the steps",  "the children ran home with their pails",
      "and nobody looked back again",       "a white light lay upon the sea"};
  std::string whole, torn;
  for (std::size_t i = 0; i < lines.size(); ++i) whole += lines[i], torn += "\n\n" + lines[i] + "\n\n" + others[i];
  EXPECT_THAT(torn_in(page({kFirst}) + torn + "\n\n" + kLast, page({kFirst, whole, kLast})), IsEmpty());
}

TEST(TornSentences, MayBeManyWithTheSameHeadOfThePage) {
  std::string whole, torn;
  for (int i = 0; i < 8; ++i) {
    const std::string words = "第" + std::to_string(i + 31) + "天清晨雾还没有散去" + std::to_string(i * 7) +
                              "号渔船就离了港，数到的灯比前一天多";
    whole += words + "一盏。";
    torn += words + "\n\n海岛周刊 第三十一期\n" + std::to_string(i + 50) + "\n\n一盏。";
  }
  EXPECT_EQ(torn_in(page({kFirst, torn, kLast}), page({kFirst, whole, kLast})).size(), 8u);
}

TEST(TornSentences, HeadsOfPagesAreKnownByTheirRepetition) {
  const std::string evening =
      "到了晚上，码头上点起了灯，来看热闹的人从对岸坐船过来，买一碗鱼丸汤站在栏杆边上喝，一直坐到末班船离岛。";
  const auto with_heads = [&](const std::string& first, const std::string& second) {
    auto above = kLong, below = evening;
    above.insert(above.find(kBreak), "\n\n" + first + "\n\n");
    below.insert(below.find("栏杆"), "\n\n" + second + "\n\n");
    const Read read(page({kFirst, above, below, kLast}));
    const std::vector<SegmentedText> texts = {{read.text, &read.article, &read.normal, &read.sentences}};
    return find_seams(texts, 1).front().furniture.size();
  };
  EXPECT_EQ(with_heads("海岛周刊 第三十一期 58", "海岛周刊 第三十一期 59"), 2u);
  EXPECT_EQ(with_heads("海岛周刊 第三十一期 58", "海岛周刊 第三十一期 58"), 0u);
  EXPECT_EQ(with_heads("海岛周刊 第三十一期 58", "码头纪事 第三十一期 59"), 0u);
}

TEST(TornSentences, DoNotLeaveTheHeadOfAPageToBeTheTitle) {
  const std::string text = torn_page("海岛周刊 第三十一期");
  Read read(text);
  read.article.blocks[3].kind = BlockKind::title;
  read.article.title = read.article.blocks[3].range;
  Seams seams;
  seams.torn = {{2, 4}};
  correct_blocks(seams, read.article);
  EXPECT_FALSE(read.article.title);
  EXPECT_TRUE(is_noise(read.article.blocks[3].kind));
}

}  // namespace
}  // namespace yiwen
