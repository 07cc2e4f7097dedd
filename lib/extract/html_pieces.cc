// SPDX-License-Identifier: Apache-2.0
#include "extract/html_pieces.h"

#include "base/char_class.h"
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

}  // namespace yiwen
