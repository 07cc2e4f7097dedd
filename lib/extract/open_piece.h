// SPDX-License-Identifier: Apache-2.0
//
// The piece of a page whose text is being put together, with white space as a browser shows it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/html_tree.h"

namespace yiwen {

class OpenPiece {
 public:
  struct Setting {
    bool linked = false;
    bool strong = false;
  };
  // `from`: where the character stands in the html.
  void put(char32_t c, std::uint32_t from, Setting setting);

  // Space between characters, however much; none before the first one. A line that is wrapped in the file between
  // ideographs has no blank there; between other letters it has one.
  enum class Blank : std::uint8_t { space, wrap };
  void put_blank(Blank blank);
  // Before the next cell of a row.
  void put_tab();

  void stand_behind_break() { broken_ = true; }
  void stand_below_picture(std::uint32_t block, std::string said);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  [[nodiscard]] bool is_visible() const { return visible_; }  // there is more in it than white space

  // The piece, if there is something to see in it; the next one begins empty, below the same picture if this one was
  // none. `row`: a row of a table of data.
  [[nodiscard]] std::optional<HtmlPiece> close(std::uint32_t block, bool row);

 private:
  std::string text_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> origin_;
  bool tab_ = false, blank_ = false, wrapped_ = false;  // what stands before the next character, if there is one
  bool visible_ = false;
  bool broken_ = false;
  char32_t last_ = 0;
  std::uint32_t words_ = 0, linked_ = 0, stops_ = 0, commas_ = 0, strong_ = 0;
  std::uint32_t picture_ = 0;  // block of the last picture since the piece before
  std::string picture_text_;
};

}  // namespace yiwen
