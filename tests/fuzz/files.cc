// SPDX-License-Identifier: Apache-2.0
//
// Pages and Office documents, whole or broken: whatever text comes out keeps the laws of the room. PDF files are left
// to the program that reads them.
#include "base/char_class.h"
#include "base/utf8.h"
#include "extract/read_document.h"
#include "fuzz/law.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace yiwen;
  using fuzz::require;
  for (const DocumentKind kind : {DocumentKind::html, DocumentKind::mhtml, DocumentKind::docx, DocumentKind::odt}) {
    Document document;
    document.source = "fuzz";
    document.bytes = fuzz::as_bytes(data, size);
    document.kind = kind;
    const auto read = read_document(document);
    if (!read) {
      require(read.error().file == "fuzz", "an error names the document");
      continue;
    }
    const DecodedText& decoded = read.value().decoded;
    const std::string& text = decoded.text;
    require(first_ill_formed(text) == text.size(), "the text is valid UTF-8");
    require(text.find('\0') == std::string::npos, "the text holds no NUL");
    std::uint32_t end = 0;
    for (const Block& block : read.value().article.blocks) {
      require(end <= block.range.begin && block.range.begin < block.range.end, "blocks are in order and never empty");
      end = block.range.end;
    }
    require(end <= text.size(), "blocks lie in the text");
    const Article& article = read.value().article;
    for (const auto& range : {article.title, article.outlet, article.date, article.byline, article.editor}) {
      require(!range || (range->begin < range->end && range->end <= text.size()),
              "what a text says of itself is in it");
    }
    const Metadata& stated = read.value().stated;
    for (const std::string* said : {&stated.title, &stated.outlet, &stated.date, &stated.url, &stated.author}) {
      require(first_ill_formed(*said) == said->size(), "what the head of a page says is valid UTF-8");
    }
    for (const Diagnostic& note : read.value().notes) require(note.what.file == "fuzz", "a note names the document");
    require(decoded.text_at.size() == decoded.byte_at.size(), "the map has two sides");
    for (std::size_t i = 1; i < decoded.text_at.size(); ++i) {
      require(decoded.text_at[i - 1] < decoded.text_at[i] && decoded.byte_at[i - 1] <= decoded.byte_at[i],
              "the map never leads backwards");
    }
    const bool leads_in = decoded.byte_at.empty() || decoded.byte_at.back() <= document.bytes.size();
    require(leads_in, "the map leads into the file");
  }
  return 0;
}
