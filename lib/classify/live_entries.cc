// SPDX-License-Identifier: Apache-2.0
#include "classify/live_entries.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/char_class.h"
#include "base/utf8.h"

namespace yiwen {

namespace {

// Fewer times than these are told one by one. Range 2 to 4.
constexpr std::size_t kFewestTimes = 3;
// Fewer passages than these are in reverse order by chance. Range 3 to 5.
constexpr std::size_t kFewestTurned = 4;
constexpr std::u32string_view kOpening = U"[【(（〔";  // before the time of an entry

// Behind the time of day that begins at `at`: 06:45, 6：45. `at` where none does.
std::size_t clock_end(std::u32string_view text, std::size_t at) {
  const auto digits = [&](std::size_t from) {
    std::size_t count = 0;
    while (from + count < text.size() && is_digit(text[from + count])) ++count;
    return count;
  };
  const std::size_t hours = digits(at), mark = at + hours;
  if (hours < 1 || hours > 2 || mark >= text.size() || (text[mark] != ':' && text[mark] != U'：')) return at;
  const std::size_t end = mark + 3;
  return digits(mark + 1) == 2 && (end >= text.size() || (text[end] != ':' && text[end] != U'：')) ? end : at;
}

// The times of day that open a line of the text, in code points.
std::vector<CodePointRange> entry_times(std::string_view printed) {
  const auto text = to_utf32(printed);
  std::vector<CodePointRange> times;
  bool opens = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = opens ? clock_end(text, i) : i;
    if (end > i) times.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)});
    opens = is_line_break(text[i]) || (opens && (is_space(text[i]) || kOpening.find(text[i]) != kOpening.npos));
  }
  return times;
}

std::u32string without_space(std::string_view words) {
  auto text = to_utf32(words);
  std::erase_if(text, [](char32_t c) { return is_space(c); });
  return text;
}

// The readings of one finding: those with the time that opens an entry, and the one that lacks it.
std::optional<std::size_t> reading_without_time(const Finding& finding,
                                                const std::vector<std::vector<CodePointRange>>& times) {
  if (finding.type != FindingType::drift || finding.kind != "number" || finding.readings.size() < 2) return {};
  std::optional<std::size_t> lacking;
  std::u32string behind;  // the time: 21:30 台风 → 台风
  for (std::size_t r = 0; r < finding.readings.size(); ++r) {
    const Reading& reading = finding.readings[r];
    const auto text = without_space(reading.text);
    const std::size_t end = clock_end(text, 0);
    if (end == 0) {
      if (lacking) return {};
      lacking = r;
      continue;
    }
    behind = text.substr(end);
    const bool opens = std::all_of(reading.members.begin(), reading.members.end(), [&](const Place& place) {
      const auto& all = times[place.document];
      return std::any_of(all.begin(), all.end(), [&](auto time) { return time.begin == place.range.begin; });
    });
    if (!opens) return {};
  }
  return lacking && without_space(finding.readings[*lacking].text) == behind ? lacking : std::nullopt;
}

}  // namespace

void gather_entry_times(std::span<const PrintedWitness> witnesses, std::vector<Finding>& findings) {
  if (std::none_of(findings.begin(), findings.end(), [](const Finding& f) { return f.kind == "number"; })) return;
  std::vector<std::vector<CodePointRange>> times;
  for (const auto& witness : witnesses) times.push_back(entry_times(witness.text));
  std::map<std::size_t, std::size_t> lacking;  // finding -> its reading without the time
  std::map<std::uint32_t, std::size_t> lost;   // witness -> how many
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto reading = reading_without_time(findings[i], times);
    if (!reading) continue;
    lacking.emplace(i, *reading);
    for (const Place& place : findings[i].readings[*reading].members) ++lost[place.document];
  }
  const auto is_digest = [&](const Place& place) {
    return lost[place.document] >= kFewestTimes && lost[place.document] > times[place.document].size();
  };
  std::optional<std::size_t> first;
  std::vector<bool> told(findings.size(), false);
  for (const auto& [i, r] : lacking) {
    auto& members = findings[i].readings[r].members;
    if (!std::all_of(members.begin(), members.end(), is_digest)) continue;
    // Where another text has another time, that is told by itself.
    if (findings[i].readings.size() > 2) {
      findings[i].readings.erase(findings[i].readings.begin() + static_cast<std::ptrdiff_t>(r));
      continue;
    }
    if (!first) {
      first = i;
      findings[i].severity = Severity::minor;
      findings[i].why = "the times before the entries were left out";
      continue;
    }
    findings[*first].more.push_back(findings[i].readings[1 - r].members.front());
    told[i] = true;
  }
  std::size_t i = 0;
  std::erase_if(findings, [&](const Finding&) { return told[i++]; });
}

void gather_turned_order(std::vector<Finding>& moves) {
  std::map<std::uint32_t, std::vector<std::size_t>> of_witness;
  for (std::size_t i = 0; i < moves.size(); ++i) of_witness[moves[i].place->document].push_back(i);
  std::vector<bool> told(moves.size(), false);
  for (auto& [witness, indices] : of_witness) {
    if (indices.size() < kFewestTurned) continue;
    std::sort(indices.begin(), indices.end(),
              [&](std::size_t a, std::size_t b) { return moves[a].other->range < moves[b].other->range; });
    // The longest run of them, with leaps, in which each stands before the one that it followed in the base.
    std::vector<std::size_t> length(indices.size(), 1), before(indices.size());
    std::size_t last = 0;
    for (std::size_t k = 0; k < indices.size(); ++k) {
      before[k] = k;
      for (std::size_t j = 0; j < k; ++j) {
        const bool falls = moves[indices[k]].place->range.end <= moves[indices[j]].place->range.begin;
        if (falls && length[j] + 1 > length[k]) length[k] = length[j] + 1, before[k] = j;
      }
      if (length[k] > length[last]) last = k;
    }
    if (length[last] < kFewestTurned) continue;
    std::vector<std::size_t> run{last};
    while (before[run.back()] != run.back()) run.push_back(before[run.back()]);
    Finding& first = moves[indices[run.back()]];
    first.why = "passages stand in the reverse order of the base";
    for (auto k = std::next(run.rbegin()); k != run.rend(); ++k) {
      first.more.push_back(*moves[indices[*k]].place);
      told[indices[*k]] = true;
    }
  }
  std::size_t i = 0;
  std::erase_if(moves, [&](const Finding&) { return told[i++]; });
}

}  // namespace yiwen
