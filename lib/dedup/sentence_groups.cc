// SPDX-License-Identifier: Apache-2.0
#include "dedup/sentence_groups.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "dedup/bucket_sort.h"

namespace yiwen {
namespace {

constexpr std::size_t kArticlesAtOnce = 1024;               // that a thread takes
constexpr std::size_t kItemsAtOnce = std::size_t{1} << 16;  // likewise

struct Item {
  std::uint64_t hash;
  std::uint32_t article;
  std::uint32_t place;  // of the sentence among all of the corpus
};
using Items = std::span<const Item>;

// The sentences of the articles `of`, sorted, equal ones side by side; in several passes of some of the hashes each.
class SortedSentences {
 public:
  SortedSentences(ArticleCorpus& corpus, std::span<const std::uint32_t> of, std::size_t at_once, unsigned threads)
      : corpus_(corpus),
        sentences_(corpus.all_sentences()),
        of_(of),
        passes_(sentences_.size() / at_once + 1),
        threads_(threads) {
    if (passes_ == 1) whole_ = sorted(0);
  }

  // Calls body(items) for all of each kind that has several, in the order of the corpus; from several threads at once.
  template <class Body>
  void each_repeated(Body body) const {
    for (std::size_t pass = 0; pass < passes_; ++pass) {
      const std::optional<UnsetArray<Item>> own = whole_ ? std::nullopt : std::optional(sorted(pass));
      const Items items = (own ? *own : *whole_).all();
      parallel_for((items.size() + kItemsAtOnce - 1) / kItemsAtOnce, threads_, [&](std::size_t block) {
        const std::size_t upto = std::min(items.size(), (block + 1) * kItemsAtOnce);
        for (std::size_t i = block * kItemsAtOnce; i < upto; ++i) {
          // Equal sentences are anywhere in memory, so the place of each is asked for while those before it are on
          // their way.
          constexpr std::size_t kAhead = 24;  // range 16 to 64
          if (is_repeated(items, i + kAhead)) __builtin_prefetch(&sentences_[items[i + kAhead].place], 1);
          if (i > 0 && items[i].hash == items[i - 1].hash) continue;
          std::size_t end = i + 1;
          while (end < items.size() && items[end].hash == items[i].hash) ++end;
          if (end - i > 1) body(items.subspan(i, end - i));
        }
      });
    }
  }

 private:
  [[nodiscard]] static bool is_repeated(Items items, std::size_t i) {
    return i + 1 < items.size() && (items[i].hash == items[i + 1].hash || items[i].hash == items[i - 1].hash);
  }

  // The pass, and what rises in it with the hash.
  [[nodiscard]] std::uint64_t spread(std::uint64_t hash) const { return (hash >> 32) * passes_; }

  [[nodiscard]] UnsetArray<Item> sorted(std::size_t pass) const {
    const auto hashes = corpus_.sentence_hashes();
    std::vector<std::vector<Item>> pieces((of_.size() + kArticlesAtOnce - 1) / kArticlesAtOnce);
    parallel_for(pieces.size(), threads_, [&](std::size_t piece) {
      const auto articles = of_.subspan(piece * kArticlesAtOnce);
      for (const std::uint32_t article : articles.first(std::min(kArticlesAtOnce, articles.size()))) {
        const std::uint32_t first = corpus_.first_sentence(article);
        for (std::uint32_t place = first; place < first + corpus_.sentence_count(article); ++place) {
          if (spread(hashes[place]) >> 32 == pass) pieces[piece].push_back({hashes[place], article, place});
        }
      }
    });
    return sorted_in_buckets(
        std::move(pieces), [&](const Item& item) { return spread(item.hash) << 32 | (item.hash & 0xFFFFFFFFU); },
        [](const Item& a, const Item& b) { return std::tie(a.hash, a.place) < std::tie(b.hash, b.place); }, threads_);
  }

  const ArticleCorpus& corpus_;
  std::span<const StoredSentence> sentences_;
  std::span<const std::uint32_t> of_;
  std::size_t passes_;
  unsigned threads_;
  std::optional<UnsetArray<Item>> whole_;
};

// While texts are numbered, what stands where the number of a sentence will: of the first of its kind how many articles
// carry it, where the kind has several sentences and else nothing; of the others this.
constexpr std::uint32_t kRepeated = UINT32_MAX;

std::uint32_t count_articles(Items kind) {
  std::uint32_t count = 1;
  for (std::size_t i = 1; i < kind.size(); ++i) count += kind[i].article != kind[i - 1].article ? 1U : 0U;
  return count;
}

}  // namespace

SentenceGroups::SentenceGroups(ArticleCorpus& corpus, std::span<const std::uint32_t> of, unsigned threads,
                               std::size_t at_once) {
  const SortedSentences sorted(corpus, of, at_once, threads);
  const auto sentences = corpus.all_sentences();
  const std::size_t blocks = (of.size() + kArticlesAtOnce - 1) / kArticlesAtOnce;
  const auto each_sentence = [&](std::size_t block, auto body) {
    const auto articles = of.subspan(block * kArticlesAtOnce);
    for (const std::uint32_t article : articles.first(std::min(kArticlesAtOnce, articles.size()))) {
      const auto own = sentences.subspan(corpus.first_sentence(article), corpus.sentence_count(article));
      for (std::uint32_t s = 0; s < own.size(); ++s) body(article, s, own[s].text);
    }
  };
  parallel_for(blocks, threads, [&](std::size_t block) {
    each_sentence(block, [](std::uint32_t, std::uint32_t, std::uint32_t& text) { text = 0; });
  });
  sorted.each_repeated([&](Items kind) {
    sentences[kind.front().place].text = count_articles(kind);
    for (const Item& item : kind.subspan(1)) sentences[item.place].text = kRepeated;
  });
  // Numbered in the order in which the corpus has them, whoever goes through the sentences goes through memory. Where
  // the numbers of a block begin, and the articles that carry its texts, is known before they are given.
  struct Start {
    std::uint32_t text = 0;
    std::uint32_t articles = 0;
  };
  std::vector<Start> starts(blocks + 1);
  parallel_for(blocks, threads, [&](std::size_t block) {
    each_sentence(block, [&](std::uint32_t, std::uint32_t, std::uint32_t text) {
      if (text == kRepeated) return;
      ++starts[block + 1].text;
      starts[block + 1].articles += std::max(text, 1U);
    });
  });
  for (std::size_t block = 0; block < blocks; ++block) {
    starts[block + 1].text += starts[block].text;
    starts[block + 1].articles += starts[block].articles;
  }
  first_.resize(starts.back().text);
  begin_.resize(starts.back().text + 1, starts.back().articles);
  articles_.resize(starts.back().articles);
  parallel_for(blocks, threads, [&](std::size_t block) {
    auto [number, begin] = starts[block];
    each_sentence(block, [&](std::uint32_t article, std::uint32_t s, std::uint32_t& text) {
      if (text == kRepeated) return;
      const std::uint32_t carried_by = std::max(text, 1U);
      first_[number] = {article, s};
      begin_[number] = begin;
      articles_[begin] = article;
      begin += carried_by;
      text = number++;
    });
  });
  sorted.each_repeated([&](Items kind) {
    const std::uint32_t number = sentences[kind.front().place].text;
    std::uint32_t at = begin_[number];
    for (std::size_t i = 1; i < kind.size(); ++i) {
      sentences[kind[i].place].text = number;
      if (kind[i].article != kind[i - 1].article) articles_[++at] = kind[i].article;
    }
  });
}

}  // namespace yiwen
