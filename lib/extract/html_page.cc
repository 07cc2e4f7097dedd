// SPDX-License-Identifier: Apache-2.0
//
// A page is read in this order: what of it is shown (shown_page.cc), where its story stands (story_place.cc), what the
// story is called (story_title.cc), which pieces belong to it (piece_kinds.cc), and what the lines around it say of it
// (page_fields.cc).
#include "extract/html_page.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/html_guard.h"
#include "extract/html_tree.h"
#include "extract/page_fields.h"
#include "extract/piece_kinds.h"
#include "extract/shown_page.h"
#include "extract/stated_metadata.h"
#include "extract/story_place.h"
#include "extract/story_title.h"

namespace yiwen {

namespace {

MarkedText write(const ReadPage& read, const TamedHtml& tamed) {
  MarkedText out;
  out.stated = read.stated;
  const auto size = [&] { return static_cast<std::uint32_t>(out.text.size()); };
  if (!read.title.piece && !read.stated.title.empty()) {
    out.text = read.stated.title;
    out.paragraphs.push_back({{0, size()}, BlockKind::title});
  }
  out.text_at.push_back(0);
  out.markup_at.push_back(0);
  std::vector<std::uint32_t> piece_at;
  for (std::size_t i = 0; i < read.page.pieces.size(); ++i) {
    const HtmlPiece& p = read.page.pieces[i];
    const HtmlElement& e = read.page.elements[p.element];
    if (!out.text.empty()) out.text += p.behind_break || p.row ? "\n" : "\n\n";
    piece_at.push_back(size());
    for (const auto& [at, from] : p.origin) {
      const std::uint32_t origin = tamed.origin(from);
      // Text that the parser moved (out of a table) does not ascend.
      if (size() + at <= out.text_at.back() || origin < out.markup_at.back()) continue;
      out.text_at.push_back(size() + at);
      out.markup_at.push_back(origin);
    }
    MarkedParagraph paragraph;
    paragraph.range = {size(), size() + static_cast<std::uint32_t>(p.text.size())};
    paragraph.kind = read.kinds[i];
    paragraph.list_item = e.tag == HtmlTag::item;
    paragraph.heading_level = e.tag == HtmlTag::heading && !read.kinds[i] ? e.heading_level : 0;
    paragraph.links_only = p.words > 0 && p.linked == p.words;
    paragraph.same_block = p.behind_break;
    out.text += p.text;
    out.paragraphs.push_back(paragraph);
  }
  if (!out.text.empty()) out.text += "\n";
  out.fields = page_fields(read, piece_at);
  return out;
}

MarkedText read_page(HtmlTree page, const TamedHtml& tamed) {
  const Metadata stated = stated_metadata(page);
  drop_hidden(page);
  join_title_lines(page, stated.title);
  // A table of values says better than the head what is called by that name in the page.
  Metadata known = stated;
  if (std::string title = labelled_title(page); join_title_lines(page, title)) known.title = std::move(title);
  const StoryPlace place = find_story(page);
  const StoryTitle title = find_title(page, known, place);
  const std::vector<std::optional<BlockKind>> kinds = piece_kinds(page, place, title);
  return write({page, stated, place, title, kinds}, tamed);
}

}  // namespace

Result<MarkedText> read_html(std::string_view page, const HtmlLimits& limits) {
  if (page.size() > limits.max_bytes) {
    return Error{ErrorCode::over_limit,
                 "",
                 {},
                 fmt::format("a page of {} bytes, more than the limit of {} bytes", page.size(), limits.max_bytes)};
  }
  const TamedHtml tamed = tame_html(page, limits.max_depth);
  MarkedText text = read_page(parse_html(tamed.html), tamed);
  if (tamed.flattened > 0) {
    text.notes.push_back(
        fmt::format("{} elements lie deeper than {} and were flattened", tamed.flattened, limits.max_depth));
  }
  return text;
}

}  // namespace yiwen
