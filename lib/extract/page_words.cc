// SPDX-License-Identifier: Apache-2.0
#include "extract/page_words.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/char_class.h"
#include "base/data_lines.h"
#include "base/utf8.h"

namespace yiwen {

namespace embedded {
extern const std::string_view extract_page_words_tsv;
}  // namespace embedded

namespace {

bool is_small_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 0xC0 && is_latin(c)); }

bool splits_latin_word(std::u32string_view text, std::size_t begin, std::size_t end) {
  return (begin > 0 && is_small_latin(text[begin]) && is_small_latin(text[begin - 1])) ||
         (end < text.size() && is_small_latin(text[end - 1]) && is_small_latin(text[end]));
}

std::map<std::string_view, WordTable> read_groups() {
  std::map<std::string_view, std::vector<std::u32string>> words;
  each_data_line(embedded::extract_page_words_tsv, [&](std::string_view line) {
    std::vector<std::u32string>& group = words[next_field(line)];
    while (!line.empty()) group.push_back(to_utf32(next_field(line)));
  });
  std::map<std::string_view, WordTable> groups;
  for (auto& [name, group] : words) groups.emplace(name, WordTable(std::move(group)));
  return groups;
}

}  // namespace

WordTable::WordTable(std::initializer_list<std::u32string_view> words)
    : WordTable(std::vector<std::u32string>(words.begin(), words.end())) {}

WordTable::WordTable(std::vector<std::u32string> words) : words_(std::move(words)) {
  std::sort(words_.begin(), words_.end(), [](std::u32string_view left, std::u32string_view right) {
    if (left.front() != right.front()) return left.front() < right.front();
    return left.size() != right.size() ? left.size() > right.size() : left < right;
  });
  for (const auto& word : words_) begins_.set(word.front() % begins_.size());
}

std::vector<std::u32string>::const_iterator WordTable::first_with(char32_t c) const {
  if (!begins_[c % begins_.size()]) return words_.end();
  return std::lower_bound(words_.begin(), words_.end(), c,
                          [](std::u32string_view entry, char32_t first) { return entry.front() < first; });
}

std::size_t WordTable::match(std::u32string_view text, std::size_t at) const {
  if (at >= text.size()) return 0;
  for (auto word = first_with(text[at]); word != words_.end() && word->front() == text[at]; ++word)
    if (text.substr(at).starts_with(*word) && !splits_latin_word(text, at, at + word->size())) return word->size();
  return 0;
}

std::size_t WordTable::match_spaced(std::u32string_view text, std::size_t at) const {
  if (at >= text.size()) return 0;
  for (auto word = first_with(text[at]); word != words_.end() && word->front() == text[at]; ++word) {
    std::size_t i = at;
    std::size_t matched = 0;
    while (matched < word->size()) {
      while (matched > 0 && i < text.size() && text[i] == ' ' && (*word)[matched] != ' ') ++i;
      if (i == text.size() || text[i] != (*word)[matched]) break;
      ++i;
      ++matched;
    }
    if (matched == word->size() && !splits_latin_word(text, at, i)) return i - at;
  }
  return 0;
}

bool WordTable::occurs_in(std::u32string_view text) const {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (match(text, i) > 0) return true;
  return false;
}

std::size_t WordTable::count_distinct(std::u32string_view text) const {
  std::vector<std::u32string_view> seen;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = match(text, i);
    if (size > 0) seen.push_back(text.substr(i, size));
    i += std::max<std::size_t>(size, 1);
  }
  std::sort(seen.begin(), seen.end());
  return static_cast<std::size_t>(std::unique(seen.begin(), seen.end()) - seen.begin());
}

const WordTable& page_words(std::string_view group) {
  static const std::map<std::string_view, WordTable> kGroups = read_groups();
  return kGroups.at(group);
}

}  // namespace yiwen
