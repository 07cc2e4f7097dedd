// SPDX-License-Identifier: Apache-2.0
#include "classify/said_elsewhere.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "classify/phrases.h"
#include "diff/numbers.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace {

// Code points between the passage and the words beside it: a sentence of a list of some points. Range 100-300.
constexpr std::uint32_t kBeside = 200;
// Between a place where words are missing and the passage behind it: a line end, of one or two. Range 2-4.
constexpr std::uint32_t kGap = 2;
// How much of the passage the words have together, and how much of them it has: less, and the one is not the other in
// another form. Ranges .75-.9, .6-.8.
constexpr double kToldShare = 0.8, kOwnShare = 0.7;
// A shorter passage has its characters anywhere.
constexpr std::size_t kShortest = 8;

bool is_near(const Place& place, const Place& passage) {
  return place.document == passage.document && place.range.begin <= passage.range.end + kBeside &&
         passage.range.begin <= place.range.end + kBeside;
}

// What a finding says that the text `w` has and the text `r` has not, or the other way round: a place in whichever has
// the words, and where in `w` the difference is.
struct Piece {
  Place words, in_witness;
};

std::optional<Piece> piece_of(const Finding& finding, const Finding& passage) {
  const bool left_out = passage.type == FindingType::omission;
  const std::uint32_t w = passage.place->document;
  if (finding.type == FindingType::omission)
    return !left_out && finding.kind == "dropped-clause" && finding.place->document == w
               ? std::optional(Piece{*finding.other, *finding.place})
               : std::nullopt;
  // A clause of it that was found there already.
  if (finding.type == FindingType::move && finding.kind == "moved-words") {
    const Place &whole = left_out ? *passage.other : *passage.place, &part = left_out ? *finding.other : *finding.place;
    return finding.place->document == w && part.document == whole.document && whole.range.contains(part.range)
               ? std::optional(Piece{*finding.other, *finding.place})
               : std::nullopt;
  }
  if (finding.type != FindingType::drift || finding.readings.size() != 2) return {};
  const Reading &first = finding.readings[0], &second = finding.readings[1];
  if (first.text.empty() == second.text.empty()) return {};
  const Reading& full = first.text.empty() ? second : first;
  const Reading& empty = first.text.empty() ? first : second;
  // Nobody but the text of the passage stands apart.
  const Reading& own = left_out ? full : empty;
  if (own.members.size() != 1 || own.members.front().document != w) return {};
  if (left_out && std::none_of(empty.members.begin(), empty.members.end(),
                               [&](const Place& p) { return p.document == passage.other->document; }))
    return {};
  return Piece{full.members.front(), own.members.front()};
}

// The same numbers, and as many negations: what differs in them is told.
bool say_the_same(std::u32string_view words, std::u32string_view beside) {
  constexpr std::u32string_view kNegations = U"不没未无勿莫非";
  const auto values = [](std::u32string_view text) {
    std::vector<double> all;
    for (const Number& number : find_numbers(text)) all.push_back(number.value);
    std::sort(all.begin(), all.end());
    return all;
  };
  const auto negations = [&](std::u32string_view text) {
    return std::count_if(text.begin(), text.end(), [&](char32_t c) { return kNegations.find(c) != kNegations.npos; });
  };
  return values(words) == values(beside) && negations(words) == negations(beside);
}

}  // namespace

void gather_what_stands_beside(std::span<const PrintedWitness> witnesses, std::vector<Finding>& findings) {
  std::map<std::uint32_t, std::u32string> texts;
  const auto folded = [&](const Place& place) {
    auto& text = texts[place.document];
    if (text.empty()) text = to_utf32(witnesses[place.document].text);
    return normalize(to_utf8(std::u32string_view(text).substr(place.range.begin, place.range.size()))).chars;
  };
  // By witness: what may be a piece of a passage there, and what was added there.
  std::map<std::uint32_t, std::vector<std::size_t>> pieces_of, added_to;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    if (finding.severity == Severity::folded) continue;
    if (finding.type == FindingType::addition) added_to[finding.place->document].push_back(i);
    if (finding.kind == "dropped-clause" || finding.kind == "moved-words")
      pieces_of[finding.place->document].push_back(i);
    if (finding.type != FindingType::drift || finding.readings.size() != 2) continue;
    for (const Reading& reading : finding.readings)
      if (reading.members.size() == 1) pieces_of[reading.members.front().document].push_back(i);
  }
  std::vector<bool> told(findings.size(), false);
  // The short end of a list that was made running text: its words stand in what seems to be added there.
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& lost = findings[i];
    if (lost.type != FindingType::omission || lost.kind == "dropped-clause") continue;
    const auto at = lost.place->range.begin;
    const auto& additions = added_to[lost.place->document];
    told[i] = std::any_of(additions.begin(), additions.end(), [&](std::size_t a) {
      const Finding& added = findings[a];
      const auto& range = added.place->range;
      if (at + kGap < range.begin || at > range.end + kGap) return false;
      const auto words = folded(*lost.other);
      return !words.empty() && folded(*added.place).find(words) != std::u32string::npos;
    });
  }
  for (Finding& passage : findings) {
    const bool left_out = passage.type == FindingType::omission && passage.kind != "dropped-clause";
    if (!left_out && !(passage.type == FindingType::addition && passage.more.empty())) continue;
    if (told[static_cast<std::size_t>(&passage - findings.data())]) continue;
    std::vector<std::size_t> indices;
    std::vector<Piece> pieces;
    for (const std::size_t i : pieces_of[passage.place->document]) {
      const auto piece = told[i] ? std::nullopt : piece_of(findings[i], passage);
      if (!piece || !is_near(piece->in_witness, *passage.place)) continue;
      indices.push_back(i);
      pieces.push_back(*piece);
    }
    if (pieces.empty()) continue;
    const auto words = folded(left_out ? *passage.other : *passage.place);
    std::u32string beside;
    for (const Piece& piece : pieces) beside += folded(piece.words);
    if (words.size() < kShortest || !say_the_same(words, beside) || share_of_characters(words, beside) < kToldShare ||
        share_of_characters(beside, words) < kOwnShare)
      continue;
    const auto longest = std::max_element(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
      return a.words.range.size() < b.words.range.size();
    });
    if (left_out)
      passage.place = longest->words;
    else
      passage.other = longest->words;
    passage.type = FindingType::move;
    passage.kind = "moved-words";
    passage.severity = Severity::minor;
    passage.why = "the same words in another place of the sentence";
    for (const std::size_t i : indices) told[i] = true;
  }
  std::size_t i = 0;
  std::erase_if(findings, [&](const Finding&) { return told[i++]; });
}

}  // namespace yiwen
