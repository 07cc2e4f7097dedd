// SPDX-License-Identifier: Apache-2.0
#include "align/align.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "align/headings.h"
#include "align/rows.h"
#include "cluster/sentence_link.h"
#include "segment/units.h"

namespace yiwen {

namespace {

// Where the words of a row stand in a witness, by sentence of the row's reference.
using Carried = std::map<std::uint32_t, TextRange<Normal>>;  // reference sentence -> range in the witness

// Passages that stand this near (in sentences of the witness) are neighbours although a heading lies between them.
constexpr std::uint32_t kNear = 2;
// A move of fewer characters than this is a matter of wording. Range 10-40; git's own floor for moved code is 20.
constexpr std::uint32_t kLeastMoved = 20;
// Whole sentences are no matter of wording: of two that changed places the shorter one moved, however short. Fewer
// characters (text_length) than this are an answer or exclamation that a text has in several places. Range 5-10.
constexpr std::uint32_t kLeastMovedSentence = 6;
// Characters of a sentence of the base that several texts put in: fewer are a matter of wording, which the rows of the
// base have. Range 4-12.
constexpr std::uint32_t kLeastPart = 6;
// Sentences of fewer units than this (谢谢。) are not missed. Range 2-6.
constexpr std::uint32_t kLeastMissed = 4;
// The same of words of an alphabet: “That ends now.” Range 3-4.
constexpr std::uint32_t kLeastMissedWords = 3;
// The same of a piece of a sentence that a cut left, and that no link reaches. Range 4-10: longer ones are matched.
constexpr std::uint32_t kMostOfPiece = 8;

bool can_be_missed(const Witness& witness, std::uint32_t sentence) {
  const auto kind = witness.sentences[sentence].kind;
  const auto units = witness.units[sentence].size();
  const bool words = text_length(*witness.normal, witness.sentences[sentence].normal) >= 2 * kLeastMissedWords;
  return kind == BlockKind::body && (units >= kLeastMissed || (units >= kLeastMissedWords && words));
}

bool belongs_to_text(const Sentence& sentence) { return sentence.kind == BlockKind::body || sentence.kind == BlockKind::heading; }

std::uint32_t sentence_at(const Witness& witness, std::uint32_t at) {
  const auto behind = std::partition_point(witness.sentences.begin(), witness.sentences.end(),
                                           [&](const Sentence& s) { return s.normal.end <= at; });
  return static_cast<std::uint32_t>(behind - witness.sentences.begin());
}

// The places where the words of [first, last] would stand, given what is carried before and behind them.
//
// Where both neighbours stand side by side in the witness, that is between them. Where the witness has them in other
// places (a digest in reverse order), what begins with a heading, or shares a paragraph with the sentence behind it,
// stands before that one, and all else behind the sentence before it.
void place_gap(const Witness& reference, const Witness& witness, std::uint32_t first, std::uint32_t last,
               const Carried& carried, Gap gap, std::vector<Gap>& gaps) {
  const auto behind = carried.upper_bound(last);
  const auto before = carried.lower_bound(first);
  const bool has_behind = behind != carried.end();
  const bool has_before = before != carried.begin();
  if (!has_before && !has_behind) return;
  gap.inside = has_before && has_behind;
  const auto add = [&](std::uint32_t from, std::uint32_t to, std::uint32_t at) {
    // Titles, bylines and thanks at the ends of a gap are not what is missed.
    while (from <= to && !can_be_missed(reference, from)) ++from;
    while (from < to && !can_be_missed(reference, to)) --to;
    if (from > to) return;
    gap.first_sentence = from;
    gap.last_sentence = to;
    gap.at = {at, at};
    gaps.push_back(gap);
  };
  if (!has_behind) return add(first, last, std::prev(before)->second.end);
  if (!has_before) return add(first, last, behind->second.begin);
  const auto previous = std::prev(before)->second, next = behind->second;
  if (previous.end <= next.begin) {
    const bool near = sentence_at(witness, next.begin) <= sentence_at(witness, previous.end) + kNear;
    const bool new_section = reference.sentences[first].kind == BlockKind::heading;
    return add(first, last, near || !new_section ? previous.end : next.begin);
  }
  std::uint32_t split = last + 1;
  while (split > first && reference.sentences[split - 1].block == reference.sentences[behind->first].block) --split;
  if (split > first) add(first, split - 1, previous.end);
  if (split <= last) add(split, last, next.begin);
}

// What each witness has of one reference.
struct Holdings {
  std::vector<Carried> carried;              // [witness]
  // [witness][sentence]: the sentence is a heading or copy of one that the witness has; it is not missed then.
  std::vector<std::vector<char>> repeated;
};

// Whether the cell stands for the sentence of the reference in its text: the headline does not for running text, nor
// does a heading that answers a heading. Any other may be a paragraph that was cut.
bool stands_for(std::span<const Witness> witnesses, const Cell& cell, const Sentence& sentence) {
  const bool headline = witnesses[cell.witness].sentences[cell.first_sentence].kind == BlockKind::title;
  return sentence.kind != BlockKind::body || !(headline || cell.answers);
}

Holdings holdings_of(std::uint32_t reference, std::span<const Witness> witnesses, std::span<const Row> rows) {
  Holdings has;
  has.carried.resize(witnesses.size());
  has.repeated.assign(witnesses.size(), std::vector<char>(witnesses[reference].sentences.size(), 0));
  for (const auto& row : rows) {
    const auto& first = row.cells[0];
    for (const auto& cell : row.cells) {
      if (first.witness != reference || &cell == &first || cell.echo || cell.stray) continue;
      if (!stands_for(witnesses, cell, witnesses[reference].sentences[first.first_sentence])) continue;
      for (auto s = first.first_sentence; s <= first.last_sentence; ++s) {
        const auto [at, inserted] = has.carried[cell.witness].emplace(s, cell.range);
        if (!inserted) at->second.end = std::max(at->second.end, cell.range.end);
      }
    }
    for (const auto& copy : row.cells) {
      if (copy.witness != reference) continue;
      const auto& sentence = witnesses[reference].sentences[copy.first_sentence];
      for (const auto& cell : row.cells)
        if (stands_for(witnesses, cell, sentence)) has.repeated[cell.witness][copy.first_sentence] = 1;
    }
  }
  return has;
}

// Sentences that stand in a row of an earlier reference: they are missed there already, or not at all.
std::vector<std::vector<char>> in_earlier_rows(std::span<const Witness> witnesses, std::span<const Row> rows) {
  std::vector<std::vector<char>> in_row(witnesses.size());
  for (std::size_t w = 0; w < witnesses.size(); ++w) in_row[w].assign(witnesses[w].sentences.size(), 0);
  for (const auto& row : rows) {
    for (std::size_t k = 1; k < row.cells.size(); ++k) {
      for (auto s = row.cells[k].first_sentence; s <= row.cells[k].last_sentence; ++s) in_row[row.cells[k].witness][s] = 1;
    }
  }
  return in_row;
}

std::vector<Gap> find_gaps(std::span<const Witness> witnesses, const std::vector<Row>& rows,
                           const std::vector<std::uint32_t>& order) {
  const auto earlier = in_earlier_rows(witnesses, rows);
  std::vector<char> is_reference(witnesses.size(), 0);
  for (const auto& row : rows) is_reference[row.cells[0].witness] = 1;
  std::vector<Gap> gaps;
  for (const std::uint32_t r : order) {
    if (!is_reference[r]) continue;
    const auto has = holdings_of(r, witnesses, rows);
    const bool is_base = r == order.front();
    const auto count = static_cast<std::uint32_t>(witnesses[r].sentences.size());
    for (const std::uint32_t w : order) {
      const auto& carried = has.carried[w];
      if (w == r || carried.empty()) continue;
      const auto missing = [&](std::uint32_t s) {
        return !carried.contains(s) && !has.repeated[w][s] && (is_base || !earlier[r][s]);
      };
      for (std::uint32_t first = 0; first < count; ++first) {
        if (!missing(first)) continue;
        std::uint32_t last = first;
        while (last + 1 < count && missing(last + 1)) ++last;
        // Of a later reference only what lies between two sentences that both carry is missed: the rest is its own.
        const bool between = first > 0 && last + 1 < count && carried.contains(first - 1) && carried.contains(last + 1);
        if (is_base || between) place_gap(witnesses[r], witnesses[w], first, last, carried, {w, r, 0, 0, {}, false}, gaps);
        first = last;
      }
    }
  }
  return gaps;
}

// The other witnesses of a row that its reference shares with them, and not with the base; headings and copies aside.
std::vector<Extra::Shared> shared_with(const Row& row) {
  std::vector<Extra::Shared> shared;
  for (const auto& cell : row.cells) {
    if (cell.echo || cell.witness == row.cells[0].witness) continue;
    if (!shared.empty() && shared.back().witness == cell.witness) {
      shared.back().first_sentence = std::min(shared.back().first_sentence, cell.first_sentence);
      shared.back().last_sentence = std::max(shared.back().last_sentence, cell.last_sentence);
    } else {
      shared.push_back({cell.witness, cell.first_sentence, cell.last_sentence});
    }
  }
  return shared;
}

// The words of a row without the base that are a part of one sentence in every text that has them.
std::optional<Extra> part_of(const Row& row) {
  const auto& reference = row.cells[0];
  Extra extra{reference.witness, reference.first_sentence, reference.first_sentence, {}, reference.range};
  if (reference.range.size() < kLeastPart) return {};
  for (const auto& cell : row.cells) {
    if (cell.echo || cell.first_sentence != cell.last_sentence) return {};
    if (cell.witness != reference.witness)
      extra.shared.push_back({cell.witness, cell.first_sentence, cell.first_sentence, cell.range});
  }
  return extra.shared.empty() ? std::nullopt : std::optional(extra);
}

bool same_witnesses(std::span<const Extra::Shared> a, std::span<const Extra::Shared> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) { return x.witness == y.witness; });
}

// What a cut left of sentences of the base, too little to be matched: 7.1%。 of 增长率为7.1%。 The base is read once
// for all pieces.
class Pieces {
 public:
  Pieces(const Witness& base, const Witness& witness, const std::vector<char>& in_row) : witness_(witness) {
    const auto count = static_cast<std::uint32_t>(witness.sentences.size());
    for (std::uint32_t s = 0; s < count; ++s) {
      if (in_row[s]) continue;
      if (const auto words = opening(s)) ends_.emplace(*words, false);
      if (const auto words = unfinished(s)) begins_.emplace(*words, false);
    }
    mark(base);
    if (count == 0) return;
    // A text that lost its head begins in one of the first sentences: a title, a byline, an opening.
    constexpr std::size_t kOpening = 4;
    const std::span all(base.sentences);
    if (!in_row[0] && stands_inside(base, all.first(std::min(all.size(), kOpening)), 0)) at_ends_.push_back(0);
    const auto last = count - 1;
    if (!in_row[last] && !is_heading(witness.sentences[last]) && stands_inside(base, all, last))
      at_ends_.push_back(last);
  }

  [[nodiscard]] bool contain(std::uint32_t s) const {
    const auto is_found = [](const Found& found, std::optional<std::u32string_view> words) {
      const auto at = words ? found.find(*words) : found.end();
      return at != found.end() && at->second;
    };
    return is_found(ends_, opening(s)) || is_found(begins_, unfinished(s)) ||
           std::find(at_ends_.begin(), at_ends_.end(), s) != at_ends_.end();
  }

 private:
  using Found = std::unordered_map<std::u32string_view, bool>;  // looked up only

  [[nodiscard]] bool is_short(TextRange<Normal> words) const {
    return !words.empty() && text_length(*witness_.normal, words) <= kMostOfPiece;
  }

  [[nodiscard]] bool stands_inside(const Witness& base, std::span<const Sentence> sentences, std::uint32_t s) const {
    const auto range = witness_.sentences[s].normal;
    const auto words = witness_.normal->slice(range);
    return is_short(range) && std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& whole) {
             const auto all = base.normal->slice(whole.normal);
             return all.size() > words.size() && all.find(words) != std::u32string_view::npos;
           });
  }

  // From the begin of the paragraph to the end of the sentence, where that may be the end of another sentence.
  [[nodiscard]] std::optional<std::u32string_view> opening(std::uint32_t s) const {
    constexpr std::uint32_t kMostSentences = 3;
    std::uint32_t first = s;
    while (first > 0 && first + kMostSentences > s && !witness_.sentences[first].starts_block) --first;
    const TextRange<Normal> words{witness_.sentences[first].normal.begin, witness_.sentences[s].normal.end};
    if (first == 0 || !witness_.sentences[first].starts_block || !is_short(words)) return {};
    return witness_.normal->slice(words);
  }

  // The last words of a paragraph without a stop.
  [[nodiscard]] std::optional<std::u32string_view> unfinished(std::uint32_t s) const {
    const auto& sentence = witness_.sentences[s];
    if (!sentence.ends_block || sentence.ends_with_stop || !is_short(sentence.normal)) return {};
    return witness_.normal->slice(sentence.normal);
  }

  void mark(const Witness& base) {
    std::set<std::size_t> end_sizes, begin_sizes;
    for (const auto& end : ends_) end_sizes.insert(end.first.size());
    for (const auto& begin : begins_) begin_sizes.insert(begin.first.size());
    for (const auto& whole : base.sentences) {
      const auto all = base.normal->slice(whole.normal);
      for (const auto size : end_sizes) {
        if (size >= all.size()) break;
        if (const auto found = ends_.find(all.substr(all.size() - size)); found != ends_.end()) found->second = true;
      }
      for (const auto size : begin_sizes) {
        if (size >= all.size()) break;
        if (const auto found = begins_.find(all.substr(0, size)); found != begins_.end()) found->second = true;
      }
    }
  }

  const Witness& witness_;
  Found ends_, begins_;
  std::vector<std::uint32_t> at_ends_;  // of the text: pieces from the middle of a sentence
};

std::vector<Extra> find_extras(std::span<const Witness> witnesses, const std::vector<Row>& rows, std::uint32_t base) {
  std::vector<std::vector<char>> in_row(witnesses.size());
  std::vector<std::map<std::uint32_t, const Row*>> without_base(witnesses.size());  // by the reference's sentence
  for (std::size_t w = 0; w < witnesses.size(); ++w) in_row[w].assign(witnesses[w].sentences.size(), 0);
  for (const auto& row : rows) {
    const auto& reference = row.cells[0];
    const bool has_base = std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& c) { return c.witness == base; });
    // A sentence, and its heading or copy in the same text, and nobody else's: it was added with its heading, once.
    const bool own =
        std::all_of(row.cells.begin(), row.cells.end(), [&](const Cell& c) { return c.witness == reference.witness; });
    for (const auto& cell : row.cells) {
      const bool copy =
          &cell != &reference && witnesses[cell.witness].sentences[cell.first_sentence].kind == BlockKind::body;
      if (own && !has_base && !copy) continue;
      for (auto s = cell.first_sentence; s <= cell.last_sentence; ++s) in_row[cell.witness][s] = 1;
    }
    if (!has_base && !own) without_base[reference.witness].emplace(reference.first_sentence, &row);
  }
  std::vector<Extra> extras;
  // A sentence of which the base has a part stands in a row with it. What several other texts have put into it, an
  // advertisement, stands in a row without the base.
  for (const auto& row : rows) {
    if (std::none_of(row.cells.begin(), row.cells.end(), [&](const Cell& c) { return c.witness == base; })) continue;
    for (const auto& cell : row.cells) {
      for (auto s = cell.first_sentence; s <= cell.last_sentence; ++s) {
        const auto apart = without_base[cell.witness].find(s);
        if (apart == without_base[cell.witness].end()) continue;
        if (auto extra = part_of(*apart->second)) extras.push_back(std::move(*extra));
        without_base[cell.witness].erase(apart);
      }
    }
  }
  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    const auto& sentences = witnesses[w].sentences;
    const Pieces pieces(witnesses[base], witnesses[w], in_row[w]);
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      const auto row = without_base[w].find(s);
      const bool is_shared = row != without_base[w].end();
      if ((in_row[w][s] && !is_shared) || !belongs_to_text(sentences[s])) continue;
      if (!is_shared && pieces.contain(s)) continue;
      auto shared = is_shared ? shared_with(*row->second) : std::vector<Extra::Shared>();
      if (is_shared && shared.empty()) continue;  // headings of others
      if (!extras.empty() && extras.back().part.empty() && extras.back().witness == w &&
          extras.back().last_sentence + 1 == s && same_witnesses(extras.back().shared, shared)) {
        extras.back().last_sentence = s;
        for (std::size_t k = 0; k < shared.size(); ++k) {
          auto& place = extras.back().shared[k];
          place.first_sentence = std::min(place.first_sentence, shared[k].first_sentence);
          place.last_sentence = std::max(place.last_sentence, shared[k].last_sentence);
        }
      } else {
        extras.push_back({w, s, s, std::move(shared), {}});
      }
    }
  }
  return extras;
}

// Whether words are one whole sentence or several.
bool are_sentences(const Witness& witness, TextRange<Normal> words) {
  const auto first = sentence_at(witness, words.begin);
  const auto last = words.empty() ? first : sentence_at(witness, words.end - 1);
  return last < witness.sentences.size() && witness.sentences[first].normal.begin == words.begin &&
         witness.sentences[last].normal.end == words.end && witness.sentences[first].kind == BlockKind::body;
}

bool is_long_enough(const Witness& base, const Witness& witness, const Move& move) {
  if (move.range.size() >= kLeastMoved) return true;
  const bool here = are_sentences(witness, move.range), there = are_sentences(base, move.base_range);
  // What one text has as a sentence the other may have in one with its speaker, in the same words.
  const bool same = witness.normal->slice(move.range) == base.normal->slice(move.base_range);
  const bool whole = same ? here || there : here && there;
  return whole && text_length(*witness.normal, move.range) >= kLeastMovedSentence;
}

// What stayed is the heaviest chain that rises in both texts; the rest moved. So the shorter of two swapped passages is
// the one that is said to have moved.
std::vector<Move> find_moves(std::span<const Witness> witnesses, const std::vector<Row>& rows, std::uint32_t base,
                             std::uint32_t witness) {
  struct Step {
    TextRange<Normal> base_range, range;
    std::uint64_t best = 0;
    std::ptrdiff_t before = -1;
    bool stayed = false;
  };
  std::vector<Step> steps;
  for (const auto& row : rows) {
    if (row.cells[0].witness != base) continue;
    for (std::size_t k = 1; k < row.cells.size(); ++k) {
      const auto& cell = row.cells[k];
      if (cell.witness == witness && !cell.echo && !cell.stray) steps.push_back({cell.reference_range, cell.range});
    }
  }
  std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.base_range < b.base_range; });
  std::ptrdiff_t top = -1;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (steps[j].range.begin < steps[i].range.begin && steps[j].best > steps[i].best) {
        steps[i].best = steps[j].best;
        steps[i].before = static_cast<std::ptrdiff_t>(j);
      }
    }
    steps[i].best += steps[i].range.size();
    if (top < 0 || steps[i].best > steps[static_cast<std::size_t>(top)].best) top = static_cast<std::ptrdiff_t>(i);
  }
  for (; top >= 0; top = steps[static_cast<std::size_t>(top)].before) steps[static_cast<std::size_t>(top)].stayed = true;

  std::vector<Move> moves;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].stayed) continue;
    Move move{witness, steps[i].range, steps[i].base_range};
    while (i + 1 < steps.size() && !steps[i + 1].stayed && steps[i + 1].range.begin >= move.range.end &&
           steps[i + 1].range.begin <= move.range.end + kLeastMoved) {
      ++i;
      move.range.end = steps[i].range.end;
      move.base_range.end = steps[i].base_range.end;
    }
    if (is_long_enough(witnesses[base], witnesses[witness], move)) moves.push_back(move);
  }
  return moves;
}

}  // namespace

Alignment align(std::span<const Witness> witnesses, const Clustering& clustering, const std::vector<std::uint32_t>& order) {
  Alignment alignment;
  alignment.rows = make_rows(witnesses, clustering);
  std::vector<std::uint32_t> turn(witnesses.size());
  for (std::uint32_t k = 0; k < order.size(); ++k) turn[order[k]] = k;
  std::stable_sort(alignment.rows.begin(), alignment.rows.end(), [&](const Row& a, const Row& b) {
    const auto& left = a.cells[0];
    const auto& right = b.cells[0];
    if (left.witness != right.witness) return turn[left.witness] < turn[right.witness];
    return left.range.begin < right.range.begin;
  });
  alignment.gaps = find_gaps(witnesses, alignment.rows, order);
  alignment.lost_headings = find_lost_headings(witnesses, alignment.rows, order);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> missed;  // of the base: witness, first -> last
  for (const auto& gap : alignment.gaps)
    if (gap.reference == order.front()) missed[{gap.witness, gap.first_sentence}] = gap.last_sentence;
  std::erase_if(alignment.lost_headings, [&](const Gap& heading) {
    const auto behind = missed.upper_bound({heading.witness, heading.first_sentence});
    if (behind == missed.begin()) return false;
    const auto& [where, last] = *std::prev(behind);
    return where.first == heading.witness && heading.first_sentence <= last;
  });
  alignment.extras = find_extras(witnesses, alignment.rows, order.front());
  for (const std::uint32_t w : order) {
    if (w == order.front()) continue;
    const auto moves = find_moves(witnesses, alignment.rows, order.front(), w);
    alignment.moves.insert(alignment.moves.end(), moves.begin(), moves.end());
  }
  return alignment;
}

}  // namespace yiwen
