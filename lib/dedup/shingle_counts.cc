// SPDX-License-Identifier: Apache-2.0
#include "dedup/shingle_counts.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/parallel.h"

namespace yiwen {
namespace {

constexpr std::size_t kFirstBlocks = 16;  // of which nothing is known yet
constexpr std::size_t kBytesLookedUp = sizeof(Shingle) + sizeof(std::uint16_t);
constexpr std::size_t kLine = 32;  // slots in a line of a cache
constexpr int kSecondCache = 2;
// That a thread takes: what a block has in one slice ends in the line in which it has the next one's, and two threads
// side by side would take it from each other. Eight take some 3 % less CPU on two threads than one; more were not
// tried.
constexpr std::size_t kSlicesAtOnce = 8;
constexpr std::size_t kAhead = 8;  // blocks: what they have in a slice lies far apart, and is asked for

}  // namespace

// The shingles of a block, parted by slice: of each its place in the slice, and then what is put there instead.
class ShingleCounts::Block {
 public:
  Block() = default;
  Block(std::vector<Shingle> shingles, std::uint32_t shift, std::size_t slices)
      : shingles_(std::move(shingles)), shift_(shift), entries_(shingles_.size()), ends_(slices) {
    for (const Shingle shingle : shingles_) ++ends_[slice_of(shingle)];
    std::uint32_t sum = 0;
    for (std::uint32_t& of_slice : ends_) sum += std::exchange(of_slice, sum);
    for (const Shingle shingle : shingles_) {
      entries_[ends_[slice_of(shingle)]++] = static_cast<std::uint16_t>(shingle >> shift_);
    }
  }

  [[nodiscard]] std::span<std::uint16_t> entries(std::size_t slice) {
    const std::uint32_t begin = slice == 0 ? 0 : ends_[slice - 1];
    return {entries_.data() + begin, ends_[slice] - begin};
  }
  [[nodiscard]] std::size_t size() const { return ends_.back(); }
  [[nodiscard]] std::span<const Shingle> shingles() const { return shingles_; }
  // Where their order is needed no more.
  void forget_shingles() { shingles_ = {}; }
  // The entries in the order of the shingles.
  [[nodiscard]] std::vector<std::uint16_t> in_order() const {
    std::vector<std::uint32_t> at(ends_.size());
    std::copy(ends_.begin(), ends_.end() - 1, at.begin() + 1);
    std::vector<std::uint16_t> ordered(shingles_.size());
    for (std::size_t i = 0; i < shingles_.size(); ++i) ordered[i] = entries_[at[slice_of(shingles_[i])]++];
    return ordered;
  }

 private:
  [[nodiscard]] std::size_t slice_of(Shingle shingle) const { return std::uint64_t{shingle} >> (shift_ + kSliceBits); }

  std::vector<Shingle> shingles_;
  std::uint32_t shift_ = 0;
  UnsetArray<std::uint16_t> entries_;
  std::vector<std::uint32_t> ends_;  // of each slice
};

ShingleCounts::ShingleCounts(std::size_t shingles, std::size_t most_bytes, unsigned threads) {
  const std::size_t most = std::max(kSlice, most_bytes / sizeof(std::uint16_t));
  const auto bits = static_cast<std::uint32_t>(std::bit_width(std::clamp(shingles, kSlice, most)) - 1);
  shift_ = 32U - bits;
  at_once_ = std::min(kShinglesAtOnce, most_bytes / 2 / kBytesLookedUp);
  counts_ = UnsetArray<std::uint16_t>(std::size_t{1} << bits);
  parallel_for(counts_.size() / kSlice, threads,
               [&](std::size_t slice) { std::fill_n(&counts_[slice * kSlice], kSlice, std::uint16_t{0}); });
}

// Batch by batch: made(block) for each block, which is parted then; visit(slot, entry) for each shingle, one slice
// after another, each by one thread; done(number, block) for each.
template <class Made, class Visit, class Done>
void ShingleCounts::each_batch(std::size_t blocks, unsigned threads, const ShinglesOf& shingles_of, Made made,
                               Visit visit, Done done) const {
  std::size_t seen = 0;
  for (std::size_t begin = 0, wanted = kFirstBlocks; begin < blocks;) {
    std::vector<Block> batch(std::min(wanted, blocks - begin));
    parallel_for(batch.size(), threads, [&](std::size_t i) {
      std::vector<Shingle> shingles;
      shingles_of(begin + i, shingles);
      batch[i] = Block(std::move(shingles), shift_, counts_.size() / kSlice);
      made(batch[i]);
    });
    const auto visit_slice = [&](std::size_t slice) {
      // Line after line is brought sooner than here and there.
      for (std::size_t i = 0; i < kSlice; i += kLine) __builtin_prefetch(&counts_[slice * kSlice + i], 1, kSecondCache);
      for (std::size_t i = 0; i < batch.size(); ++i) {
        if (i + kAhead < batch.size()) __builtin_prefetch(batch[i + kAhead].entries(slice).data());
        for (std::uint16_t& entry : batch[i].entries(slice)) visit(slice * kSlice + entry, entry);
      }
    };
    const std::size_t slices = counts_.size() / kSlice;
    parallel_for((slices + kSlicesAtOnce - 1) / kSlicesAtOnce, threads, [&](std::size_t run) {
      const std::size_t end = std::min(slices, (run + 1) * kSlicesAtOnce);
      for (std::size_t slice = run * kSlicesAtOnce; slice < end; ++slice) visit_slice(slice);
    });
    parallel_for(batch.size(), threads, [&](std::size_t i) { done(begin + i, batch[i]); });
    begin += batch.size();
    for (const Block& block : batch) seen += block.size();
    wanted = at_once_ * begin / (seen + 1) + 1;
  }
}

void ShingleCounts::add(std::size_t blocks, unsigned threads, const ShinglesOf& shingles_of) {
  each_batch(
      blocks, threads, shingles_of, [](Block& block) { block.forget_shingles(); },
      [this](std::size_t slot, std::uint16_t) {
        counts_[slot] = static_cast<std::uint16_t>(counts_[slot] + (counts_[slot] < kFull ? 1 : 0));
      },
      [](std::size_t, const Block&) {});
}

void ShingleCounts::look_up(std::size_t blocks, unsigned threads, const ShinglesOf& shingles_of, const Use& use) const {
  each_batch(
      blocks, threads, shingles_of, [](const Block&) {},
      [this](std::size_t slot, std::uint16_t& entry) { entry = counts_[slot]; },
      [&](std::size_t number, Block& block) {
        const auto counts = block.in_order();
        use(number, block.shingles(), counts);
      });
}

CommonShingles ShingleCounts::above(std::uint32_t count, unsigned threads) const {
  constexpr std::size_t kWordsAtOnce = 4096;  // that a thread takes
  const std::span<const std::uint16_t> all = counts_.all();
  CommonShingles common;
  common.shift_ = shift_;
  common.bits_.resize(all.size() / 64);
  parallel_for((common.bits_.size() + kWordsAtOnce - 1) / kWordsAtOnce, threads, [&](std::size_t block) {
    const std::size_t end = std::min(common.bits_.size(), (block + 1) * kWordsAtOnce);
    for (std::size_t word = block * kWordsAtOnce; word < end; ++word) {
      const auto slots = all.subspan(word * 64, 64);
      if (*std::ranges::max_element(slots) <= count) continue;
      for (std::size_t i = 0; i < slots.size(); ++i) common.bits_[word] |= std::uint64_t{slots[i] > count} << i;
    }
  });
  return common;
}

}  // namespace yiwen
