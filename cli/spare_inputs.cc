// SPDX-License-Identifier: Apache-2.0
#include "cli/spare_inputs.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "load/find_files.h"
#include "load/own_report.h"

namespace yiwen::cli {
namespace {

namespace fs = std::filesystem;

bool holds_own_report(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return is_own_report(bytes);
}

}  // namespace

std::optional<Error> spare_inputs(const std::vector<fs::path>& outputs, const std::vector<std::string>& inputs) {
  std::vector<fs::path> there;
  for (const fs::path& output : outputs) {
    std::error_code ignored;
    if (fs::is_regular_file(output, ignored) && fs::file_size(output, ignored) > 0) there.push_back(output);
  }
  if (there.empty()) return std::nullopt;  // as a rule: the folders need not be looked through twice
  const FoundFiles found = find_files(inputs);
  for (const fs::path& output : there) {
    const bool is_input = std::any_of(found.files.begin(), found.files.end(), [&](const FoundFile& file) {
      std::error_code ignored;
      return fs::equivalent(output, file.path, ignored);
    });
    if (is_input && !holds_own_report(output)) {
      return Error{.code = ErrorCode::not_written,
                   .file = output.string(),
                   .byte = {},
                   .reason = "is one of the texts to read; it is not written over"};
    }
  }
  return std::nullopt;
}

}  // namespace yiwen::cli
