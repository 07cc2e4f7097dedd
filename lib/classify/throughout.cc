// SPDX-License-Identifier: Apache-2.0
#include "classify/throughout.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/char_class.h"
#include "base/utf8.h"
#include "classify/phrases.h"
#include "normalize/normalize.h"

namespace yiwen {

namespace {

// Fewer places may be chance. Range 4 to 8.
constexpr std::size_t kFewestAlike = 5;
// The same of words of two characters and more, which the whole text wants otherwise. Range 3 to 5.
constexpr std::size_t kFewestWordsAlike = 3;
// Of the other word, a text that changed it throughout may have one in a line of its page, to so many changes. Range 6
// to 12.
constexpr std::size_t kChangesToOneKept = 8;
// The same of characters put before marks, which need not be alike. Range 6 to 12.
constexpr std::size_t kFewestSpoilt = 8;
// The same of notes in brackets: a reprint that adds a few facts in brackets adds facts. Range 6 to 12.
constexpr std::size_t kFewestGlosses = 8;
// Share of the characters before marks that must be different: a writer who ends clause after clause with a particle
// has few. Range .7 to .9.
constexpr double kDistinctShare = 0.8;

// The one text whose words differ, as the place of its reading; none where several do.
struct Apart {
  std::size_t reading;
  Place place;
};

std::optional<Apart> apart_in(const Finding& finding) {
  if (finding.type != FindingType::drift || finding.readings.size() != 2) return {};
  for (const std::size_t r : {std::size_t{1}, std::size_t{0}}) {
    const auto& members = finding.readings[r].members;
    if (members.size() == 1) return Apart{r, members.front()};
  }
  return {};
}

// What differs of two readings: 似的 → 似得 is 的 → 得.
std::pair<std::u32string, std::u32string> differing(const Finding& finding) {
  const auto left = normalize(finding.readings[0].text).chars, right = normalize(finding.readings[1].text).chars;
  const auto [mine, others] = without_common_ends(left, right);
  return {std::u32string(mine), std::u32string(others)};
}

bool are_words(const Finding& finding) {
  return std::ranges::all_of(finding.readings, [](const auto& reading) { return to_utf32(reading.text).size() > 1; });
}

std::size_t count(std::u32string_view text, std::u32string_view word) {
  std::size_t times = 0;
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++times;
  return times;
}

// Leaves the first of the findings, which takes the places of the others.
void gather(std::vector<Finding>& findings, const std::vector<std::size_t>& indices, std::vector<bool>& told) {
  for (std::size_t k = 1; k < indices.size(); ++k) {
    findings[indices.front()].more.push_back(apart_in(findings[indices[k]])->place);
    told[indices[k]] = true;
  }
}

void drop(std::vector<Finding>& findings, const std::vector<bool>& told) {
  std::size_t i = 0;
  std::erase_if(findings, [&](const Finding&) { return told[i++]; });
}

// Two or three Han characters with a mark behind them. `text`: all that the place lies in.
bool stands_before_mark(std::u32string_view text, CodePointRange words) {
  const auto chars = text.substr(words.begin, words.size());
  if (chars.size() < 2 || chars.size() > 3 || !std::all_of(chars.begin(), chars.end(), is_han)) return false;
  constexpr std::u32string_view kMarks = U"，。；、！？：,.;!?:";
  return words.end < text.size() && kMarks.find(text[words.end]) != std::u32string_view::npos;
}

// The words without what stands in round brackets, with those that stand next to them.
std::u32string without_brackets(std::u32string_view text, CodePointRange words) {
  constexpr std::u32string_view kOpens = U"(（", kCloses = U")）";
  const auto is_one = [](std::u32string_view of, char32_t c) { return of.find(c) != std::u32string_view::npos; };
  if (words.begin > 0 && is_one(kOpens, text[words.begin - 1])) --words.begin;
  while (words.end < text.size() && !is_word(text[words.end])) {
    const char32_t c = text[words.end++];
    if (is_one(kCloses, c)) break;
  }
  std::u32string rest;
  std::size_t depth = 0;
  for (const char32_t c : text.substr(words.begin, words.size())) {
    if (is_one(kOpens, c)) {
      ++depth;
    } else if (is_one(kCloses, c)) {
      depth -= depth > 0;
    } else if (depth == 0) {
      rest.push_back(c);
    }
  }
  return rest;
}

bool holds_bracket(std::u32string_view text, CodePointRange words) {
  const auto begin = words.begin - (words.begin > 0);
  return text.substr(begin, words.end - begin).find_first_of(U"(（") != std::u32string_view::npos;
}

}  // namespace

void gather_systematic(std::span<const PrintedWitness> witnesses, std::vector<Finding>& findings) {
  std::map<std::tuple<std::uint32_t, Severity, std::u32string, std::u32string>, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const bool other_word = findings[i].severity == Severity::major && findings[i].kind == "wording";
    const auto apart = findings[i].severity == Severity::minor || other_word ? apart_in(findings[i]) : std::nullopt;
    if (!apart) continue;
    auto [left, right] = differing(findings[i]);
    if (left.empty() || right.empty()) continue;
    if (apart->reading == 0) std::swap(left, right);
    alike[{apart->place.document, findings[i].severity, std::move(left), std::move(right)}].push_back(i);
  }
  std::vector<bool> told(findings.size(), false);
  for (auto& [change, indices] : alike) {
    const auto& [witness, severity, left, right] = change;
    const bool words = std::ranges::all_of(indices, [&](std::size_t i) { return are_words(findings[i]); });
    if (indices.size() < (words ? kFewestWordsAlike : kFewestAlike)) continue;
    if (count(witnesses[witness].witness->normal->chars, left) * kChangesToOneKept > indices.size()) continue;
    // The change is said in the fewest words: 的 → 得, not 似的 → 似得.
    const auto shortest = std::min_element(indices.begin(), indices.end(), [&](std::size_t a, std::size_t b) {
      return findings[a].readings[0].text.size() < findings[b].readings[0].text.size();
    });
    std::iter_swap(indices.begin(), shortest);
    gather(findings, indices, told);
    auto& first = findings[indices.front()];
    first.kind = "systematic";
    first.why = "the same change throughout the text: " + first.readings[0].text + " → " + first.readings[1].text;
  }
  drop(findings, told);
}

void gather_spoilt_marks(std::span<const PrintedWitness> witnesses, std::vector<Finding>& findings) {
  std::map<std::uint32_t, std::vector<std::size_t>> of_witness;
  std::map<std::uint32_t, std::u32string> texts;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto apart = findings[i].severity == Severity::minor ? apart_in(findings[i]) : std::nullopt;
    if (!apart || !findings[i].readings[1 - apart->reading].text.empty()) continue;
    const auto witness = apart->place.document;
    auto& text = texts[witness];
    if (text.empty()) text = to_utf32(witnesses[witness].text);
    if (stands_before_mark(text, apart->place.range)) of_witness[witness].push_back(i);
  }
  std::vector<bool> told(findings.size(), false);
  for (const auto& [witness, indices] : of_witness) {
    std::set<std::string> distinct;
    for (const std::size_t i : indices) distinct.insert(findings[i].readings[apart_in(findings[i])->reading].text);
    if (indices.size() < kFewestSpoilt ||
        static_cast<double>(distinct.size()) < kDistinctShare * static_cast<double>(indices.size()))
      continue;
    gather(findings, indices, told);
    auto& first = findings[indices.front()];
    first.kind = "corruption";
    first.severity = Severity::major;
    first.why = "characters that say nothing put before the marks throughout the text: " +
                first.readings[apart_in(first)->reading].text;
  }
  drop(findings, told);
}

void gather_glosses(std::span<const PrintedWitness> witnesses, std::vector<Finding>& findings) {
  std::map<std::uint32_t, std::vector<std::size_t>> of_witness;
  std::map<std::uint32_t, std::u32string> texts;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto apart = apart_in(findings[i]);
    if (!apart) continue;
    const auto witness = apart->place.document;
    auto& text = texts[witness];
    if (text.empty()) text = to_utf32(witnesses[witness].text);
    if (!holds_bracket(text, apart->place.range)) continue;
    const auto bare = normalize(to_utf8(without_brackets(text, apart->place.range))).chars;
    if (bare == normalize(findings[i].readings[1 - apart->reading].text).chars) of_witness[witness].push_back(i);
  }
  std::vector<bool> told(findings.size(), false);
  for (const auto& [witness, indices] : of_witness) {
    if (indices.size() < kFewestGlosses) continue;
    gather(findings, indices, told);
    auto& first = findings[indices.front()];
    first.kind = "systematic";
    first.severity = Severity::minor;
    first.why =
        "notes in brackets behind the words, throughout the text: " + first.readings[apart_in(first)->reading].text;
  }
  drop(findings, told);
}

}  // namespace yiwen
