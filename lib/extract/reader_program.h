// SPDX-License-Identifier: Apache-2.0
//
// The programs that read the files which this room does not read itself: how they are run, and what is said where one
// is missing, fails, or finds no text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/child_process.h"
#include "extract/marked_text.h"
#include "yiwen/result.h"

namespace yiwen {

struct ReaderProgram {
  std::string name;       // looked up in PATH
  std::string package;    // of Debian, which has it
  std::string file_kind;  // what it reads: "a PDF file"
  std::vector<std::string> arguments;
  // What is wrong with the file, from what the program complains of.
  std::string (*fault)(const ReaderProgram& program, const ChildOutput& output);
};

// What the program prints of the file. Fails: not_found (it is not installed), damaged (it gave the file up),
// over_limit (time, memory, size). The error names no file.
[[nodiscard]] Result<std::string> printed_by(const ReaderProgram& program, std::string_view file,
                                             const ChildLimits& limits);

// "a PDF file that pdftotext cannot read (status 1): COMPLAINT"
[[nodiscard]] std::string cannot_read(const ReaderProgram& program, const ChildOutput& output,
                                      std::string_view complaint);

// The text, or (unsupported) that there is none: "a PDF file without text: WHY". `why` may be empty.
[[nodiscard]] Result<MarkedText> text_of(const ReaderProgram& program, MarkedText text, std::string_view why);

}  // namespace yiwen
