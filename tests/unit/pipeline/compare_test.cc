// SPDX-License-Identifier: Apache-2.0
//
// What the whole house promises: the same report for any order of the inputs and any number of threads, silence where
// nothing differs, and an answer for every text whatever it holds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "report/reasons.h"
#include "report/writers.h"
#include "unit/cluster/printed_texts.h"
#include "unit/cluster/spoiled_reprints.h"
#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using ::testing::Each;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Document document(std::string id, std::string text) {
  Document out;
  out.source = id + ".txt";
  out.id = std::move(id);
  out.bytes = std::move(text);
  return out;
}

std::vector<Document> documents(const std::vector<std::string>& texts) {
  std::vector<Document> out;
  for (const auto& text : texts) out.push_back(document("text" + std::to_string(out.size()), text));
  return out;
}

Report report_of(const std::vector<std::string>& texts) {
  auto report = compare(documents(texts), {.threads = 1});
  EXPECT_TRUE(report.ok());
  return std::move(report).value();
}

// Every range of a report lies in its text, and every reading is what stands there.
void expect_sound(const Report& report) {
  const auto check = [&](const Place& place) {
    ASSERT_LT(place.document, report.documents.size());
    EXPECT_LE(place.range.begin, place.range.end);
    EXPECT_LE(place.range.end, report.documents[place.document].length);
  };
  for (const auto& finding : report.findings) {
    EXPECT_FALSE(finding.kind.empty());
    EXPECT_FALSE(finding.why.empty());
    EXPECT_EQ(finding.key.size(), 16u);
    for (const auto& reading : finding.readings) {
      EXPECT_FALSE(reading.members.empty());
      for (const auto& member : reading.members) check(member);
    }
    if (finding.type == FindingType::drift) EXPECT_GE(finding.readings.size(), 2u) << finding.kind;
    if (finding.type != FindingType::drift) EXPECT_TRUE(finding.place) << finding.kind;
    if (finding.place) check(*finding.place);
    if (finding.other) check(*finding.other);
  }
  for (const auto& cluster : report.clusters) {
    EXPECT_GE(cluster.members.size(), 2u);
    for (const auto& member : cluster.members) check(member.place);
  }
  for (const auto& shown : report.documents) {
    std::uint32_t at = 0;
    for (const auto& sentence : shown.sentences) {
      EXPECT_LE(at, sentence.range.begin);
      at = sentence.range.end;
    }
    EXPECT_LE(at, shown.length);
    EXPECT_GE(shown.coverage, 0.0);
    EXPECT_LE(shown.coverage, 1.0);
  }
}

TEST(Compare, DoesNotDependOnTheOrderOfTheInputs) {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    auto inputs = documents(spoiled_reprints(seed));
    const auto expected = to_json(compare(inputs, {.threads = 1}).value(), {.with_text = true, .show_folded = true});
    std::mt19937 random(seed);
    for (int round = 0; round < 3; ++round) {
      std::shuffle(inputs.begin(), inputs.end(), random);
      ASSERT_EQ(to_json(compare(inputs, {.threads = 1}).value(), {.with_text = true, .show_folded = true}), expected)
          << "seed " << seed;
    }
  }
}

TEST(Compare, DoesNotDependOnTheNumberOfThreads) {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    const auto inputs = documents(spoiled_reprints(seed));
    ASSERT_EQ(to_json(compare(inputs, {.threads = 1}).value()), to_json(compare(inputs, {.threads = 8}).value()))
        << "seed " << seed;
  }
}

TEST(Compare, ReportsOnlyWhatStandsInTheTexts) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    expect_sound(report_of(spoiled_reprints(seed)));
    if (HasFailure()) return;
  }
}

TEST(Compare, FindsNothingInFiveCopies) {
  const auto report = report_of(std::vector<std::string>(5, page(story())));
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_THAT(report.diagnostics, IsEmpty());
  EXPECT_THAT(report.clusters, SizeIs(story().size()));
  for (const auto& shown : report.documents) EXPECT_DOUBLE_EQ(shown.coverage, 1.0);
}

TEST(Compare, FindsNothingInTextsOnOtherSubjects) {
  const auto report = report_of({page(story()), page(other_story())});
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_THAT(report.clusters, IsEmpty());
  EXPECT_TRUE(report.documents[0].relation == Relation::unrelated ||
              report.documents[1].relation == Relation::unrelated);
}

TEST(Compare, MeasuresSimilarityOnFoldedWords) {
  const std::string story = "全省水路货运量达到6.82亿吨。新建船闸二十座，打通了通向大海的航道。";
  const Report report = report_of({story, "全省水路貨運量達到6.82億噸。新建船閘二十座，打通了通向大海的航道。",
                                   story + "港口的工人们白天黑夜都在码头上忙碌着。", "今天的天气很好，大家都出门散步去了。"});
  ASSERT_EQ(report.documents.size(), 4u);
  std::vector<double> similarity;
  for (const auto& text : report.documents) similarity.push_back(text.similarity);
  EXPECT_EQ(similarity[report.base], 1.0);
  EXPECT_EQ(similarity[0], similarity[1]);  // script alone parts them
  EXPECT_LT(std::min(similarity[0], similarity[2]), 1.0);
  EXPECT_GT(std::min(similarity[0], similarity[2]), 0.5);
  EXPECT_EQ(similarity[3], 0.0);
}

TEST(Compare, TakesOneTextAlone) {
  const auto report = report_of({page(story())});
  EXPECT_EQ(report.base_reason, "the only text");
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_EQ(report.documents.at(0).relation, Relation::base);
  expect_sound(report);
}

TEST(Compare, FindsAParagraphPrintedTwiceInOneTextAlone) {
  auto paragraphs = story();
  paragraphs.push_back(story()[1]);
  const auto report = report_of({page(paragraphs)});
  ASSERT_THAT(report.findings, SizeIs(1));
  EXPECT_EQ(report.findings[0].type, FindingType::duplicate);
}

TEST(Compare, SaysOfAnEmptyTextThatItHoldsNone) {
  for (const std::string empty : {"", "  \n\n", "。。。\n"}) {
    const auto report = report_of({empty, page(story())});
    EXPECT_THAT(report.diagnostics, SizeIs(1));
    EXPECT_THAT(report.findings, IsEmpty());
    EXPECT_EQ(report.documents.at(0).relation, Relation::unrelated);
    expect_sound(report);
  }
}

TEST(Compare, RefusesNothingAndAnUnknownBase) {
  const auto nothing = compare(std::vector<Document>{});
  ASSERT_FALSE(nothing.ok());
  EXPECT_EQ(nothing.error().code, ErrorCode::not_found);
  const auto unknown = compare(documents({page(story())}), {.base = "nobody"});
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().code, ErrorCode::bad_option);
}

TEST(Compare, TakesTheBaseThatIsGiven) {
  const auto report = compare(documents({page(story()), page({story()[0], story()[1]})}), {.base = "text1"}).value();
  EXPECT_EQ(report.documents.at(report.base).id, "text1");
  EXPECT_EQ(report.base_reason, "given");
}

TEST(Compare, TellsItsProgressInOrder) {
  std::vector<double> shares;
  (void)compare(documents({page(story())}),
                {.progress = [&](std::string_view, double share) { shares.push_back(share); }});
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
  ASSERT_FALSE(shares.empty());
  EXPECT_DOUBLE_EQ(shares.back(), 1.0);
}

// No timing: these would not end in the time that a test run has if a step were quadratic in what repeats.
TEST(Compare, EndsOnTextsThatRepeatOneCharacter) {
  std::string repeated, sentences, paragraphs;
  for (int k = 0; k < 4000; ++k) repeated += "港";
  for (int k = 0; k < 500; ++k) sentences += "港口开工。";
  for (int k = 0; k < 120; ++k) paragraphs += "港港港港港港港港港港港港港港港港港港港港港港。\n\n";
  expect_sound(report_of({repeated, repeated + "口", page(story())}));
  expect_sound(report_of({sentences, sentences + "船到。"}));
  expect_sound(report_of({paragraphs, paragraphs + "船到。"}));
}

TEST(Compare, TakesHostileCharacters) {
  const std::vector<std::string> hostile{
      page(story()) + "\xEF\xBF\xBD\xEE\x80\x80\xE2\x80\xAE\xE2\x80\x8B\xEF\xBB\xBF",
      "\xE2\x80\xAE" + page(story()) + "<script>alert(1)</script>&#0;&#x110000;&ldquo;",
      page({"\xCC\x81\xCC\x81\xCC\x81", story()[0] + std::string(200, '\xCC').substr(0, 0) + "e\xCC\x81\xCC\x81",
            "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷。"}),
      std::string("\xFF\xFE\x00\x01", 4),
      std::string(1000, '\0'),
      "\x80\x81\x82\x83",
      "﷽﷽﷽㎡㎡㍿ﬀﬃ" + story()[0],
  };
  auto report = compare(documents(hostile), {.threads = 1});
  ASSERT_TRUE(report.ok());
  expect_sound(report.value());
  (void)to_json(report.value());
  (void)to_html(report.value());
  (void)to_terminal(report.value());
}

TEST(Compare, TakesSequencesOfAnyCharacters) {
  static constexpr const char* kPieces[] = {"港口",
                                            "。",
                                            "，",
                                            "\n\n",
                                            "\n",
                                            "“",
                                            "”",
                                            "1.2",
                                            "%",
                                            "(",
                                            ")",
                                            "?jié)",
                                            "&",
                                            ";",
                                            "&amp;",
                                            "产(yè)业",
                                            "第一",
                                            "：",
                                            "來源",
                                            "记者",
                                            " ",
                                            "\xEE\x80\x80",
                                            "\xEF\xBF\xBD",
                                            "e\xCC\x81",
                                            "https://a.b",
                                            "# ",
                                            "- ",
                                            "AI",
                                            "資訊",
                                            "軟體",
                                            "㎡",
                                            "\xE2\x80\x8B",
                                            "…",
                                            "—"};
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    std::mt19937 random(seed);
    std::vector<std::string> texts;
    for (int k = 0; k < 3; ++k) {
      std::string text = k > 0 && random() % 2 ? texts.back() : "";
      for (auto size = random() % 60; size > 0; --size) text += kPieces[random() % std::size(kPieces)];
      texts.push_back(std::move(text));
    }
    SCOPED_TRACE("seed " + std::to_string(seed));
    expect_sound(report_of(texts));
    if (HasFailure()) return;
  }
}

TEST(Compare, TellsABreakByTheHeadOfAPageAsOneFindingThatNamesIt) {
  const std::string title = "旧船坞改成了鱼市\n\n", first = "旧船坞停用十一年以后，上个月改成了鱼市。\n\n";
  const std::string above = "第一天清晨有二百多个摊位开张，摊主大多是岛上的渔民，他们把夜里打上来的鱼",
                    below = "卖掉了。", last = "\n\n岛上的人说，这里已经很久没有这样热闹过了，晚饭以后也有人来看灯。";
  const auto report = report_of(
      {title + first + above + below + last, title + first + above + "\n\n海岛周刊 第三十一期\n58\n\n" + below + last});
  ASSERT_THAT(report.findings, SizeIs(1));
  EXPECT_EQ(report.findings[0].kind, "split-mid-sentence");
  EXPECT_EQ(report.findings[0].severity, Severity::minor);
  EXPECT_EQ(report.findings[0].why, "a sentence is broken off and goes on behind: 海岛周刊 第三十一期 58");
  EXPECT_TRUE(translated_reason(report.findings[0].why, Language::zh_hans));
}

}  // namespace
}  // namespace yiwen
