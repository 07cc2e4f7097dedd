// SPDX-License-Identifier: Apache-2.0
//
// yiwen report PATH...: compares, then writes the page and report.json, or one form of the report.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/exit_status.h"
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
      return to_html(report, {.language = command.language});
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

int status_of(const Report& report, const ReportCommand& command) {
  const bool unread =
      std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                  [](const Diagnostic& diagnostic) { return diagnostic.level == Diagnostic::Level::error; });
  if (unread) return kTrouble;
  const bool grave =
      command.fail_on && std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
        return finding.severity >= *command.fail_on && !is_settled(finding);
      });
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

Result<Report> compare_with_progress(const ReportCommand& command) {
  Progress progress(command.quiet ? Progress::Shown::never : Progress::Shown::where_seen);
  Options options = command.options;
  options.progress = [&](std::string_view stage, double share) { progress.show(stage, share); };
  auto decisions = read_decisions(command.decisions);
  if (!decisions) return decisions.error();
  options.decisions = std::move(decisions).value();
  return compare(command.paths, options);
}

}  // namespace

int run(const ReportCommand& command) {
  if (const auto error = spare_inputs(outputs_of(command), command.paths)) return complain(*error);
  const auto compared = compare_with_progress(command);
  if (!compared) return complain(compared.error());
  const Report& report = compared.value();
  complain(report.diagnostics, command.quiet ? Loudness::errors_only : Loudness::warnings_too);
  if (!command.quiet) complain_of_unused(report.decisions);

  if (standard_output_is_data(command)) {
    const Result<std::string> form = render(report, command, command.form);
    if (!form) return complain(form.error());
    const int printed = print(form.value());
    return printed == kFine ? status_of(report, command) : printed;
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
  return status_of(report, command);
}

}  // namespace yiwen::cli
