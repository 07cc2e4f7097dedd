// SPDX-License-Identifier: Apache-2.0
//
// The join of edited sentences as run files: what each pass proposes, until all are there, and what was found at the
// end. docs/formats/run-files.md writes their sections down.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dedup/near_sentences.h"
#include "dedup/posting_list.h"
#include "dedup/run_file.h"
#include "dedup/shingle_posting.h"
#include "dedup/work_folder.h"
#include "yiwen/result.h"

namespace yiwen {

// What one pass finds: the pairs that it proposes, sorted, each once, and the postings of its crowded lists, one list
// after another.
struct JoinPass {
  std::uint64_t postings = 0;
  std::vector<NearPair> pairs;
  PostingList crowded;
};

// The same in memory or in a file.
class KeptPass {
 public:
  explicit KeptPass(JoinPass pass) : own_(std::move(pass)) {}
  KeptPass(std::uint64_t postings, RunFile file) : own_({postings, {}, {}}), file_(std::move(file)) {}

  [[nodiscard]] std::uint64_t postings() const { return own_.postings; }
  [[nodiscard]] std::span<const NearPair> pairs() const;
  [[nodiscard]] std::span<const ShinglePosting> crowded() const;
  // What was looked at is needed no more for a while.
  void leave() const;

 private:
  JoinPass own_;
  std::optional<RunFile> file_;
};

// A pass that a former run has left, of a corpus of so many distinct sentences.
[[nodiscard]] std::optional<KeptPass> find_pass(WorkFolder& folder, const std::string& name,
                                                const std::string& parameters, std::uint32_t texts);
// From here on it lies on the disk. Fails: not_written
[[nodiscard]] Result<KeptPass> keep_pass(WorkFolder& folder, const std::string& name, const std::string& parameters,
                                         JoinPass pass);

// The whole result, as a former run has left it; likewise.
[[nodiscard]] std::optional<NearSentences> find_near(WorkFolder& folder, const std::string& parameters,
                                                     std::uint32_t texts);
[[nodiscard]] std::optional<Error> keep_near(WorkFolder& folder, const std::string& parameters,
                                             const NearSentences& near);

}  // namespace yiwen
