// SPDX-License-Identifier: Apache-2.0
#include "extract/dates.h"

#include <array>

#include "base/char_class.h"

namespace yiwen {

namespace {

constexpr std::array<std::u32string_view, 24> kMonths{
    U"january",   U"february", U"march",    U"april",    U"may", U"june", U"july", U"august",
    U"september", U"october",  U"november", U"december", U"jan", U"feb",  U"mar",  U"apr",
    U"jun",       U"jul",      U"aug",      U"sept",     U"sep", U"oct",  U"nov",  U"dec"};
constexpr std::array<std::u32string_view, 12> kHanMonths{U"十一月", U"十二月", U"一月", U"二月", U"三月", U"四月",
                                                         U"五月",   U"六月",   U"七月", U"八月", U"九月", U"十月"};
constexpr std::array<std::u32string_view, 4> kOrdinals{U"st", U"nd", U"rd", U"th"};
constexpr std::array<std::u32string_view, 14> kWeekdays{U"monday",   U"tuesday", U"wednesday", U"thursday", U"friday",
                                                        U"saturday", U"sunday",  U"mon",       U"tue",      U"wed",
                                                        U"thu",      U"fri",     U"sat",       U"sun"};
constexpr std::array<std::u32string_view, 8> kZones{U"gmt", U"utc", U"hkt", U"est", U"edt", U"bst", U"et", U"z"};
constexpr std::u32string_view kHanDigits = U"〇零○一二三四五六七八九十";

// Reads on from a place; every step either succeeds and moves, or fails and stays.
class Reader {
 public:
  Reader(std::u32string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  void go_to(std::size_t at) { at_ = at; }

  bool take(char32_t c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take_any(std::u32string_view set) {
    if (at_ == text_.size() || set.find(text_[at_]) == std::u32string_view::npos) return false;
    ++at_;
    return true;
  }
  bool take_word(std::u32string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  bool take_digits(std::size_t fewest, std::size_t most) {
    std::size_t count = 0;
    while (at_ + count < text_.size() && text_[at_ + count] >= '0' && text_[at_ + count] <= '9') ++count;
    if (count < fewest || count > most) return false;
    at_ += count;
    return true;
  }
  bool take_han_number(std::size_t fewest, std::size_t most) {
    std::size_t count = 0;
    while (at_ + count < text_.size() && kHanDigits.find(text_[at_ + count]) != std::u32string_view::npos) ++count;
    if (count < fewest || count > most) return false;
    at_ += count;
    return true;
  }
  template <class Words>
  bool take_one_of(const Words& words) {
    for (const std::u32string_view word : words) {
      const std::size_t begin = at_;
      if (take_word(word) && (at_ == text_.size() || !is_latin(text_[at_]))) return true;
      at_ = begin;
    }
    return false;
  }

 private:
  std::u32string_view text_;
  std::size_t at_;
};

// Runs a step that takes all or nothing.
template <class Step>
bool attempt(Reader& reader, Step step) {
  const std::size_t begin = reader.at();
  if (step()) return true;
  reader.go_to(begin);
  return false;
}

bool take_numeric_date(Reader& r) {
  return attempt(r, [&] {
    return r.take_digits(4, 4) && r.take_any(U"-/.、") && r.take_digits(1, 2) && r.take_any(U"-/.、") &&
           r.take_digits(1, 2);
  });
}

// 19/12/2031 16:13: the day first, with the hour behind it; without the hour it may be any number.
bool take_day_first_date(Reader& r) {
  return attempt(r, [&] {
    if (!r.take_digits(1, 2) || !r.take('/') || !r.take_digits(1, 2) || !r.take('/') || !r.take_digits(4, 4))
      return false;
    const std::size_t end = r.at();
    const bool hour = r.take(' ') && r.take_digits(1, 2) && r.take(':') && r.take_digits(2, 2);
    r.go_to(end);
    return hour;
  });
}

// 2025 03/ 04 20:31:55: with the hour behind it.
bool take_parted_date(Reader& r) {
  return attempt(r, [&] {
    if (!r.take_digits(4, 4) || !r.take(' ') || !r.take_digits(1, 2) || !r.take('/')) return false;
    if (r.take(' '), !r.take_digits(1, 2)) return false;
    const std::size_t end = r.at();
    const bool hour = r.take(' ') && r.take_digits(1, 2) && r.take(':') && r.take_digits(2, 2);
    r.go_to(end);
    return hour;
  });
}

bool take_chinese_date(Reader& r) {
  const bool digits = attempt(r, [&] {
    return r.take_digits(4, 4) && (r.take(' '), r.take(U'年')) && (r.take(' '), r.take_digits(1, 2)) &&
           (r.take(' '), r.take(U'月')) && (r.take(' '), r.take_digits(1, 2)) && (r.take(' '), r.take_any(U"日号"));
  });
  return digits || attempt(r, [&] {
           return r.take_han_number(4, 4) && r.take(U'年') && r.take_han_number(1, 2) && r.take(U'月') &&
                  r.take_han_number(1, 3) && r.take(U'日');
         });
}

bool take_english_date(Reader& r) {
  attempt(r, [&] { return r.take_one_of(kWeekdays) && (r.take(','), r.take(' ')); });
  const bool month_first = attempt(r, [&] {
    return r.take_one_of(kMonths) && (r.take('.'), r.take(' ')) && r.take_digits(1, 2) && (r.take(','), r.take(' ')) &&
           r.take_digits(4, 4);
  });
  return month_first || attempt(r, [&] {
           return r.take_digits(1, 2) && r.take(' ') && r.take_one_of(kMonths) &&
                  (r.take('.'), r.take(','), r.take(' ')) && r.take_digits(4, 4);
         });
}

// 十一月 6th, 2009 and 十一月 6, 2009: an English date of a page maker whose months were translated.
bool take_translated_date(Reader& r) {
  return attempt(r, [&] {
    if (!r.take_one_of(kHanMonths) || !(r.take(' '), r.take_digits(1, 2))) return false;
    r.take_one_of(kOrdinals);
    return (r.take(','), r.take(' ')) && r.take_digits(4, 4);
  });
}

bool take_time(Reader& r) {
  const bool clock = attempt(r, [&] { return r.take_digits(1, 2) && r.take(':') && r.take_digits(2, 2); }) ||
                     attempt(r, [&] {  // 07.12 GMT; without the zone it is a number
                       if (!r.take_digits(1, 2) || !r.take('.') || !r.take_digits(2, 2)) return false;
                       const std::size_t end = r.at();
                       const bool zone = r.take(' ') && r.take_one_of(kZones);
                       r.go_to(end);
                       return zone;
                     });
  if (clock) {
    attempt(r, [&] { return r.take(':') && r.take_digits(2, 2); });
    attempt(r, [&] { return r.take('.') && r.take_digits(3, 6); });
    attempt(r, [&] {
      return r.take(' '), r.take_one_of(std::array<std::u32string_view, 4>{U"am", U"pm", U"a.m.", U"p.m."});
    });
    attempt(r, [&] { return r.take(' '), r.take_one_of(kZones); });
    attempt(r, [&] { return r.take_any(U"+-") && r.take_digits(2, 2) && (r.take(':'), r.take_digits(2, 2)); });
    return true;
  }
  return attempt(r, [&] {
    if (!r.take_digits(1, 2) || !r.take_any(U"时点") || !r.take_digits(1, 2) || !r.take(U'分')) return false;
    attempt(r, [&] { return r.take_digits(1, 2) && r.take(U'秒'); });
    return true;
  });
}

void take_weekday(Reader& r) {
  attempt(r, [&] {
    r.take(' ');
    const bool bracket = r.take('(');
    if (!r.take_word(U"星期") && !r.take_word(U"周") && !r.take_word(U"礼拜")) return false;
    return r.take_any(U"一二三四五六日天") && (!bracket || r.take(')'));
  });
}

}  // namespace

DateMatch match_date(std::u32string_view text, std::size_t at) {
  DateMatch match;
  if (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') return match;
  Reader r(text, at);
  match.numeric = take_numeric_date(r) || take_parted_date(r) || take_day_first_date(r);
  match.has_date = match.numeric || take_chinese_date(r) || take_english_date(r) || take_translated_date(r);
  if (!match.has_date) r.go_to(at);
  if (match.has_date) take_weekday(r);
  match.has_time = attempt(r, [&] {
    if (match.has_date) r.take(','), r.take_any(U" t"), r.take_word(U"at "), r.take_word(U"| "), r.take_word(U"hkt ");
    return take_time(r);
  });
  // 2025-11-28 HKT
  if (match.has_date && !match.has_time) attempt(r, [&] { return r.take(' ') && r.take_one_of(kZones); });
  match.size = r.at() - at;
  return match;
}

}  // namespace yiwen
