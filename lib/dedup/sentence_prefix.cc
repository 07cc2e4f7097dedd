// SPDX-License-Identifier: Apache-2.0
#include "dedup/sentence_prefix.h"

#include <algorithm>

#include "dedup/posting_list.h"
#include "dedup/sort_few.h"

namespace yiwen {
namespace {

std::uint32_t prefix_of(std::uint32_t size) { return size - (size + 1) / 2 + 1; }

}  // namespace

void SentencePrefix::put(const Sentence& sentence, std::vector<ShinglePosting>& postings) {
  const auto& [text, chars, shingles, counts, counted] = sentence;
  // What stands once in the corpus is first in the order, and in no list. Without a branch on the count, which is not
  // predictable.
  const std::uint32_t alone_below = counted && k_ == 3 ? 2 : 0;
  shared_.resize(shingles.size());
  std::uint64_t picture = 0;
  std::uint64_t sketch = 0;
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < shingles.size(); ++i) {
    picture |= ShinglePosting::pictured(shingles[i]);
    shared_[count] = std::uint64_t{counts[i]} << 32 | shingles[i];
    const bool is_alone = counts[i] < alone_below;
    sketch ^= is_alone ? sketched(shingles[i]) : 0;
    count += is_alone ? 0U : 1U;
  }
  const auto all = static_cast<std::uint32_t>(shingles.size());
  shared_.resize(count);
  const std::uint32_t alone = all - count;
  // The smallest set that may match has half the size, all of it shared. Repeated shingles make the set smaller than
  // this, so the prefix is no longer than that.
  if (alone >= prefix_of(all)) return;
  sort_few(shared_);
  for (const std::uint64_t ranked : shared_) sketch ^= sketched(static_cast<Shingle>(ranked));
  sketches_[text] = sketch;
  const std::uint32_t size = alone + static_cast<std::uint32_t>(shared_.size());
  if (size * kCharsAShingle < chars) return;
  const std::uint32_t prefix = prefix_of(size);
  for (std::uint32_t rank = alone; rank < prefix; ++rank) {
    const std::uint64_t ranked = shared_[rank - alone];
    const auto shingle = static_cast<Shingle>(ranked);
    if (!counted && ranked >> 32 == 0) continue;  // in none of those with which it is compared
    postings.push_back(ShinglePosting({.shingle = shingle,
                                       .text = text,
                                       .is_long = chars >= kShortChars,
                                       .size = size,
                                       .rank = rank,
                                       .picture = picture}));
  }
}

}  // namespace yiwen
