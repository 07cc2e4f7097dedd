// SPDX-License-Identifier: Apache-2.0
//
// A corpus -> clusters of reprints: the order of the lanes, and what each was told by those before it.
#pragma once

#include <cstdint>

#include "dedup/article_clusters.h"
#include "dedup/article_corpus.h"

namespace yiwen {

struct Reprints {
  std::vector<ArticleCluster> clusters;  // of two articles or more, by anchor
};

[[nodiscard]] Reprints find_reprints(ArticleCorpus& corpus, unsigned threads);

}  // namespace yiwen
