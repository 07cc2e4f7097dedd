// SPDX-License-Identifier: Apache-2.0
//
// CSV, TEI, Markdown and the workbook of the sample report. What their readers make of them is tested from outside, in
// tests/cli/forms_test.py.
#include <gtest/gtest.h>

#include "report/escape.h"
#include "report/writers.h"
#include "unit/report/golden.h"
#include "unit/report/sample_report.h"

namespace yiwen {
namespace {

std::string csv_cell(std::string_view text) {
  std::string out;
  append_csv_cell(out, text);
  return out;
}
std::string xml(std::string_view text, XmlPosition position = XmlPosition::content) {
  std::string out;
  append_xml(out, text, position);
  return out;
}
std::string markdown(std::string_view text) {
  std::string out;
  append_markdown(out, text);
  return out;
}

// A report in which every string that a text or a list may have given is hostile.
Report hostile_report(const std::string& hostile) {
  Report report = sample_report();
  report.documents[0].text = hostile + report.documents[0].text;
  for (ReportDocument& document : report.documents) {
    document.id = document.source = document.stated.title = document.stated.url = document.stated.outlet = hostile;
  }
  report.findings[0].why = report.findings[0].readings[0].text = hostile;
  report.diagnostics[0].what.file = report.limits_hit[0] = hostile;
  return report;
}

TEST(Csv, IsTheGoldenTable) { expect_golden("sample.csv", to_csv(sample_report(), {.show_folded = true})); }
TEST(Tei, IsTheGoldenDocument) { expect_golden("sample.tei.xml", to_tei(sample_report())); }
TEST(Markdown, IsTheGoldenText) { expect_golden("sample.md", to_markdown(sample_report())); }

TEST(Csv, QuotesWhatRfc4180AsksFor) {
  EXPECT_EQ(csv_cell("法治"), "法治");
  EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_cell("say \"a\""), "\"say \"\"a\"\"\"");
  EXPECT_EQ(csv_cell("a\nb"), "\"a\nb\"");
}

TEST(Csv, PutsAnApostropheBeforeWhatASpreadsheetWouldRun) {
  for (const char* formula :
       {"=1+1", "+1", "-5.9%", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", " =1", "　=1", "'=1", "'"}) {
    EXPECT_EQ(csv_cell(formula), std::string("'") + formula);
  }
  EXPECT_EQ(csv_cell("\t=1"), "'\t=1");
  EXPECT_EQ(csv_cell("\n=1"), "\"'\n=1\"");
  EXPECT_EQ(csv_cell("\xE2\x80\xAE=1"), "〘U+202E〙=1");
  EXPECT_EQ(csv_cell("5-3"), "5-3");
}

TEST(Tei, ReadsBackAsTheSameText) {
  EXPECT_EQ(xml("a<b>&\"]]>"), "a&lt;b&gt;&amp;&quot;]]&gt;");
  EXPECT_EQ(xml("a\r\nb\tc"), "a&#xD;\nb\tc");
  EXPECT_EQ(xml("a\r\nb\tc", XmlPosition::attribute), "a&#xD;&#xA;b&#x9;c");
  EXPECT_EQ(xml("\xE2\x80\xAE"), "&#x202E;");
  EXPECT_EQ(xml("\x01"), "<g n=\"U+0001\"/>");
  EXPECT_EQ(xml("\xEF\xBF\xBF"), "<g n=\"U+FFFF\"/>");
  EXPECT_EQ(xml("\x01", XmlPosition::attribute), "\xEF\xBF\xBD");
  EXPECT_EQ(xml("\xFF"), "\xEF\xBF\xBD");
}

TEST(Tei, SaysWhatWasDecided) {
  Report report = sample_report();
  EXPECT_EQ(to_tei(report).find("<note type=\"decision\">"), std::string::npos);
  report.findings[2].ruling = Ruling::error;
  EXPECT_NE(to_tei(report).find("legal system</note><note type=\"decision\">error</note></app>"), std::string::npos);
}

TEST(Markdown, LeavesNoMarkup) {
  EXPECT_EQ(markdown("a|b"), "a\\|b");
  EXPECT_EQ(markdown("<b>&"), "&lt;b>&amp;");
  EXPECT_EQ(markdown("[x](y) ![z](w)"), "\\[x\\](y) !\\[z\\](w)");
  EXPECT_EQ(markdown("https://a www.b 1.5"), "https\\://a www\\.b 1.5");
  EXPECT_EQ(markdown("cannot be read: Big5, 12:30, a.txt"), "cannot be read: Big5, 12:30, a.txt");
  EXPECT_EQ(markdown("one\ntwo"), "one two");
}

TEST(Forms, StayWholeForEveryByteInEveryString) {
  for (int byte = 1; byte < 256; ++byte) {
    const Report report = hostile_report({'a', static_cast<char>(byte), 'z'});
    for (const std::string& form : {to_csv(report), to_tei(report), to_markdown(report)}) {
      std::size_t broken = 0;
      for (std::size_t at = 0; at < form.size();) {
        const std::size_t begin = at;
        const char32_t c = next_checked_code_point(form, at);
        broken += c == 0xFFFD && form.compare(begin, 3, "\xEF\xBF\xBD") != 0;
        broken += c < 0x20 && c != '\n' && c != '\r' && c != '\t';
      }
      EXPECT_EQ(broken, 0U) << byte;
    }
  }
}

TEST(Forms, WriteAReportWithoutDocuments) {
  EXPECT_EQ(to_csv(Report{}).find("\r\n"), to_csv(Report{}).size() - 2);
  EXPECT_NE(to_tei(Report{}).find("<p>No text was read.</p>"), std::string::npos);
  EXPECT_NE(to_markdown(Report{}).find("No text was read"), std::string::npos);
  EXPECT_TRUE(to_xlsx(Report{}));
}

TEST(Xlsx, IsAZipArchiveWithTheSameBytesEveryTime) {
  const Result<std::string> first = to_xlsx(sample_report()), second = to_xlsx(sample_report());
  ASSERT_TRUE(first);
  ASSERT_TRUE(second);
  EXPECT_EQ(first.value().substr(0, 4), "PK\x03\x04");
  EXPECT_EQ(first.value(), second.value());
}

TEST(Xlsx, TakesAPlaceThatIsLongerThanACellMayBe) {
  Report report = sample_report();
  std::string words;
  for (int i = 0; i < 40'000; ++i) words += "字";
  const auto begin = report.documents[0].length;
  report.documents[0].text += words;
  report.documents[0].length += 40'000;
  report.findings[0].readings[0] = {words, {{0, {begin, begin + 40'000}}}};
  EXPECT_TRUE(to_xlsx(report));
}

}  // namespace
}  // namespace yiwen
