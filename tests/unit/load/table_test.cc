// SPDX-License-Identifier: Apache-2.0
#include "load/table.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load.h"
#include "unit/load/folder_for_test.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> told(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> out;
  for (const auto& diagnostic : diagnostics) out.push_back(to_string(diagnostic.what));
  return out;
}

TableDocuments csv(const std::string& bytes, const ColumnNames& names = {}) {
  return read_table(bytes, TableKind::csv, "t.csv", names, {});
}

TEST(Table, MakesADocumentOfEachRow) {
  const auto table =
      csv("id,text,title,outlet,date,url,page\r\n"
          "k7,\"港口开工。\n\n第二段。\",港口 ,海滨日报,2025-03-04,https://example.org/a,3\r\n");
  EXPECT_THAT(told(table.diagnostics), IsEmpty());
  ASSERT_EQ(table.documents.size(), 1u);
  const Document& document = table.documents[0];
  EXPECT_EQ(document.id, "k7");
  EXPECT_EQ(document.source, "2");
  EXPECT_EQ(document.bytes, "港口开工。\n\n第二段。");
  EXPECT_TRUE(document.decoded);
  EXPECT_EQ(document.metadata,
            (Metadata{.title = "港口", .outlet = "海滨日报", .date = "2025-03-04", .url = "https://example.org/a"}));
}

TEST(Table, FindsColumnsWhateverTheirCaseAndOrder) {
  const auto table = csv("\xEF\xBB\xBF TEXT ,Id\n港口,7\n");
  ASSERT_EQ(table.documents.size(), 1u);
  EXPECT_EQ(table.documents[0].id, "7");
}

TEST(Table, TakesTheNamesThatTheUserGives) {
  const auto table = csv("编号,正文\n7,港口\n", {{"text", "正文"}, {"id", "编号"}});
  ASSERT_EQ(table.documents.size(), 1u);
  EXPECT_EQ(table.documents[0].id, "7");
  EXPECT_THAT(
      told(csv("编号,正文\n7,港口\n", {{"text", "全文"}}).diagnostics),
      ElementsAre("t.csv: byte 0: row 1: no column \"全文\" among: 编号, 正文 (--column text=NAME says which it is)"));
}

TEST(Table, RefusesARowWhoseSeparatorShouldHaveBeenQuoted) {
  const auto table = csv("text,outlet\n港口, 开工,海滨日报\n船舶,晚报,,\n");
  EXPECT_THAT(told(table.diagnostics), ElementsAre("t.csv: byte 12: row 2: 3 fields where the first row has 2; a field "
                                                   "that holds a separator stands in quotes"));
  ASSERT_EQ(table.documents.size(), 1u);
  EXPECT_EQ(table.documents[0].bytes, "船舶");
}

TEST(Table, GoesOnBehindABrokenRow) {
  const auto table = csv("text\n\"港口\"x\n\n,\n船舶\n\"\"\n");
  EXPECT_THAT(told(table.diagnostics), ElementsAre("t.csv: byte 13: row 2: text behind the closing quote of a field"));
  ASSERT_EQ(table.documents.size(), 1u);
  EXPECT_EQ(table.documents[0].source, "5");
}

TEST(Table, NotesARowWithoutText) {
  EXPECT_THAT(told(csv("id,text\n1,\n").diagnostics), ElementsAre("t.csv: byte 8: row 2: empty"));
}

TEST(Table, NotesATableWithoutRows) {
  EXPECT_THAT(told(csv("text\n").diagnostics), ElementsAre("t.csv: holds no rows"));
  EXPECT_THAT(told(csv("\n\n").diagnostics), ElementsAre("t.csv: holds no rows"));
}

TEST(Table, RefusesAColumnThatStandsThereTwice) {
  EXPECT_THAT(told(csv("text,Text\na,b\n").diagnostics),
              ElementsAre("t.csv: byte 0: row 1: the column \"text\" stands there twice"));
}

TEST(Table, NamesTheByteThatIsNotUtf8WhereNobodyDecodes) {
  EXPECT_THAT(told(csv("text\n\xFF\n").diagnostics), ElementsAre("t.csv: byte 5: not valid UTF-8"));
}

class Tables : public ::testing::Test {
 protected:
  FolderForTest folder_;
};

TEST_F(Tables, AreReadFromFoldersAndCalledByFileAndRow) {
  folder_.write("in/list.csv", "text\n港口\n船舶\n");
  folder_.write("in/more.TSV", "id\ttext\nx\t码头\n");
  const auto loaded = load({folder_.path("in")});
  ASSERT_EQ(loaded.documents.size(), 3u);
  EXPECT_EQ(loaded.documents[0].id, "list:2");
  EXPECT_EQ(loaded.documents[0].source, "list.csv:2");
  EXPECT_EQ(loaded.documents[1].id, "list:3");
  EXPECT_EQ(loaded.documents[2].id, "x");
}

TEST_F(Tables, AManifestSaysWhatFilesDoNotSay) {
  folder_.write("in/a.txt", "港口");
  folder_.write("in/sub/b.txt", "船舶");
  folder_.write("in/c.jsonl", R"({"id":"j","text":"码头","outlet":"晚报"})");
  folder_.write(
      "in/manifest.csv",
      "path,outlet,date,base\nsub/../a.txt,海滨日报,2025-03-04,\nsub/b.txt,港口新闻,,yes\nc.jsonl,日报,2025,0\n");
  const auto loaded = load({folder_.path("in")});
  EXPECT_THAT(told(loaded.diagnostics), IsEmpty());
  ASSERT_EQ(loaded.documents.size(), 3u);
  EXPECT_EQ(loaded.documents[0].metadata, (Metadata{.outlet = "海滨日报", .date = "2025-03-04"}));
  EXPECT_EQ(loaded.documents[1].metadata.outlet, "港口新闻");
  EXPECT_EQ(loaded.documents[2].metadata, (Metadata{.outlet = "晚报", .date = "2025"}));  // its own word stands first
  EXPECT_EQ(loaded.base, "b");
}

TEST_F(Tables, AManifestThatIsAskedForWins) {
  folder_.write("in/a.txt", "港口");
  folder_.write("in/manifest.tsv", "path\toutlet\na.txt\t晚报\n");
  const auto loaded =
      load({folder_.path("in")}, {.manifest = folder_.write("said.csv", "path,outlet\nin/a.txt,日报\n")});
  ASSERT_EQ(loaded.documents.size(), 1u);
  EXPECT_EQ(loaded.documents[0].metadata.outlet, "日报");
  ASSERT_EQ(loaded.diagnostics.size(), 1u);
  EXPECT_THAT(loaded.diagnostics[0].what.reason, HasSubstr("row 2: its path stood there before"));
}

TEST_F(Tables, AManifestIsToldWhereItIsWrong) {
  folder_.write("in/a.txt", "港口");
  folder_.write("in/b.csv", "text\n船\n舶\n");
  folder_.write("in/manifest.csv", "path,base\nb.csv,1\n,\nmissing.txt,\na.txt,1\n\"x\n");
  const auto loaded = load({folder_.path("in")});
  EXPECT_THAT(loaded.base, "");
  std::vector<std::string> reasons;
  for (const auto& diagnostic : loaded.diagnostics) reasons.push_back(diagnostic.what.reason);
  EXPECT_THAT(reasons,
              ElementsAre("row 2: the base must be one text; this file holds 2",
                          "row 4: no text was read from a file of this path",
                          "row 5: a second base; the first one counts", "row 6: a quote that is never closed"));
}

TEST_F(Tables, AManifestThatLeadsOutOfTheFolderReadsNothing) {
  folder_.write("secret.txt", "秘密");
  folder_.write("in/a.txt", "港口");
  folder_.write("in/manifest.csv", "path,outlet\n../secret.txt,x\n");
  const auto loaded = load({folder_.path("in")});
  ASSERT_EQ(loaded.documents.size(), 1u);
  EXPECT_EQ(loaded.documents[0].bytes, "港口");
}

TEST_F(Tables, AnotherFolderMayHoldAManifestAsATable) {
  folder_.write("in/a.txt", "港口");
  folder_.write("in/sub/manifest.csv", "text\n船舶\n");
  EXPECT_EQ(load({folder_.path("in")}).documents.size(), 2u);
}

TEST_F(Tables, TextsBehindTheLimitAreLeftOutAndTheFirstOfThemIsNamed) {
  folder_.write("in/a.txt", "港口");
  folder_.write("in/b.csv", "text\n船\n舶\n");
  folder_.write("in/c.txt", "码头");
  const auto loaded = load({folder_.path("in")}, {.max_documents = 2});
  EXPECT_EQ(loaded.documents.size(), 2u);
  ASSERT_EQ(loaded.diagnostics.size(), 1u);
  EXPECT_EQ(loaded.diagnostics[0].level, Diagnostic::Level::error);
  EXPECT_EQ(loaded.diagnostics[0].what.code, ErrorCode::over_limit);
  EXPECT_THAT(to_string(loaded.diagnostics[0].what), HasSubstr("in/b.csv: more than the limit of 2 texts"));
  EXPECT_THAT(load({folder_.path("in")}, {.max_documents = 4}).diagnostics, IsEmpty());
}

TEST_F(Tables, AFileThatIsAllBrokenCostsSomeLinesAndACount) {
  std::string rows = "text\n";
  for (int i = 0; i < 1000; ++i) rows += "\"x\"y\n";
  folder_.write("in/a.txt", "港口");
  folder_.write("in/b.csv", rows);
  const auto loaded = load({folder_.path("in")});
  ASSERT_EQ(loaded.diagnostics.size(), 51u);
  EXPECT_EQ(loaded.diagnostics[0].level, Diagnostic::Level::error);
  EXPECT_THAT(to_string(loaded.diagnostics[0].what), HasSubstr("b.csv: 950 more places like those that are listed"));
}

TEST_F(Tables, ReportsOfFormerRunsAreNoTexts) {
  folder_.write("in/a.txt", "港口");
  folder_.write("in/b.txt",
                "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta name=\"generator\" content=\"yiwen\">\n");
  folder_.write("in/c.csv",
                "\xEF\xBB\xBF"
                "finding,key,severity,type,kind,layer,cluster,part,reading,x\n");
  folder_.write("in/d.txt", "<!doctype html>\n<html><head><meta name=\"generator\" content=\"WordPress\">");
  folder_.write("in/e.md", "# 港口开工\n\n…\n\n由 yiwen 0.1.0 生成\n");
  folder_.write("in/f.md", "# 港口开工\n\n报告由 yiwen 0.1.0 生成，共三页。\n");
  const auto loaded = load({folder_.path("in")});
  ASSERT_EQ(loaded.documents.size(), 3u);
  EXPECT_EQ(loaded.documents[1].id, "d");
  EXPECT_EQ(loaded.documents[2].id, "f");
  EXPECT_EQ(loaded.diagnostics.size(), 3u);
}

}  // namespace
}  // namespace yiwen
