// SPDX-License-Identifier: Apache-2.0
#include "extract/open_piece.h"

#include <cstddef>
#include <string_view>

#include "base/char_class.h"
#include "base/utf8.h"

namespace yiwen {

namespace {

constexpr std::size_t kOriginStride = 64;  // bytes of text between two checkpoints

bool is_wide(char32_t c) { return is_han(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF); }

bool is_stop(char32_t c) { return std::u32string_view(U"。！？!?｡").find(c) != std::u32string_view::npos; }
bool is_comma(char32_t c) { return std::u32string_view(U"，、；,;").find(c) != std::u32string_view::npos; }

}  // namespace

void OpenPiece::put(char32_t c, std::uint32_t from, Setting setting) {
  if (origin_.empty() || tab_ || blank_ || text_.size() - origin_.back().first >= kOriginStride) {
    origin_.emplace_back(size(), from);
  }
  if (tab_) {
    text_ += '\t';
  } else if (blank_ && !(wrapped_ && is_wide(last_) && is_wide(c))) {
    text_ += ' ';
  }
  tab_ = blank_ = wrapped_ = false;
  append_utf8(text_, c);
  last_ = c;
  visible_ = visible_ || !is_invisible(c);
  if (is_word(c)) {
    ++words_;
    if (setting.linked) ++linked_;
    if (setting.strong) ++strong_;
  }
  if (is_stop(c)) ++stops_;
  if (is_comma(c)) ++commas_;
}

void OpenPiece::put_blank(Blank blank) {
  if (text_.empty()) return;
  blank_ = true;
  wrapped_ = wrapped_ || blank == Blank::wrap;
}

void OpenPiece::put_tab() { tab_ = tab_ || !text_.empty(); }

void OpenPiece::stand_below_picture(std::uint32_t block, std::string said) {
  picture_ = block;
  picture_text_ = std::move(said);
}

std::optional<HtmlPiece> OpenPiece::close(std::uint32_t block, bool row) {
  while (!text_.empty()) {
    auto end = size();
    if (!is_space(previous_code_point(text_, end))) break;
    text_.resize(end);
  }
  OpenPiece next;
  if (!visible_) {  // a piece of zero-width characters is none
    next.picture_ = picture_;
    next.picture_text_ = std::move(picture_text_);
    *this = std::move(next);
    return std::nullopt;
  }
  HtmlPiece piece;
  piece.text = std::move(text_);
  piece.element = block;
  piece.words = words_;
  piece.linked = linked_;
  piece.stops = stops_;
  piece.commas = commas_;
  piece.row = row;
  piece.behind_break = broken_;
  piece.strong = strong_;
  piece.picture = picture_;
  piece.picture_text = std::move(picture_text_);
  piece.origin = std::move(origin_);
  *this = std::move(next);
  return piece;
}

}  // namespace yiwen
