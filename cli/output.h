// SPDX-License-Identifier: Apache-2.0
//
// Everything that leaves the program: data to standard output, complaints to stderr, and files that are there whole or
// not at all.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/document.h"
#include "yiwen/result.h"

namespace yiwen::cli {

// Writes to standard output and returns the exit status: a reader that has closed the pipe is fine, a full disk is not.
[[nodiscard]] int print(std::string_view text);

// One line on stderr, "yiwen: file: byte N: reason". Returns the status for trouble.
int complain(const Error& error);
// Text for stderr as it stands.
void complain(std::string_view text);

enum class Loudness { errors_only, warnings_too };
// The errors, and the warnings where they are asked for, in order.
void complain(const std::vector<Diagnostic>& diagnostics, Loudness loudness);

struct OutputFile {
  std::filesystem::path path;
  std::string_view bytes;  // of a string that outlives the call
};

// Writes all the files or none: each under a temporary name beside its place, all renamed at the end. Missing folders
// are made. Interrupts wait until that is over, so that nothing half-written stays behind. A place that is no ordinary
// file (a pipe, /dev/null) is written to as it is.
[[nodiscard]] std::optional<Error> write_files(const std::vector<OutputFile>& files);

// One output that is written piece by piece: standard output, or a file that takes its name when it is complete.
// Interrupts wait while a file is open, so that it is gone if it is not complete.
class PiecewiseOutput {
 public:
  explicit PiecewiseOutput(std::filesystem::path path);  // empty: standard output
  ~PiecewiseOutput();
  PiecewiseOutput(const PiecewiseOutput&) = delete;
  PiecewiseOutput& operator=(const PiecewiseOutput&) = delete;

  [[nodiscard]] std::optional<Error> write(std::string_view bytes);
  [[nodiscard]] std::optional<Error> finish();

 private:
  struct State;
  std::filesystem::path path_;
  std::unique_ptr<State> state_;  // once something is written
};

}  // namespace yiwen::cli
