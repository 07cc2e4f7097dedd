// SPDX-License-Identifier: Apache-2.0
//
// The folder in which a run keeps what its stages found: one that was killed goes on where it was, and what does not
// fit into memory lies there. One run at a time works in a folder.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dedup/run_file.h"
#include "yiwen/document.h"
#include "yiwen/result.h"

namespace yiwen {

class WorkFolder {
 public:
  // Makes it where it is missing. Fails: not_written where it cannot be made or another run works in it.
  [[nodiscard]] static Result<WorkFolder> open(const std::string& path);
  // One of its own where temporary files go, gone with its files when this ends.
  [[nodiscard]] static Result<WorkFolder> temporary();

  WorkFolder(WorkFolder&& other) noexcept;
  WorkFolder& operator=(WorkFolder&&) = delete;
  ~WorkFolder();

  // What stage `name` found under these parameters, in this run or a former one. A damaged file is said, and none.
  [[nodiscard]] std::optional<RunFile> find(const std::string& name, std::string_view parameters);
  [[nodiscard]] std::optional<Error> keep(const std::string& name, std::string_view parameters,
                                          std::span<const RunSection> sections);
  // The files whose names begin so: they are no longer needed.
  void drop(std::string_view prefix);

  [[nodiscard]] const std::string& path() const { return path_; }
  // Warnings: files that were damaged.
  [[nodiscard]] const std::vector<Diagnostic>& said() const { return said_; }

 private:
  WorkFolder() = default;
  [[nodiscard]] std::string file_of(const std::string& name) const { return path_ + "/" + name + ".run"; }

  std::string path_;
  int lock_ = -1;
  bool temporary_ = false;
  std::vector<Diagnostic> said_;
};

}  // namespace yiwen
