// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "generated_text.h"
#include "index/candidates.h"

namespace yiwen {
namespace {

// Sentences of 8 to 67 characters, each with none to two reprints in which one to three words differ and which are
// sometimes cut in half.
std::vector<Fingerprint> sentences(std::size_t count) {
  GeneratedText generated(5);
  std::vector<Fingerprint> prints;
  const auto add = [&](const std::vector<std::u32string>& words) {
    std::u32string chars;
    for (const std::u32string& word : words) chars += word;
    prints.push_back(fingerprint(chars));
  };
  while (prints.size() < count) {
    const std::vector<std::u32string> words = generated.words(8 + generated.below(60));
    add(words);
    for (std::uint32_t copies = generated.below(3); copies > 0 && prints.size() < count; --copies) {
      std::vector<std::u32string> reprint = words;
      for (std::uint32_t edits = 1 + generated.below(3); edits > 0; --edits) {
        reprint[generated.below(static_cast<std::uint32_t>(reprint.size()))] = generated.word();
      }
      if (generated.below(8) == 0) reprint.resize(reprint.size() / 2 + 1);
      add(reprint);
    }
  }
  return prints;
}

// One sentence with another date in each.
std::vector<Fingerprint> template_sentences(std::size_t count) {
  GeneratedText generated(6);
  std::vector<Fingerprint> prints;
  while (prints.size() < count) {
    std::u32string chars = U"欢迎关注本报微信公众号获取更多新闻资讯版权所有未经书面授权不得转载";
    for (int i = 0; i < 4; ++i) chars.push_back(generated.character());
    prints.push_back(fingerprint(chars));
  }
  return prints;
}

void find(benchmark::State& state, const std::vector<Fingerprint>& prints, JaccardMethod method) {
  Candidates candidates;
  for (auto _ : state) candidates = find_candidates(prints, {.method = method});
  state.counters["pairs"] = static_cast<double>(candidates.pairs.size());
  state.counters["compared"] = static_cast<double>(candidates.counts.compared);
  if (candidates.counts.check_expected > 0) {
    state.counters["recall"] =
        static_cast<double>(candidates.counts.check_found) / static_cast<double>(candidates.counts.check_expected);
  }
}

void BM_CandidatesExact(benchmark::State& state) {
  find(state, sentences(static_cast<std::size_t>(state.range(0))), JaccardMethod::exact);
}
BENCHMARK(BM_CandidatesExact)->Arg(1000)->Arg(10'000)->Arg(100'000)->Arg(300'000)->Unit(benchmark::kMillisecond);

void BM_CandidatesMinHash(benchmark::State& state) {
  find(state, sentences(static_cast<std::size_t>(state.range(0))), JaccardMethod::minhash);
}
BENCHMARK(BM_CandidatesMinHash)->Arg(10'000)->Arg(100'000)->Arg(300'000)->Unit(benchmark::kMillisecond);

void BM_CandidatesOfOneTemplate(benchmark::State& state) {
  find(state, template_sentences(static_cast<std::size_t>(state.range(0))), JaccardMethod::exact);
}
BENCHMARK(BM_CandidatesOfOneTemplate)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace yiwen
