// SPDX-License-Identifier: Apache-2.0
#include "cluster/match_pair.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <optional>
#include <tuple>
#include <vector>

#include "cluster/remainder.h"
#include "cluster/said_otherwise.h"

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
constexpr float kEdgeCoverage = 0.40F;      // with linked neighbours on one side only: a story that goes on from this one
                                            // names the same things before and behind what it quotes; range .3-.6
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

// Running text and a heading are linked only if most of the heading stands in the text; two headings only if they are
// nearly the same: all headings of a story use its few great words.
constexpr float kHeadingInText = 0.60F;
constexpr float kHeadingCoverage = 0.70F;

// A sentence whose copy is found has no words left for a weaker likeness: what shares less than this is not looked at.
constexpr float kCopyCoverage = 0.90F;          // of both sides; range .8-1
constexpr float kBesideCopy = 0.50F;            // share of the sentence's weight; range .3-.7
constexpr std::uint32_t kNeighbours = 3;        // sentences to either side whose links support one

// Two texts are reprints of one another only if some passage is the same nearly as a whole on both sides; texts on one
// subject share phrases, never sentences. Weight 60: a sentence of some 14 characters or more.
constexpr float kWholeCoverage = 0.75F;
constexpr float kWholeScore = 60.0F;
// ... or if one of them holds a sentence of the other as it is: a headline, a digest of three sentences. Nearly all of it,
// so that a post with its name and a verb is none. Range .85-1.
constexpr float kHeldCoverage = 0.95F;
// ... or if most of each stands in the other: a brief of a few sentences may have been edited in every one of them. Texts
// on one subject share a third at most, in long ones. Range .4-.7; edited briefs in Chinese and English share .55 and more.
constexpr float kMostOfBoth = 0.5F;

bool is_running_text(const Sentence& sentence) { return sentence.kind == BlockKind::body; }

// Links that stand near in both texts and in the same order, or in one sentence on one side.
struct Support {
  float weight = 0;
  bool before = false;
  bool behind = false;
};

Support support_of(const SentenceLink& link, std::span<const SentenceLink> all,
                   std::span<const std::uint32_t> first_of_right) {
  Support support;
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
      const float weight = other.link.score * other.link.coverage / distance;
      best = std::max(best, weight);
      if (weight < kContextSupport) continue;
      support.before = support.before || across < 0 || down < 0;
      support.behind = support.behind || across > 0 || down > 0;
    }
    support.weight += best;
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
  if (!link.flanked) return link.link.coverage >= kEdgeCoverage && link.link.score >= kContextScore;
  return (link.link.coverage >= kContextCoverage && link.link.score >= kContextScore) ||
         (link.link.local >= kContextClause && link.link.score >= kContextClauseScore);
}

float rank(const SentenceLink& link) {
  return link.link.score * (0.5F + link.link.coverage) + std::min(link.support, link.link.score);
}

bool by_place(const SentenceLink& left, const SentenceLink& right) {
  return std::tie(left.right, left.link.right.begin, left.left, left.link.left.begin) <
         std::tie(right.right, right.link.right.begin, right.left, right.link.left.begin);
}

// The links between two texts, found in steps: propose, accept the best first, then what is left of merged sentences, then
// what condenses or repeats a sentence that is linked already.
class PairMatcher {
 public:
  PairMatcher(const Reference& reference, const Reference& other, const Claims& claims)
      : reference_(reference),
        other_(other),
        claims_(claims),
        has_neighbours_(std::min(reference.size(), other.size()) >= kHasNeighbours),
        said_otherwise_(reference) {
    propose();
  }

  [[nodiscard]] bool shares_nothing() const { return proposed_.empty(); }

  [[nodiscard]] bool shares_a_whole_passage() const {
    return std::any_of(proposed_.begin(), proposed_.end(), [](const SentenceLink& l) {
      const auto [less, more] = std::minmax(l.link.cover_left, l.link.cover_right);
      return l.link.score >= kWholeScore && (less >= kWholeCoverage || more >= kHeldCoverage);
    });
  }

  // One sentence that both have and no earlier reference, however short.
  [[nodiscard]] bool shares_a_sentence() const {
    return std::any_of(proposed_.begin(), proposed_.end(), [](const SentenceLink& l) {
      return l.link.score >= kContentScore && std::min(l.link.cover_left, l.link.cover_right) >= kHeldCoverage;
    });
  }

  [[nodiscard]] bool share_most_of_both() const {
    return shares_most(Side::left, reference_) && shares_most(Side::right, other_);
  }

  [[nodiscard]] float weight_of_likeness() const {
    float weight = 0;
    for (const auto& link : proposed_) {
      if (link.link.score >= kContentScore) weight += link.link.score;
    }
    return weight;
  }

  [[nodiscard]] std::vector<SentenceLink> links() {
    accepted_of_left_.resize(reference_.size());
    accepted_of_right_.resize(other_.size());
    accept_best_first();
    accept_remainders();
    accept_said_otherwise();
    accept_echoes();
    std::sort(accepted_.begin(), accepted_.end(), by_place);
    return std::move(accepted_);
  }

 private:
  enum class Side : std::uint8_t { left, right };

  [[nodiscard]] const Sentence& left(const SentenceLink& link) const { return reference_.witness().sentences[link.left]; }
  [[nodiscard]] const Sentence& right(const SentenceLink& link) const { return other_.witness().sentences[link.right]; }

  void propose() {
    for (const auto right : claims_.open()) {
      const auto sentence = other_.sentence(right);
      const float least_beside_copy = kBesideCopy * sentence.total;
      bool has_copy = false;
      std::size_t seen = 0;
      // Both lists have the best first, so that the first list begins the second, which a sentence with a copy rarely
      // needs.
      for (const float least : {least_beside_copy, 0.0F}) {
        const auto candidates = reference_.candidates(sentence, claims_.left_of(right), least);
        for (; seen < candidates.size(); ++seen) {
          if (has_copy && candidates[seen].shared < least_beside_copy) break;
          has_copy = propose(candidates[seen].sentence, right) || has_copy;
        }
        if (has_copy) break;
      }
    }
    if (proposed_.empty()) return;
    std::sort(proposed_.begin(), proposed_.end(), by_place);
    const auto first = first_of_each_right(proposed_, other_.size());
    for (auto& link : proposed_) {
      const auto support = support_of(link, proposed_, first);
      link.support = support.weight;
      link.flanked = support.before && support.behind;
    }
  }

  // Whether the one is a copy of the other.
  bool propose(std::uint32_t left, std::uint32_t right) {
    const auto link = link_passages(reference_.sentence(left), other_.sentence(right));
    if (!link || is_claimed(claims_.of(right), link->right)) return false;
    // Who speaks is no passage; the same label before the same speech is.
    const bool label = reference_.witness().sentences[left].label || other_.witness().sentences[right].label;
    if (!label || link->equal) proposed_.push_back({left, right, *link, 0, Ground::content});
    return std::min(link->cover_left, link->cover_right) >= kCopyCoverage;
  }

  // Neighbours say nothing of headings and captions: what stands beside one is another section.
  [[nodiscard]] std::optional<Ground> ground_of(const SentenceLink& link) const {
    const bool left_heads = is_heading(left(link)), right_heads = is_heading(right(link));
    if (left_heads && right_heads && std::min(link.link.cover_left, link.link.cover_right) < kHeadingCoverage) return {};
    if (left_heads != right_heads && (left_heads ? link.link.cover_left : link.link.local_right) < kHeadingInText) return {};
    if (by_content(link, has_neighbours_)) return Ground::content;
    if (is_running_text(left(link)) && is_running_text(right(link)) && by_context(link)) return Ground::context;
    // The same heading in the same place: 第三条. Who speaks is no heading.
    const bool label = left(link).label || right(link).label;
    if (left_heads && right_heads && !label && link.link.equal && by_context(link)) return Ground::context;
    return {};
  }

  // Whether most of what the text on one side says is proposed: a sentence that is two on the other side by both.
  [[nodiscard]] bool shares_most(Side side, const Reference& text) const {
    const auto sentence = [side](const SentenceLink& link) { return side == Side::left ? link.left : link.right; };
    const auto words = [side](const SentenceLink& link) {
      return side == Side::left ? link.link.left : link.link.right;
    };
    std::vector<const SentenceLink*> best_first;
    for (const auto& link : proposed_) best_first.push_back(&link);
    std::ranges::stable_sort(best_first, std::greater<>(), [](const auto* link) { return link->link.score; });
    std::vector<std::vector<UnitRange>> taken(text.size());
    float shared = 0;
    for (const auto* link : best_first) {
      auto& beside = taken[sentence(*link)];
      if (std::ranges::any_of(beside, [&](auto& other) { return claimed_share(words(*link), other) > kMostOverlap; }))
        continue;
      beside.push_back(words(*link));
      shared += link->link.score;
    }
    float all = 0;
    for (std::uint32_t s = 0; s < text.size(); ++s) all += text.sentence(s).total;
    return shared >= kWholeScore && shared >= kMostOfBoth * all;
  }

  // Whether the words of the link on one side are claimed by no accepted link.
  [[nodiscard]] bool is_free(const SentenceLink& link, Side side) const {
    const auto& beside = side == Side::left ? accepted_of_left_[link.left] : accepted_of_right_[link.right];
    return std::none_of(beside.begin(), beside.end(), [&](std::size_t k) {
      const auto& a = accepted_[k].link;
      return (side == Side::left ? claimed_share(link.link.left, a.left) : claimed_share(link.link.right, a.right)) >
             kMostOverlap;
    });
  }

  void accept(const SentenceLink& link, Ground ground) {
    accepted_of_left_[link.left].push_back(accepted_.size());
    accepted_of_right_[link.right].push_back(accepted_.size());
    accepted_.push_back(link);
    accepted_.back().ground = ground;
  }

  // Best first; each may claim only words that no better one has claimed, on either side.
  void accept_best_first() {
    std::vector<const SentenceLink*> order;
    for (auto& link : proposed_) {
      if (const auto ground = ground_of(link)) {
        link.ground = *ground;
        order.push_back(&link);
      } else if (is_heading(right(link)) && is_echo(link.link, true)) {
        echoes_.push_back(&link);
      }
    }
    // Running text before headings: a heading that says more clearly what its sentence says must not take its place, on
    // either side.
    const auto heads = [&](const SentenceLink& link) { return is_heading(left(link)) || is_heading(right(link)); };
    std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) {
      const bool a_heads = heads(*a), b_heads = heads(*b);
      if (a_heads != b_heads) return b_heads;
      // Of two copies of a short sentence, the one among the same neighbours.
      return std::pair(rank(*a), a->support) > std::pair(rank(*b), b->support);
    });
    for (const auto* link : order) {
      if (!is_free(*link, Side::right)) continue;
      if (is_free(*link, Side::left)) {
        accept(*link, link->ground);
      } else if (is_heading(right(*link)) && is_echo(link->link, true)) {
        accept(*link, Ground::echo);  // before a weaker likeness to a sentence that is still free takes its words
      } else {
        echoes_.push_back(link);
      }
    }
  }

  // The best chain of two long sentences may run through words that belong to another link. What it has in the words that
  // nobody claimed is a link of its own.
  void accept_remainders() {
    std::vector<SentenceLink> again;
    for (const auto& link : proposed_) {
      const bool running = is_running_text(left(link)) && is_running_text(right(link));
      if (!running || link.link.score < kContextScore) continue;
      const auto& beside = accepted_of_right_[link.right];
      const bool linked =
          std::any_of(beside.begin(), beside.end(), [&](std::size_t k) { return accepted_[k].left == link.left; });
      if (!linked) again.push_back(link);
    }
    std::stable_sort(again.begin(), again.end(), [](auto& a, auto& b) { return rank(a) > rank(b); });
    for (auto& link : again) {
      auto claims = claims_.of(link.right);
      for (const auto k : accepted_of_right_[link.right]) claims.push_back(accepted_[k].link.right);
      for (const auto stretch : unclaimed(std::move(claims), other_.sentence(link.right).ids.size())) {
        if (!is_link_in(stretch, link)) continue;
        accept(link, Ground::context);
        break;
      }
    }
  }

  // Whether the two sentences share enough in this stretch of the right one; the link is then the one found there.
  [[nodiscard]] bool is_link_in(UnitRange stretch, SentenceLink& link) const {
    const auto rest = link_remainder(reference_.sentence(link.left), other_.sentence(link.right), stretch);
    if (!rest) return false;
    // A number of a point before the clause that it counts (三是|育主体) stands before other points too.
    const auto breaks = other_.sentence(link.right).breaks;
    const bool whole_clauses = breaks[rest->right.begin] && breaks[rest->right.end];
    if (!whole_clauses && rest->score < kContextClauseScore) return false;
    link.link = *rest;
    // What stands beside it in the same sentence is the nearest neighbour there is.
    const auto& in_sentence = accepted_of_right_[link.right];
    const bool beside = std::any_of(in_sentence.begin(), in_sentence.end(), [&](std::size_t k) {
      const auto& a = accepted_[k];
      const auto apart = std::max(a.left, link.left) - std::min(a.left, link.left);
      return apart <= kNeighbours && (a.left < link.left) == (a.link.right.begin < rest->right.begin);
    });
    if (beside) link.support = std::max(link.support, kContextSupport);
    const bool enough = beside && rest->local >= kBesideClause && rest->score >= kContextClauseScore;
    return (enough || ground_of(link)) && is_free(link, Side::left);
  }

  // Between two neighbours that are linked, the one sentence left on each side.
  void accept_said_otherwise() {
    struct Span {
      std::uint32_t first = ~std::uint32_t{0}, last = 0;  // sentences on the left
    };
    std::vector<Span> linked(other_.size());
    std::vector<char> taken(reference_.size(), 0);
    for (const auto& link : accepted_) {
      linked[link.right] = {std::min(linked[link.right].first, link.left), std::max(linked[link.right].last, link.left)};
      taken[link.left] = 1;
    }
    for (std::uint32_t right = 1; right + 1 < other_.size(); ++right) {
      const auto &above = linked[right - 1], &below = linked[right + 1];
      if (above.last < above.first || below.last < below.first || linked[right].first <= linked[right].last) continue;
      const std::uint32_t left = above.last + 1;
      if (left + 1 != below.first || taken[left] || !claims_.of(right).empty()) continue;
      const auto &left_sentence = reference_.witness().sentences[left],
                 &right_sentence = other_.witness().sentences[right];
      if (!is_running_text(left_sentence) || !is_running_text(right_sentence)) continue;
      const auto a = reference_.sentence(left), b = other_.sentence(right);
      if (!said_otherwise_.say_the_same(a, b)) continue;
      Link link = link_passages(a, b).value_or(Link{});
      link.left = {0, static_cast<std::uint32_t>(a.ids.size())};
      link.right = {0, static_cast<std::uint32_t>(b.ids.size())};
      accept({left, right, link, kContextSupport, Ground::context, true}, Ground::context);
    }
  }

  // What found its words taken on the left only, and has no other place, condenses or repeats them.
  void accept_echoes() {
    std::stable_sort(echoes_.begin(), echoes_.end(), [](auto* a, auto* b) { return rank(*a) > rank(*b); });
    for (const auto* link : echoes_) {
      if (is_free(*link, Side::right) && is_echo(link->link, is_heading(right(*link)))) accept(*link, Ground::echo);
    }
  }

  const Reference& reference_;
  const Reference& other_;
  const Claims& claims_;
  bool has_neighbours_;
  std::vector<SentenceLink> proposed_;           // by place
  std::vector<SentenceLink> accepted_;
  std::vector<std::vector<std::size_t>> accepted_of_left_, accepted_of_right_;  // of accepted_, by sentence
  std::vector<const SentenceLink*> echoes_;      // of proposed_: the words on the left are taken
  SaidOtherwise said_otherwise_;
};

float share_linked(const Reference& witness, std::span<const SentenceLink> links) {
  float linked = 0, all = 0;
  for (std::uint32_t s = 0; s < witness.size(); ++s) all += witness.sentence(s).total;
  for (const auto& link : links) linked += link.link.score;
  return all > 0 ? std::min(1.0F, linked / all) : 0;
}

}  // namespace

PairMatch match_pair(const Reference& reference, const Reference& other, const Claims& claims, bool kin) {
  PairMatcher matcher(reference, other, claims);
  PairMatch match;
  if (matcher.shares_nothing()) return match;
  const bool reprints = matcher.shares_a_whole_passage() || matcher.share_most_of_both();
  if (!reprints && !(kin && matcher.shares_a_sentence())) {
    match.shared_phrases = matcher.weight_of_likeness();
    return match;
  }
  match.links = matcher.links();
  match.cover_right = share_linked(other, match.links);
  return match;
}

}  // namespace yiwen
