// SPDX-License-Identifier: Apache-2.0
//
// A batch as one JSON object, schema yiwen.batch/1: a story a line, which names the files of its report.
#include "report/json_text.h"
#include "report/writers.h"

namespace yiwen {
namespace {

void write_story(JsonText& json, const Story& story, const std::string* report) {
  json.open('{');
  json.text("id", story.id);
  if (report == nullptr) {
    json.text("page", story_file(story, "html"));
    json.text("report_file", story_file(story, "json"));
  }
  json.text("title", story.title);
  json.text("script", story.script);
  json.text("base", story.base);
  json.name("documents"), json.open('[');
  for (const std::string& id : story.documents) json.text(id);
  json.close(']');
  json.name("counts"), json.open('{');
  for (const Severity severity : {Severity::critical, Severity::major, Severity::minor, Severity::folded}) {
    json.name(to_string(severity)), json.number(story.counts[static_cast<std::size_t>(severity)]);
  }
  json.close('}');
  json.name("settled"), json.number(story.settled);
  json.name("set_aside"), json.number(story.set_aside);
  if (report != nullptr) json.name("report"), json.value(*report);
  json.close('}');
}

}  // namespace

std::string to_json(const Batch& batch, const std::vector<std::string>& reports) {
  const std::vector<ReportDocument> none;
  JsonText json(none);
  json.open('{');
  json.break_line(), json.text("schema", "yiwen.batch/1");
  json.break_line(), json.name("generator"), json.open('{');
  write_program(json, batch.version, batch.options);
  json.close('}');
  json.break_line(), json.name("stories"), json.open('[');
  for (std::size_t i = 0; i < batch.stories.size(); ++i) {
    json.break_line(), write_story(json, batch.stories[i], i < reports.size() ? &reports[i] : nullptr);
  }
  json.close(']');
  json.break_line(), json.name("alone"), json.open('[');
  for (const LoneText& text : batch.alone) {
    json.break_line(), json.open('{');
    json.text("id", text.id);
    json.text("source", text.source);
    if (!text.title.empty()) json.text("title", text.title);
    json.close('}');
  }
  json.close(']');
  write_decisions(json, batch.decisions);
  write_diagnostics(json, batch.diagnostics);
  json.close('}');
  return std::move(json).finish();
}

}  // namespace yiwen
