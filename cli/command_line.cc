// SPDX-License-Identifier: Apache-2.0
//
// The only file that includes CLI11, which takes some ten seconds to compile.
#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include "cli/exit_status.h"
#include "report/escape.h"
#include "yiwen/yiwen.h"

namespace yiwen::cli {
namespace {

constexpr std::string_view kExitStatus =
    "Exit status: 0 done, 1 findings (diff, and report with --fail-on), 2 trouble: an argument, a text or an output\n"
    "that did not work. A text that cannot be read does not stop the others: the report is written, lists it, and the\n"
    "status is 2.\n";

constexpr std::string_view kProgramFooter =
    "Examples:\n"
    "  yiwen report reprints/ -o out        a page to open, out/index.html, and out/report.json\n"
    "  yiwen diff ours.txt theirs.txt       two texts on the terminal\n"
    "  yiwen report --help                  the options of one command\n\n";

constexpr std::string_view kReportFooter =
    "Examples:\n"
    "  yiwen report reprints/ -o out                        out/index.html and out/report.json\n"
    "  yiwen report a.txt b.txt c.txt                       the summary alone\n"
    "  yiwen report reprints/ --format json | jq .findings  one form to standard output\n"
    "  yiwen report reprints/ --format xlsx -o out.xlsx     a table to sort and annotate\n"
    "  yiwen report reprints/ -o out --quiet --fail-on critical\n"
    "                                                       for a batch job: status 1 where one is critical\n\n";

constexpr std::string_view kDedupFooter =
    "Examples:\n"
    "  yiwen dedup articles.jsonl -o clusters.jsonl           one line a cluster: who reprinted what, and how much\n"
    "  yiwen dedup a.jsonl.gz b.jsonl.zst more/ -o all.jsonl  several inputs, packed or not\n"
    "  yiwen dedup articles.jsonl --keep longest -o kept.jsonl\n"
    "                                                         one article of each cluster, and all that have no "
    "reprint\n"
    "  zcat news.gz | yiwen dedup - --passages | jq .members  from a pipe to a pipe\n\n"
    "A line of JSON Lines is {\"id\": ..., \"text\": ..., ...}; other keys are carried along into the clusters.\n\n";

constexpr std::string_view kDiffFooter =
    "Examples:\n"
    "  yiwen diff ours.txt theirs.txt                  what theirs changed\n"
    "  yiwen diff ours.txt theirs.txt --show folded    also what differs in script, width and punctuation alone\n"
    "  yiwen diff ours.txt theirs.txt --quiet          the status alone\n\n";

constexpr std::string_view kExplainFooter =
    "Example:\n"
    "  yiwen explain ours.txt theirs.txt | less    why a change was called critical, or a passage was not matched\n\n";

constexpr std::string_view kSegmentFooter =
    "Examples:\n"
    "  yiwen segment story.txt           one sentence a line\n"
    "  yiwen segment story.txt --json    with ranges in code points and the kind of each\n\n";

constexpr std::string_view kNormalizeFooter =
    "Layers, each on top of those before it:\n"
    "  repair        annotations, mojibake and invisible characters\n"
    "  punctuation   width, punctuation and white space\n"
    "  script        traditional and simplified characters\n"
    "  region        words of one region: 軟體 and 软件\n\n"
    "Example:\n"
    "  yiwen normalize story.txt --layer punctuation\n\n";

// Edits (insert, delete, substitute, swap neighbours) that turn one word into the other.
std::size_t typing_distance(std::string_view left, std::string_view right) {
  std::vector<std::vector<std::size_t>> cost(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
  for (std::size_t i = 0; i <= left.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= right.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t changed = left[i - 1] == right[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + changed});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[left.size()][right.size()];
}

// The word of the list that was most likely meant; none where no word is near.
std::optional<std::string> meant(std::string_view typed, const std::vector<std::string>& words) {
  constexpr std::size_t kMaxSlips = 2;  // more than that and the guess would surprise
  std::optional<std::string> best;
  std::size_t best_distance = kMaxSlips + 1;
  for (const auto& word : words) {
    const std::size_t distance = typing_distance(typed, word);
    if (distance < best_distance && distance < word.size()) {
      best = word;
      best_distance = distance;
    }
  }
  return best;
}

void add_text(CLI::App& command, const std::string& name, std::string& path, const std::string& help) {
  command.add_option(name, path, help)->required()->option_text(" ");
}

// An option whose value is one of a few words. The help names them in its own sentence.
void add_choice(CLI::App& command, const std::string& name, std::string& value, const std::vector<std::string>& words,
                const std::string& placeholder, const std::string& help) {
  command.add_option(name, value, help)->check(CLI::IsMember(words))->option_text(placeholder);
}

void add_encoding(CLI::App& command, CommandLine& line) {
  command.add_option("--encoding", line.encoding, "Read every text in this encoding: utf-8, gb18030, big5 ...")
      ->option_text("LABEL");
}

void add_color(CLI::App& command, CommandLine& line) {
  add_choice(command, "--color", line.color, {"auto", "always", "never"}, "WHEN",
             "auto (the default), always or never; auto obeys NO_COLOR");
}

void add_show(CLI::App& command, CommandLine& line) {
  add_choice(command, "--show", line.show, {"folded"}, "folded",
             "List also what differs in script, width and punctuation alone");
}

void add_limits(CLI::App& command, CommandLine& line) {
  command.add_option("--max-file-size", line.max_file_bytes, "Leave out files larger than this; 64MB unless said")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::PositiveNumber)
      ->option_text("SIZE");
  command.add_option("--max-documents", line.max_documents, "Leave out the texts behind this many; 20000 unless said")
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  command
      .add_option("--max-unpacked", line.max_unpacked_bytes,
                  "Leave out what makes the files of one archive come to more than this; 1GB unless said")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::PositiveNumber)
      ->option_text("SIZE");
  command
      .add_option("--max-time", line.max_seconds,
                  "Leave out a text whose reading takes more seconds of a processor, looked at between the steps of "
                  "reading; 300 unless said, 0: any")
      ->check(CLI::NonNegativeNumber)
      ->option_text("SECONDS");
  const auto add_size = [&](const char* name, std::uint64_t& value, const char* what) {
    command.add_option(name, value, what)
        ->transform(CLI::AsSizeValue(false))
        ->check(CLI::PositiveNumber)
        ->option_text("SIZE");
  };
  add_size("--max-page-size", line.max_page_bytes, "Leave out web pages larger than this; 32MB unless said");
  command
      .add_option("--max-page-depth", line.max_page_depth,
                  "Flatten what lies deeper in a web page than so many elements; 512 unless said")
      ->check(CLI::Range(64U, 2000U))
      ->option_text("N");
  constexpr unsigned kLongestWait = 24 * 60 * 60;
  command
      .add_option(
          "--max-program-time", line.max_program_seconds,
          "Leave out a file that another program (pdftotext, antiword) reads for longer than so many seconds on "
          "the clock; 60 unless said")
      ->check(CLI::Range(1U, kLongestWait))
      ->option_text("SECONDS");
  add_size("--max-program-memory", line.max_program_memory,
           "Leave out a file for which such a program needs more memory; 2GB unless said");
  add_size("--max-program-output", line.max_program_output,
           "Leave out a file of which such a program prints more; 256MB unless said");
}

void add_columns(CLI::App& command, CommandLine& line) {
  command
      .add_option(
          "--column", line.columns,
          "What tables (.csv, .tsv) call a column: NAME is id, text, title, outlet, date, url, path or base, as "
          "in text=正文; may be given again")
      ->allow_extra_args(false)
      ->option_text("NAME=TABLE'S");
}

void add_report(CLI::App& app, CommandLine& line) {
  constexpr unsigned kMaxJobs = 1024;
  CLI::App* report = app.add_subcommand("report", "Compare texts and write what each one changed");
  report->add_option("PATH", line.paths, "Texts, folders of texts, JSONL files, or - for standard input")
      ->required()
      ->option_text("...");
  report->add_option("-o,--output", line.output, "Folder to write into; with --format, the file to write")
      ->option_text("PATH");
  add_choice(*report, "--format", line.format, {"json", "html", "csv", "xlsx", "tei", "md"}, "FORM",
             "One form alone, to -o or to standard output: json, html, csv, tei or md; xlsx to -o only");
  report->add_option("--base", line.base, "Id of the text to measure the others against; chosen by rule otherwise")
      ->option_text("ID");
  report
      ->add_option("--decisions", line.decisions,
                   "Decisions file that the page of an earlier run has saved; may be given more than once")
      ->option_text("FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  report
      ->add_option("--protect", line.protect,
                   "Table of words that must not be taken for one another, two a line, parted by a tab; may be "
                   "given more than once")
      ->option_text("FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_encoding(*report, line);
  add_columns(*report, line);
  report
      ->add_option("--manifest", line.manifest,
                   "Table of path, title, outlet, date, url, base of the texts; manifest.csv or .tsv in a given folder "
                   "is read anyway")
      ->option_text("FILE");
  add_limits(*report, line);
  report->add_option("-j,--jobs", line.jobs, "Threads; 0 (the default): as many as the machine has")
      ->check(CLI::Range(0U, kMaxJobs))
      ->option_text("N");
  add_choice(*report, "--lang", line.language, {"auto", "zh-Hans", "zh-Hant", "en"}, "LANG",
             "Language of the page, the summary, xlsx and md: auto (that of the texts), zh-Hans, zh-Hant or en");
  add_choice(*report, "--stories", line.stories, {"auto", "yes", "no"}, "WHEN",
             "An index and a page for each story: yes, no, or auto (where more than 50 texts tell more than one)");
  add_show(*report, line);
  report->add_flag("--with-text", line.with_text, "Put the whole texts into report.json");
  add_choice(*report, "--fail-on", line.fail_on, {"minor", "major", "critical"}, "SEVERITY",
             "Exit 1 where a finding is as grave as this: minor, major or critical");
  report->add_flag("-q,--quiet", line.quiet, "Print nothing but errors");
  add_color(*report, line);
  report->footer(std::string(kReportFooter) + std::string(kExitStatus));
}

void add_dedup(CLI::App& app, CommandLine& line) {
  constexpr unsigned kMaxJobs = 1024;
  constexpr unsigned kMaxSample = 1'000'000;
  CLI::App* dedup = app.add_subcommand("dedup", "Find the reprints among many articles");
  dedup
      ->add_option(
          "INPUT", line.paths,
          "JSONL files, tables, texts, pages, archives, folders of them, or - for standard input; .gz and .zst too")
      ->required()
      ->option_text("...");
  dedup->add_option("-o,--output", line.output, "File to write; standard output otherwise")->option_text("FILE");
  dedup->add_flag("--passages", line.passages, "List the matching passages of each cluster");
  add_choice(*dedup, "--keep", line.keep, {"first", "longest", "list"}, "WHICH",
             "Write the articles to keep instead of the clusters: of each cluster the first or the longest one, or the "
             "list of the first ones' ids");
  add_encoding(*dedup, line);
  add_columns(*dedup, line);
  dedup->add_option("-j,--jobs", line.jobs, "Threads; 0 (the default): as many as the machine has")
      ->check(CLI::Range(0U, kMaxJobs))
      ->option_text("N");
  add_choice(*dedup, "--join-edited", line.join_edited, {"auto", "always", "never"}, "WHEN",
             "Let edited sentences too propose reprints: auto (up to eight million distinct sentences), always or "
             "never; finds texts that share hardly a sentence as it was, for four to five times the time");
  dedup
      ->add_option(
          "--work", line.work,
          "Keep in DIR what the stages find: the same run, begun again after it was stopped, goes on from there")
      ->option_text("DIR");
  dedup
      ->add_option(
          "--memory", line.memory,
          "Need about this much memory, and more time: what is larger lies in files, in DIR or where temporary "
          "files go; as much as it takes unless said")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::PositiveNumber)
      ->option_text("SIZE");
  dedup
      ->add_option("--self-check", line.self_check,
                   "Measure the recall of edited sentences on N of them, against all pairs")
      ->check(CLI::Range(1U, kMaxSample))
      ->option_text("N");
  dedup->add_flag("--timings", line.timings, "Say on stderr what each stage took, and the recall to be expected");
  dedup->add_flag("-q,--quiet", line.quiet, "Print nothing but errors");
  dedup->footer(std::string(kDedupFooter) + std::string(kExitStatus));
}

void add_diff(CLI::App& app, CommandLine& line) {
  CLI::App* diff = app.add_subcommand("diff", "Show what the second text changed in the first");
  add_text(*diff, "A", line.left, "The first text, or - for standard input");
  add_text(*diff, "B", line.right, "The second text, or - for standard input");
  add_encoding(*diff, line);
  add_choice(
      *diff, "--lang", line.diff_language, {"auto", "zh-Hans", "zh-Hant", "en"}, "LANG",
      "Language of what is said of the changes: en (the default), zh-Hans, zh-Hant or auto (that of the first text)");
  add_show(*diff, line);
  diff->add_flag("-q,--quiet", line.quiet, "Print nothing but errors; the status says it all");
  add_color(*diff, line);
  diff->footer(std::string(kDiffFooter) + std::string(kExitStatus));
}

void add_explain(CLI::App& app, CommandLine& line) {
  CLI::App* explain = app.add_subcommand("explain", "Print what each room saw and decided for two texts");
  add_text(*explain, "A", line.left, "The first text, or - for standard input");
  add_text(*explain, "B", line.right, "The second text, or - for standard input");
  add_encoding(*explain, line);
  add_color(*explain, line);
  explain->footer(std::string(kExplainFooter) + std::string(kExitStatus));
}

void add_segment(CLI::App& app, CommandLine& line) {
  CLI::App* segment = app.add_subcommand("segment", "Print the sentences of a text, one a line");
  add_text(*segment, "FILE", line.left, "A text, or - for standard input");
  add_encoding(*segment, line);
  segment->add_flag("--json", line.json, "One JSON object with ranges, kinds and texts");
  segment->footer(std::string(kSegmentFooter) + std::string(kExitStatus));
}

void add_normalize(CLI::App& app, CommandLine& line) {
  CLI::App* normalize = app.add_subcommand("normalize", "Print the folded form of a text, which is what is compared");
  add_text(*normalize, "FILE", line.left, "A text, or - for standard input");
  add_encoding(*normalize, line);
  add_choice(*normalize, "--layer", line.layer, {"repair", "punctuation", "script", "region"}, "LAYER",
             "Fold up to this layer: repair, punctuation, script or region (the default)");
  normalize->footer(std::string(kNormalizeFooter) + std::string(kExitStatus));
}

Answer mistake(const std::string& reason, const std::string& command) {
  const std::string whose = command.empty() ? "yiwen" : "yiwen " + command;
  return {kTrouble, "yiwen: " + terminal_safe(reason) + " (see: " + whose + " --help)\n"};
}

std::string without_full_stop(std::string reason) {
  while (!reason.empty() && (reason.back() == '\n' || reason.back() == '.')) reason.pop_back();
  std::replace(reason.begin(), reason.end(), '\n', ' ');
  return reason;
}

}  // namespace

std::variant<CommandLine, Answer> read_command_line(int argc, const char* const* argv) {
  CommandLine line;
  CLI::App app("Compares the reprints of a text and shows what each one reworded, dropped, doubled, broke or cut off.",
               "yiwen");
  app.set_version_flag("--version", std::string("yiwen ") + version());
  app.require_subcommand(1);
  app.footer(std::string(kProgramFooter) + std::string(kExitStatus));
  add_report(app, line);
  add_dedup(app, line);
  add_diff(app, line);
  add_explain(app, line);
  add_segment(app, line);
  add_normalize(app, line);

  std::vector<std::string> commands;
  for (const CLI::App* command : app.get_subcommands({})) commands.push_back(command->get_name());
  const std::string list =
      std::accumulate(std::next(commands.begin()), commands.end(), commands.front(),
                      [](const std::string& left, const std::string& right) { return left + ", " + right; });
  if (argc < 2) return mistake("no command given; there are " + list, "");
  const std::string first = argv[1];
  const bool is_option = first.size() > 1 && first[0] == '-';
  if (!is_option && std::find(commands.begin(), commands.end(), first) == commands.end()) {
    const auto guess = meant(first, commands);
    if (guess) return mistake("there is no command '" + first + "'; did you mean '" + *guess + "'?", "");
    return mistake("there is no command '" + first + "'; there are " + list, "");
  }

  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Answer{kFine, app.help()};
  } catch (const CLI::CallForAllHelp&) {
    return Answer{kFine, app.help("", CLI::AppFormatMode::All)};
  } catch (const CLI::CallForVersion& asked) {
    return Answer{kFine, std::string(asked.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    return mistake(without_full_stop(error.what()), is_option ? "" : first);
  }
  line.command = app.get_subcommands().front()->get_name();
  return line;
}

}  // namespace yiwen::cli
