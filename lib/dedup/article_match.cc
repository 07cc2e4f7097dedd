// SPDX-License-Identifier: Apache-2.0
#include "dedup/article_match.h"

#include <algorithm>
#include <bit>
#include <span>
#include <tuple>

#include "dedup/article_links.h"
#include "dedup/folded_shingles.h"

namespace yiwen {
namespace {

// A shingle that stands in more sentences of one article than this says nothing of any of them.
constexpr std::uint32_t kMostPostings = 8;
// A sentence is compared exactly with those that share this many of its shingles, or a fifth of them.
constexpr std::uint32_t kLeastVotes = 2;
// Sentences on either side between which one that changed much is looked for.
constexpr std::uint32_t kWidestGap = 8;

// The parts of an article that decide its relation to the anchor. All in [0, 1] of the anchor or the other.
constexpr double kWhole = 0.8;        // carried as good as whole
constexpr double kCut = 0.08;         // a missing end of this size is a cut, below it a line fell out
constexpr double kMostlyThere = 0.7;  // of what is missing, at one end
constexpr double kMoved = 0.1;        // of the matches, out of order

double jaccard_of(std::u16string_view left, std::u16string_view right, SentenceShingles& a, SentenceShingles& b) {
  const std::uint32_t k = compared_by(left, right);
  a.assign(left, k);
  const std::uint32_t shared = b.assign_and_share(right, k, a);
  const std::uint32_t all = a.size() + b.size() - shared;
  return all == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(all);
}

// How many of the matches stand in the order of the anchor: the longest rising run of left sides.
std::size_t in_order(const std::vector<SentenceMatch>& matches) {
  std::vector<std::uint32_t> ends;  // ends[n]: the least last element of a run of n + 1
  for (const SentenceMatch& match : matches) {
    const auto at = std::ranges::upper_bound(ends, match.left);
    if (at == ends.end()) {
      ends.push_back(match.left);
    } else {
      *at = match.left;
    }
  }
  return ends.size();
}

}  // namespace

const char* to_string(ArticleRelation relation) {
  switch (relation) {
    case ArticleRelation::identical:
      return "identical";
    case ArticleRelation::near_copy:
      return "near";
    case ArticleRelation::contains:
      return "contains";
    case ArticleRelation::contained:
      return "contained";
    case ArticleRelation::tail_cut:
      return "tail-cut";
    case ArticleRelation::head_cut:
      return "head-cut";
    case ArticleRelation::abridged:
      return "abridged";
    case ArticleRelation::reordered:
      return "reordered";
    case ArticleRelation::excerpt:
      return "excerpt";
    case ArticleRelation::boilerplate_only:
      return "boilerplate-only";
  }
  return "";
}

AnchorArticle::AnchorArticle(const ArticleCorpus& corpus, const SentenceStanding& standing, std::uint32_t article)
    : corpus_(&corpus), standing_(&standing), article_(article) {
  const auto sentences = corpus.sentences(article);
  by_text_.resize(sentences.size());
  for (std::uint32_t s = 0; s < by_text_.size(); ++s) by_text_[s] = s;
  std::ranges::sort(by_text_, [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(sentences[a].text, a) < std::tie(sentences[b].text, b);
  });
  used_.resize(sentences.size());
}

void AnchorArticle::index_shingles() {
  if (!postings_.empty()) return;
  const std::uint32_t count = corpus_->sentence_count(article_);
  postings_.resize(std::bit_ceil(corpus_->chars(article_).size() * 2 + 2));
  votes_.resize(count);
  set_size_.resize(count);
  const std::size_t mask = postings_.size() - 1;
  for (std::uint32_t s = 0; s < count; ++s) {
    each_folded_shingle(corpus_->sentence_chars(article_, s), 3, [&](Shingle shingle) {
      std::uint32_t met = 0;
      std::size_t at = shingle & mask;
      for (; postings_[at].sentence != 0; at = (at + 1) & mask) {
        if (postings_[at].shingle != shingle) continue;
        if (postings_[at].sentence == s + 1 || ++met == kMostPostings) break;
      }
      if (postings_[at].sentence == s + 1 && postings_[at].shingle == shingle) return;
      ++set_size_[s];
      if (postings_[at].sentence == 0) postings_[at] = {shingle, s + 1};
    });
  }
}

// Sentences that are equal, copies in their order.
void AnchorArticle::match_equal(std::uint32_t other, std::vector<SentenceMatch>& matches) {
  const auto left = corpus_->sentences(article_);
  const auto right = corpus_->sentences(other);
  const auto text_of = [&](std::uint32_t s) { return left[s].text; };
  for (std::uint32_t r = 0; r < right.size(); ++r) {
    const auto begin = std::ranges::lower_bound(by_text_, right[r].text, {}, text_of);
    const std::span same(begin, std::ranges::upper_bound(begin, by_text_.end(), right[r].text, {}, text_of));
    if (same.empty()) continue;
    std::uint32_t& used = used_[same.front()];
    const std::uint32_t copy = std::min(used, static_cast<std::uint32_t>(same.size()) - 1);
    ++used;
    matches.push_back({same[copy], r, SentenceMatch::Kind::equal});
    left_taken_[same[copy]] = 1;
    right_taken_[r] = 1;
  }
  for (const SentenceMatch& match : matches) {
    used_[*std::ranges::lower_bound(by_text_, left[match.left].text, {}, text_of)] = 0;
  }
}

void AnchorArticle::match_similar(std::uint32_t other, std::vector<SentenceMatch>& matches) {
  const std::uint32_t count = corpus_->sentence_count(other);
  const std::size_t mask = postings_.size() - 1;
  for (std::uint32_t r = 0; r < count; ++r) {
    if (right_taken_[r] != 0) continue;
    const std::u16string_view chars = corpus_->sentence_chars(other, r);
    right_set_.clear();
    voted_.clear();
    each_folded_shingle(chars, 3, [&](Shingle shingle) {
      if (!right_set_.insert(shingle)) return;
      std::uint32_t met = 0;
      for (std::size_t at = shingle & mask; postings_[at].sentence != 0; at = (at + 1) & mask) {
        if (postings_[at].shingle != shingle) continue;
        const std::uint32_t s = postings_[at].sentence - 1;
        if (votes_[s]++ == 0) voted_.push_back(s);
        if (++met == kMostPostings) break;
      }
    });
    std::ranges::sort(voted_);
    const std::uint32_t size = right_set_.size();
    double best = 0;
    std::uint32_t best_left = 0;
    pieces_.clear();
    for (const std::uint32_t s : voted_) {
      const std::uint32_t votes = std::exchange(votes_[s], 0);
      if (left_taken_[s] != 0 || votes < std::min(kLeastVotes, size)) continue;
      const std::u16string_view left = corpus_->sentence_chars(article_, s);
      double likeness = static_cast<double>(votes) / static_cast<double>(size + set_size_[s] - votes);
      if (left.size() < kShortChars || chars.size() < kShortChars)
        likeness = jaccard_of(left, chars, left_set_, right_again_);
      if (likeness > best) best = likeness, best_left = s;
      const std::uint32_t smaller = std::min(size, set_size_[s]);
      if (smaller >= kLeastContained && votes >= kSentenceContainment * smaller) {
        const bool inside = size <= set_size_[s];
        pieces_.push_back({s, r, inside ? SentenceMatch::Kind::contained : SentenceMatch::Kind::contains});
      }
    }
    if (best >= kSentenceJaccard) {
      const bool form = same_template(corpus_->sentence_chars(article_, best_left), chars);
      matches.push_back({best_left, r, form ? SentenceMatch::Kind::template_only : SentenceMatch::Kind::similar});
      left_taken_[best_left] = 1;
      right_taken_[r] = 1;
    } else if (!pieces_.empty()) {
      matches.insert(matches.end(), pieces_.begin(), pieces_.end());
      right_taken_[r] = 1;
      // A sentence that holds others has used them up; one that lies in another leaves room for its other half.
      for (const SentenceMatch& piece : pieces_) left_taken_[piece.left] = piece.kind == SentenceMatch::Kind::contains;
    }
  }
}

// A sentence that changed beyond likeness, in the place where it should be.
void AnchorArticle::match_between(std::uint32_t other, std::vector<SentenceMatch>& matches) {
  std::vector<SentenceMatch> found;
  for (std::size_t m = 0; m + 1 < matches.size(); ++m) {
    const SentenceMatch before = matches[m];
    const SentenceMatch after = matches[m + 1];
    if (after.right <= before.right + 1 || after.left <= before.left + 1) continue;
    if (after.right - before.right > kWidestGap || after.left - before.left > kWidestGap) continue;
    std::uint32_t from = before.left + 1;
    for (std::uint32_t r = before.right + 1; r < after.right; ++r) {
      double best = kJaccardBetween;
      std::uint32_t best_left = 0;
      bool any = false;
      for (std::uint32_t s = from; s < after.left; ++s) {
        if (left_taken_[s] != 0) continue;
        const double likeness =
            jaccard_of(corpus_->sentence_chars(article_, s), corpus_->sentence_chars(other, r), left_set_, right_set_);
        if (likeness < best) continue;
        if (any && likeness == best) continue;
        best = likeness, best_left = s, any = true;
      }
      if (!any) continue;
      found.push_back({best_left, r, SentenceMatch::Kind::between});
      left_taken_[best_left] = 1;
      right_taken_[r] = 1;
      from = best_left + 1;
    }
  }
  matches.insert(matches.end(), found.begin(), found.end());
}

ArticleMatch AnchorArticle::compare(std::uint32_t other) {
  using Kind = SentenceMatch::Kind;
  const auto by_place = [](const SentenceMatch& a, const SentenceMatch& b) {
    return std::tie(a.right, a.left) < std::tie(b.right, b.left);
  };
  const auto left = corpus_->sentences(article_);
  const auto right = corpus_->sentences(other);
  left_taken_.assign(left.size(), 0);
  right_taken_.assign(right.size(), 0);
  ArticleMatch result;
  auto& matches = result.matches;
  match_equal(other, matches);
  if (matches.size() < right.size()) {
    index_shingles();
    match_similar(other, matches);
    std::ranges::sort(matches, by_place);
    match_between(other, matches);
    std::ranges::sort(matches, by_place);
  }

  // What of each side is carried by the other, in characters.
  const auto length = [&](std::uint32_t article, std::uint32_t s) {
    return static_cast<std::uint32_t>(corpus_->sentence_chars(article, s).size());
  };
  std::vector<std::uint32_t> left_carried(left.size());
  std::vector<std::uint32_t> right_carried(right.size());
  std::uint64_t evidence = 0;
  std::uint64_t rare = 0;
  for (std::size_t m = 0; m < matches.size(); ++m) {
    const SentenceMatch match = matches[m];
    const std::uint32_t left_length = length(article_, match.left);
    const std::uint32_t right_length = length(other, match.right);
    const std::uint32_t shared = std::min(left_length, right_length);
    const bool piece = match.kind == Kind::contained || match.kind == Kind::contains;
    auto& on_left = left_carried[match.left];
    auto& on_right = right_carried[match.right];
    const std::uint32_t before = on_left;
    on_left = piece ? std::min(left_length, on_left + shared) : left_length;
    on_right = piece ? std::min(right_length, on_right + shared) : right_length;
    const std::uint32_t left_text = left[match.left].text;
    const std::uint32_t right_text = right[match.right].text;
    if (standing_->is_boilerplate(left_text) || standing_->is_boilerplate(right_text)) continue;
    // Short sentences and forms filled in anew say something beside a sentence that matches by itself.
    const auto speaks = [&](std::size_t n) {
      const SentenceMatch& m2 = matches[n];
      return m2.kind != Kind::template_only && length(other, m2.right) >= kLeastShared;
    };
    const auto beside = [&](std::size_t n) {
      return n < matches.size() && speaks(n) &&
             (matches[n].right + 1 == match.right || match.right + 1 == matches[n].right) &&
             (matches[n].left + 1 == match.left || match.left + 1 == matches[n].left);
    };
    if (!speaks(m) && !(m > 0 && beside(m - 1)) && !beside(m + 1)) continue;
    const std::uint32_t fresh = on_left - std::min(before, on_left);
    evidence += fresh;
    const bool common = standing_->is_common(left_text) && standing_->is_common(right_text);
    if (!common) rare += fresh;
  }

  std::uint64_t left_total = 0, left_shared = 0, right_total = 0, right_shared = 0;
  std::uint64_t head = 0, tail = 0, missing = 0;
  bool begun = false;
  for (std::uint32_t s = 0; s < left.size(); ++s) {
    if (standing_->is_boilerplate(left[s].text)) continue;
    const std::uint32_t chars = length(article_, s);
    left_total += chars;
    left_shared += left_carried[s];
    const std::uint32_t lost = chars - left_carried[s];
    missing += lost;
    if (left_carried[s] * 2 >= chars) {
      if (!begun) head = missing - lost;
      begun = true;
      tail = 0;
    } else {
      tail += lost;
    }
  }
  for (std::uint32_t s = 0; s < right.size(); ++s) {
    if (standing_->is_boilerplate(right[s].text)) continue;
    right_total += length(other, s);
    right_shared += right_carried[s];
  }
  const auto part = [](std::uint64_t of, std::uint64_t all) {
    return all == 0 ? 0.0 : static_cast<double>(of) / static_cast<double>(all);
  };
  result.cover_anchor = part(left_shared, left_total);
  result.cover_other = part(right_shared, right_total);
  const std::uint64_t shorter = std::min(left_total, right_total);
  const double share = part(evidence, shorter);
  result.linked =
      evidence >= kLeastShared && share >= kLinkShare && (rare >= kLeastShared || share >= kCommonLinkShare);

  const bool anchor_whole = result.cover_anchor >= kWhole;
  const bool other_whole = result.cover_other >= kWhole;
  const auto ends = [&](std::uint64_t end) {
    return part(end, left_total) >= kCut && part(end, missing) >= kMostlyThere;
  };
  if (evidence == 0) {
    result.relation = ArticleRelation::boilerplate_only;
  } else if (!other_whole) {
    result.relation = anchor_whole ? ArticleRelation::contains : ArticleRelation::excerpt;
  } else if (ends(tail)) {
    result.relation = ArticleRelation::tail_cut;
  } else if (ends(head)) {
    result.relation = ArticleRelation::head_cut;
  } else if (!anchor_whole) {
    result.relation = ends(head + tail) ? ArticleRelation::contained : ArticleRelation::abridged;
  } else if (const auto moved = matches.size() - in_order(matches);
             moved >= 2 && static_cast<double>(moved) >= kMoved * static_cast<double>(matches.size())) {
    result.relation = ArticleRelation::reordered;
  } else {
    result.relation = ArticleRelation::near_copy;
  }
  return result;
}

}  // namespace yiwen
