// SPDX-License-Identifier: Apache-2.0
#include "report/segmented_row.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <string>

#include "base/utf8.h"
#include "unit/report/sample_report.h"

namespace yiwen {
namespace {

using testing::ElementsAre;

std::string words_of(const Report& report, const Strand& strand, CodePointRange part) {
  std::string words;
  for (const CodePointRange range : strand.slice(part)) {
    const std::u32string text = to_utf32(report.documents[strand.document].text);
    words += to_utf8(std::u32string_view(text).substr(range.begin, range.size()));
  }
  return words;
}

// The columns as "A piece|B piece|C piece".
std::vector<std::string> pieces(const Report& report, const SegmentedRow& row) {
  std::vector<std::string> out;
  for (const Column& column : row.columns) {
    std::string line;
    for (std::size_t s = 0; s < row.strands.size(); ++s) {
      line += (s == 0 ? "" : "|") + words_of(report, row.strands[s], column.parts[s]);
    }
    out.push_back(line);
  }
  return out;
}

// The law: the pieces of a strand, one behind the other, are the strand.
void expect_pieces_join(const SegmentedRow& row) {
  for (std::size_t s = 0; s < row.strands.size(); ++s) {
    std::uint32_t at = 0;
    for (const Column& column : row.columns) {
      ASSERT_EQ(column.parts.size(), row.strands.size());
      EXPECT_EQ(column.parts[s].begin, at);
      EXPECT_LE(column.parts[s].begin, column.parts[s].end);
      at = column.parts[s].end;
    }
    EXPECT_EQ(at, row.strands[s].length());
  }
}

Finding drift(std::uint32_t cluster, std::vector<Reading> readings) {
  Finding finding;
  finding.type = FindingType::drift;
  finding.cluster = cluster;
  finding.readings = std::move(readings);
  return finding;
}

TEST(SegmentedRow, CutsEveryWitnessAtEveryFinding) {
  ReportBuilder b;
  const auto A = b.add_document("a", "Hans", "县长表示，不得拒绝所有申请。"),
             B = b.add_document("b", "Hans", "县长说，得拒绝全体申请。");
  const auto row =
      b.add_cluster({{b.find(A, "县长表示，不得拒绝所有申请。")}, {b.find(B, "县长说，得拒绝全体申请。")}});
  b.add_finding(drift(row, {b.reading({b.find(A, "所有")}), b.reading({b.find(B, "全体")})}));
  b.add_finding(drift(row, {b.reading({b.find(A, "表示")}), b.reading({b.find(B, "说")})}));
  b.add_finding(drift(row, {b.reading({b.find(A, "不")}), b.reading({b.behind(B, "说，")})}));
  const SegmentedRow segmented = segmented_row(b.report, row, {0, 1, 2});
  EXPECT_THAT(pieces(b.report, segmented),
              ElementsAre("县长|县长", "表示|说", "，|，", "不|", "得拒绝|得拒绝", "所有|全体", "申请。|申请。"));
  EXPECT_EQ(segmented.columns[1].finding, 1U);
  EXPECT_EQ(segmented.columns[5].finding, 0U);
}

TEST(SegmentedRow, LeavesAWitnessEmptyWhereItLacksTheWordsOfAFinding) {
  ReportBuilder b;
  const auto A = b.add_document("a", "Hans", "甲乙丙丁戊己庚辛"), B = b.add_document("b", "Hans", "甲乙丙丑戊己庚申"),
             C = b.add_document("c", "Hans", "甲乙丙"), D = b.add_document("d", "Hans", "庚酉");
  const auto row = b.add_cluster(
      {{b.find(A, "甲乙丙丁戊己庚辛")}, {b.find(B, "甲乙丙丑戊己庚申")}, {b.find(C, "甲乙丙")}, {b.find(D, "庚酉")}});
  b.add_finding(drift(row, {b.reading({b.find(A, "丁")}), b.reading({b.find(B, "丑")})}));
  b.add_finding(drift(row, {b.reading({b.find(A, "辛")}), b.reading({b.find(B, "申")}), b.reading({b.find(D, "酉")})}));
  const SegmentedRow segmented = segmented_row(b.report, row, {0, 1});
  EXPECT_THAT(pieces(b.report, segmented),
              ElementsAre("甲乙丙|甲乙丙|甲乙丙|", "丁|丑||", "戊己庚|戊己庚||庚", "辛|申||酉", "|||"));
}

TEST(SegmentedRow, MakesOneColumnOfFindingsThatOverlap) {
  ReportBuilder b;
  const auto A = b.add_document("a", "Hans", "要第三点是"), B = b.add_document("b", "Hans", "要三是是"),
             C = b.add_document("c", "Hans", "要第三是");
  const auto row = b.add_cluster({{b.find(A, "要第三点是")}, {b.find(B, "要三是是")}, {b.find(C, "要第三是")}});
  b.add_finding(drift(row, {b.reading({b.find(A, "第三点")}), b.reading({b.find(B, "三是")})}));
  b.add_finding(drift(row, {b.reading({b.find(A, "点")}), b.reading({b.behind(C, "第三")})}));
  EXPECT_THAT(pieces(b.report, segmented_row(b.report, row, {0, 1})),
              ElementsAre("要|要|要", "第三点|三是|第三", "是|是|是"));
}

TEST(SegmentedRow, LeavesOutAFindingThatCrossesAnother) {
  ReportBuilder b;
  const auto A = b.add_document("a", "Hans", "东南西北"), B = b.add_document("b", "Hans", "卯酉");
  const auto row = b.add_cluster({{b.find(A, "东南西北")}, {b.find(B, "卯酉")}});
  b.add_finding(drift(row, {b.reading({b.find(A, "东")}), b.reading({b.find(B, "酉")})}));
  b.add_finding(drift(row, {b.reading({b.find(A, "西")}), b.reading({b.find(B, "卯")})}));
  const SegmentedRow segmented = segmented_row(b.report, row, {0, 1});
  EXPECT_EQ(segmented.columns.size(), 3U);
  expect_pieces_join(segmented);
}

TEST(SegmentedRow, JoinsTheTwoPartsOfASentenceThatAWitnessParted) {
  ReportBuilder b;
  const auto A = b.add_document("a", "Hans", "甲乙丙丁"), B = b.add_document("b", "Hans", "甲乙\n丙丑");
  const auto row = b.add_cluster({{b.find(A, "甲乙丙丁")}, {b.find(B, "甲乙")}, {b.find(B, "丙丑")}});
  b.add_finding(drift(row, {b.reading({b.find(A, "丁")}), b.reading({b.find(B, "丑")})}));
  EXPECT_THAT(pieces(b.report, segmented_row(b.report, row, {0})), ElementsAre("甲乙丙|甲乙丙", "丁|丑", "|"));
}

TEST(SegmentedRow, HoldsItsLawForAnyFindings) {
  std::mt19937 random(20260117);
  const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
  for (int round = 0; round < 300; ++round) {
    ReportBuilder b;
    std::vector<ClusterMember> members;
    const std::uint32_t documents = 1 + below(5);
    for (std::uint32_t d = 0; d < documents; ++d) {
      std::string text;
      for (std::uint32_t i = 0; i < 30; ++i) text += "天地玄";
      b.add_document("d" + std::to_string(d), "Hans", text);
      for (std::uint32_t begin = below(20);
           begin < 90 && (members.empty() || members.back().place.document != d || below(2) == 0);) {
        const std::uint32_t end = begin + 1 + below(90 - begin);
        members.push_back({{d, {begin, end}}});
        begin = below(3) == 0 ? begin + 1 : end + below(5);  // members may even overlap
      }
    }
    std::swap(members.front(), members[below(static_cast<std::uint32_t>(members.size()))]);
    const auto row = b.add_cluster(members);
    std::vector<std::uint32_t> indices(below(12));
    std::iota(indices.begin(), indices.end(), 0U);
    for (std::size_t f = 0; f < indices.size(); ++f) {
      std::vector<Reading> readings;
      for (std::uint32_t r = 0; r < 2; ++r) {
        std::vector<Place> places;
        for (std::uint32_t d = 0; d < documents; ++d) {
          const std::uint32_t begin = below(90);
          if (below(3) > 0) places.push_back({d, {begin, begin + below(6)}});
        }
        if (!places.empty()) readings.push_back(b.reading(places));
      }
      b.add_finding(drift(row, std::move(readings)));
    }
    expect_pieces_join(segmented_row(b.report, row, indices));
  }
}

}  // namespace
}  // namespace yiwen
