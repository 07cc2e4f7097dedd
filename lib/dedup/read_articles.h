// SPDX-License-Identifier: Apache-2.0
//
// Inputs -> a folded corpus and the names of its articles, in one pass on several threads, without ever holding the
// texts. JSON Lines ("id", "text", any other keys carried along), text files, folders of both, standard input; packed
// by gzip or zstd or not. Tables and archives too, each of which is in memory as a whole while it is read.
//
// Laws: a line or file that cannot be read is a diagnostic that names it, and the rest is read; the result depends on
// the set of inputs alone, not on their order or the threads.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dedup/article_corpus.h"
#include "load/find_files.h"
#include "load/table.h"
#include "yiwen/document.h"
#include "yiwen/result.h"

namespace yiwen {

struct ArticleName {
  std::string id;           // unique in the run
  std::uint32_t input = 0;  // index into ReadArticles::inputs
  std::uint32_t line = 0;   // from 1, or the number of its article in a collection; 0: the input is one text
  std::string other_keys;   // as they stood in the line: ,"title":"…","date":"…"
};

struct ReadInput {
  FoundFile file;
  std::string source;               // the shortest unique suffix of its path
  std::vector<std::string> places;  // of its articles, where it is a collection: ":21", "/page/a.html"

  // "articles.jsonl:21", "all.zip/page/a.html", or the name of the file
  [[nodiscard]] std::string source_of(const ArticleName& name) const;
};

struct ReadArticles {
  std::vector<CorpusPart> parts;
  std::vector<ArticleName> names;       // by id
  std::vector<PlaceInParts> places;     // of each
  std::vector<ReadInput> inputs;        // by path
  std::vector<Diagnostic> diagnostics;  // by file and byte
  std::uint64_t bytes = 0;              // of the inputs, unpacked

  [[nodiscard]] std::string source(std::uint32_t article) const {
    return inputs[names[article].input].source_of(names[article]);
  }
};

struct ReadOptions {
  std::string encoding;  // of the text files; empty: detect
  ColumnNames columns;   // of tables
  unsigned threads = 1;
  // Told how much is read, [0, 1], and of how many bytes as they lie on the disk; from one thread at a time.
  std::function<void(double, std::uint64_t)> progress;
  // A file that standard input is copied into while it is read, for those that must read it again; empty: none.
  std::string copy_of_standard_input;
  // Where what is read would take more bytes than this, folded characters go into the file, if there is one.
  std::uint64_t bytes_in_memory = 0;
  SpillFile* spill = nullptr;
};

// One text input, unpacked and decoded. `path`: a file; errors bear `shown`.
[[nodiscard]] Result<std::string> read_text_input(const std::string& path, const std::string& shown,
                                                  const std::string& encoding);

[[nodiscard]] ReadArticles read_articles(const std::vector<std::string>& paths, const ReadOptions& options);

}  // namespace yiwen
