// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace yiwen {

// Folds traditional and variant characters to the one simplified character that stands for all of them.
class ScriptTable {
 public:
  // The table that ships with OpenCC, read once on first use. Throws std::runtime_error where it is missing.
  [[nodiscard]] static const ScriptTable& instance();

  [[nodiscard]] char32_t fold(char32_t c) const { return c < fold_.size() ? fold_[c] : c; }

  // Some other character folds to it, and traditional text does not write it itself (业, but not 后).
  [[nodiscard]] bool is_simplified(char32_t c) const { return c < simplified_.size() && simplified_[c]; }

 private:
  ScriptTable();
  std::vector<char32_t> fold_;      // indexed by code point
  std::vector<bool> simplified_;    // likewise
};

}  // namespace yiwen
