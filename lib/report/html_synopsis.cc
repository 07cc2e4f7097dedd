// SPDX-License-Identifier: Apache-2.0
//
// All texts side by side: a row a sentence, a column a witness. What is the same is not printed again: an unchanged
// cell is a thin ＝, and a run of rows in which all who have the sentence agree is folded into one line that opens, and
// that the search of the browser still finds.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "report/html_page.h"

namespace yiwen {
namespace {

constexpr std::size_t kLackingNamed = 24;  // sigla in the line of a folded run
constexpr std::size_t kSideBySide = 8;     // columns; of more texts those that read alike stand together in one cell
constexpr std::size_t kFoldFrom = 2;       // rows alike in a run that are worth folding

enum class Cell : std::uint8_t {
  missing,
  same,
  settled,  // the same but for differences that an editor has accepted or ignored
  text,
};

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

// Whether one of the marks on the base's words is where this document reads otherwise. Its own words may stand outside
// of its cell: what one text puts in front of a sentence stands at the begin of that sentence in another.
bool reads_otherwise(const Page& page, const std::vector<Mark>& base_marks, std::uint32_t document) {
  return std::any_of(base_marks.begin(), base_marks.end(), [&](const Mark& mark) {
    const Finding& finding = page.report.findings[mark.finding];
    for (std::uint32_t r = 0; r < finding.readings.size(); ++r) {
      const std::vector<Place>& members = finding.readings[r].members;
      if (r != mark.reading &&
          std::any_of(members.begin(), members.end(), [&](const Place& place) { return place.document == document; })) {
        return true;
      }
    }
    return false;
  });
}

// Text where something in it differs or it is only like the fullest member.
Cell cell_of(const Page& page, const SynopsisRow& row, std::uint32_t document) {
  if (reads_otherwise(page, page.lookup.marks(*row.base), document)) return Cell::text;
  const ReportCluster& cluster = page.report.clusters[*row.cluster];
  Cell cell = reads_otherwise(page, page.lookup.settled_marks(*row.base), document) ? Cell::settled : Cell::same;
  for (const ClusterMember& member : cluster.members) {
    if (member.place.document != document) continue;
    const std::vector<Mark> marks = page.lookup.marks(member.place);
    if (std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) { return page.says_otherwise(mark); }))
      return Cell::text;
    const std::vector<Mark> settled = page.lookup.settled_marks(member.place);
    if (std::any_of(settled.begin(), settled.end(), [&](const Mark& mark) { return page.says_otherwise(mark); }))
      cell = Cell::settled;
    // Near to the fullest member, with all that differs marked: the same as the base where every mark is the base's.
    if (member.relation == MemberRelation::identical) continue;
    if (member.relation != MemberRelation::near || (marks.empty() && settled.empty())) return Cell::text;
  }
  return cell;
}

Row state_of(const Page& page, const SynopsisRow& row) {
  Row state;
  state.quiet = true;
  const std::size_t in_base = row.base ? members_in(page, row, page.report.base).size() : 0;
  for (std::size_t c = 0; c < page.columns.size(); ++c) {
    const std::uint32_t document = page.columns[c];
    const std::vector<Place> members = members_in(page, row, document);
    Cell cell = Cell::text;
    if (members.empty()) {
      cell = Cell::missing;
    } else if (document != page.report.base && row.cluster && in_base == 1 && members.size() == 1) {
      cell = cell_of(page, row, document);
    }
    if (cell == Cell::text && document != page.report.base) state.quiet = false;
    if (document == page.report.base) {
      state.quiet = state.quiet && in_base == 1 && page.lookup.marks(members[0]).empty();
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

void write_texts_of(Page& page, const SynopsisRow& row, std::uint32_t document) {
  bool first = true;
  for (const Place& place : members_in(page, row, document)) {
    if (!first) page.raw("<hr>");
    page.marked_text(place, document == page.report.base ? Page::Marked::all : Page::Marked::against_base);
    first = false;
  }
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
    case Cell::settled:
      page.raw("<td class=\"same\"");
      write_column_name(page, document);
      page.raw(">≈<span class=\"sr\">");
      page.say(Phrase::settled);
      page.raw("</span></td>");
      return;
    case Cell::text: {
      page.raw("<td");
      write_column_name(page, document);
      page.lang(document);
      page.raw(">");
      write_texts_of(page, row, document);
      page.raw("</td>");
      return;
    }
  }
}

bool is_wide(const Page& page) { return page.columns.size() > kSideBySide; }

// What one text reads, and who reads the same; who has what the base has; who has nothing. For more texts than fit side
// by side.
void write_groups(Page& page, const SynopsisRow& row, const Row& state) {
  std::map<std::string, std::vector<std::uint32_t>> readers;  // by what is written in the cell
  std::vector<const std::string*> order;
  std::vector<std::uint32_t> same, settled, missing;
  for (std::size_t c = 1; c < page.columns.size(); ++c) {
    const std::uint32_t document = page.columns[c];
    switch (state.cells[c]) {
      case Cell::missing:
        missing.push_back(document);
        break;
      case Cell::same:
        same.push_back(document);
        break;
      case Cell::settled:
        settled.push_back(document);
        break;
      case Cell::text: {
        const std::string before = std::exchange(page.out, {});
        page.raw("<span");
        page.lang(document);
        page.raw(">");
        write_texts_of(page, row, document);
        page.raw("</span>");
        const auto [group, is_new] = readers.try_emplace(std::exchange(page.out, before));
        if (is_new) order.push_back(&group->first);
        group->second.push_back(document);
      }
    }
  }
  page.raw("<td class=\"groups\"><ul>");
  const auto line = [&](std::string_view sign, const std::vector<std::uint32_t>& documents) {
    if (documents.empty()) return;
    page.raw("<li class=\"alike\">");
    page.raw(sign);
    page.raw(" ");
    page.sigla_of(documents);
    page.raw("</li>");
  };
  for (const std::string* words : order) {
    page.raw("<li>");
    page.raw(*words);
    page.raw(" ");
    page.sigla_of(readers.at(*words));
    page.raw("</li>");
  }
  line("＝", same);
  line("≈", settled);
  if (!missing.empty()) {
    page.raw("<li class=\"alike\">");
    page.say(Phrase::missing_cell);
    page.raw(" ");
    page.sigla_of(missing);
    page.raw("</li>");
  }
  page.raw("</ul></td></tr>\n");
}

void write_row(Page& page, std::size_t index, const Row& state) {
  fmt::format_to(std::back_inserter(page.out), "<tr id=\"r{0}\"><th scope=\"row\">{0}</th>", index + 1);
  if (is_wide(page)) {
    write_cell(page, page.rows[index], page.columns[0], state.cells[0]);
    return write_groups(page, page.rows[index], state);
  }
  for (std::size_t c = 0; c < page.columns.size(); ++c) {
    write_cell(page, page.rows[index], page.columns[c], state.cells[c]);
  }
  page.raw("</tr>\n");
}

void write_folded(Page& page, std::size_t begin, std::size_t end, const Row& state) {
  fmt::format_to(std::back_inserter(page.out),
                 "<tr class=\"fold\"><th scope=\"row\">{}–{}</th><td colspan=\"{}\"><details><summary>", begin + 1, end,
                 is_wide(page) ? 2 : page.columns.size());
  std::string lacking;
  std::size_t named = 0;
  for (std::size_t c = 0; c < page.columns.size(); ++c) {
    if (state.cells[c] != Cell::missing) continue;
    if (!lacking.empty()) lacking += ' ';
    if (named++ == kLackingNamed) {
      lacking += "…";
      break;
    }
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
    if (is_wide(page) && document != page.columns[0]) {
      page.raw("<th scope=\"col\">");
      page.say(Phrase::other_texts);
      page.raw("</th>");
      break;
    }
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

void write_choice(Page& page, const char* name, Phrase label, const char* views, std::uint32_t chosen) {
  fmt::format_to(std::back_inserter(page.out), "<label data-for=\"{}\">", views);
  page.say(label);
  fmt::format_to(std::back_inserter(page.out), " <select name=\"{}\">", name);
  for (const std::uint32_t document : page.columns) {
    fmt::format_to(std::back_inserter(page.out), "<option value=\"{}\"{}>", document,
                   document == chosen ? " selected" : "");
    page.text(page.lookup.siglum(document));
    page.raw(" ");
    page.text(page.lookup.name(document));
    page.raw("</option>");
  }
  page.raw("</select></label>\n");
}

// How the texts are laid out: for the script, which has them as data.
void write_views(Page& page) {
  if (page.columns.size() < 2) return;
  page.raw("<form class=\"js views\" hidden aria-label=\"");
  page.say(Phrase::view);
  const std::pair<const char*, Phrase> sayings[] = {
      {"same", Phrase::same_rows}, {"lacking", Phrase::same_rows_lacking}, {"only", Phrase::only_here}};
  for (const auto& [name, phrase] : sayings) {
    fmt::format_to(std::back_inserter(page.out), "\" data-{}=\"", name);
    page.say(phrase);
  }
  page.raw("\"><fieldset><legend>");
  page.say(Phrase::view);
  page.raw("</legend>");
  const std::pair<const char*, Phrase> ways[] = {
      {"synopsis", Phrase::synopsis}, {"pair", Phrase::view_pair}, {"inline", Phrase::view_inline}};
  for (const auto& [name, phrase] : ways) {
    fmt::format_to(std::back_inserter(page.out), "<label><input type=\"radio\" name=\"v\" value=\"{}\"{}> ", name,
                   phrase == Phrase::synopsis ? " checked" : "");
    page.say(phrase);
    page.raw("</label> ");
  }
  page.raw("</fieldset>\n");
  write_choice(page, "b", Phrase::base_text, "synopsis inline", page.columns[0]);
  write_choice(page, "l", Phrase::view_left, "pair", page.columns[0]);
  write_choice(page, "r", Phrase::view_right, "pair", page.columns[1]);
  if (page.columns.size() > 2 && !is_wide(page)) {
    page.raw("<fieldset data-for=\"synopsis inline\"><legend>");
    page.say(Phrase::columns);
    page.raw("</legend>");
    for (const std::uint32_t document : page.columns) {
      fmt::format_to(std::back_inserter(page.out), "<label><input type=\"checkbox\" name=\"c\" value=\"{}\" checked> ",
                     document);
      page.text(page.lookup.siglum(document));
      page.raw("</label> ");
    }
    page.raw("</fieldset>");
  }
  page.raw("</form>\n");
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

void plan_synopsis(Page& page, std::size_t most_bytes) {
  // A dry run in which every mark is a link: what is written in earnest is at most as long.
  page.has_card.assign(page.report.findings.size(), true);
  page.rows_shown = write_rows(page, page.rows.size(), most_bytes);
  page.has_card.assign(page.report.findings.size(), false);
  page.out.clear();
}

void write_synopsis(Page& page) {
  if (page.rows.empty()) return;
  open_section(page, "synopsis", Phrase::synopsis);
  page.raw("<p class=\"hint\">");
  page.say(is_wide(page) ? Phrase::synopsis_hint_wide : Phrase::synopsis_hint);
  page.raw("</p>\n");
  write_views(page);
  page.raw("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-labelledby=\"synopsis-h\"><table class=\"synopsis");
  page.raw(is_wide(page) ? " by-reading\">" : "\">");
  write_head(page);
  page.raw("<tbody>\n");
  write_rows(page, page.rows_shown, std::string::npos);
  page.raw("</tbody></table></div>\n<div id=\"stage\" class=\"js\" hidden></div>\n");
  if (page.rows_shown < page.rows.size()) {
    page.raw("<p class=\"left-out\">");
    page.say(Phrase::left_out_rows, {std::to_string(page.rows.size() - page.rows_shown)});
    page.raw("</p>\n");
  }
  page.raw("</section>\n");
}

}  // namespace yiwen
