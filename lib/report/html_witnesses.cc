// SPDX-License-Identifier: Apache-2.0
//
// The verdict at the top of the page, and the table of the witnesses.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/char_class.h"
#include "diff/word_breaks.h"
#include "normalize/normalize.h"
#include "report/escape.h"
#include "report/html_page.h"
#include "report/verdict.h"

namespace yiwen {
namespace {

constexpr std::size_t kWitnessBytes = 400'000;  // of the 2 MB of a page: some 500 witnesses
constexpr std::size_t kGravestShown = 6;        // links in the verdict: what fits two lines of a desk screen

bool is_web_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

constexpr std::uint32_t kChipWords = 12;  // code points of the words in a link of the verdict

// The Han characters that end (or begin) a text, as far as they are not parted from it by anything else.
std::string_view han_tail(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_han(next_checked_code_point(text, at))) begin = at;
  }
  return text.substr(begin);
}

std::string_view han_head(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_han(next_checked_code_point(text, at))) return text.substr(0, begin);
  }
  return text;
}

void write_chip_words(Page& page, std::string_view text) {
  const SlicedText words(text);
  page.text(words.slice({0, kChipWords}));
  if (words.size() > kChipWords) page.raw("…");
}

constexpr std::uint32_t kShort = 2;  // code points: so few say nothing alone

bool is_short(const Reading& reading) { return SlicedText(reading.text).size() <= kShort; }

// The words that end a text, in characters at most: 利厅 of 水利厅 is none.
std::string_view last_words(std::string_view text) {
  const auto chars = normalize(text).chars;
  const SlicedText slices(text);
  if (chars.size() != slices.size()) return {};
  const std::vector<char> breaks = word_breaks(chars);
  for (std::size_t at = chars.size() - std::min<std::size_t>(kShort, chars.size()); at < chars.size(); ++at)
    if (breaks[at] != 0) return slices.slice({static_cast<std::uint32_t>(at), slices.size()});
  return {};
}

std::string_view first_words(std::string_view text) {
  const auto chars = normalize(text).chars;
  const SlicedText slices(text);
  if (chars.size() != slices.size()) return {};
  const std::vector<char> breaks = word_breaks(chars);
  for (std::size_t at = std::min<std::size_t>(kShort, chars.size()); at > 0; --at)
    if (breaks[at] != 0) return slices.slice({0, static_cast<std::uint32_t>(at)});
  return {};
}

// What stands beside one or two characters, in whole words.
Context chip_context(const Page& page, const Reading& reading) {
  constexpr std::uint32_t kReach = 6;  // code points that are seen to tell where words begin
  if (reading.members.empty() || !is_short(reading)) return {};
  const Context context = page.lookup.context(reading.members[0], kReach);
  return {.before = last_words(han_tail(context.before)), .words = {}, .after = first_words(han_head(context.after))};
}

// The words of a reading, with those beside them in grey.
void write_chip_reading(Page& page, const Reading& reading, const Context& context) {
  page.raw("<span class=\"near\"");
  if (!reading.members.empty()) page.lang(reading.members[0].document);
  page.raw(">");
  page.text(context.before);
  if (reading.text.empty()) {
    page.raw("<b class=\"none\" lang=\"");
    page.raw(language_tag(page.language));
    page.raw("\">");
    page.say(Phrase::reading_absent);
  } else {
    page.raw("<b>");
    write_chip_words(page, reading.text);
  }
  page.raw("</b>");
  page.text(context.after);
  page.raw("</span>");
}

// "法治化→法制化", or the words that were dropped, cut or printed twice.
void write_chip(Page& page, const Finding& finding, std::uint32_t index) {
  page.raw("<li><a class=\"chip ");
  page.raw(to_string(finding.severity));
  page.raw("\"");
  page.link_to(finding);
  page.raw("><span class=\"kind\">");
  page.text(heading_of(finding, page.language));
  page.raw("</span> ");
  if (finding.readings.size() > 1) {
    Context left = chip_context(page, finding.readings[0]);
    Context right = chip_context(page, finding.readings[1]);
    // 水利厅厅长→副厅长: beside words that say enough, those of the other side would seem to have changed too.
    if (is_short(finding.readings[0]) != is_short(finding.readings[1])) left = right = {};
    // 上海→（无）: where nothing stands beside the one, 北京（无） would seem to stand for it.
    const auto keep_what_both_have = [](Context& absent, const Context& other) {
      if (other.before.empty()) absent.before = {};
      if (other.after.empty()) absent.after = {};
    };
    if (finding.readings[0].text.empty()) keep_what_both_have(left, right);
    if (finding.readings[1].text.empty()) keep_what_both_have(right, left);
    write_chip_reading(page, finding.readings[0], left);
    page.raw("→");
    write_chip_reading(page, finding.readings[1], right);
    page.raw(" ");
  } else if (const std::optional<Place>& words =
                 finding.place && finding.place->range.empty() ? finding.other : finding.place) {
    page.raw("<span class=\"near\"");
    page.lang(words->document);
    page.raw(">");
    write_chip_words(page, page.lookup.slice(*words));
    page.raw("</span> ");
  }
  page.sigla_of(page.lookup.witnesses(index));
  page.raw("</a></li>\n");
}

void write_gravest(Page& page) {
  std::size_t shown = 0;
  for (std::uint32_t i = 0; i < page.report.findings.size() && shown < kGravestShown; ++i) {
    const Finding& finding = page.report.findings[i];
    if (finding.severity < Severity::major || is_settled(finding)) continue;
    if (shown++ == 0) {
      page.raw("<ul class=\"gravest\" aria-label=\"");
      page.say(Phrase::gravest_places);
      page.raw("\">\n");
    }
    write_chip(page, finding, i);
  }
  if (shown > 0) page.raw("</ul>\n");
}

bool has_any(const FoldedCounts& folded) {
  return folded.repair + folded.punctuation + folded.script + folded.region > 0;
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
  page.raw("<td class=\"title\" data-c=\"");
  page.say(Phrase::title);
  page.raw("\"");
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

constexpr std::pair<Severity, Phrase> kSeverities[] = {
    {Severity::critical, Phrase::critical}, {Severity::major, Phrase::major}, {Severity::minor, Phrase::minor}};

// A cell that bears the name of its column, for narrow screens, where the cells stand below each other.
void open_cell(Page& page, std::string_view css_class, Phrase heading) {
  fmt::format_to(std::back_inserter(page.out), "<td class=\"{}\" data-c=\"", css_class);
  page.say(heading);
  page.raw("\">");
}

void write_witness(Page& page, std::uint32_t document) {
  const ReportDocument& entry = page.report.documents[document];
  fmt::format_to(std::back_inserter(page.out), "<tr{}><th scope=\"row\">",
                 document == page.report.base ? " class=\"base\"" : "");
  page.text(page.lookup.siglum(document));
  page.raw("</th>");
  write_source_cell(page, document);
  write_title_cell(page, document);
  open_cell(page, "relation", Phrase::relation);
  page.text(relation_name(entry.relation, page.language));
  if (!entry.relation_why.empty() && entry.relation != Relation::base) {
    page.raw("<br><span class=\"says\">");
    write_reason(page, entry.relation_why);
    page.raw("</span>");
  }
  page.raw("</td>");
  open_cell(page, "num", Phrase::coverage);
  fmt::format_to(std::back_inserter(page.out), "{:.0f}&nbsp;%</td>", entry.coverage * 100);
  for (const auto& [severity, heading] : kSeverities) {
    const std::uint32_t count = page.lookup.count(document, severity);
    open_cell(page, count == 0 ? "num none" : std::string("num ") + to_string(severity), heading);
    page.out.pop_back();
    fmt::format_to(std::back_inserter(page.out), " data-n=\"{}\" data-w=\"{}\">", to_string(severity), document);
    page.raw(count == 0 ? std::string("·") : std::to_string(count));
    page.raw("</td>");
  }
  open_cell(page, !has_any(entry.folded) ? "aside none" : "aside", Phrase::set_aside);
  write_set_aside(page, entry.folded);
  page.raw("</td>");
  bool cut = false, twice = false;
  for (const Finding& finding : page.report.findings) {
    if (!finding.place || finding.place->document != document) continue;
    cut = cut || finding.type == FindingType::truncation;
    twice = twice || finding.type == FindingType::duplicate;
  }
  open_cell(page, cut || twice ? "state" : "state none", Phrase::state);
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
  fmt::format_to(std::back_inserter(page.out), " <b data-n=\"{}\">{}</b>{}</li>", to_string(severity), count,
                 linked ? "</a>" : "");
}

}  // namespace

void write_verdict(Page& page) {
  const std::uint32_t critical = page.lookup.count(Severity::critical);
  const std::uint32_t major = page.lookup.count(Severity::major);
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
  page.raw("</h1>\n<p class=\"says-all\"");
  const std::pair<const char*, Phrase> verdicts[] = {{"critical", Phrase::verdict_critical},
                                                     {"major", Phrase::verdict_major},
                                                     {"minor", Phrase::verdict_minor},
                                                     {"same", Phrase::verdict_same}};
  for (const auto& [name, phrase] : verdicts) {
    fmt::format_to(std::back_inserter(page.out), " data-{}=\"", name);
    page.say(phrase);
    page.raw("\"");
  }
  page.raw(">");
  page.text(verdict(page.lookup, page.language));
  page.raw("</p>\n");
  const std::uint32_t settled = page.lookup.count(Ruling::accepted) + page.lookup.count(Ruling::ignored);
  fmt::format_to(std::back_inserter(page.out), "<p class=\"aside\" id=\"aside\" data-n=\"{}\" data-t=\"", settled);
  page.say(Phrase::settled_aside);
  page.raw("\">");
  if (settled > 0) page.say(Phrase::settled_aside, {std::to_string(settled)});
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
  const std::pair<const char*, Phrase> links[] = {{"witnesses", Phrase::witnesses}, {"strip", Phrase::strip},
                                                  {"findings", Phrase::findings},   {"synopsis", Phrase::synopsis},
                                                  {"apparatus", Phrase::apparatus}, {"settings", Phrase::settings}};
  for (const auto& [id, heading] : links) {
    if (std::string_view(id) == "strip" && !has_strip(page)) continue;
    if (std::string_view(id) == "synopsis" && page.rows.empty()) continue;
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
      "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-labelledby=\"witnesses-h\"><table "
      "class=\"witnesses sortable\"><thead><tr>");
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
  const std::size_t budget = page.out.size() + kWitnessBytes;
  std::size_t left_out = 0;
  for (std::uint32_t i = 0; i < page.report.documents.size(); ++i) {
    if (i == page.report.base) continue;
    if (page.out.size() > budget) {
      ++left_out;
    } else {
      write_witness(page, i);
    }
  }
  page.raw("</tbody></table></div>\n");
  write_left_out(page, left_out);
  page.raw("</section>\n");
}

}  // namespace yiwen
