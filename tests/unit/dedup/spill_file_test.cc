// SPDX-License-Identifier: Apache-2.0
#include "dedup/spill_file.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "base/parallel.h"

namespace yiwen {
namespace {

std::string temporary_folder() { return std::filesystem::temp_directory_path().string(); }

TEST(SpillFile, GivesBackWhatSeveralThreadsPut) {
  auto made = SpillFile::make(temporary_folder());
  ASSERT_TRUE(made);
  SpillFile& file = *made.value();
  std::vector<std::uint64_t> begins(500);
  const auto piece = [](std::size_t i) { return std::string(1 + i * 37 % 9000, static_cast<char>('a' + i % 26)); };
  parallel_for(begins.size(), 3, [&](std::size_t i) { begins[i] = file.put(piece(i)).value(); });
  // Far fewer pages than are looked at, so that they are dropped meanwhile.
  const char* const all = file.map(1);
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < begins.size(); ++i) {
      const std::string expected = piece(i);
      std::string read(expected.size(), '\0');
      ASSERT_TRUE(file.read(begins[i], read));
      EXPECT_EQ(read, expected);
      EXPECT_EQ(std::string_view(all + begins[i], expected.size()), expected);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  std::string beyond(8, '\0');
  EXPECT_FALSE(file.read(std::uint64_t{1} << 40, beyond));
}

TEST(SpillFile, SaysWhichFolderTakesNone) {
  const auto made = SpillFile::make("/nonexistent/folder");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::not_written);
  EXPECT_EQ(made.error().file, "/nonexistent/folder");
}

}  // namespace
}  // namespace yiwen
