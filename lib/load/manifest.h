// SPDX-License-Identifier: Apache-2.0
//
// A table that says of files what they do not say themselves: path, title, outlet, date, url, base.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "load/table.h"
#include "load/text_decoder.h"
#include "yiwen/document.h"

namespace yiwen {

struct ManifestEntry {
  std::string path;  // absolute, without "." and ".."
  Metadata metadata;
  bool is_base = false;
  Error place;  // its row, to complain about it; the reason is "row 3"
};

struct Manifest {
  std::vector<ManifestEntry> entries;
  std::vector<Diagnostic> diagnostics;
};

// manifest.csv and manifest.tsv, in any case.
[[nodiscard]] bool is_manifest_name(std::string_view name);

// Paths in it start from the folder of the manifest. Several rows may not call themselves the base: the first one
// counts.
[[nodiscard]] Manifest read_manifest(const std::string& bytes, const std::string& path, const std::string& shown,
                                     const ColumnNames& names, const TextDecoder& decoder);

// Puts what the manifests say into the documents of files; a manifest that comes first wins. Of use once a file is
// read.
class Manifests {
 public:
  void add(Manifest manifest, std::vector<Diagnostic>& diagnostics);

  // What is said of the documents that were read from the file at `path`. What they say themselves (the columns of a
  // table) stands before it.
  void apply(const std::string& path, std::vector<Document>::iterator begin, std::vector<Document>::iterator end,
             std::vector<Diagnostic>& diagnostics);

  // The source of the document that is to be the base; empty where none is.
  [[nodiscard]] const std::string& base_source() const { return base_source_; }

  // Complains about rows that no file answered to.
  void finish(std::vector<Diagnostic>& diagnostics) const;

 private:
  struct Entry {
    ManifestEntry said;
    bool used = false;
  };
  std::vector<Entry> entries_;
  std::map<std::string, std::size_t> entry_of_;  // by path
  bool has_base_ = false;
  std::string base_source_;
};

}  // namespace yiwen
