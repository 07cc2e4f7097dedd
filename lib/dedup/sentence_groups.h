// SPDX-License-Identifier: Apache-2.0
//
// The lane of equal sentences: which sentences of a corpus have the same folded characters, and which articles carry
// each. It comes first, because it is the cheapest and leaves the costlier lanes one sentence of each kind.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "dedup/article_corpus.h"

namespace yiwen {

class SentenceGroups {
 public:
  // Numbers the distinct sentences of the articles `of` and writes the numbers into the corpus. `of`: ascending;
  // `at_once`: sentences that are sorted at once, at 32 bytes each; where there are more, it takes several passes.
  SentenceGroups(ArticleCorpus& corpus, std::span<const std::uint32_t> of, unsigned threads,
                 std::size_t at_once = SIZE_MAX);

  // Distinct sentences.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(first_.size()); }
  struct Occurrence {
    std::uint32_t article = 0;
    std::uint32_t sentence = 0;  // of that article
  };
  // The first one, in the order of the corpus.
  [[nodiscard]] Occurrence first(std::uint32_t text) const { return first_[text]; }
  [[nodiscard]] std::u16string_view chars(const ArticleCorpus& corpus, std::uint32_t text) const {
    return corpus.sentence_chars(first_[text].article, first_[text].sentence);
  }
  // The articles that carry the sentence, ascending, each once.
  [[nodiscard]] std::span<const std::uint32_t> articles(std::uint32_t text) const {
    return {articles_.data() + begin_[text], begin_[text + 1] - begin_[text]};
  }

 private:
  std::vector<Occurrence> first_;
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint32_t> articles_;
};

}  // namespace yiwen
