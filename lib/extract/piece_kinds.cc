// SPDX-License-Identifier: Apache-2.0
#include "extract/piece_kinds.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/char_class.h"
#include "extract/folded_text.h"
#include "extract/footer.h"
#include "extract/html_pieces.h"
#include "extract/metadata.h"
#include "extract/navigation.h"
#include "extract/page_words.h"
#include "extract/paragraph.h"
#include "extract/picture_captions.h"

namespace yiwen {

namespace {

// A line of links in the story is a list of links if it is one of so many in a row.
constexpr std::size_t kFewestListedLinks = 2;
// Words of controls in a line with links that make it one of controls. One may stand in any text.
constexpr std::size_t kFewestControls = 2;
// A - A + below the title, a box for each: the size of the letters.
constexpr std::uint32_t kWordsOfButton = 1;
// In a box of controls so many are links for one that is none. Range 2..4.
constexpr std::uint32_t kLinksToATool = 2;
// A box of values or of controls has no more pieces.
constexpr std::uint32_t kMostInBox = 40;
// A label stands above a list of links; longer lines are text. In characters.
constexpr std::uint32_t kLongestLabel = 12;
// Behind the line of the editor stands at most this share of a story's running text that is not of the story. 0.1..0.3.
constexpr double kBehindEditor = 0.25;
// Pieces below the title among which the line of its date may stand.
constexpr std::uint32_t kReachOfDateLine = 4;

class PieceKinds {
 public:
  PieceKinds(const HtmlTree& page, const StoryPlace& place, const StoryTitle& title)
      : page_(page), place_(place), title_(title), captions_(picture_captions(page, title.text_begin, place.end)) {}

  [[nodiscard]] std::vector<std::optional<BlockKind>> find() {
    for (std::uint32_t i = 0; i < count(); ++i) kinds_.push_back(kind_of(i));
    mark_link_lists();
    close_behind_editor();
    drop_counts_behind_story();
    return kinds_;
  }

 private:
  [[nodiscard]] const HtmlElement& element(std::uint32_t i) const { return page_.elements[i]; }
  [[nodiscard]] const HtmlPiece& piece(std::uint32_t i) const { return page_.pieces[i]; }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(page_.pieces.size()); }

  // Who wrote or edited it, or where it comes from: belongs to the story wherever it stands.
  [[nodiscard]] bool credits_story(std::uint32_t i) const {
    const auto metadata = metadata_of(piece(i));
    return metadata && (metadata->editor || metadata->byline || metadata->outlet || !metadata->date);
  }

  [[nodiscard]] bool is_named_info(std::uint32_t i) const {
    return is_named(page_, i, &PageHints::date) || is_named(page_, i, &PageHints::outlet) ||
           is_named(page_, i, &PageHints::author) || is_named(page_, i, &PageHints::info);
  }

  // Nothing where the words decide.
  [[nodiscard]] std::optional<BlockKind> kind_of(std::uint32_t i) const {
    const HtmlPiece& p = piece(i);
    const std::optional<BlockKind> noise = place_.noise[p.element];
    if (title_.piece == i) return BlockKind::title;
    if (title_.piece && i < place_.end && bare(p.text) == title_.words) return BlockKind::navigation;  // its echo
    if (title_.piece ? i < *title_.piece : i < place_.begin) return above_title(i, noise);
    if (is_near_below_title(i, place_, title_) && is_date_line(piece(i))) return BlockKind::byline;
    if (i < title_.text_begin) return below_title(i, noise);
    if (i >= place_.end) return below_story(i, noise);
    if (noise) return credits_story(i) ? std::nullopt : noise;
    if (p.row && p.linked < p.words) return BlockKind::body;
    if (p.linked > 0 && p.stops == 0 && holds_controls(i)) return BlockKind::navigation;
    if (points_elsewhere(i)) return BlockKind::related_links;
    if (captions_[i] || is_named(page_, i, &PageHints::caption)) return BlockKind::caption;
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
    const std::uint32_t below = title_.piece.value_or(place_.begin);
    if (below - i <= kReachAboveTitle && !is_linked(piece(i))) {
      const auto metadata = metadata_of(piece(i));
      if (metadata && (metadata->date || metadata->outlet || metadata->byline || metadata->editor))
        return BlockKind::byline;
      if (!noise && is_named_info(i)) return BlockKind::byline;
    }
    const HtmlElement& e = element(piece(i).element);
    const bool kicker =
        title_.piece && i + 1 == *title_.piece && e.tag == HtmlTag::heading && !noise && !is_linked(piece(i));
    if (kicker && !names_section(bare(piece(i).text))) return BlockKind::heading;
    return noise.value_or(BlockKind::navigation);
  }

  [[nodiscard]] std::optional<BlockKind> below_title(std::uint32_t i, std::optional<BlockKind> noise) const {
    if (metadata_of(piece(i))) return BlockKind::byline;
    if (noise) return noise;
    if (is_named(page_, i, &PageHints::caption)) return BlockKind::caption;
    if (is_named_info(i) && weight_of(piece(i)) == 0) return BlockKind::byline;
    if (is_linked(piece(i)) || piece(i).words <= kWordsOfButton || is_tool(i)) return BlockKind::navigation;
    if (stands_among_values(i)) return BlockKind::byline;
    return std::nullopt;
  }

  // <p>原创</p> <p>观点</p> <p>作者：某某</p> <p>2503</p>: a short line between title and story, in a box of such
  // lines, one of which is metadata.
  [[nodiscard]] bool stands_among_values(std::uint32_t i) const {
    const HtmlElement& e = element(piece(i).element);
    if (piece(i).words > kLongestLabel || piece(i).stops > 0 || pieces_in(e) != 1) return false;
    const HtmlElement& box = element(e.parent);
    const bool between = (!title_.piece || box.begin_piece > *title_.piece) && box.end_piece <= title_.text_begin;
    if (!between || e.parent == 0 || pieces_in(box) > kMostInBox) return false;
    for (std::uint32_t k = box.begin_piece; k < box.end_piece; ++k) {
      const HtmlElement& other = element(piece(k).element);
      if (k != i && other.parent == e.parent && other.tag == e.tag && metadata_of(piece(k))) return true;
    }
    return false;
  }

  // 【字号 大 中 小】 | 打印 | 留言 | 论坛 | E-mail推荐: -- one of a box of controls between title and story, most of
  // them links. A subtitle in such a box holds no link and asks for nothing.
  [[nodiscard]] bool is_tool(std::uint32_t i) const {
    const std::string_view text = piece(i).text;
    const bool asks = text.ends_with(":") || text.ends_with("：");
    if (piece(i).words > kLongestLabel || (piece(i).linked == 0 && !asks)) return false;
    for (std::uint32_t at = piece(i).element; at != 0; at = element(at).parent) {
      const HtmlElement& box = element(at);
      const bool between = (!title_.piece || box.begin_piece > *title_.piece) && box.end_piece <= title_.text_begin;
      if (!between || pieces_in(box) > kMostInBox) return false;
      std::uint32_t links = 0;
      for (std::uint32_t k = box.begin_piece; k < box.end_piece; ++k) {
        if (is_linked(piece(k))) ++links;
      }
      if (links >= kFewestListedLinks && links >= kLinksToATool * (pieces_in(box) - links)) return true;
    }
    return false;
  }

  [[nodiscard]] std::optional<BlockKind> below_story(std::uint32_t i, std::optional<BlockKind> noise) const {
    const bool near = i - place_.end < kReachBelowStory;
    if (near && noise != BlockKind::related_links && credits_story(i)) return std::nullopt;
    if (noise) return noise;
    if (near && piece(i).picture != 0 && is_named(page_, i, &PageHints::caption)) return BlockKind::caption;
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
    for (std::uint32_t begin = place_.begin; begin < place_.end;) {
      std::uint32_t end = begin, entries = 0;
      std::optional<std::uint64_t> note;  // kind of the boxes in which the notes below the entries stand
      for (; end < place_.end; ++end) {
        if (is_entry(end)) {
          ++entries;
        } else if (end > begin && is_entry(end - 1) && is_note(end) && (!note || *note == kind_of_box(end)) &&
                   (note || (end + 1 < place_.end && is_entry(end + 1)))) {
          note = kind_of_box(end);
        } else {
          break;
        }
      }
      if (entries >= kFewestListedLinks) {
        for (std::uint32_t i = begin; i < end; ++i) kinds_[i] = kinds_[i].value_or(BlockKind::related_links);
        if (begin > title_.text_begin && is_label(begin - 1, end)) kinds_[begin - 1] = BlockKind::related_links;
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
    for (std::uint32_t i = title_.text_begin; i < place_.end; ++i) all += kinds_[i] ? 0 : weight_of(piece(i));
    double behind = 0;
    for (std::uint32_t i = place_.end; i-- > title_.text_begin && behind <= kBehindEditor * all;) {
      if (!kinds_[i] && names_editor(i)) {
        for (std::uint32_t k = i + 1; k < place_.end; ++k) {
          if (!kinds_[k] && !credits_story(k)) kinds_[k] = BlockKind::related_links;
        }
        return;
      }
      behind += kinds_[i] ? 0 : weight_of(piece(i));
    }
  }

  // +1, 3456 behind the last sentence: how many liked it. In the story a number may head a part of it.
  void drop_counts_behind_story() {
    for (std::uint32_t i = place_.end; i-- > title_.text_begin && weight_of(piece(i)) == 0;) {
      const std::u32string words = bare(piece(i).text);
      const bool number = !words.empty() && std::all_of(words.begin(), words.end(), is_digit);
      if (number && !kinds_[i] && !metadata_of(piece(i)) && !is_date_line(piece(i))) kinds_[i] = BlockKind::navigation;
    }
  }

  // 责任编辑：某某, or the place where the name should stand.
  [[nodiscard]] bool names_editor(std::uint32_t i) const {
    const std::string& text = piece(i).text;
    const FoldedText folded = fold_for_cues(text, {0, static_cast<std::uint32_t>(text.size())});
    return page_words("label-editor").occurs_in(folded.chars) && metadata_of(piece(i));
  }

  const HtmlTree& page_;
  const StoryPlace& place_;
  const StoryTitle& title_;
  std::vector<bool> captions_;  // by piece
  std::vector<std::optional<BlockKind>> kinds_;
};

}  // namespace

bool is_near_below_title(std::uint32_t i, const StoryPlace& place, const StoryTitle& title) {
  if (!title.piece || i <= *title.piece) return false;
  if (i >= place.begin && i < title.first_sentence) return true;
  return i <= *title.piece + kReachOfDateLine && i <= place.begin + 1;
}

std::vector<std::optional<BlockKind>> piece_kinds(const HtmlTree& page, const StoryPlace& place,
                                                  const StoryTitle& title) {
  return PieceKinds(page, place, title).find();
}

}  // namespace yiwen
