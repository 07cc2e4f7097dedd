// SPDX-License-Identifier: Apache-2.0
//
// A document of any kind -> its text, and what that says of itself. The door to this room for those who have files;
// extract.h is the one for those who have text.
#pragma once

#include <string>
#include <vector>

#include "base/child_process.h"
#include "decode/decode.h"
#include "extract/html_page.h"
#include "yiwen/document.h"
#include "yiwen/result.h"

namespace yiwen {

struct ReadDocumentOptions {
  std::string encoding;  // label that overrides detection; empty: detect
  HtmlLimits page = {};
  ChildLimits program = {};  // for the kinds that another program reads
};

struct ReadDocument {
  DecodedText decoded;  // of a plain text: the text of the file; else the text that was extracted from it
  Article article;
  Metadata stated;                // what the head of the file says
  std::vector<Diagnostic> notes;  // what was noticed on the way and stopped nothing; under the document's source
};

// Fails where no text comes out: see decode(), and for the other kinds (damaged) where the file is not what it claims
// to be, (over_limit) where it is larger than its reader allows. The error names the document's source.
[[nodiscard]] Result<ReadDocument> read_document(const Document& document, const ReadDocumentOptions& options = {});

// What the document tells: its text without what is noise there, a block a line. What the pages of one site have in
// common is not what makes their stories alike. A plain text is what it is, to the byte.
[[nodiscard]] std::string story_text(const DecodedText& decoded, const Article& article, DocumentKind kind);

}  // namespace yiwen
