// SPDX-License-Identifier: Apache-2.0
#include "extract/dateline.h"

#include <optional>
#include <string_view>

#include "base/char_class.h"
#include "extract/metadata_words.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

// 本报2月28日讯(记者 某某), 某某网讯(记者 某某)
std::optional<TextRange<SourceText>> reporter_of_house(const FoldedText& folded, Chars head) {
  constexpr std::size_t kLongestRank = 4;  // 首席, 实习
  const Chars chars = folded.chars;
  const std::size_t told = head.find(U'讯');
  if (told == Chars::npos || told == 0 || Chars(U"报社网台刊日").find(head[told - 1]) == Chars::npos)
    return std::nullopt;
  std::size_t at = told + 1;
  while (at < chars.size() && chars[at] == ' ') ++at;
  const std::size_t close = chars.find(U')', at);
  if (at == chars.size() || chars[at] != '(' || close == Chars::npos || close - at > kLongestNames) return std::nullopt;
  const std::size_t label = chars.substr(0, close).find(U"记者", at);
  if (label == Chars::npos || label - at > kLongestRank + 1) return std::nullopt;
  std::size_t begin = label + 2;
  while (begin < close && (chars[begin] == ' ' || chars[begin] == ':')) ++begin;
  return begin < close ? std::optional(folded.source(begin, close)) : std::nullopt;
}

}  // namespace

MetadataReading read_dateline(const Paragraph& paragraph) {
  constexpr std::size_t kLongestDateline = 30;
  MetadataReading reading;
  const FoldedText& folded = paragraph.folded;
  const Chars chars = Chars(folded.chars);
  const Chars head = chars.substr(0, kLongestDateline);
  std::size_t begin = 0;
  while (begin < head.size() && is_separator(head[begin])) ++begin;
  if (const auto reporter = reporter_of_house(folded, head)) {
    reading.byline = reporter;
    return reading;
  }
  const std::size_t wire = head.find(U'电', begin);  // 3月5日电
  if (wire == Chars::npos || wire == 0 || head[wire - 1] != U'日') return reading;
  const std::size_t name = head.find_first_of(U"社网报", begin + 1);
  if (name == Chars::npos || name > wire || head.substr(begin).starts_with(U"本报") ||
      head.substr(begin).starts_with(U"据"))
    return reading;
  reading.outlet = folded.source(begin, name + 1);
  std::size_t at = wire + 1;
  while (at < chars.size() && (chars[at] == ' ' || chars[at] == ')' || chars[at] == U'】')) ++at;
  const std::size_t close = chars.find(U')', at);
  if (at == chars.size() || chars[at] != '(' || close == Chars::npos || close - at > kLongestNames) return reading;
  const std::size_t label = chars.substr(0, close).find(U"记者", at);
  if (label != Chars::npos) reading.byline = folded.source(label + 2, close);
  return reading;
}

MetadataReading read_credits_behind(const Paragraph& paragraph) {
  constexpr std::size_t kReach = 40;  // from the end of the paragraph: a number or a date may stand behind the brackets
  constexpr std::size_t kShortestName = 2, kLongestName = 4;  // in Han characters
  MetadataReading reading;
  const FoldedText& folded = paragraph.folded;
  const Chars chars = folded.chars;
  const std::size_t open = chars.rfind('(');
  if (open == Chars::npos || chars.size() - open > kReach) return reading;
  const std::size_t close = chars.find(')', open);
  if (close == Chars::npos) return reading;
  for (std::size_t at = open + 1; at < close; ++at) {
    if (at > open + 1 && is_word(chars[at - 1])) continue;
    const LabelMatch label = match_label(chars, at);
    if (!label.colon || label.end >= close) continue;
    std::size_t begin = label.end;
    Label role = label.label;
    // 文/图 张三 李四, 图/文:张三: two labels, then the names
    if (const LabelMatch second = match_label(chars, begin); second.label != Label::none) {
      begin = second.end;
      if (role == Label::other) role = second.label;
    }
    std::size_t end = begin;
    while (end < close && (is_word(chars[end]) || chars[end] == U'、')) ++end;
    if (end - begin < kShortestName) continue;
    // 张三 李四, and not 张三 数据支持/王五
    while (end < close && chars[end] == ' ') {
      std::size_t next = end + 1;
      while (next < close && is_han(chars[next])) ++next;
      const std::size_t size = next - end - 1;
      if (size < kShortestName || size > kLongestName || (next < close && chars[next] != ' ')) break;
      end = next;
    }
    if (role == Label::editor && !reading.editor) reading.editor = folded.source(begin, end);
    if (role == Label::author && !reading.byline) reading.byline = folded.source(begin, end);
    at = end - 1;
  }
  return reading;
}

}  // namespace yiwen
