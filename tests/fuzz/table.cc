// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a table: the rows of the grammar, in order, are the text; documents and entries of manifests are text,
// and every refusal names its file, row and byte.
#include "load/table.h"

#include "fuzz/law.h"
#include "load/csv.h"
#include "load/manifest.h"

namespace {

using namespace yiwen;
using fuzz::require;

void check_grammar(std::string_view text, CsvDialect dialect) {
  CsvReader reader(text, dialect);
  std::size_t end = 0;
  std::uint32_t number = 0;
  while (const auto row = reader.next()) {
    require(row->begin == end && row->end > row->begin, "the rows are the text");
    require(row->number == ++number, "rows are counted");
    require(row->fault || !row->fields.empty(), "a row has a field");
    require(!row->fault || (row->fault->at >= row->begin && row->fault->at <= row->end), "a fault is in its row");
    end = row->end;
  }
  require(end == text.size(), "the rows are the text to its end");
}

void check_diagnostics(const std::vector<Diagnostic>& diagnostics, std::size_t size) {
  for (const Diagnostic& diagnostic : diagnostics) {
    require(diagnostic.what.file == "fuzzed.csv" && !diagnostic.what.reason.empty(), "a refusal names file and reason");
    require(diagnostic.what.byte.value_or(0) <= size, "a refusal's place is in the file");
  }
}

void require_text(const std::string& text) {
  require(first_ill_formed(text) == text.size() && text.find('\0') == std::string::npos, "fields are text");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::as_bytes(data, size));
  for (const char separator : {',', ';', '\t'}) {
    check_grammar(bytes, {separator, Quotes::rfc4180});
    check_grammar(bytes, {separator, Quotes::none});
  }
  for (const TableKind kind : {TableKind::csv, TableKind::tsv}) {
    const TableDocuments table = read_table(bytes, kind, "fuzzed.csv", {{"title", "a"}}, {});
    for (const Document& document : table.documents) {
      require(document.decoded && !document.bytes.empty() && !document.source.empty(), "a row is a document");
      for (const std::string* text : {&document.bytes, &document.id, &document.metadata.title,
                                      &document.metadata.outlet, &document.metadata.date, &document.metadata.url}) {
        require_text(*text);
      }
    }
    check_diagnostics(table.diagnostics, size);
    const Manifest manifest = read_manifest(bytes, "/folder/manifest.csv", "fuzzed.csv", {}, {});
    for (const ManifestEntry& entry : manifest.entries) require(entry.path.starts_with('/'), "paths are absolute");
    check_diagnostics(manifest.diagnostics, size);
  }
  return 0;
}
