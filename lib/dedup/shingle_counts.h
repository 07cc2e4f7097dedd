// SPDX-License-Identifier: Apache-2.0
//
// How often each shingle of a corpus occurs, counted in a table without keys: shingles that meet there look more common
// than they are, which changes what is taken for rare and nothing else.
//
// The table is far larger than any cache, and each shingle stands in another place of it. So the shingles of many
// blocks of text are parted by their places first, and then one slice of the table after another is brought near, for
// all of them that stand in it: partitioning before hashing (Manegold, Boncz and Kersten 2002).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/unset_array.h"
#include "fingerprint/fingerprint.h"

namespace yiwen {

// The shingles that occur more than so often, by the same table; a few bits a shingle of the corpus.
class CommonShingles {
 public:
  [[nodiscard]] bool contains(Shingle shingle) const {
    const std::size_t slot = shingle >> shift_;
    return (bits_[slot / 64] >> slot % 64 & 1U) != 0;
  }

 private:
  friend class ShingleCounts;
  std::uint32_t shift_ = 0;
  std::vector<std::uint64_t> bits_;  // of each slot
};

class ShingleCounts {
 public:
  // For about this many different shingles, at two bytes each, up to `most_bytes`. Throws std::bad_alloc.
  ShingleCounts(std::size_t shingles, std::size_t most_bytes, unsigned threads = 1);

  // Puts the shingles of a block into the vector, which is empty. Called once for each block, from any thread.
  using ShinglesOf = std::function<void(std::size_t block, std::vector<Shingle>& shingles)>;
  // Is given the counts of the shingles of a block, in order. Likewise.
  using Use = std::function<void(std::size_t block, std::span<const Shingle>, std::span<const std::uint16_t> counts)>;

  // Counts one occurrence of each shingle of the blocks [0, blocks). Memory beside the table: 2 bytes for each shingle
  // of a batch, which are kShinglesAtOnce, or what half of `most_bytes` has room for, or one block.
  void add(std::size_t blocks, unsigned threads, const ShinglesOf& shingles_of);
  // Counts end at kFull. Memory: 6 bytes for each shingle of a batch.
  void look_up(std::size_t blocks, unsigned threads, const ShinglesOf& shingles_of, const Use& use) const;

  // Those that occur more than `count` times. REQUIRES: count < kFull
  [[nodiscard]] CommonShingles above(std::uint32_t count, unsigned threads) const;

  static constexpr std::uint16_t kFull = 0xF000;
  // Each slice of the table is brought near once for so many. Range 2^22 to 2^27: of the time that counting and looking
  // up takes at 100,000 articles, half as many cost a fifth more, and twice as many a twentieth less.
  static constexpr std::size_t kShinglesAtOnce = std::size_t{1} << 25;

 private:
  // 128 kilobytes: it fits into the second cache, and two bytes tell the places in it apart.
  static constexpr std::uint32_t kSliceBits = 16;
  static constexpr std::size_t kSlice = std::size_t{1} << kSliceBits;  // slots

  class Block;
  template <class Made, class Visit, class Done>
  void each_batch(std::size_t blocks, unsigned threads, const ShinglesOf& shingles_of, Made made, Visit visit,
                  Done done) const;

  std::uint32_t shift_ = 0;
  std::size_t at_once_ = 0;  // shingles of a batch
  UnsetArray<std::uint16_t> counts_;
};

}  // namespace yiwen
