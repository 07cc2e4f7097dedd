// SPDX-License-Identifier: Apache-2.0
//
// All texts side by side: a row a sentence, a column a witness. What is the same is not printed again: an unchanged
// cell is a thin ＝, and a run of rows in which all who have the sentence agree is folded into one line that opens, and
// that the search of the browser still finds.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "report/html_page.h"

namespace yiwen {
namespace {

constexpr std::size_t kSynopsisBytes = 750'000;  // of the 2 MB of a page; see html_findings.cc for the other half
constexpr std::size_t kFoldFrom = 2;             // rows alike in a run that are worth folding

enum class Cell : std::uint8_t { missing, same, text };

struct Row {
  std::vector<Cell> cells;  // by column
  bool quiet = false;       // nobody who has the sentence differs
};

std::vector<Place> members_in(const Page& page, const SynopsisRow& row, std::uint32_t document) {
  std::vector<Place> places;
  if (!row.cluster) {
    if (row.base && row.base->document == document) places.push_back(*row.base);
    return places;
  }
  for (const ClusterMember& member : page.report.clusters[*row.cluster].members) {
    if (member.place.document == document) places.push_back(member.place);
  }
  return places;
}

// Whether a mark says that this text differs from the base; a word that the base has too is no news in this column.
bool says_otherwise(const Page& page, const Mark& mark) {
  const Finding& finding = page.report.findings[mark.finding];
  if (finding.type != FindingType::drift || mark.reading != 0) return true;
  const std::vector<Place>& places = finding.readings[0].members;
  return std::none_of(places.begin(), places.end(),
                      [&](const Place& place) { return place.document == page.report.base; });
}

// Whether the text has to be shown because something in it differs or it is only like the fullest member.
bool speaks(const Page& page, const ReportCluster& cluster, std::uint32_t document) {
  for (const ClusterMember& member : cluster.members) {
    if (member.place.document != document) continue;
    const std::vector<Mark> marks = page.lookup.marks(member.place);
    if (std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) { return says_otherwise(page, mark); }))
      return true;
    // Near to the fullest member, with all that differs marked: the same as the base where every mark is the base's.
    if (member.relation == MemberRelation::identical) continue;
    if (member.relation != MemberRelation::near || marks.empty()) return true;
  }
  return false;
}

Row state_of(const Page& page, const SynopsisRow& row) {
  Row state;
  state.quiet = true;
  for (std::size_t c = 0; c < page.columns.size(); ++c) {
    const std::uint32_t document = page.columns[c];
    const std::vector<Place> members = members_in(page, row, document);
    Cell cell = Cell::text;
    if (members.empty()) {
      cell = Cell::missing;
    } else if (document != page.report.base && row.base && row.cluster && members.size() == 1) {
      cell = speaks(page, page.report.clusters[*row.cluster], document) ? Cell::text : Cell::same;
    }
    if (cell == Cell::text && document != page.report.base) state.quiet = false;
    if (document == page.report.base) {
      state.quiet = state.quiet && members.size() == 1 && page.lookup.marks(members[0]).empty();
    }
    state.cells.push_back(cell);
  }
  return state;
}

// For narrow screens, where the columns stand below each other.
void write_column_name(Page& page, std::uint32_t document) {
  page.raw(" data-c=\"");
  page.text(page.lookup.siglum(document));
  page.raw("\"");
}

void write_cell(Page& page, const SynopsisRow& row, std::uint32_t document, Cell cell) {
  switch (cell) {
    case Cell::missing:
      page.raw("<td class=\"gone\"");
      write_column_name(page, document);
      page.raw("><span class=\"sr\">");
      page.say(Phrase::missing_cell);
      page.raw("</span></td>");
      return;
    case Cell::same:
      page.raw("<td class=\"same\"");
      write_column_name(page, document);
      page.raw(">＝</td>");
      return;
    case Cell::text: {
      page.raw("<td");
      write_column_name(page, document);
      page.lang(document);
      page.raw(">");
      bool first = true;
      for (const Place& place : members_in(page, row, document)) {
        if (!first) page.raw("<hr>");
        page.marked_text(place);
        first = false;
      }
      page.raw("</td>");
      return;
    }
  }
}

void write_row(Page& page, std::size_t index, const Row& state) {
  fmt::format_to(std::back_inserter(page.out), "<tr id=\"r{0}\"><th scope=\"row\">{0}</th>", index + 1);
  for (std::size_t c = 0; c < page.columns.size(); ++c) {
    write_cell(page, page.rows[index], page.columns[c], state.cells[c]);
  }
  page.raw("</tr>\n");
}

void write_folded(Page& page, std::size_t begin, std::size_t end, const Row& state) {
  fmt::format_to(std::back_inserter(page.out),
                 "<tr class=\"fold\"><th scope=\"row\">{}–{}</th><td colspan=\"{}\"><details><summary>", begin + 1, end,
                 page.columns.size());
  std::string lacking;
  for (std::size_t c = 0; c < page.columns.size(); ++c) {
    if (state.cells[c] != Cell::missing) continue;
    if (!lacking.empty()) lacking += ' ';
    lacking += page.lookup.siglum(page.columns[c]);
  }
  const std::string count = std::to_string(end - begin);
  if (lacking.empty()) {
    page.say(Phrase::same_rows, {count});
  } else {
    page.say(Phrase::same_rows_lacking, {count, lacking});
  }
  fmt::format_to(std::back_inserter(page.out), "</summary><ol start=\"{}\"", begin + 1);
  page.lang(page.report.base);
  page.raw(">");
  for (std::size_t i = begin; i < end; ++i) {
    fmt::format_to(std::back_inserter(page.out), "<li id=\"r{}\">", i + 1);
    if (page.rows[i].base) page.text(page.lookup.slice(*page.rows[i].base));
    page.raw("</li>");
  }
  page.raw("</ol></details></td></tr>\n");
}

void write_head(Page& page) {
  page.raw("<thead><tr><th scope=\"col\">");
  page.say(Phrase::row);
  page.raw("</th>");
  for (const std::uint32_t document : page.columns) {
    page.raw("<th scope=\"col\">");
    page.text(page.lookup.siglum(document));
    page.raw(" <span class=\"says\"");
    page.lang(document);
    page.raw(">");
    page.text(page.lookup.name(document));
    page.raw("</span></th>");
  }
  page.raw("</tr></thead>\n");
}

void write_column_choice(Page& page) {
  if (page.columns.size() < 3) return;
  page.raw("<form class=\"js columns\" hidden><fieldset><legend>");
  page.say(Phrase::columns);
  page.raw("</legend>");
  for (std::size_t c = 1; c < page.columns.size(); ++c) {
    fmt::format_to(std::back_inserter(page.out), "<label><input type=\"checkbox\" value=\"{}\" checked> ", c);
    page.text(page.lookup.siglum(page.columns[c]));
    page.raw("</label> ");
  }
  page.raw("</fieldset></form>\n");
}

// Writes rows until `most_rows` are written or the page has grown to `most_bytes`; returns how many are written.
std::size_t write_rows(Page& page, std::size_t most_rows, std::size_t most_bytes) {
  std::size_t at = 0;
  while (at < most_rows && page.out.size() < most_bytes) {
    const Row state = state_of(page, page.rows[at]);
    std::size_t end = at + 1;
    while (state.quiet && end < page.rows.size()) {
      const Row next = state_of(page, page.rows[end]);
      if (!next.quiet || next.cells != state.cells) break;
      ++end;
    }
    if (end - at >= kFoldFrom) {
      write_folded(page, at, end, state);
    } else {
      write_row(page, at, state);
    }
    at = end;
  }
  return at;
}

}  // namespace

void plan_synopsis(Page& page) {
  // A dry run in which every mark is a link: what is written in earnest is at most as long.
  page.has_card.assign(page.report.findings.size(), true);
  page.rows_shown = write_rows(page, page.rows.size(), kSynopsisBytes);
  page.has_card.assign(page.report.findings.size(), false);
  page.out.clear();
}

void write_synopsis(Page& page) {
  if (page.rows.empty()) return;
  open_section(page, "synopsis", Phrase::synopsis);
  page.raw("<p class=\"hint\">");
  page.say(Phrase::synopsis_hint);
  page.raw("</p>\n");
  write_column_choice(page);
  page.raw(
      "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-labelledby=\"synopsis-h\"><table class=\"synopsis\">");
  write_head(page);
  page.raw("<tbody>\n");
  write_rows(page, page.rows_shown, std::string::npos);
  page.raw("</tbody></table></div>\n");
  if (page.rows_shown < page.rows.size()) {
    page.raw("<p class=\"left-out\">");
    page.say(Phrase::left_out_rows, {std::to_string(page.rows.size() - page.rows_shown)});
    page.raw("</p>\n");
  }
  page.raw("</section>\n");
}

}  // namespace yiwen
