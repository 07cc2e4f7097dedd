// SPDX-License-Identifier: Apache-2.0
#include "pipeline/read_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "base/parallel.h"
#include "base/sha256.h"
#include "extract/read_document.h"
#include "pipeline/document_time.h"
#include "pipeline/load_options.h"

namespace yiwen {

namespace {

void fill_stated(Metadata& known, Metadata&& said) {
  for (const auto field : {&Metadata::title, &Metadata::outlet, &Metadata::date, &Metadata::url, &Metadata::author}) {
    if ((known.*field).empty()) known.*field = std::move(said.*field);
  }
}

struct Outcome {
  std::optional<ReadText> text;
  std::vector<Diagnostic> said;
};

Outcome read_text(Document document, const Options& options) {
  Outcome outcome;
  const DocumentTime time(options.limits.max_document_seconds);
  auto read = read_document(document, read_document_options(options));
  if (!read) {
    outcome.said.push_back({Diagnostic::Level::error, read.error()});
    return outcome;
  }
  outcome.said = std::move(read.value().notes);
  ReadText text;
  text.sha256 = sha256_hex(document.bytes);
  text.decoded = std::move(read.value().decoded);
  text.article = std::move(read.value().article);
  if (auto late = time.over(document.source, "extracted")) {
    outcome.said.push_back(std::move(*late));
    return outcome;
  }
  fill_stated(document.metadata, std::move(read.value().stated));
  document.bytes.clear();
  document.bytes.shrink_to_fit();
  text.document = std::move(document);
  text.seconds = time.seconds();
  outcome.text = std::move(text);
  return outcome;
}

}  // namespace

Diagnostic left_out(const std::string& source, const std::exception& failure) {
  return {Diagnostic::Level::error, {ErrorCode::unreadable, source, {}, fmt::format("left out: {}", failure.what())}};
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& left, const Diagnostic& right) {
    return std::tie(left.what.file, left.what.byte) < std::tie(right.what.file, right.what.byte);
  });
}

ReadTexts read_texts(std::vector<Document> documents, const Options& options, unsigned threads) {
  std::sort(documents.begin(), documents.end(), [](const Document& a, const Document& b) {
    return std::tie(a.source, a.id, a.bytes) < std::tie(b.source, b.id, b.bytes);
  });
  std::vector<Outcome> outcomes(documents.size());
  parallel_for(documents.size(), threads, [&](std::size_t i) {
    const std::string source = documents[i].source;
    try {
      outcomes[i] = read_text(std::move(documents[i]), options);
    } catch (const std::exception& failure) {
      outcomes[i].said.push_back(left_out(source, failure));
    }
  });
  ReadTexts result;
  for (Outcome& outcome : outcomes) {
    if (outcome.text) result.texts.push_back(std::move(*outcome.text));
    result.diagnostics.insert(result.diagnostics.end(), outcome.said.begin(), outcome.said.end());
  }
  return result;
}

}  // namespace yiwen
