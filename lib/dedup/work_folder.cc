// SPDX-License-Identifier: Apache-2.0
#include "dedup/work_folder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace yiwen {
namespace {

Error not_written(const std::string& path, const std::string& reason) {
  return {ErrorCode::not_written, path, {}, reason};
}

}  // namespace

Result<WorkFolder> WorkFolder::open(const std::string& path) {
  std::error_code failure;
  std::filesystem::create_directories(path, failure);
  WorkFolder folder;
  folder.path_ = path;
  // The lock goes with the process, however it ends.
  const std::string lock = path + "/lock";
  folder.lock_ = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (folder.lock_ < 0) return not_written(path, "cannot be worked in: " + std::generic_category().message(errno));
  if (::flock(folder.lock_, LOCK_EX | LOCK_NB) != 0) return not_written(path, "another run works in this folder");
  return folder;
}

Result<WorkFolder> WorkFolder::temporary() {
  std::error_code failure;
  std::string path = (std::filesystem::temp_directory_path(failure) / "yiwen-XXXXXX").string();
  if (::mkdtemp(path.data()) == nullptr) {
    return not_written(path, "no folder for temporary files: " + std::generic_category().message(errno));
  }
  auto folder = open(path);
  if (folder) folder.value().temporary_ = true;
  return folder;
}

WorkFolder::WorkFolder(WorkFolder&& other) noexcept
    : path_(std::move(other.path_)),
      lock_(std::exchange(other.lock_, -1)),
      temporary_(std::exchange(other.temporary_, false)),
      said_(std::move(other.said_)) {}

WorkFolder::~WorkFolder() {
  if (lock_ >= 0) ::close(lock_);
  std::error_code ignored;
  if (temporary_) std::filesystem::remove_all(path_, ignored);
}

std::optional<RunFile> WorkFolder::find(const std::string& name, std::string_view parameters) {
  auto run = RunFile::open(file_of(name), parameters);
  if (run) return std::move(run).value();
  if (run.error().code != ErrorCode::not_found) {
    said_.push_back({Diagnostic::Level::warning, run.error()});
    said_.back().what.reason += "; what it held is found anew";
  }
  return std::nullopt;
}

std::optional<Error> WorkFolder::keep(const std::string& name, std::string_view parameters,
                                      std::span<const RunSection> sections) {
  return write_run(file_of(name), parameters, sections);
}

void WorkFolder::drop(std::string_view prefix) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(path_, ignored)) {
    if (entry.path().filename().string().starts_with(prefix)) ::unlink(entry.path().c_str());
  }
}

}  // namespace yiwen
