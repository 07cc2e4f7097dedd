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
    {".mht", FileKind::mhtml},
    {".mhtml", FileKind::mhtml},
    {".docx", FileKind::docx},
    {".doc", FileKind::doc},
    {".odt", FileKind::odt},
    {".pdf", FileKind::pdf},
    {".jsonl", FileKind::jsonl},
    {".csv", FileKind::table},
    {".tsv", FileKind::table},
    {".tab", FileKind::table},
    {".zip", FileKind::zip},
});

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// In small letters, with its dot; empty where there is none.
std::string ending_of(std::string_view path) {
  std::string ending(path.substr(std::min(path.rfind('.'), path.size())));
  std::transform(ending.begin(), ending.end(), ending.begin(), small);
  return ending;
}

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

// The head of a message whose parts belong together: browsers save pages so, and word processors do under other names.
bool looks_like_mhtml(std::string_view bytes) {
  constexpr std::size_t kReach = 4096;  // heads have some 500 bytes
  const std::string_view head = bytes.substr(0, std::min(bytes.find("\n\n"), bytes.find("\r\n\r\n"))).substr(0, kReach);
  std::string words(head);
  std::transform(words.begin(), words.end(), words.begin(), small);
  const std::size_t colon = words.find(':');
  return colon != std::string::npos && words.find_first_of(" \t\r\n") > colon &&
         words.find("mime-version:") != std::string::npos && words.find("multipart/related") != std::string::npos;
}

// Any text may be called .json; an array or an object is meant as articles.
bool looks_like_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '[' || bytes[first] == '{');
}

constexpr auto kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;  // what Office before 2007 writes

}  // namespace

std::optional<FileKind> kind_by_name(std::string_view path) {
  const std::string ending = ending_of(path);
  for (const auto& [name, kind] : kNames) {
    if (ending == name) return kind;
  }
  return std::nullopt;
}

bool is_called_json(std::string_view path) { return ending_of(path) == ".json"; }

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
  if (bytes.starts_with(kCompoundFile)) return FileKind::doc;
  if (is_called_json(path) && looks_like_json(bytes)) return FileKind::json;
  // Word 2 and 6 wrote no compound file. Any other .doc is a page, or a text that was called so.
  if (named == FileKind::doc && (bytes.starts_with("\xDB\xA5") || bytes.starts_with("\xDC\xA5"))) return named;
  switch (named) {
    case FileKind::text:
    case FileKind::html:
    case FileKind::mhtml:
    case FileKind::doc:  // programs of the web give tables and letters out as pages called .doc
      if (looks_like_html(bytes)) return FileKind::html;
      if (looks_like_mhtml(bytes)) return FileKind::mhtml;
      return named == FileKind::doc ? FileKind::text : named;
    default:
      return named;
  }
}

DocumentKind document_kind(FileKind kind) {
  switch (kind) {
    case FileKind::html:
      return DocumentKind::html;
    case FileKind::mhtml:
      return DocumentKind::mhtml;
    case FileKind::docx:
      return DocumentKind::docx;
    case FileKind::doc:
      return DocumentKind::doc;
    case FileKind::odt:
      return DocumentKind::odt;
    case FileKind::pdf:
      return DocumentKind::pdf;
    case FileKind::text:
    case FileKind::jsonl:
    case FileKind::json:
    case FileKind::table:
    case FileKind::zip:
      break;
  }
  return DocumentKind::text;
}

std::string_view known_names() { return ".txt, .md, .html, .mht, .docx, .doc, .odt, .pdf, .jsonl, .csv, .tsv, .zip"; }

}  // namespace yiwen
