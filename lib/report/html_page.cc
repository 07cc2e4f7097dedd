// SPDX-License-Identifier: Apache-2.0
#include "report/html_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/escape.h"
#include "report/reasons.h"

namespace yiwen {
namespace {

constexpr std::size_t kNarrow = 3;       // bytes: one Han character, or three Latin letters
constexpr std::size_t kSiglaShown = 12;  // of the texts that have one reading: a line of a narrow screen
constexpr std::uint32_t kWordsOpen =
    200;  // characters of one place that are shown unasked: five lines on a desk screen

const Place* first_member_in(const ReportCluster& cluster, std::uint32_t document) {
  for (const ClusterMember& member : cluster.members) {
    if (member.place.document == document) return &member.place;
  }
  return nullptr;
}

std::vector<SynopsisRow> rows_of(const Report& report) {
  std::vector<SynopsisRow> with_base, without_base;
  std::vector<CodePointRange> covered;
  for (std::uint32_t c = 0; c < report.clusters.size(); ++c) {
    const Place* base = first_member_in(report.clusters[c], report.base);
    (base != nullptr ? with_base : without_base).push_back({c, base != nullptr ? std::optional(*base) : std::nullopt});
    for (const ClusterMember& member : report.clusters[c].members) {
      if (member.place.document == report.base) covered.push_back(member.place.range);
    }
  }
  covered = joined(std::move(covered));
  if (report.base < report.documents.size()) {
    for (const SentenceMark& sentence : report.documents[report.base].sentences) {
      if (is_noise(sentence.kind)) continue;
      if (!overlaps_any(covered, sentence.range))
        with_base.push_back({std::nullopt, Place{report.base, sentence.range}});
    }
  }
  std::stable_sort(with_base.begin(), with_base.end(), [](const SynopsisRow& left, const SynopsisRow& right) {
    return left.base->range.begin < right.base->range.begin;
  });
  with_base.insert(with_base.end(), without_base.begin(), without_base.end());
  return with_base;
}

std::vector<std::uint32_t> columns_of(const Report& report) {
  std::vector<bool> shown(report.documents.size());
  for (const ReportCluster& cluster : report.clusters) {
    for (const ClusterMember& member : cluster.members) shown[member.place.document] = true;
  }
  std::vector<std::uint32_t> columns;
  if (report.base < report.documents.size()) columns.push_back(report.base);
  for (std::uint32_t i = 0; i < report.documents.size(); ++i) {
    if (shown[i] && i != report.base) columns.push_back(i);
  }
  return columns;
}

// The shortest of the marks on this piece, or nullptr.
const Mark* innermost(const std::vector<Mark>& marks, CodePointRange piece) {
  const Mark* best = nullptr;
  for (const Mark& mark : marks) {
    if (mark.range.empty() || !mark.range.contains(piece)) continue;
    if (best == nullptr || mark.range.size() < best->range.size()) best = &mark;
  }
  return best;
}

bool has_absence(const std::vector<Mark>& marks, std::uint32_t at) {
  return std::any_of(marks.begin(), marks.end(),
                     [at](const Mark& mark) { return mark.range.empty() && mark.range.begin == at; });
}

}  // namespace

Page::Page(const Report& the_report, Language the_language)
    : report(the_report), lookup(the_report), language(the_language) {
  rows = rows_of(report);
  columns = columns_of(report);
  row_of_cluster.resize(report.clusters.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (rows[i].cluster) row_of_cluster[*rows[i].cluster] = i + 1;
  }
  has_card.resize(report.findings.size());
}

void Page::text(std::string_view foreign) { append_html(out, foreign); }

void Page::element(std::string_view tag, std::string_view css_class, std::string_view foreign) {
  fmt::format_to(std::back_inserter(out), "<{} class=\"{}\">", tag, css_class);
  text(foreign);
  fmt::format_to(std::back_inserter(out), "</{}>", tag);
}

void Page::siglum(std::uint32_t document) {
  if (document >= report.documents.size()) return;
  raw("<abbr title=\"");
  text(lookup.name(document));
  raw("\">");
  text(lookup.siglum(document));
  raw("</abbr>");
}

void Page::sigla(const std::vector<Place>& places) {
  std::vector<std::uint32_t> documents;
  for (const Place& place : places) {
    if (documents.empty() || documents.back() != place.document) documents.push_back(place.document);
  }
  sigla_of(documents);
}

void Page::sigla_of(const std::vector<std::uint32_t>& documents) {
  const std::size_t shown = documents.size() <= kSiglaShown + 2 ? documents.size() : kSiglaShown;
  for (std::size_t i = 0; i < shown; ++i) siglum(documents[i]);
  if (shown == documents.size()) return;
  raw("<span class=\"says\">… ");
  say(Phrase::texts, {std::to_string(documents.size())});
  raw("</span> ");
}

void Page::lang(std::uint32_t document) {
  fmt::format_to(std::back_inserter(out), " lang=\"{}\"",
                 document < report.documents.size() ? script_tag(report.documents[document].script) : "en");
}

void Page::link_to(const Finding& finding) {
  raw(" href=\"#v-");
  text(finding.key);
  raw("\"");
}

bool Page::says_otherwise(const Mark& mark) const {
  const Finding& finding = report.findings[mark.finding];
  if (finding.type != FindingType::drift || mark.reading >= finding.readings.size()) return true;
  const std::vector<Place>& places = finding.readings[mark.reading].members;
  return std::none_of(places.begin(), places.end(), [&](const Place& place) { return place.document == report.base; });
}

std::vector<std::uint32_t> cut_at_marks(const Place& place, const std::vector<Mark>& marks) {
  std::vector<std::uint32_t> cuts = {place.range.begin, place.range.end};
  for (const Mark& mark : marks) {
    cuts.push_back(std::clamp(mark.range.begin, place.range.begin, place.range.end));
    cuts.push_back(std::clamp(mark.range.end, place.range.begin, place.range.end));
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

std::string_view Page::open_mark(const Mark& mark, std::string_view words, const Place& place) {
  const Finding& finding = report.findings[mark.finding];
  const std::string_view tag = has_card[mark.finding] ? "a" : "mark";
  const char* type = finding.kind == "systematic"              ? "ms"
                     : finding.type == FindingType::truncation ? "mcut"
                     : finding.type == FindingType::drift      ? (mark.reading == 0 ? "m0" : "m1")
                     : finding.type == FindingType::move || finding.type == FindingType::duplicate ? "mm"
                                                                                                   : "m1";
  // One character alone is too narrow to be hit; a mark on everything that stands here needs no ink of its own.
  fmt::format_to(std::back_inserter(out), "<{} class=\"{} {}{}{}\"", tag, mark.missing ? "mx" : type,
                 to_string(finding.severity), words.size() <= kNarrow ? " one" : "",
                 mark.range.contains(place.range) ? " all" : "");
  if (has_card[mark.finding]) link_to(finding);
  raw(">");
  return tag;
}

void Page::marked_text(const Place& place, Marked marked) {
  std::vector<Mark> marks = lookup.marks(place);
  if (marked == Marked::against_base) std::erase_if(marks, [&](const Mark& mark) { return !says_otherwise(mark); });
  const std::vector<std::uint32_t> cuts = cut_at_marks(place, marks);
  const auto absences_at = [&](std::uint32_t at) {
    const Mark* last = nullptr;
    for (const Mark& mark : marks) {
      // Two texts that lack the same words here are two findings at one place: one caret is enough.
      if (!mark.range.empty() || mark.range.begin != at || (last != nullptr && last->range == mark.range)) continue;
      const std::string_view tag = open_mark(mark, {}, place);
      fmt::format_to(std::back_inserter(out), "∧</{}>", tag);
      last = &mark;
    }
  };
  for (std::size_t i = 0; i + 1 < cuts.size();) {
    absences_at(cuts[i]);
    const Mark* mark = innermost(marks, {cuts[i], cuts[i + 1]});
    std::size_t next = i + 1;
    while (next + 1 < cuts.size() && !has_absence(marks, cuts[next]) &&
           innermost(marks, {cuts[next], cuts[next + 1]}) == mark) {
      ++next;
    }
    const std::string_view words = lookup.slice({place.document, {cuts[i], cuts[next]}});
    if (mark == nullptr) {
      text(words);
    } else {
      const std::string_view tag = open_mark(*mark, words, place);
      text(words);
      fmt::format_to(std::back_inserter(out), "</{}>", tag);
    }
    i = next;
  }
  absences_at(place.range.end);
}

void Page::long_words(std::string_view words, std::string_view mark, std::uint32_t document) {
  const SlicedText sliced(words);
  const auto part = [&](CodePointRange range) {
    fmt::format_to(std::back_inserter(out), "<mark class=\"{}\"", mark);
    lang(document);
    raw(">");
    text(sliced.slice(range));
    raw("</mark>");
  };
  part({0, std::min(kWordsOpen, sliced.size())});
  if (sliced.size() <= kWordsOpen) return;
  raw("<details class=\"rest\"><summary>… ");
  say(Phrase::more_characters, {std::to_string(sliced.size() - kWordsOpen)});
  raw("</summary>");
  part({kWordsOpen, sliced.size()});
  raw("</details>");
}

std::optional<std::uint32_t> Page::row_of(const Finding& finding) const {
  if (finding.cluster && *finding.cluster < row_of_cluster.size()) return row_of_cluster[*finding.cluster];
  const std::optional<Place> base = lookup.base_place(finding);
  if (!base) return std::nullopt;
  // The last row that begins at or in front of the place.
  const auto behind = std::partition_point(rows.begin(), rows.end(), [&](const SynopsisRow& row) {
    return row.base && row.base->range.begin <= base->range.begin;
  });
  if (behind == rows.begin()) return std::nullopt;
  return static_cast<std::uint32_t>(behind - rows.begin());
}

std::vector<CodePointRange> joined(std::vector<CodePointRange> ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<CodePointRange> out;
  for (const CodePointRange range : ranges) {
    if (!out.empty() && range.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, range.end);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

bool overlaps_any(const std::vector<CodePointRange>& ranges, CodePointRange range) {
  const auto behind = std::partition_point(ranges.begin(), ranges.end(),
                                           [&](CodePointRange entry) { return entry.end <= range.begin; });
  return behind != ranges.end() && behind->begin < range.end;
}

void write_left_out(Page& page, std::size_t count) {
  if (count == 0) return;
  page.raw("<p class=\"left-out\">");
  page.say(Phrase::left_out, {std::to_string(count)});
  page.raw("</p>\n");
}

void write_reason(Page& page, std::string_view why) {
  const std::optional<std::string> translated = translated_reason(why, page.language);
  if (translated) return page.text(*translated);
  page.raw("<span lang=\"en\">");
  page.text(why);
  page.raw("</span>");
}

bool has_strip(const Page& page) { return page.report.base < page.report.documents.size() && page.columns.size() > 1; }

void open_section(Page& page, std::string_view id, Phrase heading) {
  fmt::format_to(std::back_inserter(page.out), "\n<section id=\"{0}\" aria-labelledby=\"{0}-h\">\n<h2 id=\"{0}-h\">",
                 id);
  page.say(heading);
  page.raw("</h2>\n");
}

}  // namespace yiwen
