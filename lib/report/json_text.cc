// SPDX-License-Identifier: Apache-2.0
#include "report/json_text.h"

namespace yiwen {
namespace {

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

void write_program(JsonText& json, std::string_view version,
                   const std::vector<std::pair<std::string, std::string>>& options) {
  json.text("name", "yiwen");
  json.text("version", version);
  json.name("options"), json.open('{');
  for (const auto& [name, value] : options) json.text(name, value);
  json.close('}');
}

void write_decisions(JsonText& json, const std::vector<Decision>& decisions) {
  if (decisions.empty()) return;
  json.break_line(), json.name("decisions"), json.open('[');
  for (const Decision& decision : decisions) json.break_line(), write_decision(json, decision);
  json.close(']');
}

void write_diagnostics(JsonText& json, const std::vector<Diagnostic>& diagnostics) {
  json.break_line(), json.name("diagnostics"), json.open('[');
  for (const Diagnostic& diagnostic : diagnostics) json.break_line(), write_diagnostic(json, diagnostic);
  json.close(']');
}

}  // namespace yiwen
