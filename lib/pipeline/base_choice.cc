// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "classify/torn_heads.h"
#include "diff/word_breaks.h"

namespace yiwen {

namespace {

// A sentence with a damaged or misprinted spot, or that breaks off, is worth this much less than a clean one: the rest
// of it can be read, and one that is missing is worse. Range .3-.7.
constexpr double kSpoiled = 0.5;
// A text that others name as their source is the base while it is at least so fit as the fittest: an original that was
// saved from a page in pieces is worse to read against than a whole copy. Range .8-.95.
constexpr double kNearlyAsFit = 0.9;
// Units that a lost character makes hard to read: its word and the words beside it. Range 6-15.
constexpr std::uint64_t kSpot = 10;
// Fewer sentences than this may be reworded as well as misprinted. Range 2-5.
constexpr std::ptrdiff_t kLeastMisprints = 3;
// A paragraph of fewer units may be a label, a name or an item of a list. Range 6-12.
constexpr std::uint32_t kLeastSentence = 8;
// Texts whose scores differ by less are alike: half a sentence in a hundred. What they state of themselves decides.
constexpr double kAlike = 0.005;
// Several desks that tell one event each in their own words share less than the first with any other (.59 of five
// accounts of one press conference, much of it quotations); two that print one text share more than the second (1.0
// there). Such a text is the base while it has this share of the score of the fittest, which nobody reprints (.80).
// Ranges .6-.75, .75-.9, .5-.75.
constexpr double kNobodyReprints = 0.7;
constexpr double kReprinted = 0.8;
constexpr double kFitEnough = 0.6;
// Lengths that differ by less are the same: a title here, a name of a reporter there.
constexpr double kAsLong = 0.02;

double score(const Fitness& fitness) {
  return fitness.agreement * (1 - fitness.repeated) * (1 - kSpoiled * fitness.damaged) *
         (1 - kSpoiled * fitness.broken_off) * (1 - kSpoiled * fitness.misprinted);
}

// It cannot be read there, though what it meant may be known; pinyin put in behind a character loses nothing, a comma
// that fell out next to nothing.
bool is_loss(const Damage& damage) { return damage.kind == DamageKind::mojibake; }

// The share of the text that damaged spots make hard to read.
double damaged_share(const Witness& witness) {
  std::uint64_t all = 0, damaged = 0;
  auto damage = witness.normal->damage.begin();
  const auto end = witness.normal->damage.end();
  for (std::size_t s = 0; s < witness.sentences.size(); ++s) {
    const auto range = witness.sentences[s].range;
    const std::uint64_t units = witness.units[s].size();
    std::uint64_t spoiled = 0;
    while (damage != end && damage->range.end <= range.begin) ++damage;
    for (auto here = damage; here != end && here->range.begin < range.end; ++here)
      spoiled += is_loss(*here) ? std::max<std::uint64_t>(kSpot, witness.normal->to_normal(here->range).size()) : 0;
    all += units;
    damaged += std::min(units, spoiled);
  }
  return all == 0 ? 0 : static_cast<double>(damaged) / static_cast<double>(all);
}

// 戏院建于1958年,全盛时期一天演: a paragraph cut short before its first stop looks like a heading; but headings have no
// clauses, or one beside another.
bool looks_like_a_clause_cut_short(const Witness& witness, const Sentence& sentence, std::uint32_t units) {
  constexpr std::uint32_t kLongestHeading = 20;  // units of two clauses; range 16 to 24
  constexpr int kMostClauses = 2;
  if (sentence.kind != BlockKind::heading || units <= kLongestHeading) return false;
  int clauses = 1;
  for (std::uint32_t at = sentence.normal.begin + 1; at < sentence.normal.end; ++at)
    clauses += witness.normal->clause_begins(at) ? 1 : 0;
  return clauses > kMostClauses;
}

// Sentences of all texts by the characters that they begin and end with, to find the whole of a piece.
class Wholes {
 public:
  explicit Wholes(std::span<const Witness> witnesses) {
    std::unordered_set<std::uint64_t> seen;  // one of those that are equal
    for (const auto& witness : witnesses) {
      for (const auto& sentence : witness.sentences) {
        const auto chars = witness.normal->slice(sentence.normal);
        if (sentence.kind != BlockKind::body || chars.size() < kEdge) continue;
        if (!seen.insert(hash64(chars)).second) continue;
        add(begins_[hash64(chars.substr(0, kEdge))], {&witness, sentence.normal});
        add(ends_[hash64(chars.substr(chars.size() - kEdge))], {&witness, sentence.normal});
      }
    }
  }

  // Whether a paragraph of this text stops (begins) in the middle of a clause of a sentence that some text has whole.
  [[nodiscard]] bool go_on(std::u32string_view piece) const { return is_piece(piece, begins_, true); }
  [[nodiscard]] bool begin_before(std::u32string_view piece) const { return is_piece(piece, ends_, false); }

 private:
  static constexpr std::size_t kEdge = 6;  // characters; range 4-10: fewer are the begin of many sentences
  struct Whole {
    const Witness* witness;
    TextRange<Normal> range;
  };
  using Edges = std::unordered_map<std::uint64_t, std::vector<Whole>>;  // looked up only

  static void add(std::vector<Whole>& edge, Whole whole) {
    constexpr std::size_t kMostAlike = 64;  // sentences that begin alike: more are a list, whose items are no pieces
    if (edge.size() < kMostAlike) edge.push_back(whole);
  }

  static bool is_piece(std::u32string_view piece, const Edges& edges, bool begin) {
    if (piece.size() < kEdge) return false;
    const auto found = edges.find(hash64(begin ? piece.substr(0, kEdge) : piece.substr(piece.size() - kEdge)));
    if (found == edges.end()) return false;
    const auto size = static_cast<std::uint32_t>(piece.size());
    return std::any_of(found->second.begin(), found->second.end(), [&](const Whole& whole) {
      const auto& normal = *whole.witness->normal;
      const auto chars = normal.slice(whole.range);
      if (chars.size() <= piece.size() || !(begin ? chars.starts_with(piece) : chars.ends_with(piece))) return false;
      if (begin) return !normal.clause_begins(whole.range.begin + size);
      // 某社|记者从…: who sends it, or a word of the sentence, is no begin that was torn off.
      const TextRange<Normal> head{whole.range.begin, whole.range.end - size};
      return text_length(normal, head) >= kLeastLost && is_inside_clause(normal, head);
    });
  }

  Edges begins_, ends_;
};

// The share of the text that stands in sentences that a column break cuts in two or a paragraph ends before its stop.
double broken_share(const Witness& witness, const Wholes& wholes) {
  std::uint64_t all = 0, broken = 0;
  for (std::size_t s = 0; s < witness.sentences.size(); ++s) {
    const auto& sentence = witness.sentences[s];
    const auto units = witness.units[s].size();
    all += units;
    const auto chars = witness.normal->slice(sentence.normal);
    const bool text = sentence.kind == BlockKind::body || looks_like_a_clause_cut_short(witness, sentence, units);
    const bool unstopped = sentence.ends_block && !sentence.ends_with_stop && !sentence.label;
    const bool open = unstopped && ((text && units >= kLeastSentence) || wholes.go_on(chars));
    if (sentence.cut || open || (sentence.starts_block && wholes.begin_before(chars))) broken += units;
  }
  return all == 0 ? 0 : static_cast<double>(broken) / static_cast<double>(all);
}

std::ptrdiff_t words_in(const Witness& witness, std::uint32_t sentence) {
  const auto breaks = word_breaks(witness.normal->slice(witness.sentences[sentence].normal));
  return std::count(breaks.begin(), breaks.end(), 1);
}

// A wrong character breaks a word of the dictionary into pieces: of two sentences of one length that differ, the one of
// more words is the misprint, more often than not. Units of each text that are so, those of the other taken off.
void judge_misprints(std::span<const Witness> witnesses, const Affinity& affinity, std::vector<Fitness>& fitness) {
  double left_more = 0, right_more = 0;  // units of the sentences that have more words than the other text's
  std::ptrdiff_t balance = 0;            // how many more such sentences the left text has
  for (const auto& [left, right] : affinity.near) {
    const auto length = witnesses[0].sentences[left].normal.size();
    if (witnesses[1].sentences[right].normal.size() != length) continue;
    const auto words = words_in(witnesses[0], left), others = words_in(witnesses[1], right);
    if (words > others) left_more += witnesses[0].units[left].size(), ++balance;
    if (words < others) right_more += witnesses[1].units[right].size(), --balance;
  }
  if (std::abs(balance) < kLeastMisprints) return;
  const auto share = [&](double units, std::size_t w) {
    return std::clamp(units / std::max(1.0, static_cast<double>(affinity.texts[w].units)), 0.0, 1.0);
  };
  fitness[0].misprinted = share(left_more - right_more, 0);
  fitness[1].misprinted = share(right_more - left_more, 1);
}

std::string percent(double share) { return fmt::format("{:.0f}", 100 * share); }

class Chooser {
 public:
  Chooser(std::span<const Fitness> fitness, std::span<const Provenance> provenances)
      : fitness_(fitness), provenances_(provenances), order_(fitness.size()) {
    std::iota(order_.begin(), order_.end(), 0u);
    std::stable_sort(order_.begin(), order_.end(), [&](auto a, auto b) { return fitter(a, b); });
  }

  BaseChoice run() && {
    BaseChoice choice;
    if (order_.empty()) return choice;
    choice.reason = order_.size() == 1 ? "the only text" : decide();
    choice.order = std::move(order_);
    return choice;
  }

 private:
  [[nodiscard]] bool fitter(std::uint32_t a, std::uint32_t b) const {
    const double left = score(fitness_[a]), right = score(fitness_[b]);
    // Sums that were added in another order are the same.
    constexpr double kRounding = 1e-9;
    if (std::abs(left - right) > kRounding * std::max(left, right)) return left > right;
    return fitness_[a].units > fitness_[b].units;
  }

  // Brings the base to the front.
  std::string decide() {
    const double best = score(fitness_[order_[0]]);
    if (best == 0) return by_content();  // nothing in common
    const auto at_least = [&](double share) {
      std::vector<std::uint32_t> texts;
      for (const auto t : order_) {
        if (score(fitness_[t]) >= share * best) texts.push_back(t);
      }
      return texts;
    };
    if (fitness_[order_[0]].closest < kNobodyReprints) {
      for (const auto text : at_least(kFitEnough)) {
        if (fitness_[text].closest >= kReprinted) return put_first(text), "reprinted";
      }
    }
    auto texts = at_least(kNearlyAsFit);
    const auto most = *std::max_element(texts.begin(), texts.end(),
                                        [&](auto a, auto b) { return fitness_[a].named_by < fitness_[b].named_by; });
    if (fitness_[most].named_by > 0) return put_first(most), "named as the source";
    texts = at_least(1 - kAlike);
    if (keep(texts, [&](auto t) { return !provenances_[t].copied; }) && texts.size() == 1)
      return put_first(texts[0]), "says of no other that it copied it";
    if (std::all_of(texts.begin(), texts.end(), [&](auto t) { return provenances_[t].day.has_value(); })) {
      const auto earliest = *std::min_element(
          texts.begin(), texts.end(), [&](auto a, auto b) { return *provenances_[a].day < *provenances_[b].day; });
      const auto day = *provenances_[earliest].day;
      if (keep(texts, [&](auto t) { return *provenances_[t].day == day; }))
        return put_first(texts[0]), "earliest of those alike";
    }
    put_first(texts[0]);
    return by_content();
  }

  // Leaves those that answer to it; false, and all are left, where that is every one or none.
  template <class Wanted>
  static bool keep(std::vector<std::uint32_t>& texts, const Wanted& wanted) {
    const auto count = static_cast<std::size_t>(std::count_if(texts.begin(), texts.end(), wanted));
    if (count == 0 || count == texts.size()) return false;
    std::erase_if(texts, [&](auto t) { return !wanted(t); });
    return true;
  }

  void put_first(std::uint32_t text) {
    const auto at = std::find(order_.begin(), order_.end(), text);
    std::rotate(order_.begin(), at, at + 1);
  }

  [[nodiscard]] std::string by_content() const {
    const auto& base = fitness_[order_[0]];
    const bool longest = std::all_of(fitness_.begin(), fitness_.end(), [&](const Fitness& other) {
      const auto length = [](const Fitness& f) { return f.units / (1 - std::min(f.repeated, 0.99)); };
      return length(other) <= (1 + kAsLong) * length(base);
    });
    const bool agrees_most = std::all_of(fitness_.begin(), fitness_.end(), [&](const Fitness& other) {
      return other.agreement <= base.agreement * (1 + kAlike);
    });
    if (longest && agrees_most) return "fullest";
    return agrees_most && fitness_.size() > 2 ? "shares most with the others" : "least spoiled";
  }

  std::span<const Fitness> fitness_;
  std::span<const Provenance> provenances_;
  std::vector<std::uint32_t> order_;
};

}  // namespace

std::vector<Fitness> judge_fitness(std::span<const Witness> witnesses, const Affinity& affinity,
                                   std::span<const Provenance> provenances) {
  std::vector<Fitness> fitness(witnesses.size());
  const Wholes wholes(witnesses);
  for (std::size_t w = 0; w < witnesses.size(); ++w) {
    const auto& text = affinity.texts[w];
    fitness[w].agreement = text.agreement;
    fitness[w].closest = text.closest;
    fitness[w].added = text.added;
    fitness[w].repeated = text.repeated;
    fitness[w].units = text.units;
    fitness[w].damaged = damaged_share(witnesses[w]);
    fitness[w].broken_off = broken_share(witnesses[w], wholes);
    fitness[w].named_by = static_cast<std::uint32_t>(std::count_if(
        provenances.begin(), provenances.end(), [&](const Provenance& p) { return p.names(provenances[w].outlet); }));
  }
  if (witnesses.size() == 2) judge_misprints(witnesses, affinity, fitness);
  return fitness;
}

BaseChoice choose_base(std::span<const Fitness> fitness, std::span<const Provenance> provenances) {
  return Chooser(fitness, provenances).run();
}

std::string figures_of(const Fitness& base, const Fitness& next, std::string_view next_siglum) {
  const auto spoiled = [](const Fitness& fitness) {
    return std::min(1.0, fitness.damaged + fitness.broken_off + fitness.misprinted);
  };
  return fmt::format(
      "agrees with the others to {} %, {} % of it added, {} % doubled, {} % spoiled; the next, {}: {} %, {} %, {} %, "
      "{} %",
      percent(base.agreement), percent(base.added), percent(base.repeated), percent(spoiled(base)), next_siglum,
      percent(next.agreement), percent(next.added), percent(next.repeated), percent(spoiled(next)));
}

}  // namespace yiwen
