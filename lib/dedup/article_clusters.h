// SPDX-License-Identifier: Apache-2.0
//
// Links -> clusters of articles that are reprints of one text.
//
// A star around an anchor, never bare connected components: the longest article comes first, each article that a link
// proposes is compared with it, and joins it where the two carry one another. What the links of a member propose is
// compared with the same anchor. So every member has an exact match with its anchor, and a chain of likenesses makes no
// cluster. Pieces and excerpts join the longer text then, but not one that holds texts which have nothing to do with
// one another: that is a digest of them.
//
// Laws: clusters depend on the articles and their order in the corpus only; no article is in two; every member but the
// anchor is linked to it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "dedup/article_corpus.h"
#include "dedup/article_links.h"
#include "dedup/article_match.h"

namespace yiwen {

struct ArticleMember {
  std::uint32_t article = 0;
  ArticleRelation relation = ArticleRelation::identical;
  double coverage = 1;  // part of the anchor that it carries
};

struct ArticleCluster {
  std::uint32_t anchor = 0;
  std::vector<ArticleMember> members;  // without the anchor, by article
};

struct ArticleClusters {
  std::vector<ArticleCluster> clusters;  // of two articles or more, by anchor
  std::uint64_t comparisons = 0;
};

// Part of both articles that a member and its anchor share at first. Range 0.2 to 0.5; shorter pieces join in the
// second round.
inline constexpr double kMutualCover = 0.3;

// Told how much of the work is done, [0, 1], from one thread at a time.
using ShareDone = std::function<void(double)>;

// REQUIRES: links are sorted, one a pair
[[nodiscard]] ArticleClusters cluster_articles(const ArticleCorpus& corpus, const SentenceStanding& standing,
                                               std::span<const ArticleLink> links, unsigned threads,
                                               const ShareDone& progress = {});

}  // namespace yiwen
