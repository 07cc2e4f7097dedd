// SPDX-License-Identifier: Apache-2.0
#include "base/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

namespace yiwen {

namespace {

constexpr std::size_t kKeptError = 4096;  // bytes of what it complains of

// A descriptor that is closed when it is done with.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { reset(-1); }
  void reset(int fd) {
    if (fd_ >= 0) ::close(fd_);
    fd_ = fd;
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

Error refused(int error_number) {
  return {ErrorCode::unreadable, "", std::nullopt, std::generic_category().message(error_number)};
}

// The bytes as a file that has no name.
int file_of(std::string_view bytes) {
  const int fd = ::memfd_create("yiwen-input", MFD_CLOEXEC);
  while (fd >= 0 && !bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      ::close(fd);
      return -1;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (fd >= 0) ::lseek(fd, 0, SEEK_SET);
  return fd;
}

bool make_pipe(Descriptor& read_end, Descriptor& write_end) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  read_end.reset(ends[0]);
  write_end.reset(ends[1]);
  return true;
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

Result<ChildOutput> run_program(const std::string& program, const std::vector<std::string>& arguments,
                                std::string_view input, const ChildLimits& limits) {
  Descriptor in(file_of(input)), out_read, out_write, err_read, err_write;
  if (in.get() < 0 || !make_pipe(out_read, out_write) || !make_pipe(err_read, err_write)) return refused(errno);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.get(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out_write.get(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err_write.get(), STDERR_FILENO);
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  // What it prints must not depend on who runs it.
  std::string language = "LC_ALL=C.UTF-8";
  std::array<char*, 2> environment{language.data(), nullptr};
  pid_t child = 0;
  const int failure = ::posix_spawnp(&child, program.c_str(), &actions, nullptr, argv.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (failure == ENOENT) {
    return Error{ErrorCode::not_found, "", std::nullopt, fmt::format("the program {} is not installed", program)};
  }
  if (failure != 0) return refused(failure);
  // Set from outside, a moment after its start: what it reads by then is bounded by the size of the input.
  const rlimit memory{limits.memory_bytes, limits.memory_bytes}, none{0, 0};
  ::prlimit(child, RLIMIT_AS, &memory, nullptr);
  ::prlimit(child, RLIMIT_CORE, &none, nullptr);
  ::prlimit(child, RLIMIT_FSIZE, &none, nullptr);
  out_write.reset(-1);
  err_write.reset(-1);

  ChildOutput output;
  std::string over;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(limits.seconds);
  std::array<pollfd, 2> sources{pollfd{out_read.get(), POLLIN, 0}, pollfd{err_read.get(), POLLIN, 0}};
  std::string piece(1u << 16, '\0');
  while (over.empty() && (sources[0].fd >= 0 || sources[1].fd >= 0)) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    const int ready = left.count() > 0 ? ::poll(sources.data(), sources.size(), static_cast<int>(left.count()) + 1) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) {
      over = fmt::format("{} took more than the limit of {} s", program, limits.seconds);
      break;
    }
    for (pollfd& source : sources) {
      if (source.fd < 0 || source.revents == 0) continue;
      const ssize_t count = ::read(source.fd, piece.data(), piece.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) {
        source.fd = -1;
        continue;
      }
      const auto size = static_cast<std::size_t>(count);
      if (&source == &sources[1]) {
        output.err.append(piece, 0, std::min(size, kKeptError - std::min(kKeptError, output.err.size())));
        continue;
      }
      output.out.append(piece, 0, size);
      if (output.out.size() > limits.output_bytes) {
        over = fmt::format("{} printed more than the limit of {} bytes", program, limits.output_bytes);
      }
    }
  }
  if (!over.empty()) ::kill(child, SIGKILL);
  output.status = wait_for(child);
  if (!over.empty()) return Error{ErrorCode::over_limit, "", std::nullopt, over};
  return output;
}

}  // namespace yiwen
