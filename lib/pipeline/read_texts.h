// SPDX-License-Identifier: Apache-2.0
//
// Documents -> their texts, with what each says of itself. The bytes are let go.
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "yiwen/document.h"
#include "yiwen/yiwen.h"

namespace yiwen {

struct ReadText {
  Document document;  // without its bytes
  std::string sha256;
  DecodedText decoded;
  Article article;
  double seconds = 0;  // of processor time that reading took
};

struct ReadTexts {
  std::vector<ReadText> texts;  // by source and id
  std::vector<Diagnostic> diagnostics;
};

// Decodes and extracts every document; one that cannot be read is a diagnostic, and the rest goes on. What a manifest
// or a line of a table says of a document stands before what its own head says.
[[nodiscard]] ReadTexts read_texts(std::vector<Document> documents, const Options& options, unsigned threads);

void sort_by_place(std::vector<Diagnostic>& diagnostics);  // by file and byte

// What to say where a library threw, or memory ran out, on one document: that one is left out.
[[nodiscard]] Diagnostic left_out(const std::string& source, const std::exception& failure);

}  // namespace yiwen
