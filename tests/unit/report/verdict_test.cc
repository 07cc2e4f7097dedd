// SPDX-License-Identifier: Apache-2.0
#include "report/verdict.h"

#include <gtest/gtest.h>

#include "unit/report/sample_report.h"

namespace yiwen {
namespace {

std::string said_of(const Report& report) { return verdict(ReportLookup(report), Language::en); }

Report texts_without_findings(std::initializer_list<Relation> relations) {
  ReportBuilder b;
  for (const Relation relation : relations) {
    const auto document = b.add_document("text", "none", "A sentence.\n");
    b.report.documents[document].relation = relation;
  }
  return std::move(b.report);
}

TEST(Verdict, CountsTheGravestFindings) { EXPECT_EQ(said_of(sample_report()).substr(0, 22), "5 critical differences"); }

TEST(Verdict, SaysThatNothingDiffersOnlyWhereSomethingWasCompared) {
  EXPECT_EQ(said_of(texts_without_findings({Relation::base, Relation::reprint})), "No differences found");
  EXPECT_EQ(said_of(texts_without_findings({Relation::base, Relation::unrelated, Relation::unrelated})),
            "The texts share no passage: there was nothing to compare");
  EXPECT_EQ(said_of(texts_without_findings({Relation::base, Relation::related})),
            "The texts share no passage: there was nothing to compare");
  EXPECT_EQ(said_of(texts_without_findings({Relation::base})), "One text only: nothing to compare it with");
  EXPECT_EQ(said_of(Report{}), "No text was read.");
}

TEST(Verdict, NamesTheTextsThatWereNotCompared) {
  EXPECT_EQ(said_of(texts_without_findings({Relation::base, Relation::reprint, Relation::unrelated})),
            "No differences found; not compared: 1 that share no passage with the base");
}

}  // namespace
}  // namespace yiwen
