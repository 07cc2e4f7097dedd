// SPDX-License-Identifier: Apache-2.0
#include "extract/read_document.h"

#include <utility>

#include "base/utf8_check.h"
#include "extract/extract.h"
#include "extract/html_page.h"
#include "extract/marked_text.h"
#include "extract/mhtml.h"
#include "extract/office.h"
#include "extract/old_word.h"
#include "extract/pdf.h"

namespace yiwen {

namespace {

Diagnostic fault_of(const Document& document, const DecodedText& decoded) {
  return {Diagnostic::Level::warning,
          {ErrorCode::damaged, document.source, decoded.faults.front().bytes.begin, to_string(decoded.faults)}};
}

Error named(Error error, const Document& document) {
  error.file = document.source;
  return error;
}

// The text in place of the markup it came from; the map leads on to the bytes.
void put_text(MarkedText& marked, const Document& document, ReadDocument& out) {
  DecodedText& decoded = out.decoded;
  std::vector<std::uint32_t> byte_at;
  for (const std::uint32_t at : marked.markup_at) byte_at.push_back(byte_offset(decoded, at));
  decoded.text = std::move(marked.text);
  decoded.text_at = std::move(marked.text_at);
  decoded.byte_at = std::move(byte_at);
  if (decoded.text_at.empty()) decoded.text_at.push_back(0), decoded.byte_at.push_back(0);
  const auto end = static_cast<std::uint32_t>(decoded.text.size());
  if (decoded.text_at.back() < end) {
    decoded.text_at.push_back(end);
    decoded.byte_at.push_back(static_cast<std::uint32_t>(document.bytes.size()));
  }
  for (const std::string& note : marked.notes) {
    out.notes.push_back({Diagnostic::Level::note, {ErrorCode::unsupported, document.source, {}, note}});
  }
  out.stated = std::move(marked.stated);
  for (const auto field : {&Metadata::title, &Metadata::outlet, &Metadata::date, &Metadata::url, &Metadata::author}) {
    out.stated.*field = replace_ill_formed(out.stated.*field);  // the XML of an Office document may hold any bytes
  }
}

// What is no text itself: the characters of its text come from nowhere in particular.
Result<ReadDocument> read_marked(const Document& document, Result<MarkedText> read) {
  if (!read) return named(read.error(), document);
  MarkedText marked = std::move(read).value();
  ReadDocument out;
  out.decoded.encoding = "UTF-8";
  out.article = extract(marked);
  put_text(marked, document, out);
  return out;
}

Result<ReadDocument> read_text(const Document& document, const ReadDocumentOptions& options) {
  auto decoded = decode(document, {.encoding = options.encoding});
  if (!decoded) return decoded.error();
  ReadDocument out;
  if (!decoded.value().faults.empty()) out.notes.push_back(fault_of(document, decoded.value()));
  out.decoded = std::move(decoded).value();
  if (document.kind == DocumentKind::text) {
    out.article = extract(out.decoded.text);
    return out;
  }
  auto page = read_html(out.decoded.text, options.page);
  if (!page) return named(page.error(), document);
  MarkedText marked = std::move(page).value();
  out.article = extract(marked);
  put_text(marked, document, out);
  return out;
}

// The page is read as if it lay in a file of its own; where its characters stand in this one is not kept.
Result<ReadDocument> read_saved_page(const Document& document, const ReadDocumentOptions& options) {
  auto saved = page_in_mhtml(document.bytes);
  if (!saved) return named(saved.error(), document);
  Document page;
  page.source = document.source;
  page.kind = DocumentKind::html;
  page.bytes = std::move(saved.value().html);
  auto read = read_text(page, options);
  if (!read) return read;
  ReadDocument& out = read.value();
  out.decoded.text_at = {0, static_cast<std::uint32_t>(out.decoded.text.size())};
  out.decoded.byte_at = {0, static_cast<std::uint32_t>(document.bytes.size())};
  if (out.decoded.text.empty()) out.decoded.text_at.pop_back(), out.decoded.byte_at.pop_back();
  if (out.stated.url.empty()) out.stated.url = std::move(saved.value().url);
  return read;
}

}  // namespace

Result<ReadDocument> read_document(const Document& document, const ReadDocumentOptions& options) {
  switch (document.kind) {
    case DocumentKind::text:
    case DocumentKind::html:
      return read_text(document, options);
    case DocumentKind::mhtml:
      return read_saved_page(document, options);
    case DocumentKind::docx:
      return read_marked(document, read_docx(document.bytes));
    case DocumentKind::doc:
      return read_marked(document, read_old_word(document.bytes, options.program));
    case DocumentKind::odt:
      return read_marked(document, read_odt(document.bytes));
    case DocumentKind::pdf:
      return read_marked(document, read_pdf(document.bytes, options.program));
  }
  return Error{ErrorCode::unsupported, document.source, std::nullopt, "a kind of file that is not read"};
}

std::string story_text(const DecodedText& decoded, const Article& article, DocumentKind kind) {
  if (kind == DocumentKind::text) return decoded.text;
  std::string story;
  for (const Block& block : article.blocks) {
    if (!is_noise(block.kind)) story += decoded.text.substr(block.range.begin, block.range.size()) + "\n";
  }
  return story;
}

}  // namespace yiwen
