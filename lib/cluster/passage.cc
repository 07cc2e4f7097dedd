// SPDX-License-Identifier: Apache-2.0
#include "cluster/passage.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace yiwen {

namespace {

// Price of what a chain skips, as a share of the skipped weight on either side. At 0 chains sprawl over set phrases at
// both ends of long sentences; at 0.3 a dropped clause cuts a passage in two. Range 0.05-0.2.
constexpr float kSkipPrice = 0.08F;
// The table of one comparison has at most this many cells (16 MB). Longer sentences are compared by their begin; real
// ones stay below 300 units, so 90,000 cells.
constexpr std::size_t kMaxCells = std::size_t{1} << 20;

constexpr float kNone = -std::numeric_limits<float>::infinity();

struct Cell {
  float ending = kNone;             // best chain that ends with the pairs (i, j); kNone where they differ
  std::int32_t before = -1;         // cell of the pair before it in that chain
  float reach = kNone;              // best ending over all cells up to (i, j), corrected for what it would skip
  std::int32_t reach_from = -1;
};

// Weight of the pairs of all clauses that a range of units touches.
float weight_of_clauses(const WeighedSentence& sentence, UnitRange range, const std::vector<float>& before) {
  const auto last = static_cast<std::uint32_t>(before.size());  // units that the table covers
  range.end = std::min(range.end, last);
  while (range.begin > 0 && !sentence.breaks[range.begin]) --range.begin;
  while (range.end < last && !sentence.breaks[range.end]) ++range.end;
  return std::max(before[range.end - 1] - before[range.begin], std::numeric_limits<float>::min());
}

}  // namespace

std::optional<Link> link_passages(const WeighedSentence& left, const WeighedSentence& right) {
  Link link;
  link.equal = std::equal(left.ids.begin(), left.ids.end(), right.ids.begin(), right.ids.end());
  if (link.equal) {
    if (left.ids.empty()) return {};
    const auto size = static_cast<std::uint32_t>(left.ids.size());
    return Link{left.total, 1, 1, 1, 1, 1, {0, size}, {0, size}, true};
  }
  const std::size_t rows = left.weights.size();
  if (rows == 0 || right.weights.empty()) return {};
  const std::size_t columns = std::min(right.weights.size(), std::max<std::size_t>(1, kMaxCells / rows));

  std::vector<float> before_left(rows + 1), before_right(columns + 1);  // weight of the pairs before the i-th
  for (std::size_t i = 0; i < rows; ++i) before_left[i + 1] = before_left[i] + left.weights[i];
  for (std::size_t j = 0; j < columns; ++j) before_right[j + 1] = before_right[j] + right.weights[j];

  std::vector<Cell> cells(rows * columns);
  float best = 0;
  std::int32_t best_at = -1;
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      Cell& cell = cells[i * columns + j];
      const auto here = static_cast<std::int32_t>(i * columns + j);
      if (left.ids[i] == right.ids[j] && left.ids[i + 1] == right.ids[j + 1]) {
        const float gain = std::min(left.weights[i], right.weights[j]);
        cell.ending = gain;
        if (i > 0 && j > 0) {
          const auto diagonal = static_cast<std::int32_t>((i - 1) * columns + j - 1);
          if (const float with = cells[static_cast<std::size_t>(diagonal)].ending + gain; with > cell.ending) {
            cell.ending = with;
            cell.before = diagonal;
          }
        }
        if (i > 1 && j > 1) {  // a pair takes two units: the next chain link begins behind both
          const Cell& reach = cells[(i - 2) * columns + j - 2];
          const float with = reach.reach - kSkipPrice * (before_left[i] + before_right[j]) + gain;
          if (reach.reach_from >= 0 && with > cell.ending) {
            cell.ending = with;
            cell.before = reach.reach_from;
          }
        }
        if (cell.ending > best) {
          best = cell.ending;
          best_at = here;
        }
        cell.reach = cell.ending + kSkipPrice * (before_left[i + 1] + before_right[j + 1]);
        cell.reach_from = here;
      }
      if (i > 0 && cells[(i - 1) * columns + j].reach > cell.reach) {
        cell.reach = cells[(i - 1) * columns + j].reach;
        cell.reach_from = cells[(i - 1) * columns + j].reach_from;
      }
      if (j > 0 && cells[i * columns + j - 1].reach > cell.reach) {
        cell.reach = cells[i * columns + j - 1].reach;
        cell.reach_from = cells[i * columns + j - 1].reach_from;
      }
    }
  }
  if (best_at < 0) return {};

  // The prices steered the choice; the score is the plain weight of what the chosen chain shares.
  std::int32_t first = best_at;
  for (std::int32_t at = best_at; at >= 0; at = cells[static_cast<std::size_t>(at)].before) {
    const auto i = static_cast<std::size_t>(at) / columns, j = static_cast<std::size_t>(at) % columns;
    link.score += std::min(left.weights[i], right.weights[j]);
    first = at;
  }
  const auto row = [&](std::int32_t at) { return static_cast<std::uint32_t>(static_cast<std::size_t>(at) / columns); };
  const auto column = [&](std::int32_t at) { return static_cast<std::uint32_t>(static_cast<std::size_t>(at) % columns); };
  link.left = {row(first), row(best_at) + 2};
  link.right = {column(first), column(best_at) + 2};
  link.cover_left = std::min(1.0F, link.score / left.total);
  link.cover_right = std::min(1.0F, link.score / right.total);
  link.coverage = std::max(link.cover_left, link.cover_right);
  link.local_right = std::min(1.0F, link.score / weight_of_clauses(right, link.right, before_right));
  link.local = std::max(link.local_right, std::min(1.0F, link.score / weight_of_clauses(left, link.left, before_left)));
  return link;
}

}  // namespace yiwen
