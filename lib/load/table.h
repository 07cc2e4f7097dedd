// SPDX-License-Identifier: Apache-2.0
//
// Tables: one document a row, its columns named in the first row.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/text_decoder.h"
#include "yiwen/document.h"

namespace yiwen {

// What a table calls the columns that we call id, text, title ...: {"text", "正文"}. A table that has no column of that
// name is asked for our own name.
using ColumnNames = std::map<std::string, std::string>;

enum class TableKind : std::uint8_t { csv, tsv };

// By the ending of the name; nothing for what is no table.
[[nodiscard]] std::optional<TableKind> table_kind(std::string_view path);

// A row by the names of its columns.
struct NamedRow {
  std::uint32_t number = 0;
  std::size_t byte = 0;                       // of the file, where the row begins
  std::map<std::string, std::string> fields;  // by our names; white space around them is cut off but for "text"
};

struct NamedRows {
  std::vector<NamedRow> rows;
  std::vector<Diagnostic> diagnostics;
};

// The rows that are sound, with those of the columns `wanted` that there are. The whole table is refused where one of
// `needed` is not there. Errors bear `shown` as their file and the number of the row.
[[nodiscard]] NamedRows read_named_rows(const std::string& bytes, TableKind kind, const std::string& shown,
                                        const std::vector<std::string>& wanted, const std::vector<std::string>& needed,
                                        const ColumnNames& names, const TextDecoder& decoder);

struct TableDocuments {
  std::vector<Document> documents;  // in order; source is the number of the row alone ("21"), id is empty without one
  std::vector<Diagnostic> diagnostics;
};

// `text` is the column that must be there; `id`, `title`, `outlet`, `date` and `url` are taken where they are.
[[nodiscard]] TableDocuments read_table(const std::string& bytes, TableKind kind, const std::string& shown,
                                        const ColumnNames& names, const TextDecoder& decoder);

}  // namespace yiwen
