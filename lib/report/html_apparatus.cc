// SPDX-License-Identifier: Apache-2.0
//
// The findings in the short signs of a critical apparatus, in the order of the base: 〔12〕法治化=法制化【D】. For
// print, and for readers who know the form.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>

#include "report/html_page.h"

namespace yiwen {
namespace {

constexpr std::size_t kApparatusBytes = 100'000;  // of the 2 MB of a page
constexpr std::size_t kSigla = 24;                // of one reading
constexpr std::uint32_t kLemma = 16;              // longer words stand as their begin and end, as in print

void write_lemma(Page& page, std::string_view words, std::uint32_t document) {
  page.raw("<span");
  page.lang(document);
  page.raw(">");
  const SlicedText sliced(words);
  if (sliced.size() <= kLemma) {
    page.text(words);
  } else {
    page.text(sliced.slice({0, kLemma / 2}));
    page.raw("……");
    page.text(sliced.slice({sliced.size() - kLemma / 4, sliced.size()}));
  }
  page.raw("</span>");
}

void write_sigla(Page& page, const std::vector<Place>& places) {
  page.raw("【");
  std::optional<std::uint32_t> last;
  std::size_t shown = 0;
  for (const Place& place : places) {
    if (place.document == last) continue;
    if (shown++ == kSigla) {
      page.raw("……");
      break;
    }
    page.text(page.lookup.siglum(place.document));
    last = place.document;
  }
  page.raw("】");
}

void write_drift(Page& page, const Finding& finding) {
  const Reading& base = finding.readings.front();
  const auto document = [](const Reading& reading) {
    return reading.members.empty() ? 0 : reading.members[0].document;
  };
  if (!base.text.empty()) write_lemma(page, base.text, document(base));
  for (std::size_t i = 1; i < finding.readings.size(); ++i) {
    const Reading& reading = finding.readings[i];
    if (base.text.empty()) {
      page.raw("(");
      write_lemma(page, reading.text, document(reading));
      page.raw(")+");
    } else if (reading.text.empty()) {
      page.raw("-");
    } else {
      page.raw("=");
      write_lemma(page, reading.text, document(reading));
    }
    write_sigla(page, reading.members);
  }
}

void write_sign(Page& page, const Finding& finding) {
  if (finding.type == FindingType::drift) return write_drift(page, finding);
  const bool elsewhere = finding.type == FindingType::omission || finding.type == FindingType::move;
  const Place& words = elsewhere && finding.other ? *finding.other : *finding.place;
  if (finding.type == FindingType::addition) page.raw("(");
  write_lemma(page, page.lookup.slice(words), words.document);
  constexpr const char* kSigns[] = {"", "×2", "※", "-", ")+", "∞"};  // by type
  page.raw(kSigns[static_cast<std::size_t>(finding.type)]);
  write_sigla(page, {*finding.place});
}

void write_legend(Page& page) {
  page.raw("<details class=\"legend\"><summary>");
  page.say(Phrase::apparatus_legend);
  page.raw("</summary><ul>");
  for (const Phrase line : {Phrase::legend_replaced, Phrase::legend_added, Phrase::legend_lacking, Phrase::legend_moved,
                            Phrase::legend_twice, Phrase::legend_cut}) {
    page.raw("<li>");
    page.say(line);
    page.raw("</li>");
  }
  page.raw("</ul></details>\n");
}

}  // namespace

void write_apparatus(Page& page) {
  open_section(page, "apparatus", Phrase::apparatus);
  write_legend(page);
  std::vector<std::uint32_t> order;
  for (std::uint32_t f = 0; f < page.report.findings.size(); ++f) {
    const Finding& finding = page.report.findings[f];
    const bool has_words = finding.type == FindingType::drift ? finding.readings.size() > 1 : finding.place.has_value();
    if (finding.severity != Severity::folded && !is_settled(finding) && has_words) order.push_back(f);
  }
  // By row; what the base does not have comes last.
  const auto row = [&](std::uint32_t f) {
    return page.row_of(page.report.findings[f]).value_or(static_cast<std::uint32_t>(page.rows.size() + 1));
  };
  std::vector<std::uint32_t> rows(page.report.findings.size());
  for (const std::uint32_t f : order) rows[f] = row(f);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t left, std::uint32_t right) { return rows[left] < rows[right]; });

  page.raw("<ul class=\"signs\">\n");
  const std::size_t budget = page.out.size() + kApparatusBytes;
  std::size_t written = 0;
  std::uint32_t last_row = 0;
  for (const std::uint32_t f : order) {
    if (page.out.size() > budget) break;
    const Finding& finding = page.report.findings[f];
    page.raw("<li>");
    if (rows[f] != last_row && rows[f] <= page.rows_shown) {
      fmt::format_to(std::back_inserter(page.out), "<a class=\"row\" href=\"#r{0}\">〔{0}〕</a>", rows[f]);
    }
    last_row = rows[f];
    if (page.has_card[f]) {
      fmt::format_to(std::back_inserter(page.out), "<a class=\"{}\"", to_string(finding.severity));
      page.link_to(finding);
      page.raw(">");
      write_sign(page, finding);
      page.raw("</a>");
    } else {
      write_sign(page, finding);
    }
    page.raw("</li>\n");
    ++written;
  }
  page.raw("</ul>\n");
  if (written < order.size()) {
    page.raw("<p class=\"left-out\">");
    page.say(Phrase::left_out, {std::to_string(order.size() - written)});
    page.raw("</p>\n");
  }
  page.raw("</section>\n");
}

}  // namespace yiwen
