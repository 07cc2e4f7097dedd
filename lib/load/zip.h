// SPDX-License-Identifier: Apache-2.0
//
// The files inside of an archive in memory: of a .zip, a .docx, an .odt.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "yiwen/result.h"

namespace yiwen {

// Data that came from more than this many times less is made to fill a disk or a memory, once it is larger than
// kSmallEntry. Text comes to 30 at most, the method itself to 1032. Range 50..500.
inline constexpr std::uint64_t kLargestRatio = 200;
inline constexpr std::uint64_t kSmallEntry = 1u << 20;

class Zip {
 public:
  // Fails (damaged) where the bytes are no archive. The error names no file. The bytes must outlive the archive.
  [[nodiscard]] static Result<Zip> open(std::string_view bytes);

  [[nodiscard]] std::uint64_t size() const;  // entries, folders among them

  // Valid UTF-8 without NUL. Names that are not UTF-8 are read as GB18030, which archives made on Chinese machines use.
  [[nodiscard]] std::string name(std::uint64_t entry) const;
  // The entry of this very name.
  [[nodiscard]] std::optional<std::uint64_t> find(const std::string& name) const;
  // What it says its size is once it is unpacked; an archive may lie.
  [[nodiscard]] std::uint64_t stated_size(std::uint64_t entry) const;

  // All the bytes of an entry. Fails: unsupported (encrypted, or an unknown method), over_limit (more than max_bytes,
  // or kLargestRatio), damaged. REQUIRES: entry < size()
  [[nodiscard]] Result<std::string> read(std::uint64_t entry, std::uint64_t max_bytes) const;

 private:
  struct Handle;
  explicit Zip(std::shared_ptr<Handle> handle) : handle_(std::move(handle)) {}
  std::shared_ptr<Handle> handle_;
};

}  // namespace yiwen
