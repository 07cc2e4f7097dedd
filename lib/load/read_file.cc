// SPDX-License-Identifier: Apache-2.0
//
// POSIX calls instead of streams: a stream that stops at a read error looks like one that has come to its end.
#include "load/read_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace yiwen {

namespace {

constexpr std::size_t kPieceBytes = 1u << 18;  // read at once where the size is not known (pipes); any value does

std::string system_reason(int error_number) { return std::generic_category().message(error_number); }

Error over_limit(const std::string& shown, const std::string& size, std::uint64_t max_bytes) {
  return {ErrorCode::over_limit, shown, std::nullopt,
          fmt::format("{} bytes, more than the limit of {} bytes", size, max_bytes)};
}

Result<std::string> read_all(int file, const std::string& shown, std::uint64_t max_bytes) {
  struct stat what {};
  if (::fstat(file, &what) != 0) return Error{ErrorCode::unreadable, shown, std::nullopt, system_reason(errno)};
  if (S_ISDIR(what.st_mode)) return Error{ErrorCode::unsupported, shown, std::nullopt, "a folder where a file is due"};
  const std::uint64_t stated = S_ISREG(what.st_mode) ? static_cast<std::uint64_t>(std::max<off_t>(what.st_size, 0)) : 0;
  if (stated > max_bytes) return over_limit(shown, fmt::format("{}", stated), max_bytes);

  // The stated size is a hint only: files of /proc state 0, and a file may grow while it is read.
  std::string bytes;
  std::size_t read_so_far = 0;
  for (;;) {
    if (read_so_far == bytes.size()) {
      bytes.resize(read_so_far == 0 && stated > 0 ? static_cast<std::size_t>(stated) + 1
                                                  : read_so_far + std::max(kPieceBytes, read_so_far / 2));
    }
    const ssize_t count = ::read(file, bytes.data() + read_so_far, bytes.size() - read_so_far);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Error{ErrorCode::unreadable, shown, read_so_far, system_reason(errno)};
    if (count == 0) break;
    read_so_far += static_cast<std::size_t>(count);
    if (read_so_far > max_bytes) return over_limit(shown, fmt::format("at least {}", read_so_far), max_bytes);
  }
  if (read_so_far < stated) {
    return Error{ErrorCode::unreadable, shown, read_so_far, fmt::format("ends before its {} bytes are read", stated)};
  }
  bytes.resize(read_so_far);
  bytes.shrink_to_fit();
  return bytes;
}

}  // namespace

Result<std::string> read_file(const std::string& path, const std::string& shown, std::uint64_t max_bytes) {
  int file = -1;
  do file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  while (file < 0 && errno == EINTR);
  if (file < 0) {
    const ErrorCode code = errno == ENOENT || errno == ENOTDIR ? ErrorCode::not_found : ErrorCode::unreadable;
    return Error{code, shown, std::nullopt,
                 code == ErrorCode::not_found ? "no such file or folder" : system_reason(errno)};
  }
  auto bytes = read_all(file, shown, max_bytes);
  ::close(file);
  return bytes;
}

Result<std::string> read_standard_input(std::uint64_t max_bytes) { return read_all(STDIN_FILENO, "-", max_bytes); }

}  // namespace yiwen
