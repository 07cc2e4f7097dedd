// SPDX-License-Identifier: Apache-2.0
//
// The findings as comma-separated values: RFC 4180, UTF-8 behind a byte-order mark, without which spreadsheets read
// Chinese as the encoding of their machine. One row a place and witness; names and words as in report.json, whatever
// the language of the texts, so that a program can count on them.
#include <fmt/format.h>

#include <iterator>

#include "report/escape.h"
#include "report/lookup.h"
#include "report/place_rows.h"
#include "report/writers.h"

namespace yiwen {
namespace {

constexpr std::uint32_t kContextReach = 40;  // code points on either side of the words: a line of a wide column
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kHeader =
    "finding,key,severity,type,kind,layer,cluster,part,reading,siglum,document,source,outlet,begin,end,before,words,"
    "after,against,why,decision\r\n";

class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}
  void text(std::string_view value) { separate(), append_csv_cell(out_, value); }
  void number(std::size_t value) { separate(), fmt::format_to(std::back_inserter(out_), "{}", value); }
  void empty() { separate(); }
  void end() { out_ += "\r\n"; }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace

std::string to_csv(const Report& report, const CsvOptions& options) {
  const ReportLookup lookup(report);
  std::string out(kByteOrderMark);
  out += kHeader;
  for (const Finding& finding : report.findings) {
    if (finding.severity == Severity::folded && !options.show_folded) continue;
    const std::string_view against =
        words_of_other_side(finding, finding.other ? lookup.slice(*finding.other) : std::string_view());
    const bool is_drift = finding.type == FindingType::drift;
    for (const PlaceRow& place_row : place_rows(finding)) {
      if (place_row.place.document >= report.documents.size()) continue;
      const ReportDocument& document = report.documents[place_row.place.document];
      const Context context = lookup.context(place_row.place, kContextReach);
      Row row(out);
      row.text(finding.id), row.text(finding.key);
      row.text(to_string(finding.severity)), row.text(to_string(finding.type)), row.text(finding.kind);
      row.text(is_drift ? to_string(finding.layer) : "");
      row.text(finding.cluster && *finding.cluster < report.clusters.size() ? report.clusters[*finding.cluster].id
                                                                            : "");
      row.text(place_row.part);
      if (place_row.reading > 0) {
        row.number(place_row.reading);
      } else {
        row.empty();
      }
      row.text(lookup.siglum(place_row.place.document));
      row.text(document.id), row.text(document.source), row.text(lookup.name(place_row.place.document));
      row.number(place_row.place.range.begin), row.number(place_row.place.range.end);
      row.text(context.before), row.text(context.words), row.text(context.after);
      row.text(against), row.text(finding.why), row.text(to_string(finding.ruling));
      row.end();
    }
  }
  return out;
}

}  // namespace yiwen
