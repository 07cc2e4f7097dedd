// SPDX-License-Identifier: Apache-2.0
#include "dedup/near_sentences.h"

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <mutex>
#include <new>
#include <tuple>

#include "base/parallel.h"
#include "dedup/article_match.h"
#include "dedup/bucket_sort.h"
#include "dedup/folded_shingles.h"
#include "fingerprint/similarity.h"

namespace yiwen {
namespace {

constexpr std::uint32_t kTextsAtOnce = 4096;  // that a thread takes
constexpr std::uint32_t kArticlesAtOnce = 128;

// A text of one character repeated, or of one word: its set says nothing of it. Shingles a character.
constexpr std::size_t kCharsAShingle = 4;

std::u16string_view chars_of(const ArticleCorpus& corpus, const SentenceGroups& groups, std::uint32_t text) {
  const auto [article, sentence] = groups.first(text);
  return corpus.sentence_chars(article, sentence);
}

// Compared by 2-grams with each other and with the texts of up to twice their length, which may contain one of them.
struct Lane {
  std::uint32_t k;
  std::size_t shortest;
  std::size_t longest;  // and one more
};
constexpr std::array kLanes = {Lane{2, kLeastNear, 2 * kShortChars}, Lane{3, kShortChars, SIZE_MAX}};

struct Posting {
  std::uint64_t picture = 0;  // a bit for each shingle of the set
  std::uint32_t shingle = 0;
  std::uint32_t text = 0;
  std::uint16_t size = 0;  // of the set
  std::uint16_t rank = 0;  // of the shingle in it, the rarest 0
  bool is_short = false;   // fewer than kShortChars characters
};

// How often each shingle occurs, counted in a table without keys: shingles that meet there look more common than they
// are, which changes the order of the ranks and nothing else.
class ShingleCounts {
 public:
  explicit ShingleCounts(std::size_t shingles) {
    const auto bits = static_cast<std::uint32_t>(std::bit_width(std::clamp(shingles, kLeast, kMost)) - 1);
    shift_ = 32U - bits;
    const std::size_t bytes = (std::size_t{1} << bits) * sizeof(std::uint16_t);
    void* const memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    // Each look is into another page; large ones spare the processor a walk for each. A hint, which may be refused.
    ::madvise(memory, bytes, MADV_HUGEPAGE);
    counts_ = {static_cast<std::uint16_t*>(memory), std::size_t{1} << bits};
  }
  ShingleCounts(const ShingleCounts&) = delete;
  ShingleCounts& operator=(const ShingleCounts&) = delete;
  ~ShingleCounts() { ::munmap(counts_.data(), counts_.size_bytes()); }

  void prefetch(Shingle shingle) const { __builtin_prefetch(&counts_[shingle >> shift_]); }
  void add(Shingle shingle) {
    const std::atomic_ref<std::uint16_t> count(counts_[shingle >> shift_]);
    if (count.load(std::memory_order_relaxed) < kFull) count.fetch_add(1, std::memory_order_relaxed);
  }
  // Cut where threads that add at the same moment may pass the mark.
  [[nodiscard]] std::uint32_t operator[](Shingle shingle) const {
    return std::min<std::uint32_t>(counts_[shingle >> shift_], kFull);
  }

 private:
  static constexpr std::size_t kLeast = std::size_t{1} << 16;
  static constexpr std::size_t kMost = std::size_t{1} << 28;
  static constexpr std::uint16_t kFull = 0xF000;
  std::uint32_t shift_ = 0;
  std::span<std::uint16_t> counts_;
};

// Shingles that sets of these sizes share at least where their similarity is one half: a third of both.
static_assert(kSentenceJaccard == 0.5);
constexpr std::uint32_t least_shared(std::uint32_t left, std::uint32_t right) { return (left + right + 2) / 3; }

class Join {
 public:
  Join(const ArticleCorpus& corpus, const SentenceGroups& groups, const NearOptions& options, NearSentences& out)
      : corpus_(corpus), groups_(groups), options_(options), out_(out) {}

  void run() {
    out_.is_form.assign(groups_.size(), 0);
    for (const Lane& lane : kLanes) run(lane);
    verify();
  }

 private:
  bool takes(const Lane& lane, std::u16string_view chars) const {
    return chars.size() >= lane.shortest && chars.size() < lane.longest;
  }

  void run(const Lane& lane) {
    std::size_t total = 0;
    each_sentence([&](std::uint32_t, std::u16string_view chars) {
      if (takes(lane, chars)) total += chars.size();
    });
    if (total == 0) return;
    ShingleCounts counts(total * 2);
    each_block([&](std::size_t block) {
      each_sentence(block, [&](std::uint32_t, std::u16string_view chars) {
        if (!counts_in(lane, chars)) return;
        each_folded_shingle(chars, lane.k, [&](Shingle shingle) { counts.prefetch(shingle); });
        each_folded_shingle(chars, lane.k, [&](Shingle shingle) { counts.add(shingle); });
      });
    });
    // A fifth of the characters begins a shingle that is both rare in its text and not alone in the corpus.
    const std::size_t expected = total / 5 * sizeof(Posting);
    const auto passes =
        static_cast<std::uint32_t>(std::min<std::size_t>(kSortBuckets, expected / options_.posting_bytes + 1));
    for (std::uint32_t pass = 0; pass < passes; ++pass) join(lane, counts, pass, passes);
  }

  // By 2-grams a longer text is compared with short ones only, so those alone are counted.
  static bool counts_in(const Lane& lane, std::u16string_view chars) {
    return chars.size() >= lane.shortest && (lane.k == 2) == (chars.size() < kShortChars);
  }

  template <class Body>
  void each_block(Body body) {
    parallel_for((corpus_.size() + kArticlesAtOnce - 1) / kArticlesAtOnce, options_.threads, body);
  }
  // Each distinct sentence where it stands first, in the order of the corpus: that is how the characters lie in memory.
  template <class Body>
  void each_sentence(std::size_t block, Body body) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(corpus_.size(), (block + 1) * kArticlesAtOnce));
    for (auto article = static_cast<std::uint32_t>(block * kArticlesAtOnce); article < end; ++article) {
      const auto sentences = corpus_.sentences(article);
      for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        const std::uint32_t text = sentences[s].text;
        const auto first = groups_.first(text);
        if (first.article == article && first.sentence == s) body(text, corpus_.sentence_chars(article, s));
      }
    }
  }
  template <class Body>
  void each_sentence(Body body) {
    for (std::size_t block = 0; block * kArticlesAtOnce < corpus_.size(); ++block) each_sentence(block, body);
  }

  // The rarest shingles of a sentence that stand in others too.
  class Prefix {
   public:
    Prefix(const Lane& lane, const ShingleCounts& counts) : lane_(lane), counts_(counts) {}

    void put(std::uint32_t text, std::u16string_view chars, std::uint64_t from, std::uint64_t upto,
             std::vector<Posting>& out) {
      const bool counted = counts_in(lane_, chars);
      // What stands once in the corpus is first in the order, and in no list. Without a branch on the count, which is
      // not predictable: the processor would wait for each look into the table.
      const std::uint32_t alone_below = counted && lane_.k == 3 ? 2 : 0;
      shared_.resize(chars.size());
      each_folded_shingle(chars, lane_.k, [&](Shingle shingle) { counts_.prefetch(shingle); });
      std::uint64_t picture = 0;
      std::uint32_t count = 0;
      std::uint32_t all = 0;
      each_folded_shingle(chars, lane_.k, [&](Shingle shingle) {
        picture |= std::uint64_t{1} << (shingle & 63U);
        const std::uint32_t others = counts_[shingle];
        shared_[count] = std::uint64_t{others} << 32 | shingle;
        count += others < alone_below ? 0U : 1U;
        ++all;
      });
      shared_.resize(count);
      alone_ = all - count;
      // The smallest set that may match has half the size, all of it shared. Repeated shingles make the set smaller
      // than this, so the prefix is no longer than that.
      if (alone_ >= prefix_of(all)) return;
      std::ranges::sort(shared_);
      shared_.erase(std::unique(shared_.begin(), shared_.end()), shared_.end());
      const std::uint32_t size = alone_ + static_cast<std::uint32_t>(shared_.size());
      if (size * kCharsAShingle < chars.size()) return;
      const std::uint32_t prefix = prefix_of(size);
      for (std::uint32_t rank = alone_; rank < prefix; ++rank) {
        const std::uint64_t ranked = shared_[rank - alone_];
        const auto shingle = static_cast<Shingle>(ranked);
        if (shingle < from || shingle >= upto || (!counted && ranked >> 32 == 0)) continue;
        out.push_back({picture, shingle, text, static_cast<std::uint16_t>(size), static_cast<std::uint16_t>(rank),
                       chars.size() < kShortChars});
      }
    }

   private:
    static std::uint32_t prefix_of(std::uint32_t size) { return size - (size + 1) / 2 + 1; }

    const Lane& lane_;
    const ShingleCounts& counts_;
    std::uint32_t alone_ = 0;
    std::vector<std::uint64_t> shared_;  // count and shingle
  };

  void join(const Lane& lane, const ShingleCounts& counts, std::uint32_t pass, std::uint32_t passes) {
    const std::uint64_t from = (std::uint64_t{1} << 32) * pass / passes;
    const std::uint64_t upto = (std::uint64_t{1} << 32) * (pass + 1) / passes;
    std::vector<std::vector<Posting>> pieces((corpus_.size() + kArticlesAtOnce - 1) / kArticlesAtOnce);
    each_block([&](std::size_t block) {
      Prefix prefix(lane, counts);
      each_sentence(block, [&](std::uint32_t text, std::u16string_view chars) {
        if (takes(lane, chars)) prefix.put(text, chars, from, upto, pieces[block]);
      });
    });
    const std::vector<Posting> postings = sorted_in_buckets(
        std::move(pieces),
        [&](const Posting& posting) {
          return static_cast<std::size_t>((posting.shingle - from) * kSortBuckets / (upto - from));
        },
        [](const Posting& a, const Posting& b) {
          const auto first = [](const Posting& p) { return std::uint64_t{p.shingle} << 16 | p.size; };
          return first(a) != first(b) ? first(a) < first(b) : a.text < b.text;
        },
        options_.threads);
    out_.postings += postings.size();
    join_lists(lane, postings);
  }

  void join_lists(const Lane& lane, std::span<const Posting> postings) {
    // Pieces of about the same length, cut between lists.
    constexpr std::size_t kPiece = 1U << 14;
    std::vector<std::size_t> cuts{0};
    while (cuts.back() < postings.size()) {
      std::size_t cut = std::min(cuts.back() + kPiece, postings.size());
      while (cut < postings.size() && postings[cut].shingle == postings[cut - 1].shingle) ++cut;
      cuts.push_back(cut);
    }
    std::mutex putting;
    parallel_for(cuts.size() - 1, options_.threads, [&](std::size_t piece) {
      Found found;
      for (std::size_t begin = cuts[piece]; begin < cuts[piece + 1];) {
        std::size_t end = begin + 1;
        while (end < cuts[piece + 1] && postings[end].shingle == postings[begin].shingle) ++end;
        if (end - begin > 1) join_list(lane, postings.subspan(begin, end - begin), found);
        begin = end;
      }
      std::ranges::sort(found.pairs);
      found.pairs.erase(std::unique(found.pairs.begin(), found.pairs.end()), found.pairs.end());
      const std::lock_guard lock(putting);
      out_.pairs.insert(out_.pairs.end(), found.pairs.begin(), found.pairs.end());
      out_.crowded_lists += found.crowded_lists;
      out_.skipped_pairs += found.skipped_pairs;
      for (const std::uint32_t text : found.forms) out_.is_form[text] = 1;
    });
  }

  struct Found {
    std::vector<NearPair> pairs;
    std::uint64_t crowded_lists = 0;
    std::uint64_t skipped_pairs = 0;
    std::vector<std::uint32_t> forms;
  };

  // REQUIRES: list is by size
  static void join_list(const Lane& lane, std::span<const Posting> list, Found& found) {
    if (list.size() > kCrowdedList) {
      ++found.crowded_lists;
      found.skipped_pairs += list.size() * (list.size() - 1) / 2;
      for (const Posting& posting : list) found.forms.push_back(posting.text);
      return;
    }
    for (std::size_t i = 0; i + 1 < list.size(); ++i) {
      const Posting& left = list[i];
      for (std::size_t j = i + 1; j < list.size(); ++j) {
        const Posting& right = list[j];
        if (right.size > 2 * left.size) break;
        if (lane.k == 2 && !left.is_short && !right.is_short) continue;  // compared by 3-grams
        const std::uint32_t least = least_shared(left.size, right.size);
        // What stands before the shingle in the order of rarity may be shared in another list, and is found there.
        if (left.rank + least > left.size || right.rank + least > right.size) continue;
        const auto differ = static_cast<std::uint32_t>(std::popcount(left.picture ^ right.picture));
        if (left.size + right.size < differ + 2 * least) continue;
        found.pairs.emplace_back(std::min(left.text, right.text), std::max(left.text, right.text));
      }
    }
  }

  void verify() {
    auto& pairs = out_.pairs;
    std::erase_if(
        pairs, [&](const NearPair& pair) { return out_.is_form[pair.first] != 0 && out_.is_form[pair.second] != 0; });
    sort_in_buckets(
        pairs, [&](const NearPair& pair) { return std::size_t{pair.first} * kSortBuckets / groups_.size(); },
        std::less<>(), options_.threads);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    out_.candidates = pairs.size();
    std::vector<std::uint8_t> holds(pairs.size());
    constexpr std::size_t kPairsAtOnce = 4096;
    parallel_for((pairs.size() + kPairsAtOnce - 1) / kPairsAtOnce, options_.threads, [&](std::size_t block) {
      // The sets of the left side are used again while it stays the same.
      std::array<ShingleSet, 4> left;
      std::array<bool, 4> made{};
      std::uint32_t of = UINT32_MAX;
      ShingleSet right;
      for (std::size_t p = block * kPairsAtOnce; p < std::min(pairs.size(), (block + 1) * kPairsAtOnce); ++p) {
        const auto [a, b] = pairs[p];
        const std::u16string_view left_chars = chars_of(corpus_, groups_, a);
        const std::u16string_view right_chars = chars_of(corpus_, groups_, b);
        const std::uint32_t k = left_chars.size() < kShortChars || right_chars.size() < kShortChars ? 2 : 3;
        if (of != a) of = a, made = {};
        if (!made[k]) folded_shingles(left_chars, k, left[k]), made[k] = true;
        folded_shingles(right_chars, k, right);
        const auto least = shared_for_jaccard(left[k].size(), right.size(), kSentenceJaccard);
        holds[p] = shared_shingles_at_least(left[k], right, least).has_value();
      }
    });
    std::size_t kept = 0;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      if (holds[p] != 0) pairs[kept++] = pairs[p];
    }
    pairs.resize(kept);
    pairs.shrink_to_fit();
  }

  const ArticleCorpus& corpus_;
  const SentenceGroups& groups_;
  const NearOptions& options_;
  NearSentences& out_;
};

}  // namespace

NearSentences find_near_sentences(const ArticleCorpus& corpus, const SentenceGroups& groups,
                                  const NearOptions& options) {
  NearSentences found;
  Join(corpus, groups, options, found).run();
  return found;
}

void link_near_sentences(const ArticleCorpus& corpus, const SentenceGroups& groups, const NearSentences& near,
                         std::vector<ArticleLink>& links) {
  constexpr std::size_t kOfEach = 8;  // articles of each of the two sentences: as many pairs as kCommonArticles gives
  for (const auto& [a, b] : near.pairs) {
    if (same_template(chars_of(corpus, groups, a), chars_of(corpus, groups, b))) continue;
    const auto left = groups.articles(a);
    const auto right = groups.articles(b);
    const auto chars =
        static_cast<std::uint32_t>(std::min(chars_of(corpus, groups, a).size(), chars_of(corpus, groups, b).size()));
    const std::size_t many = std::max<std::size_t>({left.size(), right.size(), kCommonArticles});
    const auto rare = static_cast<std::uint32_t>(std::size_t{chars} * kRareUnits * kCommonArticles / many);
    for (const std::uint32_t l : left.first(std::min(left.size(), kOfEach))) {
      for (const std::uint32_t r : right.first(std::min(right.size(), kOfEach))) {
        if (l != r) links.push_back({std::min(l, r), std::max(l, r), chars, rare});
      }
    }
  }
}

double NearCheck::recall() const {
  std::uint64_t all = 0;
  std::uint64_t found = 0;
  for (const Bucket& bucket : by_length) all += bucket.all, found += bucket.found;
  return all == 0 ? 1.0 : static_cast<double>(found) / static_cast<double>(all);
}

NearCheck check_near_sentences(const ArticleCorpus& corpus, const SentenceGroups& groups, const NearSentences& near,
                               std::uint32_t sample, unsigned threads) {
  NearCheck check;
  for (const std::uint32_t from : {kLeastNear, 12U, 16U, 20U, 30U, 40U, 60U, 100U})
    check.by_length.push_back({from, 0, 0});
  const auto bucket_of = [&](std::size_t chars) {
    const auto above = std::ranges::upper_bound(check.by_length, chars, {}, &NearCheck::Bucket::chars_from);
    return static_cast<std::size_t>(above - check.by_length.begin()) - 1;
  };
  // In the order of the ids of their articles; a stride through them takes some of each part of the corpus.
  std::vector<std::uint32_t> sampled;
  const std::uint32_t stride = std::max<std::uint32_t>(1, groups.size() / std::max<std::uint32_t>(1, sample));
  for (std::uint32_t text = 0; text < groups.size() && sampled.size() < sample; text += stride) {
    const std::u16string_view chars = chars_of(corpus, groups, text);
    ShingleSet set;
    folded_shingles(chars, 2, set);
    if (chars.size() >= kLeastNear && set.size() * kCharsAShingle >= chars.size()) sampled.push_back(text);
  }
  check.sampled = static_cast<std::uint32_t>(sampled.size());

  // The sampled sets, turned round: which of them hold a shingle. One table for each k.
  struct Held {
    Shingle shingle;
    std::uint32_t sample;
  };
  std::array<std::vector<Held>, 4> held;
  std::array<std::vector<std::uint32_t>, 4> sizes;
  std::array<std::vector<bool>, 4> known;  // a first look that most shingles do not survive
  ShingleSet set;
  for (const std::uint32_t k : {2U, 3U}) {
    known[k].resize(std::size_t{1} << 24);
    for (std::uint32_t s = 0; s < sampled.size(); ++s) {
      folded_shingles(chars_of(corpus, groups, sampled[s]), k, set);
      sizes[k].push_back(static_cast<std::uint32_t>(set.size()));
      for (const Shingle shingle : set) held[k].push_back({shingle, s}), known[k][shingle >> 8] = true;
    }
    std::ranges::sort(held[k], {}, [](const Held& h) { return std::tuple(h.shingle, h.sample); });
  }
  std::mutex adding;
  parallel_for((groups.size() + kTextsAtOnce - 1) / kTextsAtOnce, threads, [&](std::size_t block) {
    std::vector<NearCheck::Bucket> own(check.by_length.size() + 1);  // the last for forms
    std::vector<std::uint32_t> shared(sampled.size());
    std::vector<std::uint32_t> met;
    ShingleSet own_set;
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(groups.size(), (block + 1) * kTextsAtOnce));
    for (auto text = static_cast<std::uint32_t>(block * kTextsAtOnce); text < end; ++text) {
      const std::u16string_view chars = chars_of(corpus, groups, text);
      if (chars.size() < kLeastNear) continue;
      for (const std::uint32_t k : {2U, 3U}) {
        folded_shingles(chars, k, own_set);
        if (own_set.size() * kCharsAShingle < chars.size()) continue;
        met.clear();
        for (const Shingle shingle : own_set) {
          if (!known[k][shingle >> 8]) continue;
          auto at = std::ranges::lower_bound(held[k], shingle, {}, &Held::shingle);
          for (; at != held[k].end() && at->shingle == shingle; ++at) {
            if (shared[at->sample]++ == 0) met.push_back(at->sample);
          }
        }
        for (const std::uint32_t s : met) {
          const std::uint32_t both = std::exchange(shared[s], 0);
          const std::size_t other = chars_of(corpus, groups, sampled[s]).size();
          const bool by_pairs = chars.size() < kShortChars || other < kShortChars;
          if (sampled[s] == text || by_pairs != (k == 2)) continue;
          if (both < shared_for_jaccard(own_set.size(), sizes[k][s], kSentenceJaccard)) continue;
          const bool forms = near.is_form[text] != 0 && near.is_form[sampled[s]] != 0;
          NearCheck::Bucket& bucket = forms ? own.back() : own[bucket_of(std::min(chars.size(), other))];
          ++bucket.all;
          const NearPair pair{std::min(text, sampled[s]), std::max(text, sampled[s])};
          if (std::ranges::binary_search(near.pairs, pair)) ++bucket.found;
        }
      }
    }
    const std::lock_guard lock(adding);
    check.forms.all += own.back().all;
    check.forms.found += own.back().found;
    for (std::size_t b = 0; b < check.by_length.size(); ++b) {
      check.by_length[b].all += own[b].all;
      check.by_length[b].found += own[b].found;
    }
  });
  return check;
}

}  // namespace yiwen
