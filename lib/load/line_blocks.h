// SPDX-License-Identifier: Apache-2.0
//
// A large file of lines, in blocks of whole lines, so that it need not be in memory at once and so that several threads
// can read it. What gzip or zstd has packed is unpacked on the way; that it is packed is told by its first bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/result.h"

namespace yiwen {

struct LineBlock {
  std::vector<char> storage;  // the bytes, and room behind them that a parser may look at
  std::size_t size = 0;       // of the bytes
  std::uint64_t offset = 0;   // of the first byte in the unpacked file

  [[nodiscard]] std::string_view bytes() const { return {storage.data(), size}; }
};

// Bytes behind a block that belong to its storage; they are zero.
inline constexpr std::size_t kBlockPadding = 64;

class LineBlocks {
 public:
  struct Options {
    std::size_t block_bytes = std::size_t{2} << 20;     // about; a block ends behind a line
    std::size_t longest_line = std::size_t{256} << 20;  // longer lines are an error
  };

  // `path`: a file, or "-" for standard input. Errors bear `shown` as their file.
  [[nodiscard]] static Result<LineBlocks> open(const std::string& path, const std::string& shown, Options options);
  [[nodiscard]] static Result<LineBlocks> open(const std::string& path, const std::string& shown) {
    return open(path, shown, Options{});
  }

  LineBlocks(LineBlocks&&) noexcept;
  LineBlocks& operator=(LineBlocks&&) noexcept;
  ~LineBlocks();

  // The next lines, the last of them perhaps without a line feed; nothing behind the end. Fails (unreadable, damaged,
  // over_limit); what was given before stands.
  [[nodiscard]] Result<std::optional<LineBlock>> next();
  // The first bytes of the unpacked file, a few hundred at most, without taking them.
  [[nodiscard]] Result<std::string> peek();

 private:
  class State;
  explicit LineBlocks(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace yiwen
