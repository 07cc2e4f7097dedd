// SPDX-License-Identifier: Apache-2.0
//
// The story is what lies between the first and the last paragraph of running text. Marking a part of it as noise hides
// it from the editor, so inside the story only unmistakable evidence counts (a registration number, a list of bait);
// above and below it weaker evidence will do (a menu whose separators were lost, a telephone number). Evidence is
// always positive: what nothing speaks against is a heading or body wherever it stands.
//
//   必读视频专题财经…         head   menu words, no particles      -> navigation
//   标题                      head   nothing against it            -> heading (title.h makes it the title)
//   2026年3月6日 08:45某网    head   items of metadata only        -> byline
//   正文。……                  story
//   某网版权及免责声明:       tail   opens a disclaimer            -> footer
//   1.本网刊载……              tail   numbered, speaks of itself    -> footer; running text, so it must not count as
//   story
#include "extract/page_parts.h"

#include <algorithm>
#include <utility>

#include "extract/captions.h"
#include "extract/dateline.h"
#include "extract/dates.h"
#include "extract/entry_times.h"
#include "extract/footer.h"
#include "extract/navigation.h"
#include "extract/page_marks.h"
#include "extract/page_words.h"
#include "extract/paragraph_ends.h"
#include "extract/related_links.h"
#include "extract/story_edges.h"
#include "extract/word_seam.h"

namespace yiwen {

namespace {

// A text without marks has at most one in so many letters and characters; running text has one in eight to fifteen. And
// at least so many of them, or it is a list.
constexpr std::uint32_t kLettersToAStrayMark = 150;
constexpr std::uint32_t kFewestUnmarked = 200;
// Its titles (in ideographs) are shorter than its paragraphs, which have no marks to be told by.
constexpr double kLongestUnmarkedTitle = 30;
// A menu with a line for each entry has at least so many lines in a row, and this share of them names known channels.
constexpr std::size_t kFewestMenuLines = 5;
constexpr double kKnownMenuLines = 0.4;

// (文/张三 数据支持/王五): behind a story such a bracket is read label by label, which tells a name from what follows
// it.
void refine_credits(const Paragraph& paragraph, MetadataReading& metadata) {
  if (paragraph.folded.chars.front() != '(' || metadata.end != paragraph.range.end) return;
  const MetadataReading credits = read_credits_behind(paragraph);
  if (credits.byline) metadata.byline = credits.byline;
  if (credits.editor) metadata.editor = credits.editor;
}

std::vector<PagePart> read_parts(std::string_view text, std::vector<Paragraph> paragraphs) {
  std::vector<PagePart> parts;
  for (Paragraph& paragraph : part_ends(text, join_entry_times(text, std::move(paragraphs)))) {
    if (paragraph.marked && paragraph.marked != BlockKind::byline) {
      parts.push_back({std::move(paragraph), std::nullopt});
      continue;
    }
    auto metadata = read_metadata(text, paragraph);
    // 新华社记者 张三摄 names a photographer, not the author of the text.
    if (metadata && is_credit(paragraph) && !metadata->outlet && !metadata->date && !metadata->editor) metadata.reset();
    if (metadata) refine_credits(paragraph, *metadata);
    if (!metadata || metadata->end == paragraph.range.end || paragraph.marked) {
      parts.push_back({std::move(paragraph), metadata});
      continue;
    }
    Paragraph stated = describe_paragraph(text, {paragraph.range.begin, metadata->end});
    stated.blank_lines = paragraph.blank_lines;
    const std::uint32_t behind = metadata->end;
    parts.push_back({std::move(stated), metadata});
    TextRange<SourceText> rest{behind, paragraph.range.end};
    const FoldedText folded = fold_for_cues(text, rest);
    rest = folded.source(0, folded.size());
    parts.push_back({describe_paragraph(text, rest), std::nullopt});
  }
  return parts;
}

// Below the heading of a disclaimer, what speaks of rights or is numbered belongs to it, to the first paragraph that
// does neither.
void believe_disclaimers(const std::vector<PagePart>& parts, std::vector<Looks>& looks) {
  bool open = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (opens_disclaimer(parts[i].paragraph)) {
      open = true;
    } else if (open) {
      const Paragraph& p = parts[i].paragraph;
      const bool clause = looks[i].footer != FooterEvidence::none || is_numbered(p) || addresses_reader(p);
      if (clause)
        looks[i].footer = std::max(looks[i].footer, FooterEvidence::at_foot);
      else
        open = !is_prose(parts[i].paragraph);
    }
  }
}

// 一是加强基础研究: begins a paragraph, even where its stop is lost.
bool is_enumerated_clause(const Paragraph& p) {
  constexpr std::u32string_view kNumbers = U"一二三四五六七八九十";
  const std::u32string_view chars = p.folded.chars;
  return p.heading_level == 0 && chars.size() > 2 && kNumbers.find(chars[0]) != std::u32string_view::npos &&
         (chars[1] == U'是' || chars[1] == U'要');
}

// 记者：最难的是哪一步？ is asked, where 最难的是哪一步？ may be a heading.
bool puts_a_question(const Paragraph& p) {
  constexpr std::size_t kLongestLabel = 8;  // 海滨日报记者
  const std::size_t colon = p.folded.chars.find(U':');
  return p.heading_level == 0 && p.ends_with_stop && colon > 0 && colon <= kLongestLabel;
}

// A headline may be one.
bool is_exclamation(const Paragraph& p) {
  constexpr double kLongestHeadline = 50;  // in ideographs
  return p.stops == 1 && p.marks == 1 && p.ends_with_stop && p.width <= kLongestHeadline;
}

// Scraping dropped the marks, or the writer did without.
bool does_without_marks(const std::vector<PagePart>& parts) {
  std::uint32_t words = 0, marks = 0;
  for (const PagePart& part : parts) {
    words += part.paragraph.words;
    marks += part.paragraph.stops + part.paragraph.commas;
  }
  return words >= kFewestUnmarked && words >= kLettersToAStrayMark * marks;
}

// 分享到：微信 微博 reads like a label with its value, and states nothing of the text.
bool says_nothing(const MetadataReading& reading) {
  return !reading.title && !reading.outlet && !reading.date && !reading.byline && !reading.editor;
}

BlockKind kind_of(const PagePart& part, const Looks& looks, bool unmarked) {
  const bool at_edge = part.in_head || part.in_tail;
  if (part.paragraph.marked) return *part.paragraph.marked;
  if (looks.spam) return BlockKind::spam;
  if (looks.footer == FooterEvidence::anywhere) return BlockKind::footer;
  if (is_pointer(part.paragraph)) return BlockKind::related_links;
  if (looks.navigation == NavigationEvidence::anywhere) return BlockKind::navigation;
  // At the head it says of which day and paper the page is.
  if (looks.page_mark && !(part.in_head && part.metadata)) return BlockKind::navigation;
  if (part.metadata && says_nothing(*part.metadata) && is_tool_bar(part.paragraph)) return BlockKind::navigation;
  if (part.metadata) return BlockKind::byline;
  if (part.above_trail) return BlockKind::navigation;
  if (at_edge && looks.navigation == NavigationEvidence::at_edge) return BlockKind::navigation;
  if (part.in_tail && looks.footer == FooterEvidence::at_foot) return BlockKind::footer;
  if (is_credit(part.paragraph) || is_caption(part.paragraph)) return BlockKind::caption;
  if (looks.goes_on) return BlockKind::body;
  if (looks.title && part.in_head) return BlockKind::heading;
  if (part.in_head && is_title_like_at_head(part.paragraph)) return BlockKind::heading;
  if (unmarked && part.paragraph.heading_level == 0 && part.paragraph.width > kLongestUnmarkedTitle)
    return BlockKind::body;
  const bool running = is_enumerated_clause(part.paragraph) || puts_a_question(part.paragraph);
  return is_title_like(part.paragraph) && !running ? BlockKind::heading : BlockKind::body;
}

// The line right above a credit is what the picture shows. Where paragraphs have no blank lines between them, any
// paragraph stands right above the next one, so the line must have one above it.
void mark_captions_above_credits(std::vector<PagePart>& parts) {
  for (std::size_t i = 1; i < parts.size(); ++i) {
    PagePart& above = parts[i - 1];
    const bool open = above.kind == BlockKind::body || above.kind == BlockKind::heading;
    if (open && parts[i].kind == BlockKind::caption && is_credit(parts[i].paragraph) &&
        parts[i].paragraph.blank_lines == 0 && above.paragraph.blank_lines > 0 && may_be_caption(above.paragraph))
      above.kind = BlockKind::caption;
  }
}

void mark_line_menus(std::vector<PagePart>& parts) {
  for (std::size_t begin = 0; begin < parts.size();) {
    std::size_t end = begin;
    std::size_t known = 0;
    // A title stands apart from the menu above it.
    const auto spaced_alike = [&](std::size_t i) {
      return i <= begin + 1 || parts[i].paragraph.blank_lines == parts[begin + 1].paragraph.blank_lines;
    };
    while (end < parts.size() && (parts[end].in_head || parts[end].in_tail) &&
           parts[end].in_head == parts[begin].in_head && is_menu_entry(parts[end].paragraph) && spaced_alike(end) &&
           (parts[end].kind == BlockKind::heading || parts[end].kind == BlockKind::body ||
            parts[end].kind == BlockKind::navigation)) {
      if (holds_menu_word(parts[end].paragraph)) ++known;
      ++end;
    }
    if (end - begin >= kFewestMenuLines &&
        static_cast<double>(known) >= kKnownMenuLines * static_cast<double>(end - begin))
      for (std::size_t i = begin; i < end; ++i) parts[i].kind = BlockKind::navigation;
    begin = std::max(end, begin + 1);
  }
}

// 新款平板上市 01:39: headlines of other stories, each with its hour, at least two in a row.
void mark_timed_headlines(std::vector<PagePart>& parts) {
  const auto timed = [&](std::size_t i) {
    const std::u32string_view chars = parts[i].paragraph.folded.chars;
    const std::size_t blank = chars.rfind(' ');
    if (parts[i].kind != BlockKind::heading || blank == std::u32string_view::npos || blank == 0) return false;
    const DateMatch hour = match_date(chars, blank + 1);
    return hour.has_time && !hour.has_date && blank + 1 + hour.size == chars.size();
  };
  for (std::size_t i = 0, end = 0; i < parts.size(); i = std::max(end, i + 1)) {
    for (end = i; end < parts.size() && timed(end);) ++end;
    for (std::size_t k = i; end - i > 1 && k < end; ++k) parts[k].kind = BlockKind::related_links;
  }
}

// 新款平板上市 / 2026-03-05 20:54 数码: headlines of other stories with the day and hour below each, at least three in
// a row below the story.
void mark_dated_headlines(std::vector<PagePart>& parts) {
  constexpr std::size_t kFewest = 3;
  const auto dated = [&](std::size_t i) {
    if (i + 1 >= parts.size() || !parts[i].in_tail || parts[i].metadata || parts[i].paragraph.ends_with_stop)
      return false;
    const DateMatch day = match_date(parts[i + 1].paragraph.folded.chars, 0);
    return day.has_date && day.has_time && parts[i + 1].paragraph.stops == 0;
  };
  for (std::size_t i = 0, end = 0; i < parts.size(); i = std::max(end, i + 1)) {
    for (end = i; dated(end);) end += 2;
    for (std::size_t k = i; end - i >= 2 * kFewest && k < end; ++k) parts[k].kind = BlockKind::related_links;
  }
}

// The label of a newspaper page (要闻·聚焦水运) reads like a heading, but nothing stands below it.
void mark_section_labels(std::vector<PagePart>& parts) {
  constexpr double kLongestLabel = 8;
  for (std::size_t i = parts.size(); i > 0; --i) {
    PagePart& part = parts[i - 1];
    if (!part.in_tail || part.kind == BlockKind::body) return;
    if (part.kind != BlockKind::heading) continue;
    if (part.paragraph.width > kLongestLabel || part.paragraph.blank_lines == 0 ||
        !page_words("section").occurs_in(part.paragraph.folded.chars))
      return;
    part.kind = BlockKind::navigation;
  }
}

// Once the foot of the page has begun, titles are titles of other stories; what follows the line that closes the story
// is none of it either.
void mark_foot(std::vector<PagePart>& parts) {
  constexpr int kFewestLines = 2;  // of navigation: one alone may ask to unfold the rest of the story
  bool at_foot = false;
  int navigation = 0;
  for (PagePart& part : parts) {
    if (!part.in_tail) continue;
    if (part.kind == BlockKind::navigation) ++navigation;
    at_foot = at_foot || navigation >= kFewestLines || (is_noise(part.kind) && part.kind != BlockKind::navigation);
    const bool open = part.kind == BlockKind::body || part.kind == BlockKind::heading;
    if ((at_foot && part.kind == BlockKind::heading) || ((part.behind_closing || part.among_comments) && open))
      part.kind = BlockKind::related_links;
  }
}

// 对于一所大 | 【限时优惠】早鸟价立减800元 | 学来说…: a word goes on behind lines without a stop, so they are none of
// it.
void mark_what_parts_a_word(std::string_view text, std::vector<PagePart>& parts) {
  constexpr std::size_t kMostLines = 4;  // a picture, its name, two lines of an advertisement
  constexpr double kLongestLine = 60;    // in ideographs
  const auto slice = [&](const PagePart& part) {
    return text.substr(part.paragraph.range.begin, part.paragraph.range.size());
  };
  const auto may_part = [&](const PagePart& part) {
    const Paragraph& p = part.paragraph;
    return is_noise(part.kind) || (!p.marked && p.stops == 0 && p.width <= kLongestLine);
  };
  for (std::size_t i = 0; i + 2 < parts.size(); ++i) {
    const Paragraph& above = parts[i].paragraph;
    const bool open = parts[i].kind == BlockKind::body || parts[i].kind == BlockKind::heading;
    if (!open || above.marked || above.ends_with_stop || above.stops + above.commas == 0) continue;
    std::size_t below = i + 1;
    bool story = false;  // not all between them is known
    for (; below < parts.size() && below - i <= kMostLines + 1 && may_part(parts[below]); ++below)
      story = story || !is_noise(parts[below].kind);
    if (!story || below >= parts.size() || below - i > kMostLines + 1 || parts[below].kind != BlockKind::body) continue;
    if (splits_word(slice(parts[i]), slice(parts[i + 1])) || !splits_word(slice(parts[i]), slice(parts[below])))
      continue;
    for (std::size_t k = i + 1; k < below; ++k)
      if (!is_noise(parts[k].kind)) parts[k].kind = BlockKind::navigation;
  }
}

// Below 网友评论（3） at the foot stands what readers say, to the end of the page or to the next list of links.
void mark_comments(std::vector<PagePart>& parts) {
  std::size_t begin = 0;
  while (begin < parts.size() && !(is_noise(parts[begin].kind) && parts[begin].in_tail &&
                                   comments_heading(parts[begin].paragraph) != CommentsHeading::none))
    ++begin;
  for (std::size_t i = begin; i < parts.size(); ++i) {
    if (i > begin && (heads_links(parts[i].paragraph) || is_pointer(parts[i].paragraph))) return;
    if (parts[i].kind != BlockKind::related_links && i != begin) continue;
    const bool footer = footer_evidence(parts[i].paragraph) == FooterEvidence::anywhere;
    parts[i].kind = footer ? BlockKind::footer : BlockKind::comments;
  }
}

// 某某报关心您 / 请珍惜生命 / 援助热线：0800-788995: lines to the reader with telephone numbers, below the story.
void mark_closing_notice(std::vector<PagePart>& parts) {
  constexpr std::size_t kMostLines = 8;
  constexpr double kLongestLine = 40, kLongestAddress = 30;
  std::vector<std::size_t> lines;
  bool contact = false;
  std::size_t begin = 0;
  for (std::size_t i = parts.size(); i > 0 && lines.size() < kMostLines; --i) {
    const PagePart& part = parts[i - 1];
    if (part.kind != BlockKind::body && part.kind != BlockKind::heading) continue;
    if (part.paragraph.width > kLongestLine) break;
    lines.push_back(i - 1);
    contact = contact || is_contact_line(part.paragraph);
    const bool short_enough = part.paragraph.width <= kLongestAddress && !part.paragraph.ends_with_stop;
    if (contact && short_enough && addresses_reader(part.paragraph)) begin = lines.size();
  }
  for (std::size_t k = 0; k < begin; ++k) parts[lines[k]].kind = BlockKind::footer;
}

}  // namespace

std::vector<PagePart> page_parts(std::string_view text, std::vector<Paragraph> paragraphs) {
  std::vector<PagePart> parts = read_parts(text, std::move(paragraphs));
  std::vector<Looks> looks;
  looks.reserve(parts.size());
  for (const PagePart& part : parts)
    looks.push_back({navigation_evidence(part.paragraph), footer_evidence(part.paragraph), is_spam(part.paragraph),
                     is_page_mark(part.paragraph)});
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    looks[i].title = is_exclamation(parts[i].paragraph) && parts[i + 1].metadata && parts[i + 1].metadata->date;
    looks[i].goes_on = is_unstopped_prose(parts[i].paragraph) &&
                       leading_pointer(parts[i + 1].paragraph.folded.chars) == parts[i + 1].paragraph.folded.size();
  }
  believe_disclaimers(parts, looks);
  find_story_edges(parts, looks);
  const bool unmarked = does_without_marks(parts);
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i].kind = kind_of(parts[i], looks[i], unmarked);
  mark_captions_above_credits(parts);
  mark_what_parts_a_word(text, parts);
  mark_closing_notice(parts);
  mark_related_links(parts);
  mark_line_menus(parts);
  mark_timed_headlines(parts);
  mark_dated_headlines(parts);
  mark_foot(parts);
  mark_section_labels(parts);
  mark_comments(parts);
  return parts;
}

}  // namespace yiwen
