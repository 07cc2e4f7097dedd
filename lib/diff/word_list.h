// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace yiwen {

// The words of a file in lib/diff/data: one a line, a note behind a tab, # before a remark.
class WordList {
 public:
  struct Word {
    std::u32string text;
    std::string note;  // empty where the line has none
  };

  explicit WordList(std::string_view file);

  // The longest of the words that the text has at `at`; nothing where it has none.
  [[nodiscard]] const Word* longest_at(std::u32string_view text, std::size_t at) const;
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::unordered_map<char32_t, std::vector<Word>> by_first_;  // longest first; looked up only
  std::size_t size_ = 0;
};

}  // namespace yiwen
