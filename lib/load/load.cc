// SPDX-License-Identifier: Apache-2.0
//
// Names. Every document has two, both unique in the run:
//   source  the shortest path suffix that no other file of the run ends with; for a line of a JSONL file that and the
//           number of the line ("articles.jsonl:21"), for a row of a table or an article of a JSON array its number;
//           "-" for standard input
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
#include "load/file_kind.h"
#include "load/find_files.h"
#include "load/jsonl.h"
#include "load/manifest.h"
#include "load/own_report.h"
#include "load/read_file.h"
#include "load/zip.h"

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

// What an article is in a file of several.
std::string_view article_word(const std::string& source) {
  return table_kind(source) ? "row" : is_called_json(source) ? "article" : "line";
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

  const auto shown_of = [&](const std::string& source) {
    const auto file = file_of.find(source);
    return file == file_of.end() ? source : file->second.shown;  // a file in an archive
  };
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (!documents[i].decoded || documents[i].id == given_ids[i]) continue;
    const std::string& source = documents[i].source;
    const auto colon = source.rfind(':');
    diagnostics.push_back(
        {Diagnostic::Level::note,
         {ErrorCode::damaged, shown_of(source.substr(0, colon)), std::nullopt,
          fmt::format("{} {}: the id \"{}\" is not unique; it is called \"{}\"", article_word(source.substr(0, colon)),
                      source.substr(colon + 1), given_ids[i], documents[i].id)}});
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

// Makes documents of the bytes of a file, and of the files in it where it is an archive.
class Taker {
 public:
  enum class Depth { file, in_archive };

  Taker(const LoadOptions& options, Loaded& out) : options_(options), out_(out) {}

  void take(const std::string& source, const std::string& shown, std::string bytes, Depth depth) {
    if (bytes.empty()) return say(Diagnostic::Level::note, ErrorCode::unsupported, shown, "empty");
    if (is_own_report(bytes)) {
      return say(Diagnostic::Level::note, ErrorCode::unsupported, shown, "left out: a report of a former run");
    }
    const FileKind kind = kind_of_file(source, bytes);
    if (kind == FileKind::zip && depth == Depth::in_archive) {
      return say(Diagnostic::Level::note, ErrorCode::unsupported, shown, "left out: an archive in an archive");
    }
    if (kind == FileKind::zip) return take_archive(source, shown, bytes);
    if (kind == FileKind::jsonl) return take_all(read_jsonl(bytes, shown), source, out_);
    if (kind == FileKind::json) return take_all(read_json(bytes, shown), source, out_);
    if (const auto table = table_kind(source); table && kind == FileKind::table) {
      return take_all(read_table(bytes, *table, shown, options_.columns, options_.decoder), source, out_);
    }
    Document document;
    document.id = stem_of(source);
    document.source = source;
    document.bytes = std::move(bytes);
    document.kind = document_kind(kind);
    out_.documents.push_back(std::move(document));
  }

 private:
  void say(Diagnostic::Level level, ErrorCode code, const std::string& file, std::string reason) {
    out_.diagnostics.push_back({level, {code, file, std::nullopt, std::move(reason)}});
  }

  void take_archive(const std::string& source, const std::string& shown, const std::string& bytes) {
    const auto archive = Zip::open(bytes);
    if (!archive) return say(Diagnostic::Level::error, archive.error().code, shown, archive.error().reason);
    const Zip& zip = archive.value();
    std::uint64_t left = options_.max_archive_bytes;
    const std::uint64_t entries = std::min(zip.size(), options_.max_archive_entries);
    if (zip.size() > entries) {
      say(Diagnostic::Level::error, ErrorCode::over_limit, shown,
          fmt::format("{} files in the archive, more than the limit of {}; the others are left out", zip.size(),
                      entries));
    }
    std::size_t taken = 0;
    for (std::uint64_t i = 0; i < entries; ++i) {
      const std::string name = plain_name(zip.name(i));
      const std::string inside = fmt::format("{}/{}", shown, name);
      if (name.empty() || name.ends_with('/')) continue;  // a folder
      if (is_hidden(name)) {
        say(Diagnostic::Level::note, ErrorCode::unsupported, inside, "left out: hidden");
        continue;
      }
      if (!kind_by_name(name)) {
        say(Diagnostic::Level::note, ErrorCode::unsupported, inside, "left out: a kind of file that is not read");
        continue;
      }
      auto entry = zip.read(i, std::min(left, options_.max_file_bytes));
      if (!entry) {
        const bool full = entry.error().code == ErrorCode::over_limit && left < options_.max_file_bytes;
        say(Diagnostic::Level::error, entry.error().code, inside,
            full ? fmt::format("the archive unpacks to more than the limit of {} bytes; this file and those behind it "
                               "are left out",
                               options_.max_archive_bytes)
                 : entry.error().reason);
        if (full) break;
        continue;
      }
      left -= std::min<std::uint64_t>(left, entry.value().size());
      ++taken;
      take(fmt::format("{}/{}", source, name), inside, std::move(entry).value(), Depth::in_archive);
    }
    if (taken == 0) {
      say(Diagnostic::Level::error, ErrorCode::not_found, shown,
          fmt::format("no file of a kind that is read in this archive ({})", known_names()));
    }
  }

  // Nothing is ever unpacked to a path of that name; it is only shown. Parts that lead up or to a root are left out of
  // it.
  static std::string plain_name(std::string name) {
    std::replace(name.begin(), name.end(), '\\', '/');
    std::string plain;
    for (std::size_t begin = 0; begin < name.size();) {
      const std::size_t end = std::min(name.find('/', begin), name.size());
      const std::string part = name.substr(begin, end - begin);
      if (!part.empty() && part != "." && part != "..") plain += (plain.empty() ? "" : "/") + part;
      begin = end + 1;
    }
    if (!plain.empty() && name.ends_with('/')) plain += '/';
    return plain;
  }

  static bool is_hidden(const std::string& name) {
    return name.starts_with('.') || name.find("/.") != std::string::npos || name.starts_with("__MACOSX/");
  }

  const LoadOptions& options_;
  Loaded& out_;
};

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& diagnostic) {
    const Error& what = diagnostic.what;
    return std::tie(what.file, what.byte, diagnostic.level, what.code, what.reason);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& left, const Diagnostic& right) { return key(left) < key(right); });
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end()), diagnostics.end());
}

// A table of a hundred thousand broken rows must not drown what is said of the others. REQUIRES: sorted
void keep_first_of_each_file(std::vector<Diagnostic>& diagnostics) {
  constexpr std::size_t kListed = 50;  // of one file and level; range 1..1000: so many lines still are read
  std::map<std::pair<std::string, Diagnostic::Level>, std::size_t> counts;
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    return ++counts[{diagnostic.what.file, diagnostic.level}] > kListed;
  });
  for (const auto& [key, count] : counts) {
    if (count <= kListed) continue;
    diagnostics.push_back({key.second,
                           {ErrorCode::damaged, key.first, std::nullopt,
                            fmt::format("{} more places like those that are listed", count - kListed)}});
  }
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
    } else {
      Taker(options, loaded).take(source, file.shown, std::move(bytes).value(), Taker::Depth::file);
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
  keep_first_of_each_file(loaded.diagnostics);
  sort_diagnostics(loaded.diagnostics);
  for (Diagnostic& diagnostic : loaded.diagnostics) {
    diagnostic.what.file = replace_ill_formed(diagnostic.what.file);
    diagnostic.what.reason = replace_ill_formed(diagnostic.what.reason);
  }
  return loaded;
}

}  // namespace yiwen
