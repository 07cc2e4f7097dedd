// SPDX-License-Identifier: Apache-2.0
//
// The report as one JSON object, schema yiwen.report/1. Every document, cluster and finding stands on a line of its
// own, so that two reports can be compared with a line diff and searched with grep.
#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <string_view>

#include "report/json_text.h"
#include "report/writers.h"

namespace yiwen {
namespace {

void write_generator(JsonText& json, const Report& report) {
  json.open('{');
  write_program(json, report.version, report.options);
  json.name("limits_hit"), json.open('[');
  for (const std::string& limit : report.limits_hit) json.text(limit);
  json.close(']');
  json.close('}');
}

void write_stated(JsonText& json, const Metadata& stated) {
  if (stated == Metadata{}) return;
  json.name("stated"), json.open('{');
  if (!stated.title.empty()) json.text("title", stated.title);
  if (!stated.outlet.empty()) json.text("outlet", stated.outlet);
  if (!stated.date.empty()) json.text("date", stated.date);
  if (!stated.url.empty()) json.text("url", stated.url);
  if (!stated.author.empty()) json.text("author", stated.author);
  json.close('}');
}

void write_fitness(JsonText& json, const Fitness& fitness) {
  json.name("fitness"), json.open('{');
  json.name("agreement"), json.share(fitness.agreement);
  json.name("closest"), json.share(fitness.closest);
  json.name("added"), json.share(fitness.added);
  json.name("repeated"), json.share(fitness.repeated);
  json.name("damaged"), json.share(fitness.damaged);
  json.name("broken_off"), json.share(fitness.broken_off);
  json.name("misprinted"), json.share(fitness.misprinted);
  json.name("named_by"), json.number(fitness.named_by);
  json.close('}');
}

void write_document(JsonText& json, const ReportDocument& document, const JsonOptions& options) {
  json.open('{');
  json.text("id", document.id);
  json.text("siglum", document.siglum);
  json.text("source", document.source);
  json.text("encoding", document.encoding);
  json.text("script", document.script);
  json.name("length"), json.number(document.length);
  json.text("sha256", document.sha256);
  const auto named_range = [&](std::string_view key, const std::optional<CodePointRange>& range) {
    if (range) json.name(key), json.open('{'), json.range("range", *range), json.close('}');
  };
  named_range("title", document.title);
  named_range("outlet", document.outlet);
  named_range("date", document.date);
  named_range("byline", document.byline);
  named_range("editor", document.editor);
  write_stated(json, document.stated);
  json.text("relation", to_string(document.relation));
  if (!document.relation_why.empty()) json.text("relation_why", document.relation_why);
  json.name("coverage"), json.share(document.coverage);
  json.name("similarity"), json.share(document.similarity);
  json.name("folded"), json.open('{');
  json.name("repair"), json.number(document.folded.repair);
  json.name("punctuation"), json.number(document.folded.punctuation);
  json.name("script"), json.number(document.folded.script);
  json.name("region"), json.number(document.folded.region);
  json.close('}');
  write_fitness(json, document.fitness);
  json.name("sentences"), json.open('[');
  for (const SentenceMark& sentence : document.sentences) json.range(sentence.range);
  json.close(']');
  json.name("noise"), json.open('[');
  for (const NoiseMark& noise : document.noise) {
    json.open('{'), json.range("range", noise.range), json.text("kind", noise.kind), json.close('}');
  }
  json.close(']');
  if (options.with_text) json.text("text", document.text);
  json.close('}');
}

void write_cluster(JsonText& json, const ReportCluster& cluster) {
  json.open('{');
  json.text("id", cluster.id);
  json.name("members"), json.open('[');
  for (const ClusterMember& member : cluster.members) {
    json.open('{');
    json.document(member.place.document);
    json.range("range", member.place.range);
    json.text("relation", to_string(member.relation));
    json.close('}');
  }
  json.close(']');
  json.close('}');
}

void write_readings(JsonText& json, const std::vector<Reading>& readings) {
  json.name("readings"), json.open('[');
  for (const Reading& reading : readings) {
    json.open('{');
    json.text("text", reading.text);
    json.name("members"), json.open('[');
    for (const Place& place : reading.members) json.place(place);
    json.close(']');
    json.close('}');
  }
  json.close(']');
}

// The place of a finding that concerns one document stands flat, as "doc" and a range under the given name.
void write_flat_place(JsonText& json, std::string_view range_name, const std::optional<Place>& place) {
  if (place) json.document(place->document), json.range(range_name, place->range);
}

void write_places(JsonText& json, const Report& report, const Finding& finding) {
  switch (finding.type) {
    case FindingType::drift:
      if (finding.cluster && *finding.cluster < report.clusters.size()) {
        json.text("cluster", report.clusters[*finding.cluster].id);
      }
      json.text("layer", to_string(finding.layer));
      write_readings(json, finding.readings);
      return;
    case FindingType::duplicate:
      write_flat_place(json, "first", finding.place);
      if (finding.other) json.range("second", finding.other->range);
      return;
    case FindingType::truncation:
      write_flat_place(json, "range", finding.place);
      json.place("witness", finding.other);
      return;
    case FindingType::omission:
      write_flat_place(json, "at", finding.place);
      json.place("missing", finding.other);
      return;
    case FindingType::addition:
      write_flat_place(json, "range", finding.place);
      return;
    case FindingType::move:
      write_flat_place(json, "range", finding.place);
      json.place("from", finding.other);
      return;
  }
}

void write_finding(JsonText& json, const Report& report, const Finding& finding) {
  json.open('{');
  json.text("id", finding.id);
  json.text("key", finding.key);
  if (!finding.like.empty()) json.text("like", finding.like);
  json.text("type", to_string(finding.type));
  if (!finding.kind.empty()) json.text("kind", finding.kind);
  json.text("severity", to_string(finding.severity));
  if (finding.ruling != Ruling::none) json.text("decision", to_string(finding.ruling));
  write_places(json, report, finding);
  if (!finding.why.empty()) json.text("why", finding.why);
  if (!finding.more.empty()) {
    json.name("more"), json.open('[');
    for (const Place& place : finding.more) json.place(place);
    json.close(']');
  }
  json.close('}');
}

// About how many bytes the report takes; a story of many reprints has tens of megabytes of members.
std::size_t expected_bytes(const Report& report) {
  constexpr std::size_t kMember = 40, kFinding = 400, kDocument = 4096;
  std::size_t members = 0;
  for (const auto& cluster : report.clusters) members += 2 * cluster.members.size();
  for (const auto& finding : report.findings)
    for (const auto& reading : finding.readings) members += reading.members.size();
  return members * kMember + report.findings.size() * kFinding + report.documents.size() * kDocument;
}

}  // namespace

std::string to_json(const Report& report, const JsonOptions& options) {
  JsonText json(report.documents);
  json.expect(expected_bytes(report));
  json.open('{');
  json.break_line(), json.text("schema", "yiwen.report/1");
  json.break_line(), json.name("generator"), write_generator(json, report);
  json.break_line(), json.name("base");
  if (report.base < report.documents.size()) {
    json.text(report.documents[report.base].id);
  } else {
    json.null();
  }
  json.text("base_reason", report.base_reason);
  if (!report.base_why.empty()) json.text("base_why", report.base_why);

  json.break_line(), json.name("documents"), json.open('[');
  for (const ReportDocument& document : report.documents) json.break_line(), write_document(json, document, options);
  json.close(']');
  json.break_line(), json.name("clusters"), json.open('[');
  for (const ReportCluster& cluster : report.clusters) json.break_line(), write_cluster(json, cluster);
  json.close(']');
  std::uint32_t folded = 0;
  json.break_line(), json.name("findings"), json.open('[');
  for (const Finding& finding : report.findings) {
    if (finding.severity == Severity::folded && !options.show_folded) {
      ++folded;
    } else {
      json.break_line(), write_finding(json, report, finding);
    }
  }
  json.close(']');
  if (!options.show_folded) json.break_line(), json.name("findings_folded"), json.number(folded);
  write_decisions(json, report.decisions);
  write_diagnostics(json, report.diagnostics);
  json.close('}');
  return std::move(json).finish();
}

}  // namespace yiwen
