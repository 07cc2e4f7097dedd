// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <numeric>

#include "base/utf8.h"
#include "dedup/article_match.h"
#include "dedup/near_sentences.h"
#include "generated_text.h"

namespace yiwen {
namespace {

std::string article(GeneratedText& generated, std::size_t sentences) {
  std::string text;
  for (std::size_t s = 0; s < sentences; ++s) {
    for (const std::u32string& word : generated.words(8 + generated.below(60))) text += to_utf8(word);
    text += "。";
  }
  return text;
}

// Articles of thirty sentences; every second is a reprint of the one before in which a third of the sentences have a
// word put in.
ArticleCorpus corpus_of(std::size_t articles) {
  GeneratedText generated(7);
  std::vector<CorpusPart> parts(1);
  std::vector<PlaceInParts> order;
  FoldedArticle storage;
  std::string text;
  for (std::uint32_t a = 0; a < articles; ++a) {
    if (a % 2 == 0) {
      text = article(generated, 30);
    } else {
      for (std::size_t at = text.find("。"); at != std::string::npos; at = text.find("。", at)) {
        const std::string word = generated.below(3) == 0 ? to_utf8(generated.word()) : "";
        text.insert(at, word);
        at += word.size() + 3;
      }
    }
    parts[0].add(text, storage);
    order.push_back({0, a});
  }
  return ArticleCorpus(std::move(parts), order);
}

SentenceGroups groups_of(ArticleCorpus& corpus) {
  std::vector<std::uint32_t> all(corpus.size());
  std::iota(all.begin(), all.end(), 0U);
  return SentenceGroups(corpus, all, 1);
}

void BM_FoldArticle(benchmark::State& state) {
  GeneratedText generated(8);
  const std::string text = article(generated, 40);
  FoldedArticle folded;
  for (auto _ : state) fold_article(text, folded);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(BM_FoldArticle);

void BM_EqualSentences(benchmark::State& state) {
  ArticleCorpus corpus = corpus_of(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(groups_of(corpus));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(corpus.sentence_count()));
}
BENCHMARK(BM_EqualSentences)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);

void BM_NearSentences(benchmark::State& state) {
  ArticleCorpus corpus = corpus_of(static_cast<std::size_t>(state.range(0)));
  const SentenceGroups groups = groups_of(corpus);
  std::uint64_t candidates = 0;
  std::size_t pairs = 0;
  for (auto _ : state) {
    const auto near = find_near_sentences(corpus, groups, {});
    candidates = near.value().candidates;
    pairs = near.value().pairs.size();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(groups.size()));
  state.counters["compared"] = static_cast<double>(candidates);
  state.counters["near"] = static_cast<double>(pairs);
}
BENCHMARK(BM_NearSentences)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);

// A reprint with its original, and with an article that has nothing to do with it.
void BM_CompareArticles(benchmark::State& state) {
  ArticleCorpus corpus = corpus_of(4);
  const SentenceGroups groups = groups_of(corpus);
  const SentenceStanding standing(groups);
  AnchorArticle anchor(corpus, standing, 0);
  for (auto _ : state) benchmark::DoNotOptimize(anchor.compare(static_cast<std::uint32_t>(state.range(0))));
}
BENCHMARK(BM_CompareArticles)->Arg(1)->Arg(2)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace yiwen
