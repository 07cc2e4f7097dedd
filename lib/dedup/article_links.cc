// SPDX-License-Identifier: Apache-2.0
#include "dedup/article_links.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/parallel.h"
#include "dedup/bucket_sort.h"
#include "dedup/near_sentences.h"

namespace yiwen {
namespace {

// Each article of a common sentence is proposed to this many that follow it in each of the orders below.
constexpr std::size_t kNeighbours = 3;
constexpr std::size_t kOrders = 2;

// Two minima over the sentences of an article: articles that share most sentences agree in one or both, so that in an
// order by them they are neighbours.
using Sketch = std::array<std::uint32_t, kOrders>;

std::vector<Sketch> sketches(const ArticleCorpus& corpus) {
  std::vector<Sketch> all(corpus.size());
  for (std::uint32_t article = 0; article < corpus.size(); ++article) {
    Sketch least{0xFFFFFFFF, 0xFFFFFFFF};
    for (const StoredSentence& sentence : corpus.sentences(article)) {
      std::uint64_t x = (sentence.text + 1) * 0x9E3779B97F4A7C15U;
      x = (x ^ x >> 31) * 0xBF58476D1CE4E5B9U;
      least[0] = std::min(least[0], static_cast<std::uint32_t>(x));
      least[1] = std::min(least[1], static_cast<std::uint32_t>(x >> 32));
    }
    all[article] = least;
  }
  return all;
}

}  // namespace

void link_equal_sentences(const ArticleCorpus& corpus, const SentenceGroups& groups, const SentenceStanding& standing,
                          std::vector<ArticleLink>& links) {
  std::vector<Sketch> sketch;  // made when the first common sentence is met
  std::vector<std::uint32_t> order;
  for (std::uint32_t text = 0; text < groups.size(); ++text) {
    const auto articles = groups.articles(text);
    if (articles.size() < 2 || standing.is_boilerplate(text)) continue;
    const auto [article, sentence] = groups.first(text);
    const auto chars = static_cast<std::uint32_t>(corpus.sentence_chars(article, sentence).size());
    if (chars < kLeastSentence) continue;
    if (articles.size() <= kCommonArticles) {
      for (std::size_t i = 0; i < articles.size(); ++i) {
        for (std::size_t j = i + 1; j < articles.size(); ++j)
          links.push_back({articles[i], articles[j], chars, chars * kRareUnits});
      }
      continue;
    }
    if (sketch.empty()) sketch = sketches(corpus);
    const auto rare = static_cast<std::uint32_t>(std::size_t{chars} * kRareUnits * kCommonArticles / articles.size());
    order.assign(articles.begin(), articles.end());
    for (std::size_t which = 0; which < kOrders; ++which) {
      std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(sketch[a][which], a) < std::tie(sketch[b][which], b);
      });
      for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t j = i + 1; j < std::min(i + 1 + kNeighbours, order.size()); ++j) {
          links.push_back({std::min(order[i], order[j]), std::max(order[i], order[j]), chars, rare});
        }
      }
    }
  }
}

void link_near_sentences(const SentenceGroups& groups, const NearSentences& near, unsigned threads,
                         std::vector<ArticleLink>& links) {
  constexpr std::size_t kOfEach = 8;  // articles of each of the two sentences: as many pairs as kCommonArticles gives
  // A sentence that is like many others says as little as one that stands in many articles.
  std::vector<std::uint32_t> like(groups.size());
  for (const auto& [a, b] : near.pairs) ++like[a], ++like[b];
  near.forms.count_others(like);
  constexpr std::size_t kPairsAtOnce = std::size_t{1} << 16;
  std::vector<std::vector<ArticleLink>> pieces((near.pairs.size() + kPairsAtOnce - 1) / kPairsAtOnce);
  parallel_for(pieces.size(), threads, [&](std::size_t piece) {
    const std::size_t begin = piece * kPairsAtOnce;
    const std::size_t end = std::min(near.pairs.size(), begin + kPairsAtOnce);
    for (std::size_t pair = begin; pair < end; ++pair) {
      const auto [a, b] = near.pairs[pair];
      const std::uint32_t chars = near.chars[pair];
      if (chars == 0 || (near.is_form[a] != 0 && near.is_form[b] != 0)) continue;
      const auto left = groups.articles(a);
      const auto right = groups.articles(b);
      const std::size_t many = std::max<std::size_t>({left.size(), right.size(), like[a], like[b], kCommonArticles});
      const auto rare = static_cast<std::uint32_t>(std::size_t{chars} * kRareUnits * kCommonArticles / many);
      for (const std::uint32_t l : left.first(std::min(left.size(), kOfEach))) {
        for (const std::uint32_t r : right.first(std::min(right.size(), kOfEach))) {
          if (l != r) pieces[piece].push_back({std::min(l, r), std::max(l, r), chars, rare});
        }
      }
    }
  });
  for (const auto& piece : pieces) links.insert(links.end(), piece.begin(), piece.end());
}

void merge_links(const ArticleCorpus& corpus, std::vector<ArticleLink>& links, unsigned threads) {
  sort_in_buckets(
      links, [&](const ArticleLink& link) { return pair_sort_key(link.left, link.right, corpus.size()); },
      [](const ArticleLink& a, const ArticleLink& b) {
        return std::tie(a.left, a.right, a.shared, a.rare) < std::tie(b.left, b.right, b.shared, b.rare);
      },
      threads);
  const auto length = [&](std::uint32_t article) { return static_cast<double>(corpus.chars(article).size()); };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < links.size();) {
    ArticleLink sum = links[i++];
    for (; i < links.size() && links[i].left == sum.left && links[i].right == sum.right; ++i) {
      sum.shared += links[i].shared;
      sum.rare += links[i].rare;
    }
    const double shorter = std::min(length(sum.left), length(sum.right));
    const double rare = static_cast<double>(sum.rare) / kRareUnits;
    if (rare >= std::min<double>(kLeastRare, kLeastRarePart * shorter) || sum.shared >= kLeastPart * shorter) {
      links[kept++] = sum;
    }
  }
  links.resize(kept);
}

}  // namespace yiwen
