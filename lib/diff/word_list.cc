// SPDX-License-Identifier: Apache-2.0
#include "diff/word_list.h"

#include <algorithm>

#include "base/data_lines.h"
#include "base/utf8.h"

namespace yiwen {

WordList::WordList(std::string_view file) {
  each_data_line(file, [&](std::string_view line) {
    auto text = to_utf32(next_field(line));
    const auto first = text.front();
    by_first_[first].push_back({std::move(text), std::string(line)});
    ++size_;
  });
  for (auto& [first, words] : by_first_) {
    std::stable_sort(words.begin(), words.end(),
                     [](const Word& a, const Word& b) { return a.text.size() > b.text.size(); });
  }
}

const WordList::Word* WordList::longest_at(std::u32string_view text, std::size_t at) const {
  if (at >= text.size()) return nullptr;
  const auto found = by_first_.find(text[at]);
  if (found == by_first_.end()) return nullptr;
  for (const auto& word : found->second) {
    if (text.substr(at).starts_with(word.text)) return &word;
  }
  return nullptr;
}

}  // namespace yiwen
