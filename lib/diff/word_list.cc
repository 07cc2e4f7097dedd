// SPDX-License-Identifier: Apache-2.0
#include "diff/word_list.h"

#include <algorithm>

#include "base/utf8.h"

namespace yiwen {

WordList::WordList(std::string_view file) {
  while (!file.empty()) {
    const std::string_view line = file.substr(0, file.find('\n'));
    file.remove_prefix(std::min(file.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    const auto tab = std::min(line.find('\t'), line.size());
    Word word{to_utf32(line.substr(0, tab)), std::string(line.substr(std::min(tab + 1, line.size())))};
    by_first_[word.text.front()].push_back(std::move(word));
    ++size_;
  }
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
