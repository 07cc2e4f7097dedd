// SPDX-License-Identifier: Apache-2.0
//
// The report as TEI P5 with the parallel segmentation method. The body has the rows of the synopsis in the order of the
// base, one <ab> each: what all witnesses of the row share stands in it as text, where they differ stands an <app>. Its
// @type is the kind of the finding, or other where the witnesses differ between two findings: in what was folded, or in
// words that one lacks. To read a
// witness back from a row, take of each <app> every <lem> and <rdg> that names it, and drop the notes. What concerns no
// row, or crosses another finding, stands as a list of <app> in the back matter.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "report/escape.h"
#include "report/lookup.h"
#include "report/place_rows.h"
#include "report/segmented_row.h"
#include "report/writers.h"

namespace yiwen {
namespace {

constexpr std::string_view kSeverities[] = {"folded", "minor", "major", "critical"};
constexpr std::string_view kSeverityMeanings[] = {"differs in script, width or punctuation alone", "wording",
                                                  "sense may differ", "sense differs"};

class Tei {
 public:
  explicit Tei(const Report& report) : report_(report), lookup_(report), inline_(report.findings.size(), false) {
    if (report.base < report.documents.size()) tag_ = script_tag_of(report.base);
  }

  std::string write() && {
    raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n");
    write_header();
    raw("<text");
    language(tag_);
    raw(">\n<body>\n<div type=\"rows\">\n");
    write_rows();
    raw("</div>\n</body>\n");
    write_back();
    raw("</text>\n</TEI>\n");
    return std::move(out_);
  }

 private:
  void raw(std::string_view markup) { out_ += markup; }
  void text(std::string_view value) { append_xml(out_, value, XmlPosition::content); }
  void attribute(std::string_view name, std::string_view value) {
    fmt::format_to(std::back_inserter(out_), " {}=\"", name);
    append_xml(out_, value, XmlPosition::attribute);
    raw("\"");
  }
  void element(std::string_view name, std::string_view value) {
    fmt::format_to(std::back_inserter(out_), "<{}>", name);
    text(value);
    fmt::format_to(std::back_inserter(out_), "</{}>", name);
  }
  void language(std::string_view tag) {
    if (!tag.empty()) attribute("xml:lang", tag);
  }
  // Of Chinese texts alone: what another text is written in is not known.
  std::string_view script_tag_of(std::uint32_t document) const {
    const std::string& script = report_.documents[document].script;
    return script == "Hans" ? "zh-Hans" : script == "Hant" ? "zh-Hant" : script == "mixed" ? "zh" : "";
  }

  void write_header() {
    raw("<teiHeader>\n<fileDesc>\n<titleStmt><title>");
    const std::string_view title = report_.base < report_.documents.size() ? lookup_.title(report_.base) : "";
    text(title.empty() ? "Collation" : title);
    raw("</title></titleStmt>\n<publicationStmt><p>A collation made by yiwen ");
    text(report_.version);
    raw(".</p></publicationStmt>\n<sourceDesc>\n");
    if (report_.documents.empty()) {
      raw("<p>No text was read.</p>\n");
    } else {
      raw("<listWit>\n");
      for (std::uint32_t i = 0; i < report_.documents.size(); ++i) write_witness(i);
      raw("</listWit>\n");
    }
    raw("</sourceDesc>\n</fileDesc>\n<encodingDesc>\n");
    raw("<variantEncoding method=\"parallel-segmentation\" location=\"internal\"/>\n<classDecl>\n");
    raw("<taxonomy xml:id=\"severity\">\n");
    for (std::size_t i = 0; i < std::size(kSeverities); ++i) {
      fmt::format_to(std::back_inserter(out_), "<category xml:id=\"{}\"><catDesc>{}</catDesc></category>\n",
                     kSeverities[i], kSeverityMeanings[i]);
    }
    raw("</taxonomy>\n</classDecl>\n<appInfo><application ident=\"yiwen\"");
    attribute("version", report_.version);
    raw("><label>yiwen</label></application></appInfo>\n</encodingDesc>\n</teiHeader>\n");
  }

  void write_witness(std::uint32_t index) {
    const ReportDocument& document = report_.documents[index];
    raw("<witness");
    attribute("xml:id", name_of(index));
    language(script_tag_of(index));
    if (index == report_.base) attribute("n", "base");
    raw(">");
    const auto said = [&](std::string_view name, const std::optional<CodePointRange>& range, std::string_view stated) {
      const std::string_view value = range ? lookup_.slice({index, *range}) : stated;
      if (!value.empty()) element(name, value);
    };
    said("title", document.title, document.stated.title);
    said("orgName", document.outlet, document.stated.outlet);
    said("date", document.date, document.stated.date);
    raw("<idno type=\"id\">"), text(document.id), raw("</idno>");
    raw("<idno type=\"file\">"), text(document.source), raw("</idno>");
    raw("<idno type=\"sha256\">"), text(document.sha256), raw("</idno>");
    if (!document.stated.url.empty()) raw("<idno type=\"url\">"), text(document.stated.url), raw("</idno>");
    raw("</witness>\n");
  }

  // A siglum is letters; where a report has none, its number is no name that XML allows.
  std::string name_of(std::uint32_t document) const {
    const std::string& siglum = lookup_.siglum(document);
    return siglum.front() >= '0' && siglum.front() <= '9' ? "W" + siglum : siglum;
  }
  std::string pointers(std::vector<std::uint32_t> documents) const {
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    std::string out;
    for (const std::uint32_t document : documents) out += (out.empty() ? "#" : " #") + name_of(document);
    return out;
  }

  void write_rows() {
    std::vector<std::vector<std::uint32_t>> of_cluster(report_.clusters.size());
    for (std::uint32_t f = 0; f < report_.findings.size(); ++f) {
      const Finding& finding = report_.findings[f];
      const bool has_row =
          finding.type == FindingType::drift && finding.cluster && *finding.cluster < of_cluster.size();
      if (has_row) of_cluster[*finding.cluster].push_back(f);
    }
    for (std::uint32_t c = 0; c < report_.clusters.size(); ++c) write_row(c, segmented_row(report_, c, of_cluster[c]));
    if (report_.clusters.empty()) raw("<p/>\n");
  }

  void write_row(std::uint32_t cluster, const SegmentedRow& row) {
    raw("<ab");
    attribute("type", "row");
    attribute("xml:id", report_.clusters[cluster].id);
    raw(" xml:space=\"preserve\">");
    for (const Strand& strand : row.strands) {
      for (const CodePointRange member : strand.members) {
        raw("<milestone unit=\"passage\"");
        attribute("edRef", pointers({strand.document}));
        attribute("n", fmt::format("{}-{}", member.begin, member.end));
        raw("/>");
      }
    }
    for (const Column& column : row.columns) write_column(row, column);
    raw("</ab>\n");
  }

  std::string words_of(const Strand& strand, CodePointRange part) const {
    std::string words;
    for (const CodePointRange range : strand.slice(part)) words += lookup_.slice({strand.document, range});
    return words;
  }

  struct Words {
    std::string text;
    std::vector<std::uint32_t> documents;
    std::size_t reading = 0;  // its number in the finding, from 1; two scripts of one reading have one number
  };

  static std::size_t reading_of(const Finding& finding, std::uint32_t document) {
    for (std::size_t r = 0; r < finding.readings.size(); ++r) {
      for (const Place& place : finding.readings[r].members) {
        if (place.document == document) return r + 1;
      }
    }
    return 0;
  }

  void write_column(const SegmentedRow& row, const Column& column) {
    std::vector<Words> readings;
    for (std::size_t s = 0; s < row.strands.size(); ++s) {
      std::string words = words_of(row.strands[s], column.parts[s]);
      const std::uint32_t document = row.strands[s].document;
      const std::size_t number = column.finding ? reading_of(report_.findings[*column.finding], document) : 0;
      const auto same = std::find_if(readings.begin(), readings.end(), [&](const Words& reading) {
        return reading.text == words && reading.reading == number;
      });
      if (same == readings.end()) {
        readings.push_back({std::move(words), {document}, number});
      } else {
        same->documents.push_back(document);
      }
    }
    // The base reads first; without it the first witness does.
    std::stable_partition(readings.begin(), readings.end(), [&](const Words& reading) {
      return std::find(reading.documents.begin(), reading.documents.end(), report_.base) != reading.documents.end();
    });
    if (!column.finding) {
      if (readings.size() == 1) return text(readings.front().text);
      raw("<app type=\"other\">");
      write_readings(readings);
      raw("</app>");
      return;
    }
    inline_[*column.finding] = true;
    const Finding& finding = report_.findings[*column.finding];
    open_app(finding);
    raw(">");
    write_readings(readings);
    close_app(finding);
  }

  void write_readings(const std::vector<Words>& readings) {
    for (std::size_t i = 0; i < readings.size(); ++i) write_reading(i == 0 ? "lem" : "rdg", readings[i]);
  }

  void write_reading(std::string_view element, const Words& reading) {
    fmt::format_to(std::back_inserter(out_), "<{}", element);
    if (reading.reading > 0) attribute("n", std::to_string(reading.reading));
    attribute("wit", pointers(reading.documents));
    const std::string_view tag = reading.documents.empty() ? "" : script_tag_of(reading.documents.front());
    const bool one_script = std::all_of(reading.documents.begin(), reading.documents.end(),
                                        [&](std::uint32_t document) { return script_tag_of(document) == tag; });
    if (one_script && tag != tag_) language(tag);
    if (reading.text.empty()) return raw("/>");
    raw(">");
    text(reading.text);
    fmt::format_to(std::back_inserter(out_), "</{}>", element);
  }

  void open_app(const Finding& finding) {
    raw("<app");
    attribute("xml:id", "f-" + finding.key);
    attribute("n", finding.id);
    attribute("type", finding.kind.empty() ? to_string(finding.type) : finding.kind);
    attribute("subtype", to_string(finding.type));
    attribute("ana", fmt::format("#{}", to_string(finding.severity)));
  }

  void close_app(const Finding& finding) {
    if (!finding.why.empty()) raw("<note type=\"why\">"), text(finding.why), raw("</note>");
    if (finding.ruling != Ruling::none)
      raw("<note type=\"decision\">"), text(to_string(finding.ruling)), raw("</note>");
    if (!finding.more.empty()) raw("<note type=\"more\">"), text(places(finding.more)), raw("</note>");
    raw("</app>");
  }

  // "A:12-14 B:20-22"
  std::string places(const std::vector<Place>& list) const {
    std::string out;
    for (const Place& place : list) {
      if (place.document >= report_.documents.size()) continue;
      fmt::format_to(std::back_inserter(out), "{}{}:{}-{}", out.empty() ? "" : " ", name_of(place.document),
                     place.range.begin, place.range.end);
    }
    return out;
  }

  void write_back() {
    std::vector<std::uint32_t> left;
    for (std::uint32_t f = 0; f < report_.findings.size(); ++f) {
      if (!inline_[f]) left.push_back(f);
    }
    if (left.empty()) return;
    raw("<back>\n<div type=\"findings\">\n<listApp>\n");
    for (const std::uint32_t f : left) write_left(report_.findings[f]);
    raw("</listApp>\n</div>\n</back>\n");
  }

  void write_left(const Finding& finding) {
    open_app(finding);
    std::vector<Place> list;
    for (const PlaceRow& row : place_rows(finding)) {
      if (row.part != "more") list.push_back(row.place);
    }
    if (const std::string where = places(list); !where.empty()) attribute("loc", where);
    if (finding.cluster && *finding.cluster < report_.clusters.size()) {
      attribute("corresp", "#" + report_.clusters[*finding.cluster].id);
    }
    raw(">");
    std::vector<Words> readings;
    const auto add = [&](std::string_view words, std::vector<std::uint32_t> documents, std::size_t number = 0) {
      readings.push_back({std::string(words), std::move(documents), number});
    };
    const auto known = [&](const std::optional<Place>& place) {
      return place && place->document < report_.documents.size();
    };
    for (std::size_t r = 0; r < finding.readings.size(); ++r) {
      std::vector<std::uint32_t> documents;
      for (const Place& place : finding.readings[r].members) documents.push_back(place.document);
      add(finding.readings[r].text, std::move(documents), r + 1);
    }
    // Of a duplicate, the first copy is what the second is held against; of all others, what another text has.
    const bool copied = finding.type == FindingType::duplicate;
    const std::optional<Place>& lemma = copied ? finding.place : finding.other;
    const std::optional<Place>& against = copied ? finding.other : finding.place;
    const bool has_lemma = known(lemma) || !finding.readings.empty();
    if (known(lemma)) add(lookup_.slice(*lemma), {lemma->document});
    if (known(against)) add(lookup_.slice(*against), {against->document});
    for (std::size_t i = 0; i < readings.size(); ++i) write_reading(i == 0 && has_lemma ? "lem" : "rdg", readings[i]);
    close_app(finding);
    raw("\n");
  }

  const Report& report_;
  const ReportLookup lookup_;
  std::string_view tag_;      // of the base; a reading in another script says so
  std::vector<bool> inline_;  // by finding: it has a column
  std::string out_;
};

}  // namespace

std::string to_tei(const Report& report) { return Tei(report).write(); }

}  // namespace yiwen
