// SPDX-License-Identifier: Apache-2.0
#include "extract/story_place.h"

#include <algorithm>
#include <string>

#include "extract/html_pieces.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

// A child that holds this share of the running text holds the story: what stands beside it is a teaser or a note.
// Lower, and a story whose sections have elements of their own loses some. Range 0.85..0.97.
constexpr double kNearlyAll = 0.92;
// The same for a child that is named as the places of stories are. Range 0.3..0.7.
constexpr double kMost = 0.5;
// Comments may well be longer than a short story: their name is believed until they are all there is. 0.9..1.
constexpr double kNothingElse = 0.97;
// A teaser of another story has a title, a date, an author, a paragraph or two.
constexpr std::uint32_t kPiecesOfTeaser = 6;
// So many ask to read on: one alone opens the rest of the story.
constexpr std::uint32_t kFewestTeasers = 2;

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

class StoryFinder {
 public:
  explicit StoryFinder(const HtmlTree& page) : page_(page) {}

  [[nodiscard]] StoryPlace find() {
    believe_names();
    find_story();
    return place_;
  }

 private:
  [[nodiscard]] const HtmlElement& element(std::uint32_t i) const { return page_.elements[i]; }
  [[nodiscard]] const HtmlPiece& piece(std::uint32_t i) const { return page_.pieces[i]; }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(page_.pieces.size()); }

  [[nodiscard]] bool is_inside(std::uint32_t inner, std::uint32_t outer) const {
    while (inner > outer) inner = element(inner).parent;
    return inner == outer;
  }

  // weights_[i]: running text in element i, without what is noise.
  void weigh() {
    weights_.assign(page_.elements.size(), 0);
    for (const HtmlPiece& p : page_.pieces) {
      if (!place_.noise[p.element]) weights_[p.element] += weight_of(p);
    }
    for (std::size_t i = weights_.size(); i-- > 1;) {
      weights_[element(static_cast<std::uint32_t>(i)).parent] += weights_[i];
    }
  }

  void believe_names() {
    place_.noise.assign(page_.elements.size(), std::nullopt);
    weigh();
    const double all = std::max(1.0, static_cast<double>(weights_.front()));
    for (std::uint32_t i = 1; i < place_.noise.size(); ++i) {
      const HtmlElement& e = element(i);
      place_.noise[i] = place_.noise[e.parent];
      if (place_.noise[i] || is_inline(e) || e.hints.article || e.tag == HtmlTag::article || e.tag == HtmlTag::main)
        continue;
      const double share = static_cast<double>(weights_[i]) / all;
      if (e.hints.comments && share < kNothingElse) {
        place_.noise[i] = BlockKind::related_links;
      } else if (share >= kMost) {
        continue;
      } else if (e.hints.footer || e.tag == HtmlTag::footer) {
        place_.noise[i] = BlockKind::footer;
      } else if (e.hints.related) {
        place_.noise[i] = BlockKind::related_links;
      } else if (e.hints.navigation) {
        place_.noise[i] = BlockKind::navigation;
      }
    }
    mark_teasers(all);
    weigh();
  }

  // A heading that is a link, with some running text beside it: the begin of another story, and the way to it.
  void mark_teasers(double all) {
    const std::u32string whole = bare(page_.title);
    std::vector<bool> teaser(page_.elements.size(), false);
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
    mark_read_on(all, teaser);
    for (std::uint32_t i = 1; i < teaser.size(); ++i) {
      teaser[i] = teaser[i] || teaser[element(i).parent];
      if (teaser[i] && !place_.noise[i]) place_.noise[i] = BlockKind::related_links;
    }
  }

  // What it links are the words that ask to read on: 查看详情, at its end or all there is.
  [[nodiscard]] bool asks_to_read_on(std::uint32_t i) const {
    const HtmlPiece& p = piece(i);
    if (p.linked == 0) return false;
    const std::u32string text = bare(p.text);
    return text.size() >= p.linked && page_words("read-on").match(text, text.size() - p.linked) == p.linked;
  }

  // The largest box around each of several links to read on that holds no other.
  void mark_read_on(double all, std::vector<bool>& teaser) const {
    std::vector<std::uint32_t> before(count() + 1, 0);  // links to read on in the pieces before each
    for (std::uint32_t i = 0; i < count(); ++i) before[i + 1] = before[i] + (asks_to_read_on(i) ? 1 : 0);
    if (before.back() < kFewestTeasers) return;
    const auto may_be_teaser = [&](std::uint32_t at) {
      const HtmlElement& box = element(at);
      return at != 0 && pieces_in(box) <= kPiecesOfTeaser && before[box.end_piece] - before[box.begin_piece] == 1 &&
             static_cast<double>(weights_[at]) < kMost * all;
    };
    for (std::uint32_t i = 0; i < count(); ++i) {
      if (before[i + 1] == before[i] || !may_be_teaser(piece(i).element)) continue;
      std::uint32_t at = piece(i).element;
      while (may_be_teaser(element(at).parent)) at = element(at).parent;
      if (pieces_in(element(at)) > 1) teaser[at] = true;
    }
  }

  void find_story() {
    std::uint32_t at = story_by_name();
    std::vector<std::uint32_t> heaviest(page_.elements.size(), 0);  // child
    for (std::uint32_t i = 1; i < heaviest.size(); ++i) {
      std::uint32_t& best = heaviest[element(i).parent];
      if (weights_[i] > 0 && (best == 0 || weights_[i] > weights_[best])) best = i;
    }
    const double enough = kNearlyAll * static_cast<double>(weights_[at]);
    while (heaviest[at] != 0 && may_hold_story(element(heaviest[at])) &&
           static_cast<double>(weights_[heaviest[at]]) >= enough) {
      at = heaviest[at];
    }
    place_.begin = element(at).begin_piece;
    place_.end = element(at).end_piece;
    if (is_post_) return;
    // A story in several parts that the same template made.
    for (std::uint32_t i = at + 1; i < page_.elements.size(); ++i) {
      const HtmlElement& e = element(i);
      if (at != 0 && e.parent == element(at).parent && e.kind == element(at).kind && weights_[i] > 0) {
        place_.end = std::max(place_.end, e.end_piece);
      }
    }
  }

  // The element that is named for the story, or the root.
  std::uint32_t story_by_name() {
    const double all = static_cast<double>(weights_.front());
    std::uint32_t at = 0;
    for (std::uint32_t i = 1; i < page_.elements.size(); ++i) {
      const HtmlElement& e = element(i);
      if (e.hints.post && weights_[i] > 0 && !is_inline(e)) return is_post_ = true, i;  // the first post of a thread
      if (place_.noise[i] || !(e.hints.article || e.tag == HtmlTag::article) || !may_hold_story(e) || !is_inside(i, at))
        continue;
      if (e.begin_piece == e.end_piece) continue;
      const double least = at == 0 ? kMost * all : kNearlyAll * static_cast<double>(weights_[at]);
      if (static_cast<double>(weights_[i]) >= least) at = i;
    }
    return at;
  }

  const HtmlTree& page_;
  StoryPlace place_;
  std::vector<std::uint32_t> weights_;
  bool is_post_ = false;
};

}  // namespace

StoryPlace find_story(const HtmlTree& page) { return StoryFinder(page).find(); }

}  // namespace yiwen
