// SPDX-License-Identifier: Apache-2.0
//
// clusters.jsonl: one JSON object a line, a cluster of two articles or more, sorted by the anchor's id. The form is
// documented in docs/formats/clusters-jsonl.md.
#pragma once

#include <string>

#include "dedup/article_corpus.h"
#include "dedup/find_reprints.h"
#include "dedup/read_articles.h"

namespace yiwen {

// In clusters of up to this many articles the passages of each two of them are listed, in larger ones those of each
// with the anchor: five hundred reprints make a hundred thousand pairs.
inline constexpr std::size_t kAllPairsPassages = 16;

[[nodiscard]] std::string write_clusters(const ReadArticles& names, const ArticleCorpus& corpus,
                                         const Reprints& reprints, bool passages, unsigned threads);

}  // namespace yiwen
