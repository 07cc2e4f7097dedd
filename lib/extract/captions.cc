// SPDX-License-Identifier: Apache-2.0
#include "extract/captions.h"

#include <string_view>

#include "base/char_class.h"
#include "extract/page_words.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

constexpr double kLongestCredit = 30;    // in ideographs: agency, two names
constexpr std::size_t kShortWord = 2;    // 摄影, 图片: words of a sentence as well
constexpr double kLongestCaption = 130;  // newspapers run to three sentences

// Without closing brackets and the like behind it.
Chars words_of(const Paragraph& p) {
  Chars chars = p.folded.chars;
  while (!chars.empty() && !is_word(chars.back())) chars.remove_suffix(1);
  return chars;
}

// 新华社记者 张三摄, 新华社发(李四 摄); not 但允许不使用闪光灯的个人拍摄。
bool ends_with_shot(Chars chars) {
  return chars.size() > 2 && chars.back() == U'摄' && is_word(chars[chars.size() - 3]);
}
bool ends_with_verb(const Paragraph& p, Chars chars) { return p.ends_with_stop && chars.ends_with(U"拍摄"); }

// ...跳舞。(作者提供)
bool ends_with_bracketed_credit(Chars chars) {
  static const WordTable kCredits{U"提供",     U"供图", U"摄",       U"翻摄",     U"翻摄自",
                                  U"撷自",     U"取自", U"资料照",   U"资料照片", U"资料图",
                                  U"资料图片", U"截图", U"图片来源", U"photo",    U"reuters"};
  constexpr std::size_t kLongest = 20;
  if (chars.size() < 4 || chars.back() != ')') return false;
  const std::size_t open = chars.find_last_of('(');
  return open != Chars::npos && chars.size() - open <= kLongest && kCredits.occurs_in(chars.substr(open));
}

// A pilot boat passes the quay. (Photo by Ann Lowell), (AP Photo/Ann Lowell)
bool ends_with_photo_by(Chars chars) {
  constexpr std::size_t kLongest = 60;  // in characters: two names and two agencies
  static const WordTable kBy{U"photo by",       U"photos by",  U"photo:",   U"photograph by", U"photo/",
                             U"photo courtesy", U"picture by", U"image by", U"ap photo",      U"afp photo",
                             U"file photo",     U"reuters/",   U"afp/",     U"xinhua/",       U"getty images/"};
  if (chars.size() < 4 || chars.back() != ')') return false;
  const std::size_t open = chars.find_last_of('(');
  return open != Chars::npos && chars.size() - open <= kLongest && kBy.match(chars, open + 1) > 0;
}

// 图源:某某社, 某某供图, 图/某某: the name with its label, and nothing else but who else had to do with it
bool holds_credit(Chars chars) {
  static const WordTable& kCredits = page_words("credit");
  if (ends_with_shot(chars) || chars == U"新华社发" || chars == U"新华社图") return true;
  if (chars.size() > 2 && chars.starts_with(U"图/")) return true;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const std::size_t size = kCredits.match(chars, i);
    if (size == 0) continue;
    const std::size_t end = i + size;
    const bool begins = i == 0 || !is_word(chars[i - 1]);
    if (end == chars.size()) return !is_latin(chars[i]) || i == 0;
    const bool comma = chars[end] == ',' && size > kShortWord;  // 图像来源，某某社
    if (begins && (chars[end] == ':' || chars[end] == '/' || comma)) return true;
  }
  return false;
}

// 某某在书房工作。图/某某社: a sentence or two and a credit behind them. 本报记者某某摄影报道 signs a story.
bool ends_with_credit(const Paragraph& p) {
  constexpr double kLongest = 60;           // in ideographs, the whole line; range 40 to 80
  constexpr std::size_t kLongestTail = 30;  // in characters: a label, a name and an agency; range 20 to 40
  const Chars chars = words_of(p);
  if (p.width > kLongest || p.ends_with_stop || chars.ends_with(U"报道")) return false;
  const std::size_t stop = chars.find_last_of(U"。！？!?");
  std::size_t begin = stop == Chars::npos ? stop : chars.find_first_not_of(U" (", stop + 1);
  if (begin == Chars::npos) {
    begin = chars.rfind(U". ");  // harbour. Photograph: somebody
    if (begin != Chars::npos) begin += 2;
  }
  if (begin == Chars::npos || chars.size() - begin > kLongestTail) return false;
  const Chars tail = chars.substr(begin);
  const bool signs = tail.find(U"/文") != Chars::npos || tail.find(U"文/") != Chars::npos;  // 图/文:某某
  return !signs && holds_credit(tail);
}

}  // namespace

bool is_credit(const Paragraph& p) {
  return p.width <= kLongestCredit && p.stops == 0 && p.heading_level == 0 && p.words > 0 && holds_credit(words_of(p));
}

bool is_caption(const Paragraph& p) {
  if (p.width > kLongestCaption || p.heading_level > 0 || p.words == 0) return false;
  if (page_words("caption-opener").match(p.folded.chars, 0) > 0) return true;
  if (ends_with_verb(p, words_of(p))) return false;
  return p.stops > 0 && (ends_with_shot(words_of(p)) || ends_with_photo_by(p.folded.chars) ||
                         ends_with_bracketed_credit(p.folded.chars) || ends_with_credit(p));
}

bool may_be_caption(const Paragraph& p) { return p.width <= kLongestCaption && p.heading_level == 0 && p.words > 0; }

}  // namespace yiwen
