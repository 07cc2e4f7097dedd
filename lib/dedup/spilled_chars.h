// SPDX-License-Identifier: Apache-2.0
//
// Folded characters that lie in a file instead of in memory: the system brings in what is looked at and drops it again
// where memory is wanted. The file has no name, so nothing is left of it however the run ends.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "yiwen/result.h"

namespace yiwen {

class SpilledChars {
 public:
  // Fails (not_written) where `folder` takes no file.
  [[nodiscard]] static Result<std::unique_ptr<SpilledChars>> make(const std::string& folder);
  SpilledChars(const SpilledChars&) = delete;
  SpilledChars& operator=(const SpilledChars&) = delete;
  ~SpilledChars();

  // Where they begin, in characters; nothing where the disk does not take them. From any thread.
  [[nodiscard]] std::optional<std::uint64_t> put(std::u16string_view chars);
  // All that was put. REQUIRES: no put follows
  [[nodiscard]] const char16_t* map();

 private:
  SpilledChars() = default;

  int file_ = -1;
  std::mutex mutex_;
  std::uint64_t size_ = 0;  // characters
  void* memory_ = nullptr;
};

}  // namespace yiwen
