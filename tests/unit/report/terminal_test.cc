// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "report/display_width.h"
#include "report/writers.h"
#include "unit/report/golden.h"
#include "unit/report/sample_report.h"

namespace yiwen {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Terminal, IsTheGoldenSummary) { expect_golden("sample.txt", to_terminal(sample_report())); }

TEST(Terminal, KeepsEveryLineWithinTheWidth) {
  for (const char* script : {"Hans", "Hant", "none"}) {  // the summary speaks the language of the base
    Report report = sample_report();
    report.documents[report.base].script = script;
    for (const unsigned width : {60U, 80U, 132U}) {
      std::istringstream lines(to_terminal(report, {.width = width}));
      for (std::string line; std::getline(lines, line);) EXPECT_LE(display_columns(line), width) << line;
    }
  }
}

TEST(Terminal, SpeaksTheLanguageThatIsAskedFor) {
  EXPECT_THAT(to_terminal(sample_report()), HasSubstr("有 5 处严重差异"));
  EXPECT_THAT(to_terminal(sample_report(), {.language = Language::en}), HasSubstr("5 critical differences"));
}

TEST(Terminal, UsesColourOnlyWhereItIsAskedFor) {
  EXPECT_THAT(to_terminal(sample_report()), Not(HasSubstr("\x1b")));
  EXPECT_THAT(to_terminal(sample_report(), {.color = true}), HasSubstr("\x1b["));
}

TEST(Terminal, SaysTheSameWithAndWithoutColour) {
  std::string colored = to_terminal(sample_report(), {.color = true});
  for (std::size_t at; (at = colored.find('\x1b')) != std::string::npos;) {
    colored.erase(at, colored.find('m', at) - at + 1);
  }
  EXPECT_EQ(colored, to_terminal(sample_report()));
}

TEST(Terminal, ObeysNoCommandOfAText) {
  Report report = sample_report();
  report.findings[0].readings[1].text = "三\x1b]0;owned\x07\r\x1b[2J";
  report.findings[0].why = "\xE2\x80\xAE\x1b[31m";
  report.diagnostics[0].what.file = "a\x1b[2Jb\nc";
  const std::string text = to_terminal(report);
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, Not(HasSubstr("\r")));
  EXPECT_THAT(text, HasSubstr("〘U+001B〙"));
  EXPECT_THAT(text, HasSubstr("〘U+202E〙"));
}

TEST(Terminal, SaysAWholeSentenceOnceAndNamesWhoHasWhatAnotherLacks) {
  ReportBuilder b;
  const auto A = b.add_document("a", "none", "Ships leave at noon\nThe ferry stays until dusk and sails then.\n"),
             B = b.add_document("b", "none", "Boats leave at dawn\nThe ferry stays.\n");
  Finding title, clause;
  title.severity = clause.severity = Severity::critical;
  title.readings = {b.reading({b.find(A, "Ships leave at noon")}), b.reading({b.find(B, "Boats leave at dawn")})};
  clause.type = FindingType::omission;
  clause.place = b.behind(B, "The ferry stays");
  clause.other = b.find(A, " until dusk and sails then");
  b.add_finding(title), b.add_finding(clause);
  const std::string text = to_terminal(b.report);
  EXPECT_EQ(text.find("Ships leave at noon"), text.rfind("Ships leave at noon")) << text;
  EXPECT_THAT(text, HasSubstr("A has here 〖 until dusk and sails then〗"));
}

TEST(Terminal, CallsTheOtherEndOfWhatWasTornNoWholeText) {
  ReportBuilder b;
  const auto A = b.add_document("a", "Hans", "船队每天凌晨三点出海\n\n运回的鱼直接上岸。\n"),
             B = b.add_document("b", "Hans", "船队每天凌晨三点出海捕鱼。\n");
  Finding torn;
  torn.type = FindingType::truncation;
  torn.kind = "tail-missing";
  torn.severity = Severity::critical;
  torn.place = b.find(A, "三点出海");
  torn.other = b.find(A, "运回的鱼");
  b.add_finding(torn);
  for (const auto& text : {to_terminal(b.report), to_markdown(b.report)}) {
    EXPECT_THAT(text, HasSubstr("本文另见"));
    EXPECT_THAT(text, Not(HasSubstr("全文在")));
  }
  b.report.findings.front().other = b.find(B, "三点出海捕鱼");
  for (const auto& text : {to_terminal(b.report), to_markdown(b.report)}) EXPECT_THAT(text, HasSubstr("全文在"));
}

TEST(Terminal, SaysHowManyMinorFindingsItLeavesOut) {
  const Report report = large_report({.code_points = 20'000});
  std::size_t minor = 0;
  for (const Finding& finding : report.findings) minor += finding.severity == Severity::minor ? 1 : 0;
  ASSERT_GT(minor, 5U);
  EXPECT_THAT(to_terminal(report), HasSubstr("另有 " + std::to_string(minor - 5) + " 处"));
}

TEST(Terminal, NamesAFewOfManyTextsAndSaysHowManyThereAre) {
  Report report = sample_report();
  const ReportDocument copy = report.documents[0];
  while (report.documents.size() < 500) {
    report.documents.push_back(copy);
    report.documents.back().siglum = "Z" + std::to_string(report.documents.size());
    const auto last = static_cast<std::uint32_t>(report.documents.size() - 1);
    report.findings[0].readings[0].members.push_back({last, {0, 1}});
  }
  report.base = 499;
  const std::string text = to_terminal(report);
  EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 200);
  EXPECT_THAT(text, HasSubstr(" … (" + std::to_string(report.findings[0].readings[0].members.size()) + ")"));
  EXPECT_THAT(text, HasSubstr("另有 460 篇未列"));
  EXPECT_THAT(text, HasSubstr("\nZ500  "));  // the base is always named
}

TEST(Terminal, SaysThatNoTextWasRead) { EXPECT_THAT(to_terminal(Report{}), HasSubstr("No text was read")); }

TEST(DisplayWidth, CountsTwoColumnsForHanAndNoneForCombiningMarks) {
  EXPECT_EQ(display_columns("法治"), 4U);
  EXPECT_EQ(display_columns("law，"), 5U);
  EXPECT_EQ(display_columns("e\xCC\x81"), 1U);
  EXPECT_EQ(display_columns("𠮷"), 2U);
}

TEST(DisplayWidth, ClipsWithoutCuttingACharacter) {
  EXPECT_EQ(clipped("法治化", 6), "法治化");
  EXPECT_EQ(clipped("法治化", 5), "法治…");
  EXPECT_EQ(clipped("法治化", 4), "法…");
  EXPECT_EQ(padded("法治", 6), "法治  ");
}

TEST(DisplayWidth, WrapsWithoutACommaAtTheBeginOfALine) {
  EXPECT_THAT(wrapped("图书馆，开馆。", 6), testing::ElementsAre("图书", "馆，开", "馆。"));
  EXPECT_THAT(wrapped("the reading room", 12), testing::ElementsAre("the reading", "room"));
  EXPECT_THAT(wrapped("abcdefghij", 4), testing::ElementsAre("abcd", "efgh", "ij"));
}

TEST(DisplayWidth, LosesNothingButSpacesWhenItWraps) {
  const std::string text = "县长周启明 said in 2025 年：“图书馆（新馆）要坚持法治化管理”，向所有居民免费开放。";
  for (unsigned columns = 4; columns < 90; ++columns) {
    std::string joined, expected = text;
    for (const std::string& line : wrapped(text, columns)) {
      EXPECT_LE(display_columns(line), columns);
      joined += line;
    }
    std::erase(joined, ' '), std::erase(expected, ' ');
    EXPECT_EQ(joined, expected) << columns;
  }
}

}  // namespace
}  // namespace yiwen
