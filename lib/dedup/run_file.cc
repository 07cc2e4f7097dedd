// SPDX-License-Identifier: Apache-2.0
#include "dedup/run_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/hash.h"

namespace yiwen {
namespace {

static_assert(std::endian::native == std::endian::little, "run files are written as they lie in memory");

constexpr std::string_view kMagic("yiwen run 1\n\0\0\0\0", 16);

// Behind the magic: how long the head is, and what hashes to what.
struct Head {
  std::uint64_t parameters = 0;  // bytes
  std::uint64_t sections = 0;
  std::uint64_t hash = 0;  // of the parameters and the table
  std::uint64_t unused = 0;
};
struct Entry {
  std::uint64_t size = 0;  // bytes
  std::uint64_t hash = 0;
};
constexpr std::size_t kMagicBytes = kMagic.size();
constexpr std::uint64_t kMostSections = 1024;

constexpr std::uint64_t padded(std::uint64_t size) {
  return (size + kRunAlignment - 1) / kRunAlignment * kRunAlignment;
}

template <class T>
T read_at(std::string_view bytes, std::uint64_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

Error damaged(std::uint64_t byte, std::string reason) { return {ErrorCode::damaged, {}, byte, std::move(reason)}; }

Error not_written(const std::string& path) {
  return {ErrorCode::not_written, path, {}, "cannot be written: " + std::generic_category().message(errno)};
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<std::vector<RunSection>> parse_run(std::string_view bytes, std::string_view parameters) {
  constexpr std::uint64_t kFirst = kMagicBytes + sizeof(Head);
  if (bytes.size() < kFirst) return damaged(bytes.size(), "the file ends in its head");
  if (bytes.substr(0, kMagicBytes) != kMagic) return damaged(0, "no run file");
  const auto head = read_at<Head>(bytes, kMagicBytes);
  const std::uint64_t room = bytes.size() - kFirst;
  if (head.sections > kMostSections || head.parameters > room ||
      padded(head.parameters) + head.sections * sizeof(Entry) > room) {
    return damaged(kMagicBytes, "the file ends in its head");
  }
  const std::uint64_t table = kFirst + padded(head.parameters);
  std::uint64_t at = table + head.sections * sizeof(Entry);
  if (hash64(bytes.substr(kFirst, at - kFirst)) != head.hash)
    return damaged(kFirst, "the checksum of the head is wrong");
  if (bytes.substr(kFirst, head.parameters) != parameters)
    return Error{ErrorCode::not_found, {}, {}, "was made under other parameters"};
  std::vector<RunSection> sections;
  for (std::uint64_t s = 0; s < head.sections; ++s) {
    const auto entry = read_at<Entry>(bytes, table + s * sizeof(Entry));
    if (entry.size > bytes.size() - at) return damaged(at, "the file ends in a section");
    const RunSection section = bytes.substr(at, entry.size);
    if (hash64(section) != entry.hash) return damaged(at, "the checksum of a section is wrong");
    sections.push_back(section);
    if (padded(entry.size) > bytes.size() - at) return damaged(at, "the file ends in a section");
    at += padded(entry.size);
  }
  if (at != bytes.size()) return damaged(at, "something follows the last section");
  return sections;
}

Result<RunFile> RunFile::open(const std::string& path, std::string_view parameters) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return Error{errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable,
                 path,
                 {},
                 std::generic_category().message(errno)};
  }
  struct stat status {};
  const bool known = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = known ? static_cast<std::size_t>(status.st_size) : 0;
  void* const memory = size == 0 ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (memory == MAP_FAILED) return Error{ErrorCode::damaged, path, 0, "the file is empty or cannot be mapped"};
  RunFile run;
  run.size_ = size;
  run.mapping_ = std::shared_ptr<const void>(memory, [size](const void* at) { ::munmap(const_cast<void*>(at), size); });
  auto sections = parse_run({static_cast<const char*>(memory), size}, parameters);
  if (!sections) {
    Error error = sections.error();
    error.file = path;
    return error;
  }
  run.sections_ = std::move(sections).value();
  return run;
}

void RunFile::leave() const { ::madvise(const_cast<void*>(mapping_.get()), size_, MADV_DONTNEED); }

std::optional<Error> write_run(const std::string& path, std::string_view parameters,
                               std::span<const RunSection> sections) {
  std::string head(parameters);
  head.resize(padded(head.size()));
  for (const RunSection section : sections) {
    const Entry entry{section.size(), hash64(section)};
    head.append(reinterpret_cast<const char*>(&entry), sizeof entry);
  }
  const Head first{parameters.size(), sections.size(), hash64(head), 0};
  head.insert(0, reinterpret_cast<const char*>(&first), sizeof first);
  head.insert(0, kMagic);

  const std::string part = path + ".part";
  const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (file < 0) return not_written(path);
  bool fine = write_all(file, head);
  constexpr std::string_view kPadding("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", kRunAlignment - 1);
  for (const RunSection section : sections) {
    fine = fine && write_all(file, section) &&
           write_all(file, kPadding.substr(0, padded(section.size()) - section.size()));
  }
  fine = fine && ::fsync(file) == 0;
  std::optional<Error> error;
  if (!fine) error = not_written(path);
  ::close(file);
  if (!error && ::rename(part.c_str(), path.c_str()) != 0) error = not_written(path);
  if (error) ::unlink(part.c_str());
  return error;
}

}  // namespace yiwen
