// SPDX-License-Identifier: Apache-2.0
//
// The law of the choice: a doubled, commented, damaged, misprinted or shortened copy of a clean text is never the base
// before it, in whatever order the texts come. A page that has another story besides is told by its words, so not
// always.
#include "pipeline/base_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "unit/cluster/printed_texts.h"
#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Paragraphs = std::vector<std::string>;

// Invented news stories of some thirty sentences.
const std::vector<Paragraphs>& stories() {
  static const std::vector<Paragraphs> kStories = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(YIWEN_SOURCE_DIR) / "corpus/synthetic"))
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<Paragraphs> stories;
    for (const auto& path : paths) {
      std::ifstream file(path);
      auto& paragraphs = stories.emplace_back();
      for (std::string line; std::getline(file, line);)
        if (!line.empty()) paragraphs.push_back(line);
    }
    return stories;
  }();
  return kStories;
}

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t bound) { return static_cast<std::size_t>(random() % bound); }

// Any paragraph but the title and the first.
std::size_t a_paragraph(Random& random, const Paragraphs& text) { return 2 + below(random, text.size() - 2); }

// The begin of some character of three bytes, as Han characters are, so that the one behind it is one too.
std::size_t a_character(Random& random, const std::string& paragraph) {
  const auto is_han = [&](std::size_t at) {
    return at + 3 <= paragraph.size() && static_cast<unsigned char>(paragraph[at]) >= 0xE4 &&
           static_cast<unsigned char>(paragraph[at]) <= 0xE9;
  };
  for (;;) {
    if (const auto at = below(random, paragraph.size()); is_han(at) && is_han(at + 3)) return at;
  }
}

Paragraphs doubled(Paragraphs text, Random& random) {
  for (int k = 0; k < 3; ++k) {
    const auto at = a_paragraph(random, text);
    text.insert(text.begin() + static_cast<std::ptrdiff_t>(at), std::string(text[at]));
  }
  return text;
}

Paragraphs doubled_in_part(Paragraphs text, Random& random) {
  const auto at = a_paragraph(random, text);
  text.insert(text.begin() + static_cast<std::ptrdiff_t>(at) + 1,
              text[at].substr(a_character(random, text[at].substr(0, text[at].size() / 2))));
  return text;
}

Paragraphs commented(Paragraphs text, Random& random) {
  for (const auto* comment : {"看到这里，不知道各位朋友作何感想，反正笔者是被深深打动了。",
                              "正如古人所说，不积跬步无以至千里，不积小流无以成江海。",
                              "愿我们都能在平凡的日子里，找到属于自己的那一束光。"}) {
    text.insert(text.begin() + static_cast<std::ptrdiff_t>(a_paragraph(random, text)), comment);
  }
  return text;
}

Paragraphs damaged(Paragraphs text, Random& random) {
  for (int k = 0; k < 12; ++k) {
    auto& paragraph = text[a_paragraph(random, text)];
    paragraph.replace(a_character(random, paragraph), 6, "\uFFFD\uFFFD");
  }
  return text;
}

// UTF-8 read as Latin-1.
Paragraphs garbled(Paragraphs text, Random& random) {
  auto& paragraph = text[a_paragraph(random, text)];
  const std::size_t end = std::min(paragraph.find("，"), paragraph.find("。"));
  std::u32string read;
  for (const char byte : paragraph.substr(0, end)) read += static_cast<unsigned char>(byte);
  paragraph.replace(0, end, to_utf8(read));
  return text;
}

Paragraphs misprinted(Paragraphs text, Random& random) {
  static constexpr const char* kCommon[] = {"的", "一", "是", "在", "不", "了", "有", "和",
                                            "人", "这", "中", "大", "为", "上", "个", "国"};
  for (int k = 0; k < 12; ++k) {
    auto& paragraph = text[a_paragraph(random, text)];
    paragraph.replace(a_character(random, paragraph), 3, kCommon[below(random, std::size(kCommon))]);
  }
  return text;
}

Paragraphs cut_short(Paragraphs text, Random& random) {
  text.resize(text.size() - 2);
  text.back().resize(a_character(random, text.back()));
  return text;
}

Paragraphs shortened(Paragraphs text, Random& random) {
  for (int k = 0; k < 2; ++k) text.erase(text.begin() + static_cast<std::ptrdiff_t>(a_paragraph(random, text)));
  return text;
}

Document document(std::string id, std::string text) {
  Document out;
  out.source = id + ".txt";
  out.id = std::move(id);
  out.bytes = std::move(text);
  return out;
}

std::string base_of(std::vector<Document> documents) {
  auto report = compare(std::move(documents), {.threads = 1});
  EXPECT_TRUE(report.ok());
  return report.value().documents[report.value().base].id;
}

TEST(BaseChoice, PrefersTheCleanTextToAnySpoiledCopyOfIt) {
  const std::pair<const char*, Paragraphs (*)(Paragraphs, Random&)> spoilers[] = {
      {"doubled", doubled},    {"doubled in part", doubled_in_part}, {"commented", commented},
      {"damaged", damaged},    {"misprinted", misprinted},           {"cut short", cut_short},
      {"shortened", shortened}, {"garbled", garbled}};
  for (std::size_t s = 0; s < stories().size(); ++s) {
    for (const auto& [name, spoil] : spoilers) {
      Random random(static_cast<std::uint32_t>(s));
      const auto clean = page(stories()[s]), spoiled = page(spoil(stories()[s], random));
      EXPECT_EQ(base_of({document("a", clean), document("b", spoiled)}), "a") << stories()[s][0] << " " << name;
      EXPECT_EQ(base_of({document("a", spoiled), document("b", clean)}), "b") << stories()[s][0] << " " << name;
    }
  }
}

TEST(BaseChoice, PrefersTheCleanTextAmongSeveralSpoiledCopies) {
  std::vector<Paragraphs (*)(Paragraphs, Random&)> spoilers = {doubled,    doubled_in_part, commented, damaged,
                                                               misprinted, cut_short,       shortened};
  for (std::uint32_t seed = 0; seed < 24; ++seed) {
    Random random(seed);
    const auto& story = stories()[seed % stories().size()];
    std::shuffle(spoilers.begin(), spoilers.end(),
                 random);  // no two alike: what two texts have may well be of the story
    std::vector<Document> documents{document("clean", page(story))};
    for (auto copies = 2 + below(random, 4); copies > 0; --copies)
      documents.push_back(document("copy" + std::to_string(copies), page(spoilers[copies](story, random))));
    std::shuffle(documents.begin(), documents.end(), random);
    EXPECT_EQ(base_of(documents), "clean") << "seed " << seed << " " << story[0];
  }
}

// 全盛時期一天演 | ... | 六場，連走道都坐滿了人。 The upper piece has no stop and is no heading for that.
TEST(BaseChoice, PrefersTheCleanTextToOneWhoseColumnsCutASentence) {
  const std::string first = "临海港灯塔建于1958年，曾是全省唯一能照到外海的灯塔，渔民出海都要先看它一眼，",
                    second = "夜里从不熄灭。", head = "临海灯塔重新点亮 首月迎来三万人\n\n",
                    middle =
                        "港务局把守塔人的小屋改成书店，藏书五万册，其中三成是渔民捐出的旧书。\n\n"
                        "灯塔下面卖杏仁茶的阿婆今年八十三岁，她说现在一天要多煮两锅，心里很欢喜。\n\n";
  const std::string cut = first.substr(0, first.size() - std::string("先看它一眼，").size());
  const auto clean = head + first + second + "\n\n" + middle;
  const auto columns = head + cut + "\n\n" + middle + first.substr(cut.size()) + second + "\n";
  EXPECT_EQ(base_of({document("a", clean), document("b", columns)}), "a");
  EXPECT_EQ(base_of({document("a", columns), document("b", clean)}), "b");
}

// The last line has no stop and no second clause, and looks like a heading; but another paragraph has its sentence
// whole.
TEST(BaseChoice, PrefersTheCleanTextToOneThatBreaksOffInASentenceItHasWhole) {
  const Paragraphs clean{
      "The city will replace every water main that was laid before the war, the council decided on Monday night.",
      "About nine hundred houses on the east bank are to be dug up one street after another over six years. Work "
      "begins "
      "on Orchard Street in March.",
      "The water department said the oldest main burst four times last winter, and that each repair cost more than a "
      "new pipe. Its director called the decision overdue.",
      "Residents will pay three dollars more a month. A few of them told the council that they had been promised the "
      "opposite.",
      "The council will vote on a new pumping station on the quarry road at its next meeting in October."};
  auto spoiled = clean;
  spoiled[1] += " The state has said nothing about the pumping station or the pipes so far.";
  spoiled.insert(spoiled.begin() + 2, clean[4]);
  spoiled.back() = clean[4].substr(0, clean[4].find(" meeting"));
  EXPECT_EQ(base_of({document("a", page(clean)), document("b", page(spoiled))}), "a");
  EXPECT_EQ(base_of({document("a", page(spoiled)), document("b", page(clean))}), "b");
}

TEST(BaseChoice, PrefersTheStoryAloneToThePageThatHasAnotherBesidesInNearlyEveryCase) {
  std::size_t right = 0, all = 0;
  for (std::size_t s = 0; s < stories().size(); ++s) {
    for (const auto step : {1U, 3U}) {
      auto both = stories()[s];
      const auto& other = stories()[(s + step) % stories().size()];
      both.insert(both.end(), other.begin(), other.end());
      right += base_of({document("a", page(both)), document("b", page(stories()[s]))}) == "b" ? 1U : 0U;
      ++all;
    }
  }
  EXPECT_GE(right + 1, all);
}

TEST(BaseChoice, PrefersTheTextThatTheOtherNamesAsItsSource) {
  const auto text = page(stories()[0]);
  auto original = document("portal", text), copy = document("daily", "来源：望川新闻网\n\n" + text);
  original.metadata.outlet = "望川新闻网";
  copy.metadata.outlet = "某某日报";
  const auto report = compare({original, copy}, {.threads = 1}).value();
  EXPECT_EQ(report.documents[report.base].id, "portal");
  EXPECT_EQ(report.base_reason, "named as the source");
}

Fitness fit(double agreement) {
  Fitness fitness;
  fitness.agreement = agreement;
  fitness.units = 1000;
  return fitness;
}

TEST(BaseChoice, PrefersTheOneNamedAsTheSourceOnlyWhileItIsNearlyAsFit) {
  std::vector<Fitness> fitness{fit(1), fit(0.95)};
  fitness[1].named_by = 1;
  EXPECT_THAT(choose_base(fitness, std::vector<Provenance>(2)).order, ElementsAre(1u, 0u));
  fitness[1].agreement = 0.6;
  EXPECT_THAT(choose_base(fitness, std::vector<Provenance>(2)).order, ElementsAre(0u, 1u));
}

TEST(BaseChoice, LetsTheEarliestDateDecideBetweenTextsThatAreAlikeAndAllDated) {
  const std::vector<Fitness> alike{fit(1), fit(1), fit(1)};
  std::vector<Provenance> provenances(3);
  provenances[0].day = 20260307, provenances[1].day = 20260305;
  EXPECT_EQ(choose_base(alike, provenances).order.front(), 0u);  // one has no date
  provenances[2].day = 20260306;
  EXPECT_THAT(choose_base(alike, provenances).order, ElementsAre(1u, 0u, 2u));
  EXPECT_EQ(choose_base(alike, provenances).reason, "earliest of those alike");
  std::vector<Fitness> unlike = alike;
  unlike[0].agreement = 0.98, unlike[1].agreement = 0.9;
  EXPECT_EQ(choose_base(unlike, provenances).order.front(), 2u);
}

TEST(BaseChoice, PassesOverTheOneThatSaysItIsACopyWhereTheyAreAlike) {
  std::vector<Provenance> provenances(2);
  provenances[0].copied = true;
  EXPECT_THAT(choose_base(std::vector<Fitness>{fit(1), fit(1)}, provenances).order, ElementsAre(1u, 0u));
}

TEST(BaseChoice, GivesTheReason) {
  const std::vector<Provenance> nobody(3);
  std::vector<Fitness> fitness{fit(0.99), fit(0.9), fit(0.8)};
  EXPECT_EQ(choose_base(fitness, nobody).reason, "fullest");
  fitness[1].units = 3000;
  EXPECT_EQ(choose_base(fitness, nobody).reason, "shares most with the others");
  fitness[1].agreement = 1, fitness[1].damaged = 0.4;
  EXPECT_EQ(choose_base(fitness, nobody).reason, "least spoiled");
  EXPECT_EQ(choose_base(std::vector<Fitness>{fit(0)}, std::vector<Provenance>(1)).reason, "the only text");
  EXPECT_THAT(choose_base({}, {}).order, IsEmpty());
}

TEST(BaseChoice, PrefersAReprintedTextToOneThatTellsTheSameEvent) {
  std::vector<Fitness> fitness{fit(0.3), fit(0.25), fit(0.25)};
  fitness[0].closest = 0.4;
  fitness[1].closest = fitness[2].closest = 0.97;
  const std::vector<Provenance> nobody(3);
  EXPECT_EQ(choose_base(fitness, nobody).order.front(), 1u);
  EXPECT_EQ(choose_base(fitness, nobody).reason, "reprinted");
  fitness[0].closest = 0.75;  // it is reprinted itself
  EXPECT_EQ(choose_base(fitness, nobody).order.front(), 0u);
  fitness[0] = fit(0.45);  // far fitter
  EXPECT_EQ(choose_base(fitness, nobody).order.front(), 0u);
}

TEST(BaseChoice, TakesTheLongestOfTextsThatShareNothing) {
  std::vector<Fitness> fitness{fit(0), fit(0)};
  fitness[1].units = 2000;
  std::vector<Provenance> provenances(2);
  provenances[0].day = 20260305, provenances[1].day = 20260306;
  EXPECT_EQ(choose_base(fitness, provenances).order.front(), 1u);
}

TEST(BaseChoice, SaysTheFiguresOfTheBaseAndTheNext) {
  auto doubled = fit(1);
  doubled.repeated = 0.12;
  EXPECT_THAT(figures_of(fit(1), doubled, "B"), HasSubstr("the next, B: 100 %, 0 %, 12 %, 0 %"));
}

TEST(BaseChoice, TakesNoTextForTornThatBeginsBehindTheNameOfAnAgency) {
  const std::string story =
      "记者从澜湾港务局获悉，旧灯塔修缮完毕，从下周起向游人开放。\n\n开放的头一个月不收门票，每天最多接待三百人。\n";
  const auto report = compare({document("bare", story), document("named", "海岛通讯社" + story)}, {}).value();
  for (const auto& text : report.documents) EXPECT_EQ(text.fitness.broken_off, 0) << text.id;
}

TEST(BaseChoice, LeavesTheChoiceToWhoeverNamesTheBase) {
  Random random(1);
  const auto clean = document("clean", page(stories()[0]));
  const auto bad = document("bad", page(damaged(stories()[0], random)));
  const auto report = compare({clean, bad}, {.base = "bad"}).value();
  EXPECT_EQ(report.documents[report.base].id, "bad");
  EXPECT_EQ(report.base_reason, "given");
  EXPECT_THAT(report.base_why, IsEmpty());
}

}  // namespace
}  // namespace yiwen
