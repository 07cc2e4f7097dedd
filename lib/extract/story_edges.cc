// SPDX-License-Identifier: Apache-2.0
//
// The story lies between the first and the last paragraph of running text. But pages have running text of their own:
//
//   您即将进入的新闻需满18岁……    a notice to the reader, above the way to the page
//   首页 > 社会                     the way to the page: the title is below it
//   标题
//   正文。……
//   责任编辑:张三                   closes the story
//   请文明发言，理性讨论。……      rules for comments, below
//
// Both are little text as against the story. What is more than that is another story, and nothing is said of it.
#include "extract/story_edges.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "extract/dateline.h"
#include "extract/metadata.h"
#include "extract/page_words.h"
#include "extract/related_links.h"

namespace yiwen {

namespace {

// What follows the line of the editor or the begin of the foot is no story where it is at most this share of the
// running text, 0.1..0.3, and none of its paragraphs is so long (in ideographs): rules and comments are shorter.
constexpr double kMostBehindClosing = 0.25;
constexpr double kLongestBehindClosing = 120;
// Shorter lines (in ideographs) are labels of sections.
constexpr double kShortestHeadline = 6;
// The words that say where a story was sent from stand among so many characters of its first paragraph.
constexpr std::size_t kReachOfDateline = 24;

bool may_be_story(const PagePart& part, const Looks& looks) {
  if (part.paragraph.marked && part.paragraph.marked != BlockKind::body) return false;
  return !part.metadata && !looks.spam && !is_pointer(part.paragraph) && looks.footer < FooterEvidence::at_foot &&
         looks.navigation != NavigationEvidence::anywhere;
}

// 首页 > 社会: what stands above the way to the page is none of it, if below it a line is left for the title. Notices
// to the reader stand there as well: little text, as against what is below. The index of that line; 0 for none.
std::size_t find_trail(const std::vector<PagePart>& parts, const std::vector<Looks>& looks) {
  constexpr double kMostAbove = 0.33;  // of the running text; range .1 to .4
  const auto prose = [&](const PagePart& part) { return is_prose(part.paragraph) ? part.paragraph.width : 0; };
  double above = 0, all = 0;
  for (const PagePart& part : parts) all += prose(part);
  std::size_t trail = 0, found = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Paragraph& p = parts[i].paragraph;
    if (is_trail(p)) {
      trail = i;
    } else if (trail > 0 && prose(parts[i]) > 0 && !looks[i].title) {
      trail = 0;  // text before any title
    } else if (trail > 0 && !parts[i].metadata && looks[i].navigation == NavigationEvidence::none &&
               (looks[i].title || is_title_like_at_head(p)) && p.width >= kShortestHeadline) {
      found = std::exchange(trail, 0);
    }
    above += prose(parts[i]);
    if (above > kMostAbove * all) break;
  }
  return found;
}

// 责任编辑:张三, or 特别声明:本平台…: below a story, and above nothing that belongs to it.
bool closes_story(const PagePart& part) {
  if (part.metadata) return part.metadata->editor && part.metadata->end == part.paragraph.range.end;
  return opens_disclaimer(part.paragraph) && page_words("self-reference").occurs_in(part.paragraph.folded.chars);
}

// 本报讯, 某某社某地3月5日电
bool opens_a_story(const Paragraph& p) {
  const MetadataReading reading = read_dateline(p);
  const std::u32string_view head = std::u32string_view(p.folded.chars).substr(0, kReachOfDateline);
  return reading.outlet || reading.byline || page_words("dateline").occurs_in(head) ||
         page_words("reporter-opening").occurs_in(head);
}

// Where the page closes the story: the first such line with little behind it. One behind the last part if there is
// none, or where a sentence stands between it and another line with an editor: several stories, or an interview with
// one.
std::size_t find_closing(const std::vector<PagePart>& parts, const std::vector<bool>& running) {
  const auto width = [&](std::size_t i) { return running[i] ? parts[i].paragraph.width : 0; };
  double all = 0;
  std::size_t last_story = 0;  // behind the last paragraph that only a story has
  for (std::size_t i = 0; i < parts.size(); ++i) {
    all += width(i);
    if (width(i) > kLongestBehindClosing || (running[i] && opens_a_story(parts[i].paragraph))) last_story = i + 1;
  }
  std::size_t closing = parts.size();
  double behind = all;
  bool editor = false, sentence = false;  // a line with an editor, and a sentence behind one
  for (std::size_t i = 0; i < parts.size(); ++i) {
    behind -= width(i);
    sentence = sentence || (editor && !parts[i].metadata && parts[i].paragraph.stops > 0);
    if (behind == all || !closes_story(parts[i])) continue;
    if (sentence && parts[i].metadata) return parts.size();
    editor = editor || parts[i].metadata;
    if (closing == parts.size() && i >= last_story && behind <= kMostBehindClosing * all) closing = i;
  }
  return closing;
}

// Dave R: Half price is fair. What a reader says, behind his name.
bool says_somebody(const Paragraph& p) {
  constexpr std::size_t kLongestName = 20;  // in characters; range 12 to 24
  const std::size_t colon = std::u32string_view(p.folded.chars).find(U':');
  return colon != std::u32string_view::npos && colon > 0 && colon <= kLongestName;
}

// 网友评论(3条): the line below the story that heads what its readers say. Pages also put the number of comments
// between paragraphs, so it is believed where what follows is little as against the story, or is mostly of people with
// names. One behind the last part if there is none.
std::size_t find_comments(const std::vector<PagePart>& parts, const std::vector<bool>& running) {
  constexpr double kMostBelow = 0.33;  // of the running text; range .2 to .4
  constexpr double kMostNamed = 0.5;   // of the lines
  double all = 0, above = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) all += running[i] ? parts[i].paragraph.width : 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    above += running[i] ? parts[i].paragraph.width : 0;
    const CommentsHeading heading = above > 0 ? comments_heading(parts[i].paragraph) : CommentsHeading::none;
    if (heading == CommentsHeading::none) continue;
    const auto below = parts.begin() + static_cast<std::ptrdiff_t>(i + 1);
    const auto named = static_cast<double>(
        std::count_if(below, parts.end(), [](const PagePart& part) { return says_somebody(part.paragraph); }));
    const bool longer = std::any_of(below, parts.end(), [](const PagePart& part) {
      return is_prose(part.paragraph) && part.paragraph.width > kLongestBehindClosing;
    });
    if (longer && heading == CommentsHeading::bare) continue;
    if (all - above <= kMostBelow * all || named >= kMostNamed * static_cast<double>(parts.end() - below)) return i;
  }
  return parts.size();
}

// Marks the parts above and below the paragraphs that `is_running_text` names. False where there are none.
template <class IsRunningText>
bool find_story(std::vector<PagePart>& parts, const std::vector<Looks>& looks, IsRunningText is_running_text) {
  std::vector<bool> running(parts.size());
  bool listed = false;  // below the heading of a list of links
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].above_trail) continue;
    listed = heads_links(parts[i].paragraph) || (listed && may_be_links(parts[i].paragraph));
    if (listed) continue;
    running[i] = ((is_running_text(parts[i].paragraph) && !looks[i].title) || looks[i].goes_on) &&
                 may_be_story(parts[i], looks[i]);
  }
  const auto first = static_cast<std::size_t>(std::find(running.begin(), running.end(), true) - running.begin());
  if (first == parts.size()) return false;
  const std::size_t comments = find_comments(parts, running);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i].among_comments = i >= comments;
    running[i] = running[i] && !parts[i].among_comments;
  }
  const std::size_t closing = find_closing(parts, running);
  std::size_t last = closing;
  while (last > first && !(last < parts.size() && running[last])) --last;
  for (std::size_t i = closing; i < parts.size(); ++i) parts[i].behind_closing = i > closing;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i].in_head = i < first;
    parts[i].in_tail = i > last;
  }
  return true;
}

}  // namespace

void find_story_edges(std::vector<PagePart>& parts, const std::vector<Looks>& looks) {
  const std::size_t trail = find_trail(parts, looks);
  for (std::size_t i = 0; i < trail; ++i) parts[i].above_trail = true;
  // Posts of a forum may do without stops: then a clause with a comma is the most that shows running text.
  if (!find_story(parts, looks, is_prose)) find_story(parts, looks, is_unstopped_prose);
}

}  // namespace yiwen
