// SPDX-License-Identifier: Apache-2.0
#include "extract/pdf.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/read_document.h"

namespace yiwen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string bytes_of(const std::string& name) {
  std::ifstream file(std::filesystem::path(YIWEN_SOURCE_DIR) / "corpus/files/pdf" / name, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::vector<std::string> paragraphs_of(const MarkedText& text) {
  std::vector<std::string> out;
  for (const MarkedParagraph& p : text.paragraphs) {
    if (!p.kind || !is_noise(*p.kind)) out.push_back(text.text.substr(p.range.begin, p.range.size()));
  }
  return out;
}

// A column of lines of type of ten points, ten points wide each; "  " in front indents by two characters.
PrintedBlock column(double left, double top, const std::vector<std::string>& lines) {
  PrintedBlock block;
  for (std::string line : lines) {
    double indent = 0;
    while (line.starts_with(' ')) line.erase(0, 1), indent += 10;
    const double width = static_cast<double>(line.size()) / 3 * 10;  // ideographs take three bytes
    block.lines.push_back({line, left + indent, top, left + indent + width, top + 10});
    top += 14;
  }
  return block;
}

TEST(Print, JoinsLinesColumnsAndPages) {
  PrintedPage first{
      400, 600, {column(20, 100, {"  甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未申酉", "天地。", "  一二三四五六七八"})}};
  first.blocks.push_back(column(220, 100, {"春夏秋冬东南西北上下", "左右。", "  金木水火土日月星辰"}));
  PrintedPage second{400, 600, {column(20, 100, {"风雨雷电。", "  红橙黄绿青蓝紫黑。"})}};
  EXPECT_THAT(paragraphs_of(text_of_print({first, second})),
              ElementsAre("甲乙丙丁戊己庚辛子丑寅卯辰巳午未申酉天地。", "一二三四五六七八春夏秋冬东南西北上下左右。",
                          "金木水火土日月星辰风雨雷电。", "红橙黄绿青蓝紫黑。"));
}

TEST(Print, MarksRunningHeadsAndPageNumbers) {
  std::vector<PrintedPage> pages;
  for (const char* number : {"1", "2", "3"}) {
    PrintedPage page{400, 600, {}};
    page.blocks.push_back(column(20, 20, {"上河日报"}));
    page.blocks.push_back(column(20, 100, {"  甲乙丙丁戊己庚辛", "子丑寅卯。"}));
    PrintedBlock foot = column(200, 580, {"页"});
    foot.lines.front().text = number;
    page.blocks.push_back(foot);
    pages.push_back(page);
  }
  const MarkedText text = text_of_print(pages);
  EXPECT_THAT(paragraphs_of(text), testing::Each("甲乙丙丁戊己庚辛子丑寅卯。"));
  EXPECT_EQ(text.paragraphs.size(), 9u);
}

TEST(Print, PutsPartedWordsTogether) {
  PrintedBlock block;
  block.lines = {{"The committee said on Tues-", 20, 100, 200, 110},
                 {"day that it would appeal to the", 20, 114, 200, 124},
                 {"court.", 20, 128, 60, 138}};
  EXPECT_THAT(paragraphs_of(text_of_print({{400, 600, {block}}})),
              ElementsAre("The committee said on Tuesday that it would appeal to the court."));
}

TEST(Pdf, GivesColumnsInReadingOrderAndParagraphsWhole) {
  if (std::system("command -v pdftotext >/dev/null") != 0) GTEST_SKIP() << "pdftotext is not installed";
  const auto text = read_pdf(bytes_of("warehouse.pdf"));
  ASSERT_TRUE(text) << text.error().reason;
  std::string story;
  for (const std::string& paragraph : paragraphs_of(text.value())) story += paragraph + "\n";
  EXPECT_EQ(story, bytes_of("warehouse.txt"));
}

TEST(Pdf, ABrokenFileIsDamaged) {
  if (std::system("command -v pdftotext >/dev/null") != 0) GTEST_SKIP() << "pdftotext is not installed";
  const auto text = read_pdf("%PDF-1.4\nnothing behind it");
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::damaged);
  EXPECT_THAT(text.error().reason, HasSubstr("cannot read"));
}

}  // namespace
}  // namespace yiwen
