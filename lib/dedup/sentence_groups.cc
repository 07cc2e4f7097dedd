// SPDX-License-Identifier: Apache-2.0
#include "dedup/sentence_groups.h"

#include <algorithm>
#include <tuple>

#include "base/parallel.h"
#include "dedup/bucket_sort.h"

namespace yiwen {
namespace {

// Calls body(from, upto) for pieces of [0, count).
template <class Body>
void in_blocks(std::size_t count, unsigned threads, Body body) {
  constexpr std::size_t kAtOnce = std::size_t{1} << 16;
  parallel_for((count + kAtOnce - 1) / kAtOnce, threads,
               [&](std::size_t block) { body(block * kAtOnce, std::min(count, (block + 1) * kAtOnce)); });
}

}  // namespace

SentenceGroups::SentenceGroups(ArticleCorpus& corpus, std::span<const std::uint32_t> of, unsigned threads) {
  struct Item {
    std::uint64_t hash;
    std::uint32_t article;
    std::uint32_t place;  // of the sentence among all of the corpus
  };
  // Where the sentences of each article begin among those of `of`.
  std::vector<std::size_t> begin(of.size() + 1);
  for (std::size_t a = 0; a < of.size(); ++a) begin[a + 1] = begin[a] + corpus.sentence_count(of[a]);
  std::vector<Item> items(begin.back());
  const auto hashes = corpus.sentence_hashes();
  in_blocks(of.size(), threads, [&](std::size_t from, std::size_t upto) {
    for (std::size_t a = from; a < upto; ++a) {
      const std::uint32_t first = corpus.first_sentence(of[a]);
      for (std::uint32_t s = 0; s < corpus.sentence_count(of[a]); ++s)
        items[begin[a] + s] = {hashes[first + s], of[a], first + s};
    }
  });
  sort_in_buckets(
      items, [](const Item& item) { return item.hash; },
      [](const Item& a, const Item& b) {
        return std::tie(a.hash, a.place) < std::tie(b.hash, b.place);
      },
      threads);

  // Numbered in the order in which the corpus has them, whoever goes through the sentences goes through memory: each
  // sentence that is the first of its kind is marked, and its number is how many are marked before it.
  const auto sentences = corpus.all_sentences();
  // Equal sentences are anywhere in memory, so the place of each is asked for while those before it are on their way.
  const auto ask_ahead = [&](std::size_t i) {
    constexpr std::size_t kAhead = 24;  // range 16 to 64
    if (i + kAhead < items.size()) __builtin_prefetch(&sentences[items[i + kAhead].place], 1);
  };
  const auto is_first = [&](std::size_t i) { return i == 0 || items[i].hash != items[i - 1].hash; };
  constexpr std::uint32_t kMarked = 1;
  for (StoredSentence& sentence : sentences) sentence.text = 0;
  in_blocks(items.size(), threads, [&](std::size_t from, std::size_t upto) {
    for (std::size_t i = from; i < upto; ++i) {
      ask_ahead(i);
      if (is_first(i)) sentences[items[i].place].text = kMarked;
    }
  });
  for (const std::uint32_t article : of) {
    for (std::uint32_t s = 0; s < corpus.sentence_count(article); ++s) {
      std::uint32_t& text = sentences[corpus.first_sentence(article) + s].text;
      if (text != kMarked) continue;
      text = size();
      first_.push_back({article, s});
    }
  }
  // The articles of each, each once: first how many, then which.
  begin_.resize(first_.size() + 1);
  const auto each_group = [&](auto body) {
    in_blocks(items.size(), threads, [&](std::size_t from, std::size_t upto) {
      for (std::size_t i = from; i < upto; ++i) {
        ask_ahead(i);
        if (!is_first(i)) continue;  // it belongs to the block in which its group begins
        std::size_t end = i + 1;
        while (end < items.size() && items[end].hash == items[i].hash) ++end;
        body(sentences[items[i].place].text, std::span(items).subspan(i, end - i));
      }
    });
  };
  each_group([&](std::uint32_t number, std::span<const Item> group) {
    std::uint32_t articles = 0;
    for (std::size_t i = 0; i < group.size(); ++i)
      articles += i == 0 || group[i].article != group[i - 1].article ? 1U : 0U;
    begin_[number + 1] = articles;
  });
  for (std::size_t text = 0; text < first_.size(); ++text) begin_[text + 1] += begin_[text];
  articles_.resize(begin_.back());
  each_group([&](std::uint32_t number, std::span<const Item> group) {
    std::uint32_t at = begin_[number];
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (i == 0 || group[i].article != group[i - 1].article) articles_[at++] = group[i].article;
      sentences[group[i].place].text = number;
    }
  });
}

}  // namespace yiwen
