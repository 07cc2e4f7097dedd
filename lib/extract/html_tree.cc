// SPDX-License-Identifier: Apache-2.0
//
// gumbo, and nothing else, knows HTML here; docs/decisions/html-parser.md says why it does. Its quirks:
//   - time and memory grow with depth: html_guard.cc cuts it, and the walk below may recurse for that
//   - offsets of text nodes are those of the buffer, before entities are decoded; a run of white space behind text is
//     part of the text node
//   - the number of a character reference is not checked for overflow, and may come out as ill-formed UTF-8
//     (Html.TakesACharacterReferenceOfNoCharacterForAnUnknownOne)
//   - what a browser takes for display:none in a style sheet it does not know; only attributes count
#include "extract/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <memory>
#include <optional>

#include "base/char_class.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "base/utf8_check.h"
#include "extract/metadata.h"
#include "extract/open_piece.h"

namespace yiwen {

namespace {

// The longest cell of a table of data, in characters: longer ones hold paragraphs, and the table is a layout.
constexpr std::uint32_t kLongestCell = 80;
// Linked data of a page has some kilobytes; more is not worth its time.
constexpr std::size_t kLongestLinkedData = 1u << 20;
constexpr std::size_t kMostMetas = 1000;
// A line of values in a headline is no longer, in bytes.
constexpr std::size_t kLongestHeadingLine = 240;

bool is_html_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string small_letters(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found != nullptr ? std::string_view(found->value) : std::string_view();
}

bool has_attribute(const GumboNode& node, const char* name) {
  return gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

// Styles by which text is kept from readers.
bool is_hidden(const GumboNode& node) {
  if (has_attribute(node, "hidden")) return true;
  std::string style;
  for (const char c : attribute(node, "style").substr(0, 2000)) {
    if (!is_html_space(static_cast<unsigned char>(c))) style += c;
  }
  style = small_letters(style);
  // Not among them, because pages that people make use it for layout: font-size:0 around boxes that set their own size,
  // opacity:0 until a program fades a paragraph in.
  constexpr auto kHiding = std::to_array<std::string_view>(
      {"display:none", "visibility:hidden", "text-indent:-999", "left:-999", "top:-999", "height:0;overflow:hidden",
       "height:0px;overflow:hidden", "height:1px;overflow:hidden", "width:1px;overflow:hidden"});
  return std::any_of(kHiding.begin(), kHiding.end(),
                     [&](std::string_view hiding) { return style.find(hiding) != std::string::npos; });
}

// 1 where the element centers its lines, -1 where it sets them otherwise, 0 where it says nothing of them.
int centers(const GumboNode& node) {
  if (node.v.element.tag == GUMBO_TAG_CENTER) return 1;
  std::string style = small_letters(attribute(node, "style").substr(0, 2000));
  std::erase_if(style, [](char c) { return is_html_space(static_cast<unsigned char>(c)); });
  if (const std::size_t at = style.find("text-align:"); at != std::string::npos) {
    return style.compare(at + 11, 6, "center") == 0 ? 1 : -1;
  }
  const std::string align = small_letters(attribute(node, "align"));
  return align.empty() ? 0 : align == "center" ? 1 : -1;
}

// Too narrow to show anything that needs words: marks before a line, dividers.
bool is_icon(const GumboNode& node) {
  constexpr int kNarrowest = 80;  // pixels
  for (const char* side : {"width", "height", "data-w"}) {
    const std::string_view value = attribute(node, side);
    int pixels = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), pixels);
    const std::string_view unit(read.ptr, static_cast<std::size_t>(value.data() + value.size() - read.ptr));
    if (read.ec == std::errc() && (unit.empty() || unit == "px") && pixels < kNarrowest) return true;
  }
  return false;
}

// Text that is no text of the page: programs, forms, drawings, readings set over characters.
bool is_left_out(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_TITLE:
      return true;
    default:
      return false;
  }
}

HtmlTag tag_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
      return HtmlTag::anchor;
    case GUMBO_TAG_ARTICLE:
      return HtmlTag::article;
    case GUMBO_TAG_ASIDE:
      return HtmlTag::aside;
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FIGCAPTION:
      return HtmlTag::caption;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return HtmlTag::cell;
    case GUMBO_TAG_BUTTON:
      return HtmlTag::control;
    case GUMBO_TAG_FOOTER:
      return HtmlTag::footer;
    case GUMBO_TAG_HEADER:
      return HtmlTag::header;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return HtmlTag::heading;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
      return HtmlTag::item;
    case GUMBO_TAG_MAIN:
      return HtmlTag::main;
    case GUMBO_TAG_NAV:
      return HtmlTag::nav;
    case GUMBO_TAG_P:
      return HtmlTag::paragraph;
    case GUMBO_TAG_TR:
      return HtmlTag::row;
    case GUMBO_TAG_TABLE:
      return HtmlTag::table;
    case GUMBO_TAG_TIME:
      return HtmlTag::time;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FRAMESET:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP:
      return HtmlTag::block_other;
    default:
      return HtmlTag::inline_other;
  }
}

bool is_inline(HtmlTag tag) { return tag == HtmlTag::inline_other || tag == HtmlTag::anchor || tag == HtmlTag::time; }

// What a table looks like from outside, to tell data from layout.
struct TableShape {
  std::uint32_t rows = 0;
  std::uint32_t rows_with_cells = 0;  // two or more
  std::uint32_t longest_cell = 0;
  bool nested = false;
};

// Adds the words of the text below the node, and stops once there are too many for a cell of data.
void count_words(const GumboNode& node, std::uint32_t& words) {
  if (words > kLongestCell) return;
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) {
    const std::string_view text = node.v.text.text;
    for (std::uint32_t at = 0; at < text.size() && words <= kLongestCell;) {
      const Utf8Piece next = utf8_piece(text, at);
      std::uint32_t begin = at;
      if (next.well_formed && is_word(next_code_point(text, begin))) ++words;
      at += static_cast<std::uint32_t>(next.length);
    }
  } else if (node.type == GUMBO_NODE_ELEMENT && !is_left_out(node.v.element.tag)) {
    for (unsigned i = 0; i < node.v.element.children.length; ++i) {
      count_words(*static_cast<const GumboNode*>(node.v.element.children.data[i]), words);
    }
  }
}

void look_at_table(const GumboNode& node, TableShape& shape) {
  for (unsigned i = 0; i < node.v.element.children.length && !shape.nested; ++i) {
    const auto& child = *static_cast<const GumboNode*>(node.v.element.children.data[i]);
    if (child.type != GUMBO_NODE_ELEMENT) continue;
    const GumboTag tag = child.v.element.tag;
    if (tag == GUMBO_TAG_TABLE) {
      shape.nested = true;
    } else if (tag == GUMBO_TAG_TR) {
      std::uint32_t cells = 0;
      for (unsigned c = 0; c < child.v.element.children.length; ++c) {
        const auto& cell = *static_cast<const GumboNode*>(child.v.element.children.data[c]);
        if (cell.type != GUMBO_NODE_ELEMENT || tag_of(cell.v.element.tag) != HtmlTag::cell) continue;
        ++cells;
        std::uint32_t words = 0;
        count_words(cell, words);
        shape.longest_cell = std::max(shape.longest_cell, words);
        look_at_table(cell, shape);
      }
      ++shape.rows;
      if (cells > 1) ++shape.rows_with_cells;
    } else {
      look_at_table(child, shape);
    }
  }
}

bool is_data(const GumboNode& table) {
  TableShape shape;
  look_at_table(table, shape);
  return !shape.nested && shape.rows >= 2 && shape.rows_with_cells * 2 >= shape.rows &&
         shape.longest_cell <= kLongestCell;
}

// The text from the node to the next <br>; longer than kLongestHeadingLine where there is more. False at a <br>.
bool gather_line(const GumboNode& node, std::string& line) {
  if (line.size() > kLongestHeadingLine) return false;
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
    line += replace_ill_formed(node.v.text.text);
  } else if (node.type == GUMBO_NODE_ELEMENT && !is_left_out(node.v.element.tag)) {
    if (node.v.element.tag == GUMBO_TAG_BR) return false;
    for (unsigned i = 0; i < node.v.element.children.length; ++i) {
      if (!gather_line(*static_cast<const GumboNode*>(node.v.element.children.data[i]), line)) return false;
    }
  }
  return true;
}

// 发布时间：2026-03-19 in the headline, behind the <br>: no part of it.
bool values_follow(const GumboNode& line_break) {
  const GumboNode* const parent = line_break.parent;
  if (parent == nullptr || parent->type != GUMBO_NODE_ELEMENT) return false;
  std::string line;
  for (auto i = static_cast<unsigned>(line_break.index_within_parent) + 1; i < parent->v.element.children.length; ++i) {
    if (!gather_line(*static_cast<const GumboNode*>(parent->v.element.children.data[i]), line)) break;
  }
  if (line.size() > kLongestHeadingLine) return false;
  const auto metadata = read_metadata(line, describe_paragraph(line, {0, static_cast<std::uint32_t>(line.size())}));
  return metadata && metadata->end == line.size() && (metadata->date || metadata->outlet);
}

// <span>作者：某某</span> <span>来源：某报</span>: parts that stand side by side, whatever parts them in the file.
bool parts_elements(const GumboNode& blank) {
  const GumboNode* const parent = blank.parent;
  if (blank.type != GUMBO_NODE_WHITESPACE || parent == nullptr || parent->type != GUMBO_NODE_ELEMENT) return false;
  const auto at = static_cast<unsigned>(blank.index_within_parent);
  const auto is_element = [&](unsigned i) {
    return i < parent->v.element.children.length &&
           static_cast<const GumboNode*>(parent->v.element.children.data[i])->type == GUMBO_NODE_ELEMENT;
  };
  return at > 0 && is_element(at - 1) && is_element(at + 1);
}

class Walk {
 public:
  explicit Walk(std::string_view html) : html_(html) {}

  HtmlTree run(const GumboNode& root) && {
    tree_.elements.push_back({});
    tree_.elements.front().tag = HtmlTag::block_other;
    element(root, 0);
    close_piece();
    tree_.elements.front().end_piece = static_cast<std::uint32_t>(tree_.pieces.size());
    return std::move(tree_);
  }

 private:
  void node(const GumboNode& node, std::uint32_t parent) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        return text(node);
      case GUMBO_NODE_ELEMENT:
        return element(node, parent);
      default:
        return;
    }
  }

  void children(const GumboNode& of, std::uint32_t parent) {
    for (unsigned i = 0; i < of.v.element.children.length; ++i) {
      node(*static_cast<const GumboNode*>(of.v.element.children.data[i]), parent);
    }
  }

  void element(const GumboNode& node, std::uint32_t parent) {
    const GumboTag gumbo_tag = node.v.element.tag;
    if (gumbo_tag == GUMBO_TAG_META) return meta(node);
    if (gumbo_tag == GUMBO_TAG_HEAD || gumbo_tag == GUMBO_TAG_TITLE) return head(node);
    if (gumbo_tag == GUMBO_TAG_SCRIPT) return script(node);
    if (gumbo_tag == GUMBO_TAG_BR) return line_break(&node);
    if (gumbo_tag == GUMBO_TAG_IMG) return picture(node);
    if (is_left_out(gumbo_tag)) return;

    const HtmlTag tag = tag_of(gumbo_tag);
    const bool is_row = tag == HtmlTag::row && in_data_ > 0;
    const bool in_row = row_ && !is_row;  // cells and what is in them make no blocks of their own
    const bool block = !is_inline(tag) && !in_row;
    if (block) close_piece();
    if (in_row && (tag == HtmlTag::cell || tag == HtmlTag::paragraph)) piece_.put_tab();

    const auto index = static_cast<std::uint32_t>(tree_.elements.size());
    tree_.elements.push_back(describe(node, tag, parent));
    if (!is_inline(tag)) block_ = index;
    const bool data = tag == HtmlTag::table && is_data(node);
    if (data) ++in_data_;
    // <a name="top"> is a place, not a link, and often is never closed.
    const bool place = !has_attribute(node, "href") && (has_attribute(node, "name") || has_attribute(node, "id"));
    const bool link = tag == HtmlTag::anchor && !place;
    if (link) ++in_links_;
    if (gumbo_tag == GUMBO_TAG_PRE) ++in_pre_;
    const bool strong = gumbo_tag == GUMBO_TAG_MARK;  // see html_guard.cc
    if (strong) ++in_strong_;
    if (is_row) row_ = true;
    children(node, index);
    if (block) close_piece();
    if (is_row) row_ = false;
    if (gumbo_tag == GUMBO_TAG_PRE) --in_pre_;
    if (strong) --in_strong_;
    if (link) --in_links_;
    if (data) --in_data_;
    HtmlElement& self = tree_.elements[index];
    self.end_piece = static_cast<std::uint32_t>(tree_.pieces.size());
    self.end = piece_.size();
    if (!is_inline(tag)) block_ = enclosing_block(parent);
  }

  [[nodiscard]] std::uint32_t enclosing_block(std::uint32_t at) const {
    while (at != 0 && is_inline(tree_.elements[at].tag)) at = tree_.elements[at].parent;
    return at;
  }

  HtmlElement describe(const GumboNode& node, HtmlTag tag, std::uint32_t parent) {
    HtmlElement out;
    out.parent = parent;
    out.tag = tag;
    if (tag == HtmlTag::heading) {
      out.heading_level = static_cast<std::uint8_t>(node.v.element.tag - GUMBO_TAG_H1 + 1);
    }
    out.hidden = is_hidden(node);
    const int centering = centers(node);
    out.centered = centering > 0 || (centering == 0 && !tree_.elements.empty() && tree_.elements[parent].centered);
    const std::string_view classes = attribute(node, "class"), id = attribute(node, "id");
    if (node.v.element.tag != GUMBO_TAG_BODY && node.v.element.tag != GUMBO_TAG_HTML) {
      add_hints(classes, out.hints);
      add_hints(id, out.hints);
      const std::string_view role = attribute(node, "role");
      if (role == "navigation" || role == "search" || role == "banner" || role == "menu") out.hints.navigation = true;
      if (role == "contentinfo") out.hints.footer = true;
      if (role == "complementary") out.hints.related = true;
      const std::string property = small_letters(attribute(node, "itemprop"));
      if (property == "articlebody") out.hints.article = true;
      if (property == "headline") out.hints.title = true;
      if (property == "datepublished") out.hints.date = true;
      if (property == "author") out.hints.author = true;
    }
    if (tag == HtmlTag::nav) out.hints.navigation = true;
    if (tag == HtmlTag::aside) out.hints.related = true;
    if (tag == HtmlTag::control) out.hints.navigation = true;
    if (tag == HtmlTag::time) out.hints.date = true;
    if (tag == HtmlTag::caption) out.hints.caption = true;
    out.kind = hash64(std::to_string(static_cast<int>(node.v.element.tag)) + " " + std::string(classes));
    out.begin_piece = static_cast<std::uint32_t>(tree_.pieces.size());
    out.begin = piece_.size();
    return out;
  }

  void text(const GumboNode& node) {
    const std::string text = replace_ill_formed(node.v.text.text);
    // Offsets of the text are those of the buffer up to the first entity; behind it they are near enough.
    // Text that the parser makes itself (the prompt of <isindex>) comes from nowhere.
    const char* const original = node.v.text.original_text.data;
    const bool known = original != nullptr && !std::less<>()(original, html_.data()) &&
                       !std::less<>()(html_.data() + html_.size(), original);
    if (known) from_ = static_cast<std::uint32_t>(original - html_.data());
    const std::uint32_t from = from_;
    const auto length = known ? static_cast<std::uint32_t>(node.v.text.original_text.length) : 0;
    const bool apart = parts_elements(node);
    for (std::uint32_t at = 0; at < text.size();) {
      const std::uint32_t begin = at;
      const char32_t c = next_code_point(text, at);
      if (is_html_space(c)) {
        if (in_pre_ > 0 && c == '\n') {
          line_break(nullptr);
        } else {
          const bool wraps = !apart && (c == '\n' || c == '\r');
          piece_.put_blank(wraps ? OpenPiece::Blank::wrap : OpenPiece::Blank::space);
        }
        continue;
      }
      if (piece_.size() == 0 && is_space(c)) continue;  // indents
      piece_.put(c == 0 ? char32_t{0xFFFD} : c, from + std::min(begin, length), {in_links_ > 0, in_strong_ > 0});
    }
  }

  // `node`: the <br>, if it is one.
  void line_break(const GumboNode* node) {
    if (row_) return piece_.put_blank(OpenPiece::Blank::space);
    const bool in_heading = tree_.elements[block_].tag == HtmlTag::heading;
    // A headline on two lines is one headline.
    if (in_heading && !(node != nullptr && values_follow(*node))) return piece_.put_blank(OpenPiece::Blank::space);
    const bool any = piece_.size() > 0;
    close_piece();
    if (any) piece_.stand_behind_break();
  }

  void close_piece() {
    if (auto piece = piece_.close(block_, row_)) tree_.pieces.push_back(std::move(*piece));
  }

  // One that stands above text, or before it: one in the midst of a line is part of it.
  void picture(const GumboNode& node) {
    if (piece_.is_visible() || is_icon(node)) return;
    std::string said = replace_ill_formed(attribute(node, "alt"));
    if (said.empty()) said = replace_ill_formed(attribute(node, "title"));
    piece_.stand_below_picture(block_, std::move(said));
  }

  void head(const GumboNode& node) {
    if (node.v.element.tag == GUMBO_TAG_TITLE) {
      if (tree_.title.empty() && node.v.element.children.length > 0) {
        const auto& child = *static_cast<const GumboNode*>(node.v.element.children.data[0]);
        if (child.type == GUMBO_NODE_TEXT) tree_.title = replace_ill_formed(child.v.text.text);
      }
      return;
    }
    for (unsigned i = 0; i < node.v.element.children.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(node.v.element.children.data[i]);
      if (child.type != GUMBO_NODE_ELEMENT) continue;
      const GumboTag tag = child.v.element.tag;
      if (tag == GUMBO_TAG_META) meta(child);
      if (tag == GUMBO_TAG_SCRIPT) script(child);
      if (tag == GUMBO_TAG_TITLE) head(child);
      if (tag == GUMBO_TAG_LINK && small_letters(attribute(child, "rel")) == "canonical") {
        tree_.canonical = replace_ill_formed(attribute(child, "href"));
      }
    }
  }

  void meta(const GumboNode& node) {
    const std::string_view content = attribute(node, "content");
    if (content.empty() || tree_.metas.size() >= kMostMetas) return;
    for (const char* key : {"property", "name", "itemprop"}) {
      const std::string_view name = attribute(node, key);
      if (!name.empty()) tree_.metas.emplace_back(small_letters(name), replace_ill_formed(content));
    }
  }

  void script(const GumboNode& node) {
    if (small_letters(attribute(node, "type")) != "application/ld+json") return;
    if (node.v.element.children.length == 0) return;
    const auto& child = *static_cast<const GumboNode*>(node.v.element.children.data[0]);
    if (child.type != GUMBO_NODE_TEXT && child.type != GUMBO_NODE_CDATA) return;
    const std::string_view data = child.v.text.text;
    if (data.size() <= kLongestLinkedData) tree_.linked_data.emplace_back(data);
  }

  std::string_view html_;
  std::uint32_t from_ = 0;  // where the last text stood
  HtmlTree tree_;
  std::uint32_t block_ = 0;
  std::uint32_t in_links_ = 0, in_data_ = 0, in_pre_ = 0, in_strong_ = 0;
  bool row_ = false;
  OpenPiece piece_;
};

}  // namespace

HtmlTree parse_html(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // their texts quote the stack of open elements, which takes longer than parsing
  const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, html.data(), html.size()), destroy);
  return Walk(html).run(*output->root);
}

}  // namespace yiwen
