// SPDX-License-Identifier: Apache-2.0
#include "classify/line_ends.h"

#include <cstddef>
#include <string_view>

#include "base/char_class.h"
#include "base/utf8.h"
#include "segment/sentence_breaks.h"
#include "segment/units.h"

namespace yiwen {

namespace {

// Fewer lines say nothing of what is usual. Range 5 to 10.
constexpr std::size_t kFewestLines = 6;
// A line of verse has at most so many characters (text_length). Range 18 to 28.
constexpr std::uint32_t kLongestVerse = 22;
// Share of the lines that must be as short, where a title and a note stand among them. Range .7 to .9.
constexpr double kShortShare = 0.8;
// Share of them that must end no sentence: labels and short paragraphs end one, or are few. Range .4 to .6.
constexpr double kOpenShare = 0.5;
// Lines that end with a comma, where it is the way of a text; a torn page has one or two. Range 4 to 6.
constexpr std::size_t kFewestClauses = 4;
// Their share of all lines: a long page may be torn as often. Range .2 to .4.
constexpr double kClauseShare = 0.25;

}  // namespace

bool parts_clauses(char32_t mark) {
  return std::u32string_view(U"，、；,;").find(horizontal_mark(mark)) != std::u32string_view::npos;
}

LineEnds line_ends_of(const PrintedWitness& printed) {
  std::size_t lines = 0, brief = 0, open = 0, clauses = 0;
  for (const Block& block : printed.article->blocks) {
    if (is_noise(block.kind) || block.range.empty()) continue;
    ++lines;
    const auto words = printed.text.substr(block.range.begin, block.range.size());
    brief += text_length(*printed.witness->normal, printed.witness->normal->to_normal(block.range)) <= kLongestVerse;
    open += !ends_with_stop(words);
    auto end = block.range.end;
    clauses += parts_clauses(previous_code_point(printed.text, end));
  }
  const auto share = [&](std::size_t some) { return static_cast<double>(some) / static_cast<double>(lines); };
  if (lines < kFewestLines) return {};
  return {.verse = share(brief) >= kShortShare && share(open) >= kOpenShare,
          .clauses = clauses >= kFewestClauses && share(clauses) >= kClauseShare};
}

}  // namespace yiwen
