// SPDX-License-Identifier: Apache-2.0
//
// Paths, folders, archives, JSONL, tables and standard input -> documents as bytes, and what kind of file each is.
// Law: a bad file is a diagnostic that names it, never an abort; the other documents are still loaded.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "load/table.h"
#include "load/text_decoder.h"
#include "yiwen/document.h"

namespace yiwen {

struct LoadOptions {
  // Files larger than this are not read but reported. 64 MiB is some 20 million characters, far above any article.
  std::uint64_t max_file_bytes = 64ull << 20;
  // Documents behind this many, in the order of their sources, are left out. Comparing takes time that grows with the
  // square of their number: 4000 short ones took 12 s of a processor, so that this many take minutes. Range from 2 on.
  std::uint64_t max_documents = 20'000;
  ColumnNames columns;   // what tables call their columns, where they do not use our names
  std::string manifest;  // a table about the files, besides those at the top of given folders; empty: none
  TextDecoder decoder;   // for tables and manifests
  // Archives: what all the files in one come to once unpacked, and how many of them are looked at. A year of a paper in
  // one archive has some 30 000.
  std::uint64_t max_archive_bytes = 1ull << 30;
  std::uint64_t max_archive_entries = 100'000;
};

struct Loaded {
  std::vector<Document> documents;      // sorted by source; ids and sources unique
  std::vector<Diagnostic> diagnostics;  // by file and byte
  std::string base;                     // id of the document that a manifest calls the base; empty: none
};

// Reads every path: a file of a known kind (see file_kind.h; any other name that is given outright is read as text), a
// folder with its subfolders, or "-" for standard input. The files in an archive are read as those in a folder. Reports
// of former runs are left out. The result does not depend on the order of the paths.
[[nodiscard]] Loaded load(const std::vector<std::string>& paths, const LoadOptions& options = {});

}  // namespace yiwen
