// SPDX-License-Identifier: Apache-2.0
#include "base/code_point_index.h"

#include "base/utf8.h"

namespace yiwen {

namespace {
constexpr std::uint32_t kBlock = 64;  // bytes that one answer may count
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text), before_block_(text.size() / kBlock + 1) {
  for (std::size_t block = 1; block < before_block_.size(); ++block) {
    before_block_[block] = before_block_[block - 1] + count_code_points(text.substr((block - 1) * kBlock, kBlock));
  }
}

std::uint32_t CodePointIndex::at(std::uint32_t byte) const {
  const std::uint32_t block = byte / kBlock;
  return before_block_[block] + count_code_points(text_.substr(block * kBlock, byte - block * kBlock));
}

}  // namespace yiwen
