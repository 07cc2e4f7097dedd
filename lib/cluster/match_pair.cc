// SPDX-License-Identifier: Apache-2.0
#include "cluster/match_pair.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <tuple>

namespace yiwen {

namespace {

// Thresholds, in weights of passage.h (a pair of units that is rare weighs about 5) and shares of the lighter sentence.
// Measured on annotated reprints: content alone at .55/25 is right in 99 of 100 links and finds nine of ten near ones;
// what it misses is found by context at the lower bounds.
constexpr float kContentCoverage = 0.55F;   // range .4-.7
constexpr float kContentScore = 25.0F;      // five rare pairs: six characters that no other sentence has; range 15-40
constexpr float kHalfCoverage = 0.35F;      // a condensed or half rewritten passage ...
constexpr float kHalfScore = 40.0F;         // ... shares at least a clause
constexpr float kClauseCoverage = 0.60F;    // a clause that two long sentences share; range .5-.8
constexpr float kClauseScore = 50.0F;
constexpr float kContextCoverage = 0.30F;   // with neighbours linked in order; range .2-.5
constexpr float kContextScore = 4.0F;       // one rare pair
constexpr float kContextClause = 0.40F;     // the same for a clause of a longer sentence; range .3-.6
constexpr float kContextClauseScore = 12.0F;
constexpr float kBesideClause = 0.35F;      // the same beside a linked clause of the same sentence
constexpr float kContextSupport = 12.0F;    // half of a short sentence linked next to it
// Without linked neighbours, in texts long enough to have some, a passage must be the same nearly as a whole or weigh
// much: a post with its name (40) stands in many a sentence.
constexpr float kLonelyCoverage = 0.75F;
constexpr float kLonelyScore = 60.0F;
constexpr std::uint32_t kHasNeighbours = 8;  // sentences of such a text
constexpr float kEqualScore = 3.0F;         // sentences that are the same, unit for unit, need no more than two units

// A further passage (heading, second copy) of a sentence that is linked already must be covered this far and weigh this
// much: headings condense, but what is left of the sentence stands in them in order.
constexpr float kEchoCoverage = 0.60F;
constexpr float kEchoClause = 0.80F;  // of one clause of a heading that has several
constexpr float kEchoScore = 12.0F;
constexpr float kHeavyEcho = 25.0F;   // from this weight on, kEchoCoverage is enough for a clause too
// A sentence that cites a linked one in a clause of its own (the minister said that …) holds that clause nearly as it was.
constexpr float kCitedClause = 0.75F;
constexpr float kCitedScore = 40.0F;
// Within one text the bar is higher: parallel clauses (推动… 推动…) are how speeches are built.
constexpr float kRepeatCoverage = 0.80F;
constexpr float kRepeatScore = 40.0F;
// A second copy that lost its head or tail is still covered as a whole, and longer than any set phrase.
constexpr float kCutCopyCoverage = 0.90F;
constexpr float kCutCopyScore = 60.0F;
// Two headings are one only if they are nearly the same: all headings of a story use its few great words.
constexpr float kHeadingCoverage = 0.70F;
constexpr std::uint32_t kHeadingReach = 12;  // a heading condenses what stands below it: so far, or to the next heading

// Two links claim the same words when they share more than this of the shorter claim.
constexpr float kMostOverlap = 0.34F;

constexpr std::uint32_t kNeighbours = 3;        // sentences to either side whose links support one
constexpr std::size_t kMaxCandidates = 16;      // per sentence, best first by shared weight; a merged sentence, which
constexpr std::size_t kUnitsPerCandidate = 4;   // matches many, has one more for every so many units
constexpr float kLeastShared = 3.0F;            // weight below which a pair is not compared at all

// Two texts are reprints of one another only if some passage is the same nearly as a whole on both sides; texts on one
// subject share phrases, never sentences. Weight 60: a sentence of some 14 characters or more.
constexpr float kWholeCoverage = 0.75F;
constexpr float kWholeScore = 60.0F;

bool is_heading(const Sentence& sentence) {
  return sentence.kind == BlockKind::heading || sentence.kind == BlockKind::title;
}

bool is_running_text(const Sentence& sentence) { return sentence.kind == BlockKind::body; }

// A further passage of a linked sentence: see the constants.
bool is_echo(const Link& link, bool heading) {
  if (heading) {
    const float clause = link.score >= kHeavyEcho ? kEchoCoverage : kEchoClause;
    return link.score >= kEchoScore && (link.cover_right >= kEchoCoverage || link.local_right >= clause);
  }
  return (link.cover_right >= kRepeatCoverage && link.score >= kRepeatScore) ||
         (link.local_right >= kCitedClause && link.score >= kCitedScore);
}


float claimed_share(UnitRange claim, UnitRange other) {
  const auto shorter = std::min(claim.size(), other.size());
  return shorter == 0 ? 0 : static_cast<float>(intersection(claim, other).size()) / static_cast<float>(shorter);
}

bool is_claimed(const std::vector<UnitRange>& claims, UnitRange words) {
  return std::any_of(claims.begin(), claims.end(), [&](UnitRange claim) { return claimed_share(claim, words) > kMostOverlap; });
}

// Links that stand near in both texts and in the same order, or in one sentence on one side.
float support_of(const SentenceLink& link, std::span<const SentenceLink> all, std::span<const std::uint32_t> first_of_right) {
  float support = 0;
  const auto rights = static_cast<std::uint32_t>(first_of_right.size() - 1);
  const std::uint32_t from = link.right > kNeighbours ? link.right - kNeighbours : 0;
  const std::uint32_t to = std::min(rights, link.right + kNeighbours + 1);
  for (std::uint32_t right = from; right < to; ++right) {
    float best = 0;
    for (auto k = first_of_right[right]; k < first_of_right[right + 1]; ++k) {
      const auto& other = all[k];
      const auto across = static_cast<std::int64_t>(other.left) - static_cast<std::int64_t>(link.left);
      const auto down = static_cast<std::int64_t>(other.right) - static_cast<std::int64_t>(link.right);
      if ((across == 0 && down == 0) || std::abs(across) > static_cast<std::int64_t>(kNeighbours)) continue;
      if (across * down < 0) continue;
      if (across == 0 && claimed_share(link.link.left, other.link.left) > kMostOverlap) continue;
      if (down == 0 && claimed_share(link.link.right, other.link.right) > kMostOverlap) continue;
      const auto distance = static_cast<float>(std::max(std::abs(across), std::abs(down)));
      best = std::max(best, other.link.score * other.link.coverage / distance);
    }
    support += best;
  }
  return support;
}

std::vector<std::uint32_t> first_of_each_right(std::span<const SentenceLink> links, std::uint32_t rights) {
  std::vector<std::uint32_t> first(rights + 1, 0);
  for (const auto& link : links) ++first[link.right + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  return first;
}

bool by_content(const SentenceLink& link, bool has_neighbours) {
  if (link.link.equal && link.link.score >= kContentScore) return true;
  if (has_neighbours && link.support < kContextSupport && link.link.coverage < kLonelyCoverage && link.link.score < kLonelyScore) return false;
  return (link.link.coverage >= kContentCoverage && link.link.score >= kContentScore) ||
         (link.link.coverage >= kHalfCoverage && link.link.score >= kHalfScore) ||
         (link.link.local >= kClauseCoverage && link.link.score >= kClauseScore);
}

bool by_context(const SentenceLink& link) {
  if (link.support < kContextSupport) return false;
  if (link.link.equal && link.link.score >= kEqualScore) return true;
  return (link.link.coverage >= kContextCoverage && link.link.score >= kContextScore) ||
         (link.link.local >= kContextClause && link.link.score >= kContextClauseScore);
}

float rank(const SentenceLink& link) {
  return link.link.score * (0.5F + link.link.coverage) + std::min(link.support, link.link.score);
}

// The stretches of a sentence that no link holds.
std::vector<UnitRange> unclaimed(const WeighedSentence& sentence, std::uint32_t index, std::span<const SentenceLink> accepted,
                                 std::vector<UnitRange> claims) {
  for (const auto& link : accepted) {
    if (link.right == index) claims.push_back(link.link.right);
  }
  std::sort(claims.begin(), claims.end());
  std::vector<UnitRange> gaps;
  std::uint32_t begin = 0;
  for (const auto claim : claims) {
    if (claim.begin > begin) gaps.push_back({begin, claim.begin});
    begin = std::max(begin, claim.end);
  }
  const auto size = static_cast<std::uint32_t>(sentence.ids.size());
  if (begin < size) gaps.push_back({begin, size});
  std::erase_if(gaps, [](UnitRange gap) { return gap.size() < 2; });
  return gaps;
}

WeighedSentence part_of(const WeighedSentence& sentence, UnitRange range) {
  const auto weights = sentence.weights.subspan(range.begin, range.size() - 1);
  return {sentence.ids.subspan(range.begin, range.size()), weights, std::accumulate(weights.begin(), weights.end(), 0.0F),
          sentence.breaks.subspan(range.begin, range.size() + 1)};
}

// The passage that a sentence and the unclaimed rest of another share. A rest is a clause or two: there the order of the
// words may differ (人形机器人300多款 / 300多款人形机器人), so shared pairs count wherever they stand.
std::optional<Link> link_remainder(const WeighedSentence& left, const WeighedSentence& right) {
  auto link = link_passages(left, right);
  if (!link) return {};
  std::vector<std::uint64_t> pairs;
  for (std::size_t k = 0; k + 1 < left.ids.size(); ++k) pairs.push_back(pair_key(left.ids[k], left.ids[k + 1]));
  std::sort(pairs.begin(), pairs.end());
  float shared = 0;
  UnitRange words = link->right;
  for (std::uint32_t k = 0; k + 1 < right.ids.size(); ++k) {
    if (!std::binary_search(pairs.begin(), pairs.end(), pair_key(right.ids[k], right.ids[k + 1]))) continue;
    shared += right.weights[k];
    words = {std::min(words.begin, k), std::max(words.end, k + 2)};
  }
  const float loose = std::min(1.0F, shared / right.total);
  if (loose > link->local) {
    link->local = link->local_right = loose;
    link->score = std::max(link->score, shared);
    link->right = words;
  }
  return link;
}

bool by_place(const SentenceLink& left, const SentenceLink& right) {
  return std::tie(left.right, left.link.right.begin, left.left, left.link.left.begin) <
         std::tie(right.right, right.link.right.begin, right.left, right.link.left.begin);
}

}  // namespace

Reference::Reference(const Witness& witness, const Rarity& rarity) : witness_(&witness) {
  for (std::uint32_t s = 0; s < witness.units.size(); ++s) {
    const auto& ids = witness.units[s].ids;
    weights_.push_back(rarity.weights(witness.units[s]));
    totals_.push_back(std::accumulate(weights_.back().begin(), weights_.back().end(), 0.0F));
    auto& breaks = breaks_.emplace_back(ids.size() + 1, 1);
    for (std::size_t k = 1; k < ids.size(); ++k) {
      breaks[k] = witness.normal->clause_begins(witness.units[s].ranges[k].begin);
    }
    for (std::size_t k = 0; k + 1 < ids.size(); ++k) {
      auto& list = sentences_with_[pair_key(ids[k], ids[k + 1])];
      if (list.empty() || list.back() != s) list.push_back(s);
    }
  }
}

WeighedSentence Reference::sentence(std::uint32_t index) const {
  return {witness_->units[index].ids, weights_[index], totals_[index], breaks_[index]};
}

std::vector<Reference::Candidate> Reference::candidates(const WeighedSentence& other) const {
  std::vector<Candidate> shared;  // one entry a shared pair, then one a sentence
  for (std::size_t k = 0; k + 1 < other.ids.size(); ++k) {
    const auto found = sentences_with_.find(pair_key(other.ids[k], other.ids[k + 1]));
    if (found == sentences_with_.end()) continue;
    for (const std::uint32_t s : found->second) shared.push_back({s, other.weights[k]});
  }
  std::sort(shared.begin(), shared.end(), [](auto& a, auto& b) { return a.sentence < b.sentence; });
  std::vector<Candidate> candidates;
  for (const auto& entry : shared) {
    if (candidates.empty() || candidates.back().sentence != entry.sentence) candidates.push_back({entry.sentence, 0});
    candidates.back().shared += entry.shared;
  }
  std::erase_if(candidates, [](const Candidate& c) { return c.shared < kLeastShared; });
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.shared != b.shared ? a.shared > b.shared : a.sentence < b.sentence;
  });
  candidates.resize(std::min(candidates.size(), std::max(kMaxCandidates, other.ids.size() / kUnitsPerCandidate)));
  return candidates;
}

PairMatch match_pair(const Reference& reference, const Reference& other, const Claims& claims) {
  PairMatch match;
  std::vector<SentenceLink> proposed;
  for (std::uint32_t right = 0; right < other.size(); ++right) {
    for (const auto& candidate : reference.candidates(other.sentence(right))) {
      const auto link = link_passages(reference.sentence(candidate.sentence), other.sentence(right));
      if (!link || is_claimed(claims[right], link->right)) continue;
      // Who speaks is no passage; the same label before the same speech is.
      const bool label = reference.witness().sentences[candidate.sentence].label || other.witness().sentences[right].label;
      if (!label || link->equal) proposed.push_back({candidate.sentence, right, *link, 0, Ground::content});
    }
  }
  std::sort(proposed.begin(), proposed.end(), by_place);
  const auto first = first_of_each_right(proposed, other.size());
  for (auto& link : proposed) link.support = support_of(link, proposed, first);

  if (std::none_of(proposed.begin(), proposed.end(), [](const SentenceLink& l) {
        return l.link.cover_left >= kWholeCoverage && l.link.cover_right >= kWholeCoverage && l.link.score >= kWholeScore;
      })) {
    for (const auto& link : proposed) {
      if (link.link.score >= kContentScore) match.shared_phrases += link.link.score;
    }
    return match;
  }

  // Best first; each may claim only words that no better one has claimed, on either side. Neighbours say nothing of
  // headings and captions: what stands beside one is another section.
  const bool has_neighbours = std::min(reference.size(), other.size()) >= kHasNeighbours;
  const auto ground_of = [&](const SentenceLink& link) -> std::optional<Ground> {
    const auto &left = reference.witness().sentences[link.left], &right = other.witness().sentences[link.right];
    if (is_heading(left) && is_heading(right) && std::min(link.link.cover_left, link.link.cover_right) < kHeadingCoverage) return {};
    // A heading and running text: what they share must be most of the heading.
    if (is_heading(left) != is_heading(right) && (is_heading(left) ? link.link.cover_left : link.link.local_right) < kEchoCoverage) return {};
    if (by_content(link, has_neighbours)) return Ground::content;
    if (is_running_text(left) && is_running_text(right) && by_context(link)) return Ground::context;
    return {};
  };
  std::vector<const SentenceLink*> order, echoes;
  for (auto& link : proposed) {
    const auto& right = other.witness().sentences[link.right];
    if (const auto ground = ground_of(link)) {
      link.ground = *ground;
      order.push_back(&link);
    } else if (is_heading(right) && is_echo(link.link, true)) {
      echoes.push_back(&link);
    }
  }
  // Running text before headings: a heading that says more clearly what its sentence says must not take its place.
  std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) {
    const bool a_heads = is_heading(other.witness().sentences[a->right]), b_heads = is_heading(other.witness().sentences[b->right]);
    return a_heads != b_heads ? b_heads : rank(*a) > rank(*b);
  });
  std::vector<SentenceLink> accepted;
  const auto is_free = [&](const SentenceLink& link, bool left) {
    return std::none_of(accepted.begin(), accepted.end(), [&](const SentenceLink& a) {
      return left ? a.left == link.left && claimed_share(link.link.left, a.link.left) > kMostOverlap
                  : a.right == link.right && claimed_share(link.link.right, a.link.right) > kMostOverlap;
    });
  };
  for (const auto* link : order) {
    if (!is_free(*link, false)) continue;
    const bool heading = is_heading(other.witness().sentences[link->right]);
    if (is_free(*link, true)) {
      accepted.push_back(*link);
    } else if (heading && is_echo(link->link, true)) {
      accepted.push_back(*link);  // before a weaker likeness to a sentence that is still free takes its words
      accepted.back().ground = Ground::echo;
    } else {
      echoes.push_back(link);
    }
  }
  // The best chain of two long sentences may run through words that belong to another link. What it has in the words that
  // nobody claimed is a link of its own.
  std::vector<SentenceLink> again;
  for (const auto& link : proposed) {
    if (link.link.score < kContextScore) continue;
    const bool running = is_running_text(reference.witness().sentences[link.left]) && is_running_text(other.witness().sentences[link.right]);
    if (running && std::none_of(accepted.begin(), accepted.end(), [&](auto& a) { return a.left == link.left && a.right == link.right; })) {
      again.push_back(link);
    }
  }
  std::stable_sort(again.begin(), again.end(), [](auto& a, auto& b) { return rank(a) > rank(b); });
  for (auto& link : again) {
    for (const auto gap : unclaimed(other.sentence(link.right), link.right, accepted, claims[link.right])) {
      auto rest = link_remainder(reference.sentence(link.left), part_of(other.sentence(link.right), gap));
      if (!rest) continue;
      rest->right = {rest->right.begin + gap.begin, rest->right.end + gap.begin};
      link.link = *rest;
      // What stands beside it in the same sentence is the nearest neighbour there is.
      const bool beside = std::any_of(accepted.begin(), accepted.end(), [&](const SentenceLink& a) {
        const auto apart = std::max(a.left, link.left) - std::min(a.left, link.left);
        return a.right == link.right && apart <= kNeighbours && (a.left < link.left) == (a.link.right.begin < rest->right.begin);
      });
      if (beside) link.support = std::max(link.support, kContextSupport);
      const bool enough = beside && rest->local >= kBesideClause && rest->score >= kContextClauseScore;
      if (!(enough || ground_of(link)) || !is_free(link, true)) continue;
      link.ground = Ground::context;
      accepted.push_back(link);
      break;
    }
  }
  // What found its words taken on the left only, and has no other place, condenses or repeats them.
  std::stable_sort(echoes.begin(), echoes.end(), [](auto* a, auto* b) { return rank(*a) > rank(*b); });
  for (const auto* link : echoes) {
    if (!is_free(*link, false) || !is_echo(link->link, is_heading(other.witness().sentences[link->right]))) continue;
    accepted.push_back(*link);
    accepted.back().ground = Ground::echo;
  }
  std::sort(accepted.begin(), accepted.end(), by_place);
  match.links = std::move(accepted);

  float linked = 0, all = 0;
  for (std::uint32_t right = 0; right < other.size(); ++right) all += other.sentence(right).total;
  for (const auto& link : match.links) linked += link.link.score;
  match.cover_right = all > 0 ? std::min(1.0F, linked / all) : 0;
  return match;
}

std::vector<SentenceLink> match_within(const Reference& reference, const Claims& claims) {
  std::vector<SentenceLink> links;
  const auto& sentences = reference.witness().sentences;
  for (std::uint32_t right = 0; right < reference.size(); ++right) {
    std::optional<SentenceLink> best;
    std::uint32_t reach = right + kHeadingReach;  // of a heading: its section
    if (is_heading(sentences[right])) {
      std::uint32_t next = right + 1;
      while (next < sentences.size() && (sentences[right].kind == BlockKind::title || !is_heading(sentences[next]))) ++next;
      reach = std::max(reach, next);
    }
    for (const auto& candidate : reference.candidates(reference.sentence(right))) {
      if (candidate.sentence == right) continue;
      const bool heading = is_heading(sentences[right]) && candidate.sentence > right && candidate.sentence <= reach;
      if (!heading && candidate.sentence > right) continue;  // a copy is linked to the first, once
      const auto link = link_passages(reference.sentence(candidate.sentence), reference.sentence(right));
      if (!link || is_claimed(claims[right], link->right)) continue;
      bool same = false;
      if (heading) {
        // A title may stand again over the text, without what a page put before it.
        same = is_heading(sentences[candidate.sentence]) ? link->cover_left >= kRepeatCoverage && link->score >= kRepeatScore
                                                         : is_echo(*link, true);
      } else {
        same = (link->cover_left >= kRepeatCoverage && link->cover_right >= kRepeatCoverage &&
                (link->score >= kRepeatScore || link->equal)) ||
               (link->cover_right >= kCutCopyCoverage && link->score >= kCutCopyScore);
      }
      if (same && (!best || link->score > best->link.score)) {
        best = SentenceLink{candidate.sentence, right, *link, 0, Ground::echo};
      }
    }
    if (best) links.push_back(*best);
  }
  return links;
}

}  // namespace yiwen
