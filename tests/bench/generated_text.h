// SPDX-License-Identifier: Apache-2.0
//
// Text with the statistics that the hot loops feel: characters and words as frequent as in Chinese, the same on every
// run.
#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace yiwen {

class GeneratedText {
 public:
  explicit GeneratedText(std::uint32_t seed) : random_(seed) {
    words_.reserve(kWords);
    for (std::size_t i = 0; i < kWords; ++i) {
      const std::size_t size = i < 50 ? 1 : 2 + (below(5) == 0 ? 1 : 0);
      std::u32string word;
      while (word.size() < size) word.push_back(character());
      words_.push_back(std::move(word));
    }
  }

  [[nodiscard]] std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }

  // Of 3 000 characters, each as frequent as its rank says (Zipf).
  [[nodiscard]] char32_t character() { return 0x4E00 + static_cast<char32_t>(zipf(3000)); }

  // As many words of the vocabulary as give `chars` characters or a few more.
  [[nodiscard]] std::vector<std::u32string> words(std::size_t chars) {
    std::vector<std::u32string> out;
    for (std::size_t size = 0; size < chars; size += out.back().size()) out.push_back(word());
    return out;
  }
  [[nodiscard]] const std::u32string& word() { return words_[static_cast<std::size_t>(zipf(kWords))]; }

  // One third of the changes each deletes, inserts and replaces.
  [[nodiscard]] std::vector<std::uint32_t> changed(const std::vector<std::uint32_t>& tokens, std::uint32_t percent) {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t token : tokens) {
      const bool keep = below(100) >= percent;
      const std::uint32_t kind = below(3);
      if (keep || kind == 1) out.push_back(token);
      if (!keep && kind != 0) out.push_back(character());
    }
    return out;
  }
  [[nodiscard]] std::vector<std::uint32_t> characters(std::size_t size) {
    std::vector<std::uint32_t> out(size);
    for (std::uint32_t& c : out) c = character();
    return out;
  }

 private:
  static constexpr std::size_t kWords = 30'000;

  [[nodiscard]] double zipf(double ranks) { return std::pow(ranks, static_cast<double>(random_()) / 4294967296.0) - 1; }

  std::mt19937 random_;
  std::vector<std::u32string> words_;
};

}  // namespace yiwen
