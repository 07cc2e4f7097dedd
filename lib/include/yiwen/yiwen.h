// SPDX-License-Identifier: Apache-2.0
//
// The one entry point: paths in, a finished report out.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/document.h"
#include "yiwen/report.h"
#include "yiwen/result.h"

namespace yiwen {

struct Options {
  std::string base;       // id of the base text; empty: chosen by rule
  std::string encoding;   // label that overrides detection for every file; empty: detect
  unsigned threads = 0;   // 0: as many as the machine has
  // Told what is being done and how much of it is done, [0, 1]; called from one thread at a time.
  std::function<void(std::string_view stage, double share)> progress;
};

// Reads the texts at `paths` (files, folders, "-") and compares them. What cannot be read is listed in the report's
// diagnostics. Fails (not_found) where no text at all could be read, or (bad_option) where the base is not among them.
[[nodiscard]] Result<Report> compare(const std::vector<std::string>& paths, const Options& options = {});

// The same for documents that are in memory already.
[[nodiscard]] Result<Report> compare(std::vector<Document> documents, const Options& options = {});

[[nodiscard]] const char* version();

}  // namespace yiwen
