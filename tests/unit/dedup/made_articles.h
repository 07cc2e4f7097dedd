// SPDX-License-Identifier: Apache-2.0
//
// Articles of nobody's, from fixed seeds.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "dedup/article_corpus.h"

namespace yiwen {

// Characters drawn as unevenly as those of real text: few are common.
inline std::u32string made_sentence(std::mt19937_64& random, std::size_t chars, std::uint32_t alphabet = 2000) {
  std::u32string text;
  for (std::size_t i = 0; i < chars; ++i) {
    const double uniform = static_cast<double>(random() >> 11) * 0x1.0p-53;
    text += static_cast<char32_t>(0x4E00 + static_cast<std::uint32_t>(uniform * uniform * alphabet));
  }
  return text;
}

inline std::vector<std::u32string> made_article(std::mt19937_64& random, std::size_t sentences) {
  std::vector<std::u32string> article;
  for (std::size_t i = 0; i < sentences; ++i) article.push_back(made_sentence(random, 8 + random() % 50));
  return article;
}

inline std::string text_of(const std::vector<std::u32string>& sentences, std::size_t from = 0,
                           std::size_t count = 100000) {
  std::string text;
  for (std::size_t i = from; i < std::min(sentences.size(), from + count); ++i) text += to_utf8(sentences[i]) + "。";
  return text;
}

inline ArticleCorpus corpus_of(const std::vector<std::string>& texts) {
  std::vector<CorpusPart> parts(1);
  std::vector<PlaceInParts> order;
  FoldedArticle storage;
  for (const std::string& text : texts) {
    parts[0].add(text, storage);
    order.push_back({0, static_cast<std::uint32_t>(order.size())});
  }
  return ArticleCorpus(std::move(parts), order);
}

}  // namespace yiwen
