// SPDX-License-Identifier: Apache-2.0
#include "extract/footer.h"

#include <algorithm>
#include <string_view>

#include "base/char_class.h"
#include "extract/metadata_words.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

// A line with a footer word in it that is longer than this (in ideographs) may be a story about copyright.
constexpr double kLongestFooterLine = 90;
// Different words of the disclaimer table that a sentence must hold to be one. One or two occur in any text on law.
constexpr std::size_t kFewestWords = 2;
constexpr std::size_t kFewestWordsUnnamed = 5;  // where the site does not speak of itself
// Different words that a paragraph behind the bare label 声明: must hold: people issue statements, too.
constexpr std::size_t kFewestWordsLabelled = 2;
// The heading of a disclaimer stands at the begin of its line, behind the name of the site at most.
constexpr std::size_t kOpenerReach = 12;

// 电话:…, or behind the name of the paper
bool begins_with_contact(Chars chars) {
  constexpr std::size_t kLongestName = 6;
  std::size_t begin = 0;
  while (begin < chars.size() && !is_word(chars[begin])) ++begin;
  for (std::size_t i = begin; i < chars.size() && i <= begin + kLongestName; ++i) {
    if (i > begin && !is_outlet_name(chars.substr(begin, i - begin))) continue;
    std::size_t end = i + page_words("contact").match_spaced(chars, i);
    if (end == i) continue;
    while (end < chars.size() && chars[end] == ' ') ++end;
    if (end < chars.size() && chars[end] == ':') return true;
  }
  return false;
}

// 咨询电话：…。报名不收取任何费用。: behind the number the text goes on.
bool ends_with_prose(const Paragraph& p) {
  constexpr std::size_t kLeast = 8;  // characters of a sentence; range 6 to 12
  if (p.stops < 2 || !p.ends_with_stop) return false;
  constexpr Chars kStops = U"。！？!?";
  const Chars chars = p.folded.chars;
  const auto last = chars.find_last_not_of(U"。！？!?\"”’」』) ");
  const auto before = last == Chars::npos ? last : chars.find_last_of(kStops, last);
  if (before == Chars::npos) return false;
  const Chars sentence = chars.substr(before + 1, last - before);
  return sentence.size() >= kLeast && std::all_of(sentence.begin(), sentence.end(), is_word) &&
         std::none_of(sentence.begin(), sentence.end(), is_digit) && !page_words("contact").occurs_in(sentence);
}

// 400-836-0510, alone in its line.
bool is_telephone(Chars chars) {
  constexpr std::ptrdiff_t kFewestDigits = 7;
  return std::all_of(chars.begin(), chars.end(),
                     [](char32_t c) { return is_digit(c) || Chars(U"-+() ").find(c) != Chars::npos; }) &&
         std::count_if(chars.begin(), chars.end(), is_digit) >= kFewestDigits;
}

// 版 权 所 有: without the blanks, where there is one behind most characters.
std::u32string closed_up(Chars chars) {
  constexpr std::size_t kOneInSo = 3;  // characters is a blank; of text in Chinese one in ten is
  std::u32string closed(chars);
  if (kOneInSo * static_cast<std::size_t>(std::count(chars.begin(), chars.end(), ' ')) > chars.size())
    std::erase(closed, U' ');
  return closed;
}

// 声明: and what it says, in one paragraph.
bool begins_with_label(Chars chars) {
  static const WordTable kLabels{U"声明", U"提示", U"说明", U"注", U"备注", U"温馨提示", U"notice"};
  const std::size_t begin = chars.find_first_not_of(U" ([【*");
  if (begin == Chars::npos) return false;
  std::size_t end = begin + kLabels.match(chars, begin);
  if (end == begin) return false;
  end = std::min(chars.find_first_not_of(U" )]】", end), chars.size());
  return end < chars.size() && chars[end] == ':';
}

// Copyright 2026, copyright (c): not a text that speaks of copyright.
bool states_copyright(Chars chars) {
  constexpr std::size_t kReach = 30;  // the name of the site may stand before it
  const std::size_t at = chars.find(U"copyright");
  if (at > kReach) return false;  // or nowhere
  for (std::size_t i = at + 9; i < chars.size() && i < at + 12; ++i)
    if (is_digit(chars[i]) || chars[i] == U'©' || chars[i] == '(') return true;
  return false;
}

// 下载某某新闻APP，精彩资讯马上看: speaks to the reader, of the site. In quotation marks it is somebody else who does.
// 加入某某报WhatsApp频道，紧贴即时新闻！ does so by its first word.
bool is_notice(const Paragraph& p) {
  constexpr double kLongestNotice = 60;  // in ideographs
  constexpr std::size_t kFewestNoticeWords = 2;
  // 下载该客户端的用户已有一百万。 is a sentence.
  const bool asks =
      p.heading_level == 0 && p.stops == p.marks && page_words("notice-opener").match(p.folded.chars, 0) > 0;
  return p.width <= kLongestNotice && (asks || addresses_reader(p)) &&
         page_words("notice").count_distinct(p.folded.chars) >= kFewestNoticeWords;
}

// 本网站使用Cookie以改善您的浏览体验，继续浏览即表示同意。
bool asks_for_cookies(const Paragraph& p) {
  constexpr double kLongest = 90;              // in ideographs; range 60 to 120
  constexpr std::size_t kFewestOfConsent = 2;  // words; a report on cookies has few of them in one line
  const Chars chars = p.folded.chars;
  if (p.width > kLongest || p.heading_level > 0 || !page_words("cookie").occurs_in(chars)) return false;
  const bool of_itself = page_words("self-reference").occurs_in(chars) || page_words("address").occurs_in(chars) ||
                         chars.starts_with(U"we ") || chars.find(U" our ") != Chars::npos;
  return of_itself && page_words("cookie-consent").count_distinct(chars) >= kFewestOfConsent;
}

}  // namespace

bool addresses_reader(const Paragraph& p) {
  const Chars chars = p.folded.chars;
  return p.heading_level == 0 && chars.find_first_of(U"“「『") == Chars::npos && page_words("address").occurs_in(chars);
}

bool is_contact_line(const Paragraph& p) {
  constexpr std::size_t kShortestNumber = 4;  // 1995
  const Chars chars = p.folded.chars;
  const std::size_t colon = chars.find(':');
  if (colon == Chars::npos || p.commas > 0) return false;
  std::size_t at = colon + 1;
  while (at < chars.size() && chars[at] == ' ') ++at;
  std::size_t digits = 0;
  for (; at < chars.size() && (is_digit(chars[at]) || Chars(U"-()+# ").find(chars[at]) != Chars::npos); ++at) {
    if (is_digit(chars[at])) ++digits;
  }
  return digits >= kShortestNumber && (at == chars.size() || !is_han(chars[at]));
}

bool opens_disclaimer(const Paragraph& p) {
  const Chars chars = p.folded.chars;
  for (std::size_t i = 0; i < chars.size() && i < kOpenerReach; ++i) {
    const std::size_t size = page_words("disclaimer-opener").match(chars, i);
    if (size == 0) continue;
    std::size_t end = i + size;
    while (end < chars.size() && (chars[end] == ' ' || chars[end] == ')' || chars[end] == U'】' || chars[end] == ']'))
      ++end;
    return end == chars.size() || chars[end] == ':';
  }
  return false;
}

bool is_numbered(const Paragraph& p) {
  constexpr Chars kHanNumbers = U"一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩";
  std::size_t i = 0;
  const Chars chars = p.folded.chars;
  const auto numeral = [&](char32_t c) { return is_digit(c) || kHanNumbers.find(c) != Chars::npos; };
  while (i < chars.size() && chars[i] == '(') ++i;
  const std::size_t begin = i;
  while (i < chars.size() && numeral(chars[i])) ++i;
  if (i == begin || i - begin > 2 || i == chars.size()) return false;
  return chars[i] == '.' || chars[i] == U'、' || chars[i] == ')' || chars[i] == ',' || chars[i] == ':' ||
         is_circled_number(chars[begin]);
}

FooterEvidence footer_evidence(const Paragraph& p) {
  const std::u32string closed = closed_up(p.folded.chars);
  const Chars chars = closed;
  const std::size_t footer_words_found = page_words("footer").count_distinct(chars);
  const bool footer_word = footer_words_found > 0;
  const bool no_sentence = p.stops == 0 || footer_words_found > 1 || chars.front() == U'©' ||
                           (!p.ends_with_stop && page_words("footer").match(chars, 0) > 0);  // 版权所有:… 某某网.政务
  // 版权声明：凡标有…字样的图片，未经书面授权，不得转载。 stands below the picture as well.
  if (footer_words_found > 1 && opens_disclaimer(p) && p.width <= kLongestFooterLine) return FooterEvidence::anywhere;
  if (footer_word && no_sentence && p.width <= kLongestFooterLine && p.heading_level == 0) {
    // 〈未经授权〉 and its like may stand in a headline: without a number or a name of rights they need the foot.
    static const WordTable kUnmistakable{U"版权所有",
                                         U"icp备",
                                         U"icp证",
                                         U"公网安备",
                                         U"网安备",
                                         U"经营许可证",
                                         U"©",
                                         U"all rights reserved",
                                         U"网站标识码",
                                         U"政府网站标识码",
                                         U"we use cookies"};
    return kUnmistakable.occurs_in(chars) || states_copyright(chars) ? FooterEvidence::anywhere
                                                                     : FooterEvidence::at_foot;
  }
  if (asks_for_cookies(p)) return FooterEvidence::anywhere;
  if (is_telephone(chars)) return FooterEvidence::at_foot;
  if (begins_with_contact(chars) && p.width <= kLongestFooterLine && !ends_with_prose(p))
    return FooterEvidence::at_foot;
  if (opens_disclaimer(p) || is_notice(p)) return FooterEvidence::at_foot;
  const std::size_t words = page_words("disclaimer").count_distinct(chars) + (footer_word ? 1 : 0);
  const bool speaks_of_itself = page_words("self-reference").occurs_in(chars);
  if (words >= kFewestWordsLabelled && begins_with_label(chars)) return FooterEvidence::at_foot;
  if (words >= kFewestWordsUnnamed || (words >= kFewestWords && speaks_of_itself)) return FooterEvidence::at_foot;
  if (words > 0 || speaks_of_itself) return FooterEvidence::after_opener;
  return FooterEvidence::none;
}

}  // namespace yiwen
