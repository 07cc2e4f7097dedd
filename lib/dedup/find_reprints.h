// SPDX-License-Identifier: Apache-2.0
//
// A corpus -> clusters of reprints: the order of the lanes, and what each was told by those before it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dedup/article_clusters.h"
#include "dedup/article_corpus.h"
#include "dedup/article_match.h"
#include "dedup/sentence_groups.h"
#include "dedup/stage_clock.h"

namespace yiwen {

struct Reprints {
  std::vector<ArticleCluster> clusters;  // of two articles or more, by anchor
  std::unique_ptr<SentenceGroups> groups;
  std::unique_ptr<SentenceStanding> standing;
  std::vector<std::string> limits;  // budgets that were met, and what they left out
};

// `clock` is told of each stage.
[[nodiscard]] Reprints find_reprints(ArticleCorpus& corpus, unsigned threads, StageClock& clock);

}  // namespace yiwen
