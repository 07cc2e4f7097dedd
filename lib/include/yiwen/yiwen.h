// SPDX-License-Identifier: Apache-2.0
//
// The one entry point: paths in, a finished report out.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/document.h"
#include "yiwen/protected_pair.h"
#include "yiwen/report.h"
#include "yiwen/result.h"

namespace yiwen {

// What a run takes on. Whatever is beyond a limit is left out and listed; the rest is compared.
struct Limits {
  std::uint64_t max_file_bytes = 64ull << 20;  // 64 MiB is some 20 million characters, far above any article
  std::uint64_t max_documents = 20'000;        // the first ones, by source: matching takes minutes for so many
  std::uint64_t max_unpacked_bytes = 1ull << 30;  // of all the files in one archive; those behind them are left out
  // Processor seconds for reading one document; 0: any. Looked at between the steps (decode, extract, normalize), none of
  // which is broken off: the longest of them comes on top. Reading is all it bounds: matching has bounds of its own,
  // which do not depend on the machine.
  double max_document_seconds = 300;
  std::uint64_t max_page_bytes = 32ull << 20;  // of one web page; the parser takes ten times the memory of the page
  std::uint32_t max_page_depth = 512;  // elements of a page that are open at once; deeper ones are flattened. [64, 2000]
  // What a program that reads files for us (pdftotext, antiword) may take for one of them: seconds on the clock, bytes of
  // its address space, bytes that it prints.
  std::uint32_t max_program_seconds = 60;
  std::uint64_t max_program_memory = 2ull << 30;
  std::uint64_t max_program_output = 256ull << 20;
};

struct Options {
  std::string base;       // id of the base text; empty: chosen by rule
  std::string encoding;   // label that overrides detection for every file; empty: detect
  std::vector<Decision> decisions;  // of earlier runs, to be honoured; see read_decisions
  std::vector<ProtectedPair> protected_pairs;  // of the editor, beside those that ship; see read_protected_pairs
  unsigned threads = 0;   // 0: as many as the machine has
  // What tables call their columns where that is not id, text, title, outlet, date, url, path, base: {"text", "正文"}.
  std::map<std::string, std::string> columns;
  std::string manifest;   // table that says path, title, outlet, date, url, base of files; manifest.csv or .tsv at the top
                          // of a given folder is read anyway
  Limits limits;
  // Told what is being done and how much of it is done, [0, 1]; called from one thread at a time.
  std::function<void(std::string_view stage, double share)> progress;
};

// Reads the texts at `paths` (files, folders, "-") and compares them. What cannot be read is listed in the report's
// diagnostics. Fails (not_found) where no text at all could be read, or (bad_option) where the base is not among them.
[[nodiscard]] Result<Report> compare(const std::vector<std::string>& paths, const Options& options = {});

// The same for documents that are in memory already.
[[nodiscard]] Result<Report> compare(std::vector<Document> documents, const Options& options = {});

// The rulings in decisions files (docs/formats/decisions.md), the files in the order given: a later file overrules an
// earlier one. Fails where a file cannot be read, or (damaged) is not such a file: nothing of it is honoured then.
[[nodiscard]] Result<std::vector<Decision>> read_decisions(const std::vector<std::string>& paths);

// The pairs in tables of words that must not be taken for one another, one pair a line, parted by tabs:
//   word  word  policy-term|term  critical|major  reason
// The last three may be left out. Fails where a file cannot be read, or (damaged, with the line) is not such a table.
[[nodiscard]] Result<std::vector<ProtectedPair>> read_protected_pairs(const std::vector<std::string>& paths);

[[nodiscard]] const char* version();

}  // namespace yiwen
