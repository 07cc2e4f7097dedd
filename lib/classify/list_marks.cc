// SPDX-License-Identifier: Apache-2.0
#include "classify/list_marks.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "base/char_class.h"
#include "base/utf8.h"

namespace yiwen {

namespace {

// 二 of 二、 and 1 of 1. at the begin of a line.
bool is_list_mark(const PrintedWitness& witness, TextRange<Normal> words) {
  constexpr std::uint32_t kMostNumerals = 3;  // 二十一
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十", kMarks = U"、.．)）";
  if (words.empty() || words.size() > kMostNumerals) return false;
  const auto chars = witness.witness->normal->slice(words);
  const bool numeral =
      std::all_of(chars.begin(), chars.end(), is_digit) ||
      std::all_of(chars.begin(), chars.end(), [&](char32_t c) { return kNumerals.find(c) != kNumerals.npos; });
  const auto range = witness.witness->normal->to_source(words);
  if (!numeral || range.end >= witness.text.size()) return false;
  std::uint32_t behind = range.end, before = range.begin;
  if (kMarks.find(next_code_point(witness.text, behind)) == kMarks.npos) return false;
  while (before > 0) {
    const char32_t c = previous_code_point(witness.text, before);
    if (is_line_break(c)) return true;
    if (!is_space(c) && c != '(' && c != U'（') return false;
  }
  return true;
}

}  // namespace

std::optional<DiffedRow> with_list_marks_apart(std::span<const PrintedWitness> witnesses, const DiffedRow& row) {
  std::optional<DiffedRow> parted;
  const auto& cells = row.row->cells;
  const auto& left = witnesses[cells[0].witness];
  for (std::size_t c = 1; c < cells.size(); ++c) {
    const auto& right = witnesses[cells[c].witness];
    for (std::size_t e = 0; e < row.diffs[c].edits.size(); ++e) {
      const Edit edit = row.diffs[c].edits[e];
      if (edit.left.empty() || edit.right.empty()) continue;
      const bool of_left = is_list_mark(left, edit.left), of_right = is_list_mark(right, edit.right);
      if (of_left == of_right) continue;
      const auto mark = of_left ? left.witness->normal->slice(edit.left) : right.witness->normal->slice(edit.right);
      const auto words = of_left ? right.witness->normal->slice(edit.right) : left.witness->normal->slice(edit.left);
      // Another mark or number is another one, which the rules tell.
      if (words.size() <= mark.size() || words.starts_with(U'第')) continue;
      if (!parted) parted = row;
      auto& edits = parted->diffs[c].edits;
      const auto at = std::find(edits.begin(), edits.end(), edit);
      if (of_left) {
        *at = {edit.left, {edit.right.begin, edit.right.begin}};
        edits.insert(at + 1, Edit{{edit.left.end, edit.left.end}, edit.right});
      } else {
        *at = {{edit.left.begin, edit.left.begin}, edit.right};
        edits.insert(at + 1, Edit{edit.left, {edit.right.end, edit.right.end}});
      }
    }
  }
  return parted;
}

bool has_bullet(const PrintedWitness& printed, const Sentence& sentence) {
  constexpr std::u32string_view kBullets = U"•●■◆▪◦‣";
  auto at = sentence.range.begin;
  return sentence.starts_block && !sentence.range.empty() &&
         kBullets.find(next_code_point(printed.text, at)) != std::u32string_view::npos;
}

}  // namespace yiwen
