// SPDX-License-Identifier: Apache-2.0
#include "extract/shown_page.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "extract/html_pieces.h"

namespace yiwen {

namespace {

// A hidden element with this share of the running text is shown by a program of the page (WeChat does so). 0.4..0.9.
constexpr double kHiddenStory = 0.5;
// The shortest title that is recognised where the head repeats it, in characters.
constexpr std::size_t kShortestTitle = 4;
// A headline has no more lines.
constexpr std::uint32_t kMostTitleLines = 4;

// Lines that end in an ideograph or its mark go on without a blank.
bool is_wide_at_end(std::string_view text) {
  auto at = static_cast<std::uint32_t>(text.size());
  return at > 0 && previous_code_point(text, at) >= 0x2E80;
}

}  // namespace

void drop_hidden(HtmlTree& page) {
  const auto element = [&](std::uint32_t i) -> const HtmlElement& { return page.elements[i]; };
  const std::size_t size = page.elements.size();
  std::vector<std::uint32_t> outermost(size, 0);  // hidden element around each; 0 for none
  std::vector<std::uint32_t> weight(size, 0);
  std::uint32_t all = 0;
  for (std::uint32_t i = 1; i < size; ++i) {
    const std::uint32_t above = outermost[element(i).parent];
    outermost[i] = above != 0 ? above : element(i).hidden ? i : 0;
  }
  for (const HtmlPiece& p : page.pieces) {
    all += weight_of(p);
    weight[outermost[p.element]] += weight_of(p);
  }
  const auto hides_story = [&](std::uint32_t i) {
    return all > 0 && static_cast<double>(weight[i]) >= kHiddenStory * static_cast<double>(all);
  };
  std::vector<bool> hidden(size, false);
  for (std::uint32_t i = 1; i < size; ++i) {
    hidden[i] = hidden[element(i).parent] || (element(i).hidden && !(outermost[i] == i && hides_story(i)));
  }

  std::vector<HtmlPiece> shown;
  std::vector<std::uint32_t> moved;
  for (HtmlPiece& p : page.pieces) {
    moved.push_back(static_cast<std::uint32_t>(shown.size()));
    if (!hidden[p.element]) shown.push_back(std::move(p));
  }
  moved.push_back(static_cast<std::uint32_t>(shown.size()));
  for (HtmlElement& e : page.elements) {
    const bool gone = moved[e.begin_piece] == (e.begin_piece + 1 < moved.size() ? moved[e.begin_piece + 1] : ~0u);
    if (gone && e.begin_piece == e.end_piece) e.begin = e.end = 0;  // an inline element in a piece that is gone
    e.begin_piece = moved[e.begin_piece];
    e.end_piece = moved[e.end_piece];
  }
  page.pieces = std::move(shown);
}

bool join_title_lines(HtmlTree& page, std::string_view stated_title) {
  const auto piece = [&](std::uint32_t i) -> const HtmlPiece& { return page.pieces[i]; };
  const auto count = [&] { return static_cast<std::uint32_t>(page.pieces.size()); };
  const std::u32string stated = bare(stated_title);
  if (stated.size() < kShortestTitle) return false;
  // Lines of one block, or blocks of one kind in one box.
  const auto goes_on = [&](std::uint32_t above, std::uint32_t below) {
    const HtmlElement& e = page.elements[piece(above).element];
    const HtmlElement& next = page.elements[piece(below).element];
    if (piece(above).row || piece(below).row) return false;
    if (piece(below).element == piece(above).element) return piece(below).behind_break;
    return next.parent == e.parent && next.tag == e.tag && pieces_in(e) == 1 && pieces_in(next) == 1;
  };
  for (std::uint32_t begin = 0; begin < count(); ++begin) {
    std::u32string joined = bare(piece(begin).text);
    std::uint32_t end = begin + 1;
    while (end < count() && end - begin < kMostTitleLines && goes_on(end - 1, end) && joined.size() < stated.size() &&
           !joined.empty() && stated.starts_with(joined)) {
      joined += bare(piece(end++).text);
    }
    if (joined != stated) continue;
    if (end - begin == 1) return true;
    HtmlPiece& first = page.pieces[begin];
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      HtmlPiece& next = page.pieces[i];
      if (!is_wide_at_end(first.text)) first.text += ' ';
      for (const auto& [at, from] : next.origin) {
        first.origin.emplace_back(at + static_cast<std::uint32_t>(first.text.size()), from);
      }
      first.text += next.text;
      first.words += next.words, first.linked += next.linked;
      first.stops += next.stops, first.commas += next.commas;
    }
    const std::uint32_t gone = end - begin - 1;
    page.pieces.erase(page.pieces.begin() + begin + 1, page.pieces.begin() + end);
    const auto renumber = [&](std::uint32_t& at, std::uint32_t& offset) {
      if (at >= end) {
        at -= gone;
      } else if (at > begin) {
        at = begin, offset = static_cast<std::uint32_t>(page.pieces[begin].text.size());
      }
    };
    for (HtmlElement& e : page.elements) {
      const bool whole = e.begin_piece <= begin && e.end_piece >= end;
      const bool first_line = !is_inline(e) && e.begin_piece <= begin && e.end_piece > begin && e.end_piece < end;
      renumber(e.begin_piece, e.begin);
      if (whole) {
        e.end_piece -= gone;
      } else if (first_line) {
        e.end_piece = begin + 1;
      } else {
        renumber(e.end_piece, e.end);
      }
    }
    return true;
  }
  return false;
}

std::string labelled_title(const HtmlTree& page) {
  for (const HtmlPiece& p : page.pieces) {
    if (!p.row) continue;
    if (const auto metadata = metadata_of(p); metadata && metadata->title)
      return p.text.substr(metadata->title->begin, metadata->title->size());
  }
  return {};
}

}  // namespace yiwen
