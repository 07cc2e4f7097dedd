// SPDX-License-Identifier: Apache-2.0
//
// The postings of all sentences, parted by shingle, so that one part after another is sorted in memory: in memory all
// of them where there is one part, else in a file.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "dedup/bucket_sort.h"
#include "dedup/shingle_posting.h"
#include "dedup/spill_file.h"
#include "yiwen/result.h"

namespace yiwen {

class PostingStore {
 public:
  // `folder`: for the file. Fails (not_written) where it takes none.
  [[nodiscard]] static Result<PostingStore> make(std::uint32_t parts, const std::string& folder);

  // Adds postings, which are given up; false where the disk does not take them. From any thread.
  [[nodiscard]] bool put(std::vector<ShinglePosting> postings);
  // The sorted postings of a part, once: they depend on what was put, not on when. Fails (unreadable).
  [[nodiscard]] Result<SortedItems<ShinglePosting>> take(std::uint32_t part, unsigned threads);

 private:
  struct Extent {
    std::uint64_t begin = 0;  // in the file, in bytes
    std::size_t postings = 0;
  };

  explicit PostingStore(std::uint32_t parts) : extents_(parts) {}
  [[nodiscard]] std::uint64_t spread(const ShinglePosting& posting) const {
    return std::uint64_t{posting.shingle()} * extents_.size();
  }

  std::vector<std::vector<Extent>> extents_;         // of each part
  std::vector<std::vector<ShinglePosting>> pieces_;  // where there is one part
  std::unique_ptr<SpillFile> file_;
  std::unique_ptr<std::mutex> putting_ = std::make_unique<std::mutex>();
};

}  // namespace yiwen
