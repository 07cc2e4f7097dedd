// SPDX-License-Identifier: Apache-2.0
#include "segment/segment.h"

#include <algorithm>

#include "base/char_class.h"
#include "base/utf8.h"
#include "extract/word_seam.h"
#include "segment/cut_sentences.h"
#include "segment/sentence_breaks.h"

namespace yiwen {

namespace {

std::string_view slice(std::string_view text, TextRange<SourceText> range) {
  return text.substr(range.begin, range.size());
}

bool holds_word(std::string_view text) {
  for (std::uint32_t at = 0; at < text.size();)
    if (is_word(next_code_point(text, at))) return true;
  return false;
}

// "工业和信息化部部长李乐成：" alone in its block; a longer one introduces what follows.
constexpr std::uint32_t kLongestLabel = 30;  // code points; posts and names of two institutions fit

bool is_label(std::string_view block) {
  if (count_code_points(block) > kLongestLabel) return false;
  auto end = static_cast<std::uint32_t>(block.size());
  const char32_t last = previous_code_point(block, end);
  return last == ':' || last == U'：';
}

// The line break inside a title or heading, where it cuts a word.
std::optional<TextRange<SourceText>> break_in_word(std::string_view text, TextRange<SourceText> range) {
  const std::size_t line_break = slice(text, range).find_first_of("\r\n");
  if (line_break == std::string_view::npos) return std::nullopt;
  TextRange<SourceText> gap{range.begin + static_cast<std::uint32_t>(line_break),
                            range.begin + static_cast<std::uint32_t>(line_break)};
  for (std::uint32_t at = gap.begin; at > range.begin && is_space(previous_code_point(text, at)); gap.begin = at) {
  }
  for (std::uint32_t at = gap.end; at < range.end && is_space(next_code_point(text, at)); gap.end = at) {
  }
  if (!splits_word(slice(text, {range.begin, gap.begin}), slice(text, {gap.end, range.end}))) return std::nullopt;
  return gap;
}

// Paragraphs of several lines each: then a break in a title is no more than the end of its line.
bool is_wrapped(std::string_view text, const Article& article) {
  constexpr int kFewestParagraphs = 2;
  int paragraphs = 0;
  for (const Block& block : article.blocks) {
    const bool broken = slice(text, block.range).find_first_of("\r\n") != std::string_view::npos;
    if (block.kind == BlockKind::body && broken) ++paragraphs;
  }
  return paragraphs >= kFewestParagraphs;
}

}  // namespace

std::vector<Sentence> segment(std::string_view text, const Article& article, const NormalText& normal,
                              const Seams& seams) {
  std::vector<Sentence> sentences;
  const bool wrapped = is_wrapped(text, article);
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    if (is_noise(block.kind) || !holds_word(slice(text, block.range))) continue;
    std::vector<TextRange<SourceText>> ranges{block.range};
    if (block.kind == BlockKind::body) ranges = sentence_ranges(text, block.range, normal.damage);
    for (const TextRange<SourceText> range : ranges) {
      Sentence sentence;
      sentence.range = range;
      sentence.block = static_cast<std::uint32_t>(i);
      sentence.kind = block.kind;
      sentence.starts_block = range == ranges.front();
      sentence.ends_block = range == ranges.back();
      sentence.ends_with_stop = ends_with_stop(slice(text, range));
      sentence.label = ranges.size() == 1 && is_label(slice(text, range));
      const bool heads = block.kind == BlockKind::title || block.kind == BlockKind::heading;
      if (heads && !wrapped) sentence.cut = break_in_word(text, range);
      sentences.push_back(sentence);
    }
  }
  join_cut_sentences(text, article, normal.damage, seams, sentences);
  for (Sentence& sentence : sentences) sentence.normal = normal.to_normal(sentence.range);
  return sentences;
}

void leave_out_interruptions(const Article& article, std::vector<Sentence>& sentences, NormalText& normal) {
  std::vector<TextRange<Normal>> interruptions;
  for (const Sentence& sentence : sentences) {
    for (std::size_t i = sentence.block; i < article.blocks.size(); ++i) {
      const Block& block = article.blocks[i];
      if (block.range.begin >= sentence.range.end) break;
      if (is_noise(block.kind)) interruptions.push_back(normal.to_normal(block.range));
    }
  }
  if (interruptions.empty()) return;
  normal.leave_out(interruptions);
  for (Sentence& sentence : sentences) sentence.normal = normal.to_normal(sentence.range);
}

}  // namespace yiwen
