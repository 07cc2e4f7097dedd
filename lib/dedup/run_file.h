// SPDX-License-Identifier: Apache-2.0
//
// What a stage found, as a file: arrays of fixed-size records, checksummed, with the parameters under which they were
// found. docs/formats/run-files.md writes the form down.
//
// Laws: a file stands under its name whole or not at all; what is read is what was written, byte for byte, or an error;
// a file of other parameters is no file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "yiwen/result.h"

namespace yiwen {

// Bytes that a file or a reader holds; they lie at multiples of kRunAlignment.
using RunSection = std::string_view;
inline constexpr std::size_t kRunAlignment = 16;

// The array as a section. It must outlive the section.
template <class T>
[[nodiscard]] RunSection as_section(std::span<const T> records) {
  static_assert(std::has_unique_object_representations_v<T>, "no byte of a record may be padding");
  return {reinterpret_cast<const char*>(records.data()), records.size_bytes()};
}

// The section as an array; empty where it is no whole number of records. REQUIRES: it was read from a run
template <class T>
[[nodiscard]] std::span<const T> records_of(RunSection section) {
  static_assert(std::has_unique_object_representations_v<T> && alignof(T) <= kRunAlignment);
  if (section.size() % sizeof(T) != 0) return {};
  return {reinterpret_cast<const T*>(section.data()), section.size() / sizeof(T)};
}

// The sections that `bytes` hold. Fails: not_found where they were found under other parameters, damaged with the byte
// where the file is not what it claims to be. REQUIRES: bytes lie at a multiple of kRunAlignment
[[nodiscard]] Result<std::vector<RunSection>> parse_run(std::string_view bytes, std::string_view parameters);

// A file that is mapped while this lives.
class RunFile {
 public:
  // Fails as parse_run does; not_found where there is no file. Reads all of it once.
  [[nodiscard]] static Result<RunFile> open(const std::string& path, std::string_view parameters);

  [[nodiscard]] const std::vector<RunSection>& sections() const { return sections_; }
  // Its pages leave the memory of the process until they are looked at again.
  void leave() const;

 private:
  std::shared_ptr<const void> mapping_;
  std::size_t size_ = 0;
  std::vector<RunSection> sections_;
};

// Writes beside the place, syncs, and renames. `parameters`: text. Fails: not_written
[[nodiscard]] std::optional<Error> write_run(const std::string& path, std::string_view parameters,
                                             std::span<const RunSection> sections);

}  // namespace yiwen
