// SPDX-License-Identifier: Apache-2.0
#include "load/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace yiwen {
namespace {

using ::testing::ElementsAre;

std::vector<std::vector<std::string>> fields(std::string_view text, CsvDialect dialect = {}) {
  std::vector<std::vector<std::string>> out;
  CsvReader reader(text, dialect);
  while (auto row = reader.next()) {
    out.push_back(row->fault ? std::vector{"fault: " + row->fault->reason} : std::move(row->fields));
  }
  return out;
}

TEST(Csv, PartsFieldsAndRows) {
  EXPECT_THAT(fields("a,b\r\n1,2\r\n"), ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2")));
  EXPECT_THAT(fields("a,b\n1,"), ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "")));
  EXPECT_THAT(fields("a\rb"), ElementsAre(ElementsAre("a"), ElementsAre("b")));
  EXPECT_THAT(fields(""), ElementsAre());
}

TEST(Csv, TakesQuotedFieldsAsOneWhateverTheyHold) {
  EXPECT_THAT(fields("\"港口，\"\"开工\"\"\r\n第二段,完\",b\nc"),
              ElementsAre(ElementsAre("港口，\"开工\"\r\n第二段,完", "b"), ElementsAre("c")));
  EXPECT_THAT(fields("\"\",\"\"\"\""), ElementsAre(ElementsAre("", "\"")));
}

TEST(Csv, TakesAQuoteInsideAPlainFieldForACharacter) {
  EXPECT_THAT(fields("他说\"好\",b"), ElementsAre(ElementsAre("他说\"好\"", "b")));
}

TEST(Csv, LosesOneLineToAFault) {
  EXPECT_THAT(
      fields("a\n\"b\"c,d\ne\n"),
      ElementsAre(ElementsAre("a"), ElementsAre("fault: text behind the closing quote of a field"), ElementsAre("e")));
  EXPECT_THAT(fields("a\n\"b\nc\nd\n"),
              ElementsAre(ElementsAre("a"), ElementsAre("fault: a quote that is never closed"), ElementsAre("c"),
                          ElementsAre("d")));
}

TEST(Csv, NamesThePlaceOfAFault) {
  CsvReader reader("ab\nx,\"y\"z\n");
  ASSERT_TRUE(reader.next());
  const auto row = reader.next();
  ASSERT_TRUE(row && row->fault);
  EXPECT_EQ(row->number, 2u);
  EXPECT_EQ(row->fault->at, 8u);
}

TEST(Csv, TellsTheSeparatorByTheFirstLine) {
  EXPECT_EQ(csv_dialect("a,b;c\n", false).separator, ',');
  EXPECT_EQ(csv_dialect("a;b\n1,5;2\n", false).separator, ';');
  EXPECT_EQ(csv_dialect("a\tb\n", false).separator, '\t');
  EXPECT_EQ(csv_dialect("a\n", false).separator, ',');
  EXPECT_EQ(csv_dialect("a,b\tc\n", true).separator, '\t');
}

TEST(Csv, TakesQuotesForCharactersBetweenTabsWhereTheyCloseNothing) {
  const std::string_view quoted = "a\tb\n\"x\ty\"\tz\n", bare = "a\tb\n\"法治\"是什么\tz\n";
  EXPECT_EQ(csv_dialect(quoted, true).quotes, Quotes::rfc4180);
  EXPECT_EQ(csv_dialect(bare, true).quotes, Quotes::none);
  EXPECT_THAT(fields(bare, csv_dialect(bare, true)),
              ElementsAre(ElementsAre("a", "b"), ElementsAre("\"法治\"是什么", "z")));
}

std::string pieces(std::mt19937& random, std::size_t most) {
  static const std::string kPieces[] = {"港", "口", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", " ", "a", "。"};
  std::string out;
  for (auto n = random() % (most + 1); n > 0; --n) out += kPieces[random() % std::size(kPieces)];
  return out;
}

std::string in_quotes(const std::string& field) {
  std::string out = "\"";
  for (const char c : field) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

TEST(Csv, ReadsBackWhatIsWrittenInQuotes) {
  std::mt19937 random(4180);
  for (int round = 0; round < 2000; ++round) {
    const CsvDialect dialect{",;\t"[random() % 3]};
    std::vector<std::vector<std::string>> table(1 + random() % 4);
    std::string text;
    for (auto& row : table) {
      for (auto n = 1 + random() % 4; n > 0; --n) row.push_back(pieces(random, 6));
      for (std::size_t i = 0; i < row.size(); ++i)
        text += (i > 0 ? std::string(1, dialect.separator) : "") + in_quotes(row[i]);
      text += random() % 2 == 0 ? "\r\n" : "\n";
    }
    ASSERT_EQ(fields(text, dialect), table) << text;
  }
}

TEST(Csv, MakesRowsOfTheWholeTextInOrder) {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = pieces(random, 40);
    CsvReader reader(text, {",;\t"[random() % 3], random() % 2 == 0 ? Quotes::rfc4180 : Quotes::none});
    std::size_t end = 0;
    std::uint32_t number = 0;
    while (const auto row = reader.next()) {
      ASSERT_EQ(row->begin, end) << text;
      ASSERT_GT(row->end, row->begin) << text;
      ASSERT_EQ(row->number, ++number) << text;
      ASSERT_TRUE(!row->fault || (row->fault->at >= row->begin && row->fault->at < row->end)) << text;
      end = row->end;
    }
    ASSERT_EQ(end, text.size()) << text;
  }
}

}  // namespace
}  // namespace yiwen
