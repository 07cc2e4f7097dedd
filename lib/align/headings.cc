// SPDX-License-Identifier: Apache-2.0
#include "align/headings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "cluster/sentence_link.h"
#include "cluster/writing.h"

namespace yiwen {

namespace {

// A heading that was set into the paragraph below it, or left standing in the line above, is in a witness within so
// many characters of where that paragraph begins. Range 20-60: further up stands the paragraph before.
constexpr std::uint32_t kNearby = 40;

// What one witness has of the base.
struct Carried {
  std::map<std::uint32_t, TextRange<Normal>> sentences;  // sentence of the base -> its words in the witness
  std::set<std::uint32_t> headings;                      // headings of the base that one of the witness answers
};

Carried carried_by(std::uint32_t w, std::uint32_t base, std::span<const Witness> witnesses, std::span<const Row> rows) {
  Carried carried;
  for (const auto& row : rows) {
    const bool has_heading = std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
      return cell.witness == w && is_heading(witnesses[w].sentences[cell.first_sentence]);
    });
    for (const auto& cell : row.cells) {
      if (has_heading && cell.witness == base) carried.headings.insert(cell.first_sentence);
    }
    const auto& reference = row.cells[0];
    if (reference.witness != base) continue;
    for (const auto& cell : row.cells) {
      if (cell.witness != w || cell.echo || cell.stray) continue;
      for (auto s = reference.first_sentence; s <= reference.last_sentence; ++s) {
        const auto [at, inserted] = carried.sentences.emplace(s, cell.range);
        if (!inserted) at->second.begin = std::min(at->second.begin, cell.range.begin);
      }
    }
  }
  return carried;
}

class LostHeadings {
 public:
  LostHeadings(std::span<const Witness> witnesses, std::uint32_t base, std::uint32_t w, std::span<const Row> rows)
      : base_(witnesses[base]), witness_(witnesses[w]), carried_(carried_by(w, base, witnesses, rows)) {
    for (const auto& sentence : witness_.sentences)
      if (is_heading(sentence)) headings_.insert(witness_.normal->slice(sentence.normal));
  }

  // Where the heading would stand, if it was dropped.
  [[nodiscard]] std::optional<std::uint32_t> place_of(std::uint32_t heading) const {
    const auto& sentences = base_.sentences;
    if (carried_.headings.contains(heading) || carried_.sentences.contains(heading)) return {};
    // The first sentence of its section that the witness has; the paragraph right below may be left out with it.
    std::uint32_t below = heading + 1;
    const auto is_body = [&] { return below < sentences.size() && sentences[below].kind == BlockKind::body; };
    while (is_body() && !carried_.sentences.contains(below)) ++below;
    if (!is_body()) return {};
    // A line in the middle of a sentence is the head of a page.
    const bool open = heading > 0 && sentences[heading - 1].kind == BlockKind::body;
    if (open && !sentences[heading - 1].ends_with_stop) return {};
    const auto next = carried_.sentences.find(below);
    // An excerpt that begins with the section begins below its heading.
    const auto at = next->second.begin;
    if (!begins_sentence(at)) return {};
    const bool goes_on =
        std::any_of(carried_.sentences.begin(), next, [&](const auto& sentence) { return sentence.second.end <= at; });
    if (!goes_on || stands_near(sentences[heading], sentences[below], at)) return {};
    return at;
  }

 private:
  [[nodiscard]] bool begins_sentence(std::uint32_t at) const {
    const auto& all = witness_.sentences;
    const auto behind =
        std::partition_point(all.begin(), all.end(), [&](const Sentence& s) { return s.normal.end <= at; });
    return behind != all.end() && behind->normal.begin == at;
  }

  // Whether the witness has the words of the heading, there or as a heading elsewhere.
  [[nodiscard]] bool stands_near(const Sentence& heading, const Sentence& below, std::uint32_t at) const {
    const auto words = base_.normal->slice(heading.normal);
    if (headings_.contains(words)) return true;
    const auto size = static_cast<std::uint32_t>(words.size());
    const bool said_again = base_.normal->slice(below.normal).starts_with(words);
    const auto begin = at - std::min(at, kNearby + size);
    const auto end = std::min(static_cast<std::uint32_t>(witness_.normal->chars.size()), said_again ? at : at + size);
    return witness_.normal->slice({begin, end}).find(words) != std::u32string_view::npos;
  }

  const Witness& base_;
  const Witness& witness_;
  Carried carried_;
  std::set<std::u32string_view> headings_;  // of the witness
};

}  // namespace

std::vector<Gap> find_lost_headings(std::span<const Witness> witnesses, std::span<const Row> rows,
                                    const std::vector<std::uint32_t>& order) {
  std::vector<Gap> gaps;
  const auto base = order.front();
  const auto& sentences = witnesses[base].sentences;
  for (const auto w : order) {
    if (w == base) continue;
    const LostHeadings lost(witnesses, base, w, rows);
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      if (sentences[s].kind != BlockKind::heading || sentences[s].label) continue;
      if (const auto at = lost.place_of(s)) gaps.push_back({w, base, s, s, {*at, *at}, true});
    }
  }
  return gaps;
}

}  // namespace yiwen
