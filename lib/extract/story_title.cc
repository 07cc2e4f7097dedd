// SPDX-License-Identifier: Apache-2.0
#include "extract/story_title.h"

#include <algorithm>

#include "extract/html_pieces.h"

namespace yiwen {

namespace {

// Pieces above the story in which its title may stand, where no head repeats it.
constexpr std::uint32_t kReachAboveStory = 24;
// The shortest title that is recognised where the head repeats it, in characters.
constexpr std::size_t kShortestTitle = 4;
// The head names the section alone (新闻动态) where what it says is no longer: too little to know a title by that only
// holds it. Range 4..8.
constexpr std::size_t kLongestSectionName = 6;

// Date, source or author come next, as they do below a title and not below the name of a section.
bool stands_above_byline(const HtmlTree& page, std::uint32_t i) {
  if (i + 1 >= page.pieces.size() || page.pieces[i + 1].text.size() > kLongestDateLine * 4) return false;
  return is_date_line(page.pieces[i + 1]) || metadata_of(page.pieces[i + 1]);
}

std::optional<std::uint32_t> title_piece(const HtmlTree& page, const Metadata& head, const StoryPlace& place) {
  std::optional<std::uint32_t> found;
  const std::u32string stated = bare(head.title), whole = bare(page.title);
  double best = 0;
  for (std::uint32_t i = 0; i < place.end; ++i) {
    const HtmlPiece& p = page.pieces[i];
    const HtmlElement& e = page.elements[p.element];
    const bool heading = e.tag == HtmlTag::heading, named = is_named(page, i, &PageHints::title);
    if ((place.noise[p.element] && !heading) || p.text.size() > 600) continue;
    const std::u32string text = bare(p.text);
    if (text.size() < kShortestTitle && text != stated) continue;
    double score = heading ? (e.heading_level == 1 ? 3.0 : 1.0) : 0.0;
    if (named) score += 1.5;
    if (place.noise[p.element]) score -= 2;
    if (is_linked(p)) score -= 2;
    // A short part of it that is no heading is the name of the site or of the channel.
    const bool much = heading || named || text.size() * 2 >= stated.size();
    const bool repeated =
        much && (whole.find(text) != std::u32string::npos || stated.find(text) != std::u32string::npos);
    if (repeated) {
      score += 2 + 5.0 * static_cast<double>(text.size()) / static_cast<double>(std::max(stated.size(), text.size()));
    } else if (!heading && !named) {
      continue;
    } else if (i > place.begin + 2 || i + kReachAboveStory < place.begin) {
      continue;  // the heading of a section, or of the site
    } else if (stated.size() > kLongestSectionName && text.find(stated) != std::u32string::npos) {
      score += 3;  // the head has a shorter one
    }
    if (score > 0 && stands_above_byline(page, i)) score += 1;
    if (score > best) best = score, found = i;
  }
  return found;
}

}  // namespace

StoryTitle find_title(const HtmlTree& page, const Metadata& stated, const StoryPlace& place) {
  StoryTitle title;
  title.piece = title_piece(page, stated, place);
  if (title.piece) title.words = bare(page.pieces[*title.piece].text);
  // Where a box holds title and story alike, its first lines are those of the title.
  const auto opens = [&](std::uint32_t i) {
    return weight_of(page.pieces[i]) > 0 && !place.noise[page.pieces[i].element] && !metadata_of(page.pieces[i]) &&
           !is_date_line(page.pieces[i]);
  };
  const std::uint32_t begin = title.piece ? std::max(place.begin, *title.piece + 1) : place.begin;
  title.first_sentence = begin;
  while (title.first_sentence < place.end && !opens(title.first_sentence)) ++title.first_sentence;
  if (title.first_sentence == place.end) title.first_sentence = begin;
  title.text_begin = title.piece && *title.piece >= place.begin ? title.first_sentence : place.begin;
  return title;
}

}  // namespace yiwen
