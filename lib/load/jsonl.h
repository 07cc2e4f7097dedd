// SPDX-License-Identifier: Apache-2.0
//
// JSON Lines: one document a line, as archives hand them out.
#pragma once

#include <string>
#include <vector>

#include "yiwen/document.h"

namespace yiwen {

struct JsonlDocuments {
  std::vector<Document> documents;  // in the order of the lines; source is the line number alone ("21")
  std::vector<Diagnostic> diagnostics;
};

// Reads every line that is an object with `id` (a string or whole number) and `text` (a string). `title`, `outlet`,
// `date` and `url` are taken where they are strings; other fields are left alone. A line that does not fit is reported
// with its number and the byte of the file at fault; the others are still read. Errors bear `shown` as their file.
[[nodiscard]] JsonlDocuments read_jsonl(const std::string& bytes, const std::string& shown);

}  // namespace yiwen
