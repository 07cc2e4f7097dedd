// SPDX-License-Identifier: Apache-2.0
//
// A metadata line is a sequence of items and nothing else:
//
//   发布时间:2026-1-13     来源:新华社    编辑:王小明 李大华     字号:大 中 小
//   2026年3月6日 08:45央视新闻、新华网
//   某某新闻 2026-03-06 08:45:12
//   By Jane Doe | Published March 5, 2026 at 10:30 AM
//
// An item is a label with its value, a date, a count or a control, or, beside a date, the name of an outlet. Separators
// are often lost, so a value ends where the next label begins. The reading fails at the first thing that is no item;
// what was read by then counts only if a sentence follows and the items were unmistakable (a label, a time of day):
// pages whose line breaks were lost glue the date to the first sentence.
#include "extract/metadata.h"

#include <algorithm>

#include "base/char_class.h"
#include "extract/dates.h"
#include "extract/lone_metadata.h"
#include "extract/metadata_words.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

constexpr std::size_t kLongestOutlet = 40;  // a list of four
// The longest line that is metadata without any label.
constexpr double kLongestUnlabelled = 60;
// The shortest rest that is a sentence glued to the metadata, in characters.
constexpr std::size_t kShortestGlued = 16;
// The same behind a label with a date written by a machine (date 2026-03-05), which no sentence begins with.
constexpr std::size_t kShortestGluedToStamp = 4;

bool is_number(Chars value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char32_t c) {
    return is_digit(c) || c == '.' || c == ',' || c == '+' || c == U'万' || c == U'次' || c == 'k' || c == ' ';
  });
}

// A count with its number, or the work of another person with a name behind a blank.
bool is_label_of_next(Chars text, std::size_t at) {
  const LabelMatch label = match_label(text, at);
  if (label.label == Label::none || label.end >= text.size()) return false;
  if (label.label == Label::count) {
    const std::size_t end = std::min(text.find(' ', label.end), text.size());
    return is_number(text.substr(label.end, end - label.end));
  }
  return text[label.end - 1] == ' ' && is_han(text[label.end]) && page_words("label-person").match_spaced(text, at) > 0;
}

// The value of a label begins at `at`; where does it end?
std::size_t value_end(const FoldedText& folded, std::size_t at) {
  static const WordTable& kControls = page_words("control");
  const Chars text = folded.chars;
  int brackets = 0;
  for (std::size_t i = at; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c == '|' || c == U'丨' || c == U'│') return i;
    if (c == ';' && i + 2 < text.size() && match_label(text, i + 1 + (text[i + 1] == ' ' ? 1 : 0)).label != Label::none)
      return i;  // Reporting by A; Editing by B
    if (c == U'【' && i + 1 < text.size() && match_label(text, i + 1).colon) return i;
    if (c == '(' || c == '[' || c == U'【') ++brackets;
    if ((c == ')' || c == ']' || c == U'】') && --brackets < 0) return i;
    if (i > at && c == ' ' && folded.at[i + 1] - folded.at[i] > 1) return i;  // more than one blank
    if (match_label(text, i).colon && (i == at || text[i - 1] == ' ' || is_han(text[i]))) return i;
    if (i > at && text[i - 1] == ' ' && match_date(text, i).size > 0) return i;
    // 作者：某某 阅读 1.2万, 编辑 某某 统筹 某某: the next label, without a colon.
    if (i > at && text[i - 1] == ' ' && is_han(c) && is_label_of_next(text, i)) return i;
    // 来源: 某报 举报: a control behind the value.
    if (i > at && text[i - 1] == ' ' && is_han(c)) {
      const std::size_t control = kControls.match(text, i);
      if (control > 0 && (i + control == text.size() || text[i + control] == ' ')) return i;
    }
  }
  return text.size();
}

class ItemReader {
 public:
  ItemReader(std::string_view text, const Paragraph& paragraph)
      : text_(text), paragraph_(paragraph), folded_(paragraph.folded), chars_(folded_.chars) {}

  std::optional<MetadataReading> read() {
    while (true) {
      while (at_ < chars_.size() && is_separator(chars_[at_])) ++at_;
      if (at_ == chars_.size() || !(read_item() || pass_over())) break;
      read_until_ = at_;
    }
    if (items_ == 0) return std::nullopt;
    if (at_ == chars_.size()) {
      if (!labelled_ && paragraph_.width > kLongestUnlabelled) return std::nullopt;
      result_.end = paragraph_.range.end;
      return result_;
    }
    const Chars rest = without_blanks(chars_.substr(read_until_));
    const bool glued =
        stamped_ ? rest.size() >= kShortestGluedToStamp : rest.size() >= kShortestGlued && holds_stop(rest);
    if (!unmistakable_ || !glued || Chars(U",，.").find(rest.front()) != Chars::npos) return std::nullopt;
    result_.end = folded_.source(0, read_until_).end;
    return result_;
  }

 private:
  bool read_item() {
    const LabelMatch label = match_label(chars_, at_);
    if (label.label == Label::count && read_count_in_brackets(label)) return true;
    if (label.label != Label::none && read_labelled(label)) return true;
    if (label.label == Label::date && label.colon && read_place(label)) return true;
    if (at_ == 0 && read_outlet_before_date()) return true;
    const DateMatch date = match_date(chars_, at_);
    if (date.size > 0) return take_date(date);
    if (pass_over_address() || read_age() || read_count() || read_bare_count() || read_update()) return true;
    // Controls stand among items (字号 打印) and are none.
    if (const std::size_t size = page_words("control").match(chars_, at_)) {
      at_ += size;
      while (at_ < chars_.size() && (chars_[at_] == ':' || chars_[at_] == ' ')) ++at_;
      return true;
    }
    return dated_ && read_unlabelled_outlet();
  }

  // 来源:某报 某网收集 2026-03-19: words of no label, between a label's value and a date.
  bool pass_over() {
    if (!labelled_ || paragraph_.stops > 0) return false;
    if (pass_over_link()) return true;
    if (dated_) return false;
    if (pass_over_unknown_label()) return true;
    for (std::size_t i = at_ + 1; i < chars_.size() && i <= at_ + kLongestOutletName; ++i) {
      if (chars_[i] == ',') return false;
      if (chars_[i - 1] == ' ' && match_date(chars_, i).has_date) return at_ = i, true;
    }
    return false;
  }

  // 时间:3月19日 | 进入论坛 | 来源:某报: a few words between bars, and a label behind them.
  bool pass_over_link() {
    constexpr std::size_t kLongest = 10;
    const std::size_t before = at_ == 0 ? Chars::npos : chars_.find_last_not_of(' ', at_ - 1);
    if (before == Chars::npos || chars_[before] != '|') return false;
    const std::size_t end = chars_.find('|', at_);
    if (end == Chars::npos || end - at_ > kLongest) return false;
    const std::size_t behind = chars_.find_first_not_of(' ', end + 1);
    if (behind == Chars::npos || !match_label(chars_, behind).colon) return false;
    at_ = end;
    return true;
  }

  // 发布人:某某 联络点:山口镇 时间:3月19日
  bool pass_over_unknown_label() {
    constexpr std::size_t kShortest = 2, kLongest = 6;  // of labels
    std::size_t end = at_;
    while (end < chars_.size() && is_han(chars_[end])) ++end;
    if (end - at_ < kShortest || end - at_ > kLongest || end == chars_.size() || chars_[end] != ':') return false;
    const std::size_t begin = end + 1;
    end = begin < chars_.size() ? value_end(folded_, begin) : begin;
    if (end - begin > kLongestOutletName || chars_.substr(begin, end - begin).find(',') != Chars::npos) return false;
    at_ = end;
    return true;
  }

  // http://www.example.cn 2009年11月09日13:56 某某网
  bool pass_over_address() {
    if (!chars_.substr(at_).starts_with(U"http") && !chars_.substr(at_).starts_with(U"www.")) return false;
    const std::size_t end = chars_.find(' ', at_);
    if (end == Chars::npos) return false;
    at_ = end;
    addressed_ = true;
    return true;
  }

  // 3月19日 behind a label: a day, and not enough of one to date a text.
  [[nodiscard]] std::size_t day_of_year(std::size_t at) const {
    const auto digits = [&](std::size_t from) {
      std::size_t to = from;
      while (to < chars_.size() && to < from + 2 && is_digit(chars_[to])) ++to;
      return to;
    };
    const std::size_t month = digits(at);
    if (month == at || month == chars_.size() || chars_[month] != U'月') return 0;
    const std::size_t day = digits(month + 1);
    const bool ends = day > month + 1 && day < chars_.size() && (chars_[day] == U'日' || chars_[day] == U'号');
    return ends ? day + 1 - at : 0;
  }

  bool read_labelled(const LabelMatch& label) {
    std::size_t begin = label.end;
    while (begin < chars_.size() && chars_[begin] == ' ') ++begin;
    if (label.label == Label::date) {
      const DateMatch date = begin < chars_.size() ? match_date(chars_, begin) : DateMatch{};
      if (const std::size_t day = label.colon && labelled_ ? day_of_year(begin) : 0; day > 0 && !date.has_date) {
        at_ = begin + day;
        return true;
      }
      // Updated 9:21 AM EST, Tue November 4, 2025
      if (!date.has_date && date.has_time && is_day_behind(begin + date.size)) return at_ = begin, take_date(date);
      // Updated 2 hours ago
      if (!date.size && dated_ && begin < chars_.size() && is_digit(chars_[begin])) return at_ = begin, read_age();
      if (!date.has_date && !(label.colon && date.has_time)) return false;
      const bool written = page_words("label-written").match_spaced(chars_, at_) > 0;
      // 成文日期:2026-3-12 发布日期:2026-3-19
      if (!written && result_.written) result_.date.reset();
      if (!result_.date) result_.written = written, result_.published = !written;
      at_ = begin;
      labelled_ = unmistakable_ = true;
      stamped_ = stamped_ || date.numeric;
      return take_date(date);
    }
    std::size_t end = value_end(folded_, begin);
    Chars value = without_blanks(chars_.substr(begin, end - begin));
    if (label.label == Label::count && !value.empty() && !is_number(value)) return false;
    if (!label.colon) return read_without_colon(label, begin, end, value);
    if (label.label == Label::title) {
      if (value.empty() || value.size() > kLongestTitle) return false;
      keep(label.label, begin, end);
      return true;
    }
    const bool prose =
        holds_stop(value) || value.size() > (label.label == Label::outlet ? kLongestOutlet : kLongestNames);
    if (prose) {  // a sentence may be glued to the value: 来源:新华社 本报讯……
      end = chars_.find(' ', begin);
      if (end == Chars::npos) return false;
      value = chars_.substr(begin, end - begin);
      if (value.size() > kLongestOutletName || holds_stop(value) || value.find(',') != Chars::npos) return false;
    }
    // 【记者】谢谢您接受采访: who speaks
    const bool names_only = chars_[label.end - 1] == U'】' || value.find(',') != Chars::npos;
    const std::size_t last = begin + chars_.substr(begin, end - begin).find_last_not_of(' ') + 1;
    if (label.label == Label::author && names_only && !are_names(text_, folded_, begin, last)) return false;
    unmistakable_ = unmistakable_ || label.label != Label::author;
    keep(label.label, begin, end);
    return true;
  }

  // A day stands there, behind a comma or a blank.
  [[nodiscard]] bool is_day_behind(std::size_t at) const {
    while (at < chars_.size() && (chars_[at] == ',' || chars_[at] == ' ')) ++at;
    return at < chars_.size() && match_date(chars_, at).has_date;
  }

  // 发布于:北京市
  bool read_place(const LabelMatch& label) {
    constexpr std::size_t kLongestPlace = 8;
    if (page_words("label-place").match(chars_, at_) == 0) return false;
    std::size_t end = label.end;
    while (end < chars_.size() && is_han(chars_[end])) ++end;
    if (end == label.end || end - label.end > kLongestPlace || (end < chars_.size() && chars_[end] != ' '))
      return false;
    keep(Label::other, label.end, end);
    return true;
  }

  bool read_without_colon(const LabelMatch& label, std::size_t begin, std::size_t end, Chars value) {
    if (value.empty() || paragraph_.width > kLongestUnlabelled || paragraph_.stops > 0) return false;
    if (label.label == Label::title) return false;
    if (label.label == Label::other && page_words("label-person").match_spaced(chars_, at_) == 0) return false;
    if (label.label == Label::count) {
      labelled_ = true;
    } else if (label.label == Label::outlet) {
      if (chars_[label.end - 1] != ' ' || !is_outlet_name(value)) return false;
    } else if (chars_[label.end - 1] != ' ' || !are_names(text_, folded_, begin, end)) {
      return false;
    }
    keep(label.label, begin, end);
    return true;
  }

  void keep(Label label, std::size_t begin, std::size_t end) {
    std::size_t last = end;  // Source: Harwick Herald, 3 May 2025
    while (last > begin && (chars_[last - 1] == ' ' || chars_[last - 1] == ',')) --last;
    const TextRange<SourceText> value = folded_.source(begin, last);
    if (!value.empty()) {
      if (label == Label::title && !result_.title) result_.title = value;
      const Chars words = without_blanks(chars_.substr(begin, end - begin));
      const bool names_one = words.empty() || page_words("no-outlet").match(words, 0) != words.size();
      if (label == Label::outlet && !result_.outlet && names_one) result_.outlet = value;
      if (label == Label::author && !result_.byline) result_.byline = value;
      if (label == Label::editor && !result_.editor) result_.editor = value;
    }
    labelled_ = true;
    ++items_;
    at_ = end;
  }

  bool take_date(const DateMatch& date) {
    const std::size_t end = at_ + date.size;
    if (date.has_date) {
      // 2026年3月5日,大会开幕 and 2026年3月5日大会开幕 are sentences; behind a time of day anything may be glued.
      if (!labelled_ && !date.has_time && end < chars_.size() &&
          (chars_[end] == ',' || chars_[end] == U'，' || is_word(chars_[end])))
        return false;
      if (!result_.date) result_.date = folded_.source(at_, end);
      dated_ = true;
      stamped_time_ = date.numeric && date.has_time;
      unmistakable_ = unmistakable_ || date.has_time || (date.numeric && end < chars_.size() && chars_[end] == ' ');
    }
    ++items_;
    at_ = end;
    return true;
  }

  // 3小时前, 2 hours ago, 3 minute read; 昨天 alone, or with an hour behind it
  bool read_age() {
    if (const std::size_t day = page_words("day-word").match(chars_, at_)) {
      std::size_t end = at_ + day;
      while (end < chars_.size() && chars_[end] == ' ') ++end;
      const DateMatch hour = end < chars_.size() ? match_date(chars_, end) : DateMatch{};
      if (hour.has_time) end += hour.size;
      if (end < chars_.size()) return false;
      at_ = end;
      ++items_;
      return true;
    }
    static const WordTable kUnits{U"秒前",      U"分钟前",    U"小时前",      U"天前",        U"周前",
                                  U"个月前",    U"年前",      U"seconds ago", U"minutes ago", U"minute ago",
                                  U"mins ago",  U"hours ago", U"hour ago",    U"days ago",    U"day ago",
                                  U"weeks ago", U"week ago",  U"minute read", U"min read",    U"minutes read"};
    std::size_t i = at_;
    while (i < chars_.size() && is_digit(chars_[i])) ++i;
    if (i == at_) return false;
    while (i < chars_.size() && chars_[i] == ' ') ++i;
    const std::size_t size = i < chars_.size() ? kUnits.match(chars_, i) : 0;
    if (size == 0) return false;
    at_ = i + size;
    ++items_;
    return true;
  }

  // 3,219次浏览, 1.2万 人阅读
  bool read_count() {
    std::size_t i = at_;
    while (i < chars_.size() && is_number(chars_.substr(i, 1))) ++i;
    // 次 stands in numbers too.
    while (i > at_ && page_words("count-unit").match(chars_, i) == 0) --i;
    if (i == at_ || !is_digit(chars_[at_])) return false;
    at_ = i + page_words("count-unit").match(chars_, i);
    ++items_;
    return true;
  }

  // 阅读(2159)
  bool read_count_in_brackets(const LabelMatch& label) {
    std::size_t at = label.end;
    while (at < chars_.size() && chars_[at] == ' ') ++at;
    if (!(dated_ || labelled_) || at == chars_.size() || chars_[at] != '(') return false;
    const std::size_t end = chars_.find(')', at);
    if (end == Chars::npos || !is_number(without_blanks(chars_.substr(at + 1, end - at - 1)))) return false;
    labelled_ = true;
    ++items_;
    at_ = end + 1;
    return true;
  }

  // 2026-03-19 10:23:22 116 来源:某报: how often it was read, with a picture for a label. (编辑:某某)1141020: its day.
  bool read_bare_count() {
    const bool behind_bracket = at_ > 0 && chars_[at_ - 1] == ')';
    if (!labelled_ || !(dated_ || behind_bracket) || paragraph_.stops > 0) return false;
    const std::size_t end = std::min(chars_.find(' ', at_), chars_.size());
    if (!std::all_of(chars_.begin() + at_, chars_.begin() + end, is_digit)) return false;
    ++items_;
    at_ = end;
    return true;
  }

  // 2025/10/20 11:20(10/20 11:41 更新): behind a date, when it was changed.
  bool read_update() {
    constexpr std::size_t kLongest = 20;
    if (!dated_ || at_ == 0 || chars_[at_ - 1] != '(' || !is_digit(chars_[at_])) return false;
    const std::size_t close = chars_.find(')', at_);
    if (close == Chars::npos || close - at_ > kLongest) return false;
    std::size_t end = at_;
    while (end < close && (is_digit(chars_[end]) || Chars(U"/:-. ").find(chars_[end]) != Chars::npos)) ++end;
    if (page_words("updated").match(chars_, end) != close - end) return false;
    ++items_;
    at_ = close;
    return true;
  }

  bool read_unlabelled_outlet() {
    const std::size_t end = value_end(folded_, at_);
    const Chars value = without_blanks(chars_.substr(at_, end - at_));
    // 2025-10-20 10:33·某某日历: whatever its name
    const bool dotted = (addressed_ || (stamped_time_ && at_ > 0 && chars_[at_ - 1] == U'·')) && !value.empty() &&
                        value.size() <= kLongestOutletName && value.find(',') == Chars::npos;
    if (value.size() > kLongestOutlet || holds_stop(value) || !(dotted || is_outlet_name(value))) return false;
    // 2026-03-19 发布: an item, and an end of names that is none by itself.
    const bool bare_ending = !value.empty() && page_words("outlet-ending").match(value, 0) == value.size();
    if (!result_.outlet && !bare_ending) result_.outlet = folded_.source(at_, end);
    ++items_;
    at_ = end;
    return true;
  }

  // 某地教育 2025-10-16 阅读 2.3万: an account has any name, where the number of its readers stands behind the day.
  [[nodiscard]] bool is_read_count(std::size_t at) const {
    while (at < chars_.size() && chars_[at] == ' ') ++at;
    const LabelMatch label = at < chars_.size() ? match_label(chars_, at) : LabelMatch{};
    return label.label == Label::count && is_number(without_blanks(chars_.substr(label.end)));
  }

  // 某某新闻 2026-03-06 08:45, at the begin: a date that a machine wrote, or one with its hour. 某报 3月4日 may begin a
  // sentence.
  bool read_outlet_before_date() {
    constexpr Chars kBetween = U" ·|";
    if (chars_.starts_with(U"http") || chars_.starts_with(U"www.")) return false;
    for (std::size_t end = chars_.find_first_of(kBetween); end <= kLongestOutlet;
         end = chars_.find_first_of(kBetween, end + 1)) {
      const Chars name = chars_.substr(0, end);
      // Harwick Herald; a blank in Chinese parts two things.
      const bool one = name.size() <= kLongestOutletName || std::none_of(name.begin(), name.end(), is_han);
      const bool parted = name.find(' ') != Chars::npos && std::any_of(name.begin(), name.end(), is_han);
      if (!one || parted) return false;
      const std::size_t day = chars_.find_first_not_of(kBetween, end);
      const DateMatch date = day == Chars::npos ? DateMatch{} : match_date(chars_, day);
      if (!date.has_date || !(date.has_time || date.numeric)) continue;
      const bool posted = date.numeric && is_read_count(day + date.size);
      if (!posted && (!is_outlet_name(name) || page_words("outlet-ending").match(chars_, 0) == end)) return false;
      result_.outlet = folded_.source(0, end);
      ++items_;
      at_ = end;
      return true;
    }
    return false;
  }

  std::string_view text_;
  const Paragraph& paragraph_;
  const FoldedText& folded_;
  Chars chars_;
  MetadataReading result_;
  std::size_t at_ = 0;
  std::size_t read_until_ = 0;
  int items_ = 0;
  bool labelled_ = false;
  bool dated_ = false;
  bool stamped_ = false;
  bool addressed_ = false;     // the address of the page stands before the date
  bool stamped_time_ = false;  // a machine wrote the date and the hour
  bool unmistakable_ = false;
};

}  // namespace

std::optional<MetadataReading> read_metadata(std::string_view text, const Paragraph& paragraph) {
  if (paragraph.heading_level > 0 || paragraph.words == 0) return std::nullopt;
  if (auto page = read_printed_page(paragraph)) return page;
  if (auto paper = read_paper_and_day(paragraph)) return paper;
  if (auto paper = read_paper_and_page(paragraph)) return paper;
  if (auto paper = read_latin_paper_and_day(paragraph)) return paper;
  if (auto compiled = read_compiled(paragraph)) return compiled;
  if (auto original = read_original_title(paragraph)) return original;
  if (auto origin = read_origin(paragraph)) return origin;
  if (auto note = read_author_note(paragraph)) return note;
  if (auto posted = read_posted_line(paragraph)) return posted;
  if (auto barred = read_barred(text, paragraph)) return barred;
  if (auto signature = read_signature(text, paragraph)) return signature;
  if (auto reporter = read_reporter_line(text, paragraph)) return reporter;
  return ItemReader(text, paragraph).read();
}

}  // namespace yiwen
