// SPDX-License-Identifier: Apache-2.0
#include "load/jsonl.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "base/utf8_check.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Jsonl, ReadsADocumentALine) {
  const auto read = read_jsonl(
      "{\"id\": \"n1\", \"text\": \"依法\\u6cbb国\", \"title\": \"要闻\", \"outlet\": \"日报\", \"date\": "
      "\"2024-05-01\", "
      "\"url\": \"https://example.org/1\", \"tags\": [1, 2]}\r\n\n"
      "{\"text\": \"二\", \"id\": 17, \"title\": null}",
      "in/a.jsonl");
  EXPECT_TRUE(read.diagnostics.empty());
  ASSERT_EQ(read.documents.size(), 2u);
  EXPECT_EQ(read.documents[0].id, "n1");
  EXPECT_EQ(read.documents[0].bytes, "依法治国");
  EXPECT_TRUE(read.documents[0].decoded);
  EXPECT_EQ(read.documents[0].metadata, (Metadata{"要闻", "日报", "2024-05-01", "https://example.org/1"}));
  EXPECT_EQ(read.documents[1].id, "17");
  EXPECT_EQ(read.documents[1].source, "3");  // the empty line counts
}

TEST(Jsonl, NamesLineAndByteOfWhatIsBroken) {
  struct Case {
    const char* line;
    std::uint64_t byte;  // of the line
    const char* reason;
  };
  const Case cases[] = {
      {R"({"id": "x", "text": })", 20, "not valid JSON"},
      {R"({"id": "x", "text": "y"} ])", 25, "not valid JSON"},
      {R"({"id": "x", "text": "y")", 23, "not valid JSON"},
      {"{\"id\": \"x\", \"text\": \"\xFF\"}", 21, "not valid UTF-8"},
      {R"(["id", "text"])", 0, "not a JSON object"},
      {R"("text")", 0, "not a JSON object"},
      {R"({"text": "y"})", 0, "\"id\""},
      {R"({"id": "", "text": "y"})", 0, "\"id\""},
      {R"({"id": 1.5, "text": "y"})", 0, "\"id\""},
      {R"({"id": "x"})", 0, "\"text\""},
      {R"({"id": "x", "text": 5})", 0, "\"text\""},
      {R"({"id": "x", "text": "a\qb"})", 23, "not valid JSON"},
  };
  const std::string good = "{\"id\": \"good\", \"text\": \"文\"}\n";
  for (const Case& the : cases) {
    const auto read = read_jsonl(good + the.line + "\n" + good, "in/a.jsonl");
    EXPECT_EQ(read.documents.size(), 2u) << the.line;
    ASSERT_EQ(read.diagnostics.size(), 1u) << the.line;
    const Error& what = read.diagnostics[0].what;
    EXPECT_EQ(read.diagnostics[0].level, Diagnostic::Level::error);
    EXPECT_EQ(what.code, ErrorCode::damaged);
    EXPECT_EQ(what.file, "in/a.jsonl");
    EXPECT_EQ(what.byte, good.size() + the.byte) << the.line;
    EXPECT_THAT(what.reason, HasSubstr("line 2: ")) << the.line;
    EXPECT_THAT(what.reason, HasSubstr(the.reason)) << the.line;
  }
}

TEST(Jsonl, LeavesOutMetadataThatIsNoString) {
  const auto read = read_jsonl(R"({"id": "x", "text": "y", "date": 20240501})", "a.jsonl");
  ASSERT_EQ(read.documents.size(), 1u);
  EXPECT_EQ(read.documents[0].metadata.date, "");
  ASSERT_EQ(read.diagnostics.size(), 1u);
  EXPECT_EQ(read.diagnostics[0].level, Diagnostic::Level::warning);
  EXPECT_THAT(read.diagnostics[0].what.reason, HasSubstr("date"));
}

TEST(Jsonl, NotesAnEmptyText) {
  const auto read = read_jsonl(R"({"id": "x", "text": ""})", "a.jsonl");
  EXPECT_TRUE(read.documents.empty());
  ASSERT_EQ(read.diagnostics.size(), 1u);
  EXPECT_EQ(read.diagnostics[0].level, Diagnostic::Level::note);
  EXPECT_EQ(to_string(read.diagnostics[0].what), "a.jsonl: byte 0: line 1: empty");
}

TEST(Jsonl, SkipsAByteOrderMark) {
  const auto read = read_jsonl("\xEF\xBB\xBF{\"id\": \"x\", \"text\": \"y\"}", "a.jsonl");
  EXPECT_EQ(read.documents.size(), 1u);
  EXPECT_TRUE(read.diagnostics.empty());
}

TEST(Jsonl, SaysOnceThatItDoesNotReadUtf16) {
  for (const std::string& bytes :
       {std::string("\xFF\xFE{\0\n\0}\0", 8), std::string("{\0\n\0}\0", 6), std::string("\0{\0\n\0}", 6)}) {
    const auto read = read_jsonl(bytes, "a.jsonl");
    EXPECT_TRUE(read.documents.empty());
    ASSERT_EQ(read.diagnostics.size(), 1u);
    EXPECT_THAT(read.diagnostics[0].what.reason, HasSubstr("UTF-8"));
  }
}

TEST(Jsonl, KeepsNulOutOfNames) {
  const auto read = read_jsonl(R"({"id": "a\u0000b", "text": "y", "title": "\u0000"})", "a.jsonl");
  ASSERT_EQ(read.documents.size(), 1u);
  EXPECT_EQ(read.documents[0].id, "a\uFFFDb");
  EXPECT_EQ(read.documents[0].metadata.title, "\uFFFD");
}

TEST(Jsonl, OneBrokenLineNeverTakesAnotherWithIt) {
  // Whatever happens to one line, the others are read and the broken one is either read or reported.
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string line = R"({"id": "mid", "text": "a\n法\"b", "date": "x", "n": [1, {"k": null}]})";
    for (std::size_t hits = 1 + random() % 4; hits > 0; --hits) {
      char byte = static_cast<char>(random() & 0xFF);
      if (byte == '\n') byte = ' ';
      line[random() % line.size()] = byte;
    }
    const auto read =
        read_jsonl("{\"id\":\"1\",\"text\":\"a\"}\n" + line + "\n{\"id\":\"3\",\"text\":\"c\"}\n", "a.jsonl");
    ASSERT_GE(read.documents.size(), 2u) << line;
    EXPECT_EQ(read.documents.front().id, "1");
    EXPECT_EQ(read.documents.back().id, "3");
    EXPECT_TRUE(read.documents.size() == 3 || !read.diagnostics.empty()) << line;
    for (const Document& document : read.documents) {
      EXPECT_EQ(first_ill_formed(document.id), document.id.size());
      EXPECT_EQ(first_ill_formed(document.bytes), document.bytes.size());
    }
  }
}

TEST(Json, ReadsTheArticlesOfAnArrayAsThoseOfLines) {
  const std::string first = R"({"id": "n1", "text": "依法治国", "title": "要闻", "tags": [1, 2]})",
                    second = R"({"text": "二", "id": 17, "outlet": "日报", "date": 5})";
  const auto lines = read_jsonl(first + "\n" + second, "a");
  for (const std::string& bytes :
       {"[" + first + "," + second + "]", "\xEF\xBB\xBF \n[\n  " + first + ",\n\n  " + second + "\n]\n",
        first + "\n" + second}) {
    const auto read = read_json(bytes, "a");
    ASSERT_EQ(read.documents.size(), 2u) << bytes;
    for (std::size_t k = 0; k < 2; ++k) {
      EXPECT_EQ(read.documents[k].id, lines.documents[k].id);
      EXPECT_EQ(read.documents[k].source, lines.documents[k].source);
      EXPECT_EQ(read.documents[k].bytes, lines.documents[k].bytes);
      EXPECT_EQ(read.documents[k].metadata, lines.documents[k].metadata);
      EXPECT_TRUE(read.documents[k].decoded);
    }
    ASSERT_EQ(read.diagnostics.size(), 1u) << bytes;
    EXPECT_THAT(read.diagnostics[0].what.reason, HasSubstr("2: field \"date\" is not a string"));
  }
}

TEST(Json, ReadsOneObjectAsOneArticle) {
  const auto read = read_json("{\n  \"id\": \"x\",\n  \"text\": \"y\"\n}\n", "a.json");
  EXPECT_TRUE(read.diagnostics.empty());
  ASSERT_EQ(read.documents.size(), 1u);
  EXPECT_EQ(read.documents[0].source, "1");
}

TEST(Json, NamesTheArticleThatDoesNotFitAndReadsTheOthers) {
  const auto read = read_json(
      R"([{"id": "x", "text": "甲,]"}, 5, {"text": "[乙"}, {"id": "y" "text": "}"}, {"id": "z", "text": "丙\""},])",
      "a.json");
  ASSERT_EQ(read.documents.size(), 2u);
  EXPECT_EQ(read.documents[1].source, "5");
  EXPECT_EQ(read.documents[1].bytes, "丙\"");
  std::vector<std::string> said;
  for (const auto& diagnostic : read.diagnostics) said.push_back(to_string(diagnostic.what));
  EXPECT_THAT(said,
              ElementsAre("a.json: byte 31: article 2: not a JSON object",
                          "a.json: byte 34: article 3: no field \"id\" that is a string or a whole number",
                          "a.json: byte 68: article 4: not valid JSON", "a.json: byte 106: article 6: not valid JSON"));
}

TEST(Json, ReadsWhatStandsBeforeTheEndOfAnArrayThatBreaksOff) {
  for (const char* broken :
       {R"([{"id": "x", "text": "y"}, {"id)", R"([{"id": "x", "text": "y"})", R"([{"id": "x", "text": "y"}] 5)"}) {
    const auto read = read_json(broken, "a.json");
    EXPECT_EQ(read.documents.size(), 1u) << broken;
    ASSERT_GE(read.diagnostics.size(), 1u) << broken;
    EXPECT_THAT(to_string(read.diagnostics.back().what), HasSubstr("not valid JSON"));
  }
  EXPECT_TRUE(read_json("[ ]", "a.json").diagnostics.empty());
  EXPECT_EQ(read_json(std::string(5000, '['), "a.json").documents.size(), 0u);
}

TEST(Json, NamesTheByteAtWhichAnObjectIsBroken) {
  const auto read = read_json("{\"id\": \"x\",\n \"text\": }", "a.json");
  ASSERT_EQ(read.diagnostics.size(), 1u);
  EXPECT_EQ(to_string(read.diagnostics[0].what), "a.json: byte 21: article 1: not valid JSON");
}

TEST(Json, ANumberOfManyDigitsInAnotherFieldIsLeftAlone) {
  const std::string object = R"({"id": "x", "text": "y", "n": 12345678901234567890123})";
  for (const auto& read : {read_jsonl(object, "a"), read_json(object, "a"), read_json("[" + object + "]", "a")}) {
    EXPECT_EQ(read.documents.size(), 1u);
    EXPECT_TRUE(read.diagnostics.empty());
  }
}

}  // namespace
}  // namespace yiwen
