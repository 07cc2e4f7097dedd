// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <random>
#include <string>
#include <vector>

#include "load/file_kind.h"
#include "load/load.h"
#include "load/zip.h"
#include "unit/load/folder_for_test.h"
#include "unit/load/zip_for_test.h"

namespace yiwen {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> sources(const Loaded& loaded) {
  std::vector<std::string> out;
  for (const Document& document : loaded.documents) out.push_back(document.source);
  return out;
}

std::vector<std::string> told(const Loaded& loaded) {
  std::vector<std::string> out;
  for (const Diagnostic& diagnostic : loaded.diagnostics) out.push_back(to_string(diagnostic.what));
  return out;
}

Loaded load_archive(const std::string& bytes, const LoadOptions& options = {}) {
  const FolderForTest folder;
  folder.write("a.zip", bytes);
  folder.write("beside.txt", "旁边的文件");
  Loaded loaded = load({folder.path()}, options);
  EXPECT_THAT(sources(loaded), Contains("beside.txt"));  // whatever the archive is, the rest is read
  std::erase_if(loaded.documents, [](const Document& document) { return document.source == "beside.txt"; });
  return loaded;
}

TEST(FileKinds, BytesThatSayWhatTheyAreBeatTheName) {
  const std::string saved = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n";
  EXPECT_EQ(kind_of_file("a.mht", saved), FileKind::mhtml);
  EXPECT_EQ(kind_of_file("a.doc", saved), FileKind::mhtml);
  EXPECT_EQ(kind_of_file("a.mht", "<!DOCTYPE html><p>x"), FileKind::html);
  EXPECT_EQ(kind_of_file("a.txt", "A letter on MIME-Version: and multipart/related\n\n"), FileKind::text);
  EXPECT_EQ(kind_of_file("a.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), FileKind::doc);
  EXPECT_EQ(kind_of_file("a.doc", "<html>"), FileKind::html);
  EXPECT_EQ(kind_of_file("a.doc", "只是文字"), FileKind::text);
}

TEST(Archive, ItsFilesAreReadAsThoseOfAFolder) {
  const Loaded loaded = load_archive(zip_for_test({{"甲.txt", "甲"},
                                                   {"sub/乙.html", "<p>乙"},
                                                   {"sub/deep/丙.jsonl", "{\"id\":\"c\",\"text\":\"丙\"}\n"},
                                                   {"photo.jpg", "x"},
                                                   {"sub/.hidden.txt", "x"},
                                                   {"__MACOSX/甲.txt", "x"}}));
  EXPECT_THAT(sources(loaded), ElementsAre("a.zip/sub/deep/丙.jsonl:1", "a.zip/sub/乙.html", "a.zip/甲.txt"));
  EXPECT_EQ(loaded.documents[1].kind, DocumentKind::html);
  EXPECT_EQ(loaded.documents[2].id, "甲");
  EXPECT_THAT(told(loaded),
              Contains(AllOf(HasSubstr("a.zip/photo.jpg"), HasSubstr("a kind of file that is not read"))));
  EXPECT_THAT(told(loaded), Contains(AllOf(HasSubstr("a.zip/__MACOSX/甲.txt"), HasSubstr("hidden"))));
}

TEST(Archive, NamesLeadNowhere) {
  const Loaded loaded =
      load_archive(zip_for_test({{"../../etc/甲.txt", "甲"}, {"/abs/乙.txt", "乙"}, {"..\\win\\丙.txt", "丙"}}));
  EXPECT_THAT(sources(loaded), ElementsAre("a.zip/abs/乙.txt", "a.zip/etc/甲.txt", "a.zip/win/丙.txt"));
}

TEST(Archive, NamesInGbkAreRead) {
  std::string bytes = zip_for_test({{"AAAA.txt", "x"}});
  for (std::size_t at = 0; (at = bytes.find("AAAA", at)) != std::string::npos;)
    bytes.replace(at, 4, "\xB8\xE5\xBC\xFE");
  EXPECT_THAT(sources(load_archive(bytes)), ElementsAre("a.zip/稿件.txt"));
}

TEST(Archive, ABombEndsAtItsLimit) {
  const Loaded loaded = load_archive(zip_for_test({{"bomb.txt", std::string(50u << 20, 'a')}, {"甲.txt", "甲"}}));
  EXPECT_THAT(sources(loaded), ElementsAre("a.zip/甲.txt"));
  EXPECT_THAT(told(loaded), ElementsAre(AllOf(HasSubstr("a.zip/bomb.txt"), HasSubstr("more than 200 times its size"))));
}

TEST(Archive, AllItsFilesTogetherEndAtTheLimit) {
  std::mt19937 random(1);
  std::string noise(4000, 'a');
  for (char& c : noise) c = static_cast<char>('a' + random() % 26);
  const Loaded loaded =
      load_archive(zip_for_test({{"1.txt", noise}, {"2.txt", noise}, {"3.txt", noise}, {"4.txt", noise}}),
                   {.max_archive_bytes = 9000});
  EXPECT_THAT(sources(loaded), ElementsAre("a.zip/1.txt", "a.zip/2.txt"));
  EXPECT_THAT(told(loaded), ElementsAre(AllOf(HasSubstr("a.zip/3.txt"), HasSubstr("limit of 9000 bytes"))));
}

TEST(Archive, LooksAtNoMoreFilesThanTheLimit) {
  const Loaded loaded =
      load_archive(zip_for_test({{"1.txt", "一"}, {"2.txt", "二"}, {"3.txt", "三"}}), {.max_archive_entries = 2});
  EXPECT_THAT(sources(loaded), ElementsAre("a.zip/1.txt", "a.zip/2.txt"));
  EXPECT_THAT(told(loaded), ElementsAre(HasSubstr("3 files in the archive, more than the limit of 2")));
}

TEST(Archive, AnEncryptedFileIsNamed) {
  const Loaded loaded = load_archive(zip_for_test({{"secret.txt", "x"}}, "password"));
  EXPECT_TRUE(loaded.documents.empty());
  EXPECT_THAT(told(loaded), Contains(AllOf(HasSubstr("a.zip/secret.txt"), HasSubstr("is encrypted"))));
}

TEST(Archive, AnArchiveInAnArchiveIsLeftOut) {
  const Loaded loaded = load_archive(zip_for_test({{"in.zip", zip_for_test({{"甲.txt", "甲"}})}, {"乙.txt", "乙"}}));
  EXPECT_THAT(sources(loaded), ElementsAre("a.zip/乙.txt"));
  EXPECT_THAT(told(loaded), ElementsAre(AllOf(HasSubstr("a.zip/in.zip"), HasSubstr("an archive in an archive"))));
}

TEST(Archive, BreaksOffAnywhereWithoutHarm) {
  const std::string whole = zip_for_test({{"甲.txt", std::string(300, 'x')}, {"乙.txt", "乙"}});
  for (std::size_t size = 4; size < whole.size(); size += 7) {
    const Loaded loaded = load_archive(whole.substr(0, size));
    EXPECT_FALSE(loaded.diagnostics.empty()) << size;
  }
}

TEST(FileKind, IsToldByFirstBytesWhereTheyKnowBetter) {
  EXPECT_EQ(kind_of_file("a.txt", "%PDF-1.7"), FileKind::pdf);
  EXPECT_EQ(kind_of_file("a.html", "%PDF-1.7"), FileKind::pdf);
  EXPECT_EQ(kind_of_file("-", "\xEF\xBB\xBF\n<!-- saved from url=(0001)x -->\n<!DOCTYPE html><p>"), FileKind::html);
  EXPECT_EQ(kind_of_file("a.txt", "<HTML><body>"), FileKind::html);
  EXPECT_EQ(kind_of_file("a.txt", "<b>不是网页"), FileKind::text);
  EXPECT_EQ(kind_of_file("A.HTM", "正文"), FileKind::html);
  EXPECT_EQ(kind_of_file("a.txt", zip_for_test({{"word/document.xml", "<x/>"}})), FileKind::docx);
  EXPECT_EQ(kind_of_file("a.zip", zip_for_test({{"META-INF/manifest.xml", "<x/>"}, {"content.xml", "<x/>"}})),
            FileKind::odt);
  EXPECT_EQ(kind_of_file("a", zip_for_test({{"x", "y"}})), FileKind::zip);
}

}  // namespace
}  // namespace yiwen
