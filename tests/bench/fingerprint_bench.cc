// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "fingerprint/signature.h"
#include "fingerprint/similarity.h"
#include "generated_text.h"

namespace yiwen {
namespace {

std::u32string text(std::size_t size) {
  GeneratedText generated(1);
  std::u32string out;
  while (out.size() < size) out.push_back(generated.character());
  return out;
}

void count_shingles(benchmark::State& state) { state.SetItemsProcessed(state.iterations() * (state.range(0) - 2)); }

// What the signature is measured against: one xxh3 a shingle of three code points, inlined.
void BM_HashShinglesByXxh3(benchmark::State& state) {
  const std::u32string chars = text(static_cast<std::size_t>(state.range(0)));
  std::vector<std::uint64_t> hashes(chars.size());
  for (auto _ : state) {
    for (std::size_t i = 0; i + 3 <= chars.size(); ++i) hashes[i] = XXH3_64bits(&chars[i], 3 * sizeof(char32_t));
    benchmark::DoNotOptimize(hashes.data());
    benchmark::ClobberMemory();
  }
  count_shingles(state);
}
BENCHMARK(BM_HashShinglesByXxh3)->Arg(40)->Arg(400);

void BM_Shingles(benchmark::State& state) {
  const std::u32string chars = text(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(shingles(chars, 3));
  count_shingles(state);
}
BENCHMARK(BM_Shingles)->Arg(40)->Arg(400);

void BM_Signature(benchmark::State& state) {
  const ShingleSet set = shingles(text(static_cast<std::size_t>(state.range(0))), 3);
  for (auto _ : state) benchmark::DoNotOptimize(signature(set));
  count_shingles(state);
}
BENCHMARK(BM_Signature)->Arg(40)->Arg(400);

void BM_Jaccard(benchmark::State& state) {
  const std::u32string chars = text(40);
  const ShingleSet left = shingles(chars, 3);
  const ShingleSet right = shingles(chars.substr(10) + chars.substr(0, 5), 3);
  for (auto _ : state) benchmark::DoNotOptimize(jaccard(left, right));
}
BENCHMARK(BM_Jaccard);

}  // namespace
}  // namespace yiwen
