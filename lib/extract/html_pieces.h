// SPDX-License-Identifier: Apache-2.0
//
// What a piece of a page looks like by itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/html_tree.h"
#include "extract/metadata.h"

namespace yiwen {

// Most of its words are inside of links, or it has none.
[[nodiscard]] bool is_linked(const HtmlPiece& piece);

// How much running text it holds, in characters: text outside of links that is long, or has stops or commas.
[[nodiscard]] std::uint32_t weight_of(const HtmlPiece& piece);

// Letters and digits alone, folded and in small letters: what two titles are compared by.
[[nodiscard]] std::u32string bare(std::string_view text);

[[nodiscard]] bool is_inline(const HtmlElement& element);

// How many pieces stand in it.
[[nodiscard]] inline std::uint32_t pieces_in(const HtmlElement& element) {
  return element.end_piece - element.begin_piece;
}

// Whether the innermost block of the piece, or one that holds this piece alone, bears the name.
[[nodiscard]] bool is_named(const HtmlTree& page, std::uint32_t piece, bool PageHints::*name);

// Where the piece is metadata and nothing else.
[[nodiscard]] std::optional<MetadataReading> metadata_of(const HtmlPiece& piece);

// The longest line that gives a day and hardly anything else, in characters.
inline constexpr std::size_t kLongestDateLine = 60;

// Day and hour, and hardly anything else.
[[nodiscard]] bool is_date_line(const HtmlPiece& piece);

}  // namespace yiwen
