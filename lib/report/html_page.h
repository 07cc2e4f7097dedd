// SPDX-License-Identifier: Apache-2.0
//
// The page while it is being written: one string, what is looked up in the report, and the parts that each draw their
// section into it. Only `text` and its kin let anything from a document in, and they escape it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/lookup.h"
#include "report/strings.h"
#include "yiwen/report.h"

namespace yiwen {

// A row of the synopsis: a cluster, or a sentence of the base that no other text has.
struct SynopsisRow {
  std::optional<std::uint32_t> cluster;
  std::optional<Place> base;  // the first member in the base
};

struct Page {
  Page(const Report& report, Language language);

  const Report& report;
  const ReportLookup lookup;
  const Language language;
  std::string out;

  std::vector<SynopsisRow> rows;              // in reading order of the base, then what the base does not have
  std::vector<std::uint32_t> row_of_cluster;  // number of the row, from 1
  std::vector<std::uint32_t> columns;         // the documents of the synopsis, the base first
  std::size_t rows_shown = 0;                 // how many rows stand on the page: the first ones
  std::vector<bool> has_card;                 // by finding: whether #v-key exists on the page

  void raw(std::string_view markup) { out += markup; }
  void text(std::string_view foreign);
  void say(Phrase phrase) { text(yiwen::say(phrase, language)); }
  void say(Phrase phrase, std::initializer_list<std::string> fill) { text(yiwen::say(phrase, language, fill)); }
  // <tag class="...">text</tag>
  void element(std::string_view tag, std::string_view css_class, std::string_view foreign);
  // The siglum of a document, with its name for those who point at it.
  void siglum(std::uint32_t document);
  // The sigla of the documents of these places, each once; of very many the first, and how many there are.
  void sigla(const std::vector<Place>& places);
  void sigla_of(const std::vector<std::uint32_t>& documents);
  // lang="..." of a document's own text.
  void lang(std::uint32_t document);
  // href="#v-..." of a finding.
  void link_to(const Finding& finding);

  // Which findings are marked in a text: all, or those alone in which it reads otherwise than the base.
  enum class Marked { all, against_base };
  // The text at a place with the findings in it marked and linked; the innermost finding wins where two overlap.
  void marked_text(const Place& place, Marked marked = Marked::all);
  // Opens the element of a mark on `words`, which lie in the text at `place`; its tag, to be closed with.
  std::string_view open_mark(const Mark& mark, std::string_view words, const Place& place);
  // Whether a mark says that its text differs from the base; a word that the base has too is no news.
  [[nodiscard]] bool says_otherwise(const Mark& mark) const;
  // Marked words that may be very long: the first 200 characters, the rest to be opened.
  void long_words(std::string_view words, std::string_view mark, std::uint32_t document);
  // The number of the row in which a finding stands; links to it only where it is at most rows_shown.
  [[nodiscard]] std::optional<std::uint32_t> row_of(const Finding& finding) const;
};

// The ranges in order, those that touch made one.
[[nodiscard]] std::vector<CodePointRange> joined(std::vector<CodePointRange> ranges);
// REQUIRES: ranges is joined
[[nodiscard]] bool overlaps_any(const std::vector<CodePointRange>& ranges, CodePointRange range);

// The script of all pages.
[[nodiscard]] std::string page_script();
// The head of a page that has this script and no other, up to the begin of its body. The title is escaped.
void open_page(Page& page, std::string_view title, std::string_view code);
// The script, and the end of the page.
void close_page(Page& page, std::string_view code);
// The desk for decisions: the buttons that the script puts on every card, export and import.
void write_decision_desk(Page& page);
// Rulings that are honoured, as an entry of a list of settings.
void write_decisions(Page& page, const std::vector<Decision>& decisions);
void write_diagnostics(Page& page, const std::vector<Diagnostic>& diagnostics);

// Opens a section with its heading; sections close themselves.
void open_section(Page& page, std::string_view id, Phrase heading);

// Says that so many places are not on the page, and where they are; nothing where there are none.
void write_left_out(Page& page, std::size_t count);

// Why something was decided so, in the language of the page where the reason is known to reasons.h.
void write_reason(Page& page, std::string_view why);

// Whether there is anything to draw along the base.
[[nodiscard]] bool has_strip(const Page& page);

void write_verdict(Page& page);
void write_witnesses(Page& page);
void write_strip(Page& page);
void write_findings(Page& page);
// Sets rows_shown to the number of rows that fit the page. REQUIRES: nothing is written yet
void plan_synopsis(Page& page, std::size_t most_bytes);
void write_synopsis(Page& page);
// The texts as data for the script, as many as fit; returns those that do not. REQUIRES: the cards are written
std::vector<std::uint32_t> write_texts(Page& page, std::size_t most_bytes);
void write_apparatus(Page& page);
void write_noise(Page& page);
void write_foot(Page& page);

// Where the text at a place is cut so that every piece lies wholly inside or outside of each mark: the ends of the
// place and of the marks in it, ascending, each once.
[[nodiscard]] std::vector<std::uint32_t> cut_at_marks(const Place& place, const std::vector<Mark>& marks);

}  // namespace yiwen
