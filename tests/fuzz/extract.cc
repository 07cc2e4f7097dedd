// SPDX-License-Identifier: Apache-2.0
//
// Any text: the blocks lie in order, and between them stand white space, invisible characters and marks only.
#include "extract/extract.h"

#include "base/char_class.h"
#include "base/utf8.h"
#include "fuzz/law.h"

namespace {

using namespace yiwen;
using fuzz::require;

bool is_gap(std::string_view text) {
  for (std::uint32_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_space(c) && !is_invisible(c) && std::u32string_view(U"#-*+>=_~").find(c) == std::u32string_view::npos) {
      return false;
    }
  }
  return true;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = fuzz::as_text(fuzz::as_bytes(data, size));
  const Article article = extract(text);
  std::uint32_t end = 0;
  for (const Block& block : article.blocks) {
    require(end <= block.range.begin && block.range.begin < block.range.end, "blocks are in order and never empty");
    require(is_gap(std::string_view(text).substr(end, block.range.begin - end)), "the blocks are the text");
    end = block.range.end;
  }
  require(end <= text.size() && is_gap(std::string_view(text).substr(end)), "the blocks are the text to its end");
  for (const auto& range : {article.title, article.outlet, article.date, article.byline, article.editor}) {
    require(!range || (range->begin < range->end && range->end <= text.size()), "what a text says of itself is in it");
    if (!range) continue;
    const std::string_view said = std::string_view(text).substr(range->begin, range->size());
    require(first_ill_formed(said) == said.size(), "what a text says of itself cuts no character");
  }
  return 0;
}
