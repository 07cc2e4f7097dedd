// SPDX-License-Identifier: Apache-2.0
//
// The whole way of a batch: inputs -> clusters.jsonl, or the articles that are kept.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dedup/find_reprints.h"
#include "dedup/near_sentences.h"
#include "dedup/stage_clock.h"
#include "load/table.h"
#include "yiwen/document.h"
#include "yiwen/result.h"

namespace yiwen {

enum class Keep : std::uint8_t {
  clusters,  // nothing is left out: the clusters are what is wanted
  first,     // of each cluster the article that stands first in the inputs, as a line of JSON
  longest,   // of each cluster the anchor, which is the longest
  list,      // the ids of those that `first` keeps, one a line
};

struct DedupOptions {
  std::string encoding;
  ColumnNames columns;   // what tables call their columns, where they do not use our names
  unsigned threads = 0;  // 0: as many as the machine has
  bool passages = false;
  JoinNear join_near = JoinNear::automatic;
  std::uint32_t self_check = 0;  // sentences on which the recall of the near ones is measured against the exact join
  Keep keep = Keep::clusters;
  // Where stages are kept, so that a run that was killed goes on where it was; empty: nowhere.
  std::string work;
  // Bytes that the run should need at most, 0: as many as it takes. What is larger lies in files, under `work` or where
  // temporary files go, and is done in more passes. What must be in memory grows with the sentences; where that alone
  // is more, the run says so.
  std::uint64_t memory = 0;
  StageClock::Progress progress;
};

// Takes the output piece by piece; fails where it cannot be written.
using Sink = std::function<std::optional<Error>(std::string_view)>;

struct Dedup {
  std::uint64_t articles = 0;
  std::uint64_t cluster_count = 0;
  std::uint64_t clustered = 0;  // articles in clusters
  std::vector<Diagnostic> diagnostics;
  std::uint64_t sentences = 0;
  std::uint64_t distinct_sentences = 0;
  bool joined = false;  // edited sentences were looked for
  std::uint64_t near_candidates = 0;
  std::uint64_t near_pairs = 0;   // of distinct sentences
  std::uint64_t links = 0;        // pairs of articles that were proposed
  std::uint64_t comparisons = 0;  // and compared exactly
  std::optional<NearCheck> check;
  std::vector<std::string> limits;  // budgets that were met, and what they left out
  std::vector<std::string> found;   // stages that a former run had left
  std::vector<StageClock::Stage> stages;
};

// Writes clusters.jsonl, or what is to be kept, to `sink`. Fails (not_found) where no article at all could be read, and
// where the sink does. Lines are kept byte for byte: the inputs are read once more, so they must not change meanwhile;
// standard input is copied into a temporary file for that.
[[nodiscard]] Result<Dedup> dedup(const std::vector<std::string>& paths, const DedupOptions& options, const Sink& sink);

}  // namespace yiwen
