// SPDX-License-Identifier: Apache-2.0
#include "load/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

namespace yiwen {

namespace {

namespace fs = std::filesystem;

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

// Anything in the column means yes but the words for no.
bool means_yes(const std::string& field) {
  constexpr std::array<std::string_view, 7> kNo = {"", "0", "no", "n", "false", "否", "-"};
  return std::find(kNo.begin(), kNo.end(), in_small_letters(field)) == kNo.end();
}

Diagnostic complaint(Diagnostic::Level level, const ManifestEntry& entry, std::string_view reason) {
  Error what = entry.place;
  what.reason += fmt::format(": {}", reason);
  return {level, std::move(what)};
}

}  // namespace

bool is_manifest_name(std::string_view name) {
  const std::string small = in_small_letters(name);
  return small == "manifest.csv" || small == "manifest.tsv";
}

Manifest read_manifest(const std::string& bytes, const std::string& path, const std::string& shown,
                       const ColumnNames& names, const TextDecoder& decoder) {
  const TableKind kind = table_kind(path).value_or(TableKind::csv);
  NamedRows named =
      read_named_rows(bytes, kind, shown, {"path", "title", "outlet", "date", "url", "base"}, {"path"}, names, decoder);
  Manifest manifest;
  manifest.diagnostics = std::move(named.diagnostics);
  const fs::path folder = fs::path(path).parent_path();
  for (NamedRow& row : named.rows) {
    ManifestEntry entry;
    entry.place = {ErrorCode::damaged, shown, row.byte, fmt::format("row {}", row.number)};
    const std::string& name = row.fields["path"];
    if (name.empty()) {
      manifest.diagnostics.push_back(complaint(Diagnostic::Level::error, entry, "no path"));
      continue;
    }
    entry.path = (folder / name).lexically_normal().string();
    entry.metadata.title = std::move(row.fields["title"]);
    entry.metadata.outlet = std::move(row.fields["outlet"]);
    entry.metadata.date = std::move(row.fields["date"]);
    entry.metadata.url = std::move(row.fields["url"]);
    entry.is_base = means_yes(row.fields["base"]);
    manifest.entries.push_back(std::move(entry));
  }
  return manifest;
}

void Manifests::add(Manifest manifest, std::vector<Diagnostic>& diagnostics) {
  std::move(manifest.diagnostics.begin(), manifest.diagnostics.end(), std::back_inserter(diagnostics));
  for (ManifestEntry& entry : manifest.entries) {
    if (!entry_of_.emplace(entry.path, entries_.size()).second) {
      diagnostics.push_back(
          complaint(Diagnostic::Level::warning, entry, "its path stood there before; the first row counts"));
      continue;
    }
    if (entry.is_base && has_base_) {
      diagnostics.push_back(complaint(Diagnostic::Level::warning, entry, "a second base; the first one counts"));
      entry.is_base = false;
    }
    has_base_ = has_base_ || entry.is_base;
    entries_.push_back({std::move(entry)});
  }
}

void Manifests::apply(const std::string& path, std::vector<Document>::iterator begin,
                      std::vector<Document>::iterator end, std::vector<Diagnostic>& diagnostics) {
  const auto known = entry_of_.find(path);
  if (known == entry_of_.end()) return;
  Entry& entry = entries_[known->second];
  entry.used = true;
  for (auto document = begin; document != end; ++document) {
    for (const auto field : {&Metadata::title, &Metadata::outlet, &Metadata::date, &Metadata::url}) {
      if ((document->metadata.*field).empty()) document->metadata.*field = entry.said.metadata.*field;
    }
  }
  if (!entry.said.is_base) return;
  if (end - begin == 1) {
    base_source_ = begin->source;
  } else {
    diagnostics.push_back(complaint(Diagnostic::Level::warning, entry.said,
                                    fmt::format("the base must be one text; this file holds {}", end - begin)));
  }
}

void Manifests::finish(std::vector<Diagnostic>& diagnostics) const {
  for (const Entry& entry : entries_) {
    if (entry.used) continue;
    diagnostics.push_back(
        complaint(Diagnostic::Level::warning, entry.said, "no text was read from a file of this path"));
  }
}

}  // namespace yiwen
