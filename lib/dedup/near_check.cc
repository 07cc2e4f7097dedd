// SPDX-License-Identifier: Apache-2.0
#include "dedup/near_check.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <tuple>
#include <utility>

#include "base/parallel.h"
#include "dedup/article_match.h"
#include "dedup/folded_shingles.h"
#include "fingerprint/similarity.h"

namespace yiwen {
namespace {

constexpr std::uint32_t kTextsAtOnce = 4096;  // that a thread takes

}  // namespace

double NearCheck::recall() const {
  std::uint64_t all = forms.all;
  std::uint64_t found = forms.found;
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
    const std::u16string_view chars = groups.chars(corpus, text);
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
      folded_shingles(groups.chars(corpus, sampled[s]), k, set);
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
      const std::u16string_view chars = groups.chars(corpus, text);
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
          const std::size_t other = groups.chars(corpus, sampled[s]).size();
          const bool by_pairs = chars.size() < kShortChars || other < kShortChars;
          if (sampled[s] == text || by_pairs != (k == 2)) continue;
          if (both < shared_for_jaccard(own_set.size(), sizes[k][s], kSentenceJaccard)) continue;
          const bool forms = near.is_form[text] != 0 && near.is_form[sampled[s]] != 0;
          NearCheck::Bucket& bucket = forms ? own.back() : own[bucket_of(std::min(chars.size(), other))];
          ++bucket.all;
          const NearPair pair{std::min(text, sampled[s]), std::max(text, sampled[s])};
          if (near.contains(pair)) ++bucket.found;
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
