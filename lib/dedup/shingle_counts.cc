// SPDX-License-Identifier: Apache-2.0
#include "dedup/shingle_counts.h"

#include <sys/mman.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <new>

#include "base/parallel.h"

namespace yiwen {
namespace {

constexpr std::size_t kLeastSlots = std::size_t{1} << 16;

// Looks that are on their way at once. A core has twenty or so into its first cache, and three times as many into its
// second, which is near enough; range 16 to 128.
constexpr std::size_t kAhead = 96;
constexpr int kNear = 2;

template <class Ask, class Use>
void each_asked_ahead(std::span<const Shingle> shingles, Ask ask, Use use) {
  const std::size_t first = std::min(kAhead, shingles.size());
  for (std::size_t i = 0; i < first; ++i) ask(shingles[i]);
  for (std::size_t i = 0; i < shingles.size(); ++i) {
    if (i + kAhead < shingles.size()) ask(shingles[i + kAhead]);
    use(i, shingles[i]);
  }
}

}  // namespace

ShingleCounts::ShingleCounts(std::size_t shingles, std::size_t most_bytes) {
  const std::size_t most = std::max(kLeastSlots, most_bytes / sizeof(std::uint16_t));
  const auto bits = static_cast<std::uint32_t>(std::bit_width(std::clamp(shingles, kLeastSlots, most)) - 1);
  shift_ = 32U - bits;
  const std::size_t bytes = (std::size_t{1} << bits) * sizeof(std::uint16_t);
  void* const memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  // Each look is into another page; large ones spare the processor a walk for each. A hint, which may be refused.
  ::madvise(memory, bytes, MADV_HUGEPAGE);
  counts_ = {static_cast<std::uint16_t*>(memory), std::size_t{1} << bits};
}

ShingleCounts::~ShingleCounts() { ::munmap(counts_.data(), counts_.size_bytes()); }

void ShingleCounts::add(std::span<const Shingle> shingles) {
  each_asked_ahead(
      shingles, [&](Shingle shingle) { __builtin_prefetch(&counts_[shingle >> shift_], 1, kNear); },
      [&](std::size_t, Shingle shingle) {
        const std::atomic_ref<std::uint16_t> count(counts_[shingle >> shift_]);
        if (count.load(std::memory_order_relaxed) < kFull) count.fetch_add(1, std::memory_order_relaxed);
      });
}

void ShingleCounts::look_up(std::span<const Shingle> shingles, std::vector<std::uint32_t>& counts) const {
  counts.resize(shingles.size());
  each_asked_ahead(
      shingles, [&](Shingle shingle) { __builtin_prefetch(&counts_[shingle >> shift_], 0, kNear); },
      [&](std::size_t i, Shingle shingle) { counts[i] = std::min<std::uint32_t>(counts_[shingle >> shift_], kFull); });
}

CommonShingles ShingleCounts::above(std::uint32_t count, unsigned threads) const {
  constexpr std::size_t kWordsAtOnce = 4096;  // that a thread takes
  static_assert(kLeastSlots % 64 == 0);
  CommonShingles common;
  common.shift_ = shift_;
  common.bits_.resize(counts_.size() / 64);
  parallel_for((common.bits_.size() + kWordsAtOnce - 1) / kWordsAtOnce, threads, [&](std::size_t block) {
    const std::size_t end = std::min(common.bits_.size(), (block + 1) * kWordsAtOnce);
    for (std::size_t word = block * kWordsAtOnce; word < end; ++word) {
      const auto slots = counts_.subspan(word * 64, 64);
      if (*std::ranges::max_element(slots) <= count) continue;
      for (std::size_t i = 0; i < slots.size(); ++i) common.bits_[word] |= std::uint64_t{slots[i] > count} << i;
    }
  });
  return common;
}

}  // namespace yiwen
