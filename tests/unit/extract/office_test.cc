// SPDX-License-Identifier: Apache-2.0
#include "extract/office.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "extract/read_document.h"
#include "unit/load/zip_for_test.h"

namespace yiwen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string bytes_of(const std::string& name) {
  std::ifstream file(std::filesystem::path(YIWEN_SOURCE_DIR) / "corpus/files/office" / name, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

Result<ReadDocument> read(const std::string& bytes, DocumentKind kind) {
  Document document;
  document.source = "market";
  document.bytes = bytes;
  document.kind = kind;
  return read_document(document);
}

TEST(Office, GivesParagraphsHeadingsTablesFootnotesAndChangesAsAccepted) {
  for (const auto& [name, kind] :
       {std::pair("market.docx", DocumentKind::docx), std::pair("market.odt", DocumentKind::odt)}) {
    const auto document = read(bytes_of(name), kind);
    ASSERT_TRUE(document) << to_string(document.error());
    EXPECT_EQ(document.value().decoded.text, bytes_of("market.txt")) << name;
    EXPECT_EQ(document.value().stated.title, "早市稿");
    EXPECT_EQ(document.value().stated.author, "唐小满");
    EXPECT_THAT(document.value().stated.date, testing::StartsWith("2026-08-15T06:00:00"));
    ASSERT_EQ(document.value().notes.size(), 1u);
    EXPECT_THAT(document.value().notes.front().what.reason, HasSubstr("tracked changes, taken as accepted"));
    std::vector<BlockKind> kinds;
    for (const Block& block : document.value().article.blocks) kinds.push_back(block.kind);
    EXPECT_THAT(kinds, ElementsAre(BlockKind::title, BlockKind::byline, BlockKind::body, BlockKind::heading,
                                   BlockKind::body, BlockKind::body, BlockKind::body, BlockKind::body, BlockKind::body))
        << name;
  }
}

TEST(Office, SaysWhatIsWrongWithAFile) {
  const auto reason = [](const std::string& bytes, DocumentKind kind) {
    const auto document = read(bytes, kind);
    EXPECT_FALSE(document);
    EXPECT_EQ(document.error().file, "market");
    return document.error().reason;
  };
  EXPECT_THAT(reason("no archive at all", DocumentKind::docx), HasSubstr("not a whole archive"));
  EXPECT_THAT(reason(bytes_of("market.odt"), DocumentKind::docx), HasSubstr("has no word/document.xml"));
  EXPECT_THAT(reason(bytes_of("market.docx"), DocumentKind::odt), HasSubstr("has no content.xml"));
}

TEST(Office, GivesWhatThePropertiesStateAsText) {
  const auto document = read(zip_for_test({{"word/document.xml", "<w:document><w:body/></w:document>"},
                                           {"docProps/core.xml", "<x><dc:title>\xFF\xE9题</dc:title></x>"}}),
                             DocumentKind::docx);
  ASSERT_TRUE(document);
  EXPECT_EQ(document.value().stated.title, "\uFFFD\uFFFD题");
}

TEST(Office, BreaksOffAnywhereWithoutHarm) {
  for (const auto& [name, kind] :
       {std::pair("market.docx", DocumentKind::docx), std::pair("market.odt", DocumentKind::odt)}) {
    const std::string whole = bytes_of(name);
    for (std::size_t size = 0; size < whole.size(); size += 13) EXPECT_FALSE(read(whole.substr(0, size), kind));
    for (std::size_t at = 0; at < whole.size(); at += 5) {  // damage: whatever comes out, nothing breaks
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
      (void)read(damaged, kind);
    }
  }
}

}  // namespace
}  // namespace yiwen
