// SPDX-License-Identifier: Apache-2.0
#include "classify/standing.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"
#include "classify/garbled_words.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace {

// A witness that carries this much of the base is a reprint of it, cut here and there; one that carries less is an
// excerpt, or a digest where it rewrote what it took. Range .5-.8.
constexpr double kReprintCoverage = 0.6;
// Share of the units of its matching passages that an excerpt has word for word. Range .7-.9.
constexpr double kExcerptFidelity = 0.8;
// A witness of which less than this share, and which carries less than this share of the base, only quotes it.
constexpr double kQuotes = 0.03;
// So does one that is mostly its own words and carries little of the base: a comment that cites a sentence. A digest of
// as little is made of the base. Range .1-.2 and .2-.4.
constexpr double kCites = 0.15;
constexpr double kCitesOwnShare = 0.3;
// Weight (passage.h) of likeness that makes two texts related: a handful of set phrases. Range 50-200.
constexpr float kRelatedPhrases = 60.0F;

std::string_view source_of(const PrintedWitness& witness, std::uint32_t begin, std::uint32_t end) {
  return witness.text.substr(begin, end - begin);
}

// What was set aside between two equal characters, and between the gaps behind them.
class FoldCounter {
 public:
  FoldCounter(const PrintedWitness& left, const PrintedWitness& right, FoldedCounts& counts)
      : left_(left), right_(right), counts_(counts) {}

  void count_equal(std::uint32_t left, std::uint32_t right, std::uint32_t size) {
    const auto &a = left_.witness->normal->from, &b = right_.witness->normal->from;
    for (std::uint32_t k = 0; k < size; ++k) {
      // Taken back from mojibake, which a character by itself does not always show.
      if (garbled_in(left_, a[left + k]) != nullptr || garbled_in(right_, b[right + k]) != nullptr) {
        ++counts_.repair;
      } else {
        count_character(source_of(left_, a[left + k].begin, a[left + k].end),
                        source_of(right_, b[right + k].begin, b[right + k].end));
      }
      if (k + 1 == size) break;
      const auto gap_left = source_of(left_, a[left + k].end, a[left + k + 1].begin);
      const auto gap_right = source_of(right_, b[right + k].end, b[right + k + 1].begin);
      if (gap_left != gap_right) ++counts_.punctuation;
    }
  }

 private:
  void count_character(std::string_view a, std::string_view b) {
    if (a == b) return;
    const std::string left = to_utf8(normalize(a, Layer::repair).chars), right = to_utf8(normalize(b, Layer::repair).chars);
    if (left != a || right != b) ++counts_.repair;
    switch (first_equal_layer(left, right)) {
      case Layer::raw: case Layer::repair: break;
      case Layer::punctuation: ++counts_.punctuation; break;
      case Layer::script: ++counts_.script; break;
      default: ++counts_.region; break;  // a regional word, of which this is one character
    }
  }

  const PrintedWitness& left_;
  const PrintedWitness& right_;
  FoldedCounts& counts_;
};

void count_folded(std::span<const PrintedWitness> witnesses, const Row& row, const ReadingDiff& diff, const Cell& cell, FoldedCounts& counts) {
  FoldCounter counter(witnesses[row.cells[0].witness], witnesses[cell.witness], counts);
  auto left = cell.reference_range.begin, right = cell.range.begin;
  const auto equal_until = [&](std::uint32_t left_end) {
    if (left_end > left) counter.count_equal(left, right, left_end - left);
  };
  for (const auto& edit : diff.edits) {
    equal_until(edit.left.begin);
    left = edit.left.end;
    right = edit.right.end;
  }
  equal_until(cell.reference_range.end);
}

// A sentence of one unit has no pair of units to be matched by.
constexpr std::uint32_t kLeastMatched = 2;

std::uint64_t units_of_text(const Witness& witness) {
  std::uint64_t units = 0;
  for (std::size_t s = 0; s < witness.sentences.size(); ++s) {
    const bool matched = witness.sentences[s].kind != BlockKind::byline && witness.units[s].size() >= kLeastMatched;
    if (matched) units += witness.units[s].size();
  }
  return units;
}

}  // namespace

std::vector<Standing> find_standings(std::span<const PrintedWitness> witnesses, const Clustering& clustering,
                                     std::span<const DiffedRow> rows, std::uint32_t base) {
  struct Sums {
    std::uint64_t shared = 0;     // units of the base that the witness has in matching rows
    std::uint64_t carried = 0;    // units of the witness in those rows
    std::uint64_t elsewhere = 0;  // units in rows without the base
    std::uint64_t heading_shared = 0, heading_carried = 0;  // the same of headings: they count where there is nothing else
  };
  std::vector<Sums> sums(witnesses.size());
  std::vector<Standing> standings(witnesses.size());
  for (const auto& row : rows) {
    const auto& cells = row.row->cells;
    for (std::size_t c = 1; c < cells.size(); ++c) {
      if (cells[c].witness == cells[0].witness) continue;
      auto& sum = sums[cells[c].witness];
      if (cells[c].echo) {
        if (cells[0].witness != base) continue;
        sum.heading_shared += row.diffs[c].shared_units;
        sum.heading_carried += row.diffs[c].right_units;
        continue;
      }
      if (cells[0].witness != base) {
        sum.elsewhere += row.diffs[c].shared_units;
        continue;
      }
      sum.shared += row.diffs[c].shared_units;
      sum.carried += row.diffs[c].right_units;
      count_folded(witnesses, *row.row, row.diffs[c], cells[c], standings[cells[c].witness].folded);
    }
  }
  // A heading or second copy of the base is carried by whoever has the sentence that it repeats.
  auto base_units = units_of_text(*witnesses[base].witness);
  for (const auto& row : rows) {
    for (std::size_t c = 1; c < row.row->cells.size(); ++c) {
      const auto& cell = row.row->cells[c];
      if (cell.witness == base) base_units -= std::min<std::uint64_t>(base_units, witnesses[base].witness->units[cell.first_sentence].size());
    }
  }
  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    auto& standing = standings[w];
    if (w == base) {
      standing = {Relation::base, "the base text", 1.0, {}};
      continue;
    }
    auto& sum = sums[w];
    if (sum.shared == 0) {
      sum.shared = sum.heading_shared;
      sum.carried = sum.heading_carried;
    }
    const auto own = units_of_text(*witnesses[w].witness);
    standing.coverage = base_units == 0 ? 0 : std::min(1.0, static_cast<double>(sum.shared) / static_cast<double>(base_units));
    const double fidelity = sum.carried == 0 ? 0 : static_cast<double>(sum.shared) / static_cast<double>(sum.carried);
    const double own_share = own == 0 ? 0 : static_cast<double>(sum.carried) / static_cast<double>(own);
    const bool quotes = (standing.coverage < kQuotes && own_share < kQuotes) ||
                        (standing.coverage < kCites && own_share < kCitesOwnShare);
    if (sum.shared == 0 || quotes) {
      const float phrases = std::max(clustering.shared_phrases[base][w], clustering.shared_phrases[w][base]);
      const bool related = sum.shared + sum.elsewhere > 0 || phrases >= kRelatedPhrases;
      standing.relation = related ? Relation::related : Relation::unrelated;
      standing.why = !related         ? "shares nothing with the base"
                     : sum.shared > 0 ? "quotes the base, and is a text of its own"
                                      : "shares phrases with the base, but no passage as a whole";
    } else if (standing.coverage >= kReprintCoverage) {
      standing.relation = Relation::reprint;
      standing.why = fmt::format("carries {:.0f} % of the base", 100 * standing.coverage);
    } else {
      standing.relation = fidelity >= kExcerptFidelity ? Relation::excerpt : Relation::digest;
      standing.why = fmt::format("carries {:.0f} % of the base, {:.0f} % of it word for word", 100 * standing.coverage, 100 * fidelity);
    }
  }
  return standings;
}

}  // namespace yiwen
