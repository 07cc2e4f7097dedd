// SPDX-License-Identifier: Apache-2.0
#include "dedup/spilled_chars.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <new>
#include <system_error>

namespace yiwen {

Result<std::unique_ptr<SpilledChars>> SpilledChars::make(const std::string& folder) {
  std::unique_ptr<SpilledChars> spilled(new SpilledChars);
  std::string path = folder + "/chars-XXXXXX";
  spilled->file_ = ::mkstemp(path.data());
  if (spilled->file_ < 0) {
    return Error{ErrorCode::not_written, folder, {}, "takes no file: " + std::generic_category().message(errno)};
  }
  ::unlink(path.c_str());
  return spilled;
}

SpilledChars::~SpilledChars() {
  if (memory_ != nullptr) ::munmap(memory_, size_ * sizeof(char16_t));
  if (file_ >= 0) ::close(file_);
}

std::optional<std::uint64_t> SpilledChars::put(std::u16string_view chars) {
  const std::lock_guard lock(mutex_);
  const auto* bytes = reinterpret_cast<const char*>(chars.data());
  std::uint64_t left = chars.size() * sizeof(char16_t);
  auto at = static_cast<off_t>(size_ * sizeof(char16_t));
  while (left > 0) {
    const ssize_t written = ::pwrite(file_, bytes, left, at);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return std::nullopt;
    bytes += written, at += written, left -= static_cast<std::uint64_t>(written);
  }
  const std::uint64_t begin = size_;
  size_ += chars.size();
  return begin;
}

const char16_t* SpilledChars::map() {
  if (memory_ == nullptr && size_ > 0) {
    memory_ = ::mmap(nullptr, size_ * sizeof(char16_t), PROT_READ, MAP_SHARED, file_, 0);
    if (memory_ == MAP_FAILED) memory_ = nullptr, throw std::bad_alloc();
  }
  return static_cast<const char16_t*>(memory_);
}

}  // namespace yiwen
