// SPDX-License-Identifier: Apache-2.0
//
// yiwen report PATH...: compares, then writes the page and report.json, or one form of the report.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/freed_memory.h"
#include "cli/output.h"
#include "cli/spare_inputs.h"
#include "cli/terminal.h"
#include "report/escape.h"

namespace yiwen::cli {
namespace {

using Form = ReportCommand::Form;

// Where the report's own output goes to standard output, nothing else may.
bool standard_output_is_data(const ReportCommand& command) {
  return command.form != Form::folder && command.output.empty();
}

Result<std::string> render(const Report& report, const ReportCommand& command, Form form) {
  switch (form) {
    case Form::folder:
    case Form::json:
      return to_json(report, {.with_text = command.with_text, .show_folded = command.show_folded});
    case Form::html:
      return to_html(report, {.language = command.language, .index = {}});
    case Form::csv:
      return to_csv(report, {.show_folded = command.show_folded});
    case Form::xlsx:
      return to_xlsx(report, {.language = command.language, .show_folded = command.show_folded});
    case Form::tei:
      return to_tei(report);
    case Form::md:
      return to_markdown(report, {.language = command.language, .show_folded = command.show_folded});
  }
  return std::string();
}

// Writes what was asked for, and names the file to open first.
Result<std::string> write(const Report& report, const ReportCommand& command) {
  const std::filesystem::path output = command.output;
  const auto done = [](const std::optional<Error>& error, const std::filesystem::path& first) -> Result<std::string> {
    if (error) return *error;
    return first.string();
  };
  if (command.form != Form::folder) {
    const Result<std::string> form = render(report, command, command.form);
    if (!form) return form.error();
    return done(write_files({{.path = output, .bytes = form.value()}}), output);
  }
  const Result<std::string> page = render(report, command, Form::html);
  if (!page) return page.error();
  const Result<std::string> json = render(report, command, Form::json);
  if (!json) return json.error();
  return done(write_files({{.path = output / "index.html", .bytes = page.value()},
                           {.path = output / "report.json", .bytes = json.value()}}),
              output / "index.html");
}

std::vector<std::filesystem::path> outputs_of(const ReportCommand& command) {
  const std::filesystem::path output = command.output;
  if (output.empty()) return {};
  if (command.form != Form::folder) return {output};
  return {output / "index.html", output / "report.json"};
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.level == Diagnostic::Level::error; });
}

bool is_grave(const Report& report, const ReportCommand& command) {
  return command.fail_on && std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
           return finding.severity >= *command.fail_on && !is_settled(finding);
         });
}

int status_of(const std::vector<Diagnostic>& diagnostics, bool grave) {
  if (has_errors(diagnostics)) return kTrouble;
  return grave ? kFound : kFine;
}

// A decision on a finding that is no longer there: its text has changed, or another folder is meant.
void complain_of_unused(const std::vector<Decision>& decisions) {
  const auto unused = std::count_if(decisions.begin(), decisions.end(),
                                    [](const Decision& decision) { return decision.findings == 0; });
  if (unused == 0) return;
  complain("yiwen: " + std::to_string(unused) + " of " + std::to_string(decisions.size()) +
           " decisions concern no finding of this report\n");
}

int finish(const Report& report, const ReportCommand& command) {
  const int status = status_of(report.diagnostics, is_grave(report, command));
  if (standard_output_is_data(command)) {
    const Result<std::string> form = render(report, command, command.form);
    if (!form) return complain(form.error());
    const int printed = print(form.value());
    return printed == kFine ? status : printed;
  }
  std::string closing_line;
  if (!command.output.empty()) {
    const auto first_file = write(report, command);
    if (!first_file) return complain(first_file.error());
    closing_line = "\nreport: " + terminal_safe(first_file.value()) + "\n";
  }
  if (!command.quiet) {
    const std::string summary = to_terminal(
        report, {.color = use_color(command.color), .width = terminal_width(), .language = command.language});
    if (const int printed = print(summary + closing_line); printed != kFine) return printed;
  }
  return status;
}

// What becomes of the stories of a batch, one by one. In a folder each story's files are there whole or not at all, and
// the index that leads to them is written last.
class StoryFiles {
 public:
  explicit StoryFiles(const ReportCommand& command)
      : command_(command), json_{.with_text = command.with_text, .show_folded = command.show_folded} {}

  std::optional<Error> take(const Story& story, const Report& report) {
    grave_ = grave_ || is_grave(report, command_);
    if (command_.form == Form::json) reports_.push_back(to_json(report, json_));
    if (command_.form != Form::folder || command_.output.empty()) return std::nullopt;
    const std::string page = to_html(report, {.language = command_.language, .index = "../" + index_file(0)});
    const std::string json = to_json(report, json_);
    const std::filesystem::path folder = command_.output;
    return write_files({{.path = folder / story_file(story, "html"), .bytes = page},
                        {.path = folder / story_file(story, "json"), .bytes = json}});
  }

  int finish(const Batch& batch) const {
    const int status = status_of(batch.diagnostics, grave_);
    const std::string json = to_json(batch, reports_);
    if (standard_output_is_data(command_)) {
      const int printed = print(json);
      return printed == kFine ? status : printed;
    }
    std::string closing_line;
    if (!command_.output.empty()) {
      const std::filesystem::path output = command_.output;
      std::vector<std::string> pages;
      std::vector<OutputFile> files;
      if (command_.form == Form::json) {
        files.push_back({.path = output, .bytes = json});
      } else {
        pages = to_html(batch, {.language = command_.language, .index = {}});
        for (std::size_t i = 0; i < pages.size(); ++i) {
          files.push_back({.path = output / index_file(i), .bytes = pages[i]});
        }
        files.push_back({.path = output / "report.json", .bytes = json});
      }
      if (const auto error = write_files(files)) return complain(*error);
      closing_line = "\nreport: " + terminal_safe(files.front().path.string()) + "\n";
    }
    if (!command_.quiet) {
      if (const int printed = print(to_terminal(batch) + closing_line); printed != kFine) return printed;
    }
    return status;
  }

 private:
  const ReportCommand& command_;
  const JsonOptions json_;
  std::vector<std::string> reports_;  // as JSON, where they all go into one file
  bool grave_ = false;
};

}  // namespace

int run(const ReportCommand& command) {
  keep_freed_memory();
  if (const auto error = spare_inputs(outputs_of(command), command.paths)) return complain(*error);
  Options options = command.options;
  auto decisions = read_decisions(command.decisions);
  if (!decisions) return complain(decisions.error());
  options.decisions = std::move(decisions).value();
  auto pairs = read_protected_pairs(command.protect);
  if (!pairs) return complain(pairs.error());
  options.protected_pairs = std::move(pairs).value();
  StoryFiles story_files(command);
  const auto compared = [&] {
    Progress progress(command.quiet ? Progress::Shown::never : Progress::Shown::where_seen);
    options.progress = [&](std::string_view stage, double share) { progress.show(stage, share); };
    return compare_stories(command.paths, options, command.stories,
                           [&](const Story& story, const Report& report) { return story_files.take(story, report); });
  }();
  if (!compared) return complain(compared.error());
  const auto tell = [&](const auto& what) {
    complain(what.diagnostics, command.quiet ? Loudness::errors_only : Loudness::warnings_too);
    if (!command.quiet) complain_of_unused(what.decisions);
  };
  if (const auto* batch = std::get_if<Batch>(&compared.value())) {
    tell(*batch);
    return story_files.finish(*batch);
  }
  const auto& report = std::get<Report>(compared.value());
  tell(report);
  return finish(report, command);
}

}  // namespace yiwen::cli
