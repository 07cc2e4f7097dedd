// SPDX-License-Identifier: Apache-2.0
//
// The pages in corpus/files/pages against the text that was copied from them by hand.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"
#include "extract/read_document.h"

namespace yiwen {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

struct Expected {
  std::map<std::string, std::string> fields;  // title, date, outlet, byline, editor
  std::string text;
};

// "title: ..." and so on, a blank line, the paragraphs.
Expected expected_of(const fs::path& path) {
  Expected out;
  std::istringstream lines(bytes_of(path));
  for (std::string line; std::getline(lines, line) && !line.empty();) {
    const std::size_t colon = line.find(": ");
    out.fields[line.substr(0, colon)] = line.substr(colon + 2);
  }
  out.text.assign(std::istreambuf_iterator<char>(lines), {});
  return out;
}

ReadDocument read(const std::string& html) {
  Document document;
  document.source = "page.html";
  document.bytes = html;
  document.kind = DocumentKind::html;
  auto read = read_document(document);
  EXPECT_TRUE(read) << to_string(read.error());
  return std::move(read).value();
}

std::string slice(const ReadDocument& page, std::optional<TextRange<SourceText>> range) {
  return range ? page.decoded.text.substr(range->begin, range->size()) : "";
}

std::string story_of(const ReadDocument& page) {
  std::string story;
  for (const Block& block : page.article.blocks) {
    if (block.kind == BlockKind::body || block.kind == BlockKind::heading) story += slice(page, block.range) + "\n";
  }
  return story;
}

std::u32string without_space(const std::string& text) {
  std::u32string chars = to_utf32(text);
  std::erase_if(chars, is_space);
  return chars;
}

// Share of characters that both have in the same order.
double character_f1(const std::string& left, const std::string& right) {
  const std::u32string a = without_space(left), b = without_space(right);
  std::vector<std::size_t> row(b.size() + 1), above;
  for (const char32_t c : a) {
    above = row;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = c == b[j - 1] ? above[j - 1] + 1 : std::max(above[j], row[j - 1]);
    }
  }
  return a.empty() && b.empty() ? 1.0
                                : 2.0 * static_cast<double>(row.back()) / static_cast<double>(a.size() + b.size());
}

std::vector<fs::path> pages() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(YIWEN_SOURCE_DIR) / "corpus/files/pages")) {
    if (entry.path().extension() == ".html") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(HtmlPages, GiveTheStoryThatWasCopiedFromThemByHand) {
  ASSERT_GE(pages().size(), 12u);
  for (const fs::path& path : pages()) {
    const Expected expected = expected_of(fs::path(path).replace_extension(".txt"));
    const ReadDocument page = read(bytes_of(path));
    EXPECT_GE(character_f1(story_of(page), expected.text), 0.97) << path.filename() << "\n" << story_of(page);
  }
}

TEST(HtmlPages, GiveTheirTitleAndDate) {
  for (const fs::path& path : pages()) {
    const Expected expected = expected_of(fs::path(path).replace_extension(".txt"));
    const ReadDocument page = read(bytes_of(path));
    EXPECT_EQ(slice(page, page.article.title), expected.fields.at("title")) << path.filename();
    EXPECT_EQ(page.stated.title, expected.fields.at("title")) << path.filename();
    EXPECT_EQ(slice(page, page.article.date), expected.fields.at("date")) << path.filename();
  }
}

TEST(HtmlPages, GiveOutletAuthorAndEditorWhereTheyNameThem) {
  std::size_t named = 0, found = 0;
  std::string missing;
  for (const fs::path& path : pages()) {
    const Expected expected = expected_of(fs::path(path).replace_extension(".txt"));
    const ReadDocument page = read(bytes_of(path));
    const std::map<std::string, std::string> got = {{"outlet", slice(page, page.article.outlet)},
                                                    {"byline", slice(page, page.article.byline)},
                                                    {"editor", slice(page, page.article.editor)}};
    for (const auto& [field, value] : got) {
      if (!expected.fields.contains(field)) continue;
      ++named;
      if (value == expected.fields.at(field)) {
        ++found;
      } else {
        missing += path.filename().string() + " " + field + ": " + value + "\n";
      }
    }
  }
  EXPECT_GE(static_cast<double>(found), 0.85 * static_cast<double>(named)) << missing;
}

TEST(HtmlPages, GiveNoWordOfTheScriptsAndHiddenBoxes) {
  for (const fs::path& path : pages()) {
    const ReadDocument page = read(bytes_of(path));
    for (const char* word : {"function", "document.write", "样式里的文字", "写在脚本里", "百家乐", "功能介绍", "<p>"}) {
      EXPECT_EQ(page.decoded.text.find(word), std::string::npos) << path.filename() << ": " << word;
    }
  }
}

TEST(HtmlPages, MapEveryOffsetIntoTheFileInOrder) {
  for (const fs::path& path : pages()) {
    const std::string bytes = bytes_of(path);
    const ReadDocument page = read(bytes);
    const auto& [text, encoding, confidence, faults, text_at, byte_at] = page.decoded;
    ASSERT_EQ(text_at.size(), byte_at.size());
    EXPECT_EQ(text_at.front(), 0u);
    EXPECT_TRUE(std::is_sorted(text_at.begin(), text_at.end())) << path.filename();
    EXPECT_TRUE(std::is_sorted(byte_at.begin(), byte_at.end())) << path.filename();
    EXPECT_LE(byte_at.back(), bytes.size());
  }
}

}  // namespace
}  // namespace yiwen
