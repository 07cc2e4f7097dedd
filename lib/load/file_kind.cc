// SPDX-License-Identifier: Apache-2.0
#include "load/file_kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "load/zip.h"

namespace yiwen {

namespace {

using namespace std::string_view_literals;

constexpr auto kNames = std::to_array<std::pair<std::string_view, FileKind>>({
    {".txt", FileKind::text},
    {".md", FileKind::text},
    {".html", FileKind::html},
    {".htm", FileKind::html},
    {".shtml", FileKind::html},
    {".xhtml", FileKind::html},
    {".docx", FileKind::docx},
    {".odt", FileKind::odt},
    {".pdf", FileKind::pdf},
    {".jsonl", FileKind::jsonl},
    {".csv", FileKind::table},
    {".tsv", FileKind::table},
    {".tab", FileKind::table},
    {".zip", FileKind::zip},
});

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == small(b); });
}

// A page may open with a byte-order mark, an XML declaration and comments.
bool looks_like_html(std::string_view bytes) {
  constexpr auto kSpace = " \t\r\n\f"sv;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (;;) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(kSpace), bytes.size()));
    const bool comment = bytes.starts_with("<!--");
    if (!comment && !bytes.starts_with("<?xml")) break;
    const auto closing = comment ? "-->"sv : "?>"sv;
    const std::size_t end = bytes.find(closing);
    if (end == std::string_view::npos) return false;
    bytes.remove_prefix(end + closing.size());
  }
  return begins_with(bytes, "<!doctype html"sv) || begins_with(bytes, "<html"sv);
}

}  // namespace

std::optional<FileKind> kind_by_name(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  std::string ending(path.substr(dot));
  std::transform(ending.begin(), ending.end(), ending.begin(), small);
  for (const auto& [name, kind] : kNames) {
    if (ending == name) return kind;
  }
  return std::nullopt;
}

FileKind kind_of_file(std::string_view path, std::string_view bytes) {
  const FileKind named = kind_by_name(path).value_or(FileKind::text);
  if (bytes.starts_with("%PDF-")) return FileKind::pdf;
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
    if (named == FileKind::docx || named == FileKind::odt) return named;
    if (const auto zip = Zip::open(bytes)) {
      if (zip.value().find("word/document.xml")) return FileKind::docx;
      if (zip.value().find("META-INF/manifest.xml") && zip.value().find("content.xml")) return FileKind::odt;
    }
    return FileKind::zip;
  }
  return named == FileKind::text && looks_like_html(bytes) ? FileKind::html : named;
}

std::string_view known_names() { return ".txt, .md, .html, .docx, .odt, .pdf, .jsonl, .csv, .tsv, .zip"; }

}  // namespace yiwen
