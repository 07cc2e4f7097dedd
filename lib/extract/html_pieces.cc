// SPDX-License-Identifier: Apache-2.0
#include "extract/html_pieces.h"

#include <algorithm>

#include "base/char_class.h"
#include "extract/dates.h"
#include "extract/folded_text.h"

namespace yiwen {

namespace {

// More of a piece than this inside of links, and it is a list of links. Range 0.5..0.9.
constexpr double kLinkedShare = 0.6;
// Running text has this many characters outside of links, or a stop and so many, or a comma and so many.
constexpr std::uint32_t kLongRun = 40;
constexpr std::uint32_t kShortestStopped = 8;
constexpr std::uint32_t kShortestWithComma = 14;

}  // namespace

bool is_linked(const HtmlPiece& piece) {
  return piece.words == 0 || static_cast<double>(piece.linked) > kLinkedShare * static_cast<double>(piece.words);
}

std::uint32_t weight_of(const HtmlPiece& piece) {
  if (is_linked(piece) || piece.row) return 0;
  const std::uint32_t plain = piece.words - piece.linked;
  const bool runs = plain >= kLongRun || (piece.stops > 0 && plain >= kShortestStopped) ||
                    (piece.commas > 0 && plain >= kShortestWithComma);
  return runs ? plain : 0;
}

std::u32string bare(std::string_view text) {
  std::u32string out;
  const FoldedText folded = fold_for_cues(text, {0, static_cast<std::uint32_t>(text.size())});
  for (const char32_t c : folded.chars) {
    if (is_word(c)) out += c;
  }
  return out;
}

bool is_inline(const HtmlElement& e) {
  return e.tag == HtmlTag::inline_other || e.tag == HtmlTag::anchor || e.tag == HtmlTag::time;
}

bool is_named(const HtmlTree& page, std::uint32_t piece, bool PageHints::*name) {
  for (std::uint32_t i = page.pieces[piece].element; i != 0; i = page.elements[i].parent) {
    if (page.elements[i].hints.*name) return true;
    if (pieces_in(page.elements[i]) > 1) return false;
  }
  return false;
}

std::optional<MetadataReading> metadata_of(const HtmlPiece& piece) {
  const std::string& text = piece.text;
  auto metadata = read_metadata(text, describe_paragraph(text, {0, static_cast<std::uint32_t>(text.size())}));
  if (metadata && metadata->end < text.size()) metadata.reset();
  return metadata;
}

bool is_date_line(const HtmlPiece& p) {
  if (p.stops > 0 || p.row || p.text.size() > kLongestDateLine * 4) return false;
  const FoldedText folded = fold_for_cues(p.text, {0, static_cast<std::uint32_t>(p.text.size())});
  if (folded.size() > kLongestDateLine) return false;
  bool day = false, hour = false;
  for (std::size_t at = 0; at < folded.size();) {
    const DateMatch date = match_date(folded.chars, at);
    day = day || date.has_date;
    // A day at its begin, with a blank behind it: 2019年9月11日 某某传媒 时政
    const bool apart = at + date.size >= folded.size() || folded.chars[at + date.size] == ' ';
    hour = hour || (at == 0 && date.has_date && apart && p.commas == 0);
    // And one at its end, with a name before it: 其它内容 2019年9月11日
    const bool last = at > 0 && at + date.size == folded.size() && folded.chars[at - 1] == ' ';
    hour = hour || (last && date.has_date && folded.chars.find(',') >= at);
    hour = hour || date.has_time;
    at += std::max<std::size_t>(date.size, 1);
  }
  return day && (hour || metadata_of(p));
}

}  // namespace yiwen
