// SPDX-License-Identifier: Apache-2.0
//
// Which of the pieces of a page are the story. Three questions, in this order:
//
//   1. Where does it stand? Running text (long, with stops and commas, not in links) gives weight to all the elements
//      around it. From the root the way goes down as long as one child has nearly all the weight, or holds most of it
//      and is named as the places of stories are. What a name calls a menu, a comment or a footer gives no weight, but
//      a name alone proves nothing: an element that holds most of the page's running text is the story whatever its
//      name says.
//   2. What is it called? The piece that the <title> or og:title repeats; else the first <h1>; else what the head says
//      becomes the first paragraph.
//   3. What stands between title and story, and in it, is the story's, unless a name, a list of links or the words say
//      otherwise. What stands above and below is the page's, unless it says who wrote or edited the story.
//
// The words of each piece are read by the rooms' own rules (page_parts.cc) in the end; here only what markup knows is
// decided.
#include "extract/html_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"
#include "extract/dates.h"
#include "extract/folded_text.h"
#include "extract/footer.h"
#include "extract/html_guard.h"
#include "extract/html_pieces.h"
#include "extract/html_tree.h"
#include "extract/metadata.h"
#include "extract/navigation.h"
#include "extract/page_words.h"
#include "extract/paragraph.h"
#include "extract/picture_captions.h"
#include "extract/stated_metadata.h"

namespace yiwen {

namespace {

// A child that holds this share of the running text holds the story: what stands beside it is a teaser or a note.
// Lower, and a story whose sections have elements of their own loses some. Range 0.85..0.97.
constexpr double kNearlyAll = 0.92;
// The same for a child that is named as the places of stories are. Range 0.3..0.7.
constexpr double kMost = 0.5;
// A hidden element with this share of the running text is shown by a program of the page (WeChat does so). 0.4..0.9.
constexpr double kHiddenStory = 0.5;
// Comments may well be longer than a short story: their name is believed until they are all there is. 0.9..1.
constexpr double kNothingElse = 0.97;
// More running text than this in one piece, and it is no line of values.
constexpr std::uint32_t kLongRun = 40;
// Pieces above the title, and below the story, in which the line of date, source and editor may stand.
constexpr std::uint32_t kReachAboveTitle = 12;
constexpr std::uint32_t kReachBelowStory = 12;
// A line of links in the story is a list of links if it is one of so many in a row.
constexpr std::size_t kFewestListedLinks = 2;
// A teaser of another story has a title, a date, an author, a paragraph or two.
constexpr std::uint32_t kPiecesOfTeaser = 6;
// Words of controls in a line with links that make it one of controls. One may stand in any text.
constexpr std::size_t kFewestControls = 2;
// A - A + below the title, a box for each: the size of the letters.
constexpr std::uint32_t kWordsOfButton = 1;
// A label stands above a list of links; longer lines are text. In characters.
constexpr std::uint32_t kLongestLabel = 12;
// Behind the line of the editor stands at most this share of a story's running text that is not of the story. 0.1..0.3.
constexpr double kBehindEditor = 0.25;
// The shortest title that is recognised where the head repeats it, in characters.
constexpr std::size_t kShortestTitle = 4;
// A headline has no more lines.
constexpr std::uint32_t kMostTitleLines = 4;
// Pieces below the title among which the line of its date may stand, and that line's length, in characters.
constexpr std::uint32_t kReachOfDateLine = 4;
constexpr std::size_t kLongestDateLine = 60;
// The head names the section alone (新闻动态) where what it says is no longer: too little to know a title by that only
// holds it. Range 4..8.
constexpr std::size_t kLongestSectionName = 6;
// Values of fields (names of outlets, authors) are no longer, in characters.
constexpr std::size_t kLongestField = 40;

// Lines that end in an ideograph or its mark go on without a blank.
bool is_wide_at_end(std::string_view text) {
  auto at = static_cast<std::uint32_t>(text.size());
  return at > 0 && previous_code_point(text, at) >= 0x2E80;
}

// Whether paragraphs of a story may stand in it side by side.
bool may_hold_story(const HtmlElement& e) {
  switch (e.tag) {
    case HtmlTag::block_other:
    case HtmlTag::article:
    case HtmlTag::main:
    case HtmlTag::header:
    case HtmlTag::table:
    case HtmlTag::row:
    case HtmlTag::cell:
      return true;
    default:
      return false;
  }
}

class Page {
 public:
  explicit Page(HtmlTree tree) : tree_(std::move(tree)), stated_(stated_metadata(tree_)) {
    drop_hidden();
    join_title_lines();
    believe_names();
    find_story();
    find_title();
    find_text();
    captions_ = picture_captions(tree_, text_begin_, story_end_);
    for (std::uint32_t i = 0; i < count(); ++i) kinds_.push_back(kind_of(i));
    mark_link_lists();
    close_behind_editor();
  }

  [[nodiscard]] MarkedText write(const TamedHtml& tamed) const;

 private:
  [[nodiscard]] const HtmlElement& element(std::uint32_t i) const { return tree_.elements[i]; }
  [[nodiscard]] const HtmlPiece& piece(std::uint32_t i) const { return tree_.pieces[i]; }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(tree_.pieces.size()); }

  [[nodiscard]] bool is_inside(std::uint32_t inner, std::uint32_t outer) const {
    while (inner > outer) inner = element(inner).parent;
    return inner == outer;
  }

  // Whether the innermost block of the piece, or one that holds this piece alone, bears the name.
  [[nodiscard]] bool is_named(std::uint32_t at, bool PageHints::*name) const {
    for (std::uint32_t i = piece(at).element; i != 0; i = element(i).parent) {
      if (element(i).hints.*name) return true;
      if (pieces_in(element(i)) > 1) return false;
    }
    return false;
  }

  // An element that hides most of the running text is shown by a program of the page; boxes hidden inside of it stay
  // hidden.
  void drop_hidden() {
    const std::size_t size = tree_.elements.size();
    std::vector<std::uint32_t> outermost(size, 0);  // hidden element around each; 0 for none
    std::vector<std::uint32_t> weight(size, 0);
    std::uint32_t all = 0;
    for (std::uint32_t i = 1; i < size; ++i) {
      const std::uint32_t above = outermost[element(i).parent];
      outermost[i] = above != 0 ? above : element(i).hidden ? i : 0;
    }
    for (const HtmlPiece& p : tree_.pieces) {
      all += weight_of(p);
      weight[outermost[p.element]] += weight_of(p);
    }
    const auto hides_story = [&](std::uint32_t i) {
      return all > 0 && static_cast<double>(weight[i]) >= kHiddenStory * static_cast<double>(all);
    };
    std::vector<bool> hidden(size, false);
    for (std::uint32_t i = 1; i < size; ++i) {
      hidden[i] = hidden[element(i).parent] || (element(i).hidden && !(outermost[i] == i && hides_story(i)));
    }

    std::vector<HtmlPiece> shown;
    std::vector<std::uint32_t> moved;
    for (HtmlPiece& p : tree_.pieces) {
      moved.push_back(static_cast<std::uint32_t>(shown.size()));
      if (!hidden[p.element]) shown.push_back(std::move(p));
    }
    moved.push_back(static_cast<std::uint32_t>(shown.size()));
    for (HtmlElement& e : tree_.elements) {
      const bool gone = moved[e.begin_piece] == (e.begin_piece + 1 < moved.size() ? moved[e.begin_piece + 1] : ~0u);
      if (gone && e.begin_piece == e.end_piece) e.begin = e.end = 0;  // an inline element in a piece that is gone
      e.begin_piece = moved[e.begin_piece];
      e.end_piece = moved[e.end_piece];
    }
    tree_.pieces = std::move(shown);
  }

  // A headline that is broken into lines for its looks is one again: pieces of one block, one under the other, that
  // together are what the head calls the page.
  void join_title_lines() {
    const std::u32string stated = bare(stated_.title);
    if (stated.size() < kShortestTitle) return;
    for (std::uint32_t begin = 0; begin + 1 < count(); ++begin) {
      if (!piece(begin + 1).behind_break || piece(begin + 1).element != piece(begin).element) continue;
      std::u32string joined = bare(piece(begin).text);
      std::uint32_t end = begin + 1;
      while (end < count() && end - begin < kMostTitleLines && piece(end).behind_break &&
             joined.size() < stated.size() && piece(end).element == piece(begin).element && !joined.empty() &&
             stated.starts_with(joined)) {
        joined += bare(piece(end++).text);
      }
      if (end - begin < 2 || joined != stated) continue;
      HtmlPiece& first = tree_.pieces[begin];
      for (std::uint32_t i = begin + 1; i < end; ++i) {
        HtmlPiece& next = tree_.pieces[i];
        if (!is_wide_at_end(first.text)) first.text += ' ';
        for (const auto& [at, from] : next.origin) {
          first.origin.emplace_back(at + static_cast<std::uint32_t>(first.text.size()), from);
        }
        first.text += next.text;
        first.words += next.words, first.linked += next.linked;
        first.stops += next.stops, first.commas += next.commas;
      }
      const std::uint32_t gone = end - begin - 1;
      tree_.pieces.erase(tree_.pieces.begin() + begin + 1, tree_.pieces.begin() + end);
      const auto renumber = [&](std::uint32_t& at, std::uint32_t& offset) {
        if (at >= end) {
          at -= gone;
        } else if (at > begin) {
          at = begin, offset = static_cast<std::uint32_t>(tree_.pieces[begin].text.size());
        }
      };
      for (HtmlElement& e : tree_.elements) {
        const bool whole = e.begin_piece <= begin && e.end_piece >= end;
        renumber(e.begin_piece, e.begin);
        if (whole) {
          e.end_piece -= gone;
        } else {
          renumber(e.end_piece, e.end);
        }
      }
      return;
    }
  }

  // weights_[i]: running text in element i, without what is noise.
  void weigh() {
    weights_.assign(tree_.elements.size(), 0);
    for (const HtmlPiece& p : tree_.pieces) {
      if (!noise_[p.element]) weights_[p.element] += weight_of(p);
    }
    for (std::size_t i = weights_.size(); i-- > 1;) {
      weights_[element(static_cast<std::uint32_t>(i)).parent] += weights_[i];
    }
  }

  // noise_[i]: what the names of the elements around element i call it, where they are believed.
  void believe_names() {
    noise_.assign(tree_.elements.size(), std::nullopt);
    weigh();
    const double all = std::max(1.0, static_cast<double>(weights_.front()));
    for (std::uint32_t i = 1; i < noise_.size(); ++i) {
      const HtmlElement& e = element(i);
      noise_[i] = noise_[e.parent];
      if (noise_[i] || is_inline(e) || e.hints.article || e.tag == HtmlTag::article || e.tag == HtmlTag::main) continue;
      const double share = static_cast<double>(weights_[i]) / all;
      if (e.hints.comments && share < kNothingElse) {
        noise_[i] = BlockKind::related_links;
      } else if (share >= kMost) {
        continue;
      } else if (e.hints.footer || e.tag == HtmlTag::footer) {
        noise_[i] = BlockKind::footer;
      } else if (e.hints.related) {
        noise_[i] = BlockKind::related_links;
      } else if (e.hints.navigation) {
        noise_[i] = BlockKind::navigation;
      }
    }
    mark_teasers(all);
    weigh();
  }

  // A heading that is a link, with some running text beside it: the begin of another story, and the way to it.
  void mark_teasers(double all) {
    const std::u32string whole = bare(tree_.title);
    std::vector<bool> teaser(tree_.elements.size(), false);
    for (std::uint32_t i = 0; i < count(); ++i) {
      const HtmlElement& heading = element(piece(i).element);
      if (heading.tag != HtmlTag::heading || heading.heading_level < 2 || !is_linked(piece(i))) continue;
      if (const std::u32string text = bare(piece(i).text); text.empty() || whole.find(text) != std::u32string::npos)
        continue;
      std::uint32_t at = heading.parent;
      while (at != 0 && weights_[at] == 0) at = element(at).parent;
      const bool small = pieces_in(element(at)) <= kPiecesOfTeaser;
      if (at != 0 && small && static_cast<double>(weights_[at]) < kMost * all) teaser[at] = true;
    }
    for (std::uint32_t i = 1; i < teaser.size(); ++i) {
      teaser[i] = teaser[i] || teaser[element(i).parent];
      if (teaser[i] && !noise_[i]) noise_[i] = BlockKind::related_links;
    }
  }

  void find_story() {
    std::uint32_t at = story_by_name();
    std::vector<std::uint32_t> heaviest(tree_.elements.size(), 0);  // child
    for (std::uint32_t i = 1; i < heaviest.size(); ++i) {
      std::uint32_t& best = heaviest[element(i).parent];
      if (weights_[i] > 0 && (best == 0 || weights_[i] > weights_[best])) best = i;
    }
    const double enough = kNearlyAll * static_cast<double>(weights_[at]);
    while (heaviest[at] != 0 && may_hold_story(element(heaviest[at])) &&
           static_cast<double>(weights_[heaviest[at]]) >= enough) {
      at = heaviest[at];
    }
    story_begin_ = element(at).begin_piece;
    story_end_ = element(at).end_piece;
    if (is_post_) return;
    // A story in several parts that the same template made.
    for (std::uint32_t i = at + 1; i < tree_.elements.size(); ++i) {
      const HtmlElement& e = element(i);
      if (at != 0 && e.parent == element(at).parent && e.kind == element(at).kind && weights_[i] > 0) {
        story_end_ = std::max(story_end_, e.end_piece);
      }
    }
  }

  // The element that is named for the story, or the root.
  std::uint32_t story_by_name() {
    const double all = static_cast<double>(weights_.front());
    std::uint32_t at = 0;
    for (std::uint32_t i = 1; i < tree_.elements.size(); ++i) {
      const HtmlElement& e = element(i);
      if (e.hints.post && weights_[i] > 0 && !is_inline(e)) return is_post_ = true, i;  // the first post of a thread
      if (noise_[i] || !(e.hints.article || e.tag == HtmlTag::article) || !may_hold_story(e) || !is_inside(i, at))
        continue;
      if (e.begin_piece == e.end_piece) continue;
      const double least = at == 0 ? kMost * all : kNearlyAll * static_cast<double>(weights_[at]);
      if (static_cast<double>(weights_[i]) >= least) at = i;
    }
    return at;
  }

  void find_title() {
    const std::u32string stated = bare(stated_.title), whole = bare(tree_.title);
    double best = 0;
    for (std::uint32_t i = 0; i < story_end_; ++i) {
      const HtmlPiece& p = piece(i);
      const HtmlElement& e = element(p.element);
      const bool heading = e.tag == HtmlTag::heading, named = is_named(i, &PageHints::title);
      if ((noise_[p.element] && !heading) || p.text.size() > 600) continue;
      const std::u32string text = bare(p.text);
      if (text.size() < kShortestTitle && text != stated) continue;
      double score = heading ? (e.heading_level == 1 ? 3.0 : 1.0) : 0.0;
      if (named) score += 1.5;
      if (noise_[p.element]) score -= 2;
      if (is_linked(p)) score -= 2;
      // A short part of it that is no heading is the name of the site or of the channel.
      const bool much = heading || named || text.size() * 2 >= stated.size();
      const bool repeated =
          much && (whole.find(text) != std::u32string::npos || stated.find(text) != std::u32string::npos);
      if (repeated) {
        score += 2 + 5.0 * static_cast<double>(text.size()) / static_cast<double>(std::max(stated.size(), text.size()));
      } else if (!heading && !named) {
        continue;
      } else if (i > story_begin_ + 2 || i + kReachAboveTitle * 2 < story_begin_) {
        continue;  // the heading of a section, or of the site
      } else if (stated.size() > kLongestSectionName && text.find(stated) != std::u32string::npos) {
        score += 3;  // the head has a shorter one
      }
      if (score > 0 && stands_above_byline(i)) score += 1;
      if (score > best) best = score, title_ = i;
    }
    if (title_) title_words_ = bare(piece(*title_).text);
  }

  // Where a box holds title and story alike, its first lines are those of the title.
  void find_text() {
    const auto opens = [&](std::uint32_t i) {
      return weight_of(piece(i)) > 0 && !noise_[piece(i).element] && !metadata_of(i) && !is_date_line(i);
    };
    const std::uint32_t begin = title_ ? std::max(story_begin_, *title_ + 1) : story_begin_;
    first_sentence_ = begin;
    while (first_sentence_ < story_end_ && !opens(first_sentence_)) ++first_sentence_;
    if (first_sentence_ == story_end_) first_sentence_ = begin;
    text_begin_ = title_ && *title_ >= story_begin_ ? first_sentence_ : story_begin_;
  }

  // Where the piece is metadata and nothing else.
  [[nodiscard]] std::optional<MetadataReading> metadata_of(std::uint32_t i) const {
    const std::string& text = piece(i).text;
    auto metadata = read_metadata(text, describe_paragraph(text, {0, static_cast<std::uint32_t>(text.size())}));
    if (metadata && metadata->end < text.size()) metadata.reset();
    return metadata;
  }

  // Day and hour, and hardly anything else.
  [[nodiscard]] bool is_date_line(std::uint32_t i) const {
    const HtmlPiece& p = piece(i);
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
      hour = hour || date.has_time;
      at += std::max<std::size_t>(date.size, 1);
    }
    return day && (hour || metadata_of(i));
  }

  // Date, source or author come next, as they do below a title and not below the name of a section.
  [[nodiscard]] bool stands_above_byline(std::uint32_t i) const {
    if (i + 1 >= count() || piece(i + 1).text.size() > kLongestDateLine * 4) return false;
    return is_date_line(i + 1) || metadata_of(i + 1);
  }

  [[nodiscard]] bool is_near_below_title(std::uint32_t i) const {
    if (!title_ || i <= *title_) return false;
    if (i >= story_begin_ && i < first_sentence_) return true;
    return i <= *title_ + kReachOfDateLine && i <= story_begin_ + 1;
  }

  // Who wrote or edited it, or where it comes from: belongs to the story wherever it stands.
  [[nodiscard]] bool credits_story(std::uint32_t i) const {
    const auto metadata = metadata_of(i);
    return metadata && (metadata->editor || metadata->byline || metadata->outlet || !metadata->date);
  }

  [[nodiscard]] bool is_named_info(std::uint32_t i) const {
    return is_named(i, &PageHints::date) || is_named(i, &PageHints::outlet) || is_named(i, &PageHints::author) ||
           is_named(i, &PageHints::info);
  }

  // Nothing where the words decide.
  [[nodiscard]] std::optional<BlockKind> kind_of(std::uint32_t i) const {
    const HtmlPiece& p = piece(i);
    const std::optional<BlockKind> noise = noise_[p.element];
    if (title_ == i) return BlockKind::title;
    if (title_ && i < story_end_ && bare(p.text) == title_words_) return BlockKind::navigation;  // its echo
    if (title_ ? i < *title_ : i < story_begin_) return above_title(i, noise);
    if (is_near_below_title(i) && is_date_line(i)) return BlockKind::byline;
    if (i < text_begin_) return below_title(i, noise);
    if (i >= story_end_) return below_story(i, noise);
    if (noise) return credits_story(i) ? std::nullopt : noise;
    if (p.row) return BlockKind::body;
    if (p.linked > 0 && p.stops == 0 && holds_controls(i)) return BlockKind::navigation;
    if (points_elsewhere(i)) return BlockKind::related_links;
    if (captions_[i] || is_named(i, &PageHints::caption)) return BlockKind::caption;
    return std::nullopt;
  }

  // 相关资讯请关注：某某专区, the last of it a link
  [[nodiscard]] bool points_elsewhere(std::uint32_t i) const {
    const HtmlPiece& p = piece(i);
    if (p.linked == 0 || p.stops > 0 || p.words - p.linked > kLongestLabel) return false;
    const Paragraph paragraph = describe_paragraph(p.text, {0, static_cast<std::uint32_t>(p.text.size())});
    const std::u32string_view chars = paragraph.folded.chars;
    return page_words("related").match(chars, 0) > 0 && chars.find(U':') != std::u32string_view::npos;
  }

  // 现在用APP看新闻 点我下载APP 按我看活动办法
  [[nodiscard]] bool holds_controls(std::uint32_t i) const {
    const std::string& text = piece(i).text;
    return page_words("control").count_distinct(
               fold_for_cues(text, {0, static_cast<std::uint32_t>(text.size())}).chars) >= kFewestControls;
  }

  [[nodiscard]] BlockKind above_title(std::uint32_t i, std::optional<BlockKind> noise) const {
    const std::uint32_t below = title_.value_or(story_begin_);
    if (below - i <= kReachAboveTitle && !is_linked(piece(i))) {
      const auto metadata = metadata_of(i);
      if (metadata && (metadata->date || metadata->outlet || metadata->byline || metadata->editor))
        return BlockKind::byline;
      if (!noise && is_named_info(i)) return BlockKind::byline;
    }
    const HtmlElement& e = element(piece(i).element);
    const bool kicker = title_ && i + 1 == *title_ && e.tag == HtmlTag::heading && !noise && !is_linked(piece(i));
    if (kicker) return BlockKind::heading;
    return noise.value_or(BlockKind::navigation);
  }

  [[nodiscard]] std::optional<BlockKind> below_title(std::uint32_t i, std::optional<BlockKind> noise) const {
    if (metadata_of(i)) return BlockKind::byline;
    if (noise) return noise;
    if (is_named(i, &PageHints::caption)) return BlockKind::caption;
    if (is_named_info(i) && weight_of(piece(i)) == 0) return BlockKind::byline;
    if (is_linked(piece(i)) || piece(i).words <= kWordsOfButton) return BlockKind::navigation;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<BlockKind> below_story(std::uint32_t i, std::optional<BlockKind> noise) const {
    const bool near = i - story_end_ < kReachBelowStory;
    if (near && noise != BlockKind::related_links && credits_story(i)) return std::nullopt;
    if (noise) return noise;
    if (near && piece(i).picture != 0 && is_named(i, &PageHints::caption)) return BlockKind::caption;
    const std::string& text = piece(i).text;
    const Paragraph paragraph = describe_paragraph(text, {0, static_cast<std::uint32_t>(text.size())});
    if (footer_evidence(paragraph) >= FooterEvidence::at_foot) return BlockKind::footer;
    if (navigation_evidence(paragraph) != NavigationEvidence::none) return BlockKind::navigation;
    return BlockKind::related_links;
  }

  // The title of another story, which may ask something.
  [[nodiscard]] bool is_entry(std::uint32_t i) const {
    const HtmlPiece& p = piece(i);
    if ((kinds_[i] && !is_noise(*kinds_[i])) || p.words == 0 || !is_linked(p)) return false;
    return p.stops == 0 || (p.stops == 1 && p.linked == p.words);
  }

  // What stands below a title in a list of them: the outlet, the day.
  [[nodiscard]] bool is_note(std::uint32_t i) const {
    const HtmlPiece& p = piece(i);
    return !kinds_[i] && p.words <= kLongestLabel && p.stops == 0 && weight_of(p) == 0;
  }

  [[nodiscard]] std::uint64_t kind_of_box(std::uint32_t i) const { return element(piece(i).element).kind; }

  void mark_link_lists() {
    for (std::uint32_t begin = story_begin_; begin < story_end_;) {
      std::uint32_t end = begin, entries = 0;
      std::optional<std::uint64_t> note;  // kind of the boxes in which the notes below the entries stand
      for (; end < story_end_; ++end) {
        if (is_entry(end)) {
          ++entries;
        } else if (end > begin && is_entry(end - 1) && is_note(end) && (!note || *note == kind_of_box(end)) &&
                   (note || (end + 1 < story_end_ && is_entry(end + 1)))) {
          note = kind_of_box(end);
        } else {
          break;
        }
      }
      if (entries >= kFewestListedLinks) {
        for (std::uint32_t i = begin; i < end; ++i) kinds_[i] = kinds_[i].value_or(BlockKind::related_links);
        if (begin > text_begin_ && is_label(begin - 1, end)) kinds_[begin - 1] = BlockKind::related_links;
      }
      begin = std::max(end, begin + 1);
    }
  }

  // Whether the piece names the list of links below it, which ends before `end`, and no part of the story.
  [[nodiscard]] bool is_label(std::uint32_t i, std::uint32_t end) const {
    const HtmlPiece& p = piece(i);
    if (kinds_[i] || p.words > kLongestLabel || p.stops > 0 || weight_of(p) > 0) return false;
    const FoldedText folded = fold_for_cues(p.text, {0, static_cast<std::uint32_t>(p.text.size())});
    if (page_words("related").occurs_in(folded.chars)) return true;
    // A box that holds label and list and nothing else.
    std::uint32_t box = p.element;
    while (box != 0 && element(box).end_piece < end) box = element(box).parent;
    return element(box).begin_piece == i && element(box).end_piece == end;
  }

  // What follows the line of the editor is the begin of other stories: little, as against the story above it.
  void close_behind_editor() {
    double all = 0;
    for (std::uint32_t i = text_begin_; i < story_end_; ++i) all += kinds_[i] ? 0 : weight_of(piece(i));
    double behind = 0;
    for (std::uint32_t i = story_end_; i-- > text_begin_ && behind <= kBehindEditor * all;) {
      if (!kinds_[i] && names_editor(i)) {
        for (std::uint32_t k = i + 1; k < story_end_; ++k) {
          if (!kinds_[k] && !credits_story(k)) kinds_[k] = BlockKind::related_links;
        }
        return;
      }
      behind += kinds_[i] ? 0 : weight_of(piece(i));
    }
  }

  // 责任编辑：某某, or the place where the name should stand.
  [[nodiscard]] bool names_editor(std::uint32_t i) const {
    const std::string& text = piece(i).text;
    const FoldedText folded = fold_for_cues(text, {0, static_cast<std::uint32_t>(text.size())});
    return page_words("label-editor").occurs_in(folded.chars) && metadata_of(i);
  }

  void add_fields(MarkedText& out, const std::vector<std::uint32_t>& piece_at) const;
  void place_outlet(MarkedText& out, const std::vector<std::uint32_t>& piece_at) const;
  void place_late_date(MarkedText& out, const std::vector<std::uint32_t>& piece_at) const;

  HtmlTree tree_;
  Metadata stated_;
  std::vector<std::uint32_t> weights_;
  std::vector<std::optional<BlockKind>> noise_;  // by element
  std::vector<std::optional<BlockKind>> kinds_;  // by piece
  std::uint32_t story_begin_ = 0, story_end_ = 0;
  std::uint32_t text_begin_ = 0;      // behind the title, where it stands in the story
  std::uint32_t first_sentence_ = 0;  // the first running text behind both
  std::vector<bool> captions_;        // by piece
  bool is_post_ = false;
  std::optional<std::uint32_t> title_;
  std::u32string title_words_;
};

MarkedText Page::write(const TamedHtml& tamed) const {
  MarkedText out;
  out.stated = stated_;
  const auto size = [&] { return static_cast<std::uint32_t>(out.text.size()); };
  if (!title_ && !stated_.title.empty()) {
    out.text = stated_.title;
    out.paragraphs.push_back({{0, size()}, BlockKind::title});
  }
  out.text_at.push_back(0);
  out.markup_at.push_back(0);
  std::vector<std::uint32_t> piece_at;
  for (std::uint32_t i = 0; i < count(); ++i) {
    const HtmlPiece& p = piece(i);
    const HtmlElement& e = element(p.element);
    if (!out.text.empty()) out.text += p.behind_break || p.row ? "\n" : "\n\n";
    piece_at.push_back(size());
    for (const auto& [at, from] : p.origin) {
      const std::uint32_t origin = tamed.origin(from);
      // Text that the parser moved (out of a table) does not ascend.
      if (size() + at <= out.text_at.back() || origin < out.markup_at.back()) continue;
      out.text_at.push_back(size() + at);
      out.markup_at.push_back(origin);
    }
    MarkedParagraph paragraph;
    paragraph.range = {size(), size() + static_cast<std::uint32_t>(p.text.size())};
    paragraph.kind = kinds_[i];
    paragraph.list_item = e.tag == HtmlTag::item;
    paragraph.heading_level = e.tag == HtmlTag::heading && !kinds_[i] ? e.heading_level : 0;
    paragraph.links_only = p.words > 0 && p.linked == p.words;
    paragraph.same_block = p.behind_break;
    out.text += p.text;
    out.paragraphs.push_back(paragraph);
  }
  if (!out.text.empty()) out.text += "\n";
  add_fields(out, piece_at);
  return out;
}

// The part of a value behind its label: 来源：某报.
std::pair<std::size_t, std::size_t> without_label(std::string_view value) {
  std::size_t begin = 0;
  for (const std::string_view colon : {"：", ":"}) {
    if (const std::size_t at = value.find(colon); at != std::string_view::npos)
      begin = std::max(begin, at + colon.size());
  }
  for (const std::string_view word : {"记者", "記者", "作者", "来源", "來源", "文/", "文／"}) {
    const std::size_t at = value.find(word, begin);
    if (at != std::string_view::npos) begin = at + word.size();
  }
  std::size_t end = value.size();
  const auto blank = [&](std::uint32_t at) { return is_space(next_code_point(value, at)); };
  while (begin < end && blank(static_cast<std::uint32_t>(begin))) {
    auto at = static_cast<std::uint32_t>(begin);
    (void)next_code_point(value, at);
    begin = at;
  }
  while (end > begin) {
    auto at = static_cast<std::uint32_t>(end);
    if (!is_space(previous_code_point(value, at))) break;
    end = at;
  }
  return {begin, end};
}

void Page::add_fields(MarkedText& out, const std::vector<std::uint32_t>& piece_at) const {
  using Role = MarkedField::Role;
  const std::uint32_t top = title_.value_or(story_begin_);
  const auto add = [&](Role role, std::uint32_t i, std::size_t begin, std::size_t end) {
    const std::string_view value = std::string_view(piece(i).text).substr(begin, end - begin);
    const TextRange<SourceText> range{0, static_cast<std::uint32_t>(value.size())};
    if (role == Role::date) {
      const FoldedText folded = fold_for_cues(value, range);
      for (std::size_t at = 0; at < folded.size(); ++at) {
        const DateMatch date = match_date(folded.chars, at);
        if (!date.has_date) continue;
        const TextRange<SourceText> found = folded.source(at, at + date.size);
        const auto base = static_cast<std::uint32_t>(piece_at[i] + begin);
        out.fields.push_back({role, {base + found.begin, base + found.end}});
        return;
      }
      return;
    }
    auto [from, to] = without_label(value);
    if (role == Role::author) {
      const bool edits = value.find("编辑") != std::string_view::npos || value.find("編輯") != std::string_view::npos ||
                         value.find("责编") != std::string_view::npos || value.find("責編") != std::string_view::npos;
      if (edits) role = Role::editor;
      for (const std::string_view slash : {"／", "/"}) {  // 江佩珊／高雄報導
        if (const std::size_t at = value.find(slash, from); at < to && at > from) to = at;
      }
    }
    const std::uint32_t length = count_code_points(value.substr(from, to - from));
    if (length < 2 || length > kLongestField) return;
    const auto base = static_cast<std::uint32_t>(piece_at[i] + begin);
    out.fields.push_back({role, {base + static_cast<std::uint32_t>(from), base + static_cast<std::uint32_t>(to)}});
  };
  if (title_ && !stated_.title.empty()) {
    if (const std::size_t at = piece(*title_).text.find(stated_.title); at != std::string::npos) {
      const auto begin = static_cast<std::uint32_t>(piece_at[*title_] + at);
      out.fields.push_back({Role::title, {begin, begin + static_cast<std::uint32_t>(stated_.title.size())}});
    }
  }
  for (std::uint32_t k = 1; k < tree_.elements.size(); ++k) {
    const HtmlElement& e = element(k);
    if (!(e.hints.date || e.hints.outlet || e.hints.author || e.hints.editor)) continue;
    std::uint32_t i = e.begin_piece;
    std::size_t begin = e.begin, end = e.end;
    if (!is_inline(e)) {
      if (e.end_piece != e.begin_piece + 1) continue;
      begin = 0, end = piece(i).text.size();
    }
    if (i >= count() || (is_inline(e) && e.end_piece != i) || begin >= end) continue;
    end = std::min(end, piece(i).text.size());
    const bool near_title = i + kReachAboveTitle >= top && i < story_begin_ + 2;
    const bool near_end = i + 2 >= story_end_ && i < story_end_ + kReachBelowStory;
    if (!near_title && !near_end) continue;
    if (kinds_[i] && (is_noise(*kinds_[i]) || kinds_[i] == BlockKind::title)) continue;
    if (begin >= end || weight_of(piece(i)) > kLongRun) continue;
    if (e.hints.date && near_title) add(Role::date, i, begin, end);
    if (e.hints.outlet && !e.hints.author) add(Role::outlet, i, begin, end);
    if (e.hints.author && !e.hints.date) add(Role::author, i, begin, end);
    if (e.hints.editor && near_end) add(Role::editor, i, begin, end);
  }
  for (std::uint32_t i = 0; i < count(); ++i) {
    if (is_near_below_title(i) && kinds_[i] == BlockKind::byline && is_date_line(i))
      add(Role::date, i, 0, piece(i).text.size());
  }
  place_outlet(out, piece_at);
  place_late_date(out, piece_at);
  // Those below the title come first.
  const std::uint32_t title_at = title_ ? piece_at[*title_] : 0;
  std::stable_partition(out.fields.begin(), out.fields.end(),
                        [&](const MarkedField& field) { return field.range.begin >= title_at; });
}

// 发布日期：2026-03-19 below the story, where nothing above it gives a day.
void Page::place_late_date(MarkedText& out, const std::vector<std::uint32_t>& piece_at) const {
  const auto known = [](const MarkedField& field) { return field.role == MarkedField::Role::date; };
  if (!stated_.date.empty() || std::any_of(out.fields.begin(), out.fields.end(), known)) return;
  for (std::uint32_t i = 0; i < story_end_; ++i) {
    if (const auto metadata = metadata_of(i); metadata && metadata->date) return;
  }
  const WordTable& labels = page_words("label-date");
  for (std::uint32_t i = story_end_; i < std::min(count(), story_end_ + kReachBelowStory); ++i) {
    if (weight_of(piece(i)) > kLongRun) continue;
    const FoldedText folded = fold_for_cues(piece(i).text, {0, static_cast<std::uint32_t>(piece(i).text.size())});
    for (std::size_t at = 0; at < folded.size(); ++at) {
      const std::size_t label = labels.match(folded.chars, at);
      std::size_t begin = at + label;
      if (label == 0 || begin >= folded.size() || folded.chars[begin] != ':') continue;
      while (++begin < folded.size() && folded.chars[begin] == ' ') {
      }
      const DateMatch date = begin < folded.size() ? match_date(folded.chars, begin) : DateMatch{};
      if (!date.has_date) continue;
      const TextRange<SourceText> found = folded.source(begin, begin + date.size);
      out.fields.push_back({MarkedField::Role::date, {piece_at[i] + found.begin, piece_at[i] + found.end}});
      return;
    }
  }
}

// The outlet that the head names, where the lines around the title name it too.
void Page::place_outlet(MarkedText& out, const std::vector<std::uint32_t>& piece_at) const {
  const std::string& outlet = stated_.outlet;
  const auto known = [](const MarkedField& field) { return field.role == MarkedField::Role::outlet; };
  if (outlet.empty() || std::any_of(out.fields.begin(), out.fields.end(), known)) return;
  const std::uint32_t top = title_.value_or(story_begin_);
  for (std::uint32_t i = top - std::min(top, kReachAboveTitle); i < std::min(count(), text_begin_ + 2); ++i) {
    if (weight_of(piece(i)) > 0 || (kinds_[i] && kinds_[i] != BlockKind::byline)) continue;
    const std::size_t at = piece(i).text.find(outlet);
    if (at == std::string::npos) continue;
    const auto begin = static_cast<std::uint32_t>(piece_at[i] + at);
    out.fields.push_back({MarkedField::Role::outlet, {begin, begin + static_cast<std::uint32_t>(outlet.size())}});
    return;
  }
}

}  // namespace

Result<MarkedText> read_html(std::string_view page, const HtmlLimits& limits) {
  if (page.size() > limits.max_bytes) {
    return Error{ErrorCode::over_limit,
                 "",
                 {},
                 fmt::format("a page of {} bytes, more than the limit of {} bytes", page.size(), limits.max_bytes)};
  }
  const TamedHtml tamed = tame_html(page, limits.max_depth);
  MarkedText text = Page(parse_html(tamed.html)).write(tamed);
  if (tamed.flattened > 0) {
    text.notes.push_back(
        fmt::format("{} elements lie deeper than {} and were flattened", tamed.flattened, limits.max_depth));
  }
  return text;
}

}  // namespace yiwen
