// SPDX-License-Identifier: Apache-2.0
#include "extract/metadata_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/char_class.h"
#include "base/utf8.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

struct LabelTable {
  Label label;
  const WordTable& words;
};

const std::array<LabelTable, 7>& label_tables() {
  static const std::array<LabelTable, 7> kTables{
      LabelTable{Label::title, page_words("label-title")},   LabelTable{Label::date, page_words("label-date")},
      LabelTable{Label::outlet, page_words("label-outlet")}, LabelTable{Label::author, page_words("label-author")},
      LabelTable{Label::editor, page_words("label-editor")}, LabelTable{Label::other, page_words("label-other")},
      LabelTable{Label::count, page_words("label-count")},
  };
  return kTables;
}

}  // namespace

LabelMatch match_label(Chars text, std::size_t at) {
  LabelMatch best;
  for (const LabelTable& table : label_tables()) {
    const std::size_t size = table.words.match_spaced(text, at);
    if (size == 0) continue;
    std::size_t end = at + size;
    while (end < text.size() && text[end] == ' ') ++end;
    // 编辑:张三, 文/张三, 【编辑】张三
    const bool in_brackets = at > 0 && text[at - 1] == U'【' && end < text.size() && text[end] == U'】';
    const bool colon =
        in_brackets || (end < text.size() && (text[end] == ':' || (text[end] == '/' && table.label != Label::date)));
    if (colon) ++end;
    // A colon right behind the label decides between 编辑 and 编辑人; else the longer label.
    if (best.label == Label::none || (colon && !best.colon) || (colon == best.colon && end > best.end))
      best = {table.label, end, colon};
  }
  return best;
}

bool is_separator(char32_t c) { return Chars(U" |/·•,;[]()【】〔〕、—-–_<>《》「」□■●◎◆★▲丨│").find(c) != Chars::npos; }

bool holds_stop(Chars value) {
  return std::any_of(value.begin(), value.end(),
                     [](char32_t c) { return Chars(U"。！？!?;；…").find(c) != Chars::npos; });
}

Chars without_blanks(Chars value) {
  while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
  while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
  return value;
}

bool are_names(std::string_view text, const FoldedText& folded, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestHanName = 4;
  std::size_t han = 0;
  bool any = false;
  bool word_begin = true;
  bool latin = false;
  bool single = false;  // the first character of a name with a blank in it
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t c = folded.chars[i];
    if (is_han(c)) {
      // 王 静: names of two characters are set as wide as those of three.
      const bool second_half = han == 0 && single && i >= begin + 2 && folded.chars[i - 1] == ' ';
      single = false;
      han += second_half ? 2 : 1;
      if (han > (second_half ? 2 : kLongestHanName)) return false;
      any = true;
    } else if (is_latin(c)) {
      std::uint32_t at = folded.at[i];
      const char32_t printed = next_code_point(text, at);
      if (word_begin && printed == c && printed < 0x80) {  // small: only what joins names
        const Chars rest = Chars(folded.chars).substr(i, end - i);
        if (!rest.starts_with(U"and ") && !rest.starts_with(U"in ") && !rest.starts_with(U"de ") &&
            !rest.starts_with(U"van "))
          return false;
      }
      latin = true;
      any = true;
    } else if (is_digit(c) || c == ':') {
      return false;
    } else {
      if (single) return false;
      single = han == 1;
      han = 0;
    }
    word_begin = !is_latin(c);
  }
  return any && han != 1 && !single && (!latin || end - begin <= kLongestNames * 2);
}

bool is_outlet_name(std::u32string_view folded) {
  static const WordTable& endings = page_words("outlet-ending");
  bool ended = false;
  std::size_t size = 0;
  for (std::size_t i = 0; i <= folded.size(); ++i) {
    const bool parted = i == folded.size() || Chars(U"、,/&").find(folded[i]) != Chars::npos;
    if (!parted) {
      if (++size > kLongestOutletName && !is_latin(folded[i])) return false;
      continue;
    }
    for (std::size_t back = std::min<std::size_t>(size, 9); back > 0 && !ended; --back)
      ended = endings.match(folded.substr(0, i), i - back) == back;
    size = 0;
  }
  return ended && !holds_stop(folded);
}

}  // namespace yiwen
