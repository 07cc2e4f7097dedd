// SPDX-License-Identifier: Apache-2.0
#include "extract/story_title.h"

#include <algorithm>
#include <utility>

#include "extract/folded_text.h"
#include "extract/html_pieces.h"
#include "extract/navigation.h"
#include "extract/page_words.h"
#include "extract/paragraph.h"

namespace yiwen {

namespace {

// Pieces above the story in which its title may stand, where no head repeats it.
constexpr std::uint32_t kReachAboveStory = 24;
// The shortest title that is recognised where the head repeats it, in characters.
constexpr std::size_t kShortestTitle = 4;
// The head names the section alone (新闻动态) where what it says is no longer: too little to know a title by that only
// holds it. Range 4..8.
constexpr std::size_t kLongestSectionName = 6;
// The longest line that is taken for a title where nothing says so but the date beside it, in bytes.
constexpr std::size_t kLongestTitle = 240;
// Pieces before and behind the begin of the story in which such a line may stand.
constexpr std::uint32_t kReachToDate = 5;

// Date, source or author come next, as they do below a title and not below the name of a section.
bool stands_above_byline(const HtmlTree& page, std::uint32_t i) {
  if (i + 1 >= page.pieces.size() || page.pieces[i + 1].text.size() > kLongestDateLine * 4) return false;
  return is_date_line(page.pieces[i + 1]) || metadata_of(page.pieces[i + 1]);
}

// A line of words by itself, and no label, way or name of a section.
bool may_be_title(const HtmlTree& page, std::uint32_t i, const StoryPlace& place) {
  const HtmlPiece& p = page.pieces[i];
  if (place.noise[p.element] || is_linked(p) || p.row || p.text.size() > kLongestTitle) return false;
  if (metadata_of(p) || is_date_line(p)) return false;
  const std::u32string text = bare(p.text);
  const bool marked = page.elements[p.element].tag == HtmlTag::heading || is_named(page, i, &PageHints::title);
  if (text.size() < kShortestTitle || (!marked && text.size() <= kLongestSectionName)) return false;
  const Paragraph paragraph = describe_paragraph(p.text, {0, static_cast<std::uint32_t>(p.text.size())});
  return navigation_evidence(paragraph) == NavigationEvidence::none;
}

// Running text of the story, and no title or line of values that has a stop in it.
bool is_story(const HtmlTree& page, std::uint32_t i, const StoryPlace& place) {
  const HtmlPiece& p = page.pieces[i];
  return weight_of(p) > 0 && !place.noise[p.element] && !metadata_of(p) && !is_date_line(p);
}

// The end of the story where nothing in it is a sentence.
std::uint32_t first_sentence(const HtmlTree& page, const StoryPlace& place) {
  std::uint32_t first = place.begin;
  while (first < place.end && !is_story(page, first, place)) ++first;
  return first;
}

// The line at the line of the date.
std::optional<std::uint32_t> piece_at_date(const HtmlTree& page, const StoryPlace& place) {
  const std::uint32_t begin = place.begin - std::min(place.begin, kReachToDate);
  const std::uint32_t end = std::min(place.begin + kReachToDate, place.end);
  for (std::uint32_t i = begin; i < end; ++i) {
    if (stands_above_byline(page, i) && may_be_title(page, i, place)) return i;
    if (i >= place.begin && is_story(page, i, place)) break;  // a name and a day below it sign it
  }
  for (std::uint32_t i = begin + 1; i < end && i + 1 < place.end; ++i) {
    const bool last = weight_of(page.pieces[i]) == 0 && weight_of(page.pieces[i + 1]) > 0;
    if (last && is_date_line(page.pieces[i - 1]) && may_be_title(page, i, place)) return i;
    if (i >= place.begin && is_story(page, i, place)) break;
  }
  return std::nullopt;
}

// 当前位置：首页>新闻资讯>山区小站通了公交: the way to the page ends in what it is called.
std::optional<std::uint32_t> piece_of_way(const HtmlTree& page, const StoryPlace& place) {
  const std::uint32_t begin = place.begin - std::min(place.begin, kReachAboveStory);
  std::u32string way;
  for (std::uint32_t i = begin; i < std::min(place.begin + kReachToDate, place.end); ++i) {
    const std::string& text = page.pieces[i].text;
    const FoldedText folded = fold_for_cues(text, {0, static_cast<std::uint32_t>(text.size())});
    std::u32string words = bare(text);
    if (way.size() > words.size() && way.ends_with(words) && may_be_title(page, i, place)) return i;
    if (page.pieces[i].linked > 0 && !folded.empty() && page_words("control").match(folded.chars, 0) > 0)
      way = std::move(words);
  }
  return std::nullopt;
}

// The heading right above the story.
std::optional<std::uint32_t> heading_of_story(const HtmlTree& page, const StoryPlace& place) {
  const std::uint32_t first = first_sentence(page, place);
  if (first == 0 || first == place.end) return std::nullopt;
  const bool heading = page.elements[page.pieces[first - 1].element].tag == HtmlTag::heading;
  return heading && may_be_title(page, first - 1, place) ? std::optional(first - 1) : std::nullopt;
}

std::optional<std::uint32_t> title_piece(const HtmlTree& page, const Metadata& head, const StoryPlace& place) {
  std::optional<std::uint32_t> found;
  const std::u32string stated = bare(head.title), whole = bare(page.title);
  // A box around story and menu begins far above the story.
  const std::uint32_t first = first_sentence(page, place);
  const std::uint32_t near_begin = std::max(place.begin + 2, first < place.end ? first : 0);
  double best = 0;
  for (std::uint32_t i = 0; i < place.end; ++i) {
    const HtmlPiece& p = page.pieces[i];
    const HtmlElement& e = page.elements[p.element];
    const bool heading = e.tag == HtmlTag::heading, named = is_named(page, i, &PageHints::title);
    if ((place.noise[p.element] && !heading) || p.text.size() > 600) continue;
    const std::u32string text = bare(p.text);
    if (text.size() < kShortestTitle && text != stated) continue;
    if (is_linked(p) && !heading && !named && text.size() <= kLongestSectionName) continue;  // an entry of a menu
    double score = heading ? (e.heading_level == 1 ? 3.0 : 1.0) : 0.0;
    if (named) score += 1.5;
    if (place.noise[p.element]) score -= 2;
    if (is_linked(p)) score -= 2;
    // A short part of it that is no heading, or leads elsewhere, is the name of the site or of the channel.
    const bool much = ((heading || named) && !is_linked(p)) || text.size() * 2 >= stated.size();
    const bool repeated =
        much && (whole.find(text) != std::u32string::npos || stated.find(text) != std::u32string::npos);
    if (repeated) {
      score += 2 + 5.0 * static_cast<double>(text.size()) / static_cast<double>(std::max(stated.size(), text.size()));
    } else if (!heading && !named) {
      continue;
    } else if (i > near_begin || i + kReachAboveStory < place.begin) {
      continue;  // the heading of a section, or of the site
    } else if (names_section(text) && !stands_above_byline(page, i)) {
      continue;
    } else if (stated.size() > kLongestSectionName && text.find(stated) != std::u32string::npos) {
      score += 3;  // the head has a shorter one
    }
    if (score > 0 && stands_above_byline(page, i)) score += 1;
    if (score > best) best = score, found = i;
  }
  // What the head says is shown nowhere, or is no more than a name of a section.
  if (!found || (stated.size() <= kLongestSectionName && !stands_above_byline(page, *found))) {
    for (const auto& find : {piece_of_way, piece_at_date, heading_of_story}) {
      if (const auto i = find(page, place)) return i;
    }
  }
  return found;
}

}  // namespace

StoryTitle find_title(const HtmlTree& page, const Metadata& stated, const StoryPlace& place) {
  StoryTitle title;
  title.piece = title_piece(page, stated, place);
  if (title.piece) title.words = bare(page.pieces[*title.piece].text);
  // Where a box holds title and story alike, its first lines are those of the title.
  const std::uint32_t begin = title.piece ? std::max(place.begin, *title.piece + 1) : place.begin;
  title.first_sentence = begin;
  while (title.first_sentence < place.end && !is_story(page, title.first_sentence, place)) ++title.first_sentence;
  if (title.first_sentence == place.end) title.first_sentence = begin;
  title.text_begin = title.piece && *title.piece >= place.begin ? title.first_sentence : place.begin;
  return title;
}

}  // namespace yiwen
