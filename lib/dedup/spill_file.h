// SPDX-License-Identifier: Apache-2.0
//
// What does not fit into memory lies in a file instead: written in pieces from any thread, and read again or looked at
// where it lies. The file has no name, so nothing is left of it however the run ends.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>

#include "yiwen/result.h"

namespace yiwen {

class SpillFile {
 public:
  // Fails (not_written) where `folder` takes no file.
  [[nodiscard]] static Result<std::unique_ptr<SpillFile>> make(const std::string& folder);
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;
  ~SpillFile();

  // Where they begin, in bytes; nothing where the disk does not take them. From any thread.
  [[nodiscard]] std::optional<std::uint64_t> put(std::string_view bytes);
  // Those at `begin`; false where they cannot be read. From any thread.
  [[nodiscard]] bool read(std::uint64_t begin, std::span<char> bytes) const;

  // All that was put, as memory: the system brings in what is looked at and drops it again where memory is wanted. What
  // is looked at counts as memory of the process, so beyond `most_bytes` in pages of files all of it is dropped; it
  // comes in again when it is looked at. The bound is passed for some milliseconds where much is looked at at once.
  // REQUIRES: no put follows
  [[nodiscard]] const char* map(std::uint64_t most_bytes);

 private:
  SpillFile() = default;
  void drop_pages();

  int file_ = -1;
  std::atomic<std::uint64_t> size_ = 0;
  void* memory_ = nullptr;
  std::uint64_t most_bytes_ = 0;
  std::mutex ending_;
  std::condition_variable ends_;
  bool ended_ = false;
  std::thread dropping_;
};

}  // namespace yiwen
