// SPDX-License-Identifier: Apache-2.0
//
// The report as one JSON object, schema yiwen.report/1. Every document, cluster and finding stands on a line of its
// own, so that two reports can be compared with a line diff and searched with grep.
#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>

#include "report/escape.h"
#include "report/writers.h"

namespace yiwen {
namespace {

// Writes into one string and puts the commas. Holds no tree: a report of many long texts is written in one pass.
class JsonText {
 public:
  explicit JsonText(const Report& report) : report_(report) {}

  void open(char bracket) { begin_value(), out_ += bracket, first_ = true; }
  void close(char bracket) { out_ += bracket, first_ = false; }
  void name(std::string_view key) {
    begin_value();
    append_json_string(out_, key);
    out_ += ':';
    first_ = true;  // no comma between a name and its value
  }
  // A new line in front of the next name or value, for the reader of the file.
  void break_line() { broken_ = true; }

  void text(std::string_view value) { begin_value(), append_json_string(out_, value); }
  void number(std::uint64_t value) { begin_value(), fmt::format_to(std::back_inserter(out_), "{}", value); }
  void null() { begin_value(), out_ += "null"; }
  // Four decimals: a ten-thousandth of a text is less than what any threshold looks at.
  void share(double value) {
    begin_value();
    std::string digits = fmt::format("{:.4f}", std::isfinite(value) ? value : 0.0);
    while (digits.back() == '0') digits.pop_back();
    if (digits.back() == '.') digits += '0';
    out_ += digits;
  }
  void range(CodePointRange value) {
    begin_value();
    fmt::format_to(std::back_inserter(out_), "[{},{}]", value.begin, value.end);
  }

  void text(std::string_view key, std::string_view value) { name(key), text(value); }
  void range(std::string_view key, CodePointRange value) { name(key), range(value); }
  void document(std::uint32_t index) {
    text("doc", index < report_.documents.size() ? std::string_view(report_.documents[index].id) : std::string_view());
  }
  void place(const Place& value) { open('{'), document(value.document), range("range", value.range), close('}'); }
  void place(std::string_view key, const std::optional<Place>& value) {
    if (value) name(key), place(*value);
  }

  [[nodiscard]] std::string finish() && { return std::move(out_) + "\n"; }

 private:
  void begin_value() {
    if (!first_) out_ += ',';
    if (broken_) out_ += '\n';
    first_ = broken_ = false;
  }

  const Report& report_;
  std::string out_;
  bool first_ = true;
  bool broken_ = false;
};

void write_generator(JsonText& json, const Report& report) {
  json.open('{');
  json.text("name", "yiwen");
  json.text("version", report.version);
  json.name("options"), json.open('{');
  for (const auto& [name, value] : report.options) json.text(name, value);
  json.close('}');
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
  json.name("folded"), json.open('{');
  json.name("repair"), json.number(document.folded.repair);
  json.name("punctuation"), json.number(document.folded.punctuation);
  json.name("script"), json.number(document.folded.script);
  json.name("region"), json.number(document.folded.region);
  json.close('}');
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

// As in the file that it came from, with how many findings it ruled on.
void write_decision(JsonText& json, const Decision& decision) {
  json.open('{');
  json.text(decision.key.empty() ? "like" : "key", decision.key.empty() ? decision.like : decision.key);
  json.text("decision", to_string(decision.ruling));
  if (!decision.type.empty()) json.text("type", decision.type);
  if (!decision.kind.empty()) json.text("kind", decision.kind);
  if (!decision.readings.empty()) {
    json.name("readings"), json.open('[');
    for (const std::string& reading : decision.readings) json.text(reading);
    json.close(']');
  }
  if (!decision.note.empty()) json.text("note", decision.note);
  json.name("findings"), json.number(decision.findings);
  json.close('}');
}

void write_diagnostic(JsonText& json, const Diagnostic& diagnostic) {
  constexpr const char* kLevels[] = {"note", "warning", "error"};
  json.open('{');
  json.text("level", kLevels[static_cast<std::size_t>(diagnostic.level)]);
  json.text("file", diagnostic.what.file);
  if (diagnostic.what.byte) json.name("byte"), json.number(*diagnostic.what.byte);
  json.text("reason", diagnostic.what.reason);
  json.close('}');
}

}  // namespace

std::string to_json(const Report& report, const JsonOptions& options) {
  JsonText json(report);
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
  if (!report.decisions.empty()) {
    json.break_line(), json.name("decisions"), json.open('[');
    for (const Decision& decision : report.decisions) json.break_line(), write_decision(json, decision);
    json.close(']');
  }
  json.break_line(), json.name("diagnostics"), json.open('[');
  for (const Diagnostic& diagnostic : report.diagnostics) json.break_line(), write_diagnostic(json, diagnostic);
  json.close(']');
  json.close('}');
  return std::move(json).finish();
}

}  // namespace yiwen
