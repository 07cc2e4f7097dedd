// SPDX-License-Identifier: Apache-2.0
//
// Lists of words in data/ of which each serves something else: a role a line, and behind it its words, all parted by
// tabs. A role may have several lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yiwen {

using Words = std::vector<std::u32string>;

class WordsByRole {
 public:
  // Blanks inside a word are left out, as they are of folded text. REQUIRES: file is valid UTF-8
  explicit WordsByRole(std::string_view file);

  // The words of a role, in the order of the file. Throws std::out_of_range where the file has no such role: a fault of
  // the data that the first use shows.
  [[nodiscard]] const Words& of(std::string_view role) const;

  // The first role that has the word.
  [[nodiscard]] std::optional<std::string_view> role_of(std::u32string_view word) const;

 private:
  std::vector<std::pair<std::string, Words>> roles_;
};

// How the begin, the end or the whole of a text meets the words of a list.
[[nodiscard]] bool is_one_of(std::u32string_view text, const Words& words);
[[nodiscard]] bool begins_with_one_of(std::u32string_view text, const Words& words);
[[nodiscard]] bool ends_with_one_of(std::u32string_view text, const Words& words);
[[nodiscard]] bool holds_one_of(std::u32string_view text, const Words& words);

}  // namespace yiwen
