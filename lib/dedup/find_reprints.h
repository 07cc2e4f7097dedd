// SPDX-License-Identifier: Apache-2.0
//
// A corpus -> clusters of reprints: the order of the lanes, and what each was told by those before it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dedup/article_clusters.h"
#include "dedup/article_corpus.h"
#include "dedup/article_match.h"
#include "dedup/memory_plan.h"
#include "dedup/near_check.h"
#include "dedup/near_sentences.h"
#include "dedup/sentence_groups.h"
#include "dedup/stage_clock.h"
#include "dedup/work_folder.h"
#include "yiwen/result.h"

namespace yiwen {

struct Reprints {
  std::vector<ArticleCluster> clusters;  // of two articles or more, by anchor
  std::unique_ptr<SentenceGroups> groups;
  std::unique_ptr<SentenceStanding> standing;
  bool joined = false;  // edited sentences were looked for
  std::uint64_t near_candidates = 0;
  std::uint64_t near_pairs = 0;   // of distinct sentences
  std::uint64_t links = 0;        // pairs of articles that were proposed
  std::uint64_t comparisons = 0;  // and compared
  std::optional<NearCheck> check;
  std::vector<ArticleLink> proposed;  // the pairs, where they are asked for
  std::vector<std::string> limits;    // budgets that were met, and what they left out
  std::vector<std::string> found;     // stages that a former run had left in the folder
};

// When the edited sentences of the whole corpus are joined. It takes three to four times what all else does, and finds
// four in ten thousand more pairs of reprints: those that share hardly a sentence as it was.
enum class JoinNear : std::uint8_t { automatic, always, never };

// Automatic: up to this many distinct sentences, those of some 200,000 articles. Range: any; a matter of patience.
inline constexpr std::uint32_t kJoinedSentences = 8'000'000;

struct FindOptions {
  unsigned threads = 1;
  JoinNear join_near = JoinNear::automatic;
  std::uint32_t self_check = 0;  // distinct sentences on which the recall of the near ones is measured; 0: not at all
  MemoryPlan memory = MemoryPlan();
  bool keep_proposed = false;
  WorkFolder* folder = nullptr;  // where stages are kept, and found again
};

// `clock` is told of each stage. Fails (not_written) where the folder does not take a file.
[[nodiscard]] Result<Reprints> find_reprints(ArticleCorpus& corpus, const FindOptions& options, StageClock& clock);

}  // namespace yiwen
