// SPDX-License-Identifier: Apache-2.0
//
// A menu is a list of names: no sentence ends in it, few of its characters are function words, and many of its words
// are those that menus of other sites have too. Separators (> | · blanks) are often lost: 新闻视频专题财经. So the
// measure is which share of the characters is covered by known words; the shape of the list (items between separators)
// and the lack of function words lower the share that is asked for.
#include "extract/navigation.h"

#include <algorithm>
#include <string_view>

#include "base/char_class.h"
#include "extract/metadata_words.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

// Share of the characters of a line that known words cover. Headlines made of such words alone reach 0.5 (中国经济
// 观察), menus with names of their own go down to 0.4.
constexpr double kCertainShare = 0.8;
constexpr double kLikelyShare = 0.6;
constexpr double kGluedShare = 0.4;
// A menu whose separators were lost has at least so many characters and known words; a headline that long has a verb
// or a particle.
constexpr double kShortestGlued = 16;
constexpr std::size_t kFewestGluedWords = 4;
// Items between separators: a menu has at least so many, and they are short.
constexpr std::size_t kFewestItems = 3;
// Names of channels in a row without separators: 国际旅游文化论坛 has four and is the name of an event.
constexpr std::size_t kFewestChannels = 6;
constexpr double kLongestItem = 10;
constexpr double kLongestEntry = 8;

struct Coverage {
  std::size_t controls = 0;
  std::size_t channels = 0;
  std::size_t function_words = 0;  // outside known words (要闻 is one): headlines need them, names of channels do not
  double share = 0;                // of the word characters
};

Coverage cover(const Paragraph& p) {
  constexpr Chars kFunction =
      U"的了在是和与與将將对對把被从從向为為着著过過等这這那之也就都而及并並不要让讓使给給我你他她们們有没沒";
  static const WordTable& kControls = page_words("control");
  static const WordTable& kChannels = page_words("channel");
  Coverage out;
  const Chars chars = p.folded.chars;
  std::size_t covered = 0;
  for (std::size_t i = 0; i < chars.size();) {
    const std::size_t control = kControls.match(chars, i);
    const std::size_t channel = kChannels.match(chars, i);
    const std::size_t size = std::max(control, channel);
    if (size > 0) ++(control >= channel ? out.controls : out.channels);
    if (size == 0 && kFunction.find(chars[i]) != Chars::npos) ++out.function_words;
    for (std::size_t k = i; k < i + size; ++k)
      if (is_word(chars[k])) ++covered;
    i += std::max<std::size_t>(size, 1);
  }
  if (p.words > 0) out.share = static_cast<double>(covered) / p.words;
  return out;
}

bool holds_mark(Chars chars) {
  return std::any_of(chars.begin(), chars.end(),
                     [](char32_t c) { return Chars(U",。、;:!?“”‘’「」『』《》…\"").find(c) != Chars::npos; });
}

struct Items {
  std::size_t count = 0;
  double longest = 0;
};

Items split_items(Chars chars, Chars separators) {
  Items items;
  double width = 0;
  const auto close = [&] {
    if (width > 0) ++items.count;
    items.longest = std::max(items.longest, width);
    width = 0;
  };
  for (const char32_t c : chars) {
    if (separators.find(c) != Chars::npos)
      close();
    else if (c != ' ')
      width += c < 0x300 ? 0.5 : 1.0;
  }
  close();
  return items;
}

bool ends_with_channel(Chars item) {
  for (std::size_t i = 0; i < item.size(); ++i)
    if (page_words("channel").match(item, i) == item.size() - i) return true;
  return false;
}

bool is_breadcrumb(Chars chars) {
  static const WordTable kRoots{U"首页",         U"网站首页",       U"主页",       U"当前位置",     U"您的位置",
                                U"您现在的位置", U"您当前的位置为", U"当前位置为", U"您当前的位置", U"所在位置",
                                U"你的位置",     U"位置",           U"home"};
  const std::size_t root = chars.empty() ? 0 : kRoots.match(chars, 0);
  const Items items = split_items(chars, U">›»/→-|");
  if (root > 0) {
    std::size_t at = root;
    while (at < chars.size() && chars[at] == ' ') ++at;
    if (at < chars.size() && Chars(U":>›»/→").find(chars[at]) != Chars::npos) return true;
  }
  const std::size_t parted = split_items(chars, U">›»").count;
  if (parted >= kFewestItems && items.longest <= 2 * kLongestItem) return true;
  // 某某网 > 国内新闻
  if (parted != 2 || items.longest > kLongestItem) return false;
  const std::size_t mark = chars.find_first_of(U">›»");
  const std::size_t last = chars.find_first_not_of(U" >›»", mark);
  if (mark == 0 || last == Chars::npos) return false;
  return is_outlet_name(chars.substr(0, chars.find_last_not_of(' ', mark - 1) + 1)) ||
         names_section(chars.substr(last)) || ends_with_channel(chars.substr(last));
}

// 某某 / 两岸 / 大陆财经: the slash has blanks around it, as in no headline.
bool is_slashed_trail(Chars chars) {
  std::size_t slashes = 0;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    if (chars[i] != '/') continue;
    if (i == 0 || i + 1 == chars.size() || chars[i - 1] != ' ' || chars[i + 1] != ' ') return false;
    ++slashes;
  }
  return slashes + 1 >= kFewestItems && split_items(chars, U"/").longest <= kLongestItem && !holds_mark(chars);
}

// 某某财经APP, 一号专案 >, #港口 #航运, 0: the site by name, the way to a section, labels, a count.
bool is_label_of_page(const Paragraph& p) {
  constexpr double kLongestLabels = 20;  // in ideographs: a row of them; range 16 to 30
  const Chars chars = p.folded.chars;
  if (p.heading_level > 0 || p.stops > 0 || p.commas > 0) return false;
  if (p.words == 1 && p.width <= 1 && is_latin(chars.front())) return true;  // A-: the size of the letters
  const bool year = chars.size() == 4 && (chars.starts_with(U"19") || chars.starts_with(U"20"));
  if (!year && std::all_of(chars.begin(), chars.end(), is_digit)) return true;
  if (p.width > kLongestEntry)
    return p.width <= kLongestLabels && chars.front() == '#' && chars.find(U" #") != Chars::npos;
  const std::size_t last = chars.find_last_not_of(U" >›»");
  if (last + 1 < chars.size()) return true;
  if (chars.front() == '#') return true;
  for (std::size_t i = 1; i < chars.size(); ++i)
    if (page_words("program").match(chars, i) == chars.size() - i) return is_outlet_name(chars.substr(0, i));
  return false;
}

// 某某传媒旗下网站:某某在线  某某视听  社区
bool is_row_of_sites(const Paragraph& p) {
  const Chars chars = p.folded.chars;
  const std::size_t colon = chars.find(':');
  if (p.heading_level > 0 || p.stops > 0 || colon == Chars::npos) return false;
  const Items sites = split_items(chars.substr(colon + 1), U" |·、");
  if (sites.count < kFewestItems || sites.longest > kLongestItem) return false;
  for (std::size_t at = 0; at < colon; ++at) {
    if (page_words("sites-label").match(chars, at) == colon - at) return true;
  }
  return false;
}

// 上一页 1 2 3 下一页, 【1】【2】【3】: the way to the other pages of a story.
bool is_pager(Chars chars) {
  constexpr std::size_t kMostDigits = 3, kFewestPages = 3;
  const WordTable& words = page_words("pager");
  bool counted = true;  // the numbers are 1, 2, 3
  std::size_t numbers = 0;
  for (std::size_t i = 0; i < chars.size();) {
    if (const std::size_t size = words.match(chars, i)) {
      i += size;
    } else if (is_digit(chars[i])) {
      std::size_t value = 0, digits = 0;
      for (; i < chars.size() && is_digit(chars[i]); ++i, ++digits) value = 10 * value + (chars[i] - U'0');
      if (digits > kMostDigits) return false;
      counted = counted && value == ++numbers;
    } else if (is_word(chars[i]) || Chars(U",、。;!?").find(chars[i]) != Chars::npos) {
      return false;
    } else {
      ++i;
    }
  }
  return page_words("pager-sure").occurs_in(chars) || (counted && numbers >= kFewestPages);
}

// +2: how many more pictures a box has, or who liked it.
bool is_added_count(Chars chars) {
  return chars.size() > 1 && chars.front() == '+' && std::all_of(chars.begin() + 1, chars.end(), is_digit);
}

// 【免费领取】专业投顾一对一诊股，点击咨询>>: the way to something else, named by what the reader is to do; or all of
// it in brackets.
bool is_offer(const Paragraph& p) {
  constexpr double kLongestOffer = 40;        // in ideographs; range 30 to 60
  constexpr std::size_t kFewestRequests = 2;  // different words: 点击, 领取
  const Chars chars = p.folded.chars;
  const bool boxed = chars.starts_with(U"【") && chars.find(U'】') == chars.size() - 1;
  if (boxed && p.width <= kLongestOffer && page_words("request-verb").occurs_in(chars) &&
      page_words("request").count_distinct(chars) >= kFewestRequests)
    return true;
  return p.width <= kLongestOffer && p.stops == 0 && p.heading_level == 0 &&
         (chars.ends_with(U">>") || chars.ends_with(U"»") || chars.starts_with(U">>") || chars.starts_with(U"》》")) &&
         (page_words("request").occurs_in(chars) || page_words("related").match(chars, 0) > 0);
}

// 【广告】双十一满减，点击领券 and 广告 某某跑鞋新品上市: what stands behind the word that the law asks for. Without
// brackets a sentence may begin with it.
bool is_labelled_advertisement(const Paragraph& p) {
  constexpr double kLongest = 60;  // in ideographs; range 40 to 80
  const Chars chars = p.folded.chars;
  if (p.width > kLongest || p.heading_level > 0) return false;
  const bool bracket = Chars(U"([【〔").find(chars.front()) != Chars::npos;
  const std::size_t at = bracket ? 1 : 0;
  const std::size_t end = at + page_words("ad-label").match(chars, at);
  if (end == at || end == chars.size()) return false;
  if (bracket) return Chars(U")]】〕").find(chars[end]) != Chars::npos;
  if (p.stops > 0) return false;
  // Advertisement spending falls is a headline; a blank in Chinese parts two things.
  const std::size_t mark = std::min(chars.find_first_not_of(' ', end), chars.size() - 1);
  return chars[mark] == '|' || chars[mark] == U'丨' || (chars[end] == ' ' && is_han(chars.front()));
}

// —— 广告：某某雨具 ——: the label and the dashes on both sides.
bool is_between_dashes(Chars chars) {
  constexpr Chars kDashes = U"-—–―*=~─━ ";
  constexpr std::size_t kFewest = 2;  // marks on each side
  const std::size_t begin = chars.find_first_not_of(kDashes);
  if (begin == Chars::npos || begin < kFewest) return false;
  const std::size_t end = chars.find_last_not_of(kDashes) + 1;
  return chars.size() - end >= kFewest && page_words("ad-label").match(chars, begin) > 0;
}

// 请更新您的浏览器, 您的浏览器版本过旧，建议升级。: what a page says to a reader whose program is too old for it.
bool asks_for_another_browser(const Paragraph& p) {
  constexpr double kLongest = 60;  // in ideographs; range 40 to 80
  const Chars chars = p.folded.chars;
  return p.width <= kLongest && page_words("browser").occurs_in(chars) &&
         page_words("browser-trouble").occurs_in(chars) && page_words("address").occurs_in(chars) &&
         chars.find_first_of(U"“「『") == Chars::npos;
}

// 摘要：某局昨日公布了新的办法，从下月...: the begin of the story, cut off where the box was full.
bool is_teaser(const Paragraph& p) {
  const Chars chars = p.folded.chars;
  const std::size_t label = page_words("teaser-label").match(chars, 0);
  return label > 0 && label < chars.size() && chars[label] == ':' && (chars.ends_with(U"...") || chars.ends_with(U"…"));
}

// What pages put between two paragraphs of a story, in a line of its own.
bool is_interruption(Chars chars) {
  while (!chars.empty() && !is_word(chars.front())) chars.remove_prefix(1);
  while (!chars.empty() && !is_word(chars.back())) chars.remove_suffix(1);
  return !chars.empty() && page_words("interruption").match(chars, 0) == chars.size();
}

// Our Standards: …, This article is more than 1 month old: what an outlet sets around every story.
bool is_stock_line(Chars chars) { return page_words("stock-line").match(chars, 0) > 0; }

// [本帖最后由 某人 于 2025-10-2 08:11 编辑]: what a forum says of a post that was changed.
bool is_edit_note(const Paragraph& p) {
  constexpr double kLongestNote = 40;  // in ideographs; a name and an hour fill twenty to thirty; range 30 to 60
  Chars chars = p.folded.chars;
  while (!chars.empty() && !is_word(chars.front())) chars.remove_prefix(1);
  return p.width <= kLongestNote && page_words("edit-note").match(chars, 0) > 0 &&
         std::any_of(chars.begin(), chars.end(), is_digit);
}

// Without names in quotation marks.
std::u32string without_quoted(Chars chars) {
  std::u32string out;
  bool quoted = false;
  for (const char32_t c : chars) {
    if (c == U'“' || c == U'「' || c == U'《') quoted = true;
    if (!quoted) out.push_back(c);
    if (c == U'”' || c == U'」' || c == U'》') quoted = false;
  }
  return out;
}

// Get the briefing in your inbox. Sign up here. The last sentence, or what stands behind a colon, is the call and no
// more.
bool ends_with_request(Chars chars) {
  while (!chars.empty() && !is_word(chars.back())) chars.remove_suffix(1);
  const WordTable& calls = page_words("request-end");
  for (std::size_t at = 0; at < chars.size(); ++at) {
    const Chars before = chars.substr(0, at);
    const auto last = before.find_last_not_of(U' ');
    if (at > 0 && (last == Chars::npos || Chars(U".!?:").find(before[last]) == Chars::npos)) continue;
    if (const auto length = calls.match(chars, at); length > 0 && at + length == chars.size()) return true;
  }
  return false;
}

// 微信扫一扫，分享给好友: the page asks its reader to do something for it, in hardly any other words.
bool is_request(const Paragraph& p) {
  constexpr double kLongestRequest = 40;      // in ideographs; range 30 to 60
  constexpr std::size_t kFewestRequests = 3;  // different words, 2 to 4; 扫码领取 alone is a headline's
  constexpr double kRequestShare = 0.8;       // of the characters that are such words; range .7 to .9
  constexpr double kAskedShare = 0.6;  // where one begins the line: 扫一扫下载某某新闻APP; range .5 to .7
  if (p.width > kLongestRequest || p.heading_level > 0) return false;
  const WordTable& words = page_words("request");
  const std::u32string unquoted = without_quoted(p.folded.chars);
  Chars chars = unquoted;
  while (!chars.empty() && !is_word(chars.front())) chars.remove_prefix(1);
  if (chars.empty()) return false;
  // Sign up for our newsletter and never miss a story. One sentence may be so, and no more; in one, Download speeds of
  // the app fell is none.
  const bool object = page_words("request-object").occurs_in(chars);
  if (object && p.stops <= 1 && page_words("request-sentence").match(chars, 0) > 0) return true;
  if (ends_with_request(chars)) return true;
  if (p.stops > p.marks) return false;
  constexpr double kLongestAlone = 20;  // in ideographs: Sign up to First Edition
  if (p.stops == 0 && p.width <= kLongestAlone && page_words("request-alone").match(chars, 0) > 0) return true;
  if (object && page_words("request-opener").match(chars, 0) > 0) return true;
  if (p.stops == 0 && chars.starts_with(U"更多") && page_words("request-more").occurs_in(chars)) return true;
  if (p.width <= kLongestAlone && page_words("comment-prompt").match(chars, 0) > 0) return true;
  std::size_t covered = 0;
  for (std::size_t i = 0; i < chars.size();) {
    const std::size_t size = words.match(chars, i);
    covered += size;
    i += std::max<std::size_t>(size, 1);
  }
  const auto all = static_cast<double>(std::count_if(chars.begin(), chars.end(), is_word));
  const double share = page_words("request-verb").match(chars, 0) > 0 ? kAskedShare : kRequestShare;
  return words.count_distinct(chars) >= kFewestRequests && static_cast<double>(covered) >= share * all;
}

}  // namespace

NavigationEvidence navigation_evidence(const Paragraph& p) {
  const Chars chars = p.folded.chars;
  // A link alone in its line may be a line of a paragraph; with a stop behind it, it is.
  if (p.links_only) return p.ends_with_stop ? NavigationEvidence::none : NavigationEvidence::at_edge;
  if (p.words == 0) {
    const bool separators =
        std::all_of(chars.begin(), chars.end(), [](char32_t c) { return Chars(U" |·>›»/•").find(c) != Chars::npos; });
    return separators ? NavigationEvidence::anywhere : NavigationEvidence::none;
  }
  if (is_between_dashes(chars)) return NavigationEvidence::anywhere;
  if (is_interruption(chars) || is_stock_line(chars) || is_edit_note(p) || is_request(p) || is_offer(p) ||
      is_labelled_advertisement(p) || is_added_count(chars) || is_pager(chars) || asks_for_another_browser(p) ||
      is_teaser(p))
    return NavigationEvidence::anywhere;
  if (p.ends_with_stop && p.width > kLongestEntry) return NavigationEvidence::none;
  if (p.heading_level == 0 && is_breadcrumb(chars)) return NavigationEvidence::anywhere;
  const std::size_t share = page_words("share").match(chars, 0);  // 分享到:微信 微博
  if (share > 0 && share < chars.size() && chars[share] == ':') return NavigationEvidence::at_edge;
  if (is_row_of_sites(p)) return NavigationEvidence::at_edge;
  if (is_label_of_page(p) || (p.heading_level == 0 && is_slashed_trail(chars))) return NavigationEvidence::at_edge;
  const Coverage coverage = cover(p);
  if (coverage.share >= kCertainShare && coverage.controls + coverage.channels >= kFewestItems && coverage.controls > 0)
    return NavigationEvidence::anywhere;
  if (coverage.share >= kLikelyShare && coverage.controls > 0) return NavigationEvidence::at_edge;
  if (coverage.share >= kCertainShare && coverage.channels >= kFewestChannels) return NavigationEvidence::at_edge;
  const std::size_t allowed = coverage.controls > 0 ? 1 : 0;  // 读者之家
  if (p.heading_level > 0 || holds_mark(chars) || coverage.function_words > allowed) return NavigationEvidence::none;
  if (p.width >= kShortestGlued && coverage.share >= kGluedShare &&
      coverage.controls + coverage.channels >= kFewestGluedWords)
    return NavigationEvidence::at_edge;
  const Items items = split_items(chars, U">›»|·•");
  if (items.count >= kFewestItems && items.longest <= kLongestItem) return NavigationEvidence::at_edge;
  const Items blanks = split_items(chars, U" ");
  if (is_han(chars.front()) && blanks.count > kFewestItems && blanks.longest <= kLongestEntry &&
      coverage.controls + coverage.channels > 0)
    return NavigationEvidence::at_edge;
  return NavigationEvidence::none;
}

bool is_trail(const Paragraph& p) {
  const Chars chars = p.folded.chars;
  return p.words > 0 && p.heading_level == 0 && !(p.ends_with_stop && p.width > kLongestEntry) &&
         (is_breadcrumb(chars) || is_slashed_trail(chars));
}

bool is_tool_bar(const Paragraph& p) {
  constexpr std::size_t kFewestTools = 2;
  const Chars chars = p.folded.chars;
  if (p.stops > 0 || p.heading_level > 0) return false;
  const std::size_t share = page_words("share").match(chars, 0);
  if (share > 0 && share < chars.size() && chars[share] == ':') return true;
  const auto tool = [&](std::size_t at) {
    return std::max({page_words("control").match(chars, at), page_words("request").match(chars, at),
                     page_words("share").match(chars, at), page_words("label-count").match(chars, at)});
  };
  std::size_t tools = 0;
  bool shared = false;
  for (std::size_t i = 0; i < chars.size();) {
    if (const std::size_t size = tool(i)) {
      shared = shared || page_words("control").match(chars, i) > 0;
      ++tools;
      i += size;
    } else if (is_word(chars[i]) && !is_digit(chars[i]) && chars[i] != U'万') {
      return false;
    } else {
      ++i;
    }
  }
  return shared && tools >= kFewestTools;
}

bool is_menu_entry(const Paragraph& p) {
  return p.words > 0 && p.width <= kLongestEntry && p.heading_level == 0 && p.stops == 0 && !holds_mark(p.folded.chars);
}

bool names_section(std::u32string_view text) {
  constexpr std::size_t kLongestSection = 8;  // in characters; range 6..10
  if (text.empty() || text.size() > kLongestSection) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (page_words("section-ending").match(text, at) == text.size() - at) return true;
  }
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t size = page_words("section-word").match(text, at);
    if (size == 0) return false;
    at += size;
  }
  return true;
}

bool holds_menu_word(const Paragraph& p) {
  return page_words("control").occurs_in(p.folded.chars) || page_words("channel").occurs_in(p.folded.chars);
}

namespace {

// 注册送彩金，提现秒到账！ One line that offers bait, in a sentence or as words strung together. Nobody who reports on
// such things offers them.
bool offers_bait(const Paragraph& p) {
  constexpr double kLongestOffer = 80;     // width; a longer paragraph is a story, whatever words it holds
  constexpr std::size_t kFewestWords = 4;  // of bait, pitch and trade, with one of bait and one of pitch among them ...
  constexpr std::size_t kFewestBait = 3;   // ... or so many of bait and one of the others, without a stop
  const Chars chars = p.folded.chars;
  if (p.width > kLongestOffer || p.heading_level > 0 || page_words("police").occurs_in(chars)) return false;
  const std::size_t bait = page_words("bait").count_distinct(chars);
  const std::size_t pitch = page_words("pitch").count_distinct(chars);
  const std::size_t trade = page_words("trade").count_distinct(chars);
  if (bait == 0) return false;
  return (pitch > 0 && bait + pitch + trade >= kFewestWords) ||
         (bait >= kFewestBait && p.stops == 0 && pitch + trade > 0);
}

// 一区二区在线观看,欧美人妻无码,成人自拍偷拍,...: the same words strung together with commas. Of a sentence that names
// such things, hardly one clause has none.
bool strings_bait(const Paragraph& p) {
  constexpr std::size_t kFewestWords = 4, kFewestClauses = 4;
  constexpr double kBaitShare = 0.7;
  const Chars chars = p.folded.chars;
  if (page_words("police").occurs_in(chars) || page_words("bait").count_distinct(chars) < kFewestWords) return false;
  std::size_t items = 0, bait = 0;
  for (std::size_t begin = 0; begin < chars.size();) {
    const std::size_t end = std::min(chars.find_first_of(U",、", begin), chars.size());
    if (end > begin) ++items, bait += page_words("bait").occurs_in(chars.substr(begin, end - begin));
    begin = end + 1;
  }
  return items >= kFewestClauses && static_cast<double>(bait) >= kBaitShare * static_cast<double>(items);
}

}  // namespace

bool is_spam(const Paragraph& p) {
  // Reports on gambling or pornography use these words too, but in sentences.
  constexpr std::size_t kFewestBaitWords = 3;
  constexpr std::size_t kFewestBaitWordsInList = 2;
  constexpr std::size_t kFewestListItems = 4;
  if (offers_bait(p)) return true;
  if (p.stops > 0 || p.heading_level > 0) return false;
  if (strings_bait(p)) return true;
  const Chars chars = p.folded.chars;
  const std::size_t bait = page_words("bait").count_distinct(chars);
  if (bait == 0) return false;
  const auto separators = static_cast<std::size_t>(
      std::count_if(chars.begin(), chars.end(), [](char32_t c) { return c == '|' || c == '_' || c == '-'; }));
  const Items items = split_items(chars, U"-|_,、/ ");
  if (separators > p.words && separators >= kFewestListItems) return true;  // the empty frame of such a list
  if (holds_mark(chars) && split_items(chars, U"-|_").count < kFewestListItems) return false;
  return items.count >= kFewestListItems &&
         bait >= (separators >= kFewestListItems - 1 ? kFewestBaitWordsInList : kFewestBaitWords);
}

}  // namespace yiwen
