// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "report/writers.h"
#include "unit/report/golden.h"
#include "unit/report/sample_report.h"

namespace yiwen {
namespace {

using nlohmann::json;

json parsed(const Report& report, const JsonOptions& options = {}) { return json::parse(to_json(report, options)); }

const json& finding_of(const json& report, std::string_view type, std::string_view kind = "") {
  for (const json& finding : report["findings"]) {
    if (finding["type"] == type && (kind.empty() || finding.value("kind", "") == kind)) return finding;
  }
  throw std::invalid_argument("no such finding");
}

// What a reader with nothing but the JSON and the texts sees at a range.
std::u32string slice(const json& report, const json& doc, const json& range) {
  for (const json& document : report["documents"]) {
    if (document["id"] != doc) continue;
    std::u32string text;
    const auto utf8 = document["text"].get<std::string>();
    for (std::size_t at = 0; at < utf8.size();) {
      const auto lead = static_cast<unsigned char>(utf8[at]);
      const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      char32_t c = size == 1 ? lead : lead & (0x7FU >> size);
      for (std::size_t i = 1; i < size; ++i) c = c << 6 | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
      text += c;
      at += size;
    }
    return text.substr(range[0].get<std::size_t>(), range[1].get<std::size_t>() - range[0].get<std::size_t>());
  }
  return U"(no such document)";
}

TEST(Json, IsTheGoldenReport) { expect_golden("sample.json", to_json(sample_report(), {.show_folded = true})); }

TEST(Json, NamesTheSchemaTheBaseAndTheGenerator) {
  const json report = parsed(sample_report());
  EXPECT_EQ(report["schema"], "yiwen.report/1");
  EXPECT_EQ(report["base"], "qinghe_daily");
  EXPECT_EQ(report["base_reason"], "fullest");
  EXPECT_EQ(report["generator"]["name"], "yiwen");
  EXPECT_EQ(report["generator"]["options"]["min_passage"], "12");
  EXPECT_EQ(report["generator"]["limits_hit"].size(), 1U);
}

TEST(Json, LeavesFoldedFindingsOutUnlessTheyAreAskedFor) {
  const json shown = parsed(sample_report(), {.show_folded = true});
  const json left_out = parsed(sample_report());
  EXPECT_EQ(left_out["findings"].size() + 1, shown["findings"].size());
  EXPECT_EQ(left_out["findings_folded"], 1);
  for (const json& finding : left_out["findings"]) EXPECT_NE(finding["severity"], "folded");
}

TEST(Json, GivesEachTypeOfFindingItsOwnFields) {
  const json report = parsed(sample_report(), {.with_text = true});
  const json& drift = finding_of(report, "drift", "policy-term");
  EXPECT_EQ(drift["cluster"], "c4");
  EXPECT_EQ(drift["layer"], "wording");
  ASSERT_EQ(drift["readings"].size(), 2U);
  EXPECT_EQ(drift["readings"][1]["text"], "法制化");
  EXPECT_EQ(drift["readings"][1]["members"][0]["doc"], "harbour_news");
  const json& duplicate = finding_of(report, "duplicate");
  EXPECT_EQ(duplicate["doc"], "portal_copy");
  EXPECT_LT(duplicate["first"][0], duplicate["second"][0]);
  const json& truncation = finding_of(report, "truncation");
  EXPECT_EQ(slice(report, truncation["doc"], truncation["range"]), U"其中社会捐赠六");
  EXPECT_EQ(slice(report, truncation["witness"]["doc"], truncation["witness"]["range"]), U"其中社会捐赠六百万元。");
  const json& omission = finding_of(report, "omission", "dropped-clause");
  EXPECT_EQ(omission["at"][0], omission["at"][1]);
  EXPECT_EQ(slice(report, omission["missing"]["doc"], omission["missing"]["range"]), U"，其中三种是孤本");
  EXPECT_TRUE(finding_of(report, "addition").contains("range"));
  EXPECT_EQ(finding_of(report, "move")["from"]["doc"], "qinghe_daily");
  EXPECT_EQ(finding_of(report, "drift", "systematic")["more"].size(), 2U);
}

TEST(Json, GivesTheTextOnlyWhereItIsAskedFor) {
  EXPECT_FALSE(parsed(sample_report())["documents"][0].contains("text"));
  const json report = parsed(sample_report(), {.with_text = true});
  const Report sample = sample_report();
  for (std::size_t i = 0; i < sample.documents.size(); ++i) {
    EXPECT_EQ(report["documents"][i]["text"], sample.documents[i].text);
  }
}

TEST(Json, StaysValidForEveryByteInEveryString) {
  for (int byte = 0; byte < 256; ++byte) {
    Report report = sample_report();
    const std::string hostile{'a', static_cast<char>(byte), 'z'};
    report.documents[0].text = report.documents[0].source = report.documents[0].stated.title = hostile;
    report.findings[0].why = report.findings[0].readings[0].text = hostile;
    report.diagnostics[0].what.file = report.options[0].second = report.limits_hit[0] = hostile;
    const json back = parsed(report, {.with_text = true});
    const std::string expected = byte < 0x80 ? hostile : "a\xEF\xBF\xBDz";
    EXPECT_EQ(back["documents"][0]["text"], expected) << byte;
    EXPECT_EQ(back["diagnostics"][0]["file"], expected) << byte;
  }
}

TEST(Json, WritesAReportWithoutDocuments) {
  const json report = parsed(Report{});
  EXPECT_TRUE(report["base"].is_null());
  EXPECT_TRUE(report["findings"].empty());
}

TEST(Json, PutsEveryFindingOnALineOfItsOwn) {
  const std::string text = to_json(sample_report(), {.show_folded = true});
  std::size_t lines = 0;
  for (std::size_t at = 0; (at = text.find("\n{\"id\":\"f", at)) != std::string::npos; ++at) ++lines;
  EXPECT_EQ(lines, sample_report().findings.size());
}

}  // namespace
}  // namespace yiwen
