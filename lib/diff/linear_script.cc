// SPDX-License-Identifier: Apache-2.0
//
// The shortest script of long sequences, or one that is hardly longer.
//
// Exact comparison takes 1 ms for 8 000 by 8 000 characters and grows with the product: a million by a million would be
// half a minute. Longer sequences are first cut where the shortest script all but certainly passes:
//
//  1. Anchors are k-grams that occur once on either side (patience diff on k-grams). k is chosen so that hardly any
//  pair
//     of grams agrees by accident: log2 of the number of pairs, divided by the bits that one token tells. That is 6 for
//     a million Chinese characters, 40 for a million bits.
//  2. The longest chain of anchors that ascends on both sides stays (longest increasing subsequence).
//  3. Of each stretch of some 2 000 tokens the anchor is chosen that most others near it confirm by standing on nearly
//  the
//     same diagonal; one that nothing confirms is a phrase that two places share, and is left alone.
//  4. The blocks between are solved exactly; where one is still too large, from 1. with the shorter k that it needs.
//  5. A large block without anchors (unrelated text, or every other character changed) is marched through: a window of
//     8 000 by 8 000 is solved exactly, the first part of it is kept, the next window begins there.
//
// The script found is nearly always the shortest already; what is missing is the proof. Its length says beforehand what
// the proof costs: where little differs dtl is asked, whose visited points grow with the square of the differences
// only; up to exact_cells everything is compared; beyond, the script is marked approximate. On generated text of 100
// 000 characters with 2 to 60 % changed, blocks moved or halves swapped it was at most 0.1 % too long.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

#include "diff/bit_parallel.h"
#include "diff/script_engines.h"

namespace yiwen {
namespace {

// Tokens between two cuts. Smaller blocks are quicker and trust more anchors; at 2 048 exact comparison costs about as
// much as finding the anchors.
constexpr std::uint32_t kBlockTokens = 2048;
// Anchors so far from another along the left side, and so few diagonals off, confirm it: 40 % of inserted and deleted
// tokens make the path wander 20 diagonals in 1 000 tokens.
constexpr std::uint32_t kSupportTokens = 1024;
constexpr std::int64_t kSupportDiagonals = 64;
constexpr std::size_t kSupportSegments = 6;
// Anchors (overlapping ones counted each) that must agree before the path is cut there.
constexpr std::uint32_t kMinSupport = 4;
constexpr std::uint32_t kMinGram = 4;
constexpr std::uint32_t kMaxGram = 64;
// A block without anchors is solved exactly up to here (16 000 by 16 000: 5 ms), marched through beyond.
constexpr std::uint64_t kUnanchoredCells = std::uint64_t{1} << 28;
// Share of a window of the march that is kept. The rest is where the forced corner may have bent the path.
constexpr double kKept = 0.6;

// Blocks of blocks of blocks: deeper than this the anchors only nibble at the ends.
constexpr std::uint32_t kMaxDepth = 8;

// Longer right sides are solved in space that does not grow with them.
constexpr std::size_t kFewRows = 65'536;
// A point costs dtl 25 to 50 ns, a cell costs exact comparison 0.025 ns: dtl is quicker where it visits at most one
// point for so many cells.
constexpr std::uint64_t kCellsADtlPoint = 1024;
// dtl may visit this many points, about 10 ms: far below its cut-off of 2 000 000. Enough for 1 000 differences.
constexpr std::uint64_t kMaxDtlPoints = 250'000;
// Where a token tells fewer bits, unrelated stretches agree so much that marching straight on may beat the anchors.
// Chinese characters tell 7 bits, letters 4, the bases of a genome 2.
constexpr double kPoorBits = 4;

// Consecutive anchors on one diagonal.
struct Segment {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  std::uint32_t count = 0;
  [[nodiscard]] std::int64_t diagonal() const { return std::int64_t{right} - std::int64_t{left}; }
};

class Solver {
 public:
  explicit Solver(std::uint32_t names) : names_(names), bits_(names) {}

  void anchored(TokenSpan left, TokenSpan right, Corner at, std::uint32_t depth);
  void march(TokenSpan left, TokenSpan right, Corner at);
  [[nodiscard]] double bits_a_token(TokenSpan left, TokenSpan right) const;

  std::vector<EditRun> runs;

 private:
  [[nodiscard]] std::uint32_t gram_length(TokenSpan left, TokenSpan right) const;
  [[nodiscard]] std::vector<Segment> anchor_chain(TokenSpan left, TokenSpan right, std::uint32_t k);
  [[nodiscard]] std::vector<Corner> cuts(TokenSpan left, TokenSpan right);

  std::uint32_t names_;
  BitParallel bits_;
  std::vector<std::uint64_t> grams_;
  std::vector<std::uint64_t> sorted_;
};

std::uint64_t cells(TokenSpan left, TokenSpan right) { return std::uint64_t{left.size()} * right.size(); }

Corner far_corner(TokenSpan left, TokenSpan right) {
  return {static_cast<std::uint32_t>(left.size()), static_cast<std::uint32_t>(right.size())};
}

double Solver::bits_a_token(TokenSpan left, TokenSpan right) const {
  std::vector<std::uint32_t> left_counts(names_ + std::size_t{1}, 0);
  std::vector<std::uint32_t> right_counts(names_ + std::size_t{1}, 0);
  for (const std::uint32_t token : left) ++left_counts[token];
  for (const std::uint32_t token : right) ++right_counts[token];
  double equal_pairs = 1;
  for (std::size_t i = 0; i < names_; ++i) equal_pairs += static_cast<double>(left_counts[i]) * right_counts[i];
  const double all_pairs = static_cast<double>(cells(left, right));
  return std::max(0.01, std::log2(all_pairs / equal_pairs));
}

std::uint32_t Solver::gram_length(TokenSpan left, TokenSpan right) const {
  const double k = std::ceil(std::log2(static_cast<double>(cells(left, right))) / bits_a_token(left, right)) + 1;
  return static_cast<std::uint32_t>(std::clamp<double>(k, kMinGram, kMaxGram));
}

// A gram: hash in the upper half, place in the lower, whose lowest bit tells the right side from the left.
void append_grams(TokenSpan tokens, std::uint32_t k, std::uint32_t side, std::vector<std::uint64_t>& grams) {
  constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15U;
  if (tokens.size() < k) return;
  std::uint64_t leaving = 1;
  for (std::uint32_t i = 0; i < k; ++i) leaving *= kBase;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    hash = hash * kBase + (tokens[i] + 1) * 0xBF58476D1CE4E5B9U;
    if (i >= k) hash -= leaving * ((tokens[i - k] + 1) * 0xBF58476D1CE4E5B9U);
    if (i + 1 >= k) {
      const std::uint64_t mixed = (hash ^ hash >> 32) * 0x94D049BB133111EBU;
      grams.push_back((mixed & 0xFFFFFFFF00000000U) | (i + 1 - k) << 1 | side);
    }
  }
}

void sort_by_hash(std::vector<std::uint64_t>& grams, std::vector<std::uint64_t>& sorted) {
  constexpr std::uint32_t kBits = 11;
  constexpr std::size_t kBuckets = std::size_t{1} << kBits;
  sorted.resize(grams.size());
  for (std::uint32_t shift = 32; shift < 64; shift += kBits) {
    std::array<std::size_t, kBuckets> at{};
    for (const std::uint64_t gram : grams) ++at[gram >> shift & (kBuckets - 1)];
    std::size_t sum = 0;
    for (std::size_t& bucket : at) sum += std::exchange(bucket, sum);
    for (const std::uint64_t gram : grams) sorted[at[gram >> shift & (kBuckets - 1)]++] = gram;
    grams.swap(sorted);
  }
}

std::vector<Segment> Solver::anchor_chain(TokenSpan left, TokenSpan right, std::uint32_t k) {
  grams_.clear();
  append_grams(left, k, 0, grams_);
  append_grams(right, k, 1, grams_);
  sort_by_hash(grams_, sorted_);

  constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  std::vector<std::uint32_t> partner(left.size(), kNone);
  for (std::size_t begin = 0; begin < grams_.size();) {
    std::size_t end = begin + 1;
    while (end < grams_.size() && grams_[end] >> 32 == grams_[begin] >> 32) ++end;
    if (end == begin + 2 && (grams_[begin] & 1) == 0 && (grams_[begin + 1] & 1) == 1) {
      const auto i = static_cast<std::uint32_t>(grams_[begin]) >> 1;
      const auto j = static_cast<std::uint32_t>(grams_[begin + 1]) >> 1;
      if (std::ranges::equal(left.subspan(i, k), right.subspan(j, k))) partner[i] = j;
    }
    begin = end;
  }

  // Longest increasing subsequence of partners: last[n] is the anchor that ends the chain of n + 1 with the least
  // partner.
  std::vector<std::uint32_t> last;
  std::vector<std::uint32_t> before(left.size(), kNone);
  for (std::uint32_t i = 0; i < left.size(); ++i) {
    if (partner[i] == kNone) continue;
    auto place = last.end();
    if (!last.empty() && partner[last.back()] > partner[i]) {
      place = std::ranges::lower_bound(last, partner[i], {}, [&](std::uint32_t anchor) { return partner[anchor]; });
    }
    if (place != last.begin()) before[i] = *(place - 1);
    if (place == last.end()) {
      last.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<Segment> chain;
  for (std::uint32_t i = last.empty() ? kNone : last.back(); i != kNone; i = before[i]) {
    if (!chain.empty() && chain.back().left == i + 1 && chain.back().right == partner[i] + 1) {
      --chain.back().left, --chain.back().right, ++chain.back().count;
    } else {
      chain.push_back({i, partner[i], 1});
    }
  }
  std::ranges::reverse(chain);
  return chain;
}

std::vector<Corner> Solver::cuts(TokenSpan left, TokenSpan right) {
  const std::uint32_t k = gram_length(left, right);
  const std::vector<Segment> chain = anchor_chain(left, right, k);
  const auto support = [&](std::size_t s) {
    std::uint32_t sum = chain[s].count;
    const auto confirms = [&](std::size_t other) {
      return std::abs(chain[other].diagonal() - chain[s].diagonal()) <= kSupportDiagonals &&
             std::abs(std::int64_t{chain[other].left} - std::int64_t{chain[s].left}) <= kSupportTokens;
    };
    for (std::size_t other = s - std::min(s, kSupportSegments); other < s; ++other) {
      if (confirms(other)) sum += chain[other].count;
    }
    for (std::size_t other = s + 1; other < std::min(chain.size(), s + 1 + kSupportSegments); ++other) {
      if (confirms(other)) sum += chain[other].count;
    }
    return sum;
  };
  const auto corner = [&](const Segment& segment) {
    const std::uint32_t half = (segment.count + k - 1) / 2;
    return Corner{segment.left + half, segment.right + half};
  };

  // The best confirmed anchor of each stretch. A long segment may span several stretches and is then cut once in its
  // middle: what is left of it is trimmed away from both blocks.
  std::vector<Corner> chosen;
  std::uint32_t best = 0;
  std::uint32_t stretch = 0;
  for (std::size_t s = 0; s < chain.size(); ++s) {
    const Corner here = corner(chain[s]);
    const std::uint32_t confirmed = support(s);
    if (confirmed < kMinSupport) continue;
    const std::uint32_t in = here.left / kBlockTokens;
    if (!chosen.empty() && in == stretch) {
      if (confirmed > best) chosen.back() = here, best = confirmed;
    } else {
      chosen.push_back(here), best = confirmed, stretch = in;
    }
  }
  return chosen;
}

void Solver::march(TokenSpan left, TokenSpan right, Corner at) {
  std::vector<EditRun> window;
  while (cells(left, right) > kStoredCells) {
    const double ratio = static_cast<double>(left.size()) / static_cast<double>(right.size());
    const auto side = [](double wanted, std::size_t size) {
      return std::clamp<std::size_t>(static_cast<std::size_t>(wanted), 1, size);
    };
    const std::size_t left_window = side(std::sqrt(static_cast<double>(kStoredCells) * ratio), left.size());
    const std::size_t right_window =
        side(static_cast<double>(kStoredCells) / static_cast<double>(left_window), right.size());
    window.clear();
    bits_.solve(left.first(left_window), right.first(right_window), {}, window);

    // Up to the end of the last run that lies in the part to keep, or to the end of that part inside an equal stretch.
    const auto left_kept = static_cast<std::uint32_t>(std::ceil(kKept * static_cast<double>(left_window)));
    const auto right_kept = static_cast<std::uint32_t>(std::ceil(kKept * static_cast<double>(right_window)));
    Corner end;
    std::size_t kept = 0;
    while (kept < window.size() && window[kept].left.end <= left_kept && window[kept].right.end <= right_kept) {
      end = {window[kept].left.end, window[kept].right.end};
      ++kept;
    }
    const Corner next = kept < window.size()
                            ? Corner{window[kept].left.begin, window[kept].right.begin}
                            : Corner{static_cast<std::uint32_t>(left_window), static_cast<std::uint32_t>(right_window)};
    for (std::size_t i = 0; i < kept; ++i) {
      const EditRun& run = window[i];
      append_run(runs, {{run.left.begin + at.left, run.left.end + at.left},
                        {run.right.begin + at.right, run.right.end + at.right}});
    }
    const std::uint32_t equal = std::min({next.left - end.left, left_kept - std::min(left_kept, end.left),
                                          right_kept - std::min(right_kept, end.right)});
    end = {end.left + equal, end.right + equal};
    if (end.left == 0 && end.right == 0) {
      // One run reaches beyond the part to keep on at least one side.
      end = {std::min(window[0].left.end, left_kept), std::min(window[0].right.end, right_kept)};
      append_run(runs, {{at.left, at.left + end.left}, {at.right, at.right + end.right}});
    }
    left = left.subspan(end.left);
    right = right.subspan(end.right);
    at = {at.left + end.left, at.right + end.right};
  }
  bits_.solve(left, right, at, runs);
}

void Solver::anchored(TokenSpan left, TokenSpan right, Corner at, std::uint32_t depth) {
  if (cells(left, right) <= kStoredCells) {
    bits_.solve(left, right, at, runs);
    return;
  }
  const std::vector<Corner> corners = depth < kMaxDepth ? cuts(left, right) : std::vector<Corner>{};
  if (corners.empty()) {
    if (cells(left, right) <= kUnanchoredCells) {
      bits_.solve(left, right, at, runs);
    } else {
      march(left, right, at);
    }
    return;
  }
  Corner begin;
  for (std::size_t i = 0; i <= corners.size(); ++i) {
    const Corner end = i < corners.size() ? corners[i] : far_corner(left, right);
    anchored(left.subspan(begin.left, end.left - begin.left), right.subspan(begin.right, end.right - begin.right),
             {at.left + begin.left, at.right + begin.right}, depth + 1);
    begin = end;
  }
}

std::uint64_t length(const std::vector<EditRun>& runs) { return Script{.runs = runs, .approximate = false}.length(); }

// The points that dtl visits for a script of this length: see dtl_script.cc.
std::uint64_t dtl_points(TokenSpan left, TokenSpan right, std::uint64_t length) {
  const std::uint64_t delta = std::max(left.size(), right.size()) - std::min(left.size(), right.size());
  const std::uint64_t p = (length - delta) / 2;
  return (p + 1) * (delta + p + 1);
}

}  // namespace

Script bit_parallel_script(TokenSpan left, TokenSpan right) {
  if (left.size() <= kFewTokens && right.size() <= kFewRows) {
    return {.runs = few_words_script(left, right), .approximate = false};
  }
  const Renamed tokens = renamed(left, right);
  Script script;
  BitParallel(tokens.absent).solve(tokens.left, tokens.right, {}, script.runs);
  return script;
}

Script linear_script(TokenSpan left, TokenSpan right, std::uint64_t exact_cells) {
  if (cells(left, right) <= kStoredCells) return bit_parallel_script(left, right);
  const Renamed tokens = renamed(left, right);
  Solver solver(tokens.absent);
  solver.anchored(tokens.left, tokens.right, {}, 0);
  Script script{.runs = std::move(solver.runs), .approximate = true};

  const std::uint64_t points = dtl_points(left, right, script.length());
  if (points <= std::min(kMaxDtlPoints, cells(left, right) / kCellsADtlPoint)) return dtl_script(left, right);
  if (cells(left, right) <= exact_cells) return bit_parallel_script(left, right);
  if (solver.bits_a_token(tokens.left, tokens.right) < kPoorBits) {
    solver.runs.clear();
    solver.march(tokens.left, tokens.right, {});
    if (length(solver.runs) < script.length()) script.runs = std::move(solver.runs);
  }
  return script;
}

}  // namespace yiwen
