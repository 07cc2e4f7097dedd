// SPDX-License-Identifier: Apache-2.0
//
// Clusters as a run file (docs/formats/run-files.md), so that a run that comes after need not find them again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "dedup/article_clusters.h"
#include "dedup/work_folder.h"

namespace yiwen {

struct KeptClusters {
  ArticleClusters found;
  std::uint64_t links = 0;  // pairs of articles that were proposed
};

// What clusters depend on beside the corpus and the near sentences: every threshold of links and matches that a header
// names, and a number that changes where the code changes what it finds.
[[nodiscard]] std::string clusters_parameters();

// Nothing where none are kept under these parameters, or not of so many articles.
[[nodiscard]] std::optional<KeptClusters> find_kept_clusters(WorkFolder& folder, const std::string& parameters,
                                                             std::uint32_t articles);
[[nodiscard]] std::optional<Error> keep_clusters(const KeptClusters& clusters, WorkFolder& folder,
                                                 const std::string& parameters);

}  // namespace yiwen
