// SPDX-License-Identifier: Apache-2.0
#include "dedup/article_text.h"

#include <utility>

#include "decode/decode.h"
#include "extract/read_document.h"

namespace yiwen {

Result<std::string> article_text(Document document, const std::string& encoding) {
  if (document.decoded) return std::move(document.bytes);
  if (document.kind != DocumentKind::text) {
    auto page = read_document(document, {.encoding = encoding});
    if (!page) return page.error();
    return story_text(page.value().decoded, page.value().article, document.kind);
  }
  auto text = decode(document, {.encoding = encoding});
  if (!text) return text.error();
  return std::move(text.value().text);
}

}  // namespace yiwen
