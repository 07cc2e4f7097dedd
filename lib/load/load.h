// SPDX-License-Identifier: Apache-2.0
//
// Paths, folders, JSONL and standard input -> documents as bytes.
// Law: a bad file is a diagnostic that names it, never an abort; the other documents are still loaded.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "yiwen/document.h"

namespace yiwen {

struct LoadOptions {
  // Files larger than this are not read but reported. 64 MiB is some 20 million characters, far above any article.
  std::uint64_t max_file_bytes = 64ull << 20;
};

struct Loaded {
  std::vector<Document> documents;      // sorted by source; ids and sources unique
  std::vector<Diagnostic> diagnostics;  // by file and byte
};

// Reads every path: a file (.txt, .md, .jsonl; any other name that is given outright is read as text), a folder with
// its subfolders, or "-" for standard input. The result does not depend on the order of the paths.
[[nodiscard]] Loaded load(const std::vector<std::string>& paths, const LoadOptions& options = {});

}  // namespace yiwen
