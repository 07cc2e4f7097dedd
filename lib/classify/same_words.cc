// SPDX-License-Identifier: Apache-2.0
#include "classify/same_words.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/data_lines.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_alike_words_tsv;
extern const std::string_view classify_regional_words_tsv;
extern const std::string_view classify_word_forms_tsv;
}

namespace {

class SameWords {
 public:
  explicit SameWords(std::string_view file) {
    each_data_line(file, [&](std::string_view line) {
      std::u32string first;  // of the line, which stands for all
      while (!line.empty()) {
        auto word = normalize(next_field(line)).chars;
        if (word.empty()) continue;
        if (first.empty()) first = word;
        const auto begin = word.front();
        by_first_[begin].emplace_back(std::move(word), first);
      }
    });
    for (auto& [begin, words] : by_first_) {
      std::stable_sort(words.begin(), words.end(),
                       [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    }
  }

  std::u32string first_forms(std::u32string_view folded) const {
    std::u32string out;
    for (std::size_t at = 0; at < folded.size();) {
      if (const auto* word = longest(folded.substr(at))) {
        out += word->second;
        at += word->first.size();
      } else {
        out.push_back(folded[at++]);
      }
    }
    return out;
  }

 private:
  // The longest word that begins the text, and what stands for it; the first of a file where two lines have it.
  const std::pair<std::u32string, std::u32string>* longest(std::u32string_view text) const {
    const auto found = by_first_.find(text.front());
    if (found == by_first_.end()) return nullptr;
    const auto word = std::find_if(found->second.begin(), found->second.end(),
                                   [&](const auto& w) { return text.starts_with(w.first); });
    return word == found->second.end() ? nullptr : &*word;
  }

  std::unordered_map<char32_t, std::vector<std::pair<std::u32string, std::u32string>>> by_first_;  // looked up only
};

}  // namespace

std::u32string in_one_region(std::u32string_view folded) {
  static const SameWords kWords(embedded::classify_regional_words_tsv);
  return kWords.first_forms(folded);
}

std::u32string in_one_spelling(std::u32string_view folded) {
  static const SameWords kWords(embedded::classify_word_forms_tsv);
  return kWords.first_forms(folded);
}

std::u32string in_one_sense(std::u32string_view folded) {
  static const SameWords kWords(embedded::classify_alike_words_tsv);
  return kWords.first_forms(folded);
}

}  // namespace yiwen
