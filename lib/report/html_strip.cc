// SPDX-License-Identifier: Apache-2.0
//
// Each witness as one lane along the base: hatched where it has nothing, a tick where it differs, taller and darker the
// graver. The picture carries its meaning in words too, for those who do not see it.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <vector>

#include "report/html_page.h"

namespace yiwen {
namespace {

constexpr std::uint32_t kWidth = 1000;        // units of a lane
constexpr std::uint32_t kTicks = 2000;        // on all lanes together: 180 KB of the page
constexpr std::size_t kStripBytes = 200'000;  // of the 2 MB of a page; lanes behind that are left out
constexpr int kHeight = 24;

// The stretches of the base of which the witness has no sentence.
std::vector<CodePointRange> lacking(const Page& page, const std::vector<CodePointRange>& carried) {
  std::vector<CodePointRange> gaps;
  bool open = false;
  for (const SentenceMark& sentence : page.report.documents[page.report.base].sentences) {
    if (is_noise(sentence.kind) || sentence.kind == BlockKind::byline) continue;
    const bool has = overlaps_any(carried, sentence.range);
    if (!has && open) gaps.back().end = sentence.range.end;
    if (!has && !open) gaps.push_back(sentence.range);
    open = !has;
  }
  return gaps;
}

// Where the words in front of a place of a witness stand in the base: that is where the witness put what it moved.
std::optional<std::uint32_t> put_at(const Page& page, const Place& place) {
  std::optional<CodePointRange> nearest;
  std::optional<std::uint32_t> base_end;
  for (const SynopsisRow& row : page.rows) {
    if (!row.cluster || !row.base) continue;
    for (const ClusterMember& member : page.report.clusters[*row.cluster].members) {
      if (member.place.document != place.document || member.place.range.end > place.range.begin) continue;
      if (nearest && nearest->end > member.place.range.end) continue;
      nearest = member.place.range;
      base_end = row.base->range.end;
    }
  }
  return base_end;
}

// An arc from where the base has the words to where the witness has them.
void write_move(Page& page, const Finding& finding, std::uint32_t from, std::uint32_t to, bool has_card) {
  fmt::format_to(std::back_inserter(page.out),
                 "<path class=\"move\" d=\"M{0} 22Q{1} -14 {2} 22\" vector-effect=\"non-scaling-stroke\"", from,
                 (from + to) / 2, to);
  if (has_card) {
    page.raw(" data-v=\"");
    page.text(finding.key);
    page.raw("\"");
  }
  page.raw("/>");
}

void write_lane(Page& page, std::uint32_t document, const std::vector<CodePointRange>& carried) {
  const auto lanes = static_cast<std::uint32_t>(page.columns.size());
  const std::uint32_t step = std::max(2U, kWidth * lanes / kTicks);  // from one tick to the next
  const std::uint32_t length = std::max(1U, page.report.documents[page.report.base].length);
  const auto x = [&](std::uint32_t at) { return static_cast<std::uint32_t>(std::uint64_t{at} * kWidth / length); };
  const std::vector<CodePointRange> gaps = lacking(page, carried);

  page.raw("<li><span class=\"who\">");
  page.siglum(document);
  page.raw("</span><svg viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
  page.say(Phrase::strip_lane, {page.lookup.siglum(document), std::to_string(gaps.size()),
                                std::to_string(page.lookup.count(document, Severity::critical)),
                                std::to_string(page.lookup.count(document, Severity::major)),
                                std::to_string(page.lookup.count(document, Severity::minor))});
  page.raw("\"><rect class=\"lane\" width=\"1000\" height=\"24\"/>");
  for (const CodePointRange gap : gaps) {
    const std::uint32_t begin = x(gap.begin);
    fmt::format_to(std::back_inserter(page.out),
                   "<rect fill=\"url(#hatch)\" class=\"gap\" x=\"{}\" width=\"{}\" height=\"24\"/>", begin,
                   std::max(2U, x(gap.end) - begin));
  }
  // One tick a position: the gravest finding there, which the list has first.
  std::map<std::uint32_t, std::uint32_t> ticks;
  for (std::uint32_t f = 0; f < page.report.findings.size(); ++f) {
    const Finding& finding = page.report.findings[f];
    const std::vector<std::uint32_t>& witnesses = page.lookup.witnesses(f);
    if (finding.severity == Severity::folded || is_settled(finding)) continue;
    if (!std::binary_search(witnesses.begin(), witnesses.end(), document)) continue;
    const std::optional<Place> base = page.lookup.base_place(finding);
    if (base) ticks.emplace(x(base->range.begin) / step * step, f);
  }
  for (const auto& [at, f] : ticks) {
    const Finding& finding = page.report.findings[f];
    const int height = finding.severity == Severity::critical ? kHeight : finding.severity == Severity::major ? 16 : 9;
    fmt::format_to(std::back_inserter(page.out), "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
                   to_string(finding.severity), at, kHeight - height, finding.severity == Severity::critical ? 4 : 2,
                   height);
    if (page.has_card[f]) {
      page.raw(" data-v=\"");
      page.text(finding.key);
      page.raw("\"");
    }
    page.raw("/>");
  }
  for (std::uint32_t f = 0; f < page.report.findings.size(); ++f) {
    const Finding& finding = page.report.findings[f];
    const bool shown =
        finding.type == FindingType::move && finding.severity != Severity::folded && !is_settled(finding);
    if (!shown || !finding.place || finding.place->document != document) continue;
    if (!finding.other || finding.other->document != page.report.base) continue;
    const std::uint32_t to = x(put_at(page, *finding.place).value_or(0));
    write_move(page, finding, x(finding.other->range.begin), to, page.has_card[f]);
  }
  page.raw("</svg></li>\n");
}

}  // namespace

void write_strip(Page& page) {
  if (!has_strip(page)) return;
  std::vector<std::vector<CodePointRange>> carried(page.report.documents.size());
  for (const ReportCluster& cluster : page.report.clusters) {
    for (const ClusterMember& base : cluster.members) {
      if (base.place.document != page.report.base) continue;
      for (const ClusterMember& member : cluster.members) {
        if (&member != &base) carried[member.place.document].push_back(base.place.range);
      }
    }
  }
  open_section(page, "strip", Phrase::strip);
  page.raw("<p class=\"hint\">");
  page.say(Phrase::strip_hint);
  page.raw(
      "</p>\n<svg class=\"defs\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs><pattern id=\"hatch\" width=\"6\" "
      "height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"line\" width=\"2\" "
      "height=\"6\"/></pattern></defs></svg>\n<ul class=\"strip\">\n");
  const std::size_t budget = page.out.size() + kStripBytes;
  std::size_t left_out = 0;
  for (const std::uint32_t document : page.columns) {
    if (document == page.report.base) continue;
    if (page.out.size() > budget) {
      ++left_out;
    } else {
      write_lane(page, document, joined(std::move(carried[document])));
    }
  }
  page.raw("</ul>\n");
  write_left_out(page, left_out);
  page.raw("</section>\n");
}

}  // namespace yiwen
