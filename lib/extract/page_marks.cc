// SPDX-License-Identifier: Apache-2.0
//
// Such a line is made of a few items between blanks and bars, each of a kind that is known: a day, a weekday, the name
// of a paper, of a section, the number of the page. A page number alone is also the number of a chapter, so it counts
// between dashes (— 2 —), with its word (第2页), or beside a day or a name. Who made the page is named at its foot.
#include "extract/page_marks.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/char_class.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

// In ideographs: section, paper, day, weekday and page together have some thirty. Range 30 to 50.
constexpr double kLongestMark = 40;
constexpr std::size_t kMostDigits = 3;  // of a page of a paper or a copied document; four are a year
// 人民铁道日报, 中国国防科技报: what ends with 报 and is longer is a sentence. Range 6 to 10.
constexpr std::size_t kLongestPaperName = 8;

constexpr Chars kDashes = U"-—–－";
constexpr Chars kSeparators = U" |丨·/():";  // 第07版：国内

enum class Item { none, day, weekday, name, page, number, dashes };

bool in(Chars set, char32_t c) { return set.find(c) != Chars::npos; }
bool is_numeral(char32_t c) { return is_digit(c) || in(U"〇一二三四五六七八九十零", c); }

// Takes a number off the begin; how many characters it had.
std::size_t take_number(Chars& rest) {
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_numeral);
  const auto size = static_cast<std::size_t>(end - rest.begin());
  rest.remove_prefix(size);
  return size;
}

// 第2版, 共3页, A06, a06版
bool is_page(Chars item) {
  const bool labelled = item.starts_with(U"第") || item.starts_with(U"共");
  const bool lettered = item.front() >= 'a' && item.front() <= 'd';
  if (labelled || lettered) item.remove_prefix(1);
  const std::size_t digits = take_number(item);
  if (digits == 0 || digits > kMostDigits) return false;
  if (item.empty()) return lettered && digits == 2;
  return (labelled || lettered || item == U"版") && item.size() == 1 && in(U"版页頁", item.front());
}

// 2025年10月20日, 10月20日, 2025-10-20
bool is_day(Chars item) {
  std::size_t parts = 0;
  while (!item.empty()) {
    if (take_number(item) == 0) return false;
    ++parts;
    if (item.empty()) break;
    if (!in(U"年月日号-.", item.front())) return false;
    item.remove_prefix(1);
  }
  return parts >= 2;
}

bool is_weekday(Chars item) {
  for (const Chars opener : {U"星期", U"周", U"礼拜"}) {
    if (item.starts_with(opener)) return item.size() == opener.size() + 1 && in(U"一二三四五六日天", item.back());
  }
  return false;
}

bool is_covered(Chars item, std::string_view group) {
  for (std::size_t i = 0; i < item.size();) {
    const std::size_t size = page_words(group).match(item, i);
    if (size == 0) return false;
    i += size;
  }
  return true;
}

bool is_name(Chars item) {
  if (is_covered(item, "channel") || is_covered(item, "section")) return true;
  return item.size() >= 3 && item.size() <= kLongestPaperName && in(U"报刊", item.back()) &&
         std::all_of(item.begin(), item.end(), is_han);
}

bool is_short_name(Chars item) {
  constexpr std::size_t kLongestName = 6;
  return item.size() <= kLongestName && std::all_of(item.begin(), item.end(), is_han);
}

Item item_of(Chars item) {
  if (std::all_of(item.begin(), item.end(), [](char32_t c) { return in(kDashes, c); })) return Item::dashes;
  if (is_page(item)) return Item::page;
  if (is_day(item)) return Item::day;
  if (is_weekday(item)) return Item::weekday;
  if (is_name(item)) return Item::name;
  return item.size() <= kMostDigits && std::all_of(item.begin(), item.end(), is_digit) ? Item::number : Item::none;
}

// The pointer to another page of the paper that begins at `at`, and how long it is. Without brackets or an arrow the
// words count where no other word touches them.
std::size_t pointer_at(Chars chars, std::size_t at) {
  constexpr Chars kArrows = U"▶►▷■☞→➤▲●◆", kOpening = U"([【", kClosing = U")]】";
  const WordTable& kPointers = page_words("page-pointer");
  const std::size_t begin = at;
  const auto skip = [&](Chars set) {
    const std::size_t from = at;
    while (at < chars.size() && (chars[at] == ' ' || in(set, chars[at]))) ++at;
    return std::any_of(chars.begin() + from, chars.begin() + at, [&](char32_t c) { return c != ' '; });
  };
  const bool arrow = skip(kArrows);
  const bool bracket = skip(kOpening);
  if (at >= chars.size()) return 0;
  if (!arrow && !bracket && begin > 0 && is_word(chars[begin - 1])) return 0;
  const std::size_t word = kPointers.match(chars, at);
  if (word == 0) return 0;
  at += word;
  Chars page = chars.substr(at);
  page = page.substr(0, std::min(page.find_first_of(U" )]】,。"), page.size()));
  if (page.empty() || !is_page(page)) return 0;
  at += page.size();
  if (bracket) {
    const std::size_t close = chars.find_first_not_of(' ', at);
    if (close == Chars::npos || !in(kClosing, chars[close])) return 0;
    at = close + 1;
  }
  return at - begin;
}

// page 2, page 2 of 3, continued on page 12
bool is_english_page(Chars chars) {
  constexpr Chars kPage = U"page ", kOf = U" of ";
  if (const std::size_t size = page_words("continued-on").match(chars, 0); size > 0 && size < chars.size()) {
    chars.remove_prefix(size + 1);
    if (!chars.starts_with(kPage)) return false;
    chars.remove_prefix(kPage.size());
    while (!chars.empty() && !is_word(chars.back())) chars.remove_suffix(1);
    if (!chars.empty() && chars.front() >= 'a' && chars.front() <= 'h') chars.remove_prefix(1);
    return take_number(chars) > 0 && chars.empty();
  }
  if (!chars.starts_with(kPage)) return false;
  chars.remove_prefix(kPage.size());
  if (take_number(chars) == 0) return false;
  if (chars.empty()) return true;
  if (!chars.starts_with(kOf)) return false;
  chars.remove_prefix(kOf.size());
  return take_number(chars) > 0 && chars.empty();
}

// 第 2 页 as 第2页
std::u32string without_inner_blanks(Chars chars) {
  std::u32string closed;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const bool inner = chars[i] == ' ' && i > 0 && i + 1 < chars.size() &&
                       (in(U"第共", chars[i - 1]) || (is_numeral(chars[i - 1]) && in(U"版页頁", chars[i + 1])));
    if (!inner) closed.push_back(chars[i]);
  }
  return closed;
}

}  // namespace

std::size_t leading_pointer(Chars folded) { return folded.empty() ? 0 : pointer_at(folded, 0); }

std::size_t trailing_pointer(Chars folded) {
  constexpr std::size_t kLongest = 16;  // (下转第二十三版) and an arrow have ten
  for (std::size_t size = std::min(kLongest, folded.size()); size > 0; --size) {
    if (pointer_at(folded, folded.size() - size) == size) return size;
  }
  return 0;
}

bool is_page_mark(const Paragraph& p) {
  if (p.width > kLongestMark || p.words == 0 || p.heading_level > 0) return false;
  if (is_english_page(p.folded.chars) || leading_pointer(p.folded.chars) == p.folded.size()) return true;
  // 本版责编：张三　版式：李四
  if (p.stops == 0 && p.commas == 0 && page_words("page-credit").match(p.folded.chars, 0) > 0) return true;
  const std::u32string closed = without_inner_blanks(p.folded.chars);
  Chars chars = closed;
  if (is_page(chars) && !is_han(chars.back()) && !is_han(chars.front())) return false;  // B12 is a vitamin too
  std::size_t counts[7] = {};
  if (p.list_item) ++counts[static_cast<std::size_t>(Item::dashes)];  // - 2 -: read as a bullet
  std::size_t unknown = 0;  // a section of the paper's own: 本省新闻
  while (!chars.empty()) {
    const std::size_t size = std::min(chars.find_first_of(kSeparators), chars.size());
    if (size > 0) {
      Chars item = chars.substr(0, size);
      // -2-: the dashes stand close
      if (item.size() > 2 && in(kDashes, item.front()) && in(kDashes, item.back())) {
        item = item.substr(1, item.size() - 2);
        counts[static_cast<std::size_t>(Item::dashes)] += 2;
      }
      const Item kind = item_of(item);
      if (kind == Item::none && (!is_short_name(item) || ++unknown > 1)) return false;
      ++counts[static_cast<std::size_t>(kind)];
    }
    chars.remove_prefix(std::min(size + 1, chars.size()));
  }
  const auto count = [&](Item kind) { return counts[static_cast<std::size_t>(kind)]; };
  if (count(Item::page) > 0) return unknown == 0 || count(Item::day) > 0;
  if (unknown > 0) return false;
  if (count(Item::number) != 1) return false;
  if (count(Item::day) == 1 && count(Item::name) > 0) return true;
  return count(Item::dashes) == 2 && count(Item::day) + count(Item::weekday) + count(Item::name) == 0;
}

}  // namespace yiwen
