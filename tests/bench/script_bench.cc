// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>

#include "base/utf8.h"
#include "diff/script.h"
#include "generated_text.h"

namespace yiwen {
namespace {

using Tokens32 = std::vector<std::uint32_t>;

// With YIWEN_BENCH_TEXTS=<folder> the pairs are written there, one character a line, for a comparison with
//   git diff --no-index --histogram
void write_for_git(const std::string& name, const Tokens32& left, const Tokens32& right) {
  const char* const folder = std::getenv("YIWEN_BENCH_TEXTS");
  if (folder == nullptr) return;
  for (const Tokens32* side : {&left, &right}) {
    std::string lines;
    for (const std::uint32_t token : *side) append_utf8(lines, token), lines.push_back('\n');
    std::ofstream(std::string(folder) + "/" + name + (side == &left ? ".left" : ".right")) << lines;
  }
}

// Characters of long texts; state.range: how many, and percent changed.
void BM_LongTexts(benchmark::State& state) {
  GeneratedText generated(42);
  const Tokens32 left = generated.characters(static_cast<std::size_t>(state.range(0)));
  const Tokens32 right = generated.changed(left, static_cast<std::uint32_t>(state.range(1)));
  write_for_git(std::to_string(state.range(0)) + "-" + std::to_string(state.range(1)), left, right);
  Script script;
  for (auto _ : state) script = edit_script(left, right);
  state.counters["length"] = static_cast<double>(script.length());
  state.counters["approximate"] = script.approximate ? 1 : 0;
}
BENCHMARK(BM_LongTexts)->ArgsProduct({{10'000, 100'000, 1'000'000}, {2, 20, 60}})->Unit(benchmark::kMillisecond);

void BM_UnrelatedTexts(benchmark::State& state) {
  GeneratedText generated(42);
  const Tokens32 left = generated.characters(static_cast<std::size_t>(state.range(0)));
  const Tokens32 right = generated.characters(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(edit_script(left, right));
}
BENCHMARK(BM_UnrelatedTexts)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

// Pairs of sentences by one engine; state.range: characters on average, and percent changed.
template <ScriptEngine kEngine>
void BM_Sentences(benchmark::State& state) {
  GeneratedText generated(7);
  std::vector<std::pair<Tokens32, Tokens32>> pairs(1000);
  const auto chars = static_cast<std::uint32_t>(state.range(0));
  for (auto& [left, right] : pairs) {
    left = generated.characters(chars / 2 + generated.below(chars));
    right = generated.changed(left, static_cast<std::uint32_t>(state.range(1)));
  }
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(edit_script(pairs[at].first, pairs[at].second, {.engine = kEngine}));
    at = (at + 1) % pairs.size();
  }
}
BENCHMARK(BM_Sentences<ScriptEngine::dtl>)->ArgsProduct({{40, 200, 900}, {3, 10, 30, 80}});
BENCHMARK(BM_Sentences<ScriptEngine::automatic>)->ArgsProduct({{40, 200, 900}, {3, 10, 30, 80}});

}  // namespace
}  // namespace yiwen
