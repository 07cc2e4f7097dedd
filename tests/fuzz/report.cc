// SPDX-License-Identifier: Apache-2.0
//
// A finished report whose every string is hostile: the JSON parses and holds the text unchanged, the page is sound
// markup of known tags that links nowhere but into itself and to the web, and the terminal is told no command.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/utf8.h"
#include "fuzz/law.h"
#include "report/writers.h"
#include "unit/report/markup.h"

namespace {

using namespace yiwen;
using fuzz::require;
using fuzz::Values;

CodePointRange range_in(Values& values, std::uint32_t length) {
  const auto a = values.below(length + 1), b = values.below(length + 1);
  return {std::min(a, b), std::max(a, b)};
}

Place place_in(Values& values, const Report& report) {
  const auto document = values.below(static_cast<std::uint32_t>(report.documents.size()));
  return {document, range_in(values, report.documents[document].length)};
}

ReportDocument document_of(Values& values, std::uint32_t index) {
  ReportDocument document;
  document.id = values.string(12) + std::to_string(index);
  document.source = values.string(12);
  document.siglum = std::string(1, static_cast<char>('A' + index));
  document.encoding = "UTF-8";
  document.script = index % 2 == 0 ? "Hant" : "Hans";
  document.text = fuzz::as_text(values.string(200));
  document.sha256 = values.string(8);
  document.length = count_code_points(document.text);
  if (values.below(2) == 0) document.title = range_in(values, document.length);
  if (values.below(2) == 0) document.date = range_in(values, document.length);
  document.stated = {values.string(12), values.string(12), values.string(12), values.string(40),
                     values.string(12)};
  document.relation = static_cast<Relation>(values.below(6));
  document.relation_why = values.string(12);
  document.coverage = static_cast<double>(values.below(101)) / 100;
  for (std::uint32_t at = 0; at < document.length && document.sentences.size() < 8;) {
    const std::uint32_t end = at + 1 + values.below(document.length - at);
    document.sentences.push_back({{at, end}, static_cast<BlockKind>(values.below(5)), values.below(2) == 0});
    at = end;
  }
  for (auto n = values.below(4); n > 0; --n)
    document.noise.push_back({range_in(values, document.length), values.string(8)});
  std::sort(document.noise.begin(), document.noise.end(),
            [](const NoiseMark& a, const NoiseMark& b) { return a.range < b.range; });
  return document;
}

Finding finding_of(Values& values, const Report& report, std::size_t index) {
  Finding finding;
  finding.id = "f" + std::to_string(index + 1);
  finding.key = "0123456789abcdef";
  finding.type = static_cast<FindingType>(values.below(6));
  finding.kind = values.string(10);
  finding.severity = static_cast<Severity>(values.below(4));
  finding.layer = static_cast<Layer>(values.below(7));
  finding.why = values.string(30);
  if (finding.type == FindingType::drift) {
    if (!report.clusters.empty()) {
      finding.cluster = values.below(static_cast<std::uint32_t>(report.clusters.size()));
    }
    for (auto n = 2 + values.below(3); n > 0; --n) {
      finding.readings.push_back({fuzz::as_text(values.string(20)), {place_in(values, report)}});
    }
  } else {
    finding.place = place_in(values, report);
    if (values.below(2) == 0 || finding.type == FindingType::move || finding.type == FindingType::duplicate) {
      finding.other = place_in(values, report);
    }
  }
  for (auto n = values.below(3); n > 0; --n) finding.more.push_back(place_in(values, report));
  return finding;
}

Report report_of(Values& values) {
  Report report;
  report.version = values.string(8);
  report.options.emplace_back("base", values.string(10));
  report.limits_hit = {values.string(20)};
  report.base_reason = values.string(10);
  report.base_why = values.string(10);
  const auto documents = 1 + values.below(4);
  for (std::uint32_t i = 0; i < documents; ++i) report.documents.push_back(document_of(values, i));
  report.base = values.below(documents);
  for (auto n = values.below(5); n > 0; --n) {
    ReportCluster cluster;
    cluster.id = "c" + std::to_string(report.clusters.size() + 1);
    for (auto members = 1 + values.below(4); members > 0; --members) {
      cluster.members.push_back({place_in(values, report), static_cast<MemberRelation>(values.below(4))});
    }
    report.clusters.push_back(std::move(cluster));
  }
  for (auto n = values.below(7); n > 0; --n)
    report.findings.push_back(finding_of(values, report, report.findings.size()));
  for (auto n = values.below(3); n > 0; --n) {
    report.diagnostics.push_back(
        {static_cast<Diagnostic::Level>(values.below(3)),
         {static_cast<ErrorCode>(values.below(7)), values.string(10), values.below(9), values.string(20)}});
  }
  return report;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Values values(fuzz::as_bytes(data, size));
  const Report report = report_of(values);

  const auto json = nlohmann::json::parse(to_json(report, {.with_text = true, .show_folded = true}), nullptr, false);
  require(!json.is_discarded(), "the JSON parses");
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    require(json["documents"][i]["text"].get<std::string>() == report.documents[i].text, "the JSON holds the text");
  }

  for (const Language language : {Language::automatic, Language::en}) {
    const Markup page = read_markup(to_html(report, {.language = language, .index = {}}));
    if (!page.faults.empty()) std::fprintf(stderr, "%s\n", page.faults.front().c_str());
    require(page.faults.empty(), "the page is sound markup");
    for (const std::string& link : page.links) {
      require(link.starts_with("#") || link.starts_with("https://") || link.starts_with("http://"),
              "the page links to itself and the web only");
    }
  }

  const std::string terminal = to_terminal(report);
  require(first_ill_formed(terminal) == terminal.size(), "the terminal gets valid UTF-8");
  require(std::all_of(terminal.begin(), terminal.end(),
                      [](char c) { return c == '\n' || static_cast<unsigned char>(c) >= 0x20; }),
          "the terminal is told no command");
  return 0;
}
