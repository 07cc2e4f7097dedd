// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

namespace yiwen::cli {
namespace {

// The value that bears this name in reports. REQUIRES: one of them does; the command line was checked against the names
template <class Value>
Value named(std::string_view name, std::initializer_list<Value> values) {
  return *std::find_if(values.begin(), values.end(), [&](Value value) { return name == to_string(value); });
}

ColorWhen color_when(std::string_view word) {
  if (word == "always") return ColorWhen::always;
  if (word == "never") return ColorWhen::never;
  return ColorWhen::automatic;
}

Language language(std::string_view word) {
  if (word == "zh-Hans") return Language::zh_hans;
  if (word == "zh-Hant") return Language::zh_hant;
  if (word == "en") return Language::en;
  return Language::automatic;
}

// REQUIRES: the command line was checked against the list of forms
ReportCommand::Form form(std::string_view word) {
  using Form = ReportCommand::Form;
  constexpr std::pair<std::string_view, Form> kForms[] = {
      {"", Form::folder},   {"json", Form::json}, {"html", Form::html}, {"csv", Form::csv},
      {"xlsx", Form::xlsx}, {"tei", Form::tei},   {"md", Form::md}};
  return std::find_if(std::begin(kForms), std::end(kForms), [&](const auto& entry) { return entry.first == word; })
      ->second;
}

Error bad_option(std::string reason) {
  return {.code = ErrorCode::bad_option, .file = {}, .byte = {}, .reason = std::move(reason)};
}

Options comparison(const CommandLine& line) {
  Options options;
  options.base = line.base;
  options.encoding = line.encoding;
  options.threads = line.jobs;
  return options;
}

// From "text=正文" on the command line.
Result<std::map<std::string, std::string>> column_names(const std::vector<std::string>& typed) {
  constexpr std::array<std::string_view, 8> kColumns = {"id", "text", "title", "outlet", "date", "url", "path", "base"};
  std::map<std::string, std::string> names;
  for (const std::string& pair : typed) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals + 1 == pair.size()) {
      return bad_option("--column " + pair + ": expected NAME=TABLE'S, as in text=正文");
    }
    const std::string name = pair.substr(0, equals);
    if (std::find(kColumns.begin(), kColumns.end(), name) == kColumns.end()) {
      return bad_option(
          fmt::format("--column {}: there is no column '{}'; there are id, text, title, outlet, date, url, path, base",
                      pair, name));
    }
    if (!names.emplace(name, pair.substr(equals + 1)).second) return bad_option("--column " + name + " is given twice");
  }
  return names;
}

Result<Command> report(const CommandLine& line) {
  ReportCommand command;
  command.paths = line.paths;
  command.form = form(line.format);
  command.output = line.output == "-" ? "" : line.output;
  if (line.output == "-" && command.form == ReportCommand::Form::folder) {
    return bad_option("-o - needs --format: a folder does not go to standard output");
  }
  if (command.output.empty() && command.form == ReportCommand::Form::xlsx) {
    return bad_option("--format xlsx needs -o FILE: a workbook does not go to standard output");
  }
  command.options = comparison(line);
  command.language = language(line.language);
  command.with_text = line.with_text;
  command.show_folded = line.show == "folded";
  command.options.manifest = line.manifest;
  if (std::isnan(line.max_seconds)) return bad_option("--max-time: nan is no number of seconds");
  command.options.limits = {.max_file_bytes = line.max_file_bytes,
                            .max_documents = line.max_documents,
                            .max_unpacked_bytes = line.max_unpacked_bytes,
                            .max_document_seconds = line.max_seconds,
                            .max_page_bytes = line.max_page_bytes,
                            .max_page_depth = line.max_page_depth,
                            .max_program_seconds = line.max_program_seconds,
                            .max_program_memory = line.max_program_memory,
                            .max_program_output = line.max_program_output};
  auto columns = column_names(line.columns);
  if (!columns) return columns.error();
  command.options.columns = std::move(columns).value();
  command.decisions = line.decisions;
  command.protect = line.protect;
  if (line.stories == "yes") command.stories = Stories::always;
  if (line.stories == "no") command.stories = Stories::never;
  if (command.form != ReportCommand::Form::folder && command.form != ReportCommand::Form::json) {
    if (command.stories == Stories::always) {
      return bad_option("--stories yes needs a folder or --format json: no other form holds many stories");
    }
    command.stories = Stories::never;
  }
  if (!line.fail_on.empty()) {
    command.fail_on = named(line.fail_on, {Severity::minor, Severity::major, Severity::critical});
  }
  command.quiet = line.quiet;
  command.color = color_when(line.color);
  return Command(std::move(command));
}

Result<Command> dedup(const CommandLine& line) {
  DedupCommand command;
  auto columns = column_names(line.columns);
  if (!columns) return columns.error();
  command.options.columns = std::move(columns).value();
  command.paths = line.paths;
  command.output = line.output == "-" ? "" : line.output;
  command.options.encoding = line.encoding;
  command.options.threads = line.jobs;
  command.options.passages = line.passages;
  command.options.self_check = line.self_check;
  command.options.work = line.work;
  command.options.memory = line.memory;
  if (line.join_edited == "always") command.options.join_near = JoinNear::always;
  if (line.join_edited == "never") command.options.join_near = JoinNear::never;
  if (line.keep == "first") command.options.keep = Keep::first;
  if (line.keep == "longest") command.options.keep = Keep::longest;
  if (line.keep == "list") command.options.keep = Keep::list;
  command.timings = line.timings;
  command.quiet = line.quiet;
  return Command(std::move(command));
}

Result<Command> pair_command(const CommandLine& line) {
  if (line.left == "-" && line.right == "-") return bad_option("standard input can be one of the two texts, not both");
  if (line.command == "diff") {
    return Command(DiffCommand{.left = line.left,
                               .right = line.right,
                               .options = comparison(line),
                               .language = language(line.diff_language),
                               .show_folded = line.show == "folded",
                               .quiet = line.quiet,
                               .color = color_when(line.color)});
  }
  return Command(ExplainCommand{
      .left = line.left, .right = line.right, .options = comparison(line), .color = color_when(line.color)});
}

}  // namespace

Result<Command> to_command(const CommandLine& line) {
  if (line.command == "report") return report(line);
  if (line.command == "dedup") return dedup(line);
  if (line.command == "segment") {
    return Command(SegmentCommand{.path = line.left, .encoding = line.encoding, .json = line.json});
  }
  if (line.command == "normalize") {
    return Command(NormalizeCommand{
        .path = line.left,
        .encoding = line.encoding,
        .layer = named(line.layer, {Layer::repair, Layer::punctuation, Layer::script, Layer::region})});
  }
  return pair_command(line);
}

}  // namespace yiwen::cli
