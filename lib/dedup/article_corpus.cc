// SPDX-License-Identifier: Apache-2.0
#include "dedup/article_corpus.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "base/hash.h"
#include "base/parallel.h"

namespace yiwen {
namespace {

std::uint64_t hash_of(std::u16string_view chars) {
  return hash64(std::string_view(reinterpret_cast<const char*>(chars.data()), chars.size() * sizeof(char16_t)));
}

}  // namespace

void CorpusPart::add(std::string_view text, FoldedArticle& storage) {
  fold_article(text, storage);
  Article article{.chars_begin = chars_.size(),
                  .sentences_begin = static_cast<std::uint32_t>(sentences_.size()),
                  .chars = static_cast<std::uint32_t>(storage.chars.size()),
                  .hash = 0};
  const std::u16string_view chars = storage.chars;
  std::uint64_t all = 0;
  for (const FoldedSentence& sentence : storage.sentences) {
    const std::uint64_t hash = hash_of(chars.substr(sentence.chars.begin, sentence.chars.size()));
    sentences_.push_back({sentence.chars.begin, sentence.range.begin, sentence.range.end, 0});
    hashes_.push_back(hash);
    all = (all ^ hash) * 0x9E3779B97F4A7C15U + 1;
  }
  article.hash = all;
  chars_.append(chars);
  articles_.push_back(article);
}

void CorpusPart::spill(SpillFile& file) {
  spilled_at_ = file.put({reinterpret_cast<const char*>(chars_.data()), chars_.size() * sizeof(char16_t)});
  if (spilled_at_) std::u16string().swap(chars_);
}

void CorpusPart::close() {
  articles_.shrink_to_fit();
  sentences_.shrink_to_fit();
  hashes_.shrink_to_fit();
  chars_.shrink_to_fit();
}

ArticleCorpus::ArticleCorpus(std::vector<CorpusPart> parts, std::span<const PlaceInParts> order, unsigned threads,
                             std::unique_ptr<SpillFile> file, std::uint64_t pages)
    : file_(std::move(file)) {
  std::size_t sentences = 0;
  chars_.reserve(parts.size());  // a short string lives inside its object and must not move
  std::vector<const char16_t*> chars_of_part;
  for (CorpusPart& part : parts) {
    sentences += part.sentences_.size();
    chars_.push_back(std::move(part.chars_));
    chars_of_part.push_back(part.spilled_at_ ? reinterpret_cast<const char16_t*>(file_->map(pages) + *part.spilled_at_)
                                             : chars_.back().data());
  }
  articles_.reserve(order.size());
  std::uint32_t first = 0;
  std::vector<std::vector<std::uint32_t>> of_part(parts.size());  // where its articles went
  for (std::uint32_t number = 0; number < order.size(); ++number) {
    const PlaceInParts place = order[number];
    const CorpusPart& part = parts[place.part];
    const CorpusPart::Article& from = part.articles_[place.article];
    const std::size_t end = place.article + 1 < part.articles_.size()
                                ? part.articles_[place.article + 1].sentences_begin
                                : part.sentences_.size();
    const auto count = static_cast<std::uint32_t>(end - from.sentences_begin);
    articles_.push_back({.chars = chars_of_part[place.part] + from.chars_begin,
                         .char_count = from.chars,
                         .first_sentence = first,
                         .sentence_count = count,
                         .hash = from.hash});
    of_part[place.part].push_back(number);
    first += count;
  }
  // Part by part, and one column after the other, each given up when it is copied: nearly nothing is there twice.
  const auto gather = [&](auto column, auto& all) {
    all = std::remove_reference_t<decltype(all)>(sentences);
    parallel_for(parts.size(), threads, [&](std::size_t p) {
      auto& from = parts[p].*column;
      for (const std::uint32_t number : of_part[p]) {
        const Article& to = articles_[number];
        const std::uint32_t begin = parts[p].articles_[order[number].article].sentences_begin;
        std::copy_n(from.data() + begin, to.sentence_count, all.data() + to.first_sentence);
      }
      std::remove_reference_t<decltype(from)>().swap(from);
    });
  };
  gather(&CorpusPart::sentences_, sentences_);
  gather(&CorpusPart::hashes_, hashes_);
}

void ArticleCorpus::copy_texts(std::uint32_t first, std::uint32_t copy) {
  for (std::uint32_t s = 0; s < articles_[first].sentence_count; ++s) {
    sentences_[articles_[copy].first_sentence + s].text = sentences_[articles_[first].first_sentence + s].text;
  }
}

std::u16string_view ArticleCorpus::sentence_chars(std::uint32_t article, std::uint32_t sentence) const {
  const Article& a = articles_[article];
  const StoredSentence* const first = sentences_.data() + a.first_sentence;
  const std::uint32_t begin = first[sentence].chars_begin;
  const std::uint32_t end = sentence + 1 < a.sentence_count ? first[sentence + 1].chars_begin : a.char_count;
  return {a.chars + begin, end - begin};
}

}  // namespace yiwen
