// SPDX-License-Identifier: Apache-2.0
//
// A page as a reader of its text sees it: elements, and the pieces of text that stand in blocks of their own. The only
// door to the parser.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/page_hints.h"

namespace yiwen {

// The tags that mean something here; the others are block or inline.
enum class HtmlTag : std::uint8_t {
  inline_other,
  block_other,
  anchor,
  article,
  aside,
  caption,  // <figcaption>, and <caption> of a table
  cell,
  control,  // <button>
  footer,
  header,
  heading,
  item,
  main,
  nav,
  paragraph,
  row,
  table,
  time,
};

struct HtmlElement {
  std::uint32_t parent = 0;  // index; the root is its own parent
  HtmlTag tag = HtmlTag::inline_other;
  std::uint8_t heading_level = 0;
  bool hidden = false;     // by its own attributes
  bool centered = false;   // its lines stand in the middle, by its attributes or those of an element around it
  PageHints hints;         // of its own class, id, role
  std::uint64_t kind = 0;  // hash of the tag and the class: what elements made by one template share
  // Its text, from this offset of this piece on to that of that one.
  std::uint32_t begin_piece = 0, begin = 0;
  std::uint32_t end_piece = 0, end = 0;
};

// Text between two borders of blocks, with white space as a browser shows it.
struct HtmlPiece {
  std::string text;           // never empty, without the white space around it
  std::uint32_t element = 0;  // the innermost block that holds it
  std::uint32_t words = 0;    // characters that are letters, digits or ideographs
  std::uint32_t linked = 0;   // those of them inside of links
  std::uint32_t stops = 0;    // 。！？ and their like
  std::uint32_t commas = 0;
  bool row = false;           // a row of a table of data, cells parted by tabs
  bool behind_break = false;  // stands behind a <br> in the same block as the piece before it
  std::uint32_t strong = 0;   // words of it that are set bold
  // The block of the last picture between the piece before and this one, 0 for none; what is said of that picture where
  // it cannot be seen.
  std::uint32_t picture = 0;
  std::string picture_text;
  // Text offset first came from offset second of the html; both ascend.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> origin;
};

struct HtmlTree {
  std::vector<HtmlElement> elements;                       // parents before their children, in order
  std::vector<HtmlPiece> pieces;                           // in order
  std::string title;                                       // of <title>
  std::vector<std::pair<std::string, std::string>> metas;  // name, property or itemprop in small letters -> content
  std::vector<std::string> linked_data;                    // <script type="application/ld+json">
  std::string canonical;                                   // address
};

// REQUIRES: html is valid UTF-8 and has passed tame_html()
[[nodiscard]] HtmlTree parse_html(std::string_view html);

}  // namespace yiwen
