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
      items, [](const Item& item) { return static_cast<std::size_t>(item.hash >> 56); },
      [](const Item& a, const Item& b) {
        return std::tie(a.hash, a.article, a.sentence) < std::tie(b.hash, b.article, b.sentence);
      },
      threads);

  const auto sentences = corpus.all_sentences();
  articles_.reserve(total);
  begin_.push_back(0);
  for (std::size_t i = 0; i < items.size();) {
    first_.push_back({items[i].article, items[i].sentence});
    std::size_t end = i;
    for (; end < items.size() && items[end].hash == items[i].hash; ++end) {
      sentences[corpus.first_sentence(items[end].article) + items[end].sentence].text = size() - 1;
      if (end == i || items[end].article != items[end - 1].article) articles_.push_back(items[end].article);
    }
    begin_.push_back(static_cast<std::uint32_t>(articles_.size()));
    i = end;
  }
}

}  // namespace yiwen
