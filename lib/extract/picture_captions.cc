// SPDX-License-Identifier: Apache-2.0
//
// A picture says nothing of the paragraph below it: most stories go on there. So a line is a caption on evidence alone.
//
//   <div><img alt="某桥通车"><p>某桥通车</p></div>           what the picture is called, in any place near it
//   <div><img><div>通车仪式现场</div></div>                  the only words of a box, short, no sentence, no picture
//   below <p><img></p><p style="text-align:center">现场</p>       in the middle, where the story is not
#include "extract/picture_captions.h"

#include <algorithm>
#include <string>

#include "extract/html_pieces.h"

namespace yiwen {

namespace {

// Captions of papers run to three sentences, in characters.
constexpr std::uint32_t kLongestCaption = 130;
// One that only its place speaks for is a line.
constexpr std::uint32_t kLongestLine = 50;
// The shortest name of a picture that is recognised; file names and 图片 are shorter or match nothing.
constexpr std::size_t kShortestName = 6;
// A picture and its caption, which may have a second line with the photographer.
constexpr std::uint32_t kPiecesOfBox = 2;
// More of the story than this in the middle, and the middle says nothing. Range 0.1..0.5.
constexpr double kCenteredStory = 0.3;

class Captions {
 public:
  Captions(const HtmlTree& page, std::uint32_t begin, std::uint32_t end) : page_(page), begin_(begin), end_(end) {
    double all = 0, centered = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
      const double weight = weight_of(page.pieces[i]);
      all += weight;
      if (is_centered(i)) centered += weight;
    }
    centers_story_ = centered > kCenteredStory * all;
  }

  [[nodiscard]] bool is_caption(std::uint32_t i) const {
    const HtmlPiece& p = page_.pieces[i];
    if (p.picture == 0 || p.words > kLongestCaption || (p.linked > 0 && is_linked(p))) return false;
    if (page_.elements[p.element].tag == HtmlTag::heading || (is_date_line(p) && metadata_of(p))) return false;
    if (repeats_name(p)) return true;
    if (p.words > kLongestLine || p.stops > 1 || p.strong == p.words) return false;
    const bool in_middle = !centers_story_ && is_centered(i);
    const std::uint32_t box = box_of(i);
    if (box == 0) return in_middle;
    return in_middle || (p.stops == 0 && !ends_in_picture(box));
  }

 private:
  [[nodiscard]] bool is_centered(std::uint32_t i) const { return page_.elements[page_.pieces[i].element].centered; }

  [[nodiscard]] static bool repeats_name(const HtmlPiece& p) {
    const std::u32string name = bare(p.picture_text), text = bare(p.text);
    if (std::min(name.size(), text.size()) < kShortestName) return false;
    return text.starts_with(name) || name.starts_with(text);
  }

  // The innermost element around the piece and its picture, if it holds hardly anything else; or 0.
  [[nodiscard]] std::uint32_t box_of(std::uint32_t i) const {
    std::uint32_t at = page_.pieces[i].element, picture = page_.pieces[i].picture;
    while (at != picture) (at > picture ? at : picture) = page_.elements[std::max(at, picture)].parent;
    const HtmlElement& box = page_.elements[at];
    const bool is_story = box.begin_piece <= begin_ && box.end_piece >= end_;
    return pieces_in(box) <= kPiecesOfBox && !is_story ? at : 0;
  }

  // Where a picture stands below the last line of a box, its lines lead to the pictures below them.
  [[nodiscard]] bool ends_in_picture(std::uint32_t box) const {
    const std::uint32_t next = page_.elements[box].end_piece;
    return next < page_.pieces.size() && page_.pieces[next].picture == box;
  }

  const HtmlTree& page_;
  std::uint32_t begin_, end_;
  bool centers_story_ = false;
};

}  // namespace

std::vector<bool> picture_captions(const HtmlTree& page, std::uint32_t begin, std::uint32_t end) {
  const Captions captions(page, begin, end);
  std::vector<bool> out(page.pieces.size(), false);
  for (std::uint32_t i = begin; i < end; ++i) out[i] = captions.is_caption(i);
  return out;
}

}  // namespace yiwen
