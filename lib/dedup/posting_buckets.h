// SPDX-License-Identifier: Apache-2.0
//
// Postings parted by shingle into buckets, each of which fits into the second cache with the room that it takes to sort
// it. What is put is parted at once, while it is near, and stays where it is until its bucket is gathered: each posting
// is read from far away once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "base/unset_array.h"
#include "dedup/posting_list.h"
#include "dedup/shingle_posting.h"

namespace yiwen {

class PostingBuckets {
 public:
  // For about so many postings, of one of so many parts of all shingles. REQUIRES: parts > 0
  PostingBuckets(std::size_t expected, std::uint32_t parts);

  // The part in which a shingle is.
  [[nodiscard]] static std::uint32_t part_of(Shingle shingle, std::uint32_t parts) {
    return static_cast<std::uint32_t>(std::uint64_t{shingle} * parts >> 32);
  }

  // From any thread. REQUIRES: all are of one part
  void put(std::span<const ShinglePosting> postings);

  [[nodiscard]] std::size_t count() const { return std::size_t{1} << bits_; }
  [[nodiscard]] std::size_t postings() const;
  // All postings of a bucket, in any order; no list of a shingle is in two buckets, and those of a bucket with a higher
  // number have higher shingles.
  [[nodiscard]] PostingList gather(std::size_t bucket) const;
  // Sorts what was gathered: by shingle, and each list the short sentences first, by size.
  void sort(PostingList& postings) const;

 private:
  // By bucket.
  struct Piece {
    UnsetArray<ShinglePosting> postings;
    std::vector<std::uint32_t> ends;  // of each bucket
  };

  // Where the shingle stands in its part, spread over all of 32 bits.
  [[nodiscard]] std::uint32_t place(const ShinglePosting& posting) const { return posting.shingle() * parts_; }
  [[nodiscard]] std::size_t bucket_of(const ShinglePosting& posting) const {
    return std::uint64_t{place(posting)} >> (32 - bits_);
  }

  std::uint32_t parts_;
  unsigned bits_;
  std::vector<Piece> pieces_;
  std::unique_ptr<std::mutex> putting_ = std::make_unique<std::mutex>();
};

}  // namespace yiwen
