// SPDX-License-Identifier: Apache-2.0
//
// How often each shingle of a corpus occurs, counted in a table without keys: shingles that meet there look more common
// than they are, which changes what is taken for rare and nothing else.
//
// The table is far larger than any cache and each look goes to another place of it, so looks come by the hundred, and
// the memory of each is asked for while those before it are still on their way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

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
  ShingleCounts(std::size_t shingles, std::size_t most_bytes);
  ShingleCounts(const ShingleCounts&) = delete;
  ShingleCounts& operator=(const ShingleCounts&) = delete;
  ~ShingleCounts();

  // Counts one occurrence of each. Several threads may add at once.
  void add(std::span<const Shingle> shingles);
  // The count of each, in order. Counts end at kFull.
  void look_up(std::span<const Shingle> shingles, std::vector<std::uint32_t>& counts) const;

  // Those that occur more than `count` times. REQUIRES: count < kFull
  [[nodiscard]] CommonShingles above(std::uint32_t count, unsigned threads) const;

  // Cut there: threads that add at the same moment may pass the mark a little.
  static constexpr std::uint16_t kFull = 0xF000;

 private:
  std::uint32_t shift_ = 0;
  std::span<std::uint16_t> counts_;
};

}  // namespace yiwen
