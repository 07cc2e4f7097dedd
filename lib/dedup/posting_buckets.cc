// SPDX-License-Identifier: Apache-2.0
#include "dedup/posting_buckets.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "dedup/bucket_sort.h"

namespace yiwen {
namespace {

// Postings that a bucket should have, half a megabyte; range 2^14 to 2^16, where the second cache has one to
// two megabytes.
constexpr std::size_t kInBucket = std::size_t{1} << 15;
// More would cut a piece into runs of less than a line of the cache. Bits; range 8 to 12.
constexpr unsigned kMostBits = 11;
constexpr std::size_t kInLine = 64 / sizeof(ShinglePosting);  // postings in a line of a cache

}  // namespace

PostingBuckets::PostingBuckets(std::size_t expected, std::uint32_t parts)
    : parts_(parts), bits_(std::min(kMostBits, static_cast<unsigned>(std::bit_width(expected / kInBucket)))) {}

void PostingBuckets::put(std::span<const ShinglePosting> postings) {
  Piece piece{UnsetArray<ShinglePosting>(postings.size()), std::vector<std::uint32_t>(count())};
  auto& at = piece.ends;
  for (const ShinglePosting& posting : postings) ++at[bucket_of(posting)];
  std::uint32_t sum = 0;
  for (std::uint32_t& of_bucket : at) sum += std::exchange(of_bucket, sum);
  for (const ShinglePosting& posting : postings) piece.postings[at[bucket_of(posting)]++] = posting;
  const std::lock_guard lock(*putting_);
  pieces_.push_back(std::move(piece));
}

std::size_t PostingBuckets::postings() const {
  std::size_t all = 0;
  for (const Piece& piece : pieces_) all += piece.ends[count() - 1];
  return all;
}

PostingList PostingBuckets::gather(std::size_t bucket) const {
  const auto run = [&](const Piece& piece) {
    const std::uint32_t begin = bucket == 0 ? 0 : piece.ends[bucket - 1];
    return piece.postings.all().subspan(begin, piece.ends[bucket] - begin);
  };
  std::size_t size = 0;
  for (const Piece& piece : pieces_) {
    const auto own = run(piece);
    size += own.size();
    for (std::size_t i = 0; i < own.size(); i += kInLine) __builtin_prefetch(&own[i]);
  }
  PostingList gathered;
  gathered.reserve(size);
  for (const Piece& piece : pieces_) {
    const auto own = run(piece);
    gathered.insert(gathered.end(), own.begin(), own.end());
  }
  return gathered;
}

void PostingBuckets::sort(PostingList& postings) const {
  // Those of a bucket have the leading bits of their places in common.
  sort_by_digits(
      postings,
      [&](const ShinglePosting& posting) {
        return std::uint64_t{place(posting)} << ShinglePosting::kInListBits | posting.in_list();
      },
      32 - bits_ + ShinglePosting::kInListBits);
}

}  // namespace yiwen
