// SPDX-License-Identifier: Apache-2.0
#include "unit/report/golden.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace yiwen {

void expect_golden(std::string_view name, const std::string& actual) {
  const std::filesystem::path path = std::filesystem::path(YIWEN_SOURCE_DIR) / "tests/golden/report" / name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << " is missing; UPDATE_GOLDEN=1 writes it";
  std::ostringstream content;
  content << file.rdbuf();
  const std::string expected = content.str();
  if (expected == actual) return;
  std::istringstream expected_lines(expected), actual_lines(actual);
  std::string left, right;
  for (int line = 1;; ++line) {
    const bool has_left = static_cast<bool>(std::getline(expected_lines, left));
    const bool has_right = static_cast<bool>(std::getline(actual_lines, right));
    if (has_left != has_right || left != right || !has_left) {
      FAIL() << path << " line " << line << "\n  expected: " << (has_left ? left : "(end)")
             << "\n  actual:   " << (has_right ? right : "(end)") << "\nUPDATE_GOLDEN=1 accepts the new text";
    }
  }
}

}  // namespace yiwen
