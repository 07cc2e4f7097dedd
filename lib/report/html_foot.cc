// SPDX-License-Identifier: Apache-2.0
//
// What the report rests on: the words that were not compared, the notes on the inputs, the settings. Enough to run it
// again and to defend it. No clock time, so that the same inputs give the same page.
#include <fmt/format.h>

#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "report/html_page.h"
#include "report/reasons.h"

namespace yiwen {
namespace {

constexpr std::size_t kNoiseShown = 20;      // of one kind in one text
constexpr std::uint32_t kNoiseLength = 80;   // code points of each
constexpr std::size_t kNoiseBytes = 80'000;  // of the 2 MB of a page
constexpr std::size_t kDiagnosticBytes = 40'000;
constexpr std::size_t kInputBytes = 80'000;     // some 500 texts
constexpr std::size_t kDecisionBytes = 60'000;  // of the 2 MB of a page: some 300 decisions

void write_noise_of(Page& page, std::uint32_t document) {
  std::map<std::string_view, std::vector<CodePointRange>> kinds;
  for (const NoiseMark& noise : page.report.documents[document].noise) kinds[noise.kind].push_back(noise.range);
  for (const auto& [kind, ranges] : kinds) {
    page.raw("<details><summary>");
    page.siglum(document);
    page.raw(" ");
    page.text(kind_name(kind, page.language));
    fmt::format_to(std::back_inserter(page.out), " {}</summary><ul", ranges.size());
    page.lang(document);
    page.raw(">");
    for (std::size_t i = 0; i < ranges.size() && i < kNoiseShown; ++i) {
      const CodePointRange range = ranges[i];
      page.raw("<li>");
      page.text(page.lookup.slice({document, {range.begin, std::min(range.end, range.begin + kNoiseLength)}}));
      if (range.size() > kNoiseLength) page.raw("…");
      page.raw("</li>");
    }
    page.raw("</ul>");
    if (ranges.size() > kNoiseShown) {
      page.raw("<p class=\"left-out\">");
      page.say(Phrase::left_out, {std::to_string(ranges.size() - kNoiseShown)});
      page.raw("</p>");
    }
    page.raw("</details>\n");
  }
}

}  // namespace

// The rulings that this report honours. The script reads them from here, so that an export repeats them.
void write_decisions(Page& page, const std::vector<Decision>& decisions) {
  if (decisions.empty()) return;
  const std::size_t budget = page.out.size() + kDecisionBytes;
  page.raw("<dt>");
  page.say(Phrase::decisions_honoured, {std::to_string(decisions.size())});
  page.raw("</dt><dd><details><summary>");
  page.say(Phrase::decisions);
  page.raw("</summary><ul class=\"honoured\">\n");
  std::size_t written = 0;
  for (const Decision& decision : decisions) {
    if (page.out.size() > budget) break;
    const bool is_like = decision.key.empty();
    fmt::format_to(std::back_inserter(page.out), "<li data-{}=\"", is_like ? "like" : "key");
    page.text(is_like ? decision.like : decision.key);
    fmt::format_to(std::back_inserter(page.out), "\" data-d=\"{}\" data-t=\"", to_string(decision.ruling));
    page.text(decision.type);
    page.raw("\" data-k=\"");
    page.text(decision.kind);
    page.raw("\">");
    page.text(ruling_name(decision.ruling, page.language));
    page.raw(" ");
    page.text(kind_name(decision.kind, page.language));
    for (const std::string& reading : decision.readings) {
      page.raw(" <q>");
      page.text(reading);
      page.raw("</q>");
    }
    page.raw(" ");
    if (decision.findings == 0) {
      page.say(Phrase::decision_unused);
    } else if (is_like) {
      page.say(Phrase::decision_on_like, {std::to_string(decision.findings)});
    }
    if (!decision.note.empty()) page.element("span", "says", decision.note);
    page.raw("</li>\n");
    ++written;
  }
  page.raw("</ul>");
  if (written < decisions.size()) {
    page.raw("<p class=\"left-out\">");
    page.say(Phrase::left_out, {std::to_string(decisions.size() - written)});
    page.raw("</p>");
  }
  page.raw("</details></dd>\n");
}

void write_noise(Page& page) {
  open_section(page, "noise", Phrase::noise);
  bool any = false;
  for (const ReportDocument& document : page.report.documents) any = any || !document.noise.empty();
  page.raw("<p class=\"hint\">");
  page.say(any ? Phrase::noise_hint : Phrase::noise_none);
  page.raw("</p>\n");
  const std::size_t budget = page.out.size() + kNoiseBytes;
  std::size_t left_out = 0;
  for (std::uint32_t i = 0; i < page.report.documents.size(); ++i) {
    if (page.out.size() > budget) {
      left_out += page.report.documents[i].noise.size();
    } else {
      write_noise_of(page, i);
    }
  }
  write_left_out(page, left_out);
  page.raw("</section>\n");
}

void write_diagnostics(Page& page, const std::vector<Diagnostic>& diagnostics) {
  if (diagnostics.empty()) return;
  open_section(page, "diagnostics", Phrase::diagnostics);
  page.raw("<ul class=\"diagnostics\">\n");
  const std::size_t budget = page.out.size() + kDiagnosticBytes;
  std::size_t left_out = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (page.out.size() > budget) {
      ++left_out;
      continue;
    }
    page.raw("<li><b>");
    page.say(diagnostic.level == Diagnostic::Level::note      ? Phrase::level_note
             : diagnostic.level == Diagnostic::Level::warning ? Phrase::level_warning
                                                              : Phrase::level_error);
    page.raw("</b> <span class=\"file\">");
    page.text(diagnostic.what.file);
    page.raw("</span> ");
    if (diagnostic.what.byte) {
      page.say(Phrase::byte_offset, {std::to_string(*diagnostic.what.byte)});
      page.raw(" ");
    }
    page.text(diagnostic.what.reason);
    page.raw("</li>\n");
  }
  page.raw("</ul>\n");
  write_left_out(page, left_out);
  page.raw("</section>\n");
}

void write_foot(Page& page) {
  const Report& report = page.report;
  open_section(page, "settings", Phrase::settings);
  page.raw("<dl class=\"settings\">\n");
  if (report.base < report.documents.size()) {
    page.raw("<dt>");
    page.say(Phrase::base_text);
    page.raw("</dt><dd>");
    page.siglum(report.base);
    page.raw(" ");
    page.text(report.documents[report.base].id);
    if (!report.base_reason.empty()) {
      page.raw("（");
      page.say(Phrase::base_reason);
      page.raw(" ");
      page.text(base_reason_name(report.base_reason, page.language));
      page.raw("）");
    }
    if (!report.base_why.empty()) {
      page.raw("<br>");
      page.text(translated_reason(report.base_why, page.language).value_or(report.base_why));
    }
    page.raw("</dd>\n");
  }
  if (!report.options.empty()) {
    page.raw("<dt>");
    page.say(Phrase::options);
    page.raw("</dt>");
    for (const auto& [name, value] : report.options) {
      page.raw("<dd><code>");
      page.text(name);
      page.raw(" = ");
      page.text(value);
      page.raw("</code></dd>");
    }
    page.raw("\n");
  }
  if (!report.limits_hit.empty()) {
    page.raw("<dt>");
    page.say(Phrase::limits);
    page.raw("</dt>");
    for (const std::string& limit : report.limits_hit) {
      page.element("dd", "limit", translated_reason(limit, page.language).value_or(limit));
    }
    page.raw("\n");
  }
  write_decisions(page, report.decisions);
  if (!report.documents.empty()) {
    page.raw("<dt>");
    page.say(Phrase::inputs);
    page.raw("</dt>");
    const std::size_t budget = page.out.size() + kInputBytes;
    std::size_t left_out = 0;
    for (const ReportDocument& document : report.documents) {
      if (page.out.size() > budget) {
        ++left_out;
        continue;
      }
      page.raw("<dd><span class=\"file\">");
      page.text(document.source);
      page.raw("</span> ");
      page.text(document.encoding);
      page.raw(" <code class=\"hash\">");
      page.text(document.sha256);
      page.raw("</code></dd>\n");
    }
    if (left_out > 0) {
      page.raw("<dd>");
      write_left_out(page, left_out);
      page.raw("</dd>");
    }
  }
  page.raw("</dl>\n</section>\n</main>\n<footer><p>");
  page.say(Phrase::made_by, {report.version});
  page.raw("</p></footer>\n");
}

}  // namespace yiwen
