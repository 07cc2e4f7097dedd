// SPDX-License-Identifier: Apache-2.0
//
// Paths as given -> the files to read, each once, whatever the order of the paths.
#pragma once

#include <string>
#include <vector>

#include "yiwen/document.h"

namespace yiwen {

struct FoundFile {
  std::string path;    // absolute, without "." and ".."; "-" for standard input. Links are not resolved
  std::string shown;   // as the user gave it, or the given folder and the way on from there
  bool jsonl = false;  // by its name
};

struct FoundFiles {
  std::vector<FoundFile> files;         // sorted by path
  std::vector<FoundFile> manifests;     // manifest.csv or manifest.tsv at the top of a given folder, sorted by path
  std::vector<Diagnostic> diagnostics;  // in no particular order
};

[[nodiscard]] FoundFiles find_files(const std::vector<std::string>& paths);

}  // namespace yiwen
