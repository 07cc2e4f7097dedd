// SPDX-License-Identifier: Apache-2.0
//
// Equal texts are grouped by sorting; one of each group is searched for.
//
// Lane jaccard, exact (Bayardo, Ma and Srikant 2007): of two sets with J >= t the smaller shares one of its rarest
// |x| - ceil(2t / (1 + t) |x|) + 1 shingles with the rarest |y| - ceil(t |y|) + 1 of the larger. So each set is entered
// in the lists of a third of its shingles and looked up in those of half of them, and sets too small for t are skipped.
// Lane jaccard, MinHash: sets that agree in a whole band of their signatures.
// Lane containment: all of the larger sets are in the lists, the smaller is looked up by its rarest
// |x| - ceil(c |x|) + 1 shingles.
//
// 2-grams and 3-grams are two separate worlds: pairs in which one text is short are sought among the former, all
// others among the latter.
#include "index/candidates.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>

#include "fingerprint/signature.h"
#include "fingerprint/similarity.h"
#include "index/ranked_sets.h"

namespace yiwen {
namespace {

// A list that stays too long after splitting is joined to so many of its largest members.
constexpr std::size_t kHubs = 4;
// A list that is too long is split by each of so many minima in turn: a pair of J = 0.5 stays together in one of them
// with a probability of 1 - 0.5^8 = 0.996.
constexpr std::size_t kSplits = 8;
// The buckets of bands are split by fewer: a similar pair meets in several bands.
constexpr std::size_t kBandSplits = 2;
// The self-check stops after so many entries of lists, about half a second.
constexpr std::uint64_t kSelfCheckSteps = 100'000'000;

// The texts of one world in content order: by size of set, then by hash of the text.
struct World {
  std::vector<std::uint32_t> ids;  // of the texts as they came
  std::vector<ShingleView> sets;
  std::vector<bool> is_short;
  bool needs_short = false;  // only pairs with a short text belong to this world
};

// A set as 128 bits, one for each shingle, several on the same bit. A bit that the other set lacks is a shingle that it
// lacks: nine of ten unrelated sets are told apart so, without a look at the sets themselves.
struct Sketch {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  explicit Sketch(ShingleView set) {
    for (const Shingle shingle : set) {
      const std::uint32_t bit = shingle >> (32 - 7);
      (bit < 64 ? low : high) |= std::uint64_t{1} << (bit % 64);
    }
  }
  // At least so many shingles of this set are not in the other.
  [[nodiscard]] std::uint32_t missing_in(const Sketch& other) const {
    return static_cast<std::uint32_t>(std::popcount(low & ~other.low) + std::popcount(high & ~other.high));
  }
};

class Search {
 public:
  Search(const World& world, const CandidateOptions& options, Candidates& out)
      : world_(world),
        options_(options),
        out_(out),
        ranked_(world.sets),
        seen_(world.sets.size(), 0),
        last_hub_(world.sets.size(), 0) {
    sketches_.reserve(world.sets.size());
    for (const ShingleView set : world.sets) sketches_.emplace_back(set);
    for (std::uint32_t text = 0; text < world.sets.size(); ++text) {
      if (world.is_short[text]) largest_short_ = std::max(largest_short_, size(text));
    }
  }

  void exact_jaccard();
  void minhash_jaccard();
  void self_check();
  void containment();

 private:
  using Texts = std::span<const std::uint32_t>;

  [[nodiscard]] std::size_t size(std::uint32_t text) const { return world_.sets[text].size(); }
  [[nodiscard]] bool belongs(std::uint32_t a, std::uint32_t b) const {
    return !world_.needs_short || world_.is_short[a] || world_.is_short[b];
  }
  // True the first time in a round that `text` is asked for.
  [[nodiscard]] bool first_seen(std::uint32_t text) {
    if (seen_[text] == round_) return false;
    seen_[text] = round_;
    return true;
  }
  [[nodiscard]] bool shares(std::uint32_t a, std::uint32_t b, std::uint32_t wanted) {
    ++out_.counts.compared;
    if (sketches_[a].missing_in(sketches_[b]) + wanted > size(a)) return false;
    if (sketches_[b].missing_in(sketches_[a]) + wanted > size(b)) return false;
    return shared_shingles_at_least(ranked_.ranks_of(a), ranked_.ranks_of(b), wanted).has_value();
  }
  void compare_jaccard(std::uint32_t a, std::uint32_t b) {
    if (belongs(a, b) && shares(a, b, shared_for_jaccard(size(a), size(b), options_.min_jaccard))) {
      propose(a, b, Lane::jaccard);
    }
  }
  void propose(std::uint32_t a, std::uint32_t b, Lane lane) {
    const auto [left, right] = std::minmax(world_.ids[a], world_.ids[b]);
    out_.pairs.push_back({left, right, lane});
  }
  // The texts that may be on a side of lane jaccard in this world.
  [[nodiscard]] std::uint32_t jaccard_texts() const;
  void compare_all(Texts texts);
  void compare_with_hubs(Texts texts);
  void compare_long_list(Texts texts, std::size_t splits);

  const World& world_;
  const CandidateOptions& options_;
  Candidates& out_;
  RankedSets ranked_;
  std::vector<Sketch> sketches_;
  std::vector<std::uint32_t> seen_;
  std::vector<std::uint32_t> last_hub_;  // one more than the largest hub that the text was joined to; 0 for none
  std::uint32_t round_ = 0;
  std::size_t largest_short_ = 0;  // size of the largest set of a short text
};

std::uint32_t Search::jaccard_texts() const {
  const auto all = static_cast<std::uint32_t>(world_.sets.size());
  if (!world_.needs_short) return all;
  std::uint32_t end = all;
  while (end > 0 &&
         static_cast<double>(size(end - 1)) * options_.min_jaccard > static_cast<double>(largest_short_) + 0.5)
    --end;
  return end;
}

void Search::compare_all(Texts texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = i + 1; j < texts.size(); ++j) compare_jaccard(texts[i], texts[j]);
  }
}

void Search::compare_with_hubs(Texts texts) {
  const std::size_t others = texts.size() - std::min(kHubs, texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    // The lists of one template have nearly the same members: what is joined to these hubs already is passed over.
    std::uint32_t& last_hub = last_hub_[texts[i]];
    if (i < others && last_hub == texts.back() + 1) continue;
    last_hub = texts.back() + 1;
    for (std::size_t hub = std::max(others, i + 1); hub < texts.size(); ++hub) compare_jaccard(texts[i], texts[hub]);
  }
  out_.counts.skipped_pairs += std::uint64_t{others} * (others - std::min<std::size_t>(others, 1)) / 2;
}

void Search::compare_long_list(Texts texts, std::size_t splits) {
  ++out_.counts.capped_lists;
  std::vector<Signature> signatures;
  signatures.reserve(texts.size());
  for (const std::uint32_t text : texts) signatures.push_back(signature(world_.sets[text]));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order(texts.size());
  std::vector<std::uint32_t> bucket;
  for (std::size_t split = 0; split < splits; ++split) {
    // From the end: bands begin at the front, and a list that came from a band agrees in its minima.
    const std::size_t row = kSignatureSize - 1 - split;
    for (std::size_t i = 0; i < texts.size(); ++i) order[i] = {signatures[i][row], texts[i]};
    std::ranges::sort(order);
    for (std::size_t begin = 0; begin < order.size();) {
      bucket.clear();
      std::size_t end = begin;
      while (end < order.size() && order[end].first == order[begin].first) bucket.push_back(order[end++].second);
      begin = end;
      if (bucket.size() <= options_.bucket_cap) {
        compare_all(bucket);
      } else {
        compare_with_hubs(bucket);
      }
    }
  }
}

void Search::exact_jaccard() {
  const double t = options_.min_jaccard;
  const std::uint32_t texts = jaccard_texts();
  const auto entered = [&](std::uint32_t text) {
    return size(text) - shared_for_jaccard(size(text), size(text), t) + 1;
  };
  const auto looked_up = [&](std::uint32_t text) {
    return std::min(size(text), size(text) - shared_for_containment(size(text), t) + 1);
  };

  std::vector<std::uint32_t> begin(ranked_.ranks() + std::size_t{1}, 0);
  for (std::uint32_t text = 0; text < texts; ++text) {
    for (const std::uint32_t rank : ranked_.ranks_of(text).first(entered(text))) ++begin[rank + 1];
  }
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<std::uint32_t> lists(begin.back());
  std::vector<std::uint32_t> end(begin.begin(), begin.end() - 1);
  std::vector<std::uint32_t> large_enough = end;
  const auto is_long = [&](std::uint32_t rank) { return begin[rank + 1] - begin[rank] > options_.bucket_cap; };

  for (std::uint32_t text = 0; text < texts; ++text) {
    ++round_;
    const auto ranks = ranked_.ranks_of(text);
    const double smallest = t * static_cast<double>(size(text)) - 0.5;
    for (const std::uint32_t rank : ranks.first(looked_up(text))) {
      if (is_long(rank)) continue;
      std::uint32_t& from = large_enough[rank];
      while (from < end[rank] && static_cast<double>(size(lists[from])) < smallest) ++from;
      for (std::uint32_t at = from; at < end[rank]; ++at) {
        if (first_seen(lists[at])) compare_jaccard(lists[at], text);
      }
    }
    for (const std::uint32_t rank : ranks.first(entered(text))) lists[end[rank]++] = text;
  }

  for (std::uint32_t rank = 0; rank < ranked_.ranks(); ++rank) {
    if (is_long(rank)) compare_long_list(std::span(lists).subspan(begin[rank], begin[rank + 1] - begin[rank]), kSplits);
  }
}

void Search::minhash_jaccard() {
  const BandShape shape = options_.shape;
  assert(std::size_t{shape.bands} * shape.rows <= kSignatureSize);
  const std::uint32_t texts = jaccard_texts();
  std::vector<std::uint64_t> keys(std::size_t{texts} * shape.bands);
  for (std::uint32_t text = 0; text < texts; ++text) {
    const Signature minima = signature(world_.sets[text]);
    for (std::uint32_t band = 0; band < shape.bands; ++band) {
      std::uint64_t key = band;
      for (std::uint32_t row = 0; row < shape.rows; ++row) {
        key = (key ^ minima[band * shape.rows + row]) * 0x9E3779B97F4A7C15U;
        key ^= key >> 32;
      }
      keys[std::size_t{text} * shape.bands + band] = key;
    }
  }
  const auto key_of = [&](std::uint32_t text, std::uint32_t band) -> std::uint64_t& {
    return keys[std::size_t{text} * shape.bands + band];
  };
  const auto met_before = [&](std::uint32_t a, std::uint32_t b, std::uint32_t band) {
    for (std::uint32_t earlier = 0; earlier < band; ++earlier) {
      if (key_of(a, earlier) == key_of(b, earlier)) return true;
    }
    return false;
  };

  std::vector<std::pair<std::uint64_t, std::uint32_t>> order(texts);
  std::vector<std::uint32_t> bucket;
  for (std::uint32_t band = 0; band < shape.bands; ++band) {
    for (std::uint32_t text = 0; text < texts; ++text) order[text] = {key_of(text, band), text};
    std::ranges::sort(order);
    for (std::size_t begin = 0; begin < order.size();) {
      bucket.clear();
      std::size_t end = begin;
      while (end < order.size() && order[end].first == order[begin].first) bucket.push_back(order[end++].second);
      begin = end;
      if (bucket.size() > options_.bucket_cap) {
        compare_long_list(bucket, kBandSplits);
        // These pairs were not all compared: a later band must not think so.
        for (const std::uint32_t text : bucket) key_of(text, band) = text;
        continue;
      }
      for (std::size_t i = 0; i < bucket.size(); ++i) {
        for (std::size_t j = i + 1; j < bucket.size(); ++j) {
          if (!met_before(bucket[i], bucket[j], band)) compare_jaccard(bucket[i], bucket[j]);
        }
      }
    }
  }
}

void Search::containment() {
  const auto texts = static_cast<std::uint32_t>(world_.sets.size());
  for (std::uint32_t text = 0; text < texts; ++text) {
    if (size(text) < options_.min_contained_shingles) continue;
    if (world_.needs_short && size(text) > largest_short_) break;
    const std::uint32_t wanted = shared_for_containment(size(text), options_.min_containment);
    ++round_;
    for (const std::uint32_t rank : ranked_.ranks_of(text).first(size(text) - wanted + 1)) {
      Texts list = ranked_.sets_with(rank);
      list = list.subspan(static_cast<std::size_t>(std::ranges::upper_bound(list, text) - list.begin()));
      if (list.size() > options_.bucket_cap) {
        ++out_.counts.capped_lists;
        out_.counts.skipped_pairs += list.size() - kHubs;
        list = list.last(kHubs);
      }
      for (const std::uint32_t larger : list) {
        if (first_seen(larger) && belongs(text, larger) && shares(text, larger, wanted)) {
          propose(text, larger, Lane::containment);
        }
      }
    }
  }
}

// Searches the exact neighbours of a sample in the lists of all texts, and counts those that the bands joined.
void Search::self_check() {
  const std::uint32_t texts = jaccard_texts();
  if (texts == 0) return;
  const auto proposed = [&](std::uint32_t a, std::uint32_t b) {
    const auto [left, right] = std::minmax(world_.ids[a], world_.ids[b]);
    return std::ranges::binary_search(out_.pairs, CandidatePair{left, right, Lane::jaccard});
  };
  std::ranges::sort(out_.pairs);
  const std::uint64_t compared_before = out_.counts.compared;
  std::uint64_t steps = 0;
  const std::uint32_t stride = std::max(1U, texts / std::max(1U, options_.self_check_texts));
  for (std::uint32_t text = 0; text < texts && steps < kSelfCheckSteps; text += stride) {
    ++round_;
    std::uint64_t expected = 0;
    std::uint64_t found = 0;
    const std::uint32_t prefix = shared_for_containment(size(text), options_.min_jaccard);
    for (const std::uint32_t rank : ranked_.ranks_of(text).first(size(text) - prefix + 1)) {
      for (const std::uint32_t other : ranked_.sets_with(rank)) {
        if (++steps; expected > options_.bucket_cap) break;
        if (other == text || !first_seen(other) || !belongs(text, other)) continue;
        if (!shares(text, other, shared_for_jaccard(size(text), size(other), options_.min_jaccard))) continue;
        ++expected;
        if (proposed(text, other)) ++found;
      }
      if (expected > options_.bucket_cap) break;
    }
    // The neighbours of a template are left out on purpose, and counted as skipped.
    if (expected > options_.bucket_cap) continue;
    out_.counts.check_expected += expected;
    out_.counts.check_found += found;
  }
  out_.counts.compared = compared_before;
}

// One of each group of equal texts, the first as they came; the others are joined to it.
std::vector<std::uint32_t> group_equal(std::span<const Fingerprint> texts, Candidates& out) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t id = 0; id < texts.size(); ++id) {
    if (!texts[id].empty()) order.push_back(id);
  }
  const auto content = [&](std::uint32_t id) { return std::pair(texts[id].text_hash, texts[id].chars); };
  std::ranges::stable_sort(order, {}, content);
  std::vector<std::uint32_t> distinct;
  for (const std::uint32_t id : order) {
    if (!distinct.empty() && content(distinct.back()) == content(id)) {
      out.pairs.push_back({distinct.back(), id, Lane::equal});
    } else {
      distinct.push_back(id);
    }
  }
  return distinct;
}

World make_world(std::span<const Fingerprint> texts, std::vector<std::uint32_t> ids, bool by_bigrams) {
  const auto set_of = [&](std::uint32_t id) -> const ShingleSet& {
    return by_bigrams ? texts[id].bigrams : texts[id].trigrams;
  };
  if (!by_bigrams) std::erase_if(ids, [&](std::uint32_t id) { return texts[id].is_short(); });
  std::ranges::sort(ids, {}, [&](std::uint32_t id) { return std::pair(set_of(id).size(), texts[id].text_hash); });
  World world{.ids = std::move(ids), .sets = {}, .is_short = {}, .needs_short = by_bigrams};
  for (const std::uint32_t id : world.ids) {
    world.sets.emplace_back(set_of(id));
    world.is_short.push_back(texts[id].is_short());
  }
  return world;
}

}  // namespace

Candidates find_candidates(std::span<const Fingerprint> texts, const CandidateOptions& options) {
  Candidates out;
  const std::vector<std::uint32_t> distinct = group_equal(texts, out);
  out.counts.texts = static_cast<std::uint32_t>(texts.size());
  out.counts.empty = static_cast<std::uint32_t>(std::ranges::count_if(texts, &Fingerprint::empty));
  out.counts.distinct = static_cast<std::uint32_t>(distinct.size());
  out.counts.method = options.method != JaccardMethod::automatic ? options.method
                      : distinct.size() <= options.exact_texts   ? JaccardMethod::exact
                                                                 : JaccardMethod::minhash;
  for (const bool by_bigrams : {false, true}) {
    const World world = make_world(texts, distinct, by_bigrams);
    Search search(world, options, out);
    if (out.counts.method == JaccardMethod::exact) {
      search.exact_jaccard();
    } else {
      search.minhash_jaccard();
      if (options.self_check_texts > 0) search.self_check();
    }
    search.containment();
  }
  // A pair that several lanes proposed keeps the first.
  std::ranges::sort(out.pairs);
  out.pairs.erase(std::unique(out.pairs.begin(), out.pairs.end(),
                              [](const CandidatePair& a, const CandidatePair& b) {
                                return a.left == b.left && a.right == b.right;
                              }),
                  out.pairs.end());
  for (const CandidatePair& pair : out.pairs) {
    ++(pair.lane == Lane::equal     ? out.counts.equal_pairs
       : pair.lane == Lane::jaccard ? out.counts.jaccard_pairs
                                    : out.counts.containment_pairs);
  }
  return out;
}

}  // namespace yiwen
