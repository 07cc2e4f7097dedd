// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a saved page, and as a Word and OpenDocument file: what comes out is text, its parts lie in it in order,
// and a refusal names the file.
#include "extract/read_document.h"
#include "fuzz/law.h"

namespace {

using namespace yiwen;
using fuzz::require;

void require_text(std::string_view text) {
  require(first_ill_formed(text) == text.size() && text.find('\0') == std::string_view::npos, "what comes out is text");
}

void check(std::string_view bytes, DocumentKind kind) {
  Document document;
  document.source = "fuzzed";
  document.bytes = bytes;
  document.kind = kind;
  const Result<ReadDocument> read = read_document(document);
  if (!read) {
    return require(read.error().file == "fuzzed" && !read.error().reason.empty(), "a refusal names file and reason");
  }
  const std::string& text = read.value().decoded.text;
  const Article& article = read.value().article;
  require_text(text);
  std::uint32_t end = 0;
  for (const Block& block : article.blocks) {
    require(end <= block.range.begin && block.range.begin < block.range.end, "blocks are in order and never empty");
    require(block.range.end <= text.size(), "blocks are in the text");
    require_text(std::string_view(text).substr(block.range.begin, block.range.size()));
    end = block.range.end;
  }
  for (const auto& range : {article.title, article.outlet, article.date, article.byline, article.editor}) {
    if (!range) continue;
    require(range->begin < range->end && range->end <= text.size(), "what a text says of itself is in it");
    require_text(std::string_view(text).substr(range->begin, range->size()));
  }
  const Metadata& stated = read.value().stated;
  for (const std::string* said : {&stated.title, &stated.outlet, &stated.date, &stated.url, &stated.author}) {
    require_text(*said);
  }
  for (const Diagnostic& note : read.value().notes) require(note.what.file == "fuzzed", "a note names the file");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_bytes(data, size);
  check(bytes, DocumentKind::html);
  if (bytes.starts_with("PK")) {
    check(bytes, DocumentKind::docx);
    check(bytes, DocumentKind::odt);
  }
  return 0;
}
