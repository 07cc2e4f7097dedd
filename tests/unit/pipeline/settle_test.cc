// SPDX-License-Identifier: Apache-2.0
#include "pipeline/settle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "yiwen/yiwen.h"

namespace yiwen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kKey = "0123456789abcdef";
constexpr const char* kOther = "fedcba9876543210";

std::string file_with(const std::string& entries) {
  return "{\"schema\":\"yiwen.decisions/1\",\"decisions\":[" + entries + "]}";
}

std::string reason_of(const std::string& bytes) {
  const auto decisions = parse_decisions(bytes, "d.json");
  return decisions ? "" : to_string(decisions.error());
}

Decision on_key(std::string key, Ruling ruling) { return {.key = std::move(key), .like = "", .ruling = ruling}; }
Decision on_like(std::string like, Ruling ruling) { return {.key = "", .like = std::move(like), .ruling = ruling}; }

Finding drift(std::string kind, std::vector<std::string> readings) {
  Finding finding;
  finding.type = FindingType::drift;
  finding.kind = std::move(kind);
  for (std::string& reading : readings) finding.readings.push_back({std::move(reading), {}});
  return finding;
}

std::vector<std::string> likenesses(std::vector<Finding> findings) {
  Report report;
  report.findings = std::move(findings);
  find_likenesses(report);
  std::vector<std::string> likes;
  for (const Finding& finding : report.findings) likes.push_back(finding.like);
  return likes;
}

TEST(DecisionsFile, HoldsRulingsOnOneFindingAndOnAllThatAreAlike) {
  const auto decisions = parse_decisions(
      file_with(R"({"key":"0123456789abcdef","decision":"error","readings":["法治","法制"],"note":"see 12"},
                   {"like":"fedcba9876543210","decision":"ignore","more":1})"),
      "d.json");
  ASSERT_TRUE(decisions.ok());
  ASSERT_EQ(decisions.value().size(), 2U);
  EXPECT_EQ(decisions.value()[0].key, kKey);
  EXPECT_EQ(decisions.value()[0].ruling, Ruling::error);
  EXPECT_THAT(decisions.value()[0].readings, ElementsAre("法治", "法制"));
  EXPECT_EQ(decisions.value()[1].like, kOther);
  EXPECT_EQ(decisions.value()[1].ruling, Ruling::ignored);
}

TEST(DecisionsFile, NamesThePlaceOfWhatIsWrong) {
  EXPECT_THAT(reason_of(R"({"schema":"yiwen.decisions/1","decisions":[{"key)"), HasSubstr("d.json: byte "));
  EXPECT_THAT(reason_of(""), HasSubstr("is not a decisions file"));
  EXPECT_THAT(reason_of("[]"), HasSubstr("its schema is not"));
  EXPECT_THAT(reason_of(R"({"schema":"yiwen.report/1","decisions":[]})"), HasSubstr("its schema is not"));
  EXPECT_THAT(reason_of(R"({"schema":"yiwen.decisions/1"})"), HasSubstr("has no list of decisions"));
  EXPECT_THAT(reason_of(file_with("7")), HasSubstr("decision 1 is not an object"));
  EXPECT_THAT(reason_of(file_with(R"({"decision":"accept"})")), HasSubstr("either a key or a like"));
  EXPECT_THAT(reason_of(file_with(R"({"key":"0123456789abcdef","like":"0123456789abcdef","decision":"accept"})")),
              HasSubstr("either a key or a like"));
  EXPECT_THAT(reason_of(file_with(R"({"key":"0123456789ABCDEF","decision":"accept"})")), HasSubstr("16 hexadecimal"));
  EXPECT_THAT(reason_of(file_with(R"({"key":"0123456789abcdef","decision":"perhaps"})")),
              HasSubstr("accept, error or ignore"));
  EXPECT_THAT(reason_of(file_with(R"({"key":"0123456789abcdef","decision":"accept"},
                                     {"key":"0123456789abcdef","decision":"error"})")),
              HasSubstr("decision 2 rules once more"));
}

TEST(DecisionsFile, ThatBreaksOffAnywhereIsRefused) {
  const std::string whole = file_with(R"({"key":"0123456789abcdef","decision":"accept"})");
  ASSERT_EQ(reason_of(whole), "");
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_NE(reason_of(whole.substr(0, length)), "") << length;
}

TEST(Decisions, OfALaterFileOverruleThoseOfAnEarlierOne) {
  const auto both =
      overruled({on_key(kKey, Ruling::error), on_like(kKey, Ruling::ignored)}, {on_key(kKey, Ruling::accepted)});
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0].like, kKey);
  EXPECT_EQ(both[1].ruling, Ruling::accepted);
}

TEST(Likeness, IsOfTypeKindAndWords) {
  const auto likes =
      likenesses({drift("wording", {"表示", "说"}), drift("wording", {"表示", "说"}), drift("wording", {"说", "表示"}),
                  drift("term", {"表示", "说"}), drift("wording", {"表示", "讲"})});
  EXPECT_EQ(likes[0], likes[1]);
  for (std::size_t i = 2; i < likes.size(); ++i) EXPECT_NE(likes[0], likes[i]) << i;
}

TEST(Likeness, DoesNotDependOnScriptOrOnTheOrderOfTheOtherReadings) {
  const auto likes =
      likenesses({drift("wording", {"法治化", "说", "表示"}), drift("wording", {"法治化", "表示", "說"})});
  EXPECT_EQ(likes[0], likes[1]);
}

TEST(Likeness, OfAnOmissionIsOfTheWordsThatAreMissing) {
  Report report;
  report.documents.resize(2);
  report.documents[0].text = "甲乙丙丁甲乙";
  report.documents[1].text = "丙";
  const auto omission = [](std::uint32_t begin) {
    Finding finding;
    finding.type = FindingType::omission;
    finding.place = Place{1, {0, 0}};
    finding.other = Place{0, {begin, begin + 2}};
    return finding;
  };
  report.findings = {omission(0), omission(4), omission(2)};
  find_likenesses(report);
  EXPECT_EQ(report.findings[0].like, report.findings[1].like);
  EXPECT_NE(report.findings[0].like, report.findings[2].like);
}

TEST(Settle, RulesOnFindingsByTheirKeyBeforeTheirLikeness) {
  Report report;
  report.findings.resize(3);
  report.findings[0].key = "a", report.findings[0].like = "x";
  report.findings[1].key = "b", report.findings[1].like = "x";
  report.findings[2].key = "c", report.findings[2].like = "y";
  settle(report, {on_like("x", Ruling::ignored), on_key("b", Ruling::error), on_key("gone", Ruling::accepted)});
  EXPECT_EQ(report.findings[0].ruling, Ruling::ignored);
  EXPECT_EQ(report.findings[1].ruling, Ruling::error);
  EXPECT_EQ(report.findings[2].ruling, Ruling::none);
  ASSERT_EQ(report.decisions.size(), 3U);
  EXPECT_EQ(report.decisions[0].findings, 1U);
  EXPECT_EQ(report.decisions[1].findings, 1U);
  EXPECT_EQ(report.decisions[2].findings, 0U);
}

}  // namespace
}  // namespace yiwen
