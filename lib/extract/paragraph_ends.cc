// SPDX-License-Identifier: Apache-2.0
//
// Chinese stories are signed in the line of their last sentence:
//
//   ……靠港船舶不再烧油。(记者 张三 李四)(完)
//
// Nobody cut that paragraph because it ends without a full stop. What stands behind the last stop is parted off where
// it is of a kind that is known in a line of its own as well; any other bracket (掌声) stays a sentence of the text.
#include "extract/paragraph_ends.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/char_class.h"
#include "extract/captions.h"
#include "extract/metadata.h"
#include "extract/navigation.h"
#include "extract/page_marks.h"

namespace yiwen {

namespace {

using Chars = std::u32string_view;

// In ideographs; a note on the author with two books and a magazine has some sixty. Range 40 to 100.
constexpr double kLongestTail = 80;
// (记者 张三)(编辑:李四)(完)
constexpr int kMostTails = 3;

bool in(Chars set, char32_t c) { return set.find(c) != Chars::npos; }

// Where the bracket opens that closes the text; npos for none.
std::size_t opening_of_last(Chars chars) {
  static constexpr std::array<std::pair<char32_t, char32_t>, 3> kPairs{{{'(', ')'}, {'[', ']'}, {U'【', U'】'}}};
  const auto pair = std::find_if(kPairs.begin(), kPairs.end(), [&](const auto& p) { return p.second == chars.back(); });
  if (pair == kPairs.end()) return Chars::npos;
  int depth = 0;
  for (std::size_t at = chars.size(); at > 0; --at) {
    if (chars[at - 1] == pair->second) ++depth;
    if (chars[at - 1] == pair->first && --depth == 0) return at - 1;
  }
  return Chars::npos;
}

bool stands_behind_stop(Chars chars, std::size_t at) {
  while (at > 0 && (chars[at - 1] == ' ' || in(U"”’」』\"'", chars[at - 1]))) --at;
  return at > 0 && in(U"。！？!?…", chars[at - 1]);
}

// Where the words behind the last stop begin, quotes that close behind it set aside; npos for no stop.
std::size_t behind_last_stop(Chars chars) {
  std::size_t at = chars.find_last_of(U"。！？!?");
  if (at == Chars::npos) return at;
  for (++at; at < chars.size() && (chars[at] == ' ' || in(U"”’」』\"'", chars[at])); ++at) {
  }
  return at;
}

// Who wrote or edited the story, where it comes from; that it ends; what a page asks of its reader. Without brackets
// only the first of these is not taken for words of the story.
bool is_no_sentence(std::string_view text, const Paragraph& tail, bool bracket) {
  if (tail.words == 0 || tail.width > kLongestTail) return false;
  if (bracket && navigation_evidence(tail) == NavigationEvidence::anywhere) return true;
  const auto metadata = read_metadata(text, tail);
  if (!metadata || metadata->end != tail.range.end || is_credit(tail)) return false;
  return bracket || metadata->editor || metadata->byline;
}

// Where the pieces behind the last stop begin, the last one first, in folded characters.
std::vector<std::size_t> tails_of(std::string_view text, const Paragraph& paragraph, std::size_t begin,
                                  std::size_t end) {
  if (paragraph.heading_level > 0 || is_caption(paragraph)) return {};
  const FoldedText& folded = paragraph.folded;
  const auto left = [&] { return Chars(folded.chars).substr(begin, end - begin); };
  const auto describe = [&](std::size_t at) { return describe_paragraph(text, folded.source(at, end)); };
  std::vector<std::size_t> tails;
  while (static_cast<int>(tails.size()) < kMostTails) {
    while (end > begin && folded.chars[end - 1] == ' ') --end;
    const std::size_t open = end > begin ? opening_of_last(left()) : Chars::npos;
    if (open == Chars::npos || !is_no_sentence(text, describe(begin + open), true)) break;
    const bool asks = navigation_evidence(describe(begin + open)) == NavigationEvidence::anywhere;
    end = begin + open;
    tails.push_back(end);
    // What asks the reader to go elsewhere may stand where the text breaks off.
    if (asks && end > begin && is_word(folded.chars[end - 1]) && paragraph.commas > 0) return tails;
    if (stands_behind_stop(left(), left().size())) return tails;
  }
  if (!tails.empty()) return {};  // brackets behind words of a sentence
  const std::size_t bare = behind_last_stop(left());
  if (bare == Chars::npos || begin + bare >= end || !is_no_sentence(text, describe(begin + bare), false)) return {};
  return {begin + bare};
}

// ……整修。*三号码头下月启用*下月起……: where headings between asterisks begin and end that an agency sets into the line,
// behind a full stop and before the first word of the next sentence.
std::vector<std::size_t> starred_headings(Chars chars, std::size_t begin, std::size_t end) {
  constexpr std::size_t kShortest = 4, kLongest = 40;  // characters; ranges 3-6, 30-50
  std::vector<std::size_t> bounds;
  for (std::size_t open = chars.find('*', begin); open < end; open = chars.find('*', open + 1)) {
    const std::size_t close = chars.find('*', open + 1);
    if (close >= end || close + 1 >= end) break;
    const Chars words = chars.substr(open + 1, close - open - 1);
    const bool fits = words.size() >= kShortest && words.size() <= kLongest && is_word(words.front()) &&
                      words.find_first_of(U"。！？!?") == Chars::npos;
    if (!fits || !stands_behind_stop(chars, open) || !is_word(chars[close + 1])) continue;
    bounds.insert(bounds.end(), {open, close + 1});
    open = close;
  }
  return bounds;
}

}  // namespace

std::vector<Paragraph> part_ends(std::string_view text, std::vector<Paragraph> paragraphs) {
  std::vector<Paragraph> parted;
  parted.reserve(paragraphs.size());
  for (Paragraph& paragraph : paragraphs) {
    const FoldedText& folded = paragraph.folded;
    const bool open = !paragraph.marked || paragraph.marked == BlockKind::body;
    const std::size_t begin = paragraph.marked ? 0 : leading_pointer(folded.chars);
    const std::size_t end = folded.size() - (paragraph.marked ? 0 : trailing_pointer(folded.chars));
    std::vector<std::size_t> bounds{0};
    if (begin > 0 && begin < end) bounds.push_back(begin);
    if (open && begin < end) {
      const auto headings = starred_headings(folded.chars, begin, end);
      bounds.insert(bounds.end(), headings.begin(), headings.end());
      const auto tails = tails_of(text, paragraph, begin, end);
      bounds.insert(bounds.end(), tails.rbegin(), tails.rend());
    }
    if (end < folded.size() && begin < end) bounds.push_back(end);
    bounds.push_back(folded.size());
    std::ranges::sort(bounds);
    if (bounds.size() == 2) {
      parted.push_back(std::move(paragraph));
      continue;
    }
    std::uint32_t blank_lines = paragraph.blank_lines;
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
      if (folded.source(bounds[i], bounds[i + 1]).empty()) continue;
      Paragraph piece = describe_paragraph(text, folded.source(bounds[i], bounds[i + 1]));
      piece.blank_lines = std::exchange(blank_lines, 1);  // no piece is the line right below another
      piece.heading_level = paragraph.heading_level;
      piece.list_item = paragraph.list_item && bounds[i] == 0;
      parted.push_back(std::move(piece));
    }
  }
  return parted;
}

}  // namespace yiwen
