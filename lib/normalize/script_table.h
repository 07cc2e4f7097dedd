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

 private:
  ScriptTable();
  std::vector<char32_t> fold_;  // indexed by code point
};

}  // namespace yiwen
