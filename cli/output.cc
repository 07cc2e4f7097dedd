// SPDX-License-Identifier: Apache-2.0
//
// Whole or not at all. A file is written under a temporary name in its own folder, because a rename is atomic only
// within one file system, and takes its name when all files of the run are complete:
//
//   out/.index.html.4711    written      out/index.html    renamed
//   out/.report.json.4711   written      out/report.json   renamed
//
// A disk that runs full, or an interrupt, happens before the first rename: what stood there before still stands there.
// Each file is synced before it is renamed and its folder after, so that a power cut finds the old file or the new one,
// never an empty one under the new name. Between two renames lies a moment in which a kill -9 leaves the new page
// beside the old report.json; each of the two is whole. A killed run may leave files behind that begin with a dot: the
// next run reads none of them, and writes over those of its own number.
#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>
#include <utility>

#include "cli/exit_status.h"
#include "report/escape.h"

namespace yiwen::cli {
namespace {

namespace fs = std::filesystem;

// Holds back the signals by which people and batch systems stop a program.
class InterruptsWait {
 public:
  InterruptsWait() {
    sigset_t waiting;
    sigemptyset(&waiting);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&waiting, signal);
    pthread_sigmask(SIG_BLOCK, &waiting, &before_);
  }
  ~InterruptsWait() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  InterruptsWait(const InterruptsWait&) = delete;
  InterruptsWait& operator=(const InterruptsWait&) = delete;

 private:
  sigset_t before_{};
};

// 0, or the errno of the write that failed.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// 0, or the errno of a disk that did not take the bytes. What cannot be synced at all is none of our business.
int sync(int descriptor) {
  while (::fsync(descriptor) != 0) {
    if (errno == EINTR) continue;
    return errno == EINVAL || errno == ENOTSUP || errno == ENOSYS ? 0 : errno;
  }
  return 0;
}

// Hidden, of this process, and no longer than a name may be: of a long one the begin goes. `nth` tells apart files of
// this run whose names end alike.
std::string temporary_name(const std::string& name, std::size_t nth) {
  constexpr std::size_t kMaxName = 255;  // bytes, on every file system of Linux
  const std::string end = "." + std::to_string(nth) + "." + std::to_string(::getpid());
  const std::size_t room = kMaxName - 1 - end.size();
  return "." + (name.size() > room ? name.substr(name.size() - room) : name) + end;
}

Error not_written(const fs::path& path, int reason) {
  return {.code = ErrorCode::not_written,
          .file = path.string(),
          .byte = {},
          .reason = "cannot be written: " + std::generic_category().message(reason)};
}

// Where the bytes go in the end: through symbolic links, so that a link stays a link.
fs::path final_place(const fs::path& path) {
  std::error_code error;
  const auto place = fs::weakly_canonical(path, error);
  return error ? path : place;
}

bool is_special(const fs::path& place) {
  std::error_code error;
  const auto status = fs::status(place, error);
  return !error && fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

// The files and folders that this run has made; those that are not kept are removed again.
class Unfinished {
 public:
  ~Unfinished() {
    std::error_code ignored;
    for (const auto& file : files_) fs::remove(file.temporary, ignored);
    for (auto folder = folders_.rbegin(); folder != folders_.rend(); ++folder) fs::remove(*folder, ignored);
  }

  std::optional<Error> make_folders(const fs::path& folder) {
    std::vector<fs::path> missing;
    std::error_code error;
    for (fs::path at = folder; !at.empty() && !fs::exists(at, error); at = at.parent_path()) missing.push_back(at);
    for (auto next = missing.rbegin(); next != missing.rend(); ++next) {
      if (::mkdir(next->c_str(), 0777) == 0) {
        folders_.push_back(*next);
      } else if (errno != EEXIST) {
        return not_written(*next, errno);
      }
    }
    if (!folder.empty() && !fs::is_directory(folder, error)) return not_written(folder, ENOTDIR);
    return std::nullopt;
  }

  std::optional<Error> write(const OutputFile& file, const fs::path& place) {
    int descriptor = -1;
    if (auto error = open(file.path, place, descriptor)) return error;
    int failure = write_all(descriptor, file.bytes);
    if (failure == 0) failure = sync(descriptor);
    if (::close(descriptor) != 0 && failure == 0) failure = errno;
    if (failure != 0) return not_written(file.path, failure);
    return std::nullopt;
  }

  // Opens a new file that is to stand at `place`.
  std::optional<Error> open(const fs::path& path, const fs::path& place, int& descriptor) {
    std::error_code ignored;
    if (fs::is_directory(place, ignored)) return not_written(path, EISDIR);
    const auto temporary = place.parent_path() / temporary_name(place.filename().string(), files_.size());
    fs::remove(temporary, ignored);  // left by a killed run whose process number came round again
    descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return not_written(path, errno);
    files_.push_back({temporary, place});
    return std::nullopt;
  }

  std::optional<Error> give_names() {
    for (auto& file : files_) {
      if (::rename(file.temporary.c_str(), file.place.c_str()) != 0) return not_written(file.place, errno);
    }
    // The names are given; a folder that will not be synced (some network file systems) is no reason to fail.
    for (const auto& file : files_) {
      const int folder = ::open(file.place.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      if (folder < 0) continue;
      static_cast<void>(sync(folder));
      ::close(folder);
    }
    files_.clear();
    folders_.clear();
    return std::nullopt;
  }

 private:
  struct File {
    fs::path temporary;
    fs::path place;
  };
  std::vector<File> files_;
  std::vector<fs::path> folders_;
};

}  // namespace

int print(std::string_view text) {
  const int failure = write_all(STDOUT_FILENO, text);
  if (failure == 0 || failure == EPIPE) return kFine;
  return complain(not_written("standard output", failure));
}

void complain(std::string_view text) { static_cast<void>(write_all(STDERR_FILENO, text)); }

int complain(const Error& error) {
  complain("yiwen: " + terminal_safe(to_string(error)) + "\n");
  return kTrouble;
}

void complain(const std::vector<Diagnostic>& diagnostics, Loudness loudness) {
  for (const auto& diagnostic : diagnostics) {
    const bool is_error = diagnostic.level == Diagnostic::Level::error;
    const bool is_warning = diagnostic.level == Diagnostic::Level::warning;
    if (is_error || (is_warning && loudness == Loudness::warnings_too)) complain(diagnostic.what);
  }
}

std::optional<Error> write_files(const std::vector<OutputFile>& files) {
  const InterruptsWait wait;
  Unfinished unfinished;
  for (const auto& file : files) {
    const auto place = final_place(file.path);
    if (is_special(place)) continue;
    if (auto error = unfinished.make_folders(place.parent_path())) return error;
    if (auto error = unfinished.write(file, place)) return error;
  }
  if (auto error = unfinished.give_names()) return error;
  for (const auto& file : files) {
    if (!is_special(file.path)) continue;
    const int descriptor = ::open(file.path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return not_written(file.path, errno);
    const int failure = write_all(descriptor, file.bytes);
    ::close(descriptor);
    if (failure != 0 && failure != EPIPE) return not_written(file.path, failure);
  }
  return std::nullopt;
}

struct PiecewiseOutput::State {
  InterruptsWait wait;
  Unfinished unfinished;
  int descriptor = -1;
  bool broken_pipe = false;

  ~State() {
    if (descriptor >= 0 && descriptor != STDOUT_FILENO) ::close(descriptor);
  }
  std::optional<Error> open(const fs::path& path) {
    if (path.empty()) {
      descriptor = STDOUT_FILENO;
      return std::nullopt;
    }
    const auto place = final_place(path);
    if (is_special(place)) {
      descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
      return descriptor < 0 ? std::optional(not_written(path, errno)) : std::nullopt;
    }
    if (auto error = unfinished.make_folders(place.parent_path())) return error;
    return unfinished.open(path, place, descriptor);
  }
};

PiecewiseOutput::PiecewiseOutput(fs::path path) : path_(std::move(path)) {}
PiecewiseOutput::~PiecewiseOutput() = default;

std::optional<Error> PiecewiseOutput::write(std::string_view bytes) {
  if (!state_) {
    state_ = std::make_unique<State>();
    if (auto error = state_->open(path_)) return error;
  }
  if (state_->broken_pipe) return std::nullopt;
  const int failure = write_all(state_->descriptor, bytes);
  state_->broken_pipe = failure == EPIPE;
  if (failure == 0 || failure == EPIPE) return std::nullopt;
  return not_written(path_.empty() ? fs::path("standard output") : path_, failure);
}

std::optional<Error> PiecewiseOutput::finish() {
  if (auto error = write({})) return error;
  if (state_->descriptor == STDOUT_FILENO) return state_->unfinished.give_names();
  if (const int failure = sync(state_->descriptor); failure != 0) return not_written(path_, failure);
  if (::close(std::exchange(state_->descriptor, -1)) != 0) {
    return not_written(path_, errno);
  }
  return state_->unfinished.give_names();
}

}  // namespace yiwen::cli
