// SPDX-License-Identifier: Apache-2.0
//
// A first-level markdown heading is the title wherever it stands: converters write the page's <h1> so, even below a
// kicker or a picture. Else it is the first heading above the running text that is no label of a section, no masthead
// and no name of a speaker. Where running text comes first, the headings below it belong to entries, not to the page.
#include "extract/title.h"

#include <algorithm>

#include "base/char_class.h"
#include "extract/dates.h"
#include "extract/metadata_words.h"
#include "extract/navigation.h"
#include "extract/page_words.h"
#include "extract/word_seam.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

// Shorter ones (in ideographs) are labels of sections (评论, 本报要闻), if there is a longer one.
constexpr double kShortestTitle = 6;
constexpr double kShortestTitleAtAll = 3;
// Names of sites are shorter.
constexpr double kShortestOverMenu = 12;
constexpr double kLongestMasthead = 8;
constexpr std::size_t kLongestSiteName = 14;

// Whether its day and hour stand in the line: 用户3216 2026-03-05 08:45. A headline names a day at most.
bool holds_day_and_hour(Chars chars) {
  for (std::size_t at = 0; at < chars.size(); ++at) {
    const DateMatch date = match_date(chars, at);
    if (date.has_date && date.has_time) return true;
  }
  return false;
}

// 某报数据库(1951-2031): the years of an archive, which the page stands in.
bool names_archive(Chars chars) {
  constexpr std::size_t kYears = 11;  // (1951-2031)
  if (chars.size() <= kYears || chars[chars.size() - kYears] != '(' || chars.back() != ')') return false;
  constexpr Chars kArchives[] = {U"数据库", U"资料库", U"档案"};
  const Chars years = chars.substr(chars.size() - kYears + 1, kYears - 2);
  const Chars name = chars.substr(0, chars.size() - kYears);
  return years[4] == '-' && std::count_if(years.begin(), years.end(), is_digit) == 8 &&
         std::any_of(std::begin(kArchives), std::end(kArchives), [&](Chars word) { return name.ends_with(word); });
}

// 第1页/共4页, 本文1627字,读完约4分钟, (掌声), 登录|注册: what a page says of itself, or of what is heard.
bool speaks_of_page(Chars chars) {
  const auto has = [&](Chars words) { return chars.find(words) != Chars::npos; };
  const bool digit = std::any_of(chars.begin(), chars.end(), is_digit);
  const bool bracketed = chars.size() > 2 && Chars(U"([").find(chars.front()) != Chars::npos &&
                         chars.find_first_of(U")]") == chars.size() - 1;
  const bool pages = has(U"第") && has(U"/共") && has(U"页");
  const bool minutes = has(U"分钟") && (has(U"读完") || has(U"阅读"));
  // 昨收:0.000今开:0.000最高:0.000: a board of quotes.
  constexpr int kFewestQuotes = 3;
  int quotes = 0;
  for (std::size_t at = 1; at + 1 < chars.size(); ++at)
    quotes += chars[at] == ':' && is_han(chars[at - 1]) && is_digit(chars[at + 1]) ? 1 : 0;
  // 证券代码：600999 证券简称：某某股份
  const std::size_t listed = page_words("listed-label").match(chars, 0);
  return bracketed || quotes >= kFewestQuotes || (listed > 0 && listed < chars.size() && chars[listed] == ':') ||
         (digit && (pages || minutes || has(U"min read") || has(U"minute read"))) || (has(U"登录") && has(U"注册"));
}

// 00-00 00:00:00, 0.00 (0.000%): figures that a page fills in later. 1984 is the title of a book.
bool is_of_figures(Chars chars) {
  constexpr std::ptrdiff_t kFewestMarks = 2;
  return std::none_of(chars.begin(), chars.end(), [](char32_t c) { return is_word(c) && !is_digit(c); }) &&
         std::count_if(chars.begin(), chars.end(), [](char32_t c) { return !is_digit(c) && c != ' '; }) >= kFewestMarks;
}

bool may_be_title(const PagePart& part) {
  const Chars chars = part.paragraph.folded.chars;
  if (part.paragraph.heading_level == 0 && (is_of_figures(chars) || names_archive(chars))) return false;
  if (part.paragraph.heading_level == 0 && (holds_day_and_hour(chars) || speaks_of_page(chars))) return false;
  const bool label = !chars.empty() && chars.find(U'】') == chars.size() - 1 && chars.front() == U'【';  // 【某报专讯】
  return part.kind == BlockKind::heading && !part.paragraph.ends_with_colon && !part.paragraph.list_item && !label &&
         !(part.paragraph.width <= kLongestMasthead && is_outlet_name(part.paragraph.folded.chars));
}

// Whether a bracket or quotation that opens in the text is still open at its end.
bool ends_open(Chars chars) {
  constexpr Chars kOpening = U"“‘「『《〈([【";
  constexpr Chars kClosing = U"”’」』》〉)]】";
  int depth = 0;
  for (const char32_t c : chars) {
    if (kOpening.find(c) != Chars::npos)
      ++depth;
    else if (kClosing.find(c) != Chars::npos && depth > 0)
      --depth;
  }
  return depth > 0;
}

bool is_plain_heading(const PagePart& part) {
  return part.kind == BlockKind::heading && part.paragraph.heading_level == 0 && !part.paragraph.list_item;
}

// 某某股份有限公司 | 关于召开股东大会的通知: who gives notice, and of what.
bool is_notice_of_company(Chars issuer, Chars notice) {
  const WordTable& kinds = page_words("notice-kind");
  const auto bracket = notice.find('(');  // …规则(2031年修订)
  if (bracket != Chars::npos && notice.ends_with(')')) notice = notice.substr(0, bracket);
  if (!issuer.ends_with(U"公司") || issuer.find_first_of(U" ,:、") != Chars::npos) return false;
  for (std::size_t at = notice.size() < 3 ? 0 : notice.size() - 3; at < notice.size(); ++at) {
    if (const auto length = kinds.match(notice, at); length > 0 && at + length == notice.size()) return true;
  }
  return false;
}

bool goes_on(std::string_view text, const Paragraph& above, const Paragraph& below) {
  if (ends_open(above.folded.chars) || is_notice_of_company(above.folded.chars, below.folded.chars)) return true;
  const auto slice = [&](const Paragraph& p) { return text.substr(p.range.begin, p.range.size()); };
  return splits_word(slice(above), slice(below));
}

// Whether the line is the title with the trail of links before it, or with the name of the site behind it.
bool names_page(Chars line, Chars title) {
  if (line.size() <= title.size()) return false;
  if (line.ends_with(title)) return !is_word(line[line.size() - title.size() - 1]);
  const std::size_t behind = line.find_first_not_of(' ', title.size());
  return line.starts_with(title) && behind != Chars::npos && Chars(U"_|-–—").find(line[behind]) != Chars::npos;
}

// A short line above a menu is the name of the site where a longer one stands below the menu.
std::size_t behind_masthead(const std::vector<PagePart>& parts, std::size_t found) {
  if (parts[found].paragraph.width >= kShortestOverMenu || parts[found].paragraph.heading_level > 0) return found;
  bool menu = false;
  for (std::size_t i = found + 1; i < parts.size() && parts[i].in_head; ++i) {
    menu = menu || parts[i].kind == BlockKind::navigation;
    if (menu && may_be_title(parts[i]) && parts[i].paragraph.width >= kShortestOverMenu) return i;
  }
  return found;
}

// Harwick Live: a line of a few Latin words that ends as names of papers and sites do, right above a headline of more.
std::size_t behind_site_name(const std::vector<PagePart>& parts, std::size_t found) {
  constexpr std::ptrdiff_t kMostWords = 4, kFewestOfHeadline = 4;
  const auto words = [](Chars chars) { return 1 + std::count(chars.begin(), chars.end(), U' '); };
  if (found + 1 >= parts.size() || parts[found].paragraph.heading_level > 0) return found;
  const Chars name = parts[found].paragraph.folded.chars, below = parts[found + 1].paragraph.folded.chars;
  const bool latin = std::all_of(name.begin(), name.end(), [](char32_t c) { return is_latin(c) || c == ' '; });
  if (!latin || words(name) > kMostWords || !parts[found + 1].in_head || !may_be_title(parts[found + 1])) return found;
  if (words(below) < kFewestOfHeadline || words(below) <= words(name)) return found;
  const std::size_t last = name.find_last_of(U' ') + 1;  // of one word: 0
  const bool site = last > 0 && page_words("site-ending").match(name, last) == name.size() - last;
  return site || is_outlet_name(name) ? found + 1 : found;
}

// A heading that a menu, or a label of a section, parts from those right above the date is the site's: then the first
// of them is the title.
std::size_t above_date(const std::vector<PagePart>& parts, std::size_t found) {
  std::size_t begin = found;
  bool menu = false;
  for (std::size_t i = found + 1; i < parts.size() && parts[i].in_head; ++i) {
    if (parts[i].kind == BlockKind::byline && parts[i].metadata && parts[i].metadata->date) break;
    const bool label = parts[i].paragraph.width < kShortestTitle && is_menu_entry(parts[i].paragraph);
    if (parts[i].kind == BlockKind::navigation) begin = found;
    menu = menu || label || parts[i].kind == BlockKind::navigation;
    const bool title = menu && may_be_title(parts[i]) && parts[i].paragraph.width >= kShortestTitle;
    if (title && begin == found) begin = i;
    if (i + 1 == parts.size() || !parts[i + 1].in_head) return found;  // no date
  }
  return begin;
}

// Above the last menu above the title the page speaks of itself: 潮安在线; and in the names of sections: 新闻详情. Of
// another heading that was not the title, all above it is the page's.
void mark_labels_above(std::vector<PagePart>& parts, std::size_t title, bool passed_over) {
  std::size_t menu = title;
  while (!passed_over && menu > 0 && parts[menu - 1].kind != BlockKind::navigation) --menu;
  for (std::size_t i = 0; i < title; ++i) {
    if (parts[i].kind == BlockKind::heading && (i < menu || names_section(parts[i].paragraph.folded.chars)))
      parts[i].kind = BlockKind::navigation;
  }
}

}  // namespace

void join_wrapped_headings(std::string_view text, std::vector<PagePart>& parts) {
  constexpr double kLongestHeading = 200;  // in ideographs, four of the longest headline; range 100 up
  if (parts.empty()) return;
  std::size_t last = 0;  // of those that are kept
  for (std::size_t i = 1; i < parts.size(); ++i) {
    PagePart& above = parts[last];
    PagePart& below = parts[i];
    if (!is_plain_heading(above) || !is_plain_heading(below) || below.paragraph.blank_lines > 0 ||
        above.paragraph.width > kLongestHeading || !goes_on(text, above.paragraph, below.paragraph)) {
      if (++last != i) parts[last] = std::move(below);
      continue;
    }
    Paragraph joined = describe_paragraph(text, {above.paragraph.range.begin, below.paragraph.range.end});
    joined.blank_lines = above.paragraph.blank_lines;
    above.paragraph = std::move(joined);
  }
  parts.resize(last + 1);
}

std::optional<TitleReading> find_title(std::vector<PagePart>& parts) {
  const auto first_where = [&](auto wanted) {
    return static_cast<std::size_t>(std::find_if(parts.begin(), parts.end(), wanted) - parts.begin());
  };
  std::size_t found =
      first_where([](const PagePart& part) { return part.paragraph.heading_level == 1 && may_be_title(part); });
  if (found == parts.size())
    found = first_where([](const PagePart& part) {
      return part.in_head && may_be_title(part) && part.paragraph.width >= kShortestTitle &&
             !names_section(part.paragraph.folded.chars);
    });
  if (found == parts.size())
    found = first_where([](const PagePart& part) {
      return part.in_head && may_be_title(part) && part.paragraph.width >= kShortestTitleAtAll &&
             !names_section(part.paragraph.folded.chars);
    });
  if (found == parts.size()) return std::nullopt;
  const std::size_t first = found;
  found = above_date(parts, behind_masthead(parts, behind_site_name(parts, found)));
  const bool passed_over = found != first;
  const std::size_t masthead = behind_site_name(parts, first) != first ? first : parts.size();

  // 某某网 新闻中心 标题, with the title alone below: the trail of links to the page and its name, or the name of the
  // page with that of the site.
  for (std::size_t i = found + 1; i < parts.size() && parts[i].in_head; ++i) {
    if (may_be_title(parts[i]) && parts[i].paragraph.width >= kShortestTitle &&
        names_page(parts[found].paragraph.folded.chars, parts[i].paragraph.folded.chars)) {
      parts[found].kind = BlockKind::navigation;
      found = i;
      break;
    }
  }

  mark_labels_above(parts, found, passed_over);
  const FoldedText& folded = parts[found].paragraph.folded;
  TitleReading reading{found, parts[found].paragraph.range, std::nullopt};
  if (masthead < parts.size()) reading.outlet = parts[masthead].paragraph.range;
  const std::size_t separator = Chars(folded.chars).find_last_of(U"_|-–—");
  if (separator != Chars::npos && separator > 0) {
    const Chars site = Chars(folded.chars).substr(separator + 1);
    std::size_t title_end = separator;
    while (title_end > 0 && Chars(U"_|-–— ").find(folded.chars[title_end - 1]) != Chars::npos) --title_end;
    if (title_end > 0 && site.size() <= kLongestSiteName && !site.empty() && is_outlet_name(site)) {
      reading.title = folded.source(0, title_end);
      reading.outlet = folded.source(separator + 1, folded.size());
    }
  }
  return reading;
}

}  // namespace yiwen
