// SPDX-License-Identifier: Apache-2.0
//
// The verdict at the top of the page, and the table of the witnesses.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/escape.h"
#include "report/html_page.h"

namespace yiwen {
namespace {

constexpr std::size_t kGravestShown = 6;  // links in the verdict: what fits two lines of a desk screen

bool is_web_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

// "法治化→法制化" or the name of the structural fault.
void write_chip(Page& page, const Finding& finding, std::uint32_t index) {
  constexpr std::uint32_t kWords = 12;
  page.raw("<li><a class=\"chip ");
  page.raw(to_string(finding.severity));
  page.raw("\"");
  page.link_to(finding);
  page.raw("><span class=\"kind\">");
  page.text(heading_of(finding, page.language));
  page.raw("</span> ");
  const auto words = [&](std::string_view text) {
    const SlicedText sliced(text);
    if (text.empty()) return page.say(Phrase::reading_absent);
    page.text(sliced.slice({0, kWords}));
    if (sliced.size() > kWords) page.raw("…");
  };
  if (finding.readings.size() > 1) {
    page.raw("<b");
    if (!finding.readings[0].members.empty()) page.lang(finding.readings[0].members[0].document);
    page.raw(">");
    words(finding.readings[0].text);
    page.raw("</b>→<b");
    if (!finding.readings[1].members.empty()) page.lang(finding.readings[1].members[0].document);
    page.raw(">");
    words(finding.readings[1].text);
    page.raw("</b> ");
  }
  for (const std::uint32_t document : page.lookup.witnesses(index)) page.siglum(document);
  page.raw("</a></li>\n");
}

void write_gravest(Page& page) {
  std::size_t shown = 0;
  for (std::uint32_t i = 0; i < page.report.findings.size() && shown < kGravestShown; ++i) {
    const Finding& finding = page.report.findings[i];
    if (finding.severity < Severity::major) continue;
    if (shown++ == 0) {
      page.raw("<ul class=\"gravest\" aria-label=\"");
      page.say(Phrase::gravest_places);
      page.raw("\">\n");
    }
    write_chip(page, finding, i);
  }
  if (shown > 0) page.raw("</ul>\n");
}

void write_set_aside(Page& page, const FoldedCounts& folded) {
  bool first = true;
  const auto part = [&](Phrase phrase, std::uint32_t count) {
    if (count == 0) return;
    if (!first) page.raw("<br>");
    page.say(phrase, {std::to_string(count)});
    first = false;
  };
  part(Phrase::set_aside_script, folded.script);
  part(Phrase::set_aside_punctuation, folded.punctuation);
  part(Phrase::set_aside_region, folded.region);
  part(Phrase::set_aside_repair, folded.repair);
  if (first) page.raw("·");
}

void write_title_cell(Page& page, std::uint32_t document) {
  const ReportDocument& entry = page.report.documents[document];
  const bool is_base = document == page.report.base;
  page.raw("<td class=\"title\"");
  page.lang(document);
  page.raw(">");
  if (page.lookup.title(document).empty()) {
    page.raw("<span class=\"none\">");
    page.say(Phrase::no_title);
    page.raw("</span>");
  } else if (!is_base && page.lookup.title(document) == page.lookup.title(page.report.base)) {
    page.raw("<span class=\"none\">＝ ");
    page.say(Phrase::same_title);
    page.raw("</span>");
  } else if (entry.title && !entry.title->empty()) {
    page.marked_text({document, *entry.title});
  } else {
    page.text(entry.stated.title);
  }
  page.raw("</td>");
}

void write_source_cell(Page& page, std::uint32_t document) {
  const ReportDocument& entry = page.report.documents[document];
  page.raw("<td class=\"source\"><b");
  page.lang(document);
  page.raw(">");
  page.text(page.lookup.name(document));
  page.raw("</b>");
  const auto line = [&](std::string_view text) {
    if (text.empty()) return;
    page.raw(" <span class=\"says\"");
    page.lang(document);
    page.raw(">");
    page.text(text);
    page.raw("</span>");
  };
  line(entry.date ? page.lookup.slice({document, *entry.date}) : std::string_view(entry.stated.date));
  if (entry.byline) line(page.lookup.slice({document, *entry.byline}));
  if (entry.editor) line(page.lookup.slice({document, *entry.editor}));
  page.raw("<br><span class=\"file\">");
  page.text(entry.source);
  page.raw("</span>");
  if (is_web_address(entry.stated.url)) {
    page.raw(" <a class=\"url\" rel=\"noopener noreferrer\" href=\"");
    page.text(entry.stated.url);
    page.raw("\">");
    page.say(Phrase::url);
    page.raw("</a>");
  }
  page.raw("</td>");
}

void write_witness(Page& page, std::uint32_t document) {
  const ReportDocument& entry = page.report.documents[document];
  fmt::format_to(std::back_inserter(page.out), "<tr{}><th scope=\"row\">",
                 document == page.report.base ? " class=\"base\"" : "");
  page.text(page.lookup.siglum(document));
  page.raw("</th>");
  write_source_cell(page, document);
  write_title_cell(page, document);
  page.raw("<td>");
  page.text(relation_name(entry.relation, page.language));
  if (!entry.relation_why.empty()) {
    page.raw("<br><span class=\"says\">");
    page.text(entry.relation_why);
    page.raw("</span>");
  }
  page.raw("</td>");
  fmt::format_to(std::back_inserter(page.out), "<td class=\"num\">{:.0f}&nbsp;%</td>", entry.coverage * 100);
  for (const Severity severity : {Severity::critical, Severity::major, Severity::minor}) {
    const std::uint32_t count = page.lookup.count(document, severity);
    if (count == 0) {
      page.raw("<td class=\"num none\">·</td>");
    } else {
      fmt::format_to(std::back_inserter(page.out), "<td class=\"num {}\">{}</td>", to_string(severity), count);
    }
  }
  page.raw("<td class=\"aside\">");
  write_set_aside(page, entry.folded);
  page.raw("</td><td>");
  bool cut = false, twice = false;
  for (const Finding& finding : page.report.findings) {
    if (!finding.place || finding.place->document != document) continue;
    cut = cut || finding.type == FindingType::truncation;
    twice = twice || finding.type == FindingType::duplicate;
  }
  if (cut) page.say(Phrase::cut_off);
  if (cut && twice) page.raw("<br>");
  if (twice) page.say(Phrase::printed_twice);
  if (!cut && !twice) page.raw("·");
  page.raw("</td></tr>\n");
}

void write_count(Page& page, Severity severity, bool linked) {
  const std::uint32_t count = page.lookup.count(severity);
  linked = linked && count > 0;
  fmt::format_to(std::back_inserter(page.out), "<li class=\"{}\">", to_string(severity));
  if (linked) fmt::format_to(std::back_inserter(page.out), "<a href=\"#{}\">", to_string(severity));
  page.text(severity_name(severity, page.language));
  fmt::format_to(std::back_inserter(page.out), " <b>{}</b>{}</li>", count, linked ? "</a>" : "");
}

}  // namespace

void write_verdict(Page& page) {
  const std::uint32_t critical = page.lookup.count(Severity::critical);
  const std::uint32_t major = page.lookup.count(Severity::major);
  const std::uint32_t minor = page.lookup.count(Severity::minor);
  const char* gravity = critical > 0 ? "critical" : major > 0 ? "major" : "minor";
  fmt::format_to(std::back_inserter(page.out), "<header class=\"verdict {}\">\n<p class=\"kicker\">", gravity);
  page.say(Phrase::report_title);
  page.raw("</p>\n<h1");
  const bool has_base = page.report.base < page.report.documents.size();
  const std::string_view title = has_base ? page.lookup.title(page.report.base) : std::string_view();
  if (has_base && !title.empty()) {
    page.lang(page.report.base);
    page.raw(">");
    page.text(title);
  } else {
    page.raw(">");
    page.text(has_base ? page.lookup.name(page.report.base) : say(Phrase::no_text, page.language));
  }
  page.raw("</h1>\n<p class=\"says-all\">");
  if (critical > 0) {
    page.say(Phrase::verdict_critical, {std::to_string(critical)});
  } else if (major > 0) {
    page.say(Phrase::verdict_major, {std::to_string(major)});
  } else if (minor > 0) {
    page.say(Phrase::verdict_minor, {std::to_string(minor)});
  } else {
    page.say(has_base ? Phrase::verdict_same : Phrase::no_text);
  }
  page.raw("</p>\n");
  write_gravest(page);
  page.raw("</header>\n<nav class=\"bar\" aria-label=\"");
  page.say(Phrase::sections);
  page.raw("\"><ul class=\"counts\"><li>");
  page.say(Phrase::texts, {std::to_string(page.report.documents.size())});
  page.raw("</li>");
  for (const Severity severity : {Severity::critical, Severity::major, Severity::minor})
    write_count(page, severity, true);
  page.raw("<li>");
  page.say(Phrase::folded);
  fmt::format_to(std::back_inserter(page.out), " <b>{}</b></li></ul>", page.lookup.set_aside());
  page.raw("<ul class=\"jump\">");
  const std::pair<const char*, Phrase> links[] = {{"witnesses", Phrase::witnesses},
                                                  {"findings", Phrase::findings},
                                                  {"synopsis", Phrase::synopsis},
                                                  {"apparatus", Phrase::apparatus},
                                                  {"settings", Phrase::settings}};
  for (const auto& [id, heading] : links) {
    fmt::format_to(std::back_inserter(page.out), "<li><a href=\"#{}\">", id);
    page.say(heading);
    page.raw("</a></li>");
  }
  page.raw("</ul>\n<div class=\"js walk\" hidden><span id=\"position\" aria-live=\"polite\" data-t=\"");
  page.say(Phrase::position);
  page.raw("\"></span> <button type=\"button\" data-do=\"previous\">↑ ");
  page.say(Phrase::previous);
  page.raw(" <kbd>k</kbd></button> <button type=\"button\" data-do=\"next\">↓ ");
  page.say(Phrase::next);
  page.raw(" <kbd>j</kbd></button> <button type=\"button\" data-do=\"print\">");
  page.say(Phrase::print);
  page.raw("</button> <button type=\"button\" data-do=\"help\">");
  page.say(Phrase::help);
  page.raw(" <kbd>?</kbd></button></div></nav>\n");
}

void write_witnesses(Page& page) {
  open_section(page, "witnesses", Phrase::witnesses);
  if (page.report.documents.empty()) {
    page.raw("<p>");
    page.say(Phrase::no_text);
    page.raw("</p></section>\n");
    return;
  }
  page.raw(
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"witnesses-h\"><table "
      "class=\"witnesses\"><thead><tr>");
  const std::pair<Phrase, const char*> heads[] = {
      {Phrase::siglum, ""},      {Phrase::source, ""},      {Phrase::title, ""},    {Phrase::relation, ""},
      {Phrase::coverage, "num"}, {Phrase::critical, "num"}, {Phrase::major, "num"}, {Phrase::minor, "num"},
      {Phrase::set_aside, ""},   {Phrase::state, ""}};
  for (const auto& [heading, css_class] : heads) {
    fmt::format_to(std::back_inserter(page.out), "<th scope=\"col\" class=\"{}\">", css_class);
    page.say(heading);
    page.raw("</th>");
  }
  page.raw("</tr></thead>\n<tbody>\n");
  if (page.report.base < page.report.documents.size()) write_witness(page, page.report.base);
  for (std::uint32_t i = 0; i < page.report.documents.size(); ++i) {
    if (i != page.report.base) write_witness(page, i);
  }
  page.raw("</tbody></table></div>\n</section>\n");
}

}  // namespace yiwen
