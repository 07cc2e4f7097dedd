// SPDX-License-Identifier: Apache-2.0
#include "dedup/spill_file.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <fstream>
#include <new>
#include <system_error>

namespace yiwen {
namespace {

// Range 1 to 20: a processor looks at a hundred megabytes of pages in five.
constexpr std::chrono::milliseconds kLookEvery{3};

// Bytes of files that are in the memory of this process; 0 where the system does not tell.
std::uint64_t mapped_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t size = 0;
  std::uint64_t resident = 0;
  std::uint64_t shared = 0;
  if (!(statm >> size >> resident >> shared)) return 0;
  return shared * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

Result<std::unique_ptr<SpillFile>> SpillFile::make(const std::string& folder) {
  std::unique_ptr<SpillFile> spilled(new SpillFile);
  std::string path = folder + "/spill-XXXXXX";
  spilled->file_ = ::mkstemp(path.data());
  if (spilled->file_ < 0) {
    return Error{ErrorCode::not_written, folder, {}, "takes no file: " + std::generic_category().message(errno)};
  }
  ::unlink(path.c_str());
  return spilled;
}

SpillFile::~SpillFile() {
  if (dropping_.joinable()) {
    {
      const std::lock_guard lock(ending_);
      ended_ = true;
    }
    ends_.notify_one();
    dropping_.join();
  }
  if (memory_ != nullptr) ::munmap(memory_, size_);
  if (file_ >= 0) ::close(file_);
}

std::optional<std::uint64_t> SpillFile::put(std::string_view bytes) {
  const std::uint64_t begin = size_.fetch_add(bytes.size());
  auto at = static_cast<off_t>(begin);
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(file_, bytes.data(), bytes.size(), at);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return std::nullopt;
    bytes.remove_prefix(static_cast<std::size_t>(written)), at += written;
  }
  return begin;
}

bool SpillFile::read(std::uint64_t begin, std::span<char> bytes) const {
  auto at = static_cast<off_t>(begin);
  while (!bytes.empty()) {
    const ssize_t got = ::pread(file_, bytes.data(), bytes.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(got)), at += got;
  }
  return true;
}

const char* SpillFile::map(std::uint64_t most_bytes) {
  if (memory_ == nullptr && size_ > 0) {
    memory_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file_, 0);
    if (memory_ == MAP_FAILED) memory_ = nullptr, throw std::bad_alloc();
    most_bytes_ = most_bytes;
    dropping_ = std::thread([this] { drop_pages(); });
  }
  return static_cast<const char*>(memory_);
}

void SpillFile::drop_pages() {
  std::unique_lock lock(ending_);
  while (!ends_.wait_for(lock, kLookEvery, [this] { return ended_; })) {
    if (mapped_bytes() > most_bytes_) ::madvise(memory_, size_, MADV_DONTNEED);
  }
}

}  // namespace yiwen
