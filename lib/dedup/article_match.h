// SPDX-License-Identifier: Apache-2.0
//
// The exact comparison of two articles: which sentences of the one carry which of the other, how much of each that is,
// and whether it makes the one a reprint of the other.
//
// Sentences are compared as sets of shingles, without regard to where they are cut: one that was broken in two, or
// merged with its neighbour, is found by what it holds. Cost: linear in the characters of both.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "dedup/article_corpus.h"
#include "dedup/folded_shingles.h"
#include "dedup/sentence_groups.h"
#include "dedup/sentence_standing.h"

namespace yiwen {

// Jaccard similarity of two sentences that are the same one edited: by 2-grams where either has fewer than 20
// characters, else by 3-grams. Range 0.4 to 0.6; 0.5 keeps a sentence of 20 characters with two words replaced.
inline constexpr double kSentenceJaccard = 0.5;
// Between two sentences that match, the one between them may have changed more.
inline constexpr double kJaccardBetween = 0.2;
// Part of the shingles of a sentence that must lie in the other where it was cut or merged. Range 0.7 to 0.9.
inline constexpr double kSentenceContainment = 0.8;
// Shorter pieces are not looked for inside other sentences: they are anywhere. In shingles.
inline constexpr std::uint32_t kLeastContained = 6;

// Part of the shorter article that must be shared, boilerplate set aside on both sides. Range 0.2 to 0.5: below it lie
// articles that quote the same speech.
inline constexpr double kLinkShare = 0.3;
// The same where all that is shared stands in many articles. Range 0.7 to 0.95: a brief that many papers print is
// shared nearly whole; the footer of a site is not the page.
inline constexpr double kCommonLinkShare = 0.8;
// What is shared must be a sentence at least. In characters.
inline constexpr std::uint32_t kLeastShared = 12;

struct SentenceMatch {
  enum class Kind : std::uint8_t { equal, similar, between, contained, contains, template_only };
  std::uint32_t left = 0;   // sentence of the anchor
  std::uint32_t right = 0;  // sentence of the other
  Kind kind = Kind::equal;  // contained: the right one lies in the left one
};

enum class ArticleRelation : std::uint8_t {
  identical,
  near_copy,
  contains,   // the other carries the anchor and much more
  contained,  // the other is a run from the middle of the anchor
  tail_cut,
  head_cut,
  abridged,
  reordered,
  excerpt,  // each has much that the other lacks
  boilerplate_only,
};
[[nodiscard]] const char* to_string(ArticleRelation relation);

struct ArticleMatch {
  bool linked = false;
  double cover_anchor = 0;  // part of the anchor that the other carries, [0, 1]; boilerplate set aside
  double cover_other = 0;
  ArticleRelation relation = ArticleRelation::boilerplate_only;
  std::vector<SentenceMatch> matches;  // by right, then left
};

// One article, made ready to be compared with many.
class AnchorArticle {
 public:
  AnchorArticle(const ArticleCorpus& corpus, const SentenceStanding& standing, std::uint32_t article);

  [[nodiscard]] ArticleMatch compare(std::uint32_t other);

 private:
  struct Posting {
    std::uint32_t shingle = 0;
    std::uint32_t sentence = 0;  // plus one; 0: empty
  };
  void index_shingles();
  void match_equal(std::uint32_t other, std::vector<SentenceMatch>& matches);
  void match_similar(std::uint32_t other, std::vector<SentenceMatch>& matches);
  void match_between(std::uint32_t other, std::vector<SentenceMatch>& matches);

  const ArticleCorpus* corpus_;
  const SentenceStanding* standing_;
  std::uint32_t article_;
  std::vector<std::uint32_t> by_text_;   // sentences, by text and place
  std::vector<Posting> postings_;        // open addressing
  std::vector<std::uint32_t> used_;      // copies of a text that are matched, at its first sentence; 0 between calls
  std::vector<std::uint32_t> set_size_;  // shingles of each sentence
  std::vector<std::uint32_t> votes_;     // of each sentence, all 0 between calls
  // Storage that is used again.
  std::vector<std::uint32_t> voted_;
  std::vector<SentenceMatch> pieces_;
  SentenceShingles left_set_, right_set_, right_again_;
  std::vector<std::uint8_t> left_taken_;
  std::vector<std::uint8_t> right_taken_;
};

}  // namespace yiwen
