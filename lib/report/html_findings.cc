// SPDX-License-Identifier: Apache-2.0
//
// The list that most editors read: one card a place, the gravest first. A card says what it is, which texts read what,
// shows the place in its sentence, and says why it matters.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "report/escape.h"
#include "report/html_page.h"

namespace yiwen {
namespace {

// Of the 2 MB that a page may have, the list takes at most this: some 450 cards. The rest is in report.json.
constexpr std::size_t kListBytes = 550'000;
constexpr std::uint32_t kGraveReach = 60;  // code points of context on either side: a sentence is rarely longer
constexpr std::uint32_t kMinorReach = 24;  // a minor place is judged by its clause
constexpr std::size_t kMoreShown = 12;     // further places of one finding that are linked one by one

void write_context(Page& page, const Place& place, std::string_view label, std::string_view mark, std::uint32_t reach) {
  if (place.document >= page.report.documents.size()) return;
  const Context context = page.lookup.context(place, reach);
  page.raw("<div><dt>");
  page.text(label);
  if (!label.empty()) page.raw(" ");
  page.siglum(place.document);
  page.raw("</dt><dd");
  page.lang(place.document);
  page.raw(">");
  if (context.cut_before) page.raw("…");
  page.text(context.before);
  if (place.range.empty()) {
    page.raw("<mark class=\"mx\">∧<span class=\"sr\" lang=\"");
    page.raw(language_tag(page.language));
    page.raw("\">");
    page.say(Phrase::words_missing);
    page.raw("</span></mark>");
  } else {
    page.long_words(context.words, mark, place.document);
  }
  page.text(context.after);
  if (context.cut_after) page.raw("…");
  page.raw("</dd></div>\n");
}

// "Whole in A", but "A has here".
enum class LabelStands : std::uint8_t { before_siglum, behind_siglum };

void write_quote(Page& page, const Place& place, Phrase label, LabelStands where, std::string_view mark) {
  if (place.document >= page.report.documents.size()) return;
  page.raw("<div><dt>");
  if (where == LabelStands::before_siglum) page.say(label), page.raw(" ");
  page.siglum(place.document);
  if (where == LabelStands::behind_siglum) page.raw(" "), page.say(label);
  page.raw("</dt><dd");
  page.lang(place.document);
  page.raw(">");
  page.long_words(page.lookup.slice(place), mark, place.document);
  page.raw("</dd></div>\n");
}

void write_readings(Page& page, const Finding& finding) {
  page.raw("<ol class=\"readings\">");
  for (std::size_t i = 0; i < finding.readings.size(); ++i) {
    const Reading& reading = finding.readings[i];
    page.raw("<li><span class=\"n\">");
    page.text(circled_number(i + 1));
    page.raw("</span>");
    if (reading.text.empty()) {
      page.raw("<span class=\"none\">");
      page.say(Phrase::reading_absent);
      page.raw("</span> ");
    } else {
      page.long_words(reading.text, i == 0 ? "w m0" : "w m1",
                      reading.members.empty() ? page.report.base : reading.members.front().document);
      page.raw(" ");
    }
    page.sigla(reading.members);
    page.raw("</li>");
  }
  page.raw("</ol>\n");
}

// The readings in their sentences. Where a reading is all of its sentence, there is nothing around it to show; a minor
// place is shown once, with the words that the readings above replace.
void write_drift(Page& page, const Finding& finding, std::uint32_t reach) {
  for (std::size_t i = 0; i < finding.readings.size(); ++i) {
    if (finding.readings[i].members.empty()) continue;
    const Place& place = finding.readings[i].members.front();
    const Context context = page.lookup.context(place, reach);
    if (context.before.empty() && context.after.empty()) continue;
    write_context(page, place, circled_number(i + 1), i == 0 ? "m0" : "m1", reach);
    if (finding.severity == Severity::minor) return;
  }
}

// Whether the reason says more than the readings do.
bool has_reason(const Finding& finding) {
  if (finding.why.empty()) return false;
  const bool plain = finding.kind == "wording" || finding.kind == "insertion" || finding.kind == "deletion";
  return finding.severity != Severity::minor || !plain;
}

// The words of a structural finding, with what the other text has instead.
void write_structure(Page& page, const Finding& finding, std::uint32_t reach) {
  const auto quote = [&](Phrase label, std::string_view mark) {
    const auto where = label == Phrase::has_here ? LabelStands::behind_siglum : LabelStands::before_siglum;
    if (finding.other) write_quote(page, *finding.other, label, where, mark);
  };
  const auto here = [&](std::string_view label, std::string_view mark) {
    if (finding.place) write_context(page, *finding.place, label, mark, reach);
  };
  switch (finding.type) {
    case FindingType::drift:
      return;
    case FindingType::omission:
      quote(Phrase::has_here, "m0");
      here("", "mx");
      return;
    case FindingType::truncation:
      here(say(Phrase::cut_here, page.language), "mcut");
      quote(phrase_of_other(finding), "m0");
      return;
    case FindingType::duplicate:
      here(say(Phrase::first_copy, page.language), "mm");
      quote(Phrase::second_copy, "mm");
      return;
    case FindingType::addition:
      here(say(Phrase::words_added, page.language), "m1");
      return;
    case FindingType::move:
      here(say(Phrase::words_moved, page.language), "mm");
      if (finding.other) {
        write_context(page, *finding.other, say(Phrase::stands_in_base, page.language), "mm", reach);
      }
      return;
  }
}

// A bar as long as the text, with the places of the finding on it: where in the text something is cut, lacking, doubled
// or moved.
void write_map(Page& page, const std::vector<Place>& places) {
  const std::uint32_t document = places.front().document;
  if (document >= page.report.documents.size()) return;
  const std::uint32_t length = std::max(1U, page.report.documents[document].length);
  const auto x = [&](std::uint32_t at) { return static_cast<std::uint32_t>(std::uint64_t{at} * 100 / length); };
  page.siglum(document);
  page.raw("<svg viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
  page.text(page.lookup.siglum(document));
  for (const Place& place : places) fmt::format_to(std::back_inserter(page.out), " {}%", x(place.range.begin));
  page.raw("\"><rect class=\"lane\" width=\"100\" height=\"6\"/>");
  for (const Place& place : places) {
    const std::uint32_t begin = std::min(x(place.range.begin), 98U);
    fmt::format_to(std::back_inserter(page.out), "<rect class=\"at\" x=\"{}\" width=\"{}\" height=\"6\"/>", begin,
                   std::max(2U, x(place.range.end) - std::min(begin, x(place.range.end))));
  }
  page.raw("</svg> ");
}

void write_maps(Page& page, const Finding& finding) {
  if (finding.type == FindingType::drift || !finding.place) return;
  page.raw("<div class=\"map\">");
  if (finding.other && finding.other->document == finding.place->document) {
    write_map(page, {*finding.place, *finding.other});
  } else {
    write_map(page, {*finding.place});
    if (finding.other) write_map(page, {*finding.other});
  }
  page.raw("</div>\n");
}

void write_more(Page& page, const Finding& finding) {
  if (finding.more.empty()) return;
  page.raw("<details class=\"more\"><summary>");
  page.say(Phrase::more_places, {std::to_string(finding.more.size())});
  page.raw("</summary><dl class=\"context\">");
  for (std::size_t i = 0; i < finding.more.size() && i < kMoreShown; ++i) {
    write_context(page, finding.more[i], "", "m1", kMinorReach);
  }
  page.raw("</dl>");
  if (finding.more.size() > kMoreShown) {
    page.raw("<p class=\"left-out\">");
    page.say(Phrase::left_out, {std::to_string(finding.more.size() - kMoreShown)});
    page.raw("</p>");
  }
  page.raw("</details>\n");
}

void write_card(Page& page, const Finding& finding, std::uint32_t index) {
  const std::string_view heading = heading_of(finding, page.language);
  const std::uint32_t reach = finding.severity == Severity::minor ? kMinorReach : kGraveReach;
  fmt::format_to(std::back_inserter(page.out), "<article class=\"card {0}\" id=\"v-", to_string(finding.severity));
  page.text(finding.key);
  fmt::format_to(std::back_inserter(page.out), "\" tabindex=\"-1\" data-s=\"{}\" data-t=\"{}\" data-l=\"",
                 to_string(finding.severity), to_string(finding.type));
  page.text(finding.like);
  if (finding.ruling != Ruling::none) {
    fmt::format_to(std::back_inserter(page.out), "\" data-d=\"{}", to_string(finding.ruling));
  }
  page.raw("\" data-k=\"");
  page.text(finding.kind.empty() ? std::string_view(to_string(finding.type)) : std::string_view(finding.kind));
  page.raw("\" data-w=\"");
  for (const std::uint32_t document : page.lookup.witnesses(index)) {
    fmt::format_to(std::back_inserter(page.out), "{} ", document);
  }
  page.raw("\">\n<h4><a class=\"no\"");
  page.link_to(finding);
  page.raw(" aria-label=\"");
  page.say(Phrase::permalink, {finding.id});
  page.raw("\">");
  page.text(finding.id);
  page.raw("</a> ");
  page.element("span", "sev", severity_name(finding.severity, page.language));
  page.raw(" ");
  page.element("span", "kind", heading);
  if (finding.ruling != Ruling::none) {
    page.raw(" ");
    page.element("span", "ruling", ruling_name(finding.ruling, page.language));
  }
  const std::string_view type = type_name(finding.type, page.language);
  if (finding.type != FindingType::drift && heading.find(type) == std::string_view::npos) {
    page.raw(" ");
    page.element("span", "type", type);
  }
  if (finding.type != FindingType::drift) {
    page.raw(" ");
    page.sigla_of(page.lookup.witnesses(index));
  }
  if (const std::optional<std::uint32_t> row = page.row_of(finding); row && *row <= page.rows_shown) {
    fmt::format_to(std::back_inserter(page.out), " <a class=\"where\" href=\"#r{}\">", *row);
    page.say(Phrase::sentence_number, {std::to_string(*row)});
    page.raw("</a>");
  }
  page.raw("</h4>\n");
  if (!finding.readings.empty()) write_readings(page, finding);
  page.raw("<dl class=\"context\">\n");
  write_drift(page, finding, reach);
  write_structure(page, finding, reach);
  page.raw("</dl>\n");
  if (finding.severity >= Severity::major) write_maps(page, finding);
  write_more(page, finding);
  if (has_reason(finding)) {
    page.raw("<p class=\"why\">");
    write_reason(page, finding.why);
    page.raw("</p>\n");
  }
  page.raw("</article>\n");
}

void write_filters(Page& page) {
  page.raw("<form class=\"js filters\" hidden role=\"search\" aria-label=\"");
  page.say(Phrase::filter);
  page.raw("\"><fieldset><legend>");
  page.say(Phrase::filter);
  page.raw("</legend>");
  std::set<Severity> severities;
  for (const Finding& finding : page.report.findings) severities.insert(finding.severity);
  for (const Severity severity : {Severity::critical, Severity::major, Severity::minor}) {
    if (!severities.contains(severity)) continue;
    fmt::format_to(std::back_inserter(page.out), "<label><input type=\"checkbox\" name=\"s\" value=\"{}\" checked> ",
                   to_string(severity));
    page.text(severity_name(severity, page.language));
    page.raw("</label> ");
  }
  page.raw("</fieldset>\n<label><input type=\"checkbox\" name=\"h\"> ");
  page.say(Phrase::hide_settled);
  page.raw("</label>\n<label>");
  page.say(Phrase::filter_kind);
  page.raw(" <select name=\"k\"><option value=\"\">");
  page.say(Phrase::filter_all);
  page.raw("</option>");
  std::map<std::string_view, std::pair<std::string_view, std::size_t>> kinds;  // kind -> its name and how often
  for (const Finding& finding : page.report.findings) {
    if (finding.severity == Severity::folded) continue;
    const std::string_view kind = finding.kind.empty() ? std::string_view(to_string(finding.type)) : finding.kind;
    auto& [name, count] = kinds[kind];
    name = heading_of(finding, page.language);
    ++count;
  }
  for (const auto& [kind, entry] : kinds) {
    page.raw("<option value=\"");
    page.text(kind);
    page.raw("\">");
    page.text(entry.first);
    fmt::format_to(std::back_inserter(page.out), " {}</option>", entry.second);
  }
  page.raw("</select></label>\n<label>");
  page.say(Phrase::witnesses);
  page.raw(" <select name=\"w\"><option value=\"\">");
  page.say(Phrase::filter_all);
  page.raw("</option>");
  std::set<std::uint32_t> concerned;
  for (std::uint32_t f = 0; f < page.report.findings.size(); ++f) {
    concerned.insert(page.lookup.witnesses(f).begin(), page.lookup.witnesses(f).end());
  }
  for (const std::uint32_t document : concerned) {
    fmt::format_to(std::back_inserter(page.out), "<option value=\"{}\">", document);
    page.text(page.lookup.siglum(document));
    page.raw(" ");
    page.text(page.lookup.name(document));
    page.raw("</option>");
  }
  page.raw("</select></label>\n<label>");
  page.say(Phrase::filter_search);
  page.raw(" <input type=\"search\" name=\"q\"></label>\n<button type=\"reset\">");
  page.say(Phrase::filter_reset);
  page.raw("</button>\n<output id=\"shown\" data-t=\"");
  page.say(Phrase::filter_count);
  page.raw("\"></output></form>\n");
}

// A button's label and its key.
void write_rule_button(Page& page, const char* ruling, Phrase label, const char* key) {
  fmt::format_to(std::back_inserter(page.out), "<button type=\"button\" data-r=\"{}\" aria-pressed=\"false\">", ruling);
  page.say(label);
  fmt::format_to(std::back_inserter(page.out), " <kbd>{}</kbd></button>", key);
}

// The cards of one list; those that the page has no room for are counted in left_out.
template <class Belongs>
void write_cards(Page& page, std::size_t budget, std::size_t& left_out, const Belongs& belongs) {
  for (std::uint32_t f = 0; f < page.report.findings.size(); ++f) {
    const Finding& finding = page.report.findings[f];
    if (finding.severity == Severity::folded || !belongs(finding)) continue;
    if (page.out.size() > budget) {
      ++left_out;
      continue;
    }
    page.has_card[f] = true;
    write_card(page, finding, f);
  }
}

}  // namespace

// What the script puts on every card, and where it says what became of the decisions.
void write_decision_desk(Page& page) {
  page.raw("<template id=\"rule\"><div class=\"rule\" role=\"group\" aria-label=\"");
  page.say(Phrase::decision);
  page.raw("\">");
  write_rule_button(page, "error", Phrase::rule_error, "e");
  write_rule_button(page, "accept", Phrase::rule_accept, "a");
  write_rule_button(page, "ignore", Phrase::rule_ignore, "i");
  page.raw("</div></template>\n<form class=\"js decisions\" hidden aria-label=\"");
  page.say(Phrase::decisions);
  page.raw("\"><b>");
  page.say(Phrase::decisions);
  page.raw("</b> <output id=\"decided\" data-t=\"");
  page.say(Phrase::decided_count);
  page.raw("\"></output> <button type=\"button\" data-do=\"save\">");
  page.say(Phrase::decisions_export);
  page.raw("</button> <button type=\"button\" data-do=\"load\">");
  page.say(Phrase::decisions_import);
  page.raw("</button><input type=\"file\" class=\"sr\" tabindex=\"-1\" accept=\".json\" aria-label=\"");
  page.say(Phrase::decisions_import);
  page.raw("\"> <button type=\"button\" data-do=\"forget\">");
  page.say(Phrase::decisions_forget);
  page.raw("</button> <span class=\"hint\" id=\"kept\" role=\"status\"");
  const std::pair<const char*, Phrase> sayings[] = {
      {"unkept", Phrase::decisions_unkept}, {"damaged", Phrase::decisions_damaged}, {"taken", Phrase::decisions_taken},
      {"error", Phrase::ruled_error},       {"accept", Phrase::ruled_accept},       {"ignore", Phrase::ruled_ignore}};
  for (const auto& [name, phrase] : sayings) {
    fmt::format_to(std::back_inserter(page.out), " data-{}=\"", name);
    page.say(phrase);
    page.raw("\"");
  }
  page.raw(">");
  page.say(Phrase::decisions_hint);
  page.raw("</span></form>\n");
}

void write_findings(Page& page) {
  const std::size_t budget = page.out.size() + kListBytes;
  open_section(page, "findings", Phrase::findings);
  const std::size_t listed =
      page.lookup.count(Severity::critical) + page.lookup.count(Severity::major) + page.lookup.count(Severity::minor);
  const std::size_t settled = page.lookup.count(Ruling::accepted) + page.lookup.count(Ruling::ignored);
  if (listed == 0) {
    page.raw("<p>");
    page.say(Phrase::no_findings);
    page.raw("</p>");
  }
  if (listed + settled > 0) {
    write_filters(page);
    write_decision_desk(page);
  }
  std::size_t left_out = 0;
  for (const Severity severity : {Severity::critical, Severity::major, Severity::minor}) {
    if (page.lookup.count(severity) == 0) continue;
    fmt::format_to(std::back_inserter(page.out), "<div class=\"group\" id=\"{0}\"><h3 class=\"{0}\">",
                   to_string(severity));
    page.text(severity_name(severity, page.language));
    fmt::format_to(std::back_inserter(page.out), " <b data-n=\"{}\">{}</b></h3>\n", to_string(severity),
                   page.lookup.count(severity));
    write_cards(page, budget, left_out,
                [&](const Finding& finding) { return finding.severity == severity && !is_settled(finding); });
    page.raw("</div>\n");
  }
  if (settled > 0) {
    page.raw("<details class=\"group settled\" id=\"settled\"><summary><h3>");
    page.say(Phrase::settled);
    fmt::format_to(std::back_inserter(page.out), " <b>{}</b></h3></summary>\n", settled);
    write_cards(page, budget, left_out, [](const Finding& finding) { return is_settled(finding); });
    page.raw("</details>\n");
  }
  write_left_out(page, left_out);
  page.raw("</section>\n");
}

}  // namespace yiwen
