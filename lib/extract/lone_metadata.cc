// SPDX-License-Identifier: Apache-2.0
#include "extract/lone_metadata.h"

#include <algorithm>

#include "base/char_class.h"
#include "extract/dates.h"
#include "extract/metadata_words.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

// A6, A06版, 4版, 第5版: the page of a paper. A bare number may be anything.
bool is_page_of_paper(Chars item) {
  constexpr std::size_t kMostDigits = 3;
  const bool labelled = item.starts_with(U"第");
  if (labelled) item.remove_prefix(1);
  const bool lettered = !item.empty() && item.front() >= 'a' && item.front() <= 'h';
  if (lettered) item.remove_prefix(1);
  const std::size_t digits = std::min(item.find_first_not_of(U"0123456789"), item.size());
  if (digits == 0 || digits > kMostDigits) return false;
  item.remove_prefix(digits);
  if (item.empty()) return lettered;
  return item.size() == 1 && Chars(U"版页頁").find(item.front()) != Chars::npos;
}

bool is_section(Chars item) {
  for (std::size_t at = 0; at < item.size();) {
    const std::size_t size = std::max(page_words("section").match(item, at), page_words("channel").match(item, at));
    if (size == 0) return false;
    at += size;
  }
  return true;
}

// 04-21 before a blank: how many characters it has.
std::size_t month_and_day(Chars chars, std::size_t at) {
  constexpr std::size_t kSize = 5;
  if (at + kSize >= chars.size() || chars[at + kSize] != ' ') return 0;
  for (std::size_t i = 0; i < kSize; ++i)
    if (i == 2 ? chars[at + i] != '-' && chars[at + i] != '/' : !is_digit(chars[at + i])) return 0;
  return kSize;
}

// user_3216, harbour2019: what somebody is called on a forum, and no word.
bool is_account(Chars name) {
  const auto is_letter = [](char32_t c) { return is_latin(c) || is_digit(c) || c == '_'; };
  const bool letters = std::any_of(name.begin(), name.end(), is_latin);
  const bool others = std::any_of(name.begin(), name.end(), [](char32_t c) { return is_digit(c) || c == '_'; });
  return letters && others && std::all_of(name.begin(), name.end(), is_letter);
}

bool is_han_name(Chars name) { return is_outlet_name(name) && std::all_of(name.begin(), name.end(), is_han); }

}  // namespace

std::optional<MetadataReading> read_paper_and_page(const Paragraph& paragraph) {
  constexpr double kLongestLine = 24;  // in ideographs: a paper, a page, a section or two; range 20 to 30
  const FoldedText& folded = paragraph.folded;
  const Chars chars = folded.chars;
  if (paragraph.width > kLongestLine || paragraph.stops > 0 || paragraph.commas > 0) return std::nullopt;
  MetadataReading reading;
  reading.end = paragraph.range.end;
  for (std::size_t at = 1; at < chars.size(); ++at) {
    if (page_words("edition").match(chars, at) != chars.size() - at || !is_han_name(chars.substr(0, at))) continue;
    reading.outlet = folded.source(0, at);
    return reading;
  }
  const std::size_t name = chars.find(' ');
  if (name == Chars::npos || !is_han_name(chars.substr(0, name))) return std::nullopt;
  bool page = false;
  for (std::size_t at = name; (at = chars.find_first_not_of(U" |:", at)) != Chars::npos;) {
    const std::size_t next = std::min(chars.find_first_of(U" |:", at), chars.size());
    const Chars item = chars.substr(at, next - at);
    if (!is_page_of_paper(item) && !is_section(item)) return std::nullopt;
    page = page || is_page_of_paper(item);
    at = next;
  }
  if (!page) return std::nullopt;
  reading.outlet = folded.source(0, name);
  return reading;
}

std::optional<MetadataReading> read_latin_paper_and_day(const Paragraph& paragraph) {
  constexpr double kLongestLine = 40;       // in ideographs
  constexpr std::size_t kLongestName = 40;  // in letters: The Port Lorne and District Courier
  constexpr Chars kPage = U"page ";
  const FoldedText& folded = paragraph.folded;
  const Chars chars = folded.chars;
  if (paragraph.width > kLongestLine) return std::nullopt;
  for (std::size_t day = chars.find(' '); day < std::min(kLongestName, chars.size()); day = chars.find(' ', day + 1)) {
    const DateMatch date = match_date(chars, day + 1);
    if (!date.has_date || date.numeric) continue;
    std::size_t end = day;
    while (end > 0 && Chars(U" ,|·-").find(chars[end - 1]) != Chars::npos) --end;
    const Chars name = chars.substr(0, end);
    const bool latin = std::all_of(name.begin(), name.end(), [](char32_t c) { return is_latin(c) || c == ' '; });
    if (!latin || !is_outlet_name(name)) return std::nullopt;
    Chars rest = chars.substr(day + 1 + date.size);
    while (!rest.empty() && Chars(U" ,|·-").find(rest.front()) != Chars::npos) rest.remove_prefix(1);
    if (rest.starts_with(kPage)) rest.remove_prefix(kPage.size());
    if (!rest.empty() && !is_page_of_paper(rest) && !std::all_of(rest.begin(), rest.end(), is_digit))
      return std::nullopt;
    MetadataReading reading;
    reading.outlet = folded.source(0, end);
    reading.date = folded.source(day + 1, day + 1 + date.size);
    reading.end = paragraph.range.end;
    return reading;
  }
  return std::nullopt;
}

std::optional<MetadataReading> read_compiled(const Paragraph& paragraph) {
  constexpr double kLongestLine = 20;  // in ideographs; range 16 to 30
  const Chars chars = paragraph.folded.chars;
  if (paragraph.width > kLongestLine || paragraph.stops > 0 || paragraph.commas > 0 || chars.size() < 4)
    return std::nullopt;
  if (Chars(U"([【〔").find(chars.front()) == Chars::npos || Chars(U")]】〕").find(chars.back()) == Chars::npos)
    return std::nullopt;
  const Chars words = chars.substr(1, chars.size() - 2);
  bool compiled = false;
  for (std::size_t at = 0; at < words.size(); ++at)
    compiled = compiled || page_words("compiled").match(words, at) == words.size() - at;
  if (!compiled) return std::nullopt;
  MetadataReading reading;
  reading.end = paragraph.range.end;
  return reading;
}

std::optional<MetadataReading> read_signature(std::string_view text, const Paragraph& paragraph) {
  constexpr double kLongestSignature = 20;
  static const WordTable kNoNames{U"完",   U"全文完", U"待续",   U"未完待续", U"图表", U"表格", U"上接",
                                  U"下转", U"附",     U"略",     U"上",       U"中",   U"下",   U"注",
                                  U"end",  U"续",     U"编者按", U"掌声",     U"笑声", U"鼓掌", U"大笑"};
  constexpr Chars kNotes = U"见图表附注";  // (见图一)
  static const WordTable kReporter{U"记者", U"通讯员", U"本报记者", U"作者", U"文"};
  const Chars chars = paragraph.folded.chars;
  if (paragraph.width > kLongestSignature || chars.size() < 4 || chars.front() != '(' || chars.back() != ')')
    return std::nullopt;
  std::size_t begin = 1;
  const std::size_t end = chars.size() - 1;
  if (kNoNames.match(chars, begin) == end - begin || kNotes.find(chars[begin]) != Chars::npos) return std::nullopt;
  if (const std::size_t label = kReporter.match(chars, begin)) begin += label;
  while (begin < end && (chars[begin] == ' ' || chars[begin] == ':' || chars[begin] == '/')) ++begin;
  if (!are_names(text, paragraph.folded, begin, end)) return std::nullopt;
  if (std::all_of(chars.begin() + 1, chars.end() - 1,
                  [](char32_t c) { return Chars(U"一二三四五六七八九十百").find(c) != Chars::npos; }))
    return std::nullopt;
  MetadataReading reading;
  reading.byline = paragraph.folded.source(begin, end);
  reading.signature = true;
  reading.end = paragraph.range.end;
  return reading;
}

std::optional<MetadataReading> read_reporter_line(std::string_view text, const Paragraph& paragraph) {
  constexpr double kLongestLine = 30;
  static const WordTable kReporter{U"记者", U"通讯员", U"评论员", U"特约评论员"};
  const Chars chars = paragraph.folded.chars;
  if (paragraph.width > kLongestLine || paragraph.stops > 0 || chars.find(':') != Chars::npos) return std::nullopt;
  for (std::size_t i = 0; i < chars.size() && i <= kLongestOutletName; ++i) {
    const std::size_t label = kReporter.match(chars, i);
    if (label == 0) {
      if (is_han(chars[i]) || chars[i] == ' ' || is_separator(chars[i])) continue;
      return std::nullopt;
    }
    std::size_t begin = i + label;
    std::size_t end = chars.size();
    if (const std::size_t slash = chars.find('/', begin); slash != Chars::npos && slash > begin) {
      end = slash;  // 记者王小明/台北报导
    } else if (begin < chars.size() && (chars[begin] == ' ' || chars[begin] == '/')) {
      ++begin;
    } else {
      return std::nullopt;
    }
    const auto trim = [&] {
      while (end > begin && (chars[end - 1] == ')' || chars[end - 1] == ' ')) --end;
    };
    trim();
    // 某某晚报记者 张三 综合报道: what he did.
    for (std::size_t blank = chars.rfind(' ', end); blank != Chars::npos && blank > begin && blank < end;
         blank = chars.rfind(' ', end)) {
      if (page_words("reporter-work").match(chars, blank + 1) != end - blank - 1) break;
      end = blank;
      trim();
    }
    if (!are_names(text, paragraph.folded, begin, end)) return std::nullopt;
    MetadataReading reading;
    reading.byline = paragraph.folded.source(begin, end);
    reading.end = paragraph.range.end;
    return reading;
  }
  return std::nullopt;
}

std::optional<MetadataReading> read_printed_page(const Paragraph& paragraph) {
  constexpr double kLongestLine = 40;
  const Chars chars = paragraph.folded.chars;
  if (paragraph.width > kLongestLine || paragraph.stops > 0 || chars.front() != U'《') return std::nullopt;
  const std::size_t close = chars.find(U'》');
  if (close == Chars::npos || chars.find(U'版', close) == Chars::npos) return std::nullopt;
  for (std::size_t i = close + 1; i < chars.size(); ++i) {
    const DateMatch date = match_date(chars, i);
    if (!date.has_date) continue;
    MetadataReading reading;
    reading.outlet = paragraph.folded.source(1, close);
    reading.date = paragraph.folded.source(i, i + date.size);
    reading.end = paragraph.range.end;
    return reading;
  }
  return std::nullopt;
}

std::optional<MetadataReading> read_paper_and_day(const Paragraph& paragraph) {
  constexpr double kLongestLine = 40;
  constexpr std::size_t kLongestRest = 16;  // 星期四 第12版 要闻
  const Chars chars = paragraph.folded.chars;
  const std::size_t blank = chars.find(' ');
  if (paragraph.width > kLongestLine || paragraph.stops > 0 || blank == Chars::npos) return std::nullopt;
  if (!is_outlet_name(chars.substr(0, blank)) || !std::all_of(chars.begin(), chars.begin() + blank, is_han))
    return std::nullopt;
  const DateMatch date = match_date(chars, blank + 1);
  const std::size_t end = blank + 1 + date.size;
  if (!date.has_date || date.has_time || date.numeric || chars.size() - end > kLongestRest) return std::nullopt;
  // Words of no page: 本报 3月4日 三号码头启用
  if (end < chars.size() && chars[end] != ' ') return std::nullopt;
  for (std::size_t at = end; at < chars.size();) {
    at = chars.find_first_not_of(U" |:", at);
    if (at == Chars::npos) break;
    const std::size_t next = std::min(chars.find_first_of(U" |:", at), chars.size());
    const Chars item = chars.substr(at, next - at);
    const bool weekday = item.starts_with(U"星期") || item.starts_with(U"周");
    const bool page = Chars(U"版页頁").find(item.back()) != Chars::npos || is_digit(item.back());
    const bool section =
        page_words("section").match(item, 0) == item.size() || page_words("channel").match(item, 0) == item.size();
    if (!weekday && !page && !section) return std::nullopt;
    at = next;
  }
  MetadataReading reading;
  reading.outlet = paragraph.folded.source(0, blank);
  reading.date = paragraph.folded.source(blank + 1, end);
  reading.end = paragraph.range.end;
  return reading;
}

std::optional<MetadataReading> read_barred(std::string_view text, const Paragraph& paragraph) {
  constexpr double kLongestLine = 40;
  constexpr Chars kBars = U"|丨│︱";
  constexpr std::size_t kLongestHouse = 6;  // name of the paper before the label
  const FoldedText& folded = paragraph.folded;
  const Chars chars = folded.chars;
  if (paragraph.width > kLongestLine || paragraph.stops > 0) return std::nullopt;
  LabelMatch label = match_label(chars, 0);
  // 某某新闻编辑 | 张三
  for (std::size_t i = 2; label.label == Label::none && i < chars.size() && i <= kLongestHouse; ++i)
    if (is_outlet_name(chars.substr(0, i))) label = match_label(chars, i);
  if (label.label == Label::none || label.colon || label.end >= chars.size()) return std::nullopt;
  if (kBars.find(chars[label.end]) == Chars::npos) return std::nullopt;
  std::size_t begin = label.end + 1;
  while (begin < chars.size() && chars[begin] == ' ') ++begin;
  if (begin == chars.size()) return std::nullopt;
  const bool names = are_names(text, folded, begin, chars.size());
  MetadataReading reading;
  const TextRange<SourceText> value = folded.source(begin, chars.size());
  if (label.label == Label::outlet) {
    reading.outlet = value;
  } else if (label.label == Label::author && names) {
    reading.byline = value;
  } else if (label.label == Label::editor && names) {
    reading.editor = value;
  } else if (label.label != Label::other || !names) {
    return std::nullopt;
  }
  reading.end = paragraph.range.end;
  return reading;
}

std::optional<MetadataReading> read_original_title(const Paragraph& paragraph) {
  const Chars chars = paragraph.folded.chars;
  std::size_t begin = !chars.empty() && Chars(U"([【").find(chars.front()) != Chars::npos ? 1 : 0;
  if (chars.substr(begin).starts_with(U"本文")) begin += 2;
  if (!chars.substr(begin).starts_with(U"原标题") || chars.size() > kLongestTitle) return std::nullopt;
  if (begin + 3 >= chars.size() || (chars[begin + 3] != ':' && chars[begin + 3] != ' ')) return std::nullopt;
  MetadataReading reading;
  reading.end = paragraph.range.end;
  return reading;
}

std::optional<MetadataReading> read_origin(const Paragraph& paragraph) {
  constexpr double kLongestOrigin = 60, kLongestPlace = 10;  // in ideographs
  const FoldedText& folded = paragraph.folded;
  const Chars chars = folded.chars;
  const std::size_t begin = !chars.empty() && chars.front() == '(' ? 1 : 0;
  MetadataReading reading;
  reading.end = paragraph.range.end;
  if (chars.starts_with(U"来自") && paragraph.width <= kLongestPlace && paragraph.stops == 0 &&
      page_words("province-ending").match(chars, chars.size() - 1) > 0)
    return reading;
  if (paragraph.width > kLongestOrigin || paragraph.stops > 1 || page_words("origin").match(chars, begin) == 0)
    return std::nullopt;
  if (!page_words("origin-sign").occurs_in(chars)) return std::nullopt;
  const std::size_t open = chars.find_first_of(U"“「《"), close = chars.find_first_of(U"”」》");
  if (open < close && close != Chars::npos) reading.outlet = folded.source(open + 1, close);
  return reading;
}

std::optional<MetadataReading> read_author_note(const Paragraph& paragraph) {
  constexpr double kLongestNote = 80;  // in ideographs: a post, two books, a magazine
  const Chars chars = paragraph.folded.chars;
  if (paragraph.width > kLongestNote || chars.size() < 4) return std::nullopt;
  const bool bracket = (chars.front() == '(' && chars.back() == ')') || (chars.front() == '[' && chars.back() == ']');
  if (!bracket || page_words("author-note").match(chars, 1) == 0) return std::nullopt;
  MetadataReading reading;
  reading.end = paragraph.range.end;
  return reading;
}

std::optional<MetadataReading> read_posted_line(const Paragraph& paragraph) {
  constexpr double kLongestLine = 45;                       // in ideographs; range 40 to 60
  constexpr std::size_t kMostNames = 2, kLongestPlace = 6;  // author and account; a province, a country
  const FoldedText& folded = paragraph.folded;
  const Chars chars = folded.chars;
  if (paragraph.width > kLongestLine || paragraph.stops > 0 || paragraph.commas > 0) return std::nullopt;
  std::size_t day = 1, size = 0;
  bool year = true;
  for (; day < chars.size(); ++day) {
    if (chars[day - 1] != ' ') continue;
    const DateMatch date = match_date(chars, day);
    if (date.has_date && date.has_time) size = date.size;
    // 04-21 12:00, of this year
    if (const std::size_t hour = size == 0 ? month_and_day(chars, day) : 0)
      if (const DateMatch time = match_date(chars, day + hour + 1); time.has_time && !time.has_date)
        size = hour + 1 + time.size, year = false;
    if (size > 0) break;
  }
  if (day >= chars.size()) return std::nullopt;
  const Chars behind = without_blanks(chars.substr(day + size));
  const bool button = !behind.empty() && page_words("control").match(behind, 0) == behind.size();
  if (behind.size() > kLongestPlace || !std::all_of(behind.begin(), behind.end(), is_han) || (!year && !button))
    return std::nullopt;
  std::size_t begin = 0;
  const bool badge = chars.starts_with(U"原创 ");
  if (badge || chars.starts_with(U"• ")) begin = chars.find(' ') + 1;
  MetadataReading reading;
  std::size_t names = 0, name_end = begin;
  const bool account = is_account(chars.substr(begin, std::min(chars.find(' ', begin), day) - begin));
  while (begin < day) {
    name_end = std::min(chars.find(' ', begin), day);
    if (name_end - begin > kLongestOutletName || ++names > kMostNames) return std::nullopt;
    if (name_end + 1 < day) reading.byline = folded.source(begin, name_end);
    reading.outlet = folded.source(begin, name_end);
    begin = name_end + 1;
  }
  // 直播 2025年10月20日 18:30 announces one; a place behind it, or the badge, says that it was posted.
  if (names == 0 || (!badge && !account && behind.empty())) return std::nullopt;
  if (account && names == 1) reading.byline = reading.outlet, reading.outlet.reset();
  if (year) reading.date = folded.source(day, day + size);
  reading.end = paragraph.range.end;
  return reading;
}

}  // namespace yiwen
