// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "dedup/article_corpus.h"
#include "dedup/near_sentences.h"
#include "dedup/sentence_groups.h"

namespace yiwen {

// Recall against the exact join, measured on a sample of sentences against all.
struct NearCheck {
  struct Bucket {
    std::uint32_t chars_from = 0;  // of the shorter of the two
    std::uint64_t all = 0;         // pairs at or above the threshold
    std::uint64_t found = 0;
  };
  std::vector<Bucket> by_length;  // without the pairs of forms
  Bucket forms;  // pairs of sentences that stood in crowded lists, which are compared as far as a budget goes
  std::uint32_t sampled = 0;

  // Of all pairs, forms too.
  [[nodiscard]] double recall() const;
};
[[nodiscard]] NearCheck check_near_sentences(const ArticleCorpus& corpus, const SentenceGroups& groups,
                                             const NearSentences& near, std::uint32_t sample, unsigned threads);

}  // namespace yiwen
