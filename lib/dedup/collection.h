// SPDX-License-Identifier: Apache-2.0
//
// Files that hold several articles and are no lines: tables (one a row), archives (one a file in it) and JSON arrays.
#pragma once

#include <string>
#include <vector>

#include "load/find_files.h"
#include "load/table.h"
#include "yiwen/document.h"

namespace yiwen {

struct CollectedArticle {
  std::string id;          // unique in the file
  std::string place;       // in the file: ":21", "/page/a.html"
  std::string text;        // empty where it has none
  std::string other_keys;  // what the row says of it, as JSON: ,"title":"…","date":"…"
};

struct Collection {
  std::vector<CollectedArticle> articles;  // by their place in the file
  std::vector<Diagnostic> diagnostics;
};

// By the ending of the name.
[[nodiscard]] bool is_collection(const std::string& path);

// REQUIRES: is_collection(file.path)
[[nodiscard]] Collection read_collection(const FoundFile& file, const std::string& encoding, const ColumnNames& columns);

}  // namespace yiwen
