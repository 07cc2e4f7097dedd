// SPDX-License-Identifier: Apache-2.0
#include "dedup/posting_store.h"

#include <span>
#include <utility>

namespace yiwen {

Result<PostingStore> PostingStore::make(std::size_t expected, std::uint32_t parts, const std::string& folder) {
  PostingStore store(expected, parts);
  if (parts > 1) {
    auto file = SpillFile::make(folder);
    if (!file) return file.error();
    store.file_ = std::move(file).value();
  }
  return store;
}

bool PostingStore::put(std::span<const ShinglePosting> postings) {
  if (file_ == nullptr) {
    whole_.put(postings);
    return true;
  }
  std::vector<PostingList> of_part(parts());
  for (const ShinglePosting& posting : postings) {
    of_part[PostingBuckets::part_of(posting.shingle(), parts())].push_back(posting);
  }
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

Result<PostingBuckets> PostingStore::take(std::uint32_t part) {
  if (file_ == nullptr) return std::exchange(whole_, PostingBuckets(0, 1));
  PostingBuckets buckets(expected_ / parts(), parts());
  PostingList postings;
  for (const Extent& extent : extents_[part]) {
    postings.resize(extent.postings);
    const std::span<ShinglePosting> piece = postings;
    if (!file_->read(extent.begin, {reinterpret_cast<char*>(piece.data()), piece.size_bytes()})) {
      return Error{ErrorCode::unreadable, "", {}, "postings that were put into a temporary file cannot be read again"};
    }
    buckets.put(piece);
  }
  return buckets;
}

}  // namespace yiwen
