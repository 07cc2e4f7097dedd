// SPDX-License-Identifier: Apache-2.0
//
// A batch without its reprints: of each cluster one article, and all that are in none, in the order of the inputs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dedup/article_clusters.h"
#include "dedup/dedup.h"
#include "dedup/read_articles.h"

namespace yiwen {

// Which articles stay. REQUIRES: keep is not Keep::clusters
[[nodiscard]] std::vector<bool> kept_articles(const ReadArticles& names, const ArticleCorpus& corpus,
                                              const std::vector<ArticleCluster>& clusters, Keep keep);

// The ids of those that stay, one a line.
[[nodiscard]] std::optional<Error> write_kept_ids(const ReadArticles& names, const std::vector<bool>& kept,
                                                  const Sink& sink);

// The lines of those that stay, byte for byte; a text file becomes {"id", "source", "text"}. Reads the inputs again,
// standard input from `copy_of_standard_input`.
[[nodiscard]] std::optional<Error> write_kept_lines(const ReadArticles& names, const std::vector<bool>& kept,
                                                    const std::string& copy_of_standard_input,
                                                    const ReadOptions& options, const Sink& sink);

}  // namespace yiwen
