// SPDX-License-Identifier: Apache-2.0
//
// 相关阅读 in a line of its own is the heading of a list of links, or, in a newspaper, of a box with a story in it.
// Below the story, and where links or bullets follow, it is the former; between paragraphs of the story at least two
// entries must follow, and a paragraph of running text ends the list at once.
#include "extract/related_links.h"

#include <algorithm>
#include <string_view>

#include "base/char_class.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

constexpr double kLongestPointer = 60;  // 相关阅读:title of the other story
constexpr std::size_t kFewestEntriesInStory = 2;
constexpr std::size_t kMostEntriesInStory = 12;

enum class Heading { none, alone, with_entry };

// A pointer that is believed inside the story; 最新消息:… may open a paragraph of a live blog.
bool points_elsewhere(Chars chars) {
  static const WordTable kPointers{U"推荐阅读",  U"相关阅读",         U"相关新闻",        U"相关报道",  U"相关链接",
                                   U"相关文章",  U"延伸阅读",         U"扩展阅读",        U"更多阅读",  U"更多新闻",
                                   U"更多报道",  U"上一篇",           U"下一篇",          U"上一条",    U"下一条",
                                   U"related",   U"related articles", U"related stories", U"read more", U"see also",
                                   U"also read", U"read next"};
  for (std::size_t i = 0; i < chars.size(); ++i)
    if (is_word(chars[i])) return kPointers.match(chars, i) > 0;
  return false;
}

Heading related_heading(const Paragraph& paragraph, bool in_tail) {
  const Chars chars = paragraph.folded.chars;
  if (paragraph.width > kLongestPointer || paragraph.stops > 1) return Heading::none;
  std::size_t at = 0;
  while (at < chars.size() && !is_word(chars[at])) ++at;
  const std::size_t size = at < chars.size() ? page_words("related").match(chars, at) : 0;
  if (size == 0) return Heading::none;
  at += size;
  bool colon = false;
  for (; at < chars.size() && !is_word(chars[at]); ++at)
    colon = colon || Chars(U":】]|").find(chars[at]) != Chars::npos;
  const Chars rest = chars.substr(at);
  if (rest.empty() || rest == U"更多" || rest == U"more" || rest == U"换一换") return Heading::alone;
  const bool blank_behind = chars[at - 1] == ' ' && in_tail;
  return colon || blank_behind ? Heading::with_entry : Heading::none;
}

// - an entry, · an entry
bool is_item(const Paragraph& p) {
  constexpr Chars kBullets = U"•·●■◆□▪";
  return p.list_item || kBullets.find(p.folded.chars.front()) != Chars::npos;
}

bool is_open(const PagePart& part) { return part.kind == BlockKind::body || part.kind == BlockKind::heading; }

// A date or count under the title of an entry, or an entry.
bool is_entry(const PagePart& part) {
  const Paragraph& p = part.paragraph;
  if (part.kind == BlockKind::byline)
    return part.metadata && !part.metadata->editor && !part.metadata->byline && part.in_tail;
  if (!is_open(part)) return false;
  if (p.links_only) return true;
  if (is_prose(p) && may_be_links(p)) return true;
  if (is_prose(p)) return part.in_tail && (p.folded.chars.back() == U'…' || p.folded.chars.ends_with(U"..."));
  return is_title_like(p) || is_item(p) || part.in_tail;
}

std::size_t entries_end(const std::vector<PagePart>& parts, std::size_t begin) {
  std::size_t end = begin;
  while (end < parts.size() && is_entry(parts[end])) {
    if (!parts[end].in_tail && (parts[end].paragraph.heading_level > 0 || end - begin == kMostEntriesInStory)) break;
    ++end;
  }
  return end;
}

// End of 你可能感兴趣的内容: behind the last entry of a list that says so; 0 where none does within reach.
std::size_t stated_end(const std::vector<PagePart>& parts, std::size_t heading) {
  constexpr std::size_t kReach = 15;
  const std::u32string end = U"end of " + parts[heading].paragraph.folded.chars;
  for (std::size_t i = heading + 1; i < parts.size() && i <= heading + kReach; ++i)
    if (parts[i].paragraph.folded.chars == end) return i + 1;
  return 0;
}

}  // namespace

bool heads_links(const Paragraph& paragraph) { return related_heading(paragraph, false) == Heading::alone; }

CommentsHeading comments_heading(const Paragraph& paragraph) {
  constexpr std::size_t kMostDigits = 6;
  const Chars chars = paragraph.folded.chars;
  if (paragraph.stops > 0 || paragraph.commas > 0) return CommentsHeading::none;
  std::u32string words;
  std::size_t digits = 0;
  for (const char32_t c : chars) {
    if (is_digit(c))
      ++digits;
    else if (is_word(c) || (c == ' ' && !words.empty()))
      words.push_back(c);
  }
  while (!words.empty() && words.back() == ' ') words.pop_back();
  if (digits > kMostDigits) return CommentsHeading::none;
  if (digits == 0)
    return !words.empty() && page_words("comments").match(words, 0) == words.size() ? CommentsHeading::bare
                                                                                    : CommentsHeading::none;
  if (words.ends_with(U'条') || words.ends_with(U'则')) words.pop_back();  // 网友评论(3条)
  while (!words.empty() && words.back() == ' ') words.pop_back();
  const bool known = !words.empty() && (page_words("comments").match(words, 0) == words.size() ||
                                        page_words("comments-counted").match(words, 0) == words.size());
  return known ? CommentsHeading::counted : CommentsHeading::none;
}

bool may_be_links(const Paragraph& paragraph) {
  constexpr double kLongestHeadline = 50;  // in ideographs; a longer line has a blank to so many
  const auto blanks = std::count(paragraph.folded.chars.begin(), paragraph.folded.chars.end(), U' ');
  return paragraph.stops == paragraph.marks && paragraph.width <= kLongestHeadline * static_cast<double>(1 + blanks);
}

bool is_pointer(const Paragraph& paragraph) {
  constexpr double kLongestWay = 120;  // in ideographs: to the story before and to that behind, in one line
  const Chars chars = paragraph.folded.chars;
  return paragraph.width <= kLongestWay && !chars.empty() && (chars.front() == U'【' || chars.front() == '[') &&
         page_words("neighbour").match(chars, 1) > 0;
}

void mark_related_links(std::vector<PagePart>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!is_open(parts[i])) continue;
    const Heading heading = related_heading(parts[i].paragraph, parts[i].in_tail);
    if (heading == Heading::none) continue;
    const std::size_t begin = i + 1;
    std::size_t end = entries_end(parts, begin);
    bool believed = parts[i].in_tail;
    if (!believed && heading == Heading::with_entry) {
      believed = points_elsewhere(parts[i].paragraph.folded.chars);
      end = begin;
    } else if (!believed) {
      const bool listed = begin < end && (is_item(parts[begin].paragraph) || parts[begin].paragraph.links_only);
      // The last line above running text is the heading of that text, not an entry.
      if (!listed && end < parts.size() && end > begin && is_prose(parts[end].paragraph)) --end;
      if (listed)
        for (end = begin; end < parts.size() && (is_item(parts[end].paragraph) || parts[end].paragraph.links_only) &&
                          is_entry(parts[end]);)
          ++end;
      // 热门 above the story is an entry of the menu, and the title stands among those below it.
      believed = listed || (!parts[i].in_head && end - begin >= kFewestEntriesInStory);
    }
    if (const std::size_t stated = stated_end(parts, i)) end = stated, believed = true;
    if (!believed) continue;
    for (std::size_t k = i; k < end; ++k) parts[k].kind = BlockKind::related_links;
    i = end - 1;
  }
}

}  // namespace yiwen
