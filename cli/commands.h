// SPDX-License-Identifier: Apache-2.0
//
// The second step from argv to a run: what each command needs, in the words of the library. One file a command runs it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/command_line.h"
#include "cli/terminal.h"
#include "dedup/dedup.h"
#include "report/writers.h"
#include "yiwen/batch.h"
#include "yiwen/yiwen.h"

namespace yiwen::cli {

struct ReportCommand {
  // folder: the page and report.json side by side
  enum class Form { folder, json, html, csv, xlsx, tei, md };

  std::vector<std::string> paths;
  Form form = Form::folder;
  std::string output;  // folder or file; empty: standard output, and for Form::folder the summary alone
  Options options;
  std::vector<std::string> decisions;  // files to be honoured, the later ones overrule the earlier ones
  std::vector<std::string> protect;    // tables of protected pairs of the editor's own
  Stories stories = Stories::automatic;
  Language language = Language::automatic;  // of the forms that people read
  bool with_text = false;
  bool show_folded = false;
  std::optional<Severity> fail_on;
  bool quiet = false;
  ColorWhen color = ColorWhen::automatic;
};

struct DedupCommand {
  std::vector<std::string> paths;
  std::string output;  // empty: standard output
  DedupOptions options;
  bool timings = false;
  bool quiet = false;
};

struct DiffCommand {
  std::string left;
  std::string right;
  Options options;
  Language language = Language::en;
  bool show_folded = false;
  bool quiet = false;
  ColorWhen color = ColorWhen::automatic;
};

struct ExplainCommand {
  std::string left;
  std::string right;
  Options options;
  ColorWhen color = ColorWhen::automatic;
};

struct SegmentCommand {
  std::string path;
  std::string encoding;
  bool json = false;
};

struct NormalizeCommand {
  std::string path;
  std::string encoding;
  Layer layer = Layer::region;
};

using Command = std::variant<ReportCommand, DedupCommand, DiffCommand, ExplainCommand, SegmentCommand, NormalizeCommand>;

// Fails (bad_option) where options contradict each other.
[[nodiscard]] Result<Command> to_command(const CommandLine& line);

// Each returns the exit status, and has said on stderr what went wrong.
[[nodiscard]] int run(const ReportCommand& command);
[[nodiscard]] int run(const DedupCommand& command);
[[nodiscard]] int run(const DiffCommand& command);
[[nodiscard]] int run(const ExplainCommand& command);
[[nodiscard]] int run(const SegmentCommand& command);
[[nodiscard]] int run(const NormalizeCommand& command);

}  // namespace yiwen::cli
