// SPDX-License-Identifier: Apache-2.0
#include "extract/reader_program.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace yiwen {

Result<std::string> printed_by(const ReaderProgram& program, std::string_view file, const ChildLimits& limits) {
  auto printed = run_program(program.name, program.arguments, file, limits);
  if (!printed) {
    Error error = printed.error();
    if (error.code == ErrorCode::not_found) {
      error.reason = fmt::format("{}: the program {}, which reads it, is not installed (Debian: {})", program.file_kind,
                                 program.name, program.package);
    }
    return error;
  }
  ChildOutput& output = printed.value();
  if (output.status != 0) return Error{ErrorCode::damaged, "", std::nullopt, program.fault(program, output)};
  return std::move(output.out);
}

std::string cannot_read(const ReaderProgram& program, const ChildOutput& output, std::string_view complaint) {
  return fmt::format("{} that {} cannot read (status {}): {}", program.file_kind, program.name, output.status,
                     complaint);
}

Result<MarkedText> text_of(const ReaderProgram& program, MarkedText text, std::string_view why) {
  if (!text.paragraphs.empty()) return text;
  return Error{ErrorCode::unsupported, "", std::nullopt,
               fmt::format("{} without text{}{}", program.file_kind, why.empty() ? "" : ": ", why)};
}

}  // namespace yiwen
