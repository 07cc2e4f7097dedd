// SPDX-License-Identifier: Apache-2.0
//
// Pairs of articles that may share passages, from whatever lane: each lane says how many characters it saw shared, and
// the sum decides whether the pair is worth an exact comparison.
//
// Bounded: a sentence that stands in many articles proposes each of them to a few others only, to those that are most
// like it; so boilerplate of ten thousand pages costs ten thousand proposals, not fifty million.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dedup/article_corpus.h"
#include "dedup/sentence_groups.h"
#include "dedup/sentence_standing.h"

namespace yiwen {

struct NearSentences;

struct ArticleLink {
  std::uint32_t left = 0;  // left < right
  std::uint32_t right = 0;
  std::uint32_t shared = 0;  // characters
  std::uint32_t rare = 0;    // the same, those of common sentences counted in part; in kRareUnits of a character
};

inline constexpr std::uint32_t kRareUnits = 64;

// Shorter sentences propose nothing: 记者, 图片来源. In characters; range 6 to 12.
inline constexpr std::uint32_t kLeastSentence = 8;

// A pair is compared where it shares this many rare characters, or this part of the shorter article in rare characters,
// or this part of it in any: a brief that five hundred papers print has no rare sentences. All lie below what links two
// articles (article_match.h), for the comparison finds more than the lanes do: sentences that were broken, merged, or
// changed much. Range 20 to 80 characters, one long sentence or two; 0.05 to 0.25; 0.3 to 0.7.
inline constexpr std::uint32_t kLeastRare = 40;
inline constexpr double kLeastRarePart = 0.1;
inline constexpr double kLeastPart = 0.5;

// Adds the links that equal sentences propose; boilerplate proposes nothing.
void link_equal_sentences(const ArticleCorpus& corpus, const SentenceGroups& groups, const SentenceStanding& standing,
                          std::vector<ArticleLink>& links);

// Adds the links that edited sentences propose; two that differ in digits alone propose nothing. Pairs of sentences that
// stand in many articles propose a few of them only.
void link_near_sentences(const SentenceGroups& groups, const NearSentences& near, unsigned threads,
                         std::vector<ArticleLink>& links);

// One link a pair, sorted, those that share too little left out.
void merge_links(const ArticleCorpus& corpus, std::vector<ArticleLink>& links, unsigned threads);

}  // namespace yiwen
