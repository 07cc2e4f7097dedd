// SPDX-License-Identifier: Apache-2.0
#include "dedup/collection.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <utility>

#include "base/utf8_check.h"
#include "decode/decode.h"
#include "dedup/article_text.h"
#include "load/file_kind.h"
#include "load/load.h"
#include "report/escape.h"

namespace yiwen {
namespace {

// Of one table or archive, which is in memory as a whole while it is read: half a million articles of 2 KB.
constexpr std::uint64_t kMaxCollectionBytes = std::uint64_t{1} << 30;

std::string keys_of(const Metadata& said) {
  std::string keys;
  const auto put = [&](const char* key, const std::string& value) {
    if (value.empty()) return;
    keys.append(",\"").append(key).append("\":");
    append_json_string(keys, value);
  };
  put("title", said.title);
  put("outlet", said.outlet);
  put("date", said.date);
  put("url", said.url);
  put("author", said.author);
  return keys;
}

}  // namespace

bool is_collection(const std::string& path) {
  const auto kind = kind_by_name(path);
  return kind == FileKind::table || kind == FileKind::zip || is_called_json(path);
}

Collection read_collection(const FoundFile& file, const std::string& encoding, const ColumnNames& columns) {
  LoadOptions options;
  options.max_file_bytes = options.max_archive_bytes = kMaxCollectionBytes;
  options.max_documents = options.max_archive_entries = std::numeric_limits<std::uint32_t>::max();
  options.columns = columns;
  options.decoder = text_decoder({.encoding = encoding});
  Loaded loaded = load({file.path}, options);
  Collection collection{{}, std::move(loaded.diagnostics)};
  for (Diagnostic& said : collection.diagnostics) {
    if (said.what.file.starts_with(file.path)) said.what.file.replace(0, file.path.size(), file.shown);
  }
  const std::size_t name = replace_ill_formed(std::filesystem::path(file.path).filename().string()).size();
  for (Document& document : loaded.documents) {
    CollectedArticle article{std::move(document.id), document.source.substr(name), {}, keys_of(document.metadata)};
    document.source = file.shown + article.place;
    auto text = article_text(std::move(document), encoding);
    if (text) {
      article.text = std::move(text).value();
      collection.articles.push_back(std::move(article));
    } else {
      collection.diagnostics.push_back({Diagnostic::Level::error, text.error()});
    }
  }
  // By the letters of its source row 10 stands before row 2.
  std::ranges::stable_sort(collection.articles, {},
                           [](const CollectedArticle& a) { return a.place.starts_with(':') ? a.place.size() : 0; });
  return collection;
}

}  // namespace yiwen
