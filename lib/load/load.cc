// SPDX-License-Identifier: Apache-2.0
//
// Names. Every document has two, both unique in the run:
//   source  the shortest path suffix that no other file of the run ends with; for a line of a JSONL file that and the
//           number of the line ("articles.jsonl:21"); "-" for standard input
//   id      what people call it: the file stem, the id of the line, "stdin". Where several documents have the same one,
//           a file is called by its source instead and a line by "id@source", which a note says for lines; files need
//           none, for their source is shown anyway. Should even that be taken (by a line whose id looks like a
//           source), "~2", "~3" ... is put behind it, in the order of the sources.
#include "load/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/utf8_check.h"
#include "load/document_names.h"
#include "load/find_files.h"
#include "load/jsonl.h"
#include "load/manifest.h"
#include "load/own_report.h"
#include "load/read_file.h"

namespace yiwen {

namespace {

// File names may hold any bytes; what is shown of them must be UTF-8 without NUL.
std::string stem_of(const std::string& path) {
  return path == "-" ? "stdin" : replace_ill_formed(std::filesystem::path(path).stem().string());
}

// Puts "~2", "~3" ... behind every name but the first of those that are equal.
void tell_apart(std::vector<Document>& documents, std::string Document::*name) {
  std::set<std::string> taken;
  for (Document& document : documents) {
    std::string candidate = document.*name;
    for (int copy = 2; !taken.insert(candidate).second; ++copy) candidate = fmt::format("{}~{}", document.*name, copy);
    document.*name = candidate;
  }
}

void make_ids_unique(std::vector<Document>& documents, const std::map<std::string, FoundFile>& file_of,
                     std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> given_ids;
  std::map<std::string, int> uses;
  for (const Document& document : documents) {
    given_ids.push_back(document.id);
    ++uses[document.id];
  }
  for (Document& document : documents) {
    if (uses[document.id] > 1) document.id = document.decoded ? document.id + "@" + document.source : document.source;
  }
  tell_apart(documents, &Document::id);

  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (!documents[i].decoded || documents[i].id == given_ids[i]) continue;
    const std::string& source = documents[i].source;
    const auto colon = source.rfind(':');
    diagnostics.push_back({Diagnostic::Level::note,
                           {ErrorCode::damaged, file_of.at(source.substr(0, colon)).shown, std::nullopt,
                            fmt::format("{} {}: the id \"{}\" is not unique; it is called \"{}\"",
                                        table_kind(source.substr(0, colon)) ? "row" : "line", source.substr(colon + 1),
                                        given_ids[i], documents[i].id)}});
  }
}

// Where the documents that were read last begin.
std::vector<Document>::iterator from(std::vector<Document>& documents, std::size_t first) {
  return documents.begin() + static_cast<std::ptrdiff_t>(first);
}

// Puts the lines of a file or the rows of a table behind the documents that there are.
template <class Read>
void take_all(Read read, const std::string& source, Loaded& loaded) {
  for (Document& document : read.documents) {
    if (document.id.empty()) document.id = stem_of(source) + ":" + document.source;
    document.source = source + ":" + document.source;
    loaded.documents.push_back(std::move(document));
  }
  std::move(read.diagnostics.begin(), read.diagnostics.end(), std::back_inserter(loaded.diagnostics));
}

Manifests read_manifests(std::vector<FoundFile> files, const LoadOptions& options,
                         std::vector<Diagnostic>& diagnostics) {
  if (!options.manifest.empty()) {
    std::error_code failure;
    const auto path = std::filesystem::absolute(options.manifest, failure).lexically_normal().string();
    files.insert(files.begin(), FoundFile{path, options.manifest, false});  // what was asked for wins
  }
  Manifests manifests;
  for (const FoundFile& file : files) {
    const auto bytes = read_file(file.path, file.shown, options.max_file_bytes);
    if (!bytes) {
      diagnostics.push_back({Diagnostic::Level::error, bytes.error()});
    } else {
      manifests.add(read_manifest(bytes.value(), file.path, file.shown, options.columns, options.decoder), diagnostics);
    }
  }
  return manifests;
}

// Leaves out what is more than the limit.
void keep_to_limit(const LoadOptions& options, const std::string& shown, Loaded& loaded) {
  if (loaded.documents.size() <= options.max_documents) return;
  loaded.documents.resize(static_cast<std::size_t>(options.max_documents));
  loaded.diagnostics.push_back(
      {Diagnostic::Level::error,
       {ErrorCode::over_limit, shown, std::nullopt,
        fmt::format("more than the limit of {} texts is reached here; the texts from here on are left out",
                    options.max_documents)}});
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& diagnostic) {
    const Error& what = diagnostic.what;
    return std::tie(what.file, what.byte, diagnostic.level, what.code, what.reason);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& left, const Diagnostic& right) { return key(left) < key(right); });
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end()), diagnostics.end());
}

}  // namespace

Loaded load(const std::vector<std::string>& paths, const LoadOptions& options) {
  FoundFiles found = find_files(paths);
  Loaded loaded;
  loaded.diagnostics = std::move(found.diagnostics);

  Manifests manifests = read_manifests(std::move(found.manifests), options, loaded.diagnostics);

  std::vector<std::string> all_paths;
  for (const FoundFile& file : found.files) all_paths.push_back(file.path);
  std::vector<std::string> sources = shortest_unique_suffixes(all_paths);
  std::map<std::string, FoundFile> file_of;  // by source
  for (std::size_t i = 0; i < found.files.size(); ++i) {
    std::string source = replace_ill_formed(sources[i]);
    // Names that differ in ill-formed bytes only look the same now.
    for (int copy = 2; file_of.contains(source); ++copy)
      source = fmt::format("{}~{}", replace_ill_formed(sources[i]), copy);
    file_of.emplace(source, found.files[i]);
  }

  for (const auto& [source, file] : file_of) {
    auto bytes = file.path == "-" ? read_standard_input(options.max_file_bytes)
                                  : read_file(file.path, file.shown, options.max_file_bytes);
    const std::size_t first = loaded.documents.size();
    if (!bytes) {
      loaded.diagnostics.push_back({Diagnostic::Level::error, bytes.error()});
    } else if (bytes.value().empty()) {
      loaded.diagnostics.push_back(
          {Diagnostic::Level::note, {ErrorCode::unsupported, file.shown, std::nullopt, "empty"}});
    } else if (is_own_report(bytes.value())) {
      loaded.diagnostics.push_back(
          {Diagnostic::Level::note,
           {ErrorCode::unsupported, file.shown, std::nullopt, "left out: a report of a former run"}});
    } else if (file.jsonl) {
      take_all(read_jsonl(bytes.value(), file.shown), source, loaded);
    } else if (const auto kind = table_kind(file.path)) {
      take_all(read_table(bytes.value(), *kind, file.shown, options.columns, options.decoder), source, loaded);
    } else {
      Document document;
      document.id = stem_of(file.path);
      document.source = source;
      document.bytes = std::move(bytes).value();
      loaded.documents.push_back(std::move(document));
    }
    manifests.apply(file.path, from(loaded.documents, first), loaded.documents.end(), loaded.diagnostics);
    if (loaded.documents.size() > options.max_documents) {
      keep_to_limit(options, file.shown, loaded);
      break;
    }
  }
  manifests.finish(loaded.diagnostics);

  // A file may be called "articles.jsonl:21"; a stable order by source then puts the file first.
  std::stable_sort(loaded.documents.begin(), loaded.documents.end(), [](const Document& left, const Document& right) {
    return std::tie(left.source, left.decoded) < std::tie(right.source, right.decoded);
  });
  make_ids_unique(loaded.documents, file_of, loaded.diagnostics);
  for (const Document& document : loaded.documents) {
    if (!manifests.base_source().empty() && document.source == manifests.base_source()) loaded.base = document.id;
  }
  tell_apart(loaded.documents, &Document::source);
  sort_diagnostics(loaded.diagnostics);
  for (Diagnostic& diagnostic : loaded.diagnostics) {
    diagnostic.what.file = replace_ill_formed(diagnostic.what.file);
    diagnostic.what.reason = replace_ill_formed(diagnostic.what.reason);
  }
  return loaded;
}

}  // namespace yiwen
