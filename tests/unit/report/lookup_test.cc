// SPDX-License-Identifier: Apache-2.0
#include "report/lookup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "report/escape.h"
#include "unit/report/sample_report.h"

namespace yiwen {
namespace {

TEST(SlicedText, SlicesAsASliceOfCodePointsDoes) {
  std::mt19937 random(7);
  const char32_t alphabet[] = {U'a', U'é', U'法', U'𠮷', U'\n', U'。'};
  for (int round = 0; round < 50; ++round) {
    std::u32string text(random() % 40, U' ');
    for (char32_t& c : text) c = alphabet[random() % std::size(alphabet)];
    const std::string utf8 = to_utf8(text);
    const SlicedText sliced(utf8);
    ASSERT_EQ(sliced.size(), text.size());
    for (std::uint32_t begin = 0; begin <= text.size(); ++begin) {
      for (std::uint32_t end = begin; end <= text.size(); ++end) {
        ASSERT_EQ(sliced.slice({begin, end}), to_utf8(text.substr(begin, end - begin)));
      }
    }
  }
}

TEST(SlicedText, GivesWhatThereIsOfARangeThatReachesTooFar) {
  const SlicedText sliced("法治");
  EXPECT_EQ(sliced.slice({1, 9}), "治");
  EXPECT_EQ(sliced.slice({5, 9}), "");
}

TEST(ReportLookup, GivesTheSentenceAroundAPlace) {
  ReportBuilder b;
  const auto A = b.add_document("a", "Hans", "第一句。\n县长要坚持法治化管理。\n第三句。\n");
  const ReportLookup lookup(b.report);
  const Context context = lookup.context(b.inside(A, "坚持法治化", "法治化"), 100);
  EXPECT_EQ(context.before, "县长要坚持");
  EXPECT_EQ(context.words, "法治化");
  EXPECT_EQ(context.after, "管理。");
  EXPECT_FALSE(context.cut_before || context.cut_after);
}

TEST(ReportLookup, CutsALongSentenceAndSaysSo) {
  ReportBuilder b;
  const auto A = b.add_document("a", "Hans", "县长要坚持法治化管理。\n");
  const ReportLookup lookup(b.report);
  const Context context = lookup.context(b.find(A, "法治化"), 2);
  EXPECT_EQ(context.before, "坚持");
  EXPECT_EQ(context.after, "管理");
  EXPECT_TRUE(context.cut_before && context.cut_after);
}

TEST(ReportLookup, PutsAnAbsenceAtTheEndOfASentenceIntoThatSentence) {
  ReportBuilder b;
  const auto A = b.add_document("a", "Hans", "第一句。\n第二句。\n");
  const ReportLookup lookup(b.report);
  const Context context = lookup.context(b.behind(A, "第一句。"), 100);
  EXPECT_EQ(context.before, "第一句。");
  EXPECT_EQ(context.after, "");
}

TEST(ReportLookup, ShowsAllSentencesThatAPlaceTouches) {
  ReportBuilder b;
  const auto A = b.add_document("a", "Hans", "甲一二。\n乙一二。\n丙一二。\n");
  const ReportLookup lookup(b.report);
  const Context context = lookup.context(b.find(A, "二。\n乙一"), 100);
  EXPECT_EQ(context.before, "甲一");
  EXPECT_EQ(context.after, "二。");
}

TEST(ReportLookup, FindsEveryMarkThatTouchesARange) {
  const Report report = sample_report();
  const ReportLookup lookup(report);
  for (std::uint32_t document = 0; document < report.documents.size(); ++document) {
    for (const SentenceMark& sentence : report.documents[document].sentences) {
      std::vector<std::uint32_t> expected;
      for (std::uint32_t f = 0; f < report.findings.size(); ++f) {
        const Finding& finding = report.findings[f];
        const auto touches = [&](const Place& place) {
          return place.document == document && (place.range.empty() ? sentence.range.begin <= place.range.begin &&
                                                                          place.range.begin <= sentence.range.end
                                                                    : place.range.overlaps(sentence.range));
        };
        if (finding.severity == Severity::folded) continue;
        for (const Reading& reading : finding.readings) {
          for (const Place& place : reading.members) expected.insert(expected.end(), touches(place) ? 1 : 0, f);
        }
        if (finding.place && touches(*finding.place)) expected.push_back(f);
        if (finding.type == FindingType::duplicate && touches(*finding.other)) expected.push_back(f);
        for (const Place& place : finding.more) expected.insert(expected.end(), touches(place) ? 1 : 0, f);
      }
      std::vector<std::uint32_t> found;
      for (const Mark& mark : lookup.marks({document, sentence.range})) found.push_back(mark.finding);
      EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected)) << document << " " << sentence.range.begin;
    }
  }
}

TEST(ReportLookup, CountsAFindingAgainstThoseWhoDifferFromTheBase) {
  const Report report = sample_report();
  const ReportLookup lookup(report);
  EXPECT_EQ(lookup.count(0, Severity::critical), 0U);
  EXPECT_EQ(lookup.count(1, Severity::critical), 3U);  // title, policy term, negation
  EXPECT_EQ(lookup.count(2, Severity::critical), 2U);  // number, truncation
  EXPECT_EQ(lookup.count(Severity::critical), 5U);
}

TEST(Escape, ReplacesEveryByteThatIsPartOfNoCodePoint) {
  EXPECT_EQ(html("a\xC0\x80z"), "a\xEF\xBF\xBD\xEF\xBF\xBDz");              // overlong
  EXPECT_EQ(html("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // a surrogate
  EXPECT_EQ(html("\xE6\xB3"), "\xEF\xBF\xBD\xEF\xBF\xBD");                  // cut off
  EXPECT_EQ(html("\xF4\x90\x80\x80").size(), 12U);                          // beyond Unicode
  EXPECT_EQ(html("法𠮷é"), "法𠮷é");
}

TEST(Escape, KeepsJoinersWhereTheyJoinAndShowsThemWhereTheyHide) {
  EXPECT_EQ(html("👩\u200D💻"), "👩\u200D💻");
  EXPECT_EQ(html("法\u200D治"), "法〘U+200D〙治");
}

}  // namespace
}  // namespace yiwen
