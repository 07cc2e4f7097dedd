// SPDX-License-Identifier: Apache-2.0
#include "dedup/posting_store.h"

#include <functional>
#include <span>
#include <utility>

namespace yiwen {

Result<PostingStore> PostingStore::make(std::uint32_t parts, const std::string& folder) {
  PostingStore store(parts);
  if (parts > 1) {
    auto file = SpillFile::make(folder);
    if (!file) return file.error();
    store.file_ = std::move(file).value();
  }
  return store;
}

bool PostingStore::put(std::vector<ShinglePosting> postings) {
  if (file_ == nullptr) {
    const std::lock_guard lock(*putting_);
    pieces_.push_back(std::move(postings));
    return true;
  }
  std::vector<std::vector<ShinglePosting>> of_part(extents_.size());
  for (const ShinglePosting& posting : postings) of_part[spread(posting) >> 32].push_back(posting);
  for (std::size_t part = 0; part < of_part.size(); ++part) {
    const std::span<const ShinglePosting> own = of_part[part];
    if (own.empty()) continue;
    const auto begin = file_->put({reinterpret_cast<const char*>(own.data()), own.size_bytes()});
    if (!begin) return false;
    const std::lock_guard lock(*putting_);
    extents_[part].push_back({*begin, own.size()});
  }
  return true;
}

Result<SortedItems<ShinglePosting>> PostingStore::take(std::uint32_t part, unsigned threads) {
  std::vector<std::vector<ShinglePosting>> pieces = std::exchange(pieces_, {});
  for (const Extent& extent : extents_[part]) {
    const std::span<ShinglePosting> piece = pieces.emplace_back(extent.postings);
    if (!file_->read(extent.begin, {reinterpret_cast<char*>(piece.data()), piece.size_bytes()})) {
      return Error{ErrorCode::unreadable, "", {}, "postings that were put into a temporary file cannot be read again"};
    }
  }
  // Spread over all keys, however few of the shingles this part has.
  const auto key = [&](const ShinglePosting& posting) {
    return spread(posting) << 32 | (posting.order() & 0xFFFFFFFFU);
  };
  return sorted_in_buckets(std::move(pieces), key, std::less<>(), threads);
}

}  // namespace yiwen
