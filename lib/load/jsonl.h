// SPDX-License-Identifier: Apache-2.0
//
// JSON Lines, one document a line, as archives hand them out; and the same documents in one JSON array.
#pragma once

#include <string>
#include <vector>

#include "yiwen/document.h"

namespace yiwen {

struct JsonDocuments {
  std::vector<Document> documents;  // in their order; source is the number of the line or in the array alone ("21")
  std::vector<Diagnostic> diagnostics;
};

// Reads every line that is an object with `id` (a string or whole number) and `text` (a string). `title`, `outlet`,
// `date` and `url` are taken where they are strings; other fields are left alone. A line that does not fit is reported
// with its number and the byte of the file at fault; the others are still read. Errors bear `shown` as their file.
[[nodiscard]] JsonDocuments read_jsonl(const std::string& bytes, const std::string& shown);

// The same of an array of such objects, of one object, and of lines that were called .json. What does not fit is reported
// with its number in the array and its byte.
// REQUIRES: bytes begin with [ or {, behind white space or a byte-order mark
[[nodiscard]] JsonDocuments read_json(const std::string& bytes, const std::string& shown);

}  // namespace yiwen
