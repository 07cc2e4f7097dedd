// SPDX-License-Identifier: Apache-2.0
#include "classify/garbled_words.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace yiwen {

namespace {

bool has_garbled(const PrintedWitness& witness) {
  const auto& damage = witness.witness->normal->damage;
  return std::any_of(damage.begin(), damage.end(), [](const Damage& d) { return d.undone; });
}

// The one witness whose words differ; none where several do.
std::optional<std::uint32_t> witness_apart(const Finding& finding) {
  if (finding.type != FindingType::drift || finding.readings.size() != 2) return {};
  const auto of_one = [](const Reading& reading) -> std::optional<std::uint32_t> {
    const auto witness = reading.members.front().document;
    for (const Place& place : reading.members)
      if (place.document != witness) return {};
    return witness;
  };
  if (const auto second = of_one(finding.readings[1])) return second;
  return of_one(finding.readings[0]);
}

}  // namespace

const Damage* garbled_in(const PrintedWitness& witness, TextRange<SourceText> place) {
  const auto& damage = witness.witness->normal->damage;
  auto spot =
      std::partition_point(damage.begin(), damage.end(), [&](const Damage& d) { return d.range.end <= place.begin; });
  while (spot != damage.end() && !spot->undone && spot->range.begin < place.end) ++spot;
  return spot != damage.end() && spot->undone && spot->range.overlaps(place) ? &*spot : nullptr;
}

const Damage* garbled_in(const PrintedWitness& witness, TextRange<Normal> words) {
  return words.empty() ? nullptr : garbled_in(witness, witness.witness->normal->to_source(words));
}

bool is_garbled_alone(const PrintedWitness& left, const PrintedWitness& right, const Edit& edit) {
  return left.witness->normal->slice(edit.left) == right.witness->normal->slice(edit.right) &&
         (garbled_in(left, edit.left) == nullptr) != (garbled_in(right, edit.right) == nullptr);
}

std::optional<DiffedRow> with_garbled(std::span<const PrintedWitness> witnesses, const DiffedRow& row) {
  std::optional<DiffedRow> marked;
  const auto& cells = row.row->cells;
  const auto& left = witnesses[cells[0].witness];
  for (std::uint32_t c = 1; c < cells.size(); ++c) {
    const auto& right = witnesses[cells[c].witness];
    std::vector<Edit> found;
    const Damage* last = nullptr;
    const auto look = [&](std::uint32_t l, std::uint32_t r, std::uint32_t end) {
      const std::uint32_t begin = l;
      for (std::uint32_t at = begin; at < end; ++at) {
        const TextRange<Normal> here{at, at + 1}, there{r + (at - begin), r + (at - begin) + 1};
        const Damage *of_left = garbled_in(left, here), *of_right = garbled_in(right, there);
        if ((of_left == nullptr) == (of_right == nullptr)) continue;
        const Damage* const damage = of_left != nullptr ? of_left : of_right;
        if (damage != last) {
          found.push_back({here, there});
        } else if (found.back().left.end == at && found.back().right.end == there.begin) {
          found.back().left.end = here.end, found.back().right.end = there.end;
        }
        last = damage;
      }
    };
    if (!has_garbled(left) && !has_garbled(right)) continue;
    std::uint32_t l = cells[c].compared_reference().begin, r = cells[c].compared().begin;
    for (const Edit& edit : row.diffs[c].edits) {
      look(l, r, edit.left.begin);
      l = edit.left.end, r = edit.right.end;
    }
    look(l, r, cells[c].compared_reference().end);
    if (found.empty()) continue;
    if (!marked) marked = row;
    auto& own = marked->diffs[c].edits;
    own.insert(own.end(), found.begin(), found.end());
    std::sort(own.begin(), own.end(), [](const Edit& a, const Edit& b) { return a.left.begin < b.left.begin; });
  }
  return marked;
}

void gather_damage(std::vector<Finding>& findings) {
  // More cards than these say nothing that the first does not. Range 6 to 12.
  constexpr std::size_t kMostApart = 8;
  std::map<std::uint32_t, std::vector<std::size_t>> of_witness;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto witness = findings[i].kind == "corruption" ? witness_apart(findings[i]) : std::nullopt;
    if (witness) of_witness[*witness].push_back(i);
  }
  std::vector<bool> told(findings.size(), false);
  for (const auto& [witness, indices] : of_witness) {
    if (indices.size() <= kMostApart) continue;
    for (const std::size_t i : std::span(indices).subspan(1)) {
      for (const Reading& reading : findings[i].readings) {
        if (reading.members.front().document == witness)
          findings[indices.front()].more.push_back(reading.members.front());
      }
      told[i] = true;
    }
    // The words beside the damage: what is left of characters that lost a byte.
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const Finding& other = findings[i];
      const bool beside = other.severity == Severity::minor && witness_apart(other) == witness &&
                          std::any_of(indices.begin(), indices.end(),
                                      [&](std::size_t d) { return findings[d].cluster == other.cluster; });
      if (beside) told[i] = true;
    }
  }
  std::size_t i = 0;
  std::erase_if(findings, [&](const Finding&) { return told[i++]; });
}

}  // namespace yiwen
