// SPDX-License-Identifier: Apache-2.0
#include "load/line_blocks.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <random>

#include "unit/load/folder_for_test.h"

namespace yiwen {
namespace {

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

class LineBlocksTest : public ::testing::Test {
 protected:
  std::string write(const std::string& bytes) { return folder_.write("lines", bytes); }

  // The blocks put together; an error as its reason.
  std::string read(const std::string& bytes, LineBlocks::Options options = {}) {
    auto blocks = LineBlocks::open(write(bytes), "file", options);
    if (!blocks) return "error: " + blocks.error().reason;
    std::string all;
    for (;;) {
      auto block = blocks.value().next();
      if (!block) return "error: " + block.error().reason;
      if (!block.value()) return all;
      EXPECT_EQ(block.value()->offset, all.size());
      EXPECT_FALSE(block.value()->bytes().empty());
      all += block.value()->bytes();
      if (all.size() < bytes.size() && !all.empty()) ends_.push_back(all.back());
    }
  }
  std::vector<char> ends_;

 private:
  FolderForTest folder_;
};

std::string made_lines(std::uint64_t seed, std::size_t count, std::size_t longest) {
  std::mt19937_64 random(seed);
  std::string lines;
  for (std::size_t i = 0; i < count; ++i)
    lines += std::string(random() % longest, static_cast<char>('a' + random() % 26)) + "\n";
  return lines;
}

TEST_F(LineBlocksTest, TogetherAreTheFileAndEachEndsBehindALine) {
  for (const std::size_t longest : {3U, 100U, 5000U}) {
    const std::string lines = made_lines(longest, 300, longest);
    EXPECT_EQ(read(lines, {.block_bytes = 1000, .longest_line = 10000}), lines);
    EXPECT_EQ(read(lines + "no line feed", {.block_bytes = 1000, .longest_line = 10000}), lines + "no line feed");
  }
  EXPECT_EQ(std::ranges::count(ends_, '\n'), static_cast<std::ptrdiff_t>(ends_.size()));
}

TEST_F(LineBlocksTest, PackedFilesGiveTheSame) {
  const std::string lines = made_lines(7, 5000, 200);
  EXPECT_EQ(read(gzip(lines), {.block_bytes = 4096, .longest_line = 10000}), lines);
  EXPECT_EQ(read(zstd(lines), {.block_bytes = 4096, .longest_line = 10000}), lines);
  EXPECT_EQ(read(gzip(lines) + gzip(lines)), lines + lines);
  EXPECT_EQ(read(zstd(lines) + zstd(lines)), lines + lines);
  EXPECT_EQ(read(""), "");
}

TEST_F(LineBlocksTest, DataThatBreaksOffIsDamaged) {
  const std::string lines = made_lines(8, 5000, 200);
  for (const std::string& packed : {gzip(lines), zstd(lines)}) {
    EXPECT_EQ(read(packed.substr(0, packed.size() - 3)), "error: ends in the middle of packed data");
  }
  std::string bad = gzip(lines);
  bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 0x55);
  EXPECT_TRUE(read(bad).starts_with("error: ")) << read(bad).substr(0, 40);
}

TEST_F(LineBlocksTest, ALineBeyondTheLimitIsAnError) {
  EXPECT_EQ(read(std::string(100000, 'x') + "\n", {.block_bytes = 1000, .longest_line = 10000}),
            "error: a line of more than 10000 bytes");
}

TEST_F(LineBlocksTest, PeekingTakesNothing) {
  const std::string lines = made_lines(9, 100, 50);
  auto blocks = LineBlocks::open(write(gzip(lines)), "file");
  ASSERT_TRUE(blocks.ok());
  EXPECT_EQ(blocks.value().peek().value(), lines.substr(0, 256));
  auto block = blocks.value().next();
  ASSERT_TRUE(block.ok() && block.value());
  EXPECT_EQ(block.value()->bytes(), lines);
}

}  // namespace
}  // namespace yiwen
