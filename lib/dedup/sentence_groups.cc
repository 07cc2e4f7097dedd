// SPDX-License-Identifier: Apache-2.0
#include "dedup/sentence_groups.h"

#include <tuple>

#include "dedup/bucket_sort.h"

namespace yiwen {

SentenceGroups::SentenceGroups(ArticleCorpus& corpus, std::span<const std::uint32_t> of, unsigned threads) {
  struct Item {
    std::uint64_t hash;
    std::uint32_t article;
    std::uint32_t sentence;
  };
  std::vector<Item> items;
  std::size_t total = 0;
  for (const std::uint32_t article : of) total += corpus.sentence_count(article);
  items.reserve(total);
  const auto hashes = corpus.sentence_hashes();
  for (const std::uint32_t article : of) {
    const std::uint32_t first = corpus.first_sentence(article);
    for (std::uint32_t s = 0; s < corpus.sentence_count(article); ++s) items.push_back({hashes[first + s], article, s});
  }
  sort_in_buckets(
      items, [](const Item& item) { return item.hash; },
      [](const Item& a, const Item& b) {
        return std::tie(a.hash, a.article, a.sentence) < std::tie(b.hash, b.article, b.sentence);
      },
      threads);

  // Numbered in the order of the hashes first, then in the order in which the corpus has them: whoever goes through the
  // sentences goes through memory.
  const auto sentences = corpus.all_sentences();
  std::vector<std::size_t> group_begin;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i == 0 || items[i].hash != items[i - 1].hash) group_begin.push_back(i);
    sentences[corpus.first_sentence(items[i].article) + items[i].sentence].text =
        static_cast<std::uint32_t>(group_begin.size() - 1);
  }
  constexpr std::uint32_t kNone = UINT32_MAX;
  std::vector<std::uint32_t> number(group_begin.size(), kNone);
  group_begin.push_back(items.size());
  first_.reserve(number.size());
  begin_.reserve(number.size() + 1);
  begin_.push_back(0);
  articles_.reserve(total);
  for (const std::uint32_t article : of) {
    for (std::uint32_t s = 0; s < corpus.sentence_count(article); ++s) {
      std::uint32_t& text = sentences[corpus.first_sentence(article) + s].text;
      const std::uint32_t group = text;
      if (number[group] == kNone) {
        number[group] = size();
        first_.push_back({article, s});
        for (std::size_t i = group_begin[group]; i < group_begin[group + 1]; ++i) {
          if (i == group_begin[group] || items[i].article != items[i - 1].article)
            articles_.push_back(items[i].article);
        }
        begin_.push_back(static_cast<std::uint32_t>(articles_.size()));
      }
      text = number[group];
    }
  }
}

}  // namespace yiwen
