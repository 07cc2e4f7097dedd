// SPDX-License-Identifier: Apache-2.0
//
// Findings name words in some of the witnesses of a row; parallel segmentation wants every witness cut at every column:
//
//   A  县长周启明表示，[不得]以任何理由拒绝[所有]申请      finding 1: A B 不得 / C 得
//   B  縣長周啟明表示，[不得]以任何理由拒絕[全體]申請      finding 2: A 所有 / B 全體
//   C  周县长说，[得]以任何理由拒绝申请                  (C lacks the words: no reading in finding 2)
//
// A finding becomes a column where its places stand behind those of the column before in every witness. Findings whose
// places in the fullest text overlap become one column, as wide in each witness as all of them together, and wider by
// what the fullest text has in the column beside its own place: the words there are the same, or a finding would say
// so. A witness without a place in a column has nothing there; what it has between its neighbouring columns is given to
// the spaces beside it, as much to the first as the fullest text has there. That is a guess and can only shift a
// boundary: the pieces always join to the text.
#include "report/segmented_row.h"

#include <algorithm>
#include <numeric>

namespace yiwen {
namespace {

using Part = CodePointRange;  // offsets in a strand

struct StrandPlace {
  std::size_t strand = 0;
  Part part;
};

// Findings whose places in the fullest text overlap.
struct Spot {
  std::uint32_t finding = 0;               // the gravest
  std::vector<std::optional<Part>> parts;  // by strand
};

std::vector<Strand> strands_of(const ReportCluster& cluster) {
  std::vector<Place> places;
  for (const ClusterMember& member : cluster.members) places.push_back(member.place);
  std::sort(places.begin(), places.end());
  std::vector<Strand> strands;
  for (const Place& place : places) {
    if (strands.empty() || strands.back().document != place.document) strands.push_back({place.document, {}});
    std::vector<CodePointRange>& members = strands.back().members;
    CodePointRange rest = place.range;
    if (!members.empty()) rest.begin = std::max(rest.begin, members.back().end);
    if (rest.begin < rest.end) members.push_back(rest);
  }
  return strands;
}

std::optional<StrandPlace> place_in(const std::vector<Strand>& strands, const Place& place) {
  for (std::size_t s = 0; s < strands.size(); ++s) {
    if (strands[s].document != place.document) continue;
    std::uint32_t offset = 0;
    for (const CodePointRange member : strands[s].members) {
      if (member.contains(place.range)) {
        return StrandPlace{s, {offset + place.range.begin - member.begin, offset + place.range.end - member.begin}};
      }
      offset += member.size();
    }
  }
  return std::nullopt;
}

// The places of a finding by strand, the first in each; none where the fullest text has none, or one lies outside.
std::vector<std::optional<Part>> parts_of(const Finding& finding, const std::vector<Strand>& strands,
                                          std::size_t fullest) {
  std::vector<std::optional<Part>> parts(strands.size());
  for (const Reading& reading : finding.readings) {
    for (const Place& place : reading.members) {
      const std::optional<StrandPlace> found = place_in(strands, place);
      if (!found) return {};
      if (!parts[found->strand]) parts[found->strand] = found->part;
    }
  }
  if (!parts[fullest]) return {};
  return parts;
}

// Whether two places are about the same words; places that only touch are not, but two absences at one spot are.
bool meet(Part left, Part right) { return left == right || (left.begin < right.end && right.begin < left.end); }

void widen(Spot& spot, const std::vector<std::optional<Part>>& parts, std::size_t fullest) {
  const Part whole{std::min(spot.parts[fullest]->begin, parts[fullest]->begin),
                   std::max(spot.parts[fullest]->end, parts[fullest]->end)};
  const auto stretched = [&](Part part, Part in_fullest) {
    const std::uint32_t before = in_fullest.begin - whole.begin, behind = whole.end - in_fullest.end;
    return Part{part.begin - std::min(part.begin, before), part.end + behind};
  };
  const Part old = *spot.parts[fullest], added = *parts[fullest];
  for (std::size_t s = 0; s < parts.size(); ++s) {
    if (s == fullest) continue;
    std::optional<Part> joined;
    if (spot.parts[s]) joined = stretched(*spot.parts[s], old);
    if (parts[s]) {
      const Part other = stretched(*parts[s], added);
      joined = joined ? Part{std::min(joined->begin, other.begin), std::max(joined->end, other.end)} : other;
    }
    spot.parts[s] = joined;
  }
  spot.parts[fullest] = whole;
}

// Spaces between which a witness has no place in any column.
struct Stretch {
  std::size_t first = 0, last = 0;
  bool column_before = false, column_behind = false;  // in which it has a place
};

// How much of a text goes into which space; the rest goes into the last one of the stretch.
struct Share {
  std::size_t space = 0;
  std::uint32_t size = 0;
};

Share share_out(std::uint32_t size, Stretch stretch, const std::vector<std::uint32_t>& space_of_fullest) {
  if (stretch.first == stretch.last) return {stretch.first, size};
  if (stretch.column_before && stretch.column_behind) {
    return {stretch.first, std::min(size, space_of_fullest[stretch.first])};
  }
  if (stretch.column_before) return {stretch.first, size};  // its tail is missing
  if (stretch.column_behind) return {stretch.last, size};   // its head is missing
  // It has a place in no column, so that it lies in one space: the first that is long enough, else the longest.
  std::size_t longest = stretch.first;
  for (std::size_t space = stretch.first; space <= stretch.last; ++space) {
    if (space_of_fullest[space] >= size) return {space, size};
    if (space_of_fullest[space] > space_of_fullest[longest]) longest = space;
  }
  return {longest, size};
}

// In the order of the fullest text.
std::vector<Spot> spots_of(const Report& report, const std::vector<std::uint32_t>& findings,
                           const std::vector<Strand>& strands, std::size_t fullest) {
  std::vector<Spot> spots;
  for (const std::uint32_t index : findings) {
    std::vector<std::optional<Part>> parts = parts_of(report.findings[index], strands, fullest);
    if (parts.empty()) continue;
    const auto same = std::find_if(spots.begin(), spots.end(),
                                   [&](const Spot& spot) { return meet(*spot.parts[fullest], *parts[fullest]); });
    if (same == spots.end()) {
      spots.push_back({index, std::move(parts)});
    } else {
      widen(*same, parts, fullest);
    }
  }
  std::stable_sort(spots.begin(), spots.end(),
                   [&](const Spot& left, const Spot& right) { return *left.parts[fullest] < *right.parts[fullest]; });
  return spots;
}

// Those that stand behind the one before in every witness.
std::vector<Spot> in_one_order(std::vector<Spot> spots, const std::vector<Strand>& strands) {
  std::vector<Spot> kept;
  std::vector<std::uint32_t> behind(strands.size(), 0);
  for (Spot& spot : spots) {
    bool in_order = true;
    for (std::size_t s = 0; s < strands.size(); ++s) {
      if (!spot.parts[s]) continue;
      spot.parts[s]->end = std::min(spot.parts[s]->end, strands[s].length());
      in_order = in_order && spot.parts[s]->begin >= behind[s];
    }
    if (!in_order) continue;
    for (std::size_t s = 0; s < strands.size(); ++s) {
      if (spot.parts[s]) behind[s] = spot.parts[s]->end;
    }
    kept.push_back(std::move(spot));
  }
  return kept;
}

// The spots become every second column, the spaces between them the others.
void lay_out(SegmentedRow& row, const std::vector<Spot>& spots, std::size_t fullest) {
  row.columns.resize(2 * spots.size() + 1);
  for (Column& column : row.columns) column.parts.resize(row.strands.size());
  std::vector<std::uint32_t> space_of_fullest;
  std::uint32_t from = 0;
  for (std::size_t k = 0; k < spots.size(); ++k) {
    row.columns[2 * k + 1].finding = spots[k].finding;
    space_of_fullest.push_back(spots[k].parts[fullest]->begin - from);
    from = spots[k].parts[fullest]->end;
  }
  space_of_fullest.push_back(row.strands[fullest].length() - from);

  for (std::size_t s = 0; s < row.strands.size(); ++s) {
    std::uint32_t at = 0;
    for (std::size_t first = 0; first <= spots.size();) {
      std::size_t last = first;  // the text from `at` on belongs into the spaces from first to last
      while (last < spots.size() && !spots[last].parts[s]) ++last;
      const bool at_end = last == spots.size();
      const std::uint32_t until = at_end ? row.strands[s].length() : spots[last].parts[s]->begin;
      const Share share = share_out(until - at, {first, last, first > 0, !at_end}, space_of_fullest);
      const std::uint32_t middle = at + share.size;
      for (std::size_t k = 2 * first; k <= 2 * last; ++k) {
        row.columns[k].parts[s] = k < 2 * share.space    ? Part{at, at}
                                  : k == 2 * share.space ? Part{at, middle}
                                  : k < 2 * last         ? Part{middle, middle}
                                                         : Part{middle, until};
      }
      if (!at_end) {
        row.columns[2 * last + 1].parts[s] = *spots[last].parts[s];
        at = spots[last].parts[s]->end;
      }
      first = last + 1;
    }
  }
}

}  // namespace

std::uint32_t Strand::length() const {
  return std::accumulate(members.begin(), members.end(), std::uint32_t{0},
                         [](std::uint32_t sum, CodePointRange member) { return sum + member.size(); });
}

std::vector<CodePointRange> Strand::slice(CodePointRange part) const {
  std::vector<CodePointRange> ranges;
  std::uint32_t offset = 0;
  for (const CodePointRange member : members) {
    const CodePointRange here = intersection(part, CodePointRange{offset, offset + member.size()});
    if (!here.empty()) ranges.push_back({member.begin + here.begin - offset, member.begin + here.end - offset});
    offset += member.size();
  }
  return ranges;
}

SegmentedRow segmented_row(const Report& report, std::uint32_t cluster, const std::vector<std::uint32_t>& findings) {
  SegmentedRow row;
  row.strands = strands_of(report.clusters[cluster]);
  if (row.strands.empty()) return row;
  const std::uint32_t fullest_document = report.clusters[cluster].members.front().place.document;
  const auto fullest =
      static_cast<std::size_t>(std::find_if(row.strands.begin(), row.strands.end(),
                                            [&](const Strand& strand) { return strand.document == fullest_document; }) -
                               row.strands.begin());
  std::vector<Spot> spots = spots_of(report, findings, row.strands, fullest);
  lay_out(row, in_one_order(std::move(spots), row.strands), fullest);
  return row;
}

}  // namespace yiwen
