// SPDX-License-Identifier: Apache-2.0
//
// Words that are compared as one and printed in two ways match, and are told as what they are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/writers.h"
#include "unit/pipeline/compared_texts.h"
#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> words_of(const Finding& finding) {
  std::vector<std::string> words;
  for (const auto& reading : finding.readings) words.push_back(reading.text);
  return words;
}

// What each reading says is what stands at each of its places.
void expect_printed(const Report& report, const Finding& finding) {
  for (const auto& reading : finding.readings) {
    for (const auto& place : reading.members)
      EXPECT_EQ(place.range.size(), static_cast<std::uint32_t>(std::count_if(
                                        reading.text.begin(), reading.text.end(),
                                        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; })))
          << report.documents[place.document].id;
  }
}

TEST(RenamedWords, TellsAnAbbreviationFromTheFullName) {
  const auto report = report_against_first({"港口用人工智能调度船舶，码头的效率提高了四成。\n",
                                            "港口用AI调度船舶，码头的效率提高了四成。\n",
                                            "港口用人工智能调度船舶，码头的效率提高了四成。\n"});
  ASSERT_THAT(report.findings, SizeIs(1));
  const auto& finding = report.findings[0];
  EXPECT_EQ(finding.kind, "term");
  EXPECT_EQ(finding.severity, Severity::minor);
  EXPECT_EQ(finding.layer, Layer::region);
  EXPECT_THAT(words_of(finding), ElementsAre("人工智能", "AI"));
  EXPECT_THAT(finding.readings[0].members, SizeIs(2));
  EXPECT_EQ(finding.why, "another name for the same: 人工智能 → AI");
  expect_printed(report, finding);
  ASSERT_THAT(report.clusters, SizeIs(1));  // and the sentences match
  EXPECT_THAT(report.clusters[0].members, SizeIs(3));
}

TEST(RenamedWords, TellsOneAbbreviationBetweenTwoScriptsToo) {
  const auto report = report_against_first(
      {"港口用人工智能调度船舶，码头的效率提高了四成。\n", "港口用AI調度船舶，碼頭的效率提高了四成。\n"});
  ASSERT_THAT(report.findings, SizeIs(1));
  EXPECT_EQ(report.findings[0].severity, Severity::minor);
}

TEST(RenamedWords, FoldsTheWordsThatAConversionExchanges) {
  const auto report =
      report_against_first({"这家公司的软件卖到了二十个国家。\n", "這家公司的軟體賣到了二十個國家。\n"});
  ASSERT_THAT(report.findings, SizeIs(1));
  EXPECT_EQ(report.findings[0].kind, "regional");
  EXPECT_EQ(report.findings[0].severity, Severity::folded);
  EXPECT_THAT(words_of(report.findings[0]), ElementsAre("软件", "軟體"));
  EXPECT_EQ(report.documents[1].folded.region, 1u);  // 件 and 体
}

// 公车 is a bus in one place and an official's car in another: between two texts in one script nobody converted.
TEST(RenamedWords, TellsWordsOfRegionsBetweenTextsInOneScript) {
  const auto report =
      report_against_first({"全市今年要减少公交车三百辆，节省开支。\n", "全市今年要减少公车三百辆，节省开支。\n"});
  ASSERT_THAT(report.findings, SizeIs(1));
  EXPECT_EQ(report.findings[0].kind, "regional");
  EXPECT_EQ(report.findings[0].severity, Severity::minor);
  EXPECT_THAT(words_of(report.findings[0]), ElementsAre("公交车", "公车"));
}

TEST(RenamedWords, SaysNothingWhereAllPrintTheSameWord) {
  EXPECT_THAT(
      report_against_first({"港口用AI调度船舶，码头的效率提高了四成。\n", "港口用AI调度船舶，码头的效率提高了四成。\n"})
          .findings,
      IsEmpty());
  EXPECT_THAT(
      report_against_first({"這家公司的軟體賣到了二十個國家。\n", "这家公司的软体卖到了二十个国家。\n"}).findings,
      IsEmpty());
}

TEST(RenamedWords, TellsThemInTitlesToo) {
  const std::string body =
      "\n\n本报临海4月12日电 临海港昨天起调度船舶，码头的效率提高了四成。\n\n港务局介绍，新码头总投资86亿元。\n";
  const auto titles = [&](const std::string& left, const std::string& right) {
    auto report = report_against_first({"# " + left + body, "# " + right + body});
    std::erase_if(report.findings, [](const Finding& f) { return f.kind != "title"; });
    return report.findings;
  };
  const auto changed = titles("人工智能进入临海港新码头", "AI进入临海港新码头");
  ASSERT_THAT(changed, SizeIs(1));
  EXPECT_EQ(changed[0].severity, Severity::minor);
  EXPECT_THAT(words_of(changed[0]), ElementsAre("人工智能进入临海港新码头", "AI进入临海港新码头"));
  EXPECT_THAT(titles("临海港新码头的软件", "臨海港新碼頭的軟件"), IsEmpty());
}

TEST(RenamedWords, SaysNothingOfAWordThatStandsThereByChance) {
  const auto report =
      report_against_first({"新模型大幅度降低了人工智能的使用门槛，今年下载量居全球第一，开发者有三百万。\n",
                            "全球下载量居首；AI工具赋能生产，今年下载量居全球第一，开发者有三百万。\n"});
  for (const auto& finding : report.findings) EXPECT_NE(finding.layer, Layer::region) << finding.why;
}

}  // namespace
}  // namespace yiwen
