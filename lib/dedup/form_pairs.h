// SPDX-License-Identifier: Apache-2.0
//
// Sentences of crowded lists against each other: forms, such as the name of an editor at the foot of each page. Two that
// share no rare shingle share what they both have of common ones and nothing else. So forms of as many shingles, of
// which the same ones are common, are of one kind, and whether two kinds are near is found once for all of their
// sentences: a form filled in by ten thousand hands is compared with itself, not with fifty million pairs.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "dedup/shingle_counts.h"
#include "dedup/shingle_posting.h"

namespace yiwen {

// The folded characters of a sentence; asked from one thread.
using CharsOf = std::function<std::u16string_view(std::uint32_t text)>;

// Which sentences are forms of which kind.
struct Form {
  std::uint32_t text = 0;
  std::uint32_t kind = 0;
  friend auto operator<=>(const Form&, const Form&) = default;
};

// Pairs of sentences, each once, as pairs of kinds: every form of the one with every form of the other.
class FormPairs {
 public:
  FormPairs() = default;
  // Sorted, each once; `kinds`: left <= right.
  FormPairs(std::vector<Form> forms, std::vector<NearPair> kinds) : forms_(std::move(forms)), kinds_(std::move(kinds)) {}

  [[nodiscard]] bool contains(const NearPair& pair) const;
  // Of sentences.
  [[nodiscard]] std::uint64_t count() const;
  // Adds to that of each sentence how many others it makes a pair with.
  void count_others(std::span<std::uint32_t> others) const;
  // Adds those of others, of which none is here already.
  void add(const FormPairs& others);

  [[nodiscard]] const std::vector<Form>& forms() const { return forms_; }
  [[nodiscard]] const std::vector<NearPair>& kinds() const { return kinds_; }

 private:
  [[nodiscard]] std::vector<std::uint32_t> sizes() const;  // of the kinds, in sentences

  std::vector<Form> forms_;
  std::vector<NearPair> kinds_;
};

struct ComparedForms {
  FormPairs near;
  std::uint64_t compared = 0;  // pairs of kinds
};

// The pairs in any of the lists whose Jaccard similarity by k-grams is kSentenceJaccard at least by the common shingles
// that they share; those that share a rare one too are to be found in its list. By 2-grams two long sentences are not
// compared. REQUIRES: the shingles of the lists are among `common`. Cost: the shingles of all forms, and what the lists
// have of pairs of kinds, each compared once.
[[nodiscard]] ComparedForms compare_forms(std::span<const std::span<const ShinglePosting>> lists, std::uint32_t k,
                                          const CharsOf& chars, const CommonShingles& common, unsigned threads);

}  // namespace yiwen
