// SPDX-License-Identifier: Apache-2.0
#include "load/load.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "unit/load/folder_for_test.h"

namespace yiwen {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> ids(const Loaded& loaded) {
  std::vector<std::string> out;
  for (const Document& document : loaded.documents) out.push_back(document.id);
  return out;
}

std::vector<std::string> sources(const Loaded& loaded) {
  std::vector<std::string> out;
  for (const Document& document : loaded.documents) out.push_back(document.source);
  return out;
}

// "level file reason", with the test's folder cut off.
std::vector<std::string> told(const Loaded& loaded, const FolderForTest& folder) {
  std::vector<std::string> out;
  for (const Diagnostic& diagnostic : loaded.diagnostics) {
    std::string line = to_string(diagnostic.what);
    for (auto at = line.find(folder.path()); at != std::string::npos; at = line.find(folder.path()))
      line.erase(at, folder.path().size());
    const char* level = diagnostic.level == Diagnostic::Level::note      ? "note "
                        : diagnostic.level == Diagnostic::Level::warning ? "warning "
                                                                         : "error ";
    out.push_back(level + line);
  }
  return out;
}

bool same(const Loaded& left, const Loaded& right) {
  return left.diagnostics == right.diagnostics &&
         std::equal(left.documents.begin(), left.documents.end(), right.documents.begin(), right.documents.end(),
                    [](const Document& a, const Document& b) {
                      return a.id == b.id && a.source == b.source && a.bytes == b.bytes && a.decoded == b.decoded &&
                             a.metadata == b.metadata;
                    });
}

TEST(Load, ReadsAFolderWithItsSubfolders) {
  const FolderForTest folder;
  folder.write("b.txt", "乙");
  folder.write("a.MD", "甲");
  folder.write("sub/deep/c.txt", "丙");
  folder.write("d.jsonl",
               "{\"id\": \"n1\", \"text\": \"丁\"}\n{\"id\": \"n2\", \"text\": \"戊\", \"outlet\": \"日报\"}\n");
  const Loaded loaded = load({folder.path()});
  EXPECT_THAT(sources(loaded), ElementsAre("a.MD", "b.txt", "c.txt", "d.jsonl:1", "d.jsonl:2"));
  EXPECT_THAT(ids(loaded), ElementsAre("a", "b", "c", "n1", "n2"));
  EXPECT_THAT(told(loaded, folder), IsEmpty());
  EXPECT_EQ(loaded.documents[1].bytes, "乙");
  EXPECT_FALSE(loaded.documents[1].decoded);
  EXPECT_TRUE(loaded.documents[4].decoded);
  EXPECT_EQ(loaded.documents[4].metadata.outlet, "日报");
}

TEST(Load, NotesWhatItLeavesOut) {
  const FolderForTest folder;
  folder.write("a.txt", "甲");
  folder.write(".hidden.txt", "x");
  folder.write(".git/a.txt", "x");
  folder.write("photo.jpg", "x");
  folder.write("README", "x");
  ::mkfifo(folder.path("pipe.txt").c_str(), 0600);
  EXPECT_THAT(told(load({folder.path()}), folder),
              ElementsAre("note /.git: left out: hidden", "note /.hidden.txt: left out: hidden",
                          "note /README: left out: a kind of file that is not read",
                          "note /photo.jpg: left out: a kind of file that is not read",
                          "note /pipe.txt: left out: not a regular file"));
}

TEST(Load, ReadsAFileThatIsGivenOutrightWhateverItsName) {
  const FolderForTest folder;
  const std::string strange = folder.write("a.html", "甲"), hidden = folder.write(".b.txt", "乙"),
                    bare = folder.write("README", "丙");
  const Loaded loaded = load({strange, hidden, bare});
  EXPECT_THAT(sources(loaded), ElementsAre(".b.txt", "README", "a.html"));
  EXPECT_THAT(ids(loaded), ElementsAre(".b", "README", "a"));
  EXPECT_THAT(told(loaded, folder), IsEmpty());
}

TEST(Load, ReadsAJsonArrayThatIsGivenOutrightAndLeavesItOutOfFolders) {
  const FolderForTest folder;
  const std::string articles = folder.write("a.JSON", R"([{"id": "x", "text": "甲"}, {"id": "x", "text": "乙"}])"),
                    text = folder.write("b.json", "丙");
  folder.write("c.txt", "丁");
  const Loaded loaded = load({articles, text});
  EXPECT_THAT(sources(loaded), ElementsAre("a.JSON:1", "a.JSON:2", "b.json"));
  EXPECT_THAT(ids(loaded), ElementsAre("x@a.JSON:1", "x@a.JSON:2", "b"));
  EXPECT_THAT(told(loaded, folder),
              ElementsAre(R"(note /a.JSON: article 1: the id "x" is not unique; it is called "x@a.JSON:1")",
                          R"(note /a.JSON: article 2: the id "x" is not unique; it is called "x@a.JSON:2")"));
  EXPECT_THAT(sources(load({folder.path()})), ElementsAre("c.txt"));
}

TEST(Load, DoesNotFollowLinksOutOfTheFolder) {
  const FolderForTest folder;
  folder.write("outside/secret.txt", "x");
  folder.write("in/a.txt", "甲");
  folder.write("in/.store/blob", "乙");
  fs::create_symlink(folder.path("outside/secret.txt"), folder.path("in/out.txt"));
  fs::create_symlink(folder.path("outside"), folder.path("in/outdir"));
  fs::create_symlink("..", folder.path("in/up"));
  fs::create_symlink(".", folder.path("in/ring"));
  fs::create_symlink("nowhere.txt", folder.path("in/dangling.txt"));
  fs::create_symlink(".store/blob", folder.path("in/inside.txt"));
  const Loaded loaded = load({folder.path("in")});
  EXPECT_THAT(sources(loaded), ElementsAre("a.txt", "inside.txt"));
  EXPECT_THAT(told(loaded, folder), ElementsAre("note /in/.store: left out: hidden",
                                                "note /in/dangling.txt: left out: a link that leads nowhere",
                                                "note /in/out.txt: left out: a link that leads out of the given folder",
                                                "note /in/outdir: left out: a link that leads out of the given folder",
                                                "note /in/ring: left out: a link to a folder",
                                                "note /in/up: left out: a link that leads out of the given folder"));
}

TEST(Load, AFolderBesideTheGivenOneIsOutsideThoughItsNameBeginsAlike) {
  const FolderForTest folder;
  folder.write("in-other/b.txt", "x");
  folder.write("in/a.txt", "甲");
  fs::create_symlink(folder.path("in-other/b.txt"), folder.path("in/b.txt"));
  EXPECT_THAT(sources(load({folder.path("in")})), ElementsAre("a.txt"));
}

TEST(Load, ReadsAFileOnceHoweverOftenItIsGiven) {
  const FolderForTest folder;
  const std::string a = folder.write("sub/a.txt", "甲");
  folder.write("b.txt", "乙");
  const Loaded loaded = load({a, folder.path(), a, folder.path("sub/../sub/a.txt")});
  EXPECT_THAT(sources(loaded), ElementsAre("a.txt", "b.txt"));
  EXPECT_THAT(told(loaded, folder), ElementsAre("note /sub/../sub/a.txt: is given more than once; it is read once"));
}

TEST(Load, DoesNotDependOnTheOrderOfThePaths) {
  const FolderForTest folder;
  std::vector<std::string> paths = {
      folder.write("x/a.txt", "一"),
      folder.write("y/a.txt", "二"),
      folder.path(),
      folder.path("missing.txt"),
      folder.write("n.jsonl", "{\"id\": \"a\", \"text\": \"三\"}\nbroken\n{\"id\": \"a\", \"text\": \"四\"}\n"),
      folder.path("missing.txt"),
      folder.path("x")};
  std::sort(paths.begin(), paths.end());
  const Loaded first = load(paths);
  EXPECT_THAT(sources(first), ElementsAre("n.jsonl:1", "n.jsonl:3", "x/a.txt", "y/a.txt"));
  while (std::next_permutation(paths.begin(), paths.end())) ASSERT_TRUE(same(load(paths), first));
}

TEST(Load, CallsFilesOfOneNameByTheirFolders) {
  const FolderForTest folder;
  folder.write("x/a.txt", "一");
  folder.write("y/a.txt", "二");
  folder.write("y/b.txt", "三");
  folder.write("y/b.md", "四");
  const Loaded loaded = load({folder.path()});
  EXPECT_THAT(sources(loaded), ElementsAre("b.md", "b.txt", "x/a.txt", "y/a.txt"));
  EXPECT_THAT(ids(loaded), ElementsAre("b.md", "b.txt", "x/a.txt", "y/a.txt"));
}

TEST(Load, MakesIdsOfLinesUniqueAndSaysSo) {
  const FolderForTest folder;
  folder.write("a.txt", "一");
  folder.write(
      "n.jsonl",
      "{\"id\": \"a\", \"text\": \"二\"}\n{\"id\": \"b\", \"text\": \"三\"}\n{\"id\": \"b\", \"text\": \"四\"}\n");
  folder.write("z.jsonl", "{\"id\": \"a.txt\", \"text\": \"五\"}\n");
  const Loaded loaded = load({folder.path()});
  EXPECT_THAT(sources(loaded), ElementsAre("a.txt", "n.jsonl:1", "n.jsonl:2", "n.jsonl:3", "z.jsonl:1"));
  EXPECT_THAT(ids(loaded), ElementsAre("a.txt", "a@n.jsonl:1", "b@n.jsonl:2", "b@n.jsonl:3", "a.txt~2"));
  EXPECT_THAT(told(loaded, folder),
              ElementsAre("note /n.jsonl: line 1: the id \"a\" is not unique; it is called \"a@n.jsonl:1\"",
                          "note /n.jsonl: line 2: the id \"b\" is not unique; it is called \"b@n.jsonl:2\"",
                          "note /n.jsonl: line 3: the id \"b\" is not unique; it is called \"b@n.jsonl:3\"",
                          "note /z.jsonl: line 1: the id \"a.txt\" is not unique; it is called \"a.txt~2\""));
}

TEST(Load, ShowsFileNamesAsUtf8) {
  const FolderForTest folder;
  folder.write("\xD2\xBB.txt", "甲");
  folder.write("\xFF\xBB.txt", "乙");
  const Loaded loaded = load({folder.path(), folder.path("\xFE\xFE.txt")});
  EXPECT_THAT(sources(loaded), ElementsAre("\xD2\xBB.txt", "\uFFFD\uFFFD.txt"));
}

TEST(Load, NamesWhatIsMissing) {
  const FolderForTest folder;
  const std::string file = folder.write("a.txt", "甲");
  const Loaded loaded = load({folder.path("no.txt"), "", file + "/b.txt", file});
  EXPECT_THAT(sources(loaded), ElementsAre("a.txt"));
  EXPECT_THAT(told(loaded, folder),
              ElementsAre("error no such file or folder", "error /a.txt/b.txt: no such file or folder",
                          "error /no.txt: no such file or folder"));
  for (const Diagnostic& diagnostic : loaded.diagnostics) EXPECT_EQ(diagnostic.what.code, ErrorCode::not_found);
}

TEST(Load, NamesAFolderWithoutTexts) {
  const FolderForTest folder;
  folder.write("in/sub/a.jpg", "x");
  const Loaded loaded = load({folder.path("in")});
  EXPECT_THAT(told(loaded, folder), ElementsAre("error /in: no file of a kind that is read in this folder (.txt, .md, .html, .mht, .docx, .doc, .odt, .pdf, .jsonl, .csv, .tsv, .zip)",
                                                "note /in/sub/a.jpg: left out: a kind of file that is not read"));
}

TEST(Load, NotesAnEmptyFile) {
  const FolderForTest folder;
  folder.write("a.txt", "");
  folder.write("b.txt", "乙");
  const Loaded loaded = load({folder.path()});
  EXPECT_THAT(ids(loaded), ElementsAre("b"));
  EXPECT_THAT(told(loaded, folder), ElementsAre("note /a.txt: empty"));
}

TEST(Load, DoesNotReadAFileOverTheLimit) {
  const FolderForTest folder;
  folder.write("exact.txt", std::string(100, 'x'));
  folder.write("more.txt", std::string(101, 'x'));
  const Loaded loaded = load({folder.path()}, {.max_file_bytes = 100});
  EXPECT_THAT(ids(loaded), ElementsAre("exact"));
  EXPECT_THAT(told(loaded, folder), ElementsAre("error /more.txt: 101 bytes, more than the limit of 100 bytes"));
  EXPECT_EQ(loaded.diagnostics[0].what.code, ErrorCode::over_limit);
}

TEST(Load, StopsAtTheLimitWhereTheSizeIsNotStated) {
  const Loaded loaded = load({"/dev/zero"}, {.max_file_bytes = 1000});
  EXPECT_THAT(ids(loaded), IsEmpty());
  ASSERT_EQ(loaded.diagnostics.size(), 1u);
  EXPECT_EQ(loaded.diagnostics[0].what.code, ErrorCode::over_limit);
}

TEST(Load, ReadsFilesThatStateNoSize) {
  const Loaded loaded = load({"/proc/self/status"});
  ASSERT_EQ(loaded.documents.size(), 1u);
  EXPECT_THAT(loaded.documents[0].bytes, HasSubstr("Name:"));
}

TEST(Load, ReportsAReadErrorInsteadOfAShorterText) {
  // Byte 0 of a process's memory is never mapped: opening succeeds, reading fails, also for root.
  const Loaded loaded = load({"/proc/self/mem"});
  EXPECT_THAT(ids(loaded), IsEmpty());
  ASSERT_EQ(loaded.diagnostics.size(), 1u);
  EXPECT_EQ(loaded.diagnostics[0].level, Diagnostic::Level::error);
  EXPECT_EQ(loaded.diagnostics[0].what.code, ErrorCode::unreadable);
  EXPECT_EQ(loaded.diagnostics[0].what.byte, 0u);
}

// Root may read everything: where the tests run as root, they become somebody else for as long as this lives.
class WithoutPrivileges {
 public:
  WithoutPrivileges() : saved_(::geteuid()) {
    constexpr uid_t kNobody = 65534;
    if (saved_ == 0 && ::seteuid(kNobody) != 0) saved_ = kNobody;
  }
  ~WithoutPrivileges() {
    if (saved_ == 0 && ::seteuid(0) != 0) std::abort();
  }
  WithoutPrivileges(const WithoutPrivileges&) = delete;
  WithoutPrivileges& operator=(const WithoutPrivileges&) = delete;

 private:
  uid_t saved_;
};

TEST(Load, ReportsWhatItHasNoPermissionToRead) {
  const FolderForTest folder;
  fs::permissions(folder.path(), fs::perms::all);
  fs::permissions(folder.write("a.txt", "甲"), fs::perms::none);
  folder.write("b.txt", "乙");
  folder.write("sub/c.txt", "丙");
  fs::permissions(folder.path("sub"), fs::perms::none);
  Loaded loaded;
  {
    const WithoutPrivileges nobody;
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything, and cannot become anybody else here";
    loaded = load({folder.path(), folder.path("sub/c.txt")});
  }
  fs::permissions(folder.path("sub"), fs::perms::owner_all);
  EXPECT_THAT(ids(loaded), ElementsAre("b"));
  EXPECT_THAT(told(loaded, folder), ElementsAre("error /a.txt: Permission denied", "error /sub: Permission denied",
                                                "error /sub/c.txt: Permission denied"));
  for (const Diagnostic& diagnostic : loaded.diagnostics) EXPECT_EQ(diagnostic.what.code, ErrorCode::unreadable);
}

TEST(Load, ReadsALineOf20Megabytes) {
  const FolderForTest folder;
  const std::string text(20'000'000, 'x');
  folder.write("a.txt", text);
  folder.write("b.jsonl", "{\"id\": \"long\", \"text\": \"" + text + "\"}");
  const Loaded loaded = load({folder.path()});
  ASSERT_EQ(loaded.documents.size(), 2u);
  EXPECT_TRUE(loaded.documents[0].bytes == text);
  EXPECT_TRUE(loaded.documents[1].bytes == text);
}

// Puts a file in the place of standard input for as long as it lives.
class StandardInput {
 public:
  explicit StandardInput(const std::string& path) : saved_(::dup(STDIN_FILENO)) {
    const int file = ::open(path.c_str(), O_RDONLY);
    ::dup2(file, STDIN_FILENO);
    ::close(file);
  }
  ~StandardInput() {
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;

 private:
  int saved_;
};

TEST(Load, ReadsStandardInputOnce) {
  const FolderForTest folder;
  const std::string text = folder.write("a.txt", "甲"), piped = folder.write("piped", "乙");
  const StandardInput input(piped);
  const Loaded loaded = load({"-", text, "-"});
  EXPECT_THAT(sources(loaded), ElementsAre("-", "a.txt"));
  EXPECT_THAT(ids(loaded), ElementsAre("stdin", "a"));
  EXPECT_EQ(loaded.documents[0].bytes, "乙");
  EXPECT_THAT(told(loaded, folder), ElementsAre("note -: standard input is given more than once; it is read once"));
}

TEST(Load, ReadsAPipeThatIsGivenAsAFile) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ASSERT_EQ(::write(ends[1], "abc", 3), 3);
  ::close(ends[1]);
  const Loaded loaded = load({"/dev/fd/" + std::to_string(ends[0])});
  ::close(ends[0]);
  ASSERT_EQ(loaded.documents.size(), 1u);
  EXPECT_EQ(loaded.documents[0].bytes, "abc");
}

TEST(Load, LoadsNothingFromNothing) {
  const Loaded loaded = load({});
  EXPECT_TRUE(loaded.documents.empty());
  EXPECT_TRUE(loaded.diagnostics.empty());
}

}  // namespace
}  // namespace yiwen
