// SPDX-License-Identifier: Apache-2.0
//
// The postings of all sentences, parted by shingle, so that one part after another is joined in memory: in memory all
// of them where there is one part, else in a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "dedup/posting_buckets.h"
#include "dedup/posting_list.h"
#include "dedup/shingle_posting.h"
#include "dedup/spill_file.h"
#include "yiwen/result.h"

namespace yiwen {

class PostingStore {
 public:
  // For about so many postings. `folder`: for the file. Fails (not_written) where it takes none.
  [[nodiscard]] static Result<PostingStore> make(std::size_t expected, std::uint32_t parts, const std::string& folder);

  // Adds postings; false where the disk does not take them. From any thread.
  [[nodiscard]] bool put(std::span<const ShinglePosting> postings);
  // The postings of a part, once. Fails (unreadable).
  [[nodiscard]] Result<PostingBuckets> take(std::uint32_t part);

 private:
  struct Extent {
    std::uint64_t begin = 0;  // in the file, in bytes
    std::size_t postings = 0;
  };

  PostingStore(std::size_t expected, std::uint32_t parts) : expected_(expected), extents_(parts), whole_(expected, 1) {}
  [[nodiscard]] std::uint32_t parts() const { return static_cast<std::uint32_t>(extents_.size()); }

  std::size_t expected_;
  std::vector<std::vector<Extent>> extents_;  // of each part
  PostingBuckets whole_;                      // where there is one part
  std::unique_ptr<SpillFile> file_;
  std::unique_ptr<std::mutex> putting_ = std::make_unique<std::mutex>();
};

}  // namespace yiwen
