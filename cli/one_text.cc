// SPDX-License-Identifier: Apache-2.0
#include "cli/one_text.h"

#include <fmt/format.h>

#include <utility>

#include "load/load.h"
#include "pipeline/load_options.h"

namespace yiwen::cli {

Result<Document> load_one(const std::string& path) {
  Loaded loaded = load({path}, load_options({}));
  if (loaded.documents.size() == 1) return std::move(loaded.documents.front());
  if (loaded.documents.size() > 1) {
    return Error{.code = ErrorCode::bad_option,
                 .file = path,
                 .byte = {},
                 .reason = fmt::format("holds {} texts where one is asked for", loaded.documents.size())};
  }
  for (const auto& diagnostic : loaded.diagnostics) {
    if (diagnostic.level == Diagnostic::Level::error) return diagnostic.what;
  }
  return Error{.code = ErrorCode::not_found, .file = path, .byte = {}, .reason = "holds no text"};
}

Result<std::vector<Document>> load_pair(const std::string& left, const std::string& right) {
  auto first = load_one(left);
  if (!first) return first.error();
  auto second = load_one(right);
  if (!second) return second.error();
  std::vector<Document> pair{std::move(first).value(), std::move(second).value()};
  // Loaded apart, the two may bear one name; the paths tell them apart, and a number does where these are one as well.
  if (pair[0].id == pair[1].id) {
    pair[0].id = left;
    pair[1].id = left == right ? right + " (2)" : right;
  }
  if (pair[0].source == pair[1].source) {
    pair[0].source = left;
    pair[1].source = left == right ? right + " (2)" : right;
  }
  return pair;
}

}  // namespace yiwen::cli
