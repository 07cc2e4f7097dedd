// SPDX-License-Identifier: Apache-2.0
#include "dedup/run_file.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>

#include "dedup/work_folder.h"

namespace yiwen {
namespace {

namespace fs = std::filesystem;

class RunFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("run-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string place() const { return folder_ / "stage.run"; }
  [[nodiscard]] std::string bytes() const {
    std::ostringstream all;
    all << std::ifstream(place(), std::ios::binary).rdbuf();
    return all.str();
  }
  void put(const std::string& bytes) const { std::ofstream(place(), std::ios::binary) << bytes; }

  // Three sections: numbers, nothing, and a few bytes that fill no record.
  void write(std::string_view parameters) const {
    std::vector<std::uint64_t> numbers(100);
    std::iota(numbers.begin(), numbers.end(), 7U);
    const std::array<std::uint8_t, 5> odd{1, 2, 3, 4, 5};
    const std::array sections{as_section(std::span<const std::uint64_t>(numbers)), RunSection(),
                              as_section(std::span<const std::uint8_t>(odd))};
    ASSERT_FALSE(write_run(place(), parameters, sections));
  }

  fs::path folder_;
};

TEST_F(RunFiles, GiveBackWhatWasWritten) {
  write("stage 1\n");
  const auto run = RunFile::open(place(), "stage 1\n");
  ASSERT_TRUE(run) << to_string(run.error());
  const auto& sections = run.value().sections();
  ASSERT_EQ(sections.size(), 3U);
  const auto numbers = records_of<std::uint64_t>(sections[0]);
  ASSERT_EQ(numbers.size(), 100U);
  EXPECT_EQ(numbers[99], 106U);
  EXPECT_TRUE(sections[1].empty());
  EXPECT_EQ(sections[2], "\1\2\3\4\5");
  EXPECT_TRUE(records_of<std::uint64_t>(sections[2]).empty());  // no whole record
  EXPECT_FALSE(fs::exists(place() + ".part"));
}

TEST_F(RunFiles, OfOtherParametersAreNone) {
  write("stage 1\n");
  const auto run = RunFile::open(place(), "stage 2\n");
  ASSERT_FALSE(run);
  EXPECT_EQ(run.error().code, ErrorCode::not_found);
}

// Wherever it breaks: the sections are those that were written, or the file is refused with its name and the byte.
TEST_F(RunFiles, AreRefusedWhereverTheyBreak) {
  write("stage 1\n");
  const std::string whole = bytes();
  const auto read = RunFile::open(place(), "stage 1\n");
  ASSERT_TRUE(read);
  const std::vector<std::string> sections(read.value().sections().begin(), read.value().sections().end());
  std::size_t refused = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const bool cut : {false, true}) {
      std::string broken = cut ? whole.substr(0, at) : whole;
      if (!cut) broken[at] = static_cast<char>(broken[at] ^ 0x40);
      const auto read_again = parse_run(broken, "stage 1\n");
      if (read_again) {
        EXPECT_FALSE(cut) << at;
        EXPECT_TRUE(std::ranges::equal(read_again.value(), sections)) << at;
      } else {
        ++refused;
        EXPECT_EQ(read_again.error().code, ErrorCode::damaged) << at;
        EXPECT_LE(read_again.error().byte.value_or(whole.size() + 1), whole.size());
      }
    }
  }
  EXPECT_GT(refused, whole.size());
  put(whole + "x");
  const auto longer = RunFile::open(place(), "stage 1\n");
  ASSERT_FALSE(longer);
  EXPECT_EQ(longer.error().file, place());
}

TEST_F(RunFiles, ThatCannotBeWrittenLeaveTheOldOne) {
  write("stage 1\n");
  const std::string before = bytes();
  fs::create_directories(place() + ".part/in the way");
  const std::array<RunSection, 0> none{};
  const auto error = write_run(place(), "stage 2\n", none);
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::not_written);
  EXPECT_EQ(bytes(), before);
}

TEST_F(RunFiles, OneRunAtATimeWorksInAFolder) {
  auto first = WorkFolder::open(folder_ / "work");
  ASSERT_TRUE(first);
  const auto second = WorkFolder::open(folder_ / "work");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().reason, "another run works in this folder");
}

TEST_F(RunFiles, ADamagedStageIsSaidAndFoundAnew) {
  auto opened = WorkFolder::open(folder_);
  ASSERT_TRUE(opened);
  WorkFolder& work = opened.value();
  EXPECT_FALSE(work.find("stage", "stage 1\n"));
  EXPECT_TRUE(work.said().empty());
  write("stage 1\n");
  EXPECT_TRUE(work.find("stage", "stage 1\n"));
  put("yiwen");
  EXPECT_FALSE(work.find("stage", "stage 1\n"));
  ASSERT_EQ(work.said().size(), 1U);
  EXPECT_EQ(to_string(work.said()[0].what),
            place() + ": byte 5: the file ends in its head; what it held is found anew");
  work.drop("sta");
  EXPECT_FALSE(fs::exists(place()));
}

TEST_F(RunFiles, ATemporaryFolderIsGoneWithItsFiles) {
  std::string path;
  {
    auto work = WorkFolder::temporary();
    ASSERT_TRUE(work);
    path = work.value().path();
    EXPECT_TRUE(fs::exists(path));
  }
  EXPECT_FALSE(fs::exists(path));
}

}  // namespace
}  // namespace yiwen
