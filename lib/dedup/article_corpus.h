// SPDX-License-Identifier: Apache-2.0
//
// Many articles in the compact form in which they are compared: folded characters at two bytes each, sentences of
// sixteen bytes. Columns, not objects: a million articles are two thousand million characters and fifty million
// sentences.
//
// Articles are read in parts, one after another or at once; a finished corpus is the parts side by side, in whatever
// order the caller names the articles.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/unset_array.h"
#include "dedup/folded_article.h"
#include "dedup/spill_file.h"

namespace yiwen {

struct StoredSentence {
  std::uint32_t chars_begin = 0;  // in the folded characters of its article
  std::uint32_t begin = 0;        // code points of the text
  std::uint32_t end = 0;
  std::uint32_t text = 0;  // which distinct sentence it is; known once sentences are grouped
};

// A run of articles as they were read.
class CorpusPart {
 public:
  // Folds one more article. `storage` is used again and again. REQUIRES: text is valid UTF-8
  void add(std::string_view text, FoldedArticle& storage);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(articles_.size()); }
  // That are in memory.
  [[nodiscard]] std::uint64_t bytes() const {
    return articles_.size() * sizeof(Article) + sentences_.size() * sizeof(StoredSentence) +
           hashes_.size() * sizeof(std::uint64_t) + chars_.size() * sizeof(char16_t);
  }
  // Puts the folded characters into the file, or keeps them where it does not take them.
  void spill(SpillFile& file);
  // No more articles follow: gives back what was kept ready for them.
  void close();

 private:
  friend class ArticleCorpus;
  struct Article {
    std::uint64_t chars_begin = 0;
    std::uint32_t sentences_begin = 0;
    std::uint32_t chars = 0;
    std::uint64_t hash = 0;
  };

  std::vector<Article> articles_;
  std::vector<StoredSentence> sentences_;
  std::vector<std::uint64_t> hashes_;  // of the sentences
  std::u16string chars_;
  std::optional<std::uint64_t> spilled_at_;  // where they lie in the file instead, in bytes
};

// Where an article was put: part and place in it.
struct PlaceInParts {
  std::uint32_t part = 0;
  std::uint32_t article = 0;
};

class ArticleCorpus {
 public:
  // The articles in the order of `order`. `file`: the one into which parts were spilled, of which `pages` are kept in
  // memory at most, in bytes. REQUIRES: order names each article of the parts at most once
  ArticleCorpus(std::vector<CorpusPart> parts, std::span<const PlaceInParts> order, unsigned threads = 1,
                std::unique_ptr<SpillFile> file = nullptr, std::uint64_t pages = UINT64_MAX);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(articles_.size()); }
  [[nodiscard]] std::uint32_t sentence_count() const { return static_cast<std::uint32_t>(sentences_.size()); }
  // Folded characters of an article.
  [[nodiscard]] std::u16string_view chars(std::uint32_t article) const {
    return {articles_[article].chars, articles_[article].char_count};
  }
  // Of the characters and the lengths of the sentences, in order.
  [[nodiscard]] std::uint64_t hash(std::uint32_t article) const { return articles_[article].hash; }
  [[nodiscard]] std::uint32_t first_sentence(std::uint32_t article) const { return articles_[article].first_sentence; }
  [[nodiscard]] std::uint32_t sentence_count(std::uint32_t article) const { return articles_[article].sentence_count; }
  [[nodiscard]] std::span<const StoredSentence> sentences(std::uint32_t article) const {
    return {sentences_.data() + articles_[article].first_sentence, articles_[article].sentence_count};
  }
  [[nodiscard]] std::u16string_view sentence_chars(std::uint32_t article, std::uint32_t sentence) const;

  [[nodiscard]] std::span<StoredSentence> all_sentences() { return sentences_.all(); }
  // Gives the sentences of a copy the texts of those of the first. REQUIRES: hash(first) == hash(copy)
  void copy_texts(std::uint32_t first, std::uint32_t copy);
  // Of the characters of each sentence of each article, in order.
  [[nodiscard]] std::span<const std::uint64_t> sentence_hashes() const { return hashes_.all(); }
  // No longer needed once the sentences are grouped.
  void drop_sentence_hashes() { hashes_ = {}; }

 private:
  struct Article {
    const char16_t* chars = nullptr;
    std::uint32_t char_count = 0;
    std::uint32_t first_sentence = 0;
    std::uint32_t sentence_count = 0;
    std::uint64_t hash = 0;
  };

  std::vector<std::u16string> chars_;  // of the parts
  std::unique_ptr<SpillFile> file_;
  std::vector<Article> articles_;
  UnsetArray<StoredSentence> sentences_;
  UnsetArray<std::uint64_t> hashes_;
};

}  // namespace yiwen
