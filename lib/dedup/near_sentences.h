// SPDX-License-Identifier: Apache-2.0
//
// The lane of edited sentences: every two distinct sentences of a corpus whose shingles have a Jaccard similarity of
// one half or more. It is an exact join, not banded signatures: two sets that share so much must share one of the
// rarest shingles of each (prefix filter, Bayardo, Ma and Srikant 2007), and most prefixes hold shingles that stand in
// no other sentence at all, so that they need not be stored. Candidates that share a rare shingle are weighed by the
// sizes of the sets, the ranks of that shingle in them, and pictures of the sets whose difference bounds what they
// share; nearly all that stands in the list itself, so that a million refusals touch no other memory. What is left is
// compared exactly.
//
// Bounded: sentences that share one of their rarest shingles with more than kCrowdedList others are forms (the editor's
// name at the foot of each page, a form letter). Two forms never propose their articles; they are compared by kinds, as
// far as a budget goes, and how many pairs that left out is counted.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "dedup/article_corpus.h"
#include "dedup/article_links.h"
#include "dedup/form_pairs.h"
#include "dedup/posting_list.h"
#include "dedup/sentence_groups.h"
#include "dedup/sentence_prefix.h"
#include "dedup/shingle_posting.h"
#include "dedup/work_folder.h"
#include "yiwen/result.h"

namespace yiwen {

struct NearSentences {
  std::vector<std::uint8_t> is_form;  // of each distinct sentence: it stood in a crowded list
  std::vector<NearPair> pairs;        // sorted, each once, but for those that `forms` has
  // Of each pair: characters of the shorter sentence; 0 where the two differ in digits alone.
  std::vector<std::uint16_t> chars;
  FormPairs forms;
  std::uint64_t postings = 0;
  std::uint64_t candidates = 0;     // compared exactly: pairs of sentences, or of kinds of forms
  std::uint64_t skipped_lists = 0;  // of forms, beyond the budget
  std::uint64_t skipped_pairs = 0;  // at most, in those lists; a pair in several lists is counted in each
  std::uint32_t stages_found = 0;   // passes, or the whole, that a former run had left in the folder

  [[nodiscard]] bool contains(const NearPair& pair) const {
    return std::ranges::binary_search(pairs, pair) || forms.contains(pair);
  }
  [[nodiscard]] std::uint64_t count() const { return pairs.size() + forms.count(); }
};

// Sentences of fewer characters are not compared: they are equal or they are others. Range 6 to 12.
inline constexpr std::uint32_t kLeastNear = kLeastSentence;
// Pairs of forms that are compared for each distinct sentence of the corpus, the least crowded lists first: what forms
// cost grows with the corpus, not with its square. Range 0 to 100: where each form is a kind of its own, a pair costs
// up to a third of a microsecond. Chosen so that the forms of a hundred thousand made-up articles, 29.5 pairs a
// sentence, are all compared.
inline constexpr std::uint64_t kFormPairs = 32;
// And at most, for they are in memory at once: two gigabytes where each is a kind of its own and all hold.
inline constexpr std::uint64_t kMostFormPairs = std::uint64_t{1} << 28;

// Where memory is not bounded: those of a million articles, expected at 6.4 gigabytes, so that nothing is written where
// nobody asked for it. Range 2^24 to 2^34.
inline constexpr std::size_t kPostingBytes = std::size_t{1} << 33;
// Half a gigabyte, which is two bytes for each shingle of 100,000 articles; range 2^20 to 2^34. With fewer, common and
// rare shingles are told apart less well: more candidates, and other sentences that count as forms.
inline constexpr std::size_t kCountBytes = std::size_t{1} << 29;

struct NearOptions {
  unsigned threads = 1;
  // Of postings in memory: where there are more, they lie in a file and are joined in several passes.
  std::size_t posting_bytes = kPostingBytes;
  std::size_t count_bytes = kCountBytes;  // of the counts of shingles, at most
  // Where the candidates of each pass lie until all are found, and what was found at the end; in memory where there is
  // none. Postings lie there too, or where temporary files go. `parameters` tells this corpus from others.
  WorkFolder* folder = nullptr;
  std::string parameters;
  std::function<void(double)> progress;
};

// What the result depends on beside the corpus, as a line of text: a file that was made under others is not taken.
[[nodiscard]] std::string near_parameters(std::size_t count_bytes);

// The result depends neither on passes nor on threads. Fails (not_written) where the folder does not take a file.
[[nodiscard]] Result<NearSentences> find_near_sentences(const ArticleCorpus& corpus, const SentenceGroups& groups,
                                                        const NearOptions& options);

}  // namespace yiwen
