// SPDX-License-Identifier: Apache-2.0
//
// Runs a program and takes what it prints. No shell sees its arguments.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/result.h"

namespace yiwen {

struct ChildLimits {
  std::uint32_t seconds = 60;                 // on the clock; the program is killed then
  std::uint64_t memory_bytes = 2ull << 30;    // of its address space
  std::uint64_t output_bytes = 256ull << 20;  // what it may print; it is killed at the first byte more
};

struct ChildOutput {
  std::string out;
  std::string err;  // the first kilobytes
  int status = 0;   // exit status; 128 and the number of the signal where one ended it
};

// Runs `program` (looked up in PATH) with these arguments and `input` as its standard input, which it may also seek in.
// Fails: not_found (no such program), over_limit, unreadable (the system refuses). The error names no file.
[[nodiscard]] Result<ChildOutput> run_program(const std::string& program, const std::vector<std::string>& arguments,
                                              std::string_view input, const ChildLimits& limits = {});

}  // namespace yiwen
