// SPDX-License-Identifier: Apache-2.0
#include "classify/lost_ends.h"

namespace yiwen {

namespace {

bool same(const NormalText& left, TextRange<Normal> a, const NormalText& right, TextRange<Normal> b) {
  return left.slice(a) == right.slice(b);
}

}  // namespace

Lost lost_head(const std::vector<Edit>& edits, const NormalText& left, TextRange<Normal> reference,
               const NormalText& right) {
  Lost head{{reference.begin, reference.begin}, {reference.begin, reference.begin}};
  for (const auto& edit : edits) {
    if (edit.left.begin != head.edits.end) break;
    const auto kept = edit.right.size();
    if (kept >= edit.left.size() || !same(left, {edit.left.end - kept, edit.left.end}, right, edit.right)) break;
    head.lost.end = edit.left.end - kept;
    head.edits.end = edit.left.end;
    if (kept > 0) break;
  }
  return head;
}

Lost lost_tail(const std::vector<Edit>& edits, const NormalText& left, TextRange<Normal> reference,
               const NormalText& right) {
  Lost tail{{reference.end, reference.end}, {reference.end, reference.end}};
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    if (edit->left.end != tail.edits.begin) break;
    const auto kept = edit->right.size();
    if (kept >= edit->left.size() || !same(left, {edit->left.begin, edit->left.begin + kept}, right, edit->right))
      break;
    tail.lost.begin = edit->left.begin + kept;
    tail.edits.begin = edit->left.begin;
    if (kept > 0) break;
  }
  return tail;
}

std::optional<std::uint32_t> in_reference(const ReadingDiff& diff, const Cell& cell, std::uint32_t at) {
  auto left = cell.reference_range.begin, right = cell.range.begin;
  for (const auto& edit : diff.edits) {
    if (at <= edit.right.begin) break;
    if (at < edit.right.end) return {};
    left = edit.left.end;
    right = edit.right.end;
  }
  return left + (at - right);
}

}  // namespace yiwen
